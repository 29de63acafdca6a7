import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { linkCase, postCase, recordCase } from '@/features/cases/commands';
import { boardStory } from '@/features/story/queries';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { leak } from '@/tests/office';
import { listed } from '@/tests/roofs';
import { completeRepairs, judgeUnit } from '@/tests/shown';
import { casesToList } from '../queries/desk';
import { leaksAgain } from './judge';
import { listUnits } from './list';
import { finishUnits, lookAtUnits } from './work';

after(closeAll);

test('a list nobody has begun decides nothing, whatever way its proposal went', async () => {
  const here = await listed(2);
  const { proposal, ids } = here;
  await sql(`update proposal set state = 'completed' where community_id = $1`, [here.communityId]);
  const work = { proposal, units: ids, day: '2022-03-01' };
  assert.equal(code(await lookAtUnits(here.by(here.property), work)), 'not_begun');
  assert.equal(code(await finishUnits(here.by(here.property), work)), 'not_begun');
  await sql(`update repair_unit set state = 'repaired' where community_id = $1`, [here.communityId]);
  const unit = await here.unitOf(0);
  assert.equal(code(await judgeUnit(here.by(here.author), { unit, outcome: 'confirmed' })), 'not_begun');
  await sql(`update repair_unit set state = 'confirmed', warranty_to = '2027-01-01' where community_id = $1`, [
    here.communityId,
  ]);
  assert.equal(code(await leaksAgain(here.by(here.author), { unit, note: '漏' })), 'not_begun');
  assert.equal(await here.state(), 'completed');
});

test('it is not over for everybody while one home leaks again', async () => {
  const here = await listed(3);
  const { proposal } = here;
  await here.repaired();
  const homes = await Promise.all(
    [0, 1, 2].map(async (index) => ({
      by: here.by(index === 0 ? here.author : await here.resident(here.household('14', index))),
      unit: await here.unitOf(index),
    })),
  );
  const [first, second, third] = homes;
  assert.ok(first && second && third);
  done(await judgeUnit(first.by, { unit: first.unit, outcome: 'refused', note: '漏', repairOn: '2022-03-10' }));
  for (const { by, unit } of [second, third]) done(await judgeUnit(by, { unit, outcome: 'confirmed' }));
  done(await completeRepairs(here.by(here.worker), { proposal }));
  done(await leaksAgain(second.by, { unit: second.unit, note: '又漏' }));
  done(await finishUnits(here.by(here.property), { proposal, units: String(first.unit), day: '2022-03-01' }));
  done(await judgeUnit(first.by, { unit: first.unit, outcome: 'confirmed' }));
  assert.equal(await here.state(), 'completed', 'the second leaks');
  done(await lookAtUnits(here.by(here.property), { proposal, units: String(second.unit), day: '2022-03-01' }));
  done(await finishUnits(here.by(here.property), { proposal, units: String(second.unit), day: '2022-03-01' }));
  here.at('2022-03-02T14:03');
  done(await judgeUnit(second.by, { unit: second.unit, outcome: 'confirmed' }));
  assert.equal(await here.state(), 'verified');
  const story = await boardStory(here.slug, { no: proposal });
  const last = story?.events.find(({ kind }) => kind === 'repair_all_good');
  const midnight = new Date('2022-03-02T00:00+08:00').getTime();
  assert.deepEqual([last?.role, new Date(last?.at ?? 0).getTime()], ['resident', midnight]);
  assert.deepEqual(
    [story?.stateAt].map((at) => new Date(at ?? 0).getTime()),
    [midnight],
  );
});

test('of a case no more comes onto the list than hangs, and nothing of what is brought against somebody', async () => {
  const here = await listed(2);
  const { proposal, worker } = here;
  await sql('select begin_handling($1)', [here.communityId]);
  const brought = async (index: number, title: string) => {
    const household = here.household('14', index);
    const { no } = done(await recordCase(here.by(worker), { ...leak, source: 'walk_in', title, household }));
    done(await linkCase(here.by(worker), { case: no, proposal, side: 'for' }));
    return no;
  };
  const [plain, posted, person, office] = [
    await brought(5, '刘桂芬家漏水'),
    await brought(6, '张家漏水'),
    await brought(7, '物业的老王把我家修漏了'),
    await brought(8, '物业不管'),
  ];
  const down = 'update cases set posted_at = null where community_id = $1 and no = any ($2)';
  await sql(down, [here.communityId, [plain, posted]]);
  done(
    await postCase(here.by(await here.staff('social-worker')), { case: posted, title: '顶层漏水', place: '14号楼' }),
  );
  await sql('update cases set against_id = $2 where community_id = $1 and no = $3', [
    ...[here.communityId, here.property, person],
  ]);
  await sql(
    'update cases set against_agency_id = (select id from agency where community_id = $1 order by id limit 1) where community_id = $1 and no = $2',
    [...[here.communityId, office]],
  );
  const [row] = await sql<{ proposal: number; repair: number }>(
    'select proposal_id as proposal, id as repair from repair where community_id = $1',
    [here.communityId],
  );
  assert.ok(row);
  assert.equal(await casesToList(here.by(here.property), row), undefined, 'for whoever lists');
  assert.deepEqual(
    (await casesToList(here.by(worker), row))?.map(({ no, title }) => [no, title]),
    [
      [plain, ''],
      [posted, '顶层漏水'],
    ],
  );
  const cases = [plain, posted, person, office].map(String);
  done(await listUnits(here.by(worker), { proposal, cases }));
  const listedOnce = (await here.units()).filter(({ source }) => source === 'case').map(({ what }) => what);
  assert.deepEqual(listedOnce, ['', '顶层漏水']);
});
