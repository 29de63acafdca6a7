import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { objection, objectionRaiser } from '@/db/schema/objections';
import { opinion, opinionContent } from '@/db/schema/opinions';
import { household } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import { isDisowned } from '@/features/proposals/facts';
import { lockKnown, lockProposal } from '@/features/proposals/moves';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { termActive } from '@/features/terms/moves';
import type { Database, Scope } from '@/lib/gate';
import { drawnFrom, objectionFacts } from './facts';
import type { Objection } from './rules';
import type { Drawable } from './rules/draw';

export type Row = typeof objection.$inferSelect;
export type RaiserRow = typeof objectionRaiser.$inferSelect;

/** An objection as the rules see it, beside its row and the rows of its raisers. */
export type Known = Objection & { ground: string; escalated: boolean; row: Row; raiserRows: RaiserRow[] };

/** What the rules need of a row. Answered once and without an answer now: it was reopened. */
export function known(row: Row, raiserRows: RaiserRow[]): Known {
  const answer =
    row.answerKind === null
      ? null
      : { kind: row.answerKind, version: row.answerVersion ?? 0, clause: row.answerClause, reason: row.answer };
  return {
    id: row.id,
    group: row.groupId,
    ground: row.ground,
    acknowledged: row.state !== 'raised',
    reopened: row.answeredAt !== null && answer === null,
    escalated: row.escalatedAt !== null,
    answer,
    raisers: raiserRows.map((one) => ({ household: one.householdId, verdict: one.verdict, tries: one.triesToReach })),
    row,
    raiserRows,
  };
}

/** All objections of a proposal that were not merged into another, by number. */
export async function objectionsOf(db: Database, communityId: number, proposalId: number): Promise<Known[]> {
  const rows = await db
    .select({ row: objection, raiser: objectionRaiser })
    .from(objection)
    .leftJoin(
      objectionRaiser,
      and(eq(objectionRaiser.communityId, objection.communityId), eq(objectionRaiser.objectionId, objection.id)),
    )
    .where(
      and(eq(objection.communityId, communityId), eq(objection.proposalId, proposalId), isNull(objection.mergedInto)),
    )
    .orderBy(asc(objection.no), asc(objectionRaiser.householdId));
  const byId = new Map<number, { row: Row; raisers: RaiserRow[] }>();
  for (const { row, raiser } of rows) {
    const one = byId.get(row.id) ?? { row, raisers: [] };
    if (raiser) one.raisers.push(raiser);
    byId.set(row.id, one);
  }
  return [...byId.values()].map((one) => known(one.row, one.raisers));
}

/** The proposal, once it is more than a draft, for whoever reads. */
export async function proposalNamed({ db, communityId }: Scope, no: number) {
  const [row] = await db
    .select({ id: proposal.id, no: proposal.no, title: proposal.title, state: proposal.state })
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(proposal.state, 'draft')));
  return row && { ...row, no: row.no ?? no };
}

export const lockObjections = (scope: Scope, input: { proposal: number }) =>
  lockKnown(scope, input.proposal, objectionFacts);

async function raisersOf(db: Database, row: Row): Promise<RaiserRow[]> {
  return db
    .select()
    .from(objectionRaiser)
    .where(and(eq(objectionRaiser.communityId, row.communityId), eq(objectionRaiser.objectionId, row.id)))
    .orderBy(objectionRaiser.householdId)
    .for('update');
}

/** The number of the objection this one was merged into, and that one in turn; null: it stands for itself. */
async function goesOnIn(db: Database, row: Row): Promise<number | null> {
  if (row.mergedInto === null) return null;
  const [next] = await db
    .select()
    .from(objection)
    .where(and(eq(objection.communityId, row.communityId), eq(objection.id, row.mergedInto)));
  return next ? ((await goesOnIn(db, next)) ?? next.no) : null;
}

/** How many of them found it put as they meant it. */
export const approvalsOf = (raisers: readonly Pick<RaiserRow, 'wordingApproved'>[]): number =>
  raisers.filter((one) => one.wordingApproved !== null).length;

/** One of a proposal: the proposal is locked first, then the objection, then those who raised it. */
export async function lockObjection(scope: Scope, input: { proposal: number; objection: number }) {
  const { db, communityId, now } = scope;
  const proposal = await lockProposal(db, communityId, input.proposal);
  if (!proposal) return undefined;
  const [row] = await db
    .select()
    .from(objection)
    .where(
      and(
        eq(objection.communityId, communityId),
        eq(objection.proposalId, proposal.id),
        eq(objection.no, input.objection),
      ),
    )
    .for('update');
  if (!row) return undefined;
  const [raisers, into] = [await raisersOf(db, row), await goesOnIn(db, row)];
  return {
    proposal,
    row,
    raisers,
    state: proposal.state,
    termActive: await termActive(db, communityId, now),
    objection: {
      no: row.no,
      state: row.state,
      answered: row.answerKind !== null,
      escalated: row.escalatedAt !== null,
      into,
      judgements: raisers.filter((one) => one.verdict !== null).length,
      approvals: approvalsOf(raisers),
    },
  };
}

/** The same with the household it is about: the one named, or the person's own among those who raised it. */
export async function lockRaising(scope: Scope, input: { proposal: number; objection: number; household?: number }) {
  const found = await lockObjection(scope, input);
  if (!found) return undefined;
  const homes = scope.who.kind === 'person' ? scope.who.households.map((home) => home.householdId) : [];
  const wanted = input.household ?? found.raisers.find((one) => homes.includes(one.householdId))?.householdId;
  const [home] = await scope.db
    .select({ entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, scope.communityId), eq(household.id, wanted ?? 0)));
  if (!home || !wanted) return undefined;
  const raised = found.raisers.some((one) => one.householdId === wanted);
  return { ...found, householdId: wanted, entranceId: home.entranceId, raised };
}

/** What was said in the rounds of a proposal that hold, for drawing objections. */
export async function drawables(
  db: Database,
  communityId: number,
  proposalId: number,
): Promise<(Drawable & { roundNo: number; version: number; words: string; condition: string; drawn: boolean })[]> {
  const said = await db
    .select({
      id: opinion.id,
      household: opinion.householdId,
      group: electorate.groupId,
      round: opinion.roundId,
      roundNo: round.no,
      version: round.planVersion,
      seq: opinion.seq,
      own: opinion.own,
      disowned: isDisowned(),
      stance: opinion.stance,
      ground: opinion.ground,
      words: sql<string>`coalesce(${opinionContent.words}, '')`,
      condition: sql<string>`coalesce(${opinionContent.condition}, '')`,
      drawn: sql<boolean>`${opinion.id} in (${drawnFrom(communityId, proposalId)})`,
    })
    .from(opinion)
    .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
    .innerJoin(
      electorate,
      and(
        eq(electorate.communityId, opinion.communityId),
        eq(electorate.roundId, opinion.roundId),
        eq(electorate.householdId, opinion.householdId),
      ),
    )
    .leftJoin(
      opinionContent,
      and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
    )
    .where(and(eq(opinion.communityId, communityId), eq(round.proposalId, proposalId), ne(round.state, 'void')))
    .orderBy(asc(round.k), asc(opinion.id));
  const rounds = new Set(said.map((one) => one.round));
  const current = new Set(
    [...rounds].flatMap((of) =>
      [...byHousehold(said.filter((one) => one.round === of)).values()].flatMap(
        (chain) => currentOpinion(chain)?.id ?? [],
      ),
    ),
  );
  return said.map((one) => ({ ...one, current: current.has(one.id) }));
}
