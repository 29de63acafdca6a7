import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { code, done } from '@/tests/consultation';
import { aDraft, makeDistrict } from '@/tests/district';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { cohortPage, cohortsAtDesk } from '../queries/desk';
import { publicDistrict } from '../queries/public';
import { waitsInOffice } from '../queries/waiting';
import { approveCohort, draftCohort, withdrawCohort } from './cohorts';

after(closeAll);

async function drafted() {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
       recorded_at) values ($1, '2022-01-19', '2022-02-18', 'beijing_district_2025', 20, 20, 9, 9, 0, now())`,
    [here.communityId],
  );
  const draft = (name: string) =>
    draftCohort(first, {
      district: of.slug,
      name,
      ...aDraft,
      places: String(here.communityId),
      submission: randomUUID(),
      [`reason_${here.communityId}`]: '还没有数',
    });
  const { cohort: no } = done(await draft('第二批'));
  const [row] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  return { of, first, second, draft, no, which: { district: of.slug, cohort: row?.id } };
}

test('a draft is taken back for a reason, by another at the second press; nothing of it is lost, and nobody approves it', async () => {
  const { of, first, second, draft, no, which } = await drafted();
  assert.equal((await waitsInOffice(second, { district: of.slug }))?.length, 1);
  assert.equal(code(await withdrawCohort(second, which)), 'invalid', 'without a reason');
  const asked = await withdrawCohort(second, { ...which, reason: '名单要重定', undoes: '' });
  const undoes = asked.ok ? '' : String(asked.refusal.details?.undoes);
  assert.deepEqual([code(asked), JSON.parse(undoes)], ['undoes', { chosen: 1 }]);
  done(await withdrawCohort(second, { ...which, reason: '名单要重定', undoes }));
  assert.equal(code(await withdrawCohort(first, { ...which, reason: '再撤' })), 'withdrawn');
  assert.equal(code(await approveCohort(second, which)), 'withdrawn');
  const page = await cohortPage(first, { district: of.slug, no });
  assert.deepEqual([page?.withdrawn?.reason, page?.places.length, page?.basisHash?.length], ['名单要重定', 1, 64]);
  assert.deepEqual(
    (await cohortsAtDesk(first, { district: of.slug }))?.map((one) => one.withdrawn),
    [true],
  );
  assert.deepEqual(await waitsInOffice(second, { district: of.slug }), []);
  assert.deepEqual((await publicDistrict({ district: of.slug }))?.coming, [], 'nothing is being prepared any more');
  const [event] = await sql<{ detail: object }>(
    `select detail from account_event where kind = 'cohort.withdraw' and person_id = $1 order by id desc limit 1`,
    [second],
  );
  assert.match(JSON.stringify(event?.detail), /名单要重定/);
  assert.equal(done(await draft('第二批，重拟')).cohort, no + 1);
});

test('whoever drafted it takes it back at once; what was approved stays', async () => {
  const { first, second, which } = await drafted();
  done(await approveCohort(second, which));
  assert.equal(code(await withdrawCohort(first, { ...which, reason: '晚了' })), 'already_approved');
  const other = await drafted();
  done(await withdrawCohort(other.first, { ...other.which, reason: '写错了' }));
  const race = await drafted();
  const both = await Promise.all([
    approveCohort(race.second, race.which),
    withdrawCohort(race.first, { ...race.which, reason: '同时' }),
  ]);
  assert.equal(both.filter(({ ok }) => ok).length, 1, 'one of the two');
});
