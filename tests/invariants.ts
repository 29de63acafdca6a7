import assert from 'node:assert/strict';
import { deskObjections } from '@/features/objections/queries/desk';
import { doorObjections, doorsToAsk } from '@/features/objections/queries/raised';
import { waitsForWord } from '@/features/objections/rules';
import { doorRound, doorRounds } from '@/features/opinions/queries/door';
import { progressOf } from '@/features/opinions/rules';
import { transitions } from '@/features/proposals/rules';
import { deskRound } from '@/features/rounds/queries';
import { sql } from './fixture';
import type { World } from './history';
import { verifyRecord } from './record';

/** The proposal's steps, oldest first. */
const steps = (w: Pick<World, 'communityId' | 'draft'>) =>
  sql<{ id: number; kind: string; from: string; to: string; at: Date; person: number | null }>(
    `select id, kind, from_state as from, to_state as to, at, person_id as person from proposal_event
      where community_id = $1 and proposal_id = $2 order by id`,
    [w.communityId, w.draft],
  );

/** Every write left one leaf, nothing else did; hashes and chain hold. */
export async function oneLeafEach(w: World, writes: number): Promise<void> {
  assert.equal(await verifyRecord(w.communityId), writes, 'writes and leaves');
  const [keys] = await sql<{ n: number }>('select count(*)::int as n from idempotency where community_id = $1', [
    w.communityId,
  ]);
  assert.equal(keys?.n, writes, 'writes and idempotency keys');
}

/** Each step begins where the one before ended, and every change of state stands in the table of transitions. */
export async function lawfulSteps(w: Pick<World, 'communityId' | 'draft'>): Promise<string[]> {
  const known = await steps(w);
  let state = 'draft';
  for (const { kind, from, to } of known) {
    assert.equal(from, state, `${kind} began in another state`);
    const lawful =
      from === to || transitions.some((row) => row.to === to && (row.from as readonly string[]).includes(from));
    // Groups changed after the start take a proposal back to its scoping (proposal-states: it voids the round).
    assert.ok(lawful || (kind === 'groups_changed' && to === 'scoping'), `${kind}: ${from} → ${to}`);
    state = to;
  }
  const [row] = await sql<{ state: string }>('select state from proposal where community_id = $1 and id = $2', [
    ...[w.communityId, w.draft],
  ]);
  assert.equal(row?.state, state);
  return known.map((one) => one.to);
}

/** The seven cells of a household, worked out anew: its own latest word, else the latest recorded, else what stood. */
const RECOUNT = `
  with said as (
    select distinct on (o.round_id, o.household_id) o.round_id, o.household_id, o.stance
      from opinion o join round r on r.community_id = o.community_id and r.id = o.round_id
     where o.community_id = $1 and o.received_at < r.closes_at
     order by o.round_id, o.household_id, o.own desc, o.seq desc),
  tried as (
    select round_id, household_id, bool_or(outcome = 'refused') as refused from visit where community_id = $1 group by 1, 2)
  select e.round_id, e.group_id, count(*)::int as households,
    count(*) filter (where coalesce(s.stance, b.stance) = 'support')::int as supports,
    count(*) filter (where coalesce(s.stance, b.stance) = 'support_if')::int as conditional,
    count(*) filter (where coalesce(s.stance, b.stance) = 'oppose')::int as opposes,
    count(*) filter (where coalesce(s.stance, b.stance) = 'no_view')::int as no_view,
    count(*) filter (where coalesce(s.stance, b.stance) is null and t.refused)::int as refused,
    count(*) filter (where coalesce(s.stance, b.stance) is null and not t.refused)::int as not_home,
    count(*) filter (where coalesce(s.stance, b.stance) is null and t.refused is null)::int as not_tried
  from electorate e join round r on r.community_id = e.community_id and r.id = e.round_id
  left join said s on s.round_id = e.round_id and s.household_id = e.household_id
  left join opinion b on b.community_id = e.community_id and b.id = e.standing_opinion_id
  left join tried t on t.round_id = e.round_id and t.household_id = e.household_id
  where e.community_id = $1 and r.state = 'closed' group by 1, 2 order by 1, 2`;

const CELLS = ['supports', 'conditional', 'opposes', 'no_view', 'refused', 'not_home', 'not_tried'] as const;

