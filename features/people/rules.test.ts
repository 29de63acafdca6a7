import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  asTheHouseStands,
  checkBuilding,
  checkGrant,
  checkJoin,
  checkSlug,
  doorSpellings,
  entranceNo,
  floorOf,
  withCompounds,
} from './rules';

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

test('a door tells its floor by its number', () => {
  const floors: [string, number | null][] = [
    ...([
      ['101', 1],
      ['1402', 14],
      ['0203', 2],
      ['１２０１', 12],
      ['101A', 1],
      ['302室', 3],
      ['1-1402', 14],
    ] as const),
    ...([
      ['B101', -1],
      ['地下102', -1],
      ['负203', -2],
      ['12', null],
      ['底商', null],
      ['', null],
      ['12345', null],
    ] as const),
  ].map(([door, floor]) => [door, floor]);
  for (const [door, floor] of floors) assert.equal(floorOf(door), floor, door);
});

test('doors stand as the house does, high floors on top, each above the same door', () => {
  const stand = (...doors: string[]) => {
    const { abreast, floors } = asTheHouseStands(doors.map((door) => ({ door })));
    return { abreast, floors: floors.map((one) => one.doors.map((door) => door?.door ?? null)) };
  };
  assert.deepEqual(stand('101', '102', '201', '1202'), {
    ...{
      abreast: 2,
      floors: [
        [null, '1202'],
        ['201', null],
        ['101', '102'],
      ],
    },
  });
  assert.deepEqual(stand('101', 'B101', '底商'), { abreast: 1, floors: [['101'], ['B101'], ['底商']] });
  const seven = ['101', '102', '103', '104', '105', '106', '107'];
  assert.deepEqual(stand(...seven), { abreast: null, floors: [seven] });
  assert.equal(stand(...seven.slice(1)).abreast, 6);
  assert.deepEqual(stand(), { abreast: null, floors: [] });
});

test('no door is lost or doubled on the way to its floor', () => {
  const door = fc.oneof(fc.stringMatching(/^[1-9]?\d\d{2}[AB]?$/), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.uniqueArray(door, { maxLength: 60 }), (doors) => {
      const { floors } = asTheHouseStands(doors.map((one) => ({ door: one })));
      const shown = floors.flatMap((one) => one.doors.flatMap((each) => (each ? [each.door] : [])));
      assert.deepEqual([...shown].sort(), [...doors].sort());
      const known = floors.flatMap(({ floor }) => (floor === null ? [] : [floor]));
      assert.deepEqual(
        known,
        [...known].sort((a, b) => b - a),
      );
    }),
  );
});
