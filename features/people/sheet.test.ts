import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cell } from '@/lib/sheet/cell';
import { problemWords } from '@/lib/sheet/messages';
import { linesOf } from '@/tests/sheets';
import { messages } from './messages';
import { captains, register } from './sheet';

const readRegister = (rows: string[][]) => register.read(linesOf(rows));
const head = ['楼栋', '单元', '门牌（房号）', '面积（㎡）', '业主', '电话', '状态', '住户'];

test('a real sheet: title rows before the header, full-width forms, units written in words', () => {
  const { rows, problems } = readRegister([
    ['珠光逸景 房屋登记表'],
    [],
    head,
    ['１４号楼', '一单元', '101室', '89.5', '张三、李四', '138 0000 0001；13900000002', '', ''],
    ['15#', '2', '0302', '102.25㎡', '王五', '', '已售未交付', ''],
    ['15', '十二单元', '303', '60', '', '', '未售', ''],
    ['15', '2', '304', '60', '赵六', '', '已交付', '空置'],
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(rows[0], {
    row: 4,
    compound: '',
    building: '14',
    entrance: 1,
    door: '101',
    area: 8950,
    owners: [
      { name: '张三', phone: '13800000001' },
      { name: '李四', phone: '13900000002' },
    ],
    status: 'delivered',
    household: true,
  });
  assert.deepEqual(
    rows
      .slice(1)
      .map(({ building, entrance, door, area, status, household }) => [
        building,
        entrance,
        door,
        area,
        status,
        household,
      ]),
    [
      ['15', 2, '0302', 10225, 'sold_undelivered', false],
      ['15', 12, '303', 6000, 'unsold', false],
      ['15', 2, '304', 6000, 'delivered', false],
    ],
  );
  assert.equal(rows[2]?.owners[0]?.name, '@developer');
});

test('English headings', () => {
  const { rows } = readRegister([
    ['Building', 'Entrance', 'Room', 'Area', 'Owner'],
    ['14', '1', '101', '80', 'Zhang'],
  ]);
  assert.equal(rows.length, 1);
});

test('every bad row is named with its reason', () => {
  const { problems } = readRegister([
    head,
    ['14', '1', '101', '80', '张三', '', '', ''],
    ['', '1', '102', '80', '张三', '', '', ''],
    ['14', 'x', '102', '80', '张三', '', '', ''],
    ['14', '1', '', '80', '张三', '', '', ''],
    ['14', '1', '103', '80.123', '张三', '', '', ''],
    ['14', '1', '104', '80', '', '', '', ''],
    ['14', '1', '105', '80', '张三', '12345', '', ''],
    ['14', '1', '106', '80', '张三', '', '出租', ''],
    ['14', '1', '101', '80', '张三', '', '', ''],
    ['14', '1', '107', '0', '张三', '', '', ''],
  ]);
  assert.deepEqual(
    problems.map(({ row, code }) => [row, code]),
    [
      [3, 'building'],
      [4, 'entrance'],
      [5, 'door'],
      [6, 'area'],
      [7, 'owner'],
      [8, 'phone'],
      [9, 'status'],
      [10, 'twice'],
      [11, 'area'],
    ],
  );
  assert.equal(problems.find((one) => one.code === 'twice')?.detail, '2');
});

test('everything wrong is said at once: a row with a fault may stand for a door as well, and others may repeat it', () => {
  const { rows, problems } = readRegister([
    ['小区', ...head],
    ['', '15', '1', '101', '80', '', '', '', ''],
    ['', '15', '1', '101', '80', '李四', '', '', ''],
    ['', '15', '1', '101', '80.123', '', '12345', '', ''],
    ['', '16', '', '', '80', '王五', '', '', ''],
    ['', '16', '', '', '80', '王五', '', '', ''],
    ['甲苑', '17', '1', '', '80', '王五', '', '', ''],
    ['', '17', '1', '', '80', '王五', '', '', ''],
  ]);
  assert.deepEqual(rows.length, 1);
  assert.deepEqual(
    problems.map(({ row, code, detail }) => [row, code, detail]),
    [
      [2, 'owner', ''],
      [3, 'twice', '2'],
      [4, 'area', '80.123'],
      [4, 'owner', ''],
      [4, 'phone', '12345'],
      [4, 'twice', '2'],
      [5, 'entrance', ''],
      [5, 'door', ''],
      [6, 'entrance', ''],
      [6, 'door', ''],
      [7, 'door', ''],
      [8, 'door', ''],
      [8, 'compound', '甲苑'],
    ],
  );
});

test('all missing and doubled columns are said, and a sheet without header too', () => {
  assert.deepEqual(readRegister([['楼栋', '单元', '面积', '业主']]).problems, [
    { row: 1, code: 'column_missing', detail: '门牌' },
  ]);
  assert.deepEqual(readRegister([['楼栋', '单元', '单元', '业主']]).problems, [
    { row: 1, code: 'column_twice', detail: '单元' },
    { row: 1, code: 'column_missing', detail: '门牌' },
    { row: 1, code: 'column_missing', detail: '面积' },
  ]);
  assert.equal(readRegister([[...head, '业主']]).problems[0]?.code, 'column_twice');
  assert.deepEqual(readRegister([['甲', '乙']]).problems, [{ row: 0, code: 'no_header', detail: '' }]);
  const late = [...Array.from({ length: 20 }, () => ['x']), head];
  assert.equal(readRegister(late).problems[0]?.code, 'no_header');
});

const cells = (...row: (string | Partial<Cell>)[]): Cell[] =>
  row.map((one) => ({ text: '', kind: 'text', ...(typeof one === 'string' ? { text: one } : one) }));
const readCells = (...rows: Cell[][]) =>
  register.read([cells(...head), ...rows].map((line, at) => ({ row: at + 1, cells: line })));
const codesOf = ({ problems }: { problems: { row: number; column?: string; code: string }[] }) =>
  problems.map(({ row, column, code }) => [row, column, code]);

test('whether somebody lives there is said in many words; what none of them is does not mean yes', () => {
  const home = (said: string) => readRegister([head, ['14', '1', '101', '80', '张三', '', '', said]]);
  for (const said of ['', '是', '有人', '自住', '出租', '√', 'Y', '2', '3人', '１', '有\u200b人'])
    assert.equal(home(said).rows[0]?.household, true, said);
  for (const said of ['无', '否', '没人住', '空房', '×', 'X', '0', '0人', '０', 'No', '闲\u00ad置'])
    assert.equal(home(said).rows[0]?.household, false, said);
  for (const said of ['?', '不清楚', '偶尔', '-1', '1e1', '有人/无人'])
    assert.deepEqual(codesOf(home(said)), [[2, 'household', 'household']], said);
});

test('what is nobody’s name is no owner, a number nobody has is none, and an area no building has is refused', () => {
  const row = (owner: string, phone = '', area = '80') =>
    readRegister([head, ['14', '1', '101', area, owner, phone, '', '']]);
  for (const owner of ['-', '——', '不详', '无', '未知', '***', '张三、不详'])
    assert.deepEqual(
      row(owner)
        .problems.map(({ code }) => code)
        .slice(0, 1),
      ['owner'],
      owner,
    );
  for (const phone of ['无', '-', '暂无', '不详', 'none'])
    assert.deepEqual(row('张三', phone).rows[0]?.owners, [{ name: '张三', phone: null }]);
  assert.deepEqual(
    row('张三、李四', '无、13900000002').rows[0]?.owners.map(({ phone }) => phone),
    [null, '13900000002'],
  );
  for (const area of ['10000000.01', '99999999999', '123456789012'])
    assert.deepEqual(codesOf(row('张三', '', area)), [[2, 'area', 'area']], area);
  for (const owner of ['张　三', '张 三', '张\u200b三', '张三 ', ' 张三'])
    assert.equal(row(owner).rows[0]?.owners[0]?.name, '张三', owner);
  assert.deepEqual(
    row('张三&李四＋王五').rows[0]?.owners.map(({ name }) => name),
    ['张三', '李四', '王五'],
  );
  assert.equal(row('阿里 木').rows[0]?.owners[0]?.name, '阿里 木', 'longer names keep their blank');
});

test('a door or building that Excel made a date is refused by row, with what was probably typed', () => {
  const read = readCells(
    cells('14', '1', { text: '2026-01-02', kind: 'date' }, '80', '张三'),
    cells('14', '1', '1月2日', '80', '张三'),
    cells('14', '1', 'Jan-03', '80', '张三'),
    cells('14', '1', '3-Jan', '80', '张三'),
    cells('2026年5月12日', '1', '101', '80', '张三'),
    cells('14', '2026/1/2', '101', '80', '张三'),
    cells('14', '1', '1-2', '80', '张三'),
    cells('14', '1', '5月', '80', '张三'),
  );
  assert.deepEqual(codesOf(read), [
    [2, 'door', 'made_a_date'],
    [3, 'door', 'made_a_date'],
    [4, 'door', 'made_a_date'],
    [5, 'door', 'made_a_date'],
    [6, 'building', 'made_a_date'],
    [7, 'entrance', 'made_a_date'],
  ]);
  const says = (at: number, locale: 'zh' | 'en') => {
    const problem = read.problems[at];
    assert.ok(problem);
    return problemWords(problem, register, { locale, says: messages[locale].register.says });
  };
  assert.match(says(0, 'zh'), /^第 2 行：“门牌”里的“2026-01-02”是 Excel 自动改成的日期，原来写的多半是“1-2”/);
  assert.match(says(2, 'en'), /^Row 4: door: Excel made the date "Jan-03", probably of "1-3"/);
});

test('areas a spreadsheet computed are taken as printed; those typed too exactly are not', () => {
  const area = (text: string) => readRegister([head, ['14', '1', '101', text, '张三']]).rows[0]?.area;
  assert.deepEqual(
    ['77.49999999999999', '33.333333333333336', '89.305000000000007', '1,089.5', '80', '80.129999999'].map(area),
    [7750, 3333, 8931, 108950, 8000, 8013],
  );
  assert.deepEqual(['80.123', '80.1234', '1,08', '0.0000000001', '-5', '1e2'].map(area), Array(6).fill(undefined));
});

test('rows of totals are named and skipped, wherever they stand; an owner is never one', () => {
  const read = readRegister([
    head,
    ['14', '1', '101', '80', '张三'],
    ['14号楼小计', '', '', '80'],
    ['15', '1', '101', '70', '李四'],
    ['15', '', '小 计', '70', ''],
    ['16', '1', '101', '70', '合计'],
    ['合计：', '', '', '220', '3户'],
    ['总计（㎡）', '', '', '220', ''],
  ]);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(
    read.totals.map(({ row, text }) => [row, text]),
    [
      [3, '14号楼小计'],
      [5, '小 计'],
      [7, '合计:'],
      [8, '总计(m2)'],
    ],
  );
  assert.equal(read.rows.length, 3);
});

test('the heading said again on the next page is no row', () => {
  const read = readRegister([head, ['14', '1', '101', '80', '张三'], head, ['14', '1', '102', '80', '张三']]);
  assert.deepEqual([read.problems, read.rows.length], [[], 2]);
});

test('one merged cell for several doors is each of theirs; one door in one merged cell is one, with the owners of its rows', () => {
  const first = (text: string) => ({ text, joined: 'first' as const });
  const rest = (text: string) => ({ text, joined: 'rest' as const });
  const building = readCells(cells(first('14'), '1', '101', '80', '张三'), cells(rest('14'), '1', '102', '70', '李四'));
  assert.deepEqual(building.problems, []);
  assert.deepEqual(
    building.rows.map((row) => [row.building, row.door, row.area]),
    [
      ['14', '101', 8000],
      ['14', '102', 7000],
    ],
  );
  const door = readCells(
    cells(first('14'), first('1'), first('101'), first('80'), '张三', ''),
    cells(rest('14'), rest('1'), rest('101'), rest('80'), '李四', '13900000002'),
    cells('14', '1', '102', '70', '王五', ''),
  );
  assert.deepEqual(door.problems, []);
  assert.deepEqual(door.rows[0]?.owners, [
    { name: '张三', phone: null },
    { name: '李四', phone: '13900000002' },
  ]);
  assert.equal(door.rows.length, 2);
  const area = readCells(
    cells('14', '1', '101', first('150'), '张三'),
    cells('14', '1', '102', rest('150'), '李四'),
    cells('14', '1', first('103'), '40', '王五'),
    cells('14', '1', rest('103'), '40', '赵六'),
  );
  assert.deepEqual(codesOf(area), [
    [2, 'area', 'merged'],
    [3, 'area', 'merged'],
    [4, 'area', 'merged'],
  ]);
});

test('a line break parts owners, every middle dot is the same, and a number left out keeps the others in their order', () => {
  const { rows } = readRegister([
    head,
    ['14', '1', '101', '80', '买买提•吐尔逊\n古丽‧阿布都', '\n13900000002'],
    ['14', '1', '102', '80', '张三\r\n李四', '13800000001'],
    ['14', '1', '103', '80', '阿里･买买提', ''],
  ]);
  assert.deepEqual(
    rows.map(({ owners }) => owners.map(({ name, phone }) => [name, phone])),
    [
      [
        ['买买提·吐尔逊', null],
        ['古丽·阿布都', '13900000002'],
      ],
      [
        ['张三', '13800000001'],
        ['李四', null],
      ],
      [['阿里·买买提', null]],
    ],
  );
});

test('numbers that lost their end, and mistakes of formulas, are refused where they stand', () => {
  const read = readCells(
    cells('14', '1', '101', '80', '张三', '1.38E+10'),
    cells('14', '1', { text: '110108199001011200', kind: 'number' }, '80', '张三'),
    cells('14', '1', '103', { text: '#REF!', kind: 'error' }, '张三'),
  );
  assert.deepEqual(codesOf(read), [
    [2, 'phone', 'digits_lost'],
    [3, 'door', 'digits_lost'],
    [4, 'area', 'cell_error'],
  ]);
});

test('every problem any sheet can have has its words', () => {
  for (const locale of ['zh', 'en'] as const)
    for (const code of [...register.codes, 'no_rows', 'too_long', 'merged', 'digits_lost', 'cell_error'] as const) {
      const problem = { row: 2, column: 'door', code, detail: '1' };
      const words = problemWords(problem, register, { locale, says: messages[locale].register.says });
      assert.match(words, locale === 'zh' ? /^第 2 行：./ : /^Row 2: ./);
    }
  assert.equal(readRegister([head]).problems[0]?.code, 'no_rows');
});

test('the sheet of captains is read as the register is: dots, rare characters, numbers with anything between, what Excel made of a building, totals', () => {
  const { rows, problems, totals } = captains.read(
    linesOf([
      ['楼栋', '单元', '姓名', '电话'],
      ['１４号楼', '二单元', '买买提•艾力', '138・0013・0010'],
      ['14', '2', '刘\ue863', '+86 138–0013−0011'],
      ['14', '３', '张\u200b三', '138 0013 0012 转 8'],
      ['14', '4', '刘\ue000', '13800130013'],
      ['2026-01-02', '1', '李四', '13800130014'],
      ['14', '1.0', '王五', '1.38E+10'],
      ['合计', '', '', '4'],
    ]),
  );
  assert.deepEqual(
    rows.slice(0, 3).map(({ building, entrance, name, phone }) => [building, entrance, name, phone]),
    [
      ['14', 2, '买买提·艾力', '13800130010'],
      ['14', 2, '刘䶮', '13800130011'],
      ['14', 3, '张三', ''],
    ],
  );
  assert.deepEqual(
    problems.map(({ row, code }) => [row, code]),
    [
      [4, 'phone'],
      [5, 'private_use'],
      [6, 'made_a_date'],
      [7, 'entrance'],
      [7, 'digits_lost'],
    ],
  );
  assert.deepEqual(
    totals.map(({ row }) => row),
    [8],
  );
});
