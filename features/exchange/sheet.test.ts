import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { asCsv, mergedCells, orderSheet } from '@/db/seed/orders';
import { readSheetFile } from '@/lib/sheet/file';
import { linesOf } from '@/tests/sheets';
import { orders } from './sheet';

test('four hundred orders with every nuisance, the same in UTF-8 with and without mark, gb18030 and xlsx', async () => {
  const rows = orderSheet();
  const csv = asCsv(rows);
  const book = await writeXlsx({ sheets: [{ name: '明细', rows, merges: mergedCells() }] });
  const files = [Buffer.from(csv), Buffer.from(`\uFEFF${csv}`), iconv.encode(csv, 'gb18030'), Buffer.from(book)];
  const read = await Promise.all(files.map(async (file) => orders.read(await readSheetFile(file))));
  for (const one of read) assert.deepEqual(one, read[0]);
  const [{ rows: found, problems, totals, columns }] = read as [ReturnType<typeof orders.read>];
  assert.deepEqual(problems, []);
  assert.equal(found.length, 400);
  assert.equal(totals.length, 2);
  assert.deepEqual(columns.others, ['序号', '标签', '督办次数']);
  assert.equal(columns.known['工单 编号*'], 'no');
  assert.equal(columns.known['村/社区'], 'village');
  const [first, second] = found;
  assert.deepEqual(
    [first?.row, first?.no, first?.kind, first?.category, first?.phone, first?.place],
    [8, '热线-240101-000001', 'help', '住房城乡建设->小区配套->路面和台阶', '13800000000', '珠光逸景'],
  );
  assert.match(first?.title ?? '', /^市民来电反映：/, 'no title: the first eighty characters');
  assert.deepEqual(first?.others, [
    ['序号', '1'],
    ['标签', '冬季'],
    ['督办次数', '0'],
  ]);
  assert.equal(second?.said.reply, '已到现场，正在安排。\n欢迎监督。');
  assert.equal(found.filter(({ came }) => came === null).length, 0);
});

test('numbers a spreadsheet has shortened are refused by row, one by one, and nothing is guessed', () => {
  const { rows, problems } = orders.read(linesOf(orderSheet(400, 12)));
  assert.deepEqual(
    problems.map(({ column, code, detail }) => [column, code, detail]),
    Array.from({ length: 12 }, () => ['no', 'digits_lost', '1.23E+17']),
  );
  const lines = orderSheet(400, 12);
  assert.deepEqual(
    problems.map(({ row }) => lines[row - 1]?.[1]),
    Array.from({ length: 12 }, () => '1.23E+17'),
  );
  assert.equal(rows.length, 388);
});

const heading = ['编号', '主要内容', '来电时间', '办结时间', '来电人电话', '是否解决', '满意度', '点位'];
const problemsOf = (...rows: string[][]) =>
  orders.read(linesOf([heading, ...rows])).problems.map(({ row, column, code, detail }) => [row, column, code, detail]);

test('what cannot be read is refused by row and column, never guessed', () => {
  assert.deepEqual(
    problemsOf(
      ['1', '', '2024-01-01', '', '', '', '', ''],
      ['2', '坏了', '昨天', '2024-02-30', '', '', '', ''],
      ['3', '坏了', '', '', '1.38E+10', '好了', '凑合', ''],
      ['1.23E+17', '坏了', '', '', '', '', '', '1月2日'],
      ['5', '坏了', '2024-01-02', '2024-01-01', '', '', '', ''],
      ['5', '又坏了', '', '', '', '', '', ''],
    ),
    [
      [2, 'content', 'content', ''],
      [3, 'came', 'moment', '昨天'],
      [3, 'closed', 'moment', '2024-02-30'],
      [4, 'phone', 'digits_lost', '1.38E+10'],
      [4, 'resolved', 'resolved', '好了'],
      [4, 'satisfied', 'satisfied', '凑合'],
      [5, 'no', 'digits_lost', '1.23E+17'],
      [5, 'spot', 'made_a_date', '1月2日 1-2'],
      [6, 'closed', 'closed_before', '2023-12-31T16:00:00.000Z'],
      [7, 'no', 'twice', '6'],
    ],
  );
});

