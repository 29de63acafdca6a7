import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { code, done } from '@/tests/consultation';
import { aDraft, makeDistrict } from '@/tests/district';
import { at, closeAll, makeCommunity, sql } from '@/tests/fixture';
import { cohortPage } from '../queries/desk';
import { weighed } from '../queries/weighed';
import { approveCohort, draftCohort, withdrawCohort } from './cohorts';
import { weighCommunities } from './weigh';

after(closeAll);

const parts = { volume: '5', repeats: '0', unresolved: '2', overdue: '2', opposites: '1', trend: '1', many: '1' };

test('whoever asks the list by other weights is written down, colleagues see it, and the next draft seals how many were tried', async () => {
  at('2022-03-10');
  const here = await makeCommunity();
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  const district = of.slug;
  const usual = await weighed(first, { district });
  assert.deepEqual([usual?.weights.volume, usual?.many, usual?.log], [2, 26, []]);
  const { asked } = done(await weighCommunities(first, { district, ...parts }));
  done(await weighCommunities(second, { district, ...parts, many: '2' }));
  const seen = await weighed(first, { district, asked });
  assert.deepEqual([seen?.weights.volume, seen?.weights.repeats, seen?.many], [5, 0, 1]);
  assert.deepEqual(
    seen?.log.map(({ own, many }) => [own, many]),
    [
      [false, 2],
      [true, 1],
    ],
  );
  const refused = await weighCommunities(first, { district, ...parts, volume: '11', trend: 'x', many: '0' });
  const range = 'weight_range';
  assert.deepEqual(refused.ok ? {} : refused.refusal.fieldErrors, { many: 'many_range', trend: range, volume: range });
  const none = Object.fromEntries(Object.keys(parts).map((name) => [name, name === 'many' ? '1' : '0']));
  assert.equal(code(await weighCommunities(first, { district, ...none })), 'no_weights');
  assert.equal(code(await weighCommunities(await of.office('hotline-centre'), { district, ...parts })), 'not_allowed');
  const [event] = await sql<{ detail: { weights: string } }>(
    `select detail from account_event where kind = 'cohort.weigh' and person_id = $1`,
    [first],
  );
  assert.equal(event?.detail.weights, '5,0,2,2,1,1');
  await assert.rejects(sql(`update weighing set weights = '1,1,1,1,1,1' where id = $1`, [asked]), { code: '23001' });
  const foreign = await makeDistrict([]);
  const stranger = await foreign.office('organisation');
  assert.equal((await weighed(stranger, { district: foreign.slug, asked }))?.weights.volume, 2, 'nobody else’s');

  const draft = (name: string) =>
    draftCohort(first, {
      ...aDraft,
      district,
      name,
      places: String(here.communityId),
      submission: randomUUID(),
      [`reason_${here.communityId}`]: '还没有数',
    });
  at('2022-03-11');
  done(await draft('第一批'));
  at('2022-03-12');
  done(await draft('另一份'));
  const tried = async (no: number) => (await cohortPage(first, { district, no }))?.tried;
  assert.deepEqual([await tried(1), await tried(2)], [2, 2], 'a draft that is thrown away wipes nothing out');
  const [thrown, kept] = await sql<{ id: number }>('select id from cohort where district_id = $1 order by no', [of.id]);
  const undo = { district, cohort: thrown?.id, reason: '名单要重定' };
  done(await withdrawCohort(first, undo));
  at('2022-03-13');
  done(await weighCommunities(first, { district, ...parts }));
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied, fairly_satisfied,
       recorded_at) values ($1, '2022-01-19', '2022-02-18', 'beijing_district_2025', 20, 20, 9, 9, 0, now())`,
    [here.communityId],
  );
  done(await approveCohort(second, { district, cohort: kept?.id }));
  at('2022-03-14');
  done(await draft('下一批'));
  assert.equal(await tried(3), 1, 'what was tried for one that was approved is not said of the next');
});
