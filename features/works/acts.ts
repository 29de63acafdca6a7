import { atStep, notAtThisStep, type State } from '@/features/proposals/rules';
import { type Act, because, type DeskAct, each, once, type Standings, secondPerson } from '@/lib/act';
import { type Actor, asSystem, householdOf, personOf } from '@/lib/actor';
import { endOfDay, shanghaiDate } from '@/lib/calendar';
import { refusalOf } from '@/lib/result';
import type { MilestoneFact, SiteFact, WorksFacts } from './facts';
import { mayAccept, mayCheck, mayPlan, mayRecordAcceptance, mayReport, mayStart } from './policy';
import { builtBy, checkSite, completion, isUnmended, mayBeDelegate, silentFrom } from './rules';
import { isBuilt, placesIn } from './rules/places';

/** One site of the proposal. */
export type OfSite = WorksFacts & { works: SiteFact };

type OfMilestone = OfSite & { milestone: MilestoneFact };

const underWay = ({ state, works }: OfSite) => refusalOf(checkSite(state, works.last));

/** Row 17. */
export const startWorks: DeskAct<WorksFacts, 'not_at_this_step' | 'not_signed'> = {
  name: 'works.start',
  why: ({ state, signedResolution }) => atStep(state, 'signed_off') ?? because(signedResolution === null, 'not_signed'),
  by: mayStart,
  desk: {
    word: 'start',
    path: ({ no }) => ['proposals', no, 'works'],
    needed: ({ state }) => state === 'signed_off',
    since: ({ stateAt }) => stateAt,
  },
};

const page = (word: string, ...path: string[]) => ({
  word,
  path: ({ works }: OfSite) => ['works', works.no, ...path],
});

/** 节点. */
export const planMilestone: DeskAct<OfSite, 'not_at_this_step'> = {
  name: 'milestone.plan',
  why: underWay,
  by: mayPlan,
  desk: {
    ...page('milestones', 'milestones'),
    needed: ({ state, works }) => state === 'building' && works.milestones.length === 0,
    since: ({ stateAt }) => stateAt,
  },
};

const unchecked = (facts: OfMilestone) => because(facts.milestone.checked, 'already_checked') ?? underWay(facts);

/** Row 18: by whoever builds, with at least one picture; the day is said in the form. */
export const reportMilestone: Act<OfMilestone, 'not_at_this_step' | 'already_checked' | 'picture_missing'> = {
  name: 'milestone.report',
  recurs: true,
  why: (facts) => unchecked(facts) ?? because(facts.milestone.pictures === 0, 'picture_missing'),
  by: mayReport,
};

const late = ({ works }: OfSite, now: Date) =>
  works.milestones.filter((one) => one.reportedAt === null && one.plannedOn <= shanghaiDate(now));

/** Whatever is due, or a word after fourteen days of silence. */
const reports: DeskAct<OfSite, 'not_at_this_step' | 'nothing_to_report'> = {
  name: reportMilestone.name,
  why: (facts) =>
    underWay(facts) ??
    because(
      facts.works.milestones.every((one) => one.checked),
      'nothing_to_report',
    ),
  by: mayReport,
  desk: {
    ...page('report'),
    needed: (facts, now) =>
      facts.state === 'building' &&
      facts.works.milestones.some((one) => one.reportedAt === null) &&
      (late(facts, now).length > 0 || silentFrom(facts.works.lastReportAt) <= now),
    due: (facts, now) =>
      firstOf(late(facts, now).map((one) => endOfDay(one.plannedOn))) ?? silentFrom(facts.works.lastReportAt),
    count: (facts, now) => late(facts, now).length,
  },
};

const firstOf = (dates: readonly Date[]): Date | null =>
  dates.reduce<Date | null>((first, one) => (first === null || one < first ? one : first), null);

/** Somebody else has been there and looked. */
export const checkMilestone: Act<
  OfMilestone,
  'not_at_this_step' | 'already_checked' | 'not_reported' | 'second_person'