test('what offices and spreadsheets do to an order: read as it was meant, or refused where it stands', () => {
  const unseen = '\u200B\u3164\u2800\u00AD';
  const { rows, problems, totals } = orders.read(
    linesOf([
      heading,
      [
        'ＢＪ２０２４０１',
        '路灯\r\n\r\n不亮\u0000',
        '２０２４年１月２日　８时３０分',
        '',
        '＋８６ 138-0000-0000',
        ' 是 ',
        '非常满意',
        '',
      ],
      ['2', unseen, '', '', '', '', '', ''],
      ['3', '坏了', '45292', '45292.5', '', '/', '—', ''],
      ['4', '坏了', '2024-01-01 24:00', '', '无', '', '', ''],
      ['5', '坏了', '', '', '', '', '一般', ''],
      ['6', '坏了', '', '', '', 'TRUE', '5', ''],
      ['BJ202401', '坏了', '', '', '', '', '', ''],
      heading,
      ['合计', '', '', '', '', '', '', ''],
    ]),
  );
  assert.deepEqual(
    problems.map(({ row, column, code, detail }) => [row, column, code, detail]),
    [
      [3, 'content', 'content', ''],
      [5, 'came', 'moment', '2024-01-01 24:00'],
      [6, 'satisfied', 'satisfied', '一般'],
      [7, 'resolved', 'resolved', 'TRUE'],
      [7, 'satisfied', 'satisfied', '5'],
      [8, 'no', 'twice', '2'],
    ],
  );
  assert.deepEqual(
    totals.map(({ row }) => row),
    [10],
  );
  const [first, dated] = rows;
  assert.deepEqual(
    [first?.no, first?.content, first?.came, first?.phone, first?.resolved, first?.satisfied],
    ['BJ202401', '路灯\n\n不亮', '2024-01-02T00:30:00.000Z', '13800000000', 'yes', 'satisfied'],
  );
  assert.deepEqual(
    [dated?.came, dated?.closed, dated?.resolved, dated?.satisfied],
    ['2023-12-31T16:00:00.000Z', '2024-01-01T04:00:00.000Z', null, null],
  );
});

test('only the content is needed; the assessment sheet adds its columns', () => {
  const [row] = orders.read(
    linesOf([
      ['诉求内容', '创建时间', '一级分类', '二级分类', '三级分类', '是否有效回访', '是否联系'],
      ['路灯不亮', '20240101', '市政公用', '供电', '路灯', '是', '否'],
    ]),
  ).rows;
  assert.deepEqual([row?.no, row?.category, row?.effective, row?.contacted], ['', '市政公用->供电->路灯', true, false]);
  assert.deepEqual(
    orders.read(
      linesOf([
        ['主要内容', '标题'],
        ['路灯不亮', ''],
      ]),
    ).rows[0]?.title,
    '路灯不亮',
  );
});

test('what somebody said of a heading is remembered for that heading alone', () => {
  const names = ['单号', '说的啥', '内容', '啥时候'];
  const lines = linesOf([names, ['1', '电梯坏了', '一楼', '2024-01-01']]);
  assert.equal(orders.read(lines).problems[0]?.code, 'no_header');
  const said = { 单号: 'no', 说的啥: 'content', 内容: '', 啥时候: 'came', __proto__: 'no', constructor: 'nowhere' };
  const read = orders.read(lines, { [names.join('|')]: said });
  assert.deepEqual(read.columns.known, { 单号: 'no', 说的啥: 'content', 啥时候: 'came' });
  assert.deepEqual(read.rows[0]?.others, [['内容', '一楼']]);
  assert.equal(
    orders.read(
      linesOf([
        [...names, '备注'],
        ['1', '电梯坏了', '一楼', '', ''],
      ]),
      { [names.join('|')]: said },
    ).problems[0]?.code,
    'no_header',
  );
});
