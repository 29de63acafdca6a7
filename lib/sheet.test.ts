import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { readSheetRows, SheetError } from './sheet';

interface Entry {
  name: string;
  body: Buffer;
  /** The unpacked size the archive claims. */
  claims?: number;
}

function zip(entries: Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body, claims } of entries) {
    const packed = deflateRawSync(body);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(claims ?? body.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), packed]);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fixed, offset, Buffer.from(name)]));
    files.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, list, end]);
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function xlsx(rows: string[][], claims?: number): Buffer {
  const cells = rows
    .map((row, r) => {
      const inside = row.map((text, c) => {
        const ref = `${String.fromCharCode(65 + c)}${r + 1}`;
        return /^[\d.]+$/.test(text)
          ? `<c r="${ref}"><v>${text}</v></c>`
          : `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
      });
      return `<row r="${r + 1}">${inside.join('')}</row>`;
    })
    .join('');
  const sheet = `${head}<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`;
  const file = (name: string, body: string): Entry => ({ name, body: Buffer.from(body) });
  return zip([
    file('[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    file(
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="户册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    { name: 'xl/worksheets/sheet1.xml', body: Buffer.from(sheet), ...(claims !== undefined && { claims }) },
  ]);
}

const refusedAs = (code: string) => (error: unknown) => error instanceof SheetError && error.code === code;

test('xlsx: text and numbers as written', async () => {
  const rows = await readSheetRows(
    xlsx([
      ['楼栋', '面积'],
      ['14号楼', '89.3'],
    ]),
  );
  assert.deepEqual(rows, [
    ['楼栋', '面积'],
    ['14号楼', '89.3'],
  ]);
});

test('CSV in UTF-8 with BOM, in gb18030, with tabs', async () => {
  const text = '楼栋,业主\n14,"张三,李四"\n';
  const wanted = [
    ['楼栋', '业主'],
    ['14', '张三,李四'],
  ];
  assert.deepEqual(await readSheetRows(Buffer.from(`\uFEFF${text}`)), wanted);
  assert.deepEqual(await readSheetRows(iconv.encode(text, 'gb18030')), wanted);
  assert.deepEqual(await readSheetRows(Buffer.from('a\tb\n1\t2')), [
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('an archive that unpacks to more than 20 MB is refused before it is unpacked', async () => {
  const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', body: Buffer.alloc(30_000_000, 32) }]);
  assert.ok(bomb.length < 100_000);
  await assert.rejects(readSheetRows(bomb), refusedAs('too_large'));
});

test('an archive that lies about its size does not grow beyond what it claimed', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => [`row ${n}`]);
  const before = process.memoryUsage().rss;
  await readSheetRows(xlsx(many, 1000)).then(
    (rows) => assert.ok(rows.length < 100),
    (error) => assert.ok(error instanceof SheetError),
  );
  assert.ok(process.memoryUsage().rss - before < 100_000_000);
});

test('what is no sheet is refused in words', async () => {
  await assert.rejects(
    readSheetRows(Buffer.from('PK\u0003\u0004 no archive at all, just its first bytes')),
    refusedAs('not_a_sheet'),
  );
  await assert.rejects(readSheetRows(Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x01])), refusedAs('not_a_sheet'));
  await assert.rejects(readSheetRows(Buffer.from('\n\n')), refusedAs('empty'));
  await assert.rejects(readSheetRows(Buffer.from('a\n'.repeat(50_100))), refusedAs('too_many_rows'));
});
