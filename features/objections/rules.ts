import { ANSWERS, type AnswerKind, type StoredState, type Verdict, WEIGHTS, type Weight } from '@/db/words/objections';
import type { State } from '@/features/proposals/rules';
import { hoursAfter } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

export { GROUNDS } from '@/db/words/opinions';
export { ANSWERS, type AnswerKind, type Verdict, WEIGHTS, type Weight };

/** The first three name a clause of a plan version, the last gives the reason. */
export type Answer = { kind: AnswerKind; version: number; clause: number | null; reason: string | null };

/** `reopened`: its clause was changed again or not built. */
export type ObjectionState = StoredState | 'reopened';

/** One household it was drawn from: its word on the answer in force, and tries to reach it since that answer. */
export type Raiser = { household: number; verdict: Verdict | null; tries: number };

/** An objection as stored. `reopened`: its clause was changed again or not built, and nobody has answered since. */
export type Objection = {
  id: number;
  group: number;
  acknowledged: boolean;
  reopened: boolean;
  answer: Answer | null;
  raisers: readonly Raiser[];
};

/** Tries without success after which an objection that was adopted exactly as asked lapses. */
const TRIES_BEFORE_LAPSE = 2;

/**
 * Derives where an objection stands from what its raisers said. One who maintains it keeps it maintained; it is
 * settled when all have settled or withdrawn. It lapses only when it was adopted exactly as asked and everyone still
 * silent was tried twice; that is never agreement.
 */
export function objectionState(objection: Objection): ObjectionState {
  const { raisers, answer } = objection;
  if (raisers.length > 0 && raisers.every((raiser) => raiser.verdict === 'withdrawn')) return 'withdrawn';
  if (!answer) return objection.reopened ? 'reopened' : objection.acknowledged ? 'acknowledged' : 'raised';
  if (raisers.some((raiser) => raiser.verdict === 'maintained')) return 'maintained';
  const silent = raisers.filter((raiser) => !raiser.verdict);
  if (raisers.length > 0 && silent.length === 0) return 'settled';
  const unreachable = silent.every((raiser) => raiser.tries >= TRIES_BEFORE_LAPSE);
  return answer.kind === 'adopted' && silent.length > 0 && unreachable ? 'lapsed' : 'answered';
}

/** Everyone who has not withdrawn is asked afresh. */
function askAgain(raisers: readonly Raiser[]): Raiser[] {
  return raisers.map((raiser) => (raiser.verdict === 'withdrawn' ? raiser : { ...raiser, verdict: null, tries: 0 }));
}

/** A new answer replaces the one before and asks the raisers again. Who answers has also acknowledged. */
export function withAnswer<T extends Objection>(
  objection: T,
  answer: Answer,
): Result<T, 'reason_missing' | 'clause_missing' | 'objection_withdrawn'> {
  if (!answerComplete(answer)) return refuse(answer.kind === 'not_possible' ? 'reason_missing' : 'clause_missing');
  if (objectionState(objection) === 'withdrawn') return refuse('objection_withdrawn');
  return ok({ ...objection, acknowledged: true, reopened: false, answer, raisers: askAgain(objection.raisers) });
}

/**
 * A raiser's word. Nobody else can settle, maintain or withdraw an objection, and before there is an answer it can
 * only be withdrawn.
 */
export function withVerdict<T extends Objection>(
  objection: T,
  household: number,
  verdict: Verdict,
): Result<T, 'not_a_raiser' | 'not_answered_yet'> {
  if (!mayJudge(objection, household)) return refuse('not_a_raiser');
  if (!objection.answer && verdict !== 'withdrawn') return refuse('not_answered_yet');
  const say = (raiser: Raiser) => (raiser.household === household ? { ...raiser, verdict } : raiser);
  return ok({ ...objection, raisers: objection.raisers.map(say) });
}

/** A try to reach a raiser that did not succeed; it counts towards lapsing only after an answer. */
export function withTry<T extends Objection>(
  objection: T,
  household: number,
): Result<T, 'not_a_raiser' | 'not_answered_yet'> {
  if (!mayJudge(objection, household)) return refuse('not_a_raiser');
  if (!objection.answer) return refuse('not_answered_yet');
  const count = (raiser: Raiser) => (raiser.household === household ? { ...raiser, tries: raiser.tries + 1 } : raiser);
  return ok({ ...objection, raisers: objection.raisers.map(count) });
}

