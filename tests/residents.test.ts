import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { doorRound } from '@/features/opinions/queries/door';
import { myOpinions, myRound } from '@/features/opinions/queries/mine';
import { askToJoin } from '@/features/people/commands/join';
import { endResidency, takeBackJoin } from '@/features/people/commands/residents';
import { joinRequests } from '@/features/people/queries/joins';
import { myPlace } from '@/features/people/queries/place';
import { deskResidents, letInByMe, resident as oneResident } from '@/features/people/queries/residents';
import { closeRound } from '@/features/rounds/commands/close';
import { boardRound } from '@/features/rounds/queries';
import type { Result } from '@/lib/result';
import { code, done, makeConsultation } from './consultation';
import { closeAll, sql } from './fixture';
import { confirmJoin, giveOpinion, recordOpinion } from './shown';

after(closeAll);

const reason = '敲门问过，这家没有这个人';

/** What the refusal says it costs, as the next press carries it. */
function shown(outcome: Result<unknown>): string {
  assert.ok(!outcome.ok && outcome.refusal.code === 'undoes', JSON.stringify(outcome));
  return String(outcome.refusal.details?.undoes);
}

/** A stranger whom the captain lets in while a round runs: somebody put their number into the register. */
async function letIn() {
  const here = await makeConsultation();
  await here.firstRound();
  const home = here.household('14', 4);
  const stranger = await here.outsider();
  await sql(
    `insert into ownership (community_id, unit_id, person_id, owner_name)
     select community_id, unit_id, $2, '刘女士' from household where id = $1`,
    [home, stranger],
  );
  const { door } = here.home(home);
  const asked = done(
    await askToJoin(here.by(stranger), { name: '刘女士', building: '14', entrance: '1', door, note: '' }),
  );
  done(await confirmJoin(here.by(here.captain), asked));
  const [row] = await sql<{ id: number }>('select id from residency where person_id = $1', [stranger]);
  const reached = async () => {
    const told = (await boardRound(here.slug, { no: 1 }))?.round.groups ?? [];
    const cells = told.flatMap(({ arcs }) => arcs.filter(({ kinds }) => kinds.some((kind) => kind === 'reached')));
    return cells.reduce((sum, { count }) => sum + count, 0);
  };
  return { ...here, home, stranger, living: row?.id ?? 0, reached };
}

test('a confirmation is taken back within a day by whoever gave it, at the second press; the request is checked again', async () => {
  const here = await letIn();
  const { living: resident, stranger } = here;
  const other = await here.outsider();
  await sql(
    `insert into grants (community_id, person_id, role, entrance_id, from_at) values ($1, $2, 'captain', $3, '2000-01-01')`,
    [...[here.communityId, other, here.entrance('14', 1)]],
  );
  const back = (by: number, undoes?: string) =>
    takeBackJoin({ ...here.by(by), ...(undoes !== undefined && { undoes }) }, { resident, reason });
  assert.equal((await letInByMe(here.by(here.captain), undefined))?.length, 1);
  assert.equal((await letInByMe(here.by(other), undefined))?.length, 0);
  assert.equal(code(await back(other)), 'not_allowed');
  assert.equal(code(await back(stranger)), 'not_allowed');
  assert.equal(await oneResident(here.by(other), { no: resident }), undefined);
  assert.equal(code(await takeBackJoin(here.by(here.captain), { resident, reason: ' ' })), 'invalid');
  const first = shown(await back(here.captain, ''));
  assert.deepEqual(JSON.parse(first), { homes: 1 });
  done(await giveOpinion(here.by(stranger), { round: 1, stance: 'support' }));
  const second = shown(await back(here.captain, first));
  assert.deepEqual(JSON.parse(second), { homes: 1, words: 1 });
  assert.deepEqual(done(await back(here.captain, second)), { resident, words: 1 });
  assert.equal(code(await back(here.captain, second)), 'no_longer_there');
  assert.deepEqual((await myPlace(here.by(stranger), {}))?.claim?.state, 'requested');
  assert.equal((await joinRequests(here.by(here.worker), undefined))?.open.length, 1);
  assert.equal(code(await giveOpinion(here.by(stranger), { round: 1, stance: 'support' })), 'not_found');
  const letters = await sql<{ kind: string }>(
    `select kind from letter where community_id = $1 and (person_id = $2 or household_id = $3)
      and kind in ('join_taken_back', 'household_left') order by kind`,
    [here.communityId, stranger, here.home],
  );
  assert.deepEqual(
    letters.map(({ kind }) => kind),
    ['household_left', 'join_taken_back'],
  );
});

