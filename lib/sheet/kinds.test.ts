import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { readSheetFile } from './file';

const texts = async (bytes: Uint8Array) =>
  (await readSheetFile(Buffer.from(bytes))).map(({ cells }) => cells.map(({ text }) => text));
const wanted = [
  ['楼栋', '业主', '面积'],
  ['14', '张三,李四', '77.5'],
];
const lines = (delimiter: string, end = '\r\n') =>
  wanted
    .map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter) + end)
    .join('');

test('CSV in every encoding and with every delimiter a spreadsheet saves', async () => {
  for (const delimiter of [',', ';', '\t'])
    for (const bytes of [
      Buffer.from(lines(delimiter)),
      Buffer.from(`\uFEFF${lines(delimiter, '\n')}`),
      iconv.encode(lines(delimiter), 'gb18030'),
      iconv.encode(lines(delimiter), 'utf16-le', { addBOM: true }),
      iconv.encode(lines(delimiter), 'utf16-be', { addBOM: true }),
      iconv.encode(lines(delimiter), 'utf16-le', { addBOM: false }),
      iconv.encode(lines(delimiter), 'utf16-be', { addBOM: false }),
    ])
      assert.deepEqual(await texts(bytes), wanted);
});

test('a title with a comma, and owners that are many, do not hide the delimiter', async () => {
  const sheet = '珠光逸景, 2026 年户册\n楼栋;业主;电话\n14;张三,李四;1,2\n14;王五,赵六;3,4\n';
  assert.deepEqual((await texts(Buffer.from(sheet)))[2], ['14', '张三,李四', '1,2']);
  const comma = '楼栋,业主,电话\n14,张三;李四,1;2\n';
  assert.deepEqual((await texts(Buffer.from(comma)))[1], ['14', '张三;李四', '1;2']);
});

test('what exporters write around a text is no part of it, and rows keep their numbers', async () => {
  const [, first] = await readSheetFile(Buffer.from('sep=;\n编号;内容\n="00123";\'=1+1\n'));
  assert.equal(first?.row, 3);
  assert.deepEqual(
    first?.cells.map(({ text }) => text),
    ['00123', '=1+1'],
  );
  const blank = await readSheetFile(Buffer.from('甲,乙\n\n1,"两\n行"\n3,4\n'));
  assert.deepEqual(
    blank.map(({ row }) => row),
    [1, 2, 3, 4],
  );
});

test('xlsx: merged cells, dates, formulas, mistakes, formats and numbers as they are printed', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '户册',
        rows: [
          ['楼栋', '门牌', '面积', '日期'],
          ['14', new Date(Date.UTC(2026, 0, 2)), 77.49999999999999, new Date(Date.UTC(2026, 0, 2, 15, 3))],
          [null, 302, 100 / 3, null],
          [null, 303, 1e17, '#REF!'],
        ],
        cells: new Map([
          ['1,1', { style: { numFmt: 'm"月"d"日"' } }],
          ['1,3', { style: { numFmt: 'yyyy-mm-dd hh:mm' } }],
          ['2,1', { style: { numFmt: '0000' } }],
          ['2,2', { style: { numFmt: '0.00' } }],
          ['3,1', { formula: 'B2+1', formulaResult: 303 }],
        ]),
        merges: [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }],
      },
    ],
  });
  const read = await readSheetFile(Buffer.from(bytes));
  assert.deepEqual(
    read.map(({ cells }) => cells.map(({ text, kind, joined }) => [text, kind, ...(joined ? [joined] : [])])),
    [
      [
        ['楼栋', 'text'],
        ['门牌', 'text'],
        ['面积', 'text'],
        ['日期', 'text'],
      ],
      [
        ['14', 'text', 'first'],
        ['2026-01-02', 'date'],
        ['77.49999999999999', 'number'],
        ['2026-01-02 15:03', 'date'],
      ],
      [
        ['14', 'text', 'rest'],
        ['0302', 'number'],
        ['33.33', 'number'],
        ['', 'text'],
      ],
      [
        ['14', 'text', 'rest'],
        ['303', 'number'],
        ['100000000000000000', 'number'],
        ['#REF!', 'error'],
      ],
    ],
  );
});