/** Cells sum to the snapshot, a household stands in one of them, and its own word beats a recorded one. */
export async function countedOnce(w: Pick<World, 'communityId'>): Promise<number> {
  const again = await sql<Record<(typeof CELLS)[number] | 'round_id' | 'group_id' | 'households', number>>(RECOUNT, [
    w.communityId,
  ]);
  const stored = await sql<{ round_id: number; group_id: number; [cell: string]: unknown }>(
    `select * from round_cell where community_id = $1 order by round_id, group_id`,
    [w.communityId],
  );
  assert.equal(stored.length, again.length);
  for (const [index, expected] of again.entries()) {
    const cells = stored[index];
    for (const key of ['round_id', 'group_id', ...CELLS] as const)
      assert.equal(cells?.[key], expected[key], `${key} of group ${expected.group_id}, round ${expected.round_id}`);
    const sum = CELLS.reduce((total, key) => total + expected[key], 0);
    assert.equal(sum, expected.households, 'cells and snapshot');
    const published = ((cells?.published ?? []) as { count: number }[]).reduce((total, one) => total + one.count, 0);
    assert.equal(published, expected.households, 'what is printed and the snapshot');
  }
  const [broken] = await sql<{ twice: number; gaps: number; overlap: number }>(
    `select
       (select count(*)::int from (select round_id, household_id from electorate where community_id = $1
          group by 1, 2 having count(*) > 1) x) as twice,
       (select count(*)::int from opinion where community_id = $1 and coalesce(prev_seq, 0) <> seq - 1) as gaps,
       (select count(*)::int from round a join round b on b.community_id = a.community_id and b.id > a.id
          and a.state = 'open' and b.state = 'open' where a.community_id = $1) as overlap`,
    [w.communityId],
  );
  assert.deepEqual(broken, { twice: 0, gaps: 0, overlap: 0 });
  return again.length;
}

/**
 * Of the same thing the desk, the doors and the day's work say the same number: how far a round has come at each entrance,
 * and how many have still to say what they think of an answer.
 */
export async function countedAlike(w: World): Promise<number> {
  const [desk, doors] = [w.by(w.worker), (await doorRounds(w.by(w.worker), {})) ?? []];
  const captains = [w.above, w.below].map((one) => doorRounds(w.by(one), {}));
  const ofCaptains = (await Promise.all(captains)).flatMap((one) => one ?? []);
  const told = ({ entranceId: at, households, knocked, met, heard }: (typeof doors)[number]) =>
    JSON.stringify({ at, households, knocked, met, heard });
  assert.deepEqual(ofCaptains.map(told).sort(), doors.map(told).sort(), 'captains and social workers');
  for (const no of new Set(doors.map((one) => one.round))) {
    const here = doors.filter((one) => one.round === no);
    const page = await deskRound(desk, { no });
    const knockedAt = page?.entrances.map(({ entranceId, knocked, heard }) => [entranceId, knocked, heard]);
    assert.deepEqual(
      knockedAt,
      here.map((one) => [one.entranceId, one.knocked, one.heard]),
      `round ${no}: the desk and the doors`,
    );
    assert.equal(
      page?.untried?.length,
      here.reduce((sum, one) => sum + one.households - one.knocked, 0),
      `round ${no}: doors nobody tried`,
    );
    for (const one of here) {
      const listed = (await doorRound(desk, { no, entrance: one.entranceId }))?.doors ?? [];
      const { households, knocked, met, heard } = one;
      assert.deepEqual(progressOf(listed), { households, knocked, met, heard }, `round ${no}: its doors one by one`);
    }
  }
  const atDoors = ((await doorObjections(desk, {})) ?? []).filter(waitsForWord);
  const homes = [...new Set(atDoors.map((one) => one.household))].sort((a, b) => a - b);
  assert.deepEqual(
    [...((await doorsToAsk(desk, {}))?.households ?? [])].sort((a, b) => a - b),
    homes,
    'households to ask',
  );
  for (const no of new Set(atDoors.map((one) => one.proposal ?? 0))) {
    const sheet = await deskObjections(desk, { no });
    assert.equal(
      sheet?.objections.reduce((sum, one) => sum + one.verdicts.silent, 0),
      atDoors.filter((one) => one.proposal === no).length,
      `proposal ${no}: who has not said what they think of an answer`,
    );
  }
  return doors.length + atDoors.length;
}

/** When it is declared that the groups agree, no household's word is left that nobody drew, and the round has its summary. */
export async function everyWordDrawn(w: World): Promise<void> {
  const [found] = await sql<{ undrawn: number; summary: string }>(
    `with held as (select * from round where community_id = $1 and proposal_id = $2 and state = 'closed'
        order by k desc limit 1),
     said as (select e.household_id, coalesce(
         (select o.id from opinion o where o.community_id = $1 and o.round_id = held.id
           and o.household_id = e.household_id order by o.own desc, o.seq desc limit 1),
         e.standing_opinion_id) as id from held join electorate e on e.community_id = $1 and e.round_id = held.id)
     select (select summary from held), (select count(*)::int from said join opinion o on o.community_id = $1 and o.id = said.id
       where o.stance in ('oppose', 'support_if') and not exists (select from objection_raiser r
         where r.community_id = $1 and r.household_id = said.household_id and r.opinion_id = said.id)) as undrawn`,
    [w.communityId, w.draft],
  );
  assert.equal(found?.undrawn, 0, 'declared while a word was not drawn');
  assert.notEqual(found?.summary, '', 'declared before the round had a summary');
}

/** Whoever opened the comparison drew up none of its alternatives, and so named none of their groups. */
async function sealedByAnother(w: World): Promise<void> {
  const [alone] = await sql<{ n: number }>(
    `select count(*)::int as n from comparison c join alternative a on a.community_id = $1 and a.comparison_id = c.id
      where c.community_id = $1 and c.opened_by in (c.drafted_by, a.drafted_by)`,
    [w.communityId],
  );
  assert.equal(alone?.n, 0, 'one person drew up alternatives and opened them');
}

