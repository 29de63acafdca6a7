import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { openTerm } from '@/features/people/commands/term';
import { makeDistrict } from '@/tests/district';
import { at, closeAll, makeCommunity, makePerson, newPhone, sql } from '@/tests/fixture';
import { candidates, offeredFor } from '../queries/candidates';
import { cohortPage } from '../queries/desk';
import { serving } from '../queries/public';
import { extendTerm, recallTerm, sendCandidate } from './terms';

after(closeAll);

type Done = { ok: true; value: unknown } | { ok: false; refusal: { code: string } };
const code = (done: Done) => (done.ok ? 'ok' : done.refusal.code);
const one = async (text: string, values: unknown[]) => (await sql<{ id: number }>(text, values))[0]?.id ?? 0;

/** A cohort of one community, approved, with somebody who may be sent there from April on. */
async function makeApproved() {
  at('2022-03-10');
  const here = await makeCommunity();
  await here.staff('party-secretary');
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  const cohort = await one(
    `insert into cohort (district_id, no, name, from_day, to_day, before_from, before_to, after_from, after_to, weights, basis,
       basis_hash, drafted_by, drafted_at, submission) values ($1, 1, '第一批', '2022-04-01', '2022-12-31', '2022-01-19', '2022-02-18',
       '2022-06-19', '2022-07-18', '{}', '{"passed": []}', sha256('{"passed": []}'), $2, now(), $3) returning id`,
    [of.id, first, randomUUID()],
  );
  await sql('insert into cohort_place (community_id, cohort_id) values ($1, $2)', [here.communityId, cohort]);
  await sql(
    `insert into cohort_approval (cohort_id, drafted_by, approved_by, baseline, baseline_hash, at)
       values ($1, $2, $3, '{}', sha256('{}'), now())`,
    [cohort, first, second],
  );
  const candidate = async (name = '何志远', skills = '') =>
    one(
      `insert into candidate (district_id, person_id, name, home_unit, skills, named, at)
         values ($1, $2, $3, '区审计局', $4, false, now()) returning id`,
      [of.id, await makePerson(name), name, skills],
    );
  const send = (id: number, more: object = {}) =>
    sendCandidate(first, {
      district: of.slug,
      cohort,
      community: here.communityId,
      candidate: id,
      seen: 'on',
      from: '2022-04-01',
      to: '2022-12-31',
      ...more,
    });
  const posted = async () => (await cohortPage(first, { district: of.slug, no: 1 }))?.posted ?? [];
  const term = async () => {
    const last = (await posted()).at(-1)?.term ?? 0;
    return { district: of.slug, community: here.communityId, term: last, reason: '另有任用' };
  };
  const days = async () =>
    (
      await sql<{ days: string }>(
        `select t.from_day || ' ' || t.to_day as days from term t where t.community_id = $1 order by t.id`,
        [here.communityId],
      )
    ).map((row) => row.days);
  return { here, of, first, candidate, send, posted, term, days };
}

test('a term whose days are over is neither made longer nor recalled, and nothing of it moves', async () => {
  const { first, candidate, send, posted, term, days } = await makeApproved();
  assert.equal(code(await send(await candidate())), 'ok');
  const which = await term();
  at('2022-12-31');
  assert.deepEqual((await posted())[0]?.over, false, 'the last day is one of it');
  at('2023-01-01');
  assert.deepEqual((await posted())[0]?.over, true);
  assert.equal(code(await recallTerm(first, which)), 'term_over');
  assert.equal(code(await extendTerm(first, { ...which, to: '2023-03-01' })), 'term_over');
  assert.deepEqual(await days(), ['2022-04-01 2022-12-31']);
});

test('a term lies within the days of its cohort, and is made longer by a year after them at most', async () => {
  const { first, candidate, send, term, days } = await makeApproved();
  const who = await candidate();
  const fields = async (from: string, to: string) => {
    const done = await send(who, { from, to });
    return done.ok ? 'ok' : [done.refusal.code, done.refusal.fieldErrors];
  };
  assert.deepEqual(await fields('2022-03-31', '2022-12-31'), ['outside_cohort', { from: 'outside_cohort' }]);
  assert.deepEqual(await fields('2022-04-01', '2023-01-01'), ['outside_cohort', { to: 'outside_cohort' }]);
  const both = { from: 'outside_cohort', to: 'outside_cohort' };
  assert.deepEqual(await fields('2020-01-01', '2099-12-31'), ['outside_cohort', both]);
  assert.equal(await fields('2022-04-01', '2022-12-31'), 'ok');
  const which = await term();
  const longer = await extendTerm(first, { ...which, to: '2024-01-01' });
  assert.deepEqual(longer.ok ? {} : longer.refusal.fieldErrors, { to: 'too_late' });
  assert.equal(code(await extendTerm(first, { ...which, to: '2023-12-31' })), 'ok');
  assert.deepEqual(await days(), ['2022-04-01 2023-12-31']);
});

