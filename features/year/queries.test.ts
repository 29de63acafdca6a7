import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addDemand, addMember, claimDemand } from '@/features/council/commands/lists';
import { makeAccepted } from '@/tests/building';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { value } from '@/tests/office';
import { boardYear } from './queries';

after(closeAll);

test('who benefited and who bore in the year of the signature, with what was promised in return', async () => {
  const here = await makeAccepted();
  const found = await boardYear(here.slug, { year: null });
  assert.deepEqual(found?.years, [2022]);
  assert.deepEqual(
    found?.buildings.map(({ name, benefits, bears, onlyBears }) => [name, benefits, bears, onlyBears]),
    [
      ['15', 0, 1, true],
      ['14', 1, 0, false],
    ],
  );
  assert.deepEqual(found?.buildings[0]?.shares[0]?.promises, [{ text: '下口北移12米', kept: true }]);
  assert.equal((await boardYear(here.slug, { year: 2022 }))?.decisions.length, 1);
  assert.equal(await boardYear(here.slug, { year: 2021 }), undefined);
});

test('where nothing was signed there is no year', async () => {
  const { slug } = await makeCommunity();
  assert.deepEqual(await boardYear(slug, { year: null }), {
    year: null,
    years: [],
    decisions: [],
    buildings: [],
    brought: [],
    absent: [],
  });
});

test('who brought what stands beside what was decided, of that year alone', async () => {
  const here = await makeAccepted();
  const by = here.by(here.worker);
  const { member } = value(await addMember(by, { name: '社区医院', contactName: '', contactPhone: '' }));
  const { demand } = value(await addDemand(by, { title: '楼道口装扶手', source: 'resident' }));
  value(await claimDemand(by, { demand, member, brings: '两根扶手' }));
  const found = await boardYear(here.slug, { year: null });
  assert.deepEqual(found?.brought, [{ member: '社区医院', things: [{ brings: '两根扶手', title: '楼道口装扶手' }] }]);
  await sql(`update demand_claim set at = '2021-05-01T00:00:00Z' where community_id = $1`, [here.communityId]);
  assert.deepEqual((await boardYear(here.slug, { year: 2022 }))?.brought, []);
});

test('what was finished in a year without a signature, or was signed in another, is counted and named with why', async () => {
  const here = await makeAccepted();
  const ways = async () => (await boardYear(here.slug, { year: 2022 }))?.absent.map(({ no, way }) => [no, way]);
  assert.deepEqual(await ways(), [], 'what was signed in the year is in its circle');
  const one = (no: number, state: string, at: string) =>
    sql<{ id: number }>(
      `insert into proposal (community_id, no, kind, state, title, place, problem, ask, author_id, created_at, submitted_at, state_at,
         last_event_at) select $1, $2, 'other', $3, '换灯', '楼道', '灯坏了', '换一盏', $4, $5, $5, $5, $5 returning id`,
      [here.communityId, no, state, here.author, at],
    );
  await one(2, 'verified', '2022-05-01');
  await one(3, 'consulting', '2022-05-01');
  await one(4, 'verified', '2021-05-01');
  assert.deepEqual(await ways(), [[2, 'other']]);
  assert.equal((await boardYear(here.slug, { year: 2021 }))?.absent.length, 1);
});
