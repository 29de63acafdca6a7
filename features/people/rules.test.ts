import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBuilding, checkGrant, checkJoin, checkSlug, doorSpellings, entranceNo, withCompounds } from './rules';

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