test('nobody is in two places at once, whoever opened either term; whoever serves elsewhere is not offered', async () => {
  const { here, of, first, candidate, send } = await makeApproved();
  const there = await makeCommunity();
  await of.lie([there], of.streetId);
  const asks = there.by(await there.staff('party-secretary'));
  const who = await candidate();
  const [person] = await sql<{ phone: string; name: string }>(
    `update person set phone = $2 where id = (select person_id from candidate where id = $1) returning phone, name`,
    [who, newPhone()],
  );
  const own = { ...person, cohort: '自己请的', post: '', from: '2022-06-01', to: '2023-02-28' };
  assert.equal(code(await openTerm(asks, own)), 'ok');
  const offered = async () =>
    (await offeredFor(first, { district: of.slug, no: 1, community: here.communityId, find: '' }))?.offered.length;
  assert.equal(await offered(), 0);
  assert.equal(code(await send(who)), 'candidate_elsewhere');
  assert.equal(code(await send(who, { to: '2022-06-01' })), 'candidate_elsewhere');
  assert.equal(code(await send(who, { to: '2022-05-31' })), 'ok', 'until the day before');
  const listed = await candidates(first, { district: of.slug, after: 0 });
  assert.deepEqual(
    listed?.page[0]?.terms.map(({ from, to }) => [from, to]),
    [
      ['2022-04-01', '2022-05-31'],
      ['2022-06-01', '2023-02-28'],
    ],
  );
  const further = await makeCommunity();
  const asksToo = further.by(await further.staff('party-secretary'));
  const during = { ...own, from: '2022-05-31', to: '2022-05-31' };
  assert.equal(code(await openTerm(asksToo, during)), 'serves_elsewhere');
  const race = await Promise.all(
    [asks, asksToo].map((by) => openTerm(by, { ...own, from: '2024-01-01', to: '2024-12-31' })),
  );
  assert.equal(race.filter(({ ok }) => ok).length, 1, 'one of two at the same moment');
});

test('where somebody serves already it is said before anybody is chosen; whoever serves there by itself can come into the cohort', async () => {
  const { here, of, first, candidate, send } = await makeApproved();
  const who = await candidate();
  const [person] = await sql<{ phone: string; name: string }>(
    `update person set phone = $2 where id = (select person_id from candidate where id = $1) returning phone, name`,
    [who, newPhone()],
  );
  const asks = here.by(await here.staff('party-secretary'));
  const days = { from: '2022-04-01', to: '2022-12-31' };
  const own = { ...person, cohort: '自己请的', post: '', ...days };
  assert.equal(code(await openTerm(asks, own)), 'ok');
  const page = async () => (await cohortPage(first, { district: of.slug, no: 1 }))?.taken[0]?.days;
  const place = await offeredFor(first, { district: of.slug, no: 1, community: here.communityId, find: '' });
  assert.deepEqual([await page(), place?.place.taken, place?.offered.length], [[days], [days], 1]);
  assert.equal(code(await send(who)), 'ok');
  assert.deepEqual(await page(), []);
});

test('access that was taken away is not given back by making the term longer', async () => {
  const { here, first, candidate, send, term } = await makeApproved();
  assert.equal(code(await send(await candidate())), 'ok');
  const which = await term();
  at('2022-05-05');
  const grant = await one(`select id from grants where community_id = $1 and role = 'governance-secretary'`, [
    here.communityId,
  ]);
  const ended = '2022-05-05T12:00:00+08:00';
  await sql('update grants set to_at = $3 where community_id = $1 and id = $2', [here.communityId, grant, ended]);
  at('2022-05-06');
  assert.equal(code(await extendTerm(first, { ...which, to: '2023-03-01' })), 'term_over');
  assert.equal(code(await recallTerm(first, which)), 'term_over');
  const [left] = await sql<{ to: Date }>('select to_at as "to" from grants where community_id = $1 and id = $2', [
    here.communityId,
    grant,
  ]);
  assert.equal(left?.to.getTime(), Date.parse(ended));
});