/** The clause that answered it was changed again, or was not built: the answer no longer holds. */
export function reopened<T extends Objection>(objection: T): Result<T, 'not_answered_yet' | 'objection_withdrawn'> {
  if (!objection.answer) return refuse('not_answered_yet');
  if (objectionState(objection) === 'withdrawn') return refuse('objection_withdrawn');
  return ok({ ...objection, reopened: true, answer: null, raisers: askAgain(objection.raisers) });
}

/** Only those who raised an objection can settle, maintain or withdraw it. */
function mayJudge(objection: Pick<Objection, 'raisers'>, household: number): boolean {
  return objection.raisers.some((raiser) => raiser.household === household);
}

/** An answer that promises something names the clause where it stands; one that cannot gives the reason. */
export function answerComplete(answer: Answer): boolean {
  return answer.kind === 'not_possible' ? Boolean(answer.reason?.trim()) : answer.clause !== null;
}

/** A clause in one version of a plan; `text` null: that version has no such clause. */
export type ClauseAt = { version: number; text: string | null };

const bare = (text: string) => text.replace(/\s+/gu, '');

/** Whether a clause says something else than in the version objected to, or is new; spaces are no change. */
export function isChangedFor(objected: ClauseAt, named: ClauseAt): boolean {
  if (named.text === null || named.version <= objected.version) return false;
  return objected.text === null || bare(objected.text) !== bare(named.text);
}

/**
 * "Changed as you asked" names a clause that did change: one of a later version than the objection was raised on, a draft
 * or published, that is worded otherwise there or is new. Whatever else is answered may name a clause as it was.
 */
export function checkAdoption(
  kind: AnswerKind,
  objected: ClauseAt,
  named: ClauseAt,
): Result<undefined, 'clause_unchanged'> {
  if (kind !== 'adopted' || isChangedFor(objected, named)) return ok();
  return refuse('clause_unchanged', { version: objected.version }, { clause: 'clause_unchanged' });
}

/** Raised, acknowledged or reopened: nobody has answered it yet. */
export function isUnanswered(state: ObjectionState): boolean {
  return state === 'raised' || state === 'acknowledged' || state === 'reopened';
}

/** Not yet at rest: unanswered, waiting for its raisers, or maintained by them. */
export function isOpenObjection(state: ObjectionState): boolean {
  return isUnanswered(state) || state === 'answered' || state === 'maintained';
}

export const openObjections = <T extends Objection>(objections: readonly T[]): T[] =>
  objections.filter((objection) => isOpenObjection(objectionState(objection)));

/**
 * Whether a household's condition is met in the plan being frozen: it settled or withdrew the objection itself, or the
 * answer adopts it in this plan and the household has not maintained it. Adopting it another way is for the household
 * to say, not for us.
 */
export function conditionMet(objection: Objection, household: number, frozenVersion: number): boolean {
  const verdict = objection.raisers.find((raiser) => raiser.household === household)?.verdict;
  if (verdict) return verdict !== 'maintained';
  return objection.answer?.kind === 'adopted' && objection.answer.version <= frozenVersion;
}

/** An objection waits at most 48 hours to be acknowledged. */
export function acknowledgeBy(raisedAt: Date): Date {
  return hoursAfter(raisedAt, 48);
}

/** Any raiser may ask for a mediator when it hurts, was answered, and is maintained. */
export function mayMediate(weight: Weight, state: ObjectionState): boolean {
  return weight !== 'inconvenience' && state === 'maintained';
}

/** Objections are drawn from what was said, and merged, while the plan is talked about. */
export const DRAWN_IN: readonly State[] = ['consulting', 'redesign'];

/** They are answered then, and again when a clause is touched or not built. */
const SIGNED: readonly State[] = ['building', 'reopened'];
export const ANSWERED_IN: readonly State[] = [...DRAWN_IN, ...SIGNED];

/** Until the signature whoever raised one may change their mind; and say what they think of a new answer afterwards. */
export const JUDGED_IN: readonly State[] = [...DRAWN_IN, 'agreed', 'noticed', ...SIGNED];

