import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { ledgerLeaf } from '@/db/schema/ledger';
import { opinion, opinionContent, recheck, visit } from '@/db/schema/opinions';
import { household, person } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import type { Ground, Stance } from '@/db/words/opinions';
import { askUntil, writeLetters } from '@/features/letters/moves';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { lockProposalById } from '@/features/proposals/moves';
import { letters as roundLetters } from '@/features/rounds/letters';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import { type Json, sha256 } from '@/lib/ledger';
import { type Refusal, refuse } from '@/lib/result';
import { correctInput, drawInput, giveInput, recheckInput, recordInput, visitInput } from './input';
import { letters } from './letters';
import { whyStopped } from './moves';
import { mayDraw, mayKnock, mayLookAgain, maySpeak } from './policy';
import {
  type Channel,
  checkCorrection,
  checkRecheck,
  checkRecording,
  checkRound,
  checkSeen,
  correctionEnds,
  type ProofKind,
  recheckDraw,
} from './rules';

const races = { round_window_open: 'round_closed', opinion_linear: 'spoken_meanwhile' };
const digest = (text: string) => sha256(text).toString('hex');

/**
 * A household of a round. The round is held `for share`, so that it is not counted meanwhile, and the household is
 * locked, so that one chain grows at a time. A word after the close may undo an agreement: then the proposal goes first.
 */
async function voterOf(scope: Scope, input: { round: number; household?: number | undefined }) {
  const { db, communityId, who } = scope;
  const here = and(eq(round.communityId, communityId), eq(round.no, input.round));
  const [found] = await db.select({ proposalId: round.proposalId, state: round.state }).from(round).where(here);
  if (!found) return undefined;
  if (found.state !== 'open') await lockProposalById(db, communityId, found.proposalId);
  const [held] = await db.select().from(round).where(here).for('share');
  const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
  const wanted = input.household === undefined ? own : [input.household];
  if (!held || wanted.length === 0) return undefined;
  const [voter] = await db
    .select({ householdId: household.id, entranceId: household.entranceId })
    .from(household)
    .innerJoin(
      electorate,
      and(eq(electorate.communityId, household.communityId), eq(electorate.householdId, household.id)),
    )
    .where(and(eq(household.communityId, communityId), inArray(household.id, wanted), eq(electorate.roundId, held.id)))
    .orderBy(asc(household.id))
    .limit(1)
    .for('update', { of: household });
  // A household one has nothing to do with is not found, whether it is there or not.
  if (!voter || !(maySpeak(who, voter) ?? mayKnock(who, voter) ?? mayLookAgain(who, voter))) return undefined;
  const [about] = await db
    .select({ no: proposal.no, title: proposal.title, state: proposal.state })
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, held.proposalId)));
  const chain = await db
    .select({
      id: opinion.id,
      seq: opinion.seq,
      own: opinion.own,
      stance: opinion.stance,
      recorder: opinion.recorderId,
      receivedAt: opinion.receivedAt,
    })
    .from(opinion)
    .where(
      and(
        eq(opinion.communityId, communityId),
        eq(opinion.roundId, held.id),
        eq(opinion.householdId, voter.householdId),
      ),
    )
    .orderBy(asc(opinion.seq));
  return { ...voter, round: held, about: about ?? { no: 0, title: '', state: '' }, chain };
}

type Voter = NonNullable<Awaited<ReturnType<typeof voterOf>>>;

const facts = ({ round: held }: Voter) => ({
  opensAt: held.opensAt,
  closesAt: held.closesAt,
  state: held.state,
  version: held.planVersion,
});

/** A refusal, with why the round was stopped where it was. */
const explained = async (db: Database, { round: { communityId, id } }: Voter, no: { ok: false; refusal: Refusal }) =>
  no.refusal.code === 'round_void' ? { ...no, refusal: await whyStopped(db, communityId, id) } : no;

interface Said {
  stance: Stance;
  words: string;
  condition: string;
  ground?: Ground | undefined;
  capturedAt?: string | undefined;
}

interface How {
  own: boolean;
  channel: Channel;
  authorId: number | null;
  recorderId: number | null;
  proof: ProofKind | null;
  witnessId: number | null;
  witness: string;
  message: string;
}