> = {
  name: 'milestone.check',
  recurs: true,
  why: (facts) => unchecked(facts) ?? because(facts.milestone.reportedBy === null, 'not_reported'),
  by: mayCheck,
  unless: (actor, { milestone }) => secondPerson(actor, milestone.reportedBy),
};

/** Or it is not so: whoever built reports it anew. */
export const returnMilestone: typeof checkMilestone = {
  ...checkMilestone,
  name: 'milestone.return',
  undoes: () => ({ reports: 1 }),
};

const reported = ({ works }: OfSite) => works.milestones.filter((one) => one.reportedAt !== null && !one.checked);

const checks: DeskAct<OfSite, 'not_at_this_step' | 'nothing_to_check' | 'second_person'> = {
  name: checkMilestone.name,
  why: (facts) => underWay(facts) ?? because(reported(facts).length === 0, 'nothing_to_check'),
  by: mayCheck,
  unless: (actor, facts) =>
    because(
      reported(facts).every((one) => one.reportedBy === personOf(actor)),
      'second_person',
    ),
  desk: {
    ...page('check'),
    needed: (facts) => facts.state === 'building' && reported(facts).length > 0,
    since: (facts) => firstOf(reported(facts).flatMap((one) => one.reportedAt ?? [])),
    count: (facts) => reported(facts).length,
  },
};

const unnamed = ({ groups, works }: OfSite) =>
  groups.filter(({ id }) => !works.named.some((one) => one.group === id)).length;
const built = ({ works }: OfSite) => isBuilt(works.milestones);

/** Which household, of which group, is said in the form. */
export const nameDelegate: DeskAct<OfSite, 'not_at_this_step'> = {
  name: 'works.delegate',
  why: underWay,
  by: mayCheck,
  desk: {
    ...page('delegates', 'delegates'),
    needed: (facts) => facts.state === 'building' && built(facts) && unnamed(facts) > 0,
    count: unnamed,
  },
};

/** 验收 by the delegate of one group, who neither built nor checked. */
export const giveAcceptance: Act<OfSite, 'not_at_this_step' | 'built_it'> = {
  name: 'acceptance.give',
  why: underWay,
  by: (who, { works }) => mayAccept(who, works),
  unless: (actor, { works }) => {
    const person = { id: personOf(actor) ?? 0, household: householdOf(actor) ?? 0 };
    const delegates = works.named.map((one) => one.household);
    return because(!mayBeDelegate(person, delegates, builtBy(works.milestones)), 'built_it');
  },
};

/** The delegate's door: who lives there, and what stands for their group. */
export type AtDoor = OfSite & { household: number; entrance: number; own: boolean; spoken: boolean };

/** Written down for a delegate who does not do it themself; their own word stands, and whoever built or checked writes nothing. */
export const recordAcceptance: Act<
  AtDoor,
  'not_at_this_step' | 'already_spoken' | 'not_delegate' | 'speak_for_yourself' | 'built_it'
> = {
  name: 'acceptance.record',
  why: (facts) =>
    underWay(facts) ??
    because(!facts.works.named.some((one) => one.household === facts.household), 'not_delegate') ??
    because(facts.spoken, 'already_spoken'),
  by: mayRecordAcceptance,
  unless: (actor, { own, works }) =>
    because(own, 'speak_for_yourself') ?? because(builtBy(works.milestones).includes(personOf(actor) ?? 0), 'built_it'),
};

/** For which group somebody accepts. */
export const groupOf = (actor: Actor, { works }: OfSite): number | null =>
  works.named.find((one) => one.household === householdOf(actor))?.group ?? null;

type OfPromise = OfSite & { commitment: SiteFact['commitments'][number] };

const BUILT: readonly State[] = ['completed', 'verifying', 'verified'];

/** What was not kept at acceptance goes on when the works are complete. */
const stillOpen = ({ state, works, commitment }: OfPromise) =>
  commitment.outcome === 'refused' && works.last && BUILT.includes(state);