test('a day later the captain cannot; a social worker still ends it', async () => {
  const here = await letIn();
  const { living: resident } = here;
  const [row] = await sql<{ from: Date }>('select from_at as from from residency where id = $1', [resident]);
  const since = row?.from.getTime() ?? 0;
  here.at(new Date(since + 24 * 3_600_000 - 1));
  const before = await takeBackJoin({ ...here.by(here.captain), undoes: '' }, { resident, reason });
  assert.equal(code(before), 'undoes');
  here.at(new Date(since + 24 * 3_600_000));
  assert.equal(code(await takeBackJoin(here.by(here.captain), { resident, reason })), 'take_back_over');
  assert.equal(code(await endResidency(here.by(here.captain), { resident, reason })), 'not_allowed');
  done(await endResidency(here.by(here.worker), { resident, reason }));
  assert.deepEqual((await myPlace(here.by(here.stranger), {}))?.claim?.reason, reason);
  const listed = (await deskResidents(here.by(here.worker), { after: null }))?.residents[0];
  assert.ok(listed?.to && listed.by && !listed.recent);
  assert.equal(await deskResidents(here.by(here.captain), { after: null }), undefined);
});

test('attack 14: what a stranger said for a home is nobody’s word any more, on no page and in no count; it stays to be read', async () => {
  const here = await letIn();
  const { home, stranger, living: resident, reached } = here;
  const recorded = { round: 1, household: home, channel: 'door', proof: 'read_back', witness: here.secretary };
  done(await recordOpinion(here.by(here.captain), { ...recorded, stance: 'oppose', ground: 'noise' }));
  done(await giveOpinion(here.by(stranger), { round: 1, stance: 'support', words: '我赞成' }));
  const neighbour = await here.resident(here.household('14', 5));
  done(await giveOpinion(here.by(neighbour), { round: 1, stance: 'support' }));
  const at = async () => {
    const doors = await doorRound(here.by(here.captain), { no: 1, entrance: here.entrance('14', 1) });
    return doors?.doors.find((one) => one.household === home);
  };
  assert.equal((await at())?.state, 'support');
  done(await endResidency(here.by(here.worker), { resident, reason }));
  // The word written down at the door holds again.
  assert.equal((await at())?.state, 'oppose');
  assert.equal((await at())?.said.length, 2);
  const family = await here.resident(home);
  const mine = (await myOpinions(here.by(family), undefined)) ?? [];
  assert.deepEqual(
    mine.map(({ counts, disowned, words }) => [counts, disowned, words]),
    [
      [false, true, '我赞成'],
      [true, false, ''],
    ],
  );
  assert.equal(await reached(), 2);
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  const [cells] = await sql(
    'select sum(supports)::int as supports, sum(opposes)::int as opposes from round_cell where community_id = $1',
    [here.communityId],
  );
  assert.deepEqual(cells, { supports: 1, opposes: 1 });
});

test('where nobody else has said anything, the home is asked again; after the count its number stays', async () => {
  const here = await letIn();
  const { home, stranger, living: resident, reached } = here;
  done(await giveOpinion(here.by(stranger), { round: 1, stance: 'support' }));
  assert.equal(await reached(), 1);
  done(await endResidency(here.by(here.worker), { resident, reason }));
  assert.equal(await reached(), 0);
  const family = await here.resident(home);
  assert.equal((await myRound(here.by(family), { no: 1 }))?.homes[0]?.act, 'give');
  done(await giveOpinion(here.by(family), { round: 1, stance: 'oppose', ground: 'noise' }));
  assert.equal(await reached(), 1);

  const late = await letIn();
  done(await giveOpinion(late.by(late.stranger), { round: 1, stance: 'support' }));
  late.at('2022-03-13');
  done(await closeRound(late.bySystem('round.close'), { round: 1 }));
  const told = await boardRound(late.slug, { no: 1 });
  done(await endResidency(late.by(late.worker), { resident: late.living, reason }));
  assert.deepEqual((await boardRound(late.slug, { no: 1 }))?.round.groups, told?.round.groups);
  const [kept] = await sql('select count(*)::int as n from disowned where community_id = $1', [late.communityId]);
  assert.deepEqual(kept, { n: 1 });
});