/**
 * A condition beside another stance would stand nowhere, so whoever wrote one is asked what is meant. One the household
 * has given before is only what the form began with.
 */
async function idleCondition(db: Database, { round: of, householdId }: Voter, { stance, condition }: Said) {
  if (stance === 'support_if' || condition === '') return undefined;
  const [before] = await db
    .select({ id: opinion.id })
    .from(opinion)
    .innerJoin(
      opinionContent,
      and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
    )
    .where(
      and(
        eq(opinion.communityId, of.communityId),
        eq(opinion.householdId, householdId),
        eq(opinionContent.condition, condition),
      ),
    )
    .limit(1);
  return before ? undefined : refuse('invalid', undefined, { condition: 'condition_idle' });
}

/** Adds to the household's chain. Returns what stands in the record and whether it is what counts. */
async function say(scope: { db: Database; communityId: number; now: Date }, voter: Voter, said: Said, how: How) {
  const { db, communityId, now } = scope;
  const prevSeq = voter.chain.at(-1)?.seq ?? null;
  const seq = (prevSeq ?? 0) + 1;
  const { stance, words } = said;
  const ground = stance === 'oppose' ? (said.ground ?? null) : null;
  const condition = stance === 'support_if' ? said.condition : '';
  const { witness, message, ...provenance } = how;
  const [saved] = await db
    .insert(opinion)
    .values({
      communityId,
      roundId: voter.round.id,
      planVersion: voter.round.planVersion,
      householdId: voter.householdId,
      seq,
      prevSeq,
      stance,
      ground,
      ...provenance,
      capturedAt: said.capturedAt ? new Date(said.capturedAt) : now,
      receivedAt: now,
    })
    .returning({ id: opinion.id });
  const opinionId = saved?.id ?? 0;
  await db.insert(opinionContent).values({ communityId, opinionId, words, condition, witness, message });
  if (how.own) await askUntil(scope, roundLetters.round_opened, voter.round.no, now, voter.householdId);
  const counts = currentOpinion<{ seq: number; own: boolean }>([...voter.chain, { seq, own: how.own }])?.seq === seq;
  const content: { [key: string]: Json } = {
    opinion: opinionId,
    household: voter.householdId,
    version: voter.round.planVersion,
    seq,
    stance,
    ground,
    words,
    condition,
    own: how.own,
    channel: how.channel,
    proof: how.proof,
  };
  return { value: { opinion: opinionId, round: voter.round.no, counts }, content };
}

const ownWord = (actor: Actor): How => ({
  own: true,
  channel: 'self',
  authorId: personOf(actor),
  recorderId: null,
  proof: null,
  witnessId: null,
  witness: '',
  message: '',
});

/** 意见: a household's own word in an open round. Later supersedes; the history stays. */
export const giveOpinion = command({
  act: 'opinion.give',
  input: giveInput,
  subject: voterOf,
  allow: maySpeak,
  races,
  run: async ({ db, communityId, now, actor, input, subject: voter }) => {
    const may = checkRound(facts(voter), input.version, now);
    if (!may.ok) return explained(db, voter, may);
    const idle = await idleCondition(db, voter, input);
    if (idle) return idle;
    const { value, content } = await say({ db, communityId, now }, voter, input, ownWord(actor));
    return {
      ok: true,
      value,
      leaf: { subject: `round/${voter.round.no}`, content },
      changed: [],
    };
  },
});

/** The household's own word instead of what stands for it; for 72 hours after a recording also when the round is over. */
export const correctOpinion = command({
  act: 'opinion.correct',
  input: correctInput,
  subject: voterOf,
  allow: maySpeak,
  races: { ...races, round_window_open: 'correction_over' },
  run: async ({ db, communityId, now, actor, input, subject: voter }) => {
    const may = checkCorrection(facts(voter), voter.chain, voter.about.state, now);
    if (!may.ok) return explained(db, voter, may);
    const idle = await idleCondition(db, voter, input);
    if (idle) return idle;
    const { value, content } = await say({ db, communityId, now }, voter, input, ownWord(actor));
    const corrects = voter.chain.at(-1)?.id ?? null;
    return {
      ok: true,
      value,
      leaf: { subject: `round/${voter.round.no}`, content: { ...content, corrects } },
      changed: [],
    };
  },
});

