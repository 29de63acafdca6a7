import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { readSheetFile } from './file';
import { type FileFault, SheetError } from './limits';

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

interface Given {
  after?: string;
  before?: string;
  claims?: number;
  extra?: Entry[];
}

const cellsOf = (rows: string[][]): string =>
  rows
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

/** A workbook of one sheet whose rows, and what follows them, are given as they stand in the file. */
function book(cells: string, { after = '', before = '', claims, extra = [] }: Given = {}): Buffer {
  const sheet = `${head}${before}<worksheet xmlns="${main}"><sheetData>${cells}</sheetData>${after}</worksheet>`;
  const file = (name: string, body: string): Entry => ({ name, body: Buffer.from(body) });
  return zip([
    file(
      '_rels/.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
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
    ...extra,
  ]);
}

const xlsx = (rows: string[][], claims?: number): Buffer => book(cellsOf(rows), { claims });

const texts = async (bytes: Buffer) => (await readSheetFile(bytes)).map(({ cells }) => cells.map(({ text }) => text));
const refusedAs = (code: FileFault) => (error: unknown) => error instanceof SheetError && error.code === code;

test('xlsx: text and numbers as written', async () => {
  const rows = await texts(
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
  assert.deepEqual(await texts(Buffer.from(`\uFEFF${text}`)), wanted);
  assert.deepEqual(await texts(iconv.encode(text, 'gb18030')), wanted);
  assert.deepEqual(await texts(Buffer.from('a\tb\n1\t2')), [
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('an archive that unpacks to more than 20 MB is refused before it is unpacked', async () => {
  const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', body: Buffer.alloc(30_000_000, 32) }]);
  assert.ok(bomb.length < 100_000);
  await assert.rejects(texts(bomb), refusedAs('too_large'));
});

test('an archive that lies about its size does not grow beyond what it claimed', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => [`row ${n}`]);
  const before = process.memoryUsage().rss;
  await texts(xlsx(many, 1000)).then(
    (rows) => assert.ok(rows.length < 100),
    (error) => assert.ok(error instanceof SheetError),
  );
  assert.ok(process.memoryUsage().rss - before < 100_000_000);
});

/** How far the process grows while it reads. */
async function costs(work: () => Promise<unknown>): Promise<{ mb: number }> {
  const before = process.memoryUsage().rss;
  await work();
  return { mb: (process.memoryUsage().rss - before) / 1e6 };
}
const one = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (no: number, ...cells: string[]) => `<row r="${no}">${cells.join('')}</row>`;

test('what claims to be huge costs nothing: a cell far out, a row far down, a merge over everything', async () => {
  const small = [
    book(rowOf(1, one('A1', '楼栋'), one('XFD1', 'b'))),
    book(rowOf(1, one('A1', '楼栋')), { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    book(rowOf(1, one('A1', '楼栋')) + rowOf(1_048_576, '<c r="XFD1048576" s="0"/>')),
  ];
  for (const bytes of small) {
    assert.ok(bytes.length < 3000);
    const { mb } = await costs(async () => assert.deepEqual(await texts(bytes), [['楼栋']]));
    assert.ok(mb < 60, `${mb} MB`);
  }
  const far = book(rowOf(1, one('A1', '楼栋')) + rowOf(1_048_576, one('A1048576', 'b')));
  const deep = await costs(() => assert.rejects(texts(far), refusedAs('too_many_rows')));
  assert.ok(deep.mb < 60, `${deep.mb} MB`);
  const outside = book(rowOf(1, one('A1', '楼栋'), one('ZZZZZZZ1', 'b')));
  const wide = await costs(() => assert.rejects(texts(outside), refusedAs('not_a_sheet')));
  assert.ok(wide.mb < 60, `${wide.mb} MB`);
});

test('a million rows are refused as too large, 60,000 as too many', async () => {
  const rows = (n: number) => '<row><c><v>1</v></c></row>'.repeat(n);
  await assert.rejects(texts(book(rows(1_000_000))), refusedAs('too_large'));
  await assert.rejects(texts(book(rows(60_000))), refusedAs('too_many_rows'));
});

test('merges laid over each other end', async () => {
  const merges = Array.from({ length: 2000 }, () => '<mergeCell ref="A1:A2000"/>').join('');
  const rows = '<row><c><v>1</v></c></row>'.repeat(2000);
  await assert.rejects(texts(book(rows, { after: `<mergeCells>${merges}</mergeCells>` })), refusedAs('not_a_sheet'));
});

test('entities, links to elsewhere and names of prototypes are text or nothing', async () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  const [first] = await texts(book(rowOf(1, one('A1', '&b;&c;'), one('B1', 'x')), { before: entities }));
  assert.ok(!first?.[0]?.includes('aaaa') && !first?.[0]?.includes('root'), first?.[0]);
  const link = { name: 'xl/externalLinks/externalLink1.xml', body: Buffer.from('<externalLink/>') };
  assert.deepEqual(await texts(book(rowOf(1, one('A1', '__proto__'), one('B1', 'constructor')), { extra: [link] })), [
    ['__proto__', 'constructor'],
  ]);
});

test('cells out of order, named twice or without a name are read as a spreadsheet would', async () => {
  const odd = `<row r="1">${one('B1', 'b')}${one('A1', 'a')}</row><row><c t="inlineStr"><is><t>c</t></is></c></row>`;
  assert.deepEqual(await texts(book(odd)), [
    ['a', 'b'],
    ['c', ''],
  ]);
});

test('an archive cut short, or with a flipped byte, is no sheet', async () => {
  const whole = xlsx([
    ['楼栋', '面积'],
    ['14', '80'],
  ]);
  for (const length of [30, 500, whole.length - 30]) {
    await assert.rejects(texts(whole.subarray(0, length)), refusedAs('not_a_sheet'));
  }
  for (let at = 40; at < whole.length; at += 97) {
    const spoiled = Buffer.from(whole);
    spoiled[at] = (spoiled[at] ?? 0) ^ 0xff;
    await texts(spoiled).catch((error) => assert.ok(error instanceof SheetError, `${at}: ${error}`));
  }
});

test('an older format, and what only has its name, is told how to be saved; one with a password to take it off', async () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
  await assert.rejects(texts(compound), refusedAs('old_format'));
  await assert.rejects(texts(locked), refusedAs('locked'));
  for (const text of ['<html><table><tr><td>楼栋', '<?xml version="1.0"?><Workbook/>', '<table border=1>'])
    await assert.rejects(texts(Buffer.from(text)), refusedAs('old_format'));
  const ods = zip([{ name: 'mimetype', body: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') }]);
  await assert.rejects(texts(ods), refusedAs('old_format'));
});

test('what is no sheet is refused in words', async () => {
  await assert.rejects(
    texts(Buffer.from('PK\u0003\u0004 no archive at all, just its first bytes')),
    refusedAs('not_a_sheet'),
  );
  await assert.rejects(texts(Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x01])), refusedAs('not_a_sheet'));
  await assert.rejects(texts(Buffer.from('\n\n')), refusedAs('empty'));
  await assert.rejects(texts(Buffer.from('a\n'.repeat(50_100))), refusedAs('too_many_rows'));
});
