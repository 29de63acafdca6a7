import type { SignerRole } from '@/db/words/signoff';
import type { ConsentState } from '@/features/beyond/rules';
import { conditionMet, isUnanswered, type Objection, objectionState } from '@/features/objections/rules';
import type { Effect } from '@/features/proposals/rules';
import { type Cells, cellsOf, reached, type Stance, snapshotSize, tookSide } from '@/features/rounds/rules';
import { periodEnd } from '@/lib/calendar';
import { atLeast, shareOf } from '@/lib/quantity';
import { type CodeOf, ok, type Result, refuse } from '@/lib/result';

/** A share as [numerator, denominator]. */
export type Share = readonly [number, number];

/** The community's thresholds, frozen into the proposal when its consultation starts. */
export type Thresholds = { reach: Share; agree: Share };

const DEFAULT_THRESHOLDS: Thresholds = { reach: [2, 3], agree: [2, 3] };

/** One affected group at the close: its snapshot, where each household stands, and its objections. */
export type GroupAtClose = {
  group: number;
  effect: Effect;
  households: readonly number[];
  stances: ReadonlyMap<number, Stance>;
  objections: readonly (Objection & { escalated: boolean })[];
  /** Households that stand against it, or for it on a condition, and no objection was drawn from what they said. */
  undrawn: readonly number[];
};

/** What a group still lacks, with the numbers of the sentence that says so. */
export type Missing =
  | { code: 'reach'; have: number; need: number; of: number }
  | { code: 'agree'; have: number; need: number; of: number }
  | { code: 'unanswered'; count: number; objections: number[] }
  | { code: 'maintained'; count: number; objections: number[] };

export type GroupAgreement = {
  group: number;
  effect: Effect;
  households: number;
  reached: number;
  tookSide: number;
  agreeing: number;
  /** Conditional households counted as agreeing, because their condition is met in this plan or settled by them. */
  conditionsMet: number;
  /** Conditional households counted with the opposes. */
  conditionsUnmet: number;
  /** Households whose word nobody has drawn: then it is not declared that they agree. */
  undrawn: number;
  missing: Missing[];
};

/**
 * Whether one group agrees to the plan being frozen. Reached and agreeing are compared exactly; agreeing is a share of
 * those who took a side, so a group that answered and has no view does not stand in the way. A conditional household
 * agrees only while every objection drawn from it is met (`conditionMet`), and not at all while what it stands on was
 * not drawn; then it stands with the opposes. A group that bears the harm must have no maintained objection that was not escalated.
 */
export function groupAgreement(group: GroupAtClose, version: number, rule = DEFAULT_THRESHOLDS): GroupAgreement {
  const cells: Cells = cellsOf(group.households, group.stances, []);
  const met = [...new Set(group.households)].filter((household) => {
    if (group.stances.get(household) !== 'support_if' || group.undrawn.includes(household)) return false;
    const own = group.objections.filter(({ raisers }) => raisers.some((raiser) => raiser.household === household));
    return own.length > 0 && own.every((objection) => conditionMet(objection, household, version));
  });
  const [of, heard, sides, agreeing] = [
    snapshotSize(cells),
    reached(cells),
    tookSide(cells),
    cells.supports + met.length,
  ];

  const missing: Missing[] = [];
  if (of === 0 || !atLeast(heard, of, ...rule.reach))
    missing.push({ code: 'reach', have: heard, need: Math.max(1, shareOf(of, ...rule.reach)), of });
  if (!atLeast(agreeing, sides, ...rule.agree))
    missing.push({ code: 'agree', have: agreeing, need: shareOf(sides, ...rule.agree), of: sides });
  const unanswered = group.objections.filter((objection) => isUnanswered(objectionState(objection)));
  if (unanswered.length > 0) missing.push({ code: 'unanswered', ...named(unanswered) });
  const maintained = group.objections.filter(
    (objection) => objectionState(objection) === 'maintained' && !objection.escalated,
  );
  if (group.effect === 'bears' && maintained.length > 0) missing.push({ code: 'maintained', ...named(maintained) });

  const { effect } = group;
  return {
    group: group.group,
    effect,
    households: of,
    reached: heard,
    tookSide: sides,
    agreeing,
    conditionsMet: met.length,
    conditionsUnmet: cells.conditional - met.length,
    undrawn: group.undrawn.length,
    missing,
  };
}

const named = (objections: readonly Objection[]) => ({
  count: objections.length,
  objections: objections.map((objection) => objection.id),
});

/** Agreement to a plan version: every group by itself, never on a total. There is no overall percentage. */
export type Agreement = { agreed: boolean; groups: GroupAgreement[] };

export function agreement(groups: readonly GroupAtClose[], version: number, rule = DEFAULT_THRESHOLDS): Agreement {
  const each = groups.map((group) => groupAgreement(group, version, rule));
  return { agreed: each.length > 0 && each.every((group) => group.missing.length === 0), groups: each };
}

/** A public notice runs whole days, the day it is posted not counted (Civil Code arts 201, 203). */
export function noticeEnds(postedAt: Date, days = 7): Date {
  return periodEnd(postedAt, days);
}

/** Opposition during the notice and what became of it. */
export type Opposition = { answered: boolean; upheld: boolean };

/** May be signed: the notice is over, what was said against it is answered, none of it upheld. */
export function checkNotice(
  endsAt: Date,
  opposition: readonly Opposition[],
  now: Date,
): Result<undefined, 'notice_running' | 'opposition_unanswered' | 'opposition_upheld'> {
  if (now < endsAt) return refuse('notice_running');
  const unanswered = opposition.filter((one) => !one.answered).length;
  if (unanswered > 0) return refuse('opposition_unanswered', { count: unanswered });
  const upheld = opposition.filter((one) => one.upheld).length;
  if (upheld > 0) return refuse('opposition_upheld', { count: upheld });
  return ok();
}

