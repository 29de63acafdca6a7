import { and, desc, eq, inArray, max } from 'drizzle-orm';
import { objection, objectionEvent, objectionRaiser } from '@/db/schema/objections';
import { household } from '@/db/schema/people';
import { clause, plan } from '@/db/schema/plans';
import { round } from '@/db/schema/rounds';
import type { StoredState as ObjectionState } from '@/db/words/objections';
import { writeLetters } from '@/features/letters/moves';
import { lockProposal, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { termActive } from '@/features/terms/moves';
import { promise, promiseAt } from '@/features/works/moves';
import { answerOnSite } from '@/features/works/rules';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { type Result, refuse } from '@/lib/result';
import {
  acknowledgeInput,
  answerInput,
  disputeInput,
  drawInput,
  escalateInput,
  mergeInput,
  reopenInput,
  rewordInput,
  splitInput,
  tryInput,
  verdictInput,
  wordingInput,
} from './input';
import { letters } from './letters';
import { drawables, known } from './moves';
import { mayAnswer, mayDraw, mayEscalate, mayJudge, mayTry } from './policy';
import {
  ANSWERED_IN,
  checkAdoption,
  checkDraw,
  checkEscalation,
  checkMerge,
  checkRecordedVerdict,
  checkReword,
  checkSplit,
  checkVerdictWords,
  DRAWN_IN,
  heavier,
  JUDGED_IN,
  mayChangeMind,
  type Objection,
  objectionState,
  reopened,
  withAnswer,
  withTry,
  withVerdict,
} from './rules';

type Row = typeof objection.$inferSelect;
type RaiserRow = typeof objectionRaiser.$inferSelect;
type At = Pick<Scope, 'db' | 'communityId' | 'now'> & { community: { slug: string }; actor: Actor };

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);
const of = (row: Row) => and(eq(objection.communityId, row.communityId), eq(objection.id, row.id));

/** What is stored: an objection reopened is one acknowledged that waits for an answer. */
const stored = (state: ReturnType<typeof objectionState>): ObjectionState =>
  state === 'reopened' ? 'acknowledged' : state;

async function raisersOf(db: Database, row: Row): Promise<RaiserRow[]> {
  return db
    .select()
    .from(objectionRaiser)
    .where(and(eq(objectionRaiser.communityId, row.communityId), eq(objectionRaiser.objectionId, row.id)))
    .orderBy(objectionRaiser.householdId)
    .for('update');
}

