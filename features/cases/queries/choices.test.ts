import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addEntry, renameEntry, retireEntry } from '@/features/orders/commands/lists';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { postCase, recordCase } from '../commands';
import { caseFields } from '../components/case-fields';
import { boardCase, deskCase } from '../queries';
import { caseChoices } from './choices';

after(closeAll);

const dark = { kind: 'help', title: '路灯不亮', words: '三天了' };

async function named() {
  const here = await makeCommunity();
  const worker = await here.staff('social-worker');
  const home = here.household('14', 0);
  const person = await here.resident(home);
  done(await addEntry(here.by(worker), { list: 'place', name: '小广场' }));
  const choices = async () => (await caseChoices(here.by(person), {}))?.spots ?? [];
  const spot = async (name: string, entrance: number | null = null) =>
    (await choices()).find((one) => one.name === name && one.entrance === entrance)?.value ?? '';
  const say = (at: string | undefined, place: string) =>
    recordCase(here.by(person), { ...dark, source: 'web', household: home, at, place });
  return { here, worker, person, choices, spot, say };
}

test('a case is at a named place, a building or an entrance, with free words beside it; one of the two is needed', async () => {
  const { here, worker, choices, spot, say } = await named();
  const kinds = (await choices()).map(({ kind, name, entrance }) => [kind, name, entrance]);
  assert.deepEqual(kinds[0], ['place', '小广场', null]);
  assert.deepEqual(kinds[1], ['building', '14', null]);
  assert.deepEqual(kinds[2], ['entrance', '14', 1]);
  const none = await say(undefined, '');
  assert.ok(!none.ok && none.refusal.fieldErrors?.place === 'required');
  const strange = await say('place-999999', '东头');
  assert.ok(!strange.ok && strange.refusal.fieldErrors?.at === 'choose_one');
  const bad = await say('unit-3', '东头');
  assert.ok(!bad.ok && bad.refusal.fieldErrors?.at === 'choose_one');
  done(await say(undefined, '东头'));
  done(await say(await spot('小广场'), '亭子边上'));
  done(await say(await spot('14'), ''));
  const rows = await sql(
    'select place, place_id is not null as named, place_building_id is not null as built from cases where community_id = $1 order by no',
    [here.communityId],
  );
  assert.deepEqual(rows, [
    { place: '东头', named: false, built: false },
    { place: '小广场 · 亭子边上', named: true, built: false },
    { place: '14号楼', named: false, built: true },
  ]);
  const square = await spot('小广场');
  const entry = Number(square.split('-')[1]);
  done(await renameEntry(here.by(worker), { list: 'place', entry, name: '中心广场' }));
  assert.equal(await spot('中心广场'), square);
  done(await retireEntry(here.by(worker), { list: 'place', entry }));
  assert.equal(await spot('中心广场'), '');
  assert.equal(code(await say(square, '')), 'invalid');
  assert.equal((await deskCase(here.by(worker), { no: 2 }))?.place, '小广场 · 亭子边上');
});

test('at their own entrance and building comes first, each place once', async () => {
  const { here, person } = await named();
  const choices = await caseChoices(here.by(person), {});
  const at = caseFields('zh', choices ?? { spots: [], categories: [] }, 'own').find(({ name }) => name === 'at');
  const options = at?.kind === 'select' ? at.options : [];
  assert.deepEqual(
    options.slice(0, 3).map(({ label, under }) => [label, under]),
    [
      ['我家、我这个单元（14号楼1单元）', '我家这儿'],
      ['我这栋楼（14号楼）', '我家这儿'],
      ['小广场', '大家叫得出名字的地方'],
    ],
  );
  assert.equal(new Set(options.map(({ value }) => value)).size, choices?.spots.length);
  assert.equal(options.length, choices?.spots.length);
});

test('the board says the building of an entrance, and whoever goes there the entrance', async () => {
  const { here, worker, spot, say } = await named();
  const at = await spot('14', 1);
  const { no } = done(await say(at, '三层楼道'));
  const desk = await deskCase(here.by(worker), { no });
  assert.deepEqual([desk?.place, desk?.open], ['14号楼1单元 · 三层楼道', '14号楼 · 三层楼道']);
  done(await postCase(here.by(worker), { case: no, title: '路灯不亮', place: desk?.open ?? '' }));
  assert.equal((await boardCase(here.slug, { no }))?.place, '14号楼 · 三层楼道');
  const written = done(
    await recordCase(here.by(worker), {
      ...dark,
      source: 'walk_in',
      title: '灯不亮',
      at,
      place: '',
    }),
  );
  assert.equal((await boardCase(here.slug, { no: written.no }))?.place, '14号楼', 'it hangs at once');
});