/** Whether its household has still to say what it thinks of it. */
export const waitsForWord = (one: { verdict: Verdict | null; proposalState: State }): boolean =>
  one.verdict === null && JUDGED_IN.includes(one.proposalState);

/**
 * What a household took back it may bring up again until the signature. Afterwards it stays taken back: the resolution
 * says so, nothing was promised to it, and a fault of what was built reopens the whole.
 */
export function mayChangeMind(state: State, verdict: Verdict | null): boolean {
  return verdict !== 'withdrawn' || !SIGNED.includes(state);
}

type Mergeable = Pick<Objection, 'id' | 'group' | 'answer'> & { ground: string };

/** Two objections of one group with one ground become one, as long as neither was answered. */
export function checkMerge(
  into: Mergeable,
  from: Mergeable,
): Result<undefined, 'same_objection' | 'two_groups' | 'other_ground' | 'already_answered'> {
  if (into.id === from.id) return refuse('same_objection');
  if (into.group !== from.group) return refuse('two_groups');
  if (into.ground !== from.ground) return refuse('other_ground');
  return into.answer || from.answer ? refuse('already_answered') : ok();
}

/** The heavier of two weights. */
export const heavier = (a: Weight, b: Weight): Weight => (WEIGHTS.indexOf(a) >= WEIGHTS.indexOf(b) ? a : b);

/** Its words may stand on the board once one of those who raised it has approved them, and not all have withdrawn it. */
export function wordingOnBoard(raisers: readonly { approved: boolean; verdict: Verdict | null }[]): boolean {
  return raisers.some(({ approved, verdict }) => approved && verdict !== 'withdrawn');
}

/** Written up to the district: maintained, and only with the objector's own words beside the reasons. */
export function checkEscalation(
  state: ObjectionState,
  escalated: boolean,
  words: string,
): Result<undefined, 'already_escalated' | 'not_maintained' | 'own_words_missing'> {
  if (escalated) return refuse('already_escalated');
  if (state !== 'maintained') return refuse('not_maintained');
  return words.trim() ? ok() : refuse('own_words_missing', undefined, { words: 'required' });
}

/** A household that still objects says why, in its own words: they go with the objection to the secretaries and the district. */
export function checkVerdictWords(verdict: string, words: string): Result<undefined, 'words_missing'> {
  return verdict === 'maintained' && words === ''
    ? refuse('words_missing', undefined, { words: 'words_missing' })
    : ok();
}

/** What a household said itself is not replaced by what somebody writes down for it, until it is asked again. */
export function checkRecordedVerdict(
  ownWordAt: Date | null,
  answeredAt: Date | null,
  provenance: string,
): Result<undefined, 'provenance_missing' | 'own_word_stands'> {
  if (!provenance.trim()) return refuse('provenance_missing', undefined, { provenance: 'required' });
  return ownWordAt && (!answeredAt || ownWordAt >= answeredAt) ? refuse('own_word_stands') : ok();
}

/** How an objection is put: its sentence, and how much it weighs. */
export type Put = { weight: Weight; wording: string };

/**
 * Worded or weighed anew as long as nobody has answered it. `asked`: the sentence is another one, so that those who
 * raised it are asked about it again; spaces are no change.
 */
export function checkReword(
  objection: Pick<Objection, 'answer'>,
  before: Put,
  after: Put,
): Result<{ asked: boolean }, 'already_answered' | 'nothing_reworded'> {
  if (objection.answer) return refuse('already_answered');
  const asked = bare(before.wording) !== bare(after.wording);
  return asked || before.weight !== after.weight ? ok({ asked }) : refuse('nothing_reworded');
}

/** An objection can be taken apart while nobody has answered it: some who raised it go on in one of their own. */
export function checkSplit(
  objection: Pick<Objection, 'answer' | 'raisers'>,
  leaving: readonly number[],
): Result<undefined, 'invalid' | 'already_answered' | 'not_a_raiser' | 'nobody_left'> {
  if (leaving.length === 0) return refuse('invalid', undefined, { households: 'choose_one' });
  if (objection.answer) return refuse('already_answered');
  if (!leaving.every((household) => mayJudge(objection, household))) return refuse('not_a_raiser');
  return new Set(leaving).size < objection.raisers.length ? ok() : refuse('nobody_left');
}