async function lockObjection(scope: Scope, input: { proposal: number; objection: number }) {
  const proposal = await lockProposal(scope.db, scope.communityId, input.proposal);
  if (!proposal) return undefined;
  const [row] = await scope.db
    .select()
    .from(objection)
    .where(
      and(
        eq(objection.communityId, scope.communityId),
        eq(objection.proposalId, proposal.id),
        eq(objection.no, input.objection),
      ),
    )
    .for('update');
  if (!row) return undefined;
  const { db, communityId, now } = scope;
  const held = { proposal, row, raisers: await raisersOf(db, row), into: await goesOnIn(db, row) };
  return { ...held, termActive: await termActive(db, communityId, now) };
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

/** Somebody merged it meanwhile: into which one, for whoever goes on there. */
const moved = ({ row, into }: { row: Row; into: number | null }) =>
  refuse('merged_meanwhile', { objection: row.no, into: into ?? 0 });

async function raisingBy(scope: Scope, input: { proposal: number; objection: number; household?: number }) {
  const found = await lockObjection(scope, input);
  if (!found) return undefined;
  const homes = scope.who.kind === 'person' ? scope.who.households.map((home) => home.householdId) : [];
  const wanted = input.household ?? found.raisers.find((one) => homes.includes(one.householdId))?.householdId;
  const [home] = await scope.db
    .select({ entranceId: household.entranceId })
    .from(household)
    .where(and(eq(household.communityId, scope.communityId), eq(household.id, wanted ?? 0)));
  return home && wanted ? { ...found, householdId: wanted, entranceId: home.entranceId } : undefined;
}

interface Happened {
  kind: string;
  householdId?: number;
  words?: string;
  leaf?: { [key: string]: Json };
  /** An event of the proposal's life as well: everybody may see that it happened. */
  step?: boolean;
}

/** Writes the event, the proposal's step and what goes into the record. */
async function note(at: At, proposal: ProposalRow, row: Row, state: ObjectionState, happened: Happened) {
  const { db, communityId, now, actor } = at;
  await db.insert(objectionEvent).values({
    communityId,
    objectionId: row.id,
    kind: happened.kind,
    householdId: happened.householdId ?? null,
    personId: personOf(actor),
    words: happened.words ?? '',
    at: now,
  });
  if (happened.step) {
    await recordStep(db, proposal, {
      kind: `objection_${happened.kind}`,
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { objection: row.no },
      now,
    });
  }
  const no = proposal.no ?? 0;
  return {
    ok: true as const,
    value: { proposal: no, objection: row.no, state },
    leaf: { subject: `proposal/${no}/objection/${row.no}`, content: { event: happened.kind, state, ...happened.leaf } },
    // The first page has what moved last on top.
    changed: ['proposals'],
  };
}

const homesOf = (raisers: readonly RaiserRow[]) => raisers.map(({ householdId }) => householdId);

/** What a letter says of an objection, to each of these households. */
const telling = ({ no }: ProposalRow, households: Iterable<number>, { wording }: { wording: string }) =>
  [...households].map((household) => ({ to: { household }, no: no ?? 0, detail: { wording } }));

async function setState(db: Database, row: Row, values: Partial<Row>): Promise<void> {
  await db.update(objection).set(values).where(of(row));
}

async function nextNo(db: Database, { communityId, id }: ProposalRow): Promise<number> {
  const [last] = await db
    .select({ no: max(objection.no) })
    .from(objection)
    .where(and(eq(objection.communityId, communityId), eq(objection.proposalId, id)));
  return (last?.no ?? 0) + 1;
}

/** 归纳异议: opinions of one group with the same ground become one objection, raised by their households. */
export const drawObjection = command({
  act: 'objection.draw',
  input: drawInput,
  subject: async ({ db, communityId, now }, input) => {
    const row = await lockProposal(db, communityId, input.proposal);
    return row && { row, termActive: await termActive(db, communityId, now) };
  },
  allow: mayDraw,
  run: async ({ db, community, communityId, now, actor, input, subject: { row: proposal } }) => {
    if (!DRAWN_IN.includes(proposal.state)) return refuse('wrong_state', { state: proposal.state });
    const wanted = new Set(input.opinions);
    const drawn = (await drawables(db, communityId, proposal.id)).filter((one) => wanted.has(one.id));
    if (drawn.length < wanted.size) return refuse('not_found');
    const before = await db
      .select({ id: objectionRaiser.opinionId })
      .from(objectionRaiser)
      .innerJoin(
        objection,
        and(eq(objection.communityId, objectionRaiser.communityId), eq(objection.id, objectionRaiser.objectionId)),
      )
      .where(
        and(
          eq(objection.communityId, communityId),
          eq(objection.proposalId, proposal.id),
          eq(objection.ground, input.ground),
        ),
      );
    const may = checkDraw(
      drawn,
      input.ground,
      before.map((one) => one.id),
    );
    if (!may.ok) return may;
    const [row] = await db
      .insert(objection)
      .values({
        communityId,
        no: await nextNo(db, proposal),
        proposalId: proposal.id,
        groupId: may.value.group,
        roundId: may.value.round,
        ground: input.ground,
        weight: input.weight,
        wording: input.wording,
        drawnBy: personOf(actor) ?? 0,
        raisedAt: now,
      })
      .returning();
    if (!row) return refuse('unknown');
    const raisers = new Map(drawn.map((one) => [one.household, one.id]));
    await db
      .insert(objectionRaiser)
      .values(
        [...raisers].map(([householdId, opinionId]) => ({ communityId, objectionId: row.id, householdId, opinionId })),
      );
    await writeLetters({ db, communityId, now }, letters.objection_drawn, telling(proposal, raisers.keys(), input));
    const at = { db, community, communityId, now, actor };
    return note(at, proposal, row, 'raised', {
      kind: 'drawn',
      step: true,
      leaf: { ground: input.ground, weight: input.weight, wording: input.wording, households: raisers.size },
    });
  },
});

/** Two objections of one group with the same ground become one; everybody who raised either has raised it. */
export const mergeObjections = command({
  act: 'objection.merge',
  input: mergeInput,
  subject: async (scope, input) => {
    const from = await lockObjection(scope, input);
    const into = await lockObjection(scope, { proposal: input.proposal, objection: input.into });
    return from && into ? { from, into, termActive: from.termActive } : undefined;
  },
  allow: mayDraw,
  run: async ({ db, community, communityId, now, actor, input, subject: { from, into } }) => {
    if (from.into) return moved(from);
    if (into.into) return moved(into);
    const may = checkMerge(known(into.row, into.raisers), known(from.row, from.raisers));
    if (!may.ok) return may;
    const there = new Set(into.raisers.map((one) => one.householdId));
    const added = from.raisers.filter((one) => !there.has(one.householdId));
    if (added.length > 0) {
      await db
        .insert(objectionRaiser)
        .values(added.map((one) => ({ ...one, objectionId: into.row.id, wordingApproved: null })));
    }
    await setState(db, from.row, { mergedInto: into.row.id });
    await setState(db, into.row, { weight: heavier(into.row.weight, from.row.weight) });
    const at = { db, community, communityId, now, actor };
    return note(at, into.proposal, into.row, into.row.state, {
      kind: 'merged',
      leaf: { from: input.objection, households: there.size + added.length },
    });
  },
});

/** Taken apart before it is answered: some who raised it, with what each said, go on in an objection of their own. */
export const splitObjection = command({
  act: 'objection.split',
  input: splitInput,
  subject: lockObjection,
  allow: mayDraw,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, communityId, now, actor, input, subject } = scope;
    const { proposal, row } = subject;
    if (!DRAWN_IN.includes(proposal.state)) return refuse('wrong_state', { state: proposal.state });
    const leaving = [...new Set(input.households)];
    const may = checkSplit(known(row, subject.raisers), leaving);
    if (!may.ok) return may;
    const no = await nextNo(db, proposal);
    const { id: _, no: _no, ...same } = row;
    const own = { no, weight: input.weight, wording: input.wording, drawnBy: personOf(actor) ?? 0 };
    const [made] = await db
      .insert(objection)
      .values({ ...same, ...own })
      .returning();
    if (!made) return refuse('unknown');
    await db
      .update(objectionRaiser)
      .set({ objectionId: made.id, wordingApproved: null })
      .where(
        and(
          eq(objectionRaiser.communityId, communityId),
          eq(objectionRaiser.objectionId, row.id),
          inArray(objectionRaiser.householdId, leaving),
        ),
      );
    const left = subject.raisers.filter((one) => !leaving.includes(one.householdId));
    const states = [left, subject.raisers.filter((one) => leaving.includes(one.householdId))].map((raisers) =>
      stored(objectionState(known(row, raisers))),
    );
    await setState(db, row, { state: states[0] });
    await setState(db, made, { state: states[1] });
    await db
      .insert(objectionEvent)
      .values({ communityId, objectionId: made.id, kind: 'split_from', personId: personOf(actor), at: now });
    await writeLetters(scope, letters.objection_drawn, telling(proposal, leaving, input));
    const written = await note(scope, proposal, row, states[0] ?? row.state, {
      kind: 'split',
      leaf: { into: no, households: leaving.length, weight: input.weight, wording: input.wording },
    });
    return { ...written, value: { ...written.value, into: no } };
  },
});