/** What came meanwhile, for whoever is about to write down something else: what, when, and by whom. */
async function newer({ db }: { db: Database }, voter: Voter) {
  const current = currentOpinion(voter.chain);
  if (!current) return refuse('recorded_meanwhile');
  const [by] = await db
    .select({ name: person.name })
    .from(person)
    .where(eq(person.id, current.recorder ?? 0));
  const { id, stance, receivedAt, own } = current;
  const details = { opinion: id, stance, at: receivedAt.toISOString(), by: by?.name ?? '', own: own ? 1 : 0 };
  return refuse('recorded_meanwhile', details);
}

/** Written down for a household at its door, from paper or by telephone. The household gets a letter and 72 hours. */
export const recordOpinion = command({
  act: 'opinion.record',
  input: recordInput,
  subject: voterOf,
  allow: mayKnock,
  races,
  run: async ({ db, communityId, now, who, actor, input, subject: voter }) => {
    const may = checkRound(facts(voter), input.version, now);
    if (!may.ok) return explained(db, voter, may);
    if (!checkSeen(input.seen, currentOpinion(voter.chain)).ok) return newer({ db }, voter);
    const recorder = personOf(actor) ?? 0;
    const [named] = await db.select({ name: person.name }).from(person).where(eq(person.id, recorder));
    const homes = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
    const known =
      input.witness === undefined
        ? []
        : await db.select({ id: person.id }).from(person).where(eq(person.id, input.witness));
    if (input.witness !== undefined && known.length === 0)
      return refuse('invalid', undefined, { witness: 'choose_one' });
    const role = actor.as === 'captain' ? ('captain' as const) : ('social-worker' as const);
    const recording = checkRecording({
      recorder,
      recorderHousehold: homes.includes(voter.householdId) ? voter.householdId : (homes[0] ?? null),
      grants: [{ role, entrance: voter.entranceId }],
      household: voter.householdId,
      entrance: voter.entranceId,
      channel: input.channel,
      proof: input.proof,
      witness: input.witness ?? (input.witnessName || null),
      photo: input.photo !== undefined,
      message: input.message,
      recorderName: named?.name ?? '',
    });
    if (!recording.ok) return recording;
    const idle = await idleCondition(db, voter, input);
    if (idle) return idle;
    const { value, content } = await say({ db, communityId, now }, voter, input, {
      own: false,
      channel: input.channel,
      authorId: null,
      recorderId: recorder,
      proof: input.proof,
      witnessId: input.witness ?? null,
      witness: input.witnessName,
      message: input.message,
    });
    if (input.photo) {
      const of = { communityId, subject: 'opinion' as const, subjectId: value.opinion };
      await keepPicture(db, of, input.photo, { by: recorder, now });
    }
    await writeLetters({ db, communityId, now }, letters.opinion_recorded, [
      { to: { household: voter.householdId }, no: voter.round.no, detail: { title: voter.about.title } },
    ]);
    return {
      ok: true,
      value: { ...value, correctUntil: correctionEnds(now).toISOString() },
      leaf: {
        subject: `round/${voter.round.no}`,
        content: { ...content, witness: input.witnessName, message: input.message, photo: pictureHash(input.photo) },
      },
      changed: [],
    };
  },
});

/** Somebody knocked and brought no opinion home. */
export const noteVisit = command({
  act: 'visit.note',
  input: visitInput,
  subject: voterOf,
  allow: mayKnock,
  races,
  run: async ({ db, communityId, now, actor, input, subject: voter }) => {
    const may = checkRound(facts(voter), undefined, now);
    if (!may.ok) return explained(db, voter, may);
    const { outcome } = input;
    await db.insert(visit).values({
      communityId,
      roundId: voter.round.id,
      householdId: voter.householdId,
      outcome,
      visitorId: personOf(actor) ?? 0,
      at: now,
    });
    return {
      ok: true,
      value: { round: voter.round.no, household: voter.householdId },
      leaf: { subject: `round/${voter.round.no}`, content: { household: voter.householdId, visit: outcome } },
      changed: [],
    };
  },
});

