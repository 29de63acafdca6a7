import { and, asc, count, desc, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import { objection } from '@/db/schema/objections';
import { opinion, visit } from '@/db/schema/opinions';
import { plan, planMateriality } from '@/db/schema/plans';
import { electorate, round, roundCell } from '@/db/schema/rounds';
import { groupHousehold } from '@/db/schema/scoping';
import { askUntil, writeLetters } from '@/features/letters/moves';
import { lockProposal, lockProposalById, recordStep } from '@/features/proposals/moves';
import { termActive } from '@/features/terms/moves';
import { type Actor, personOf } from '@/lib/actor';
import { startOfDay } from '@/lib/calendar';
import { command, type Database, type Scope } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import { closeInput, extendInput, openInput, redesignInput, summaryInput, takeBackInput } from './input';
import { letters } from './letters';
import { extensionsOf } from './moves';
import { mayCloseRound, mayExtendRound, mayOpenRound, mayRedesign, maySummarise, mayTakeBackExtension } from './policy';
import {
  byHousehold,
  checkClosing,
  checkExtension,
  checkOpening,
  checkRedesign,
  checkSummary,
  checkTakeBack,
  closeOf,
  countRound,
  isRed,
  lastDayOf,
  publishedCells,
  standing,
} from './rules';

type RoundRow = typeof round.$inferSelect;

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);
const ofRound = (row: RoundRow) => and(eq(round.communityId, row.communityId), eq(round.id, row.id));

/** Besides the round itself: its proposal, and the lists on which both stand. */
const changedWith = (proposal: number | null) => [`proposal/${proposal}`, 'rounds', 'proposals'];

const movedFrom = ({ no, k, closesAt }: RoundRow, to: Date) => ({
  ...{ round: no, k },
  ...{ from: closesAt.toISOString(), to: to.toISOString() },
});

const closing = (slug: string, communityId: number, no: number, closesAt: Date) => ({
  task: 'round.close',
  payload: { community: slug, round: no },
  runAt: closesAt,
  key: `round.close:${communityId}:${no}`,
});

async function byProposal({ db, communityId, now }: Scope, input: { proposal: number }) {
  const row = await lockProposal(db, communityId, input.proposal);
  return row && { row, termActive: await termActive(db, communityId, now) };
}

/** A round of this number: its proposal locked first, then the round itself. */
async function byRound({ db, communityId, now }: Scope, input: { round: number }) {
  const here = and(eq(round.communityId, communityId), eq(round.no, input.round));
  const [found] = await db.select({ proposalId: round.proposalId }).from(round).where(here);
  const row = found && (await lockProposalById(db, communityId, found.proposalId));
  const [locked] = row ? await db.select().from(round).where(here).for('update') : [];
  return row && locked && { row, round: locked, termActive: await termActive(db, communityId, now) };
}

/** Everything the households said in the rounds of a proposal that hold, as the rules want it. */
function saidIn(db: Database, communityId: number, proposalId: number) {
  return db
    .select({
      id: opinion.id,
      household: opinion.householdId,
      round: round.k,
      seq: opinion.seq,
      version: opinion.planVersion,
      stance: opinion.stance,
      own: opinion.own,
    })
    .from(opinion)
    .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
    .where(and(eq(opinion.communityId, communityId), eq(round.proposalId, proposalId), ne(round.state, 'void')));
}

async function materialOf(db: Database, communityId: number, proposalId: number) {
  const rows = await db
    .select({ group: planMateriality.groupId, version: plan.version })
    .from(planMateriality)
    .innerJoin(plan, and(eq(plan.communityId, planMateriality.communityId), eq(plan.id, planMateriality.planId)))
    .where(
      and(
        eq(planMateriality.communityId, communityId),
        eq(plan.proposalId, proposalId),
        eq(plan.state, 'published'),
        eq(planMateriality.material, true),
      ),
    );
  return (group: number) => rows.filter((row) => row.group === group).map((row) => row.version);
}