/** Worded or weighed anew before it is answered; those who raised it are told, and asked about new words again. */
export const rewordObjection = command({
  act: 'objection.reword',
  input: rewordInput,
  subject: lockObjection,
  allow: mayDraw,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, communityId, input, subject } = scope;
    const { proposal, row } = subject;
    if (!DRAWN_IN.includes(proposal.state)) return refuse('wrong_state', { state: proposal.state });
    if (input.seen !== '' && input.seen !== row.wording) return refuse('stale');
    const { weight, wording } = input;
    const may = checkReword(known(row, subject.raisers), row, { weight, wording });
    if (!may.ok) return may;
    await setState(db, row, { weight, wording });
    const { asked } = may.value;
    if (asked) {
      await db
        .update(objectionRaiser)
        .set({ wordingApproved: null })
        .where(and(eq(objectionRaiser.communityId, communityId), eq(objectionRaiser.objectionId, row.id)));
    }
    await writeLetters(scope, letters.objection_reworded, telling(proposal, homesOf(subject.raisers), { wording }));
    return note(scope, proposal, row, row.state, {
      kind: asked ? 'reworded' : 'reweighed',
      words: asked ? row.wording : '',
      leaf: { weight, wording, before: { weight: row.weight, wording: row.wording } },
    });
  },
});

