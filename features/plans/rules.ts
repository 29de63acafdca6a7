import { notAtThisStep, type State } from '@/features/proposals/rules';
import { ok, type Result, refuse } from '@/lib/result';

/** A clause of a plan: what somebody could hold us to. The number stays the same from version to version. */
export type Clause = { no: number; text: string };

/** Why a clause was changed: an objection it answers, a legal gate it meets, or a technical reason in words. */
export type Reason =
  | { kind: 'objection'; objection: number }
  | { kind: 'gate'; gate: string }
  | { kind: 'technical'; text: string };

export type Change = { clause: number; reasons: readonly Reason[] };

/** Whether this version changes something that matters to a group; one person says so, another confirms it. */
export type Materiality = { group: number; material: boolean; judgedBy: number; confirmedBy: number | null };

/** A published version never changes. `changes` and `materiality` are empty in version 1. */
export type PlanVersion = {
  version: number;
  clauses: readonly Clause[];
  changes: readonly Change[];
  materiality: readonly Materiality[];
};

/**
 * The clauses of a text, one to a line: `3. …`, `3、…` keeps its number; a line without one gets the next that is free.
 * Empty lines are nothing.
 */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const numbered = /^([1-9]\d{0,2})\s*[.、．](?!\d)\s*(\S.*)$/u.exec(line);
    const next = Math.max(0, ...clauses.map(({ no }) => no)) + 1;
    clauses.push(numbered ? { no: Number(numbered[1]), text: numbered[2] ?? '' } : { no: next, text: line });
  }
  return clauses;
}

/** The same clauses as a text to edit. */
export const clausesText = (clauses: readonly Clause[]): string =>
  clauses.map(({ no, text }) => `${no}. ${text}`).join('\n');

/** A plan has clauses, and each number stands once. */
export function checkClauses(clauses: readonly Clause[]): Result<undefined, 'invalid' | 'clause_twice'> {
  const numbers = clauses.map(({ no }) => no);
  const twice = numbers.find((no, index) => numbers.indexOf(no) !== index);
  if (clauses.length === 0) return refuse('invalid', undefined, { clauses: 'required' });
  if (twice !== undefined) return refuse('clause_twice', { clause: twice }, { clauses: 'clause_twice' });
  return ok();
}

/** A plan is drafted while it can still be talked about. */
export const DRAFTED_IN: readonly State[] = ['scoping', 'consulting', 'redesign'];

/** The first version may be posted before the consultation starts, later ones only within it; never during a round. */
export function checkPublication(
  state: State,
  version: number,
  roundOpen: boolean,
  clauses: readonly Clause[],
): Result<undefined, 'not_at_this_step' | 'round_running' | 'invalid' | 'clause_twice'> {
  const within: readonly State[] = version === 1 ? DRAFTED_IN : ['consulting', 'redesign'];
  if (!within.includes(state)) return { ok: false, refusal: notAtThisStep(...within) };
  if (roundOpen) return refuse('round_running');
  return checkClauses(clauses);
}

/** Whether what was judged of every group can be confirmed: once, by somebody who judged none of it. */
export function checkMaterialityConfirmation(
  judged: readonly Materiality[],
  groups: readonly number[],
): Result<undefined, 'materiality_missing' | 'already_confirmed'> {
  const missing = groups.find((group) => !judged.some((one) => one.group === group));
  if (missing !== undefined) return refuse('materiality_missing', { group: missing });
  if (judged.every((one) => one.confirmedBy !== null)) return refuse('already_confirmed');
  return ok();
}