/** Row 6. Whoever stands by an opinion on this version is not asked again; everybody else is. */
export const openRound = command({
  act: 'round.open',
  input: openInput,
  subject: byProposal,
  allow: mayOpenRound,
  races: { round_one_open: 'round_running' },
  run: async ({ db, community, communityId, now, actor, input, subject: { row } }) => {
    const rounds = await db
      .select({ k: round.k, state: round.state })
      .from(round)
      .where(and(eq(round.communityId, communityId), eq(round.proposalId, row.id)));
    const [latest] = await db
      .select({ version: plan.version })
      .from(plan)
      .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, row.id), eq(plan.state, 'published')))
      .orderBy(desc(plan.version))
      .limit(1);
    const members = await db
      .select({ householdId: groupHousehold.householdId, groupId: groupHousehold.groupId })
      .from(groupHousehold)
      .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)))
      .orderBy(asc(groupHousehold.householdId));
    const window = { opensAt: input.opensOn ? startOfDay(input.opensOn) : now, closesAt: closeOf(input.closesOn) };
    const may = checkOpening(
      {
        state: row.state,
        version: latest?.version ?? null,
        running: rounds.some((one) => one.state === 'open'),
        households: members.length,
      },
      window,
      now,
      (row.rule ?? community.settings).roundDays,
    );
    if (!may.ok) return may;

    const said = byHousehold(await saidIn(db, communityId, row.id));
    const material = await materialOf(db, communityId, row.id);
    const no = await nextNumber(db, communityId, 'round');
    const k = Math.max(0, ...rounds.map((one) => one.k)) + 1;
    const [opened] = await db
      .insert(round)
      .values({
        communityId,
        no,
        proposalId: row.id,
        k,
        planVersion: may.value,
        ...window,
        openedBy: personOf(actor) ?? 0,
      })
      .returning();
    if (!opened) throw new Error('the round was not opened');
    const snapshot = members.map((member) => {
      const held = standing(said.get(member.householdId) ?? [], material(member.groupId), may.value);
      const standingOpinionId = held?.opinion.id ?? null;
      return { communityId, roundId: opened.id, ...member, asked: held === null, standingOpinionId };
    });
    for (let first = 0; first < snapshot.length; first += 1000) {
      await db.insert(electorate).values(snapshot.slice(first, first + 1000));
    }
    const asked = snapshot.filter((one) => one.asked);
    await recordStep(db, row, {
      kind: 'round_opened',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { round: no, k, version: may.value, asked: asked.length },
      now,
    });
    await writeLetters(
      { db, communityId, now },
      letters.round_opened,
      asked.map(({ householdId }) => ({
        ...{ to: { household: householdId }, no, until: window.closesAt },
        detail: { title: row.title },
      })),
    );
    const proposal = input.proposal;
    return {
      ok: true,
      value: { proposal, round: no, k, version: may.value, households: snapshot.length, asked: asked.length },
      leaf: {
        subject: `round/${no}`,
        content: {
          proposal,
          k,
          version: may.value,
          opensAt: window.opensAt.toISOString(),
          closesAt: window.closesAt.toISOString(),
          households: snapshot.length,
          asked: asked.length,
        },
      },
      jobs: [closing(community.slug, communityId, no, window.closesAt)],
      changed: changedWith(proposal),
    };
  },
});

/** Before its close a round may be made longer, never shorter. */
export const extendRound = command({
  act: 'round.extend',
  input: extendInput,
  subject: byRound,
  allow: mayExtendRound,
  races: { round_one_open: 'round_running' },
  run: async ({ db, community, communityId, now, actor, input, subject: { row, round: locked } }) => {
    if (locked.state !== 'open') return refuse(locked.state === 'void' ? 'round_void' : 'round_closed');
    const may = checkExtension(locked, await extensionsOf(db, locked), closeOf(input.closesOn), now);
    if (!may.ok) return may;
    const { closesAt } = may.value;
    await db.update(round).set({ closesAt }).where(ofRound(locked));
    await askUntil({ db, communityId, now }, letters.round_opened, locked.no, closesAt);
    await recordStep(db, row, {
      kind: 'round_extended',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: movedFrom(locked, closesAt),
      now,
    });
    return {
      ok: true,
      value: { round: locked.no, closesAt: closesAt.toISOString() },
      leaf: { subject: `round/${locked.no}`, content: { closesAt: closesAt.toISOString() } },
      jobs: [closing(community.slug, communityId, locked.no, closesAt)],
      changed: changedWith(row.no),
    };
  },
});

/** An extension made by mistake goes, and the round ends when it would have ended without it. Both stay on record. */
export const takeBackExtension = command({
  act: 'round.take_back_extension',
  input: takeBackInput,
  subject: byRound,
  allow: mayTakeBackExtension,
  run: async ({ db, community, communityId, now, actor, input, subject: { row, round: locked } }) => {
    if (locked.state !== 'open') return refuse(locked.state === 'void' ? 'round_void' : 'round_closed');
    const may = checkTakeBack(locked, await extensionsOf(db, locked), now);
    if (!may.ok) return may;
    const { closesAt } = may.value;
    if (lastDayOf(closesAt) !== input.closesOn) return refuse('stale');
    await db.update(round).set({ closesAt }).where(ofRound(locked));
    await askUntil({ db, communityId, now }, letters.round_opened, locked.no, closesAt);
    await recordStep(db, row, {
      kind: 'extension_taken_back',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: movedFrom(locked, closesAt),
      now,
    });
    return {
      ok: true,
      value: { round: locked.no, closesAt: closesAt.toISOString() },
      leaf: { subject: `round/${locked.no}`, content: { closesAt: closesAt.toISOString(), takenBack: true } },
      jobs: [closing(community.slug, communityId, locked.no, closesAt)],
      changed: changedWith(row.no),
    };
  },
});

