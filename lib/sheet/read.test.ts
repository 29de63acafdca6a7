import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { ok } from '@/lib/result';
import { linesOf } from '@/tests/sheets';
import { type Cell, plain } from './cell';
import { sheet } from './declare';
import { readSheetFile } from './file';
import { readMoment } from './moment';

const text = ({ text: said }: Cell) => ({ value: plain(said) });

/** A hotline's work orders, as small as shows the shape of others to come. */
const orders = sheet({
  name: 'orders',
  codes: ['content', 'came'],
  columns: {
    no: { zh: '工单编号', en: 'number', also: ['工单号', '编号', '受理编号'], read: text },
    content: {
      zh: '主要内容',
      en: 'content',
      also: ['诉求内容', '反映内容'],
      needed: true,
      dates: 'taken',
      read: (cell) => (cell.text === '' ? { code: 'content' } : text(cell)),
    },
    came: {
      zh: '来电时间',
      en: 'came',
      also: ['受理时间', '创建时间'],
      dates: 'taken',
      read: (cell) => {
        const value = cell.text === '' ? null : readMoment(cell);
        return value === null && cell.text !== '' ? { code: 'came' } : { value };
      },
    },
  },
  others: 'kept',
  row: ({ row, values }, _, others) => ({ row, ...values, others }),
  command: async () => async () => ok(),
});

