import { mayResume } from '@/features/proposals/policy';
import { type Actor, asHousehold, asStaff, has, type Who } from '@/lib/actor';

export const mayStart = (who: Who, subject: { termActive: boolean }): Actor | null =>
  mayResume(who, subject) ?? asStaff(who, 'property');

export const mayPlan = (who: Who): Actor | null => asStaff(who, 'property', 'social-worker');

export const mayReport = (who: Who): Actor | null => asStaff(who, 'property');

/** Whoever checks is not whoever builds. */
export const mayCheck = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** Somebody of a household that was named as a delegate. */
export function mayAccept(who: Who, { delegates }: { delegates: readonly number[] }): Actor | null {
  const home = who.kind === 'person' ? who.households.find((one) => delegates.includes(one.householdId)) : undefined;
  return home ? asHousehold(who, home.householdId) : null;
}

export const mayReadWorks = (who: Who): boolean =>
  has(who, 'social-worker', 'property', 'governance-secretary', 'party-secretary', 'hotline', 'district', 'auditor');

export const WORK_ACTS = ['milestones', 'report', 'check', 'delegates', 'completion', 'breach'] as const;
export type WorkAct = (typeof WORK_ACTS)[number];

export interface WorkFacts {
  state: string;
  /** Milestones not yet checked, and of them those reported. */
  toReport: number;
  toCheck: number;
  complete: boolean;
}

const ALLOWED: Readonly<Record<WorkAct, (who: Who) => Actor | null>> = {
  milestones: mayPlan,
  report: mayReport,
  check: mayCheck,
  delegates: mayCheck,
  completion: mayCheck,
  breach: mayCheck,
};

/** Why an act on a building site is not possible for whoever asks; null when it is. */
export function workBlock(act: WorkAct, who: Who, facts: WorkFacts): string | null {
  if (!ALLOWED[act](who)) return 'not_allowed';
  if (facts.state !== 'building') return 'wrong_state';
  if (act === 'report' && facts.toReport === 0) return 'nothing_to_report';
  if (act === 'check' && facts.toCheck === 0) return 'nothing_to_check';
  return act === 'completion' && !facts.complete ? 'not_accepted' : null;
}

/** Why the works of a proposal cannot be started by whoever asks; null when they can. */
export function startBlock(who: Who, facts: { state: string; termActive: boolean }): string | null {
  if (!mayStart(who, facts)) return 'not_allowed';
  return facts.state === 'signed_off' ? null : 'wrong_state';
}