/** The households of a round with the stance that stood when it opened, its opinions up to the close, its visits. */
async function ballotOf(db: Database, { communityId, id, closesAt }: RoundRow) {
  const households = await db
    .select({ household: electorate.householdId, group: electorate.groupId, standing: opinion.stance })
    .from(electorate)
    .leftJoin(
      opinion,
      and(eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)),
    )
    .where(and(eq(electorate.communityId, communityId), eq(electorate.roundId, id)));
  const said = await db
    .select({ household: opinion.householdId, seq: opinion.seq, own: opinion.own, stance: opinion.stance })
    .from(opinion)
    .where(and(eq(opinion.communityId, communityId), eq(opinion.roundId, id), lt(opinion.receivedAt, closesAt)))
    .orderBy(asc(opinion.id));
  const visits = await db
    .select({ household: visit.householdId, outcome: visit.outcome })
    .from(visit)
    .where(and(eq(visit.communityId, communityId), eq(visit.roundId, id)));
  return { households, said, visits };
}

/** Row 7: the round is locked, then counted; of what was recorded a sample is drawn afterwards, from the count's own hash. */
export const closeRound = command({
  act: 'round.close',
  input: closeInput,
  subject: byRound,
  allow: mayCloseRound,
  run: async ({ db, community, communityId, now, actor, subject: { row, round: locked } }) => {
    const may = checkClosing(locked, now);
    if (!may.ok) return may;
    const ballot = await ballotOf(db, locked);
    const cells = countRound(ballot.households, ballot.said, ballot.visits);
    await db.update(round).set({ state: 'closed', closedAt: now }).where(ofRound(locked));
    await db.insert(roundCell).values(
      [...cells].map(([groupId, own]) => ({
        communityId,
        roundId: locked.id,
        groupId,
        ...own,
        published: publishedCells(own).map(({ keys, count: households }) => ({ kinds: [...keys], count: households })),
      })),
    );
    await recordStep(db, row, {
      kind: 'round_closed',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { round: locked.no, k: locked.k, version: locked.planVersion },
      now,
    });
    await writeLetters(
      { db, communityId, now },
      letters.round_closed,
      ballot.households.map(({ household }) => ({
        ...{ to: { household }, no: locked.no },
        detail: { title: row.title },
      })),
    );
    return {
      ok: true,
      value: { round: locked.no, groups: cells.size },
      leaf: {
        subject: `round/${locked.no}`,
        content: {
          k: locked.k,
          version: locked.planVersion,
          cells: [...cells].map(([group, own]) => ({ group, ...own })),
        },
      },
      jobs: [
        {
          task: 'recheck.draw',
          payload: { community: community.slug, round: locked.no },
          key: `recheck.draw:${communityId}:${locked.no}`,
        },
      ],
      changed: changedWith(row.no),
    };
  },
});

/** What people said in this round, in a paragraph. */
export const summariseRound = command({
  act: 'round.summarise',
  input: summaryInput,
  subject: byRound,
  allow: maySummarise,
  run: async ({ db, now, actor, input, subject: { row, round: locked } }) => {
    const may = checkSummary(locked);
    if (!may.ok) return may;
    const { summary } = input;
    await db
      .update(round)
      .set({ summary, summarisedBy: personOf(actor) })
      .where(ofRound(locked));
    await recordStep(db, row, {
      kind: 'round_summarised',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { round: locked.no, k: locked.k },
      now,
    });
    return {
      ok: true,
      value: { round: locked.no },
      leaf: { subject: `round/${locked.no}`, content: { summary } },
      changed: changedWith(row.no),
    };
  },
});

async function redesignFacts(db: Database, communityId: number, proposalId: number) {
  const rounds = await db
    .select({ id: round.id, state: round.state, k: round.k })
    .from(round)
    .where(and(eq(round.communityId, communityId), eq(round.proposalId, proposalId), ne(round.state, 'void')))
    .orderBy(desc(round.k));
  const closed = rounds.filter((one) => one.state === 'closed');
  const cells = await db
    .select()
    .from(roundCell)
    .where(and(eq(roundCell.communityId, communityId), eq(roundCell.roundId, closed[0]?.id ?? 0)));
  const [open] = await db
    .select({ n: count() })
    .from(objection)
    .where(
      and(
        eq(objection.communityId, communityId),
        eq(objection.proposalId, proposalId),
        isNull(objection.mergedInto),
        inArray(objection.state, ['raised', 'acknowledged', 'answered', 'maintained']),
      ),
    );
  return {
    running: rounds.some((one) => one.state === 'open'),
    closedRounds: closed.length,
    cells,
    openObjections: open?.n ?? 0,
  };
}

/** Row 8: the plan goes back to the drawing board, because a group is red or an objection is open. */
export const redesign = command({
  act: 'round.redesign',
  input: redesignInput,
  subject: byProposal,
  allow: mayRedesign,
  run: async ({ db, community, communityId, now, actor, input, subject: { row } }) => {
    const { cells, ...facts } = await redesignFacts(db, communityId, row.id);
    const red = cells.filter((own) => isRed(own, row.rule ?? community.settings)).length;
    const may = checkRedesign({ state: row.state, ...facts, red });
    if (!may.ok) return may;
    await recordStep(db, row, {
      kind: 'redesign',
      to: 'redesign',
      role: roleOf(actor),
      personId: personOf(actor),
      reason: input.reason,
      detail: { red, objections: facts.openObjections },
      now,
    });
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { to: 'redesign', reason: input.reason, red, objections: facts.openObjections },
      },
      changed: ['proposals'],
    };
  },
});
