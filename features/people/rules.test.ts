import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkBuilding,
  checkGrant,
  checkJoin,
  checkSlug,
  doorSpellings,
  entranceNo,
  readRegister,
  withCompounds,
} from './rules';

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

test('names of communities', () => {
  assert.ok(checkSlug('zhuguang').ok);
  for (const slug of ['api', 'en', 'A', 'a', 'a_b', '-ab', 'sign-in', '../x'])
    assert.equal(checkSlug(slug).ok, false, slug);
});

test('grants that do not go together', () => {
  const worker = [{ role: 'social-worker', entranceId: null }] as const;
  const code = (...given: Parameters<typeof checkGrant>) => {
    const checked = checkGrant(...given);
    return checked.ok ? 'ok' : checked.refusal.code;
  };
  assert.equal(code({ role: 'captain', entranceId: null }, []), 'entrance_for_captains');
  assert.equal(code({ role: 'hotline', entranceId: 1 }, []), 'entrance_for_captains');
  assert.equal(code({ role: 'social-worker', entranceId: null }, worker), 'already_held');
  assert.equal(code({ role: 'auditor', entranceId: null }, worker), 'auditor_apart');
  assert.equal(code({ role: 'property', entranceId: null }, worker), 'property_apart');
  assert.equal(code({ role: 'captain', entranceId: 2 }, [{ role: 'captain', entranceId: 1 }]), 'ok');
});

test('joining', () => {
  assert.ok(checkJoin({ livesThere: false, open: 0 }).ok);
  assert.equal(checkJoin({ livesThere: true, open: 0 }).ok, false);
  assert.equal(checkJoin({ livesThere: false, open: 3 }).ok, false);
});

test('a row without a compound goes where the building is, and has to say where several have it', () => {
  const known = [
    { compound: '一区', building: '14' },
    { compound: '二区', building: '14' },
    { compound: '二区', building: '15' },
  ];
  const row = (compound: string, building: string) => ({ compound, building });
  const rows = [row('', '15'), row('', '16'), row('一区', '14')];
  assert.deepEqual(withCompounds(rows, known, '珠光'), {
    rows: [row('二区', '15'), row('珠光', '16'), row('一区', '14')],
    unclear: [],
  });
  const bare = withCompounds([row('', '14'), row('', '14')], known, '珠光');
  assert.deepEqual(bare.unclear, [{ building: '14', compounds: ['一区', '二区'] }]);
  assert.deepEqual(withCompounds([row('', '14')], known.slice(0, 1), '珠光').unclear, []);
  assert.equal(checkBuilding(['一区']).ok, true);
  assert.equal(checkBuilding([]).ok, false);
  assert.equal(checkBuilding(['一区', '二区']).ok, false);
});

test('an entrance is a number however it is written; from 1 to 99', () => {
  assert.deepEqual(['1', '一', '1单元', '一单元', '第一单元', '十二', '99'].map(entranceNo), [1, 1, 1, 1, 1, 12, 99]);
  assert.deepEqual(['0', '100', '', '零', '东门口', '-1'].map(entranceNo), [null, null, null, null, null, null]);
});

test('a door is tried as written, then without the word after its number', () => {
  assert.deepEqual(doorSpellings('302'), ['302']);
  assert.deepEqual(doorSpellings('302室'), ['302室', '302']);
  assert.deepEqual(doorSpellings('３０２ 号'), ['３０２ 号', '302 号', '302']);
  assert.deepEqual(doorSpellings('东门'), ['东门']);
});