/** Within 48 hours: we have read it. */
export const acknowledgeObjection = command({
  act: 'objection.acknowledge',
  input: acknowledgeInput,
  subject: lockObjection,
  allow: mayAnswer,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, subject } = scope;
    if (subject.row.state !== 'raised') return refuse('already_acknowledged');
    await setState(db, subject.row, { state: 'acknowledged' });
    return note(scope, subject.proposal, subject.row, 'acknowledged', { kind: 'acknowledged' });
  },
});

/** A clause in the version an objection was raised on, and in the one that is to answer it. */
async function clauseFor(db: Database, row: Row, named: { version: number; clause: number }) {
  const [raisedOn] = await db
    .select({ version: round.planVersion })
    .from(round)
    .where(and(eq(round.communityId, row.communityId), eq(round.id, row.roundId)));
  const texts = await db
    .select({ version: plan.version, text: clause.text })
    .from(clause)
    .innerJoin(plan, and(eq(plan.communityId, clause.communityId), eq(plan.id, clause.planId)))
    .where(
      and(eq(clause.communityId, row.communityId), eq(plan.proposalId, row.proposalId), eq(clause.no, named.clause)),
    );
  const at = (version: number) => ({ version, text: texts.find((one) => one.version === version)?.text ?? null });
  return { objected: at(raisedOn?.version ?? 0), named: at(named.version) };
}

/** 答复: adopted in a clause of the newest version, or not possible for a reason. Its raisers are asked what they say. */
export const answerObjection = command({
  act: 'objection.answer',
  input: answerInput,
  subject: lockObjection,
  allow: mayAnswer,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, communityId, community, now, actor, input, subject } = scope;
    const { state } = subject.proposal;
    if (!ANSWERED_IN.includes(state)) return refuse('wrong_state', { state });
    const [about] = await db
      .select({ version: plan.version })
      .from(plan)
      .where(
        and(
          eq(plan.communityId, communityId),
          eq(plan.proposalId, subject.proposal.id),
          input.version === undefined ? undefined : eq(plan.version, input.version),
        ),
      )
      .orderBy(desc(plan.version))
      .limit(1);
    const version = about?.version ?? 0;
    if (input.clause) {
      const { objected, named } = await clauseFor(db, subject.row, { version, clause: input.clause });
      if (named.text === null) return refuse('invalid', undefined, { clause: 'no_such_clause' });
      const may = checkAdoption(input.kind, objected, named);
      if (!may.ok) return may;
    }
    const answered = withAnswer(known(subject.row, subject.raisers), {
      kind: input.kind,
      version,
      clause: input.clause ?? null,
      reason: input.answer,
    });
    if (!answered.ok) return answered;
    const site = await promiseAt(db, subject.proposal, subject.row.id);
    const onSite = answerOnSite(state, input.kind, typeof site?.promise === 'number');
    if (!onSite.ok) return onSite;
    const promised = onSite.value.promise ? site : undefined;
    if (promised) await promise(db, promised, input.answer);
    await setState(db, subject.row, {
      state: 'answered',
      answerKind: input.kind,
      answer: input.answer,
      answerVersion: version,
      answerClause: input.clause ?? null,
      answeredBy: personOf(actor),
      answeredAt: now,
      escalatedAt: null,
    });
    await saveRaisers(db, subject.row, answered.value);
    const told = telling(subject.proposal, homesOf(subject.raisers), subject.row);
    await writeLetters({ db, communityId, now }, letters.objection_answered, told);
    const at = { db, communityId, community, now, actor };
    const written = await note(at, subject.proposal, subject.row, 'answered', {
      kind: 'answered',
      words: input.answer,
      step: true,
      leaf: { kind: input.kind, version, clause: input.clause ?? null, answer: input.answer },
    });
    return promised ? { ...written, changed: [...written.changed, `works/${promised.works}`] } : written;
  },
});

