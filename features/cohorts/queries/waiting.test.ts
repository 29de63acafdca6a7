import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { workplaceOf } from '@/features/account/queries';
import { makeDistrict } from '@/tests/district';
import { at, closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { approveCohort, draftCohort, publishCohort } from '../commands/cohorts';
import { addCandidate, sendCandidate } from '../commands/terms';
import { waitsInOffice } from './waiting';

after(closeAll);

const ok = (done: { ok: boolean; refusal?: unknown }) => assert.ok(done.ok, JSON.stringify(done.refusal));

test('what waits for whoever chooses is there for them alone, and leads them to their own day', async () => {
  at('2022-03-10');
  const here = await makeCommunity();
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  const listener = await of.office('hotline-centre');
  const district = of.slug;
  const tasks = async (person: number) => (await waitsInOffice(person, { district }))?.map(({ task }) => task);
  assert.deepEqual(await workplaceOf(second, undefined), { at: 'office', slug: district });
  assert.deepEqual(await workplaceOf(await here.captain(here.entrance('14', 1)), undefined), {
    at: 'door',
    slug: here.slug,
  });
  const secretary = await here.staff('party-secretary');
  await of.office('organisation', null, secretary);
  assert.deepEqual(await workplaceOf(secretary, undefined), { at: 'desk', slug: here.slug });
  await sql(
    `insert into selection_snapshot (community_id, day, counts, has_data, hash, at) values ($1, '2022-03-01', $2, true, '\\x01', now())`,
    [
      here.communityId,
      JSON.stringify({ households: 1000, volume: 30, repeats: 0, unresolved: 3, overdue: 0, opposites: 0, trend: 0 }),
    ],
  );
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
       source, recorded_at) values ($1, '2022-01-19', '2022-02-18', 'beijing_district_2025', 10, 10, 5, 5, 0, 'reported', now())`,
    [here.communityId],
  );
  ok(
    await draftCohort(first, {
      district,
      name: '第一批',
      from: '2022-04-01',
      to: '2022-12-31',
      weights: '2,2,2,2,1,1',
      beforeFrom: '2022-01-19',
      beforeTo: '2022-02-18',
      afterFrom: '2022-06-19',
      afterTo: '2022-07-18',
      places: String(here.communityId),
      submission: randomUUID(),
    }),
  );
  assert.deepEqual([await tasks(first), await tasks(second), await tasks(listener)], [[], ['approve'], []]);
  const [cohort] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  ok(await approveCohort(second, { district, cohort: cohort?.id }));
  assert.deepEqual([await tasks(first), await tasks(second)], [['publish'], ['publish']]);
  ok(await publishCohort(first, { district, cohort: cohort?.id }));
  assert.deepEqual(await tasks(first), ['send']);
  const who = { name: '王某', phone: newPhone(), homeUnit: '区教委', post: '', skills: '', named: 'yes' };
  ok(await addCandidate(first, { district, ...who }));
  const [candidate] = await sql<{ id: number }>('select max(id)::int as id from candidate');
  ok(
    await sendCandidate(first, {
      district,
      cohort: cohort?.id,
      community: here.communityId,
      candidate: candidate?.id,
      seen: 'on',
      from: '2022-04-01',
      to: '2022-12-31',
    }),
  );
  assert.deepEqual(await tasks(first), []);
});
