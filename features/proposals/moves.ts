import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { merger } from '@/db/schema/mergers';
import { proposal, proposalEvent } from '@/db/schema/proposals';
import { round } from '@/db/schema/rounds';
import { affectedGroup } from '@/db/schema/scoping';
import { works } from '@/db/schema/works';
import type { ProposalState } from '@/db/words/proposals';
import type { Effect } from '@/db/words/scoping';
import { endNews, writeLetters } from '@/features/letters/moves';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import { type Facts, type Known, known } from '@/lib/facts';
import type { Database, Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import type { LetterSort, Titled } from '@/lib/letters';
import { nextNumber } from '@/lib/numbers';
import { ownFacts, proposalFacts, stakes } from './facts';
import { letters } from './letters';
import { ENDED } from './rules';

export type ProposalRow = typeof proposal.$inferSelect;

/** The proposal of this number, locked: every step of its life takes this lock first. */
export async function lockProposal(db: Database, communityId: number, no: number): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)))
    .for('update');
  return row;
}

/** The same, held as it is: others may speak of it at the same time, and nobody moves it on meanwhile. */
async function holdProposal(db: Database, communityId: number, no: number): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)))
    .for('share');
  return row;
}

export async function lockProposalById(
  db: Database,
  communityId: number,
  id: number,
): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, id)))
    .for('update');
  return row;
}

interface Step {
  /** What happened: `submitted`, `round_opened`, `agreed` … */
  kind: string;
  /** The new state; absent when only an event is noted. */
  to?: ProposalState;
  /** In what capacity: a role, `resident`, `system`. */
  role: string;
  personId: number | null;
  reason?: string;
  detail?: Record<string, string | number>;
  now: Date;
}

/** Whom letters about it go to: the household it was brought for, or its author; nobody where neither is known. */
export function broughtBy(
  row: Pick<ProposalRow, 'authorId' | 'authorHouseholdId'>,
): ({ household: number } | { person: number })[] {
  if (row.authorHouseholdId !== null) return [{ household: row.authorHouseholdId }];
  return row.authorId === null ? [] : [{ person: row.authorId }];
}

/** Whatever was written about it and its rounds and works is no longer news. */
async function endLetters(db: Database, { communityId, id, no }: ProposalRow, now: Date): Promise<void> {
  const rounds = await db
    .select({ no: round.no })
    .from(round)
    .where(and(eq(round.communityId, communityId), eq(round.proposalId, id)));
  const sites = await db
    .select({ no: works.no })
    .from(works)
    .where(and(eq(works.communityId, communityId), eq(works.proposalId, id)));
  const numbers = (rows: { no: number }[]) => rows.map((one) => one.no);
  await endNews(
    { db, communityId, now },
    { about: 'proposal', numbers: no === null ? [] : [no] },
    { about: 'round', numbers: numbers(rounds) },
    { about: 'works', numbers: numbers(sites) },
  );
}

/** Writes the event, and the new state if there is one. The caller has locked the row and asked the rules. */
export async function recordStep(db: Database, row: ProposalRow, step: Step): Promise<void> {
  const to = step.to ?? row.state;
  await db
    .update(proposal)
    .set({ state: to, lastEventAt: step.now, ...(step.to && step.to !== row.state ? { stateAt: step.now } : {}) })
    .where(and(eq(proposal.communityId, row.communityId), eq(proposal.id, row.id)));
  await db.insert(proposalEvent).values({
    communityId: row.communityId,
    proposalId: row.id,
    kind: step.kind,
    from: row.state,
    to,
    role: step.role,
    personId: step.personId,
    reason: step.reason ?? '',
    detail: step.detail ?? {},
    at: step.now,
  });
  if (step.to && step.to !== row.state && ENDED.includes(step.to)) await endLetters(db, row, step.now);
}

/** What is known of the proposal of this number. */
export async function knownOf<F extends Facts>(scope: Scope, no: number, facts: F): Promise<Known<F> | undefined> {
  const of = sql`from proposal where proposal.community_id = ${scope.communityId} and proposal.no = ${no}`;
  const [one] = await known(scope, facts, of);
  return one;
}

/** Locks it first, and reads in the next statement: what another transaction wrote while this one waited is seen. */
export async function lockKnown<F extends Facts>(scope: Scope, no: number, facts: F) {
  const row = await lockProposal(scope.db, scope.communityId, no);
  const one = row && (await knownOf(scope, no, facts));
  return one && { ...one, row };
}

export const lockNumbered = (scope: Scope, input: { proposal: number }) =>
  lockKnown(scope, input.proposal, { ...proposalFacts, ...stakes });

/** For what a resident does with it. */
export const lockOwn = (scope: Scope, input: { proposal: number }) =>
  lockKnown(scope, input.proposal, { ...ownFacts, ...stakes });