/** What the rules say of each raiser, written back. */
async function saveRaisers(db: Database, row: Row, next: Objection): Promise<void> {
  for (const verdict of [null, 'settled', 'maintained', 'withdrawn'] as const) {
    const households = next.raisers.filter((one) => one.verdict === verdict).map((one) => one.household);
    if (households.length === 0) continue;
    await db
      .update(objectionRaiser)
      .set({
        verdict,
        ...(verdict === null ? { triesToReach: 0, verdictWords: '', verdictBy: null, verdictAt: null } : {}),
      })
      .where(
        and(
          eq(objectionRaiser.communityId, row.communityId),
          eq(objectionRaiser.objectionId, row.id),
          inArray(objectionRaiser.householdId, households),
        ),
      );
  }
}

const raiser = (row: Row, householdId: number) =>
  and(
    eq(objectionRaiser.communityId, row.communityId),
    eq(objectionRaiser.objectionId, row.id),
    eq(objectionRaiser.householdId, householdId),
  );

/** The household says that the words are its own; only then do they stand on the board. */
export const approveWording = command({
  act: 'objection.approve-wording',
  input: wordingInput,
  subject: raisingBy,
  allow: mayJudge,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, actor, subject } = scope;
    if (!subject.raisers.some((one) => one.householdId === subject.householdId)) return refuse('not_a_raiser');
    if (actor.as !== 'resident') {
      const may = checkRecordedVerdict(null, null, scope.input.provenance);
      if (!may.ok) return may;
    }
    await db
      .update(objectionRaiser)
      .set({ wordingApproved: actor.as === 'resident' ? 'yes' : 'at_door' })
      .where(raiser(subject.row, subject.householdId));
    return note(scope, subject.proposal, subject.row, subject.row.state, {
      kind: 'wording_approved',
      householdId: subject.householdId,
      words: scope.input.provenance,
      leaf: { wording: subject.row.wording },
    });
  },
});

/** 不是这个意思: the household does not find itself in the wording. It leaves the board, and the desk reads what was meant. */
export const disputeWording = command({
  act: 'objection.dispute-wording',
  input: disputeInput,
  subject: raisingBy,
  allow: mayJudge,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, actor, input, subject } = scope;
    const { state: life } = subject.proposal;
    if (!JUDGED_IN.includes(life)) return refuse('wrong_state', { state: life });
    if (!subject.raisers.some((one) => one.householdId === subject.householdId)) return refuse('not_a_raiser');
    if (actor.as !== 'resident') {
      const may = checkRecordedVerdict(null, null, input.provenance);
      if (!may.ok) return may;
    }
    await db.update(objectionRaiser).set({ wordingApproved: null }).where(raiser(subject.row, subject.householdId));
    return note(scope, subject.proposal, subject.row, subject.row.state, {
      kind: 'wording_disputed',
      householdId: subject.householdId,
      words: [input.words, input.provenance].filter(Boolean).join(' · '),
      leaf: { household: subject.householdId, words: input.words, provenance: input.provenance },
    });
  },
});

/** When the household last said itself what it thinks of an answer. */
async function lastOwnWord(db: Database, row: Row, householdId: number): Promise<Date | null> {
  const [said] = await db
    .select({ at: objectionEvent.at })
    .from(objectionEvent)
    .where(
      and(
        eq(objectionEvent.communityId, row.communityId),
        eq(objectionEvent.objectionId, row.id),
        eq(objectionEvent.householdId, householdId),
        inArray(objectionEvent.kind, ['settled', 'maintained', 'withdrawn']),
      ),
    )
    .orderBy(desc(objectionEvent.id))
    .limit(1);
  return said?.at ?? null;
}

/** 提出人确认: settled, maintained, or withdrawn; only by a household that raised it. */
export const giveVerdict = command({
  act: 'objection.verdict',
  input: verdictInput,
  subject: raisingBy,
  allow: mayJudge,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, now, actor, input, subject } = scope;
    const { state: life } = subject.proposal;
    if (!JUDGED_IN.includes(life)) return refuse('wrong_state', { state: life });
    if (actor.as !== 'resident') {
      const ownWord = await lastOwnWord(db, subject.row, subject.householdId);
      const may = checkRecordedVerdict(ownWord, subject.row.answeredAt, input.provenance);
      if (!may.ok) return may;
    }
    const before = subject.raisers.find((one) => one.householdId === subject.householdId)?.verdict ?? null;
    if (!mayChangeMind(life, before)) return refuse('withdrawn_stays');
    const heard = checkVerdictWords(input.verdict, actor.as === 'resident', input.words);
    if (!heard.ok) return heard;
    const judged = withVerdict(known(subject.row, subject.raisers), subject.householdId, input.verdict);
    if (!judged.ok) return judged;
    const state = stored(objectionState(judged.value));
    await db
      .update(objectionRaiser)
      .set({ verdict: input.verdict, verdictWords: input.words, verdictBy: personOf(actor), verdictAt: now })
      .where(raiser(subject.row, subject.householdId));
    await setState(db, subject.row, { state });
    if (actor.as !== 'resident') {
      const told = telling(subject.proposal, [subject.householdId], subject.row);
      await writeLetters(scope, letters.verdict_recorded, told);
    }
    return note(scope, subject.proposal, subject.row, state, {
      kind: actor.as === 'resident' ? input.verdict : `${input.verdict}_${input.channel}`,
      householdId: subject.householdId,
      words: [input.words, input.provenance].filter(Boolean).join(' · '),
      leaf: {
        household: subject.householdId,
        verdict: input.verdict,
        words: input.words,
        channel: actor.as === 'resident' ? 'self' : input.channel,
        provenance: input.provenance,
      },
    });
  },
});