export type { SignerRole };
export type Signature = { role: SignerRole; signer: number; hash: string };

/** The community Party secretary always signs, and the governance secretary while a term is active. */
export function requiredRoles(termActive: boolean): SignerRole[] {
  return termActive ? ['party-secretary', 'governance-secretary'] : ['party-secretary'];
}

/** May this signature be added? A role signs once, and a person signs once. */
export function checkSignature(
  given: readonly Omit<Signature, 'hash'>[],
  next: Omit<Signature, 'hash'>,
  facts: { termActive: boolean; proposer: number },
): Result<undefined, 'role_does_not_sign' | 'role_has_signed' | 'person_has_signed' | 'proposer_alone'> {
  if (!requiredRoles(facts.termActive).includes(next.role)) return refuse('role_does_not_sign');
  if (given.some((one) => one.role === next.role)) return refuse('role_has_signed');
  if (given.some((one) => one.signer === next.signer)) return refuse('person_has_signed');
  if (!facts.termActive && next.signer === facts.proposer) return refuse('proposer_alone');
  return ok();
}

/** Roles whose signature under this text is still missing. */
export function rolesMissing(given: readonly Signature[], hash: string, termActive: boolean): SignerRole[] {
  return requiredRoles(termActive).filter((role) => !given.some((one) => one.role === role && one.hash === hash));
}

/** What the record has of a signature: nothing that anybody could not read on the board. */
export const signedLeaf = (
  no: number,
  content: { proposal: number; version: number; hash: string; role: SignerRole; complete: boolean },
) => ({
  subject: `resolution/${no}`,
  content,
  open: true as const,
});

/** Plain values that have exactly one canonical text. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What an organisation outside was asked and answered. */
export type OutsideText = {
  position: number;
  organisation: string;
  asked: string;
  state: ConsentState;
  answer: string;
  answeredOn: string | null;
};

/** As it stands in the text; nothing where nobody had to be asked. */
export const outsideText = (consents: readonly OutsideText[]): { outside?: OutsideText[] } =>
  consents.length === 0
    ? {}
    : {
        outside: consents.map(({ position, organisation, asked, state, answer, answeredOn }) => ({
          position,
          organisation,
          asked,
          state,
          answer,
          answeredOn,
        })),
      };

/** Everything a signature stands for. Hashes are lower-case hexadecimal. */
export type SignedText = {
  proposal: number;
  plan: { version: number; hash: string };
  rule: Plain;
  snapshot: string;
  groups: readonly Plain[];
  objections: readonly { id: number; state: string; answer: Plain }[];
  gates: readonly { key: string; state: string; evidence: string; signer: number | null }[];
  /** What was asked beyond the wall; nothing where nobody had to be. */
  outside?: readonly OutsideText[];
  vote: Plain;
};

/**
 * What the hash of a resolution is taken of: plan version, rule, snapshot, the groups' numbers, objections with their
 * answers, gates, and the vote (null without one). Objections and gates are put in order, so that the order in which
 * rows arrive changes nothing; the caller writes it as canonical JSON.
 */
export function signedText(text: SignedText) {
  return {
    format: 'tongxin-resolution/1' as const,
    ...text,
    objections: [...text.objections].sort((a, b) => a.id - b.id),
    gates: [...text.gates].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
  };
}

/** One round of a proposal as far as agreement needs it; void ones left out. */
export type RoundHeld = { k: number; state: 'open' | 'closed'; version: number };

/** The round agreement is read from: the latest, counted, on the newest version of the plan. */
export function checkRoundHeld<T extends RoundHeld>(
  rounds: readonly T[],
  newest: number | null,
): Result<T, 'no_round' | 'round_running' | 'plan_not_asked'> {
  const latest = [...rounds].sort((a, b) => b.k - a.k)[0];
  if (!latest || newest === null) return refuse('no_round');
  if (latest.state !== 'closed') return refuse('round_running');
  return latest.version === newest ? ok(latest) : refuse('plan_not_asked', { version: newest });
}

/** Why agreement cannot be declared. */
export type Unagreed = CodeOf<ReturnType<typeof checkRoundHeld>> | CodeOf<ReturnType<typeof checkAgreed>>;

/** Every group passes its own gate, or the first that does not is named. */
export function checkAgreed({ groups }: Agreement): Result<undefined, 'no_groups' | 'not_agreed'> {
  const short = groups.filter((group) => group.missing.length > 0);
  if (groups.length === 0) return refuse('no_groups');
  return short.length === 0 ? ok() : refuse('not_agreed', { groups: short.length });
}

/** Somebody opposes it from its first moment on, and before its end. */
export const checkRunning = (
  notice: { from: Date; to: Date; running: boolean },
  now: Date,
): Result<undefined, 'notice_over'> =>
  notice.running && now >= notice.from && now < notice.to ? ok() : refuse('notice_over');

/** What the board tells of a group that agrees: whether it does, and whom it was read from; how many stands with its round. */
export type BoardNumbers = { households: number; reached: number; agrees: boolean };

/** A group's numbers as the event of the declaration keeps them. */
export const declaredNames = (position: number) =>
  (['households', 'reached', 'tookSide', 'agreeing', 'conditionsMet'] as const).map(
    (name) => [name, `group_${position}_${name}`] as const,
  );

/** Whether it is not the text any more that hung, or that somebody has signed. */
export const isChanged = (
  { version }: { version: number },
  standing: { version: number | null },
  drawn: { hash: Buffer } | undefined,
  text: { hash: Buffer },
): boolean => standing.version !== version || (drawn !== undefined && !drawn.hash.equals(text.hash));