/** For what is said about it in the name of a household: its row tells enough. */
export async function lockSpokenOf(scope: Scope, input: { proposal: number; household?: number }) {
  const row = await holdProposal(scope.db, scope.communityId, input.proposal);
  return row && { row, state: row.state, waits: row.waits, household: input.household ?? null };
}

export const byId = (row: { communityId: number; id: number }) =>
  and(eq(proposal.communityId, row.communityId), eq(proposal.id, row.id));

interface Moved {
  db: Database;
  community: { slug: string };
  now: Date;
  actor: Actor;
}

/** A step with its event, its leaf and the board's addresses; the content of the leaf is the reason and the detail. */
export async function step(
  { db, now, actor }: Moved,
  row: ProposalRow,
  kind: string,
  more: { to?: ProposalState; reason?: string; detail?: Record<string, string | number> } = {},
) {
  await recordStep(db, row, { kind, ...more, role: roleOf(actor), personId: personOf(actor), now });
  const no = row.no ?? 0;
  const content: { [key: string]: Json } = { step: kind, ...more.detail };
  if (more.reason) content.reason = more.reason;
  if (more.to) content.to = more.to;
  return {
    ok: true as const,
    value: { proposal: no },
    leaf: { subject: `proposal/${no}`, content },
    changed: ['proposals'],
  };
}

/** A letter to whoever brought it, and to those whose proposals were merged into it. */
export async function tellAuthors<D extends Titled>(
  { db, now }: Pick<Moved, 'db' | 'now'>,
  row: ProposalRow,
  sort: LetterSort<D>,
  detail: D,
): Promise<void> {
  const { communityId } = row;
  const joined = await db
    .select({ authorId: proposal.authorId, authorHouseholdId: proposal.authorHouseholdId })
    .from(merger)
    .innerJoin(proposal, and(eq(proposal.communityId, merger.communityId), eq(proposal.id, merger.proposalId)))
    .where(and(eq(merger.communityId, communityId), eq(merger.intoId, row.id), isNull(merger.undoneAt)));
  const no = row.no ?? 0;
  const here = { db, communityId, now };
  await writeLetters(
    here,
    sort,
    broughtBy(row).map((to) => ({ to, no, detail })),
  );
  await writeLetters(
    here,
    letters.joined_moved,
    joined.flatMap(broughtBy).map((to) => ({ to, no, detail: { title: row.title } })),
  );
}

/** Row 1: it gets its number and stands on the board, or waits for a look; whoever brought it gets a receipt. */
export async function bringForward(
  {
    db,
    community,
    communityId,
    now,
    actor,
  }: Pick<Scope, 'db' | 'community' | 'communityId' | 'now'> & { actor: Actor },
  row: ProposalRow,
) {
  const no = await nextNumber(db, communityId, 'proposal');
  const waits = community.looksFirst;
  await db.update(proposal).set({ no, submittedAt: now, waits }).where(byId(row));
  const submitted = { ...row, no };
  const sort = row.recordedBy ? letters.proposal_recorded : letters.proposal_received;
  await tellAuthors({ db, now }, submitted, sort, { title: row.title, ...(waits && { waits: true as const }) });
  const done = await step({ db, community, now, actor }, submitted, 'submitted', { to: 'submitted' });
  const { title, kind, place, problem, ask } = row;
  return { ...done, leaf: { ...done.leaf, content: { step: 'submitted', title, kind, place, problem, ask } } };
}

interface GroupView {
  id: number;
  position: number;
  name: string;
  effect: Effect;
  why: string;
  /** In the snapshot; null before the consultation starts. */
  households: number | null;
  places: { buildingId: number; building: string; entranceId: number | null; entrance: number | null }[];
}

/** The groups of a proposal with where they live, by position. */
export function namedGroups(
  db: Database,
  { communityId, id }: Pick<ProposalRow, 'communityId' | 'id'>,
): Promise<GroupView[]> {
  const places = sql<GroupView['places']>`(
    select coalesce(json_agg(json_build_object('buildingId', b.id, 'building', b.name, 'entranceId', e.id, 'entrance', e.no)
             order by length(b.name), b.name, e.no), '[]')
      from group_place gp
      join building b on b.community_id = gp.community_id and b.id = gp.building_id
      left join entrance e on e.community_id = gp.community_id and e.id = gp.entrance_id
     where gp.community_id = affected_group.community_id and gp.group_id = affected_group.id)`;
  return db
    .select({
      id: affectedGroup.id,
      position: affectedGroup.position,
      name: affectedGroup.name,
      effect: affectedGroup.effect,
      why: affectedGroup.why,
      households: affectedGroup.households,
      places,
    })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, id)))
    .orderBy(asc(affectedGroup.position));
}