/** Somebody tried to reach a raiser and could not. After two tries what was adopted exactly as asked lapses. */
export const noteTry = command({
  act: 'objection.try',
  input: tryInput,
  subject: raisingBy,
  allow: mayTry,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, subject } = scope;
    const tried = withTry(known(subject.row, subject.raisers), subject.householdId);
    if (!tried.ok) return tried;
    const state = stored(objectionState(tried.value));
    const tries = tried.value.raisers.find((one) => one.household === subject.householdId)?.tries ?? 0;
    await db.update(objectionRaiser).set({ triesToReach: tries }).where(raiser(subject.row, subject.householdId));
    await setState(db, subject.row, { state });
    if (state === 'lapsed') {
      const silent = tried.value.raisers.filter((one) => one.verdict === null).map(({ household }) => household);
      await writeLetters(scope, letters.objection_lapsed, telling(subject.proposal, silent, subject.row));
    }
    return note(scope, subject.proposal, subject.row, state, {
      kind: state === 'lapsed' ? 'lapsed' : 'tried',
      householdId: subject.householdId,
      words: scope.input.note,
      leaf: { household: subject.householdId, tries },
    });
  },
});

/** The clause that answered it was changed again, or not built. */
export const reopenObjection = command({
  act: 'objection.reopen',
  input: reopenInput,
  subject: lockObjection,
  allow: mayAnswer,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, input, subject } = scope;
    const { state } = subject.proposal;
    if (!ANSWERED_IN.includes(state)) return refuse('wrong_state', { state });
    const again: Result<Objection> = reopened(known(subject.row, subject.raisers));
    if (!again.ok) return again;
    await setState(db, subject.row, {
      state: 'acknowledged',
      answerKind: null,
      answerClause: null,
      answerVersion: null,
      escalatedAt: null,
    });
    await saveRaisers(db, subject.row, again.value);
    return note(scope, subject.proposal, subject.row, 'acknowledged', {
      kind: 'reopened',
      words: input.reason,
      step: true,
      leaf: { reason: input.reason },
    });
  },
});

/** A maintained one goes on, in writing; it stands on the resolution with the objector's own words. */
export const escalateObjection = command({
  act: 'objection.escalate',
  input: escalateInput,
  subject: lockObjection,
  allow: mayEscalate,
  run: async (scope) => {
    if (scope.subject.into) return moved(scope.subject);
    const { db, now, input, subject } = scope;
    const { state } = subject.proposal;
    if (!DRAWN_IN.includes(state) && state !== 'agreed') return refuse('wrong_state', { state });
    const own = subject.raisers.flatMap((one) =>
      one.verdict === 'maintained' && one.verdictWords ? [one.verdictWords] : [],
    );
    const words = [...own, input.words].filter(Boolean).join('\n');
    const one = known(subject.row, subject.raisers);
    const may = checkEscalation(objectionState(one), one.escalated, words);
    if (!may.ok) return may;
    await setState(db, subject.row, { escalatedAt: now });
    await db.insert(objectionEvent).values({
      communityId: scope.communityId,
      objectionId: subject.row.id,
      kind: 'own_words',
      words,
      at: now,
    });
    return note(scope, subject.proposal, subject.row, 'maintained', {
      kind: 'escalated',
      words: input.reason,
      step: true,
      leaf: { reason: input.reason, words },
    });
  },
});