test('whoever is recalled before the first day has served no day, and keeps none from somebody else', async () => {
  const { here, first, candidate, send, posted, term, days } = await makeApproved();
  assert.equal(code(await send(await candidate())), 'ok');
  at('2022-03-20');
  const which = await term();
  const asked = await recallTerm(first, { ...which, undoes: '' });
  assert.ok(!asked.ok);
  assert.deepEqual([asked.refusal.code, (await posted())[0]?.never], ['undoes', false], 'not at one press');
  const undoes = String(asked.refusal.details?.undoes);
  assert.equal(JSON.parse(undoes).offices, 1);
  assert.equal(code(await recallTerm(first, { ...which, undoes: '{"offices":2}' })), 'undoes');
  assert.equal(code(await recallTerm(first, { ...which, undoes })), 'ok');
  const next = await candidate('周建平');
  assert.equal(code(await send(next)), 'ok', 'from the very first day');
  assert.deepEqual(await days(), ['2022-04-01 2022-03-31', '2022-04-01 2022-12-31']);
  assert.deepEqual(
    (await posted()).map(({ name, over, never }) => [name, over, never]),
    [
      ['何志远', true, true],
      ['周建平', false, false],
    ],
  );
  const board = await serving(here.slug, {});
  assert.deepEqual([board?.coming.length, board?.earlier.length], [1, 0], 'the board tells of days that are served');
});

test('of a hundred and more each can be found and sent; whoever had their data deleted cannot', async () => {
  const { here, of, first, candidate, send } = await makeApproved();
  const gone = await candidate('');
  for (let n = 1; n <= 101; n += 1) await candidate(`人选${n}`, n === 77 ? '会调解' : '');
  await sql(
    `insert into selection_snapshot (community_id, day, counts, has_data, hash, at) values ($1, '2022-03-01', $2, true, '\\x01', now())`,
    [
      here.communityId,
      JSON.stringify({ households: 100, volume: 9, repeats: 0, unresolved: 0, overdue: 0, opposites: 6, trend: 0 }),
    ],
  );
  const look = (find: string) => offeredFor(first, { district: of.slug, no: 1, community: here.communityId, find });
  const all = await look('');
  assert.equal(all?.offered[0]?.one.name, '人选77', 'first who answers what was counted there');
  assert.deepEqual(all?.offered[0]?.reasons, [{ word: '调解', opposites: 6 }]);
  assert.equal((all?.offered.length ?? 0) + (all?.left ?? 0), 101);
  const last = (await look('人选101'))?.offered.map(({ one: { id, name } }) => ({ id, name })) ?? [];
  assert.deepEqual(
    last.map(({ name }) => name),
    ['人选101'],
  );
  assert.equal(code(await send(gone)), 'not_found');
  assert.equal(code(await send(last[0]?.id ?? 0)), 'ok');
  assert.equal((await look('人选101'))?.offered.length, 0, 'not free any more');
  const page = await candidates(first, { district: of.slug, after: 0 });
  const next = await candidates(first, { district: of.slug, after: page?.next ?? 0 });
  assert.deepEqual([page?.page.length, next?.page.map(({ name }) => name)], [100, ['人选101']]);
});

test('whoever recalls is told first how much is open there, and presses twice; the reason stands beside the term', async () => {
  const { here, first, candidate, send, posted, term } = await makeApproved();
  assert.equal(code(await send(await candidate())), 'ok');
  at('2022-05-05');
  const which = await term();
  await sql(
    `insert into thing (community_id, no, kind, title, place, keeper_id, at)
       select community_id, 1, 'key', '钥匙', '值班室', person_id, now() from term where community_id = $1`,
    [here.communityId],
  );
  const told = await recallTerm(first, { ...which, undoes: '' });
  assert.ok(!told.ok);
  assert.deepEqual([told.refusal.code, told.refusal.details?.left], ['undoes', 1]);
  assert.equal((await posted())[0]?.over, false, 'nothing was done');
  assert.equal(code(await recallTerm(first, { ...which, undoes: String(told.refusal.details?.undoes) })), 'ok');
  assert.deepEqual(
    (await posted())[0]?.changes.map(({ kind, reason }) => [kind, reason]),
    [['recalled', '另有任用']],
  );
});
