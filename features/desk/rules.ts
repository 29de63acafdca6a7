import type { Parts } from '@/features/callbacks/rules';
import type { Change, Clause, Materiality } from '@/features/plans/rules';
import type { Effect, Gate, Kind, State } from '@/features/proposals/rules';
import type { Cells, Shares, Window } from '@/features/rounds/rules';
import type { Opposition, SignerRole } from '@/features/signoff/rules';
import type { Acceptance, Commitment } from '@/features/works/rules';
import type { Refusal } from '@/lib/result';

export interface PlanFacts {
  version: number;
  title: string;
  state: 'draft' | 'published';
  draftedAt: Date;
  clauses: Clause[];
  changes: Change[];
  materiality: Materiality[];
}

export interface RoundFacts extends Window {
  no: number;
  k: number;
  state: 'open' | 'closed';
  version: number;
  closedAt: Date | null;
  summary: string;
  /** Per group: its households and how many have been heard. */
  groups: { name: string; households: number; reached: number }[];
  /** As counted, one per group; empty before the close. */
  cells: Cells[];
  /** Second looks nobody has taken yet: all, and those open to whoever asks. */
  rechecks: { open: number; mine: number; since: Date | null };
}

export interface ObjectionFacts {
  id: number;
  no: number;
  state: 'raised' | 'acknowledged' | 'answered' | 'settled' | 'maintained' | 'withdrawn' | 'lapsed';
  raisedAt: Date;
  answeredAt: Date | null;
  /** Households that raised it and have not said whether the answer will do. */
  silent: number;
}

export interface WorksFacts {
  no: number;
  lastReportAt: Date;
  completedAt: Date | null;
  milestones: {
    plannedOn: string;
    reportedBy: number | null;
    checkedBy: number | null;
    reportedAt: Date | null;
    checked: boolean;
  }[];
  /** Households named as delegates; without a person nobody has spoken yet. */
  named: number[];
  acceptances: Acceptance[];
  commitments: Commitment[];
}

/** What is known of one proposal for everybody's next act at the desk. */
export interface LifeFacts {
  no: number;
  title: string;
  kind: Kind;
  state: State;
  stateAt: Date;
  submittedAt: Date | null;
  lastEventAt: Date;
  termActive: boolean;
  groupsNamedBy: number | null;
  groupsConfirmedBy: number | null;
  /** Since the proposal is in its state. */
  appealed: { personId: number | null } | null;
  appealDismissed: object | null;
  shelvingProposed: { personId: number | null; at: Date } | null;
  shares: Shares;
  groups: { id: number; name: string; effect: Effect }[];
  households: number;
  gates: Gate[];
  /** The two newest versions, the newest first. */
  plans: PlanFacts[];
  /** All that hold, the newest first. */
  rounds: RoundFacts[];
  /** The latest round, when it was stopped before it was counted. */
  stopped: { no: number; k: number; at: Date } | null;
  objections: ObjectionFacts[];
  /** Words against it, or for it on a condition, that no objection was drawn from yet. */
  undrawn: { count: number; since: Date | null };
  notice: { to: Date; opposition: Opposition[]; signed: { role: SignerRole; signer: number }[] } | null;
  works: WorksFacts | null;
  callbacks: { open: number; since: Date | null } & Parts;
  pictures: { waiting: number; mine: number; since: Date | null };
  comments: number;
  /** Whether its groups agree; undefined where nobody has counted. Null: they do. */
  agreement?: Refusal | null;
}

/** What is done at the desk with one proposal, in the order of its life; the order also ranks what comes next. */
export const ACTS = [
  ...(['acceptance', 'appeal', 'merger', 'decline', 'separation'] as const),
  ...(['groups', 'confirmation', 'consultation'] as const),
  ...(['acknowledge', 'closure', 'summary', 'drawing', 'answer', 'verdicts'] as const),
  ...(['judged', 'changes', 'judging', 'publication', 'draft', 'opening', 'agreement', 'redesign', 'decide'] as const),
  ...(['rechecks', 'round', 'extension', 'gates', 'opposition', 'signature', 'notice', 'return'] as const),
  ...(['start', 'milestones', 'report', 'check', 'delegates', 'completion', 'breach'] as const),
  ...(['callbacks', 'resumption', 'pictures', 'comments', 'shelving', 'shelf'] as const),
] as const;
export type ActName = (typeof ACTS)[number];

/** What waits at the desk beside the proposals. */
export const DUTIES = ['joins', 'cases', 'plan_pictures', 'site_pictures', 'handover'] as const;
export type Duty = (typeof DUTIES)[number];

export interface Due {
  due: Date | null;
  at: Date | null;
}

/** What is overdue comes first, then what has a day, the earlier the sooner; then whatever waits longest. */
export function byUrgency(a: Due, b: Due): number {
  const [x, y] = [a.due?.getTime() ?? Number.POSITIVE_INFINITY, b.due?.getTime() ?? Number.POSITIVE_INFINITY];
  if (x !== y) return x < y ? -1 : 1;
  return (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0);
}

/** The published version people are asked about, and the draft of the next, where there are such. */
export function versionsOf(plans: readonly PlanFacts[]): { published: PlanFacts | null; draft: PlanFacts | null } {
  const newest = (state: PlanFacts['state']) => plans.find((one) => one.state === state) ?? null;
  return { published: newest('published'), draft: newest('draft') };
}

/** The latest round, when it was counted and was about the plan as it stands: then somebody says how it goes on. */
export function decidable(facts: Pick<LifeFacts, 'state' | 'rounds' | 'plans'>): RoundFacts | null {
  const [latest] = facts.rounds;
  const { published } = versionsOf(facts.plans);
  return facts.state === 'consulting' && latest?.state === 'closed' && latest.version === published?.version
    ? latest
    : null;
}