/** A promise is looked at by the delegate of the group it was made to; one that was not kept, again when it is mended. */
export const decideCommitment: Act<OfPromise, 'not_at_this_step' | 'built_it' | 'other_group'> = {
  ...giveAcceptance,
  name: 'commitment.decide',
  why: (facts) => (stillOpen(facts) ? null : underWay(facts)),
  unless: (actor, facts) => {
    const { group, mendedBy } = facts.commitment;
    return (
      giveAcceptance.unless?.(actor, facts) ??
      because(mendedBy !== null && mendedBy === personOf(actor), 'built_it') ??
      because(group !== null && group !== groupOf(actor, facts), 'other_group')
    );
  },
};

/** Whoever builds, or the social worker, says that a promise is mended that was not kept. */
export const mendCommitment: Act<OfPromise, 'not_at_this_step' | 'nothing_to_mend'> = {
  name: 'commitment.mend',
  recurs: true,
  why: (facts) =>
    (stillOpen(facts) ? null : underWay(facts)) ?? because(!isUnmended(facts.commitment), 'nothing_to_mend'),
  by: mayPlan,
};

const unmended = ({ works }: OfSite) => works.commitments.filter(isUnmended);

/** By the day that was named at acceptance. */
export const mends: DeskAct<OfSite, 'not_at_this_step' | 'nothing_to_mend'> = {
  name: mendCommitment.name,
  why: (facts) =>
    (facts.works.last && BUILT.includes(facts.state) ? null : underWay(facts)) ??
    because(unmended(facts).length === 0, 'nothing_to_mend'),
  by: mayPlan,
  desk: {
    ...page('mending'),
    path: ({ works }) => ['works', works.no, 'mending'],
    needed: (facts, now) => mends.why(facts, now) === null,
    due: (facts) => firstOf(unmended(facts).flatMap(({ repairOn }) => (repairOn ? endOfDay(repairOn) : []))),
    count: (facts) => unmended(facts).length,
  },
};

export const completionOf = ({ groups, works }: OfSite) =>
  completion(
    groups.map((group) => group.id),
    works.acceptances,
    works.commitments,
    builtBy(works.milestones),
  );

/** Places that neither stand nor are missing with a reason and a day. */
const openPlaces = ({ works }: OfSite) => works.milestones.reduce((sum, one) => sum + placesIn(one).open, 0);

/** Row 19: when a delegate of each group has accepted and every promise is accepted or has its repair day. */
export const completeWorks: DeskAct<OfSite, 'not_at_this_step' | 'places_open' | 'not_accepted'> = {
  name: 'works.complete',
  why: (facts) => {
    const { complete, lacking } = completionOf(facts);
    const details = { groups: lacking.groups.length, commitments: lacking.commitments.length };
    return (
      underWay(facts) ??
      (facts.works.completedAt && notAtThisStep('building')) ??
      because(openPlaces(facts) > 0, 'places_open', { count: openPlaces(facts) }) ??
      because(!complete, 'not_accepted', details)
    );
  },
  by: mayCheck,
  desk: {
    ...page('completion', 'completion'),
    needed: (facts, now) => built(facts) && completeWorks.why(facts, now) === null,
  },
};

/** A change that would break a promise: back to the drawing board. */
export const breakWorks: DeskAct<OfSite, 'not_at_this_step'> = {
  name: 'works.break',
  recurs: true,
  why: underWay,
  by: mayCheck,
  undoes: ({ works }) => ({
    milestones: works.milestones.filter((one) => one.reportedAt !== null).length,
    acceptances: works.acceptances.length,
  }),
  desk: page('breach', 'break'),
};

/** Row 21: what was reopened and is built on. */
export const resumeWorks: Act<OfSite, 'not_at_this_step'> = {
  name: 'works.resume',
  recurs: true,
  why: ({ state, works }) => atStep(state, 'building') ?? (works.completedAt ? null : notAtThisStep('building')),
  by: asSystem,
};

const site = (facts: WorksFacts): OfSite[] => (facts.works ? [{ ...facts, works: facts.works }] : []);

/** What stands at the desk of one proposal. */
export const standings: Standings<WorksFacts>[] = [
  once(startWorks),
  ...[planMilestone, reports, checks, nameDelegate, completeWorks, mends, breakWorks].map((act) => each(act, site)),
];