/** What a signed resolution stands on; all of it in this order, and never by one person alone. */
export async function signedLawfully(w: World): Promise<boolean> {
  const known = await steps(w);
  const last = (test: (one: (typeof known)[number]) => boolean) => known.findLastIndex(test);
  const signed = last((one) => one.to === 'signed_off' && one.from !== 'signed_off');
  if (signed < 0) return false;
  const enters = (to: string, before: number) => {
    const found = known.slice(0, before).findLastIndex((one) => one.to === to && one.from !== to);
    assert.ok(found >= 0, `signed without ${to}`);
    return found;
  };
  const noticed = enters('noticed', signed);
  const agreed = enters('agreed', noticed);
  const before = (index: number, test: (one: (typeof known)[number]) => boolean) =>
    last((one) => one.id < (known[index]?.id ?? 0) && test(one));
  const consulted = before(agreed, ({ kind }) => kind === 'consultation_started' || kind === 'alternative_chosen');
  if (known[consulted]?.kind === 'alternative_chosen') await sealedByAnother(w);
  else {
    const confirmed = before(consulted, ({ kind }) => kind === 'groups_confirmed');
    const named = before(confirmed, ({ kind }) => kind.startsWith('groups_'));
    assert.ok(consulted >= 0 && confirmed >= 0 && named >= 0, 'signed without confirmed groups');
    assert.notEqual(known[named]?.person, known[confirmed]?.person, 'one person named and confirmed the groups');
  }
  const week = 7 * 24 * 60 * 60 * 1000;
  assert.ok(Number(known[signed]?.at) - Number(known[noticed]?.at) >= week, 'the notice was shorter than a week');

  const [facts] = await sql<{
    signers: number[];
    roles: string[];
    hashes: number;
    rounds: number;
    stale: number;
    gates: number;
    upheld: number;
    unanswered: number;
    same: boolean;
  }>(
    `select array_agg(s.signer_id) as signers, array_agg(s.role) as roles, count(distinct s.hash)::int as hashes,
       (select count(*)::int from round r where r.community_id = x.community_id and r.proposal_id = x.proposal_id
         and r.state = 'closed' and r.plan_version = x.plan_version) as rounds,
       (select count(*)::int from round r join electorate e on e.community_id = r.community_id and e.round_id = r.id
         full join group_household g on g.community_id = e.community_id and g.proposal_id = r.proposal_id
           and g.household_id = e.household_id and g.group_id = e.group_id
         where r.community_id = x.community_id and r.state = 'closed' and r.k = (select max(k) from round l
           where l.community_id = x.community_id and l.state = 'closed') and g.household_id is null) as stale,
       (select count(*)::int from legal_gate g where g.community_id = x.community_id and g.state = 'open') as gates,
       (select count(*)::int from notice_opposition n where n.community_id = x.community_id
         and n.notice_id = x.notice_id and n.upheld) as upheld,
       (select count(*)::int from notice_opposition n where n.community_id = x.community_id
         and n.notice_id = x.notice_id and n.answer is null and n.replaced_at is null) as unanswered,
       x.plan_version = (select max(version) from plan p where p.community_id = x.community_id
         and p.state = 'published') as same
     from resolution x join signature s on s.community_id = x.community_id and s.resolution_id = x.id
     where x.community_id = $1 and x.signed_at is not null
     group by x.community_id, x.proposal_id, x.plan_version, x.notice_id order by max(x.id) desc limit 1`,
    [w.communityId],
  );
  assert.ok(facts, 'signed off without a resolution');
  const { signers, roles, hashes, rounds, stale, gates, upheld, unanswered, same } = facts;
  assert.equal(hashes, 1, 'two texts were signed');
  assert.equal(new Set(signers).size, signers.length, 'one person signed twice');
  assert.deepEqual([...roles].sort(), w.termActive ? ['governance-secretary', 'party-secretary'] : ['party-secretary']);
  assert.ok(rounds > 0, 'signed on a version that no round was held on');
  assert.deepEqual(
    { stale, gates, upheld, unanswered, same },
    { stale: 0, gates: 0, upheld: 0, unanswered: 0, same: true },
  );
  return true;
}

/** Whoever proposes shelving does not confirm it, and nobody judges and confirms what is material. */
export async function neverAlone(w: World): Promise<void> {
  const known = await steps(w);
  for (const [index, one] of known.entries()) {
    if (one.to !== 'shelved' || one.from === 'shelved') continue;
    const before = known.slice(0, index).findLast((other) => other.kind.includes('shelving'));
    assert.ok(before && before.person !== one.person, 'one person shelved it alone');
  }
  const alone = await sql(
    `select 1 from plan_materiality m join plan p on p.community_id = m.community_id and p.id = m.plan_id
      where m.community_id = $1 and p.state = 'published'
        and (m.confirmed_by is null or m.confirmed_by = m.judged_by)`,
    [w.communityId],
  );
  assert.deepEqual(alone, [], 'material or not was said by one person');
}