/** Numbers of the clauses that were added, removed or reworded between two versions, in order of appearance. */
export function changedClauses(before: readonly Clause[], after: readonly Clause[]): number[] {
  const texts = (clauses: readonly Clause[]) => new Map(clauses.map((clause) => [clause.no, clause.text]));
  const [was, is] = [texts(before), texts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((no) => was.get(no) !== is.get(no));
}

/** Clauses that differ from the version before and do not say why yet. */
export function uncitedClauses(
  before: readonly Clause[],
  after: readonly Clause[],
  cited: readonly { clause: number }[],
): number[] {
  return changedClauses(before, after).filter((no) => !cited.some((change) => change.clause === no));
}

/** Whether a change matters to a group can be judged, and confirmed, when there is one and each says what it answers. */
export function checkJudging(
  before: readonly Clause[],
  after: readonly Clause[],
  cited: readonly { clause: number }[],
): Result<undefined, 'nothing_changed' | 'changes_uncited'> {
  if (changedClauses(before, after).length === 0) return refuse('nothing_changed');
  const missing = uncitedClauses(before, after, cited);
  return missing.length === 0 ? ok() : refuse('changes_uncited', { clauses: missing.join(', ') });
}

/** An objection and the clause of a published version that answers it. */
export type Answered = { id: number; version: number | null; clause: number | null };

/**
 * What a new version does to answers given before it: a clause that was reworded goes back to those who raised the
 * objection, to be confirmed as it stands now; a clause that is gone leaves the objection without an answer. What was
 * answered by the new version itself is this very change.
 */
export function touchedAnswers(
  answers: readonly Answered[],
  before: readonly Clause[],
  after: readonly Clause[],
  version: number,
): { askAgain: number[]; unanswered: number[] } {
  const changed = changedClauses(before, after);
  const touched = answers.filter(
    (one) => one.clause !== null && one.version !== null && one.version < version && changed.includes(one.clause),
  );
  const stands = ({ clause }: Answered) => after.some(({ no }) => no === clause);
  return {
    askAgain: touched.filter(stands).map(({ id }) => id),
    unanswered: touched.filter((one) => !stands(one)).map(({ id }) => id),
  };
}

/** What a new version must answer to. */
export type RevisionFacts = {
  groups: readonly number[];
  objections: readonly { id: number; answered: boolean }[];
  gates: readonly string[];
};

/**
 * May version n+1 be published after version n? Every objection is answered; every changed clause cites at least one
 * reason that exists; nothing is cited for a clause that did not change; and for every group it is said, and confirmed
 * by a second person, whether the change is material.
 */
export function checkRevision(
  previous: PlanVersion,
  next: PlanVersion,
  facts: RevisionFacts,
): Result<
  PlanVersion,
  | 'version_not_next'
  | 'objections_unanswered'
  | 'nothing_changed'
  | 'change_without_reason'
  | 'reason_without_change'
  | 'materiality_missing'
  | 'materiality_unconfirmed'
  | 'materiality_same_person'
> {
  if (next.version !== previous.version + 1) return refuse('version_not_next', { version: previous.version + 1 });
  const unanswered = facts.objections.filter((objection) => !objection.answered);
  if (unanswered.length > 0) return refuse('objections_unanswered', { count: unanswered.length });

  const changed = changedClauses(previous.clauses, next.clauses);
  if (changed.length === 0) return refuse('nothing_changed');
  const exists = (reason: Reason) => {
    if (reason.kind === 'technical') return reason.text.trim() !== '';
    if (reason.kind === 'gate') return facts.gates.includes(reason.gate);
    return facts.objections.some((objection) => objection.id === reason.objection);
  };
  for (const clause of changed) {
    const reasons = next.changes.filter((change) => change.clause === clause).flatMap((change) => change.reasons);
    if (reasons.length === 0 || !reasons.every(exists)) return refuse('change_without_reason', { clause });
  }
  const idle = next.changes.find((change) => !changed.includes(change.clause));
  if (idle) return refuse('reason_without_change', { clause: idle.clause });

  for (const group of facts.groups) {
    const said = next.materiality.filter((one) => one.group === group);
    const one = said[0];
    if (!one || said.length > 1) return refuse('materiality_missing', { group });
    if (!one.confirmedBy) return refuse('materiality_unconfirmed', { group });
    if (one.confirmedBy === one.judgedBy) return refuse('materiality_same_person', { group });
  }
  return ok(next);
}

/** Versions that make earlier opinions of this group stale, for `standing`. */
export function materialVersions(versions: readonly PlanVersion[], group: number): number[] {
  return versions
    .filter(({ materiality }) => materiality.some((one) => one.group === group && one.material))
    .map(({ version }) => version);
}

/** Groups that are asked again about this version; nobody else is. */
export function groupsAskedAgain(version: PlanVersion): number[] {
  return version.materiality.filter((one) => one.material).map((one) => one.group);
}

/** The published version people are asked about, and the draft of the next; versions come the newest first. */
export function versionsOf<V extends { state: 'draft' | 'published' }>(versions: readonly V[]) {
  const newest = (state: V['state']) => versions.find((one) => one.state === state) ?? null;
  return { published: newest('published'), draft: newest('draft') };
}
