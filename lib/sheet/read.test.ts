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
    ...['2024-01-01T15:00', '20240101 150000', '20240101150000', '45292.625', '２０２４年１月１日　下午３点'],
  ])
    assert.equal(at(said), three, said);
  assert.equal(at('45292.625', 'number'), three);
  assert.equal(at('2024-01-01 15:00', 'date'), three);
  for (const said of ['2024-01-01T07:00:00Z', '2024-01-01T15:00+08:00', '2024-01-01T02:00:00.000-05:00'])
    assert.equal(at(said), three, said);
  for (const day of ['20240101', '2024年1月1日', '2024-1-1', '45292', '2024年1月1号'])
    assert.equal(at(day), '2023-12-31T16:00:00.000Z', day);
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