test('a sheet of many columns: heading in row 4, aliases, unknown and doubled columns kept, names of prototypes harmless', () => {
  const read = orders.read(
    linesOf([
      ['２０２４年１月 热线工单明细'],
      ['导出人：张三'],
      [],
      ['序号', '受　理编号', '反映内容*', '受理时间', '标题', '标题', '__proto__', 'constructor'],
      ['1', '热线-240131-000123', '14号楼前 车辆乱停', '2024年1月31日 下午3点', '甲', '乙', 'x', 'y'],
      ['2', '热线-240131-000124', '', '2024-02-30', '', '', '', ''],
      ['合计', '', '', '', '', '', '', ''],
    ]),
  );
  assert.deepEqual(read.columns.known, { '受 理编号': 'no', '反映内容*': 'content', 受理时间: 'came' });
  assert.deepEqual(read.columns.others, ['序号', '标题', '标题', '__proto__', 'constructor']);
  assert.deepEqual(read.rows[0]?.others, [
    ['序号', '1'],
    ['标题', '甲'],
    ['标题', '乙'],
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  assert.equal(read.rows[0]?.came?.toISOString(), '2024-01-31T07:00:00.000Z');
  assert.deepEqual(
    read.problems.map(({ row, column, code }) => [row, column, code]),
    [
      [6, 'content', 'content'],
      [6, 'came', 'came'],
    ],
  );
  assert.deepEqual(read.totals, [{ row: 7, text: '合计' }]);
  assert.equal(({} as Record<string, unknown>).x, undefined);
});

test('the heading may stand in row 20 and not in row 21', () => {
  const below = (blank: number) =>
    orders.read(linesOf([...Array.from({ length: blank }, () => ['说明']), ['编号', '主要内容'], ['1', '甲']]));
  assert.equal(below(19).rows.length, 1);
  assert.equal(below(20).problems[0]?.code, 'no_header');
});

test('a row that names the content alone is a heading; one that names another column alone is none', () => {
  const only = orders.read(linesOf([['热线'], ['主要内容', '谁说的'], ['路灯不亮', '刘'], ['主要内容', '']]));
  assert.deepEqual([only.problems, only.rows.map(({ content }) => content)], [[], ['路灯不亮']]);
  assert.equal(orders.read(linesOf([['来电时间'], ['2024-01-01']])).problems[0]?.code, 'no_header');
});

test('where the heading lacks what is needed, or there is none, its names are told all the same', () => {
  const lacks = orders.read(linesOf([['热线'], ['工单编号', '反映情况', '来电时间'], ['1', '路灯不亮', '2024-01-01']]));
  assert.deepEqual(lacks.problems, [{ row: 2, code: 'column_missing', detail: '主要内容' }]);
  assert.deepEqual(lacks.columns, {
    known: { 工单编号: 'no', 来电时间: 'came' },
    others: ['反映情况'],
    heading: '工单编号|反映情况|来电时间',
  });
  const none = orders.read(linesOf([['热线'], ['单号', '说的啥', '啥时候'], ['1', '路灯不亮', '2024-01-01']]));
  assert.deepEqual(none.problems, [{ row: 0, code: 'no_header', detail: '' }]);
  assert.deepEqual(none.columns, { known: {}, others: ['单号', '说的啥', '啥时候'], heading: '单号|说的啥|啥时候' });
  assert.deepEqual(orders.read([]).columns, { known: {}, others: [], heading: '' });
  const said = { [none.columns.heading]: { 单号: 'no', 说的啥: 'content', 啥时候: 'came' } };
  assert.equal(
    orders.read(linesOf([['热线'], ['单号', '说的啥', '啥时候'], ['1', '路灯不亮', '2024-01-01']]), said).rows.length,
    1,
  );
});

test('a total is none of the records, also where it stands in the column that is needed', () => {
  const read = orders.read(
    linesOf([
      ['编号', '主要内容', '来电时间'],
      ['1', '路灯不亮', '2024-01-01'],
      ['', '合计', ''],
      ['', '合计：2件', ''],
      ['2', '本页小计', ''],
      ['', '合计：我家三口人的物业费算错了', ''],
      ['3', '合计', '2024-01-01'],
    ]),
  );
  assert.deepEqual(read.totals, [
    { row: 3, text: '合计' },
    { row: 4, text: '合计:2件' },
    { row: 5, text: '本页小计' },
  ]);
  assert.deepEqual(
    read.rows.map(({ row }) => row),
    [2, 6, 7],
  );
});

test('a number a spreadsheet has shortened is refused however it is written; a door is no such number', () => {
  const numbers = ['1.23E+17', '１．２３Ｅ＋１７', '1.23E17', '1.23e+17', '3E12', '12E17'];
  const read = orders.read(linesOf([['编号', '主要内容'], ...numbers.map((no) => [no, '路灯不亮'])]));
  assert.deepEqual(
    read.problems.map(({ row, code }) => [row, code]),
    [2, 3, 4, 5].map((row) => [row, 'digits_lost']),
  );
});

test('the same order in xlsx, UTF-8, gb18030 and UTF-16', async () => {
  const rows = [
    ['编号', '主要内容', '来电时间'],
    ['热线-1', '楼道里堆了东西', '2024/1/31 15:03'],
  ];
  const csv = rows.map((row) => row.join(',')).join('\n');
  const book = await writeXlsx({
    sheets: [
      {
        name: '明细',
        rows: [rows[0] ?? [], ['热线-1', '楼道里堆了东西', new Date(Date.UTC(2024, 0, 31, 15, 3))]],
        cells: new Map([['1,2', { style: { numFmt: 'yyyy/m/d h:mm' } }]]),
      },
    ],
  });
  const files = [Buffer.from(csv), iconv.encode(csv, 'gb18030'), iconv.encode(csv, 'utf16-le', { addBOM: true }), book];
  for (const file of files) {
    const [order] = orders.read(await readSheetFile(Buffer.from(file))).rows;
    assert.deepEqual([order?.no, order?.came?.toISOString()], ['热线-1', '2024-01-31T07:03:00.000Z']);
  }
});

test('a moment however the office writes it; one that does not exist is none', () => {
  const at = (said: string, kind: Cell['kind'] = 'text') => readMoment({ text: said, kind })?.toISOString();
  const three = '2024-01-01T07:00:00.000Z';
  for (const said of [
    ...['2024年1月1日 下午3点', '2024年1月1日15时', '2024年01月01日 下午3:00', '2024/1/1 15:00', '2024.1.1 15:00:00'],
    ...['2024/1/1 下午3:00', '2024-1-1 3:00 PM', '2024/1/1 3:00:00pm', '2024/1/1 PM 3:00', '2024年1月1日 下午3:00'],
    ...['2024-01-01T15:00', '20240101 150000', '20240101150000', '45292.625', '２０２４年１月１日　下午３点'],
  ])
    assert.equal(at(said), three, said);
  assert.equal(at('45292.625', 'number'), three);
  assert.equal(at('2024-01-01 15:00', 'date'), three);
  for (const said of ['2024-01-01T07:00:00Z', '2024-01-01T15:00+08:00', '2024-01-01T02:00:00.000-05:00'])
    assert.equal(at(said), three, said);
  for (const day of ['20240101', '2024年1月1日', '2024-1-1', '45292', '2024年1月1号'])
    assert.equal(at(day), '2023-12-31T16:00:00.000Z', day);
  assert.equal(at('2024/1/1 12:05 AM'), '2023-12-31T16:05:00.000Z');
  assert.equal(at('2024/1/1 12:05 PM'), '2024-01-01T04:05:00.000Z');
  assert.equal(at('2024/1/1 上午9:30'), '2024-01-01T01:30:00.000Z');
  assert.equal(at('2024年1月1日 晚上8点半'), '2024-01-01T12:30:00.000Z');
  assert.equal(at('2024年1月1日 中午12点'), '2024-01-01T04:00:00.000Z');
  for (const none of [
    '',
    '昨天',
    '2024-02-30',
    '20241301',
    '2024-1-1 25:00',
    '2024-02-30T10:00:00Z',
    '2024-01-01T25:00Z',
    '12345678901',
    '1月2日',
    '3.5',
  ])
    assert.equal(at(none), undefined, none);
});