/** After the count: at least one in ten of what was recorded is drawn, by the hash the count left on the record. */
export const drawRechecks = command({
  act: 'recheck.draw',
  input: drawInput,
  subject: async ({ db, communityId }, input) => {
    const [row] = await db
      .select()
      .from(round)
      .where(and(eq(round.communityId, communityId), eq(round.no, input.round)))
      .for('update');
    return row;
  },
  allow: mayDraw,
  run: async ({ db, communityId, now, subject: row }) => {
    if (row.state !== 'closed') return refuse(row.state === 'void' ? 'round_void' : 'round_running');
    const [count] = await db
      .select({ hash: ledgerLeaf.leafHash })
      .from(ledgerLeaf)
      .where(
        and(
          eq(ledgerLeaf.communityId, communityId),
          eq(ledgerLeaf.act, 'round.close'),
          eq(ledgerLeaf.subject, `round/${row.no}`),
        ),
      );
    const said = await db
      .select({
        id: opinion.id,
        household: opinion.householdId,
        seq: opinion.seq,
        own: opinion.own,
        recorder: opinion.recorderId,
        capturedAt: opinion.capturedAt,
      })
      .from(opinion)
      .where(and(eq(opinion.communityId, communityId), eq(opinion.roundId, row.id)));
    const current = [...byHousehold(said).values()].flatMap((chain) => currentOpinion(chain) ?? []);
    const recorded = current.flatMap(({ id, recorder, capturedAt }) =>
      recorder === null ? [] : [{ id, recorder, capturedAt }],
    );
    const seed = count?.hash.toString('hex') ?? '';
    const drawn = recheckDraw(recorded, seed, digest);
    if (drawn.length > 0) {
      await db
        .insert(recheck)
        .values(drawn.map((opinionId) => ({ communityId, opinionId, drawnAt: now })))
        .onConflictDoNothing();
    }
    return {
      ok: true,
      value: { round: row.no, recorded: recorded.length, drawn: drawn.length },
      leaf: {
        subject: `round/${row.no}`,
        content: { recheckSeed: seed, recorded: recorded.length, drawn },
      },
      changed: [],
    };
  },
});

/** Somebody else asked again. What differs is not changed by them: the household is invited to say it itself. */
export const noteRecheck = command({
  act: 'recheck.note',
  input: recheckInput,
  subject: async ({ db, communityId }, input) => {
    const [row] = await db
      .select()
      .from(recheck)
      .where(and(eq(recheck.communityId, communityId), eq(recheck.id, input.recheck)))
      .for('update');
    if (!row) return undefined;
    const [of] = await db
      .select({
        householdId: opinion.householdId,
        entranceId: household.entranceId,
        recorder: sql<number>`coalesce(${opinion.recorderId}, 0)`,
        witness: opinion.witnessId,
        round: round.no,
        title: proposal.title,
      })
      .from(opinion)
      .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
      .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
      .innerJoin(household, and(eq(household.communityId, opinion.communityId), eq(household.id, opinion.householdId)))
      .where(and(eq(opinion.communityId, communityId), eq(opinion.id, row.opinionId)));
    return of && { ...of, id: row.id, opinionId: row.opinionId, outcome: row.outcome };
  },
  allow: mayLookAgain,
  run: async ({ db, communityId, now, actor, input, subject: row }) => {
    const checker = personOf(actor) ?? 0;
    const may = checkRecheck(row, checker);
    if (!may.ok) return may;
    const { outcome, note } = input;
    await db
      .update(recheck)
      .set({ outcome, note, checkedBy: checker, checkedAt: now })
      .where(and(eq(recheck.communityId, communityId), eq(recheck.id, row.id)));
    if (outcome === 'different') {
      await writeLetters({ db, communityId, now }, letters.recheck_different, [
        { to: { household: row.householdId }, no: row.round, detail: { title: row.title } },
      ]);
    }
    return {
      ok: true,
      value: { recheck: row.id, round: row.round },
      leaf: { subject: `round/${row.round}`, content: { opinion: row.opinionId, recheck: outcome } },
      changed: [],
    };
  },
});
