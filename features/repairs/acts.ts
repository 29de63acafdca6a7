import { atStep, type State } from '@/features/proposals/rules';
import { openGates } from '@/features/proposals/rules/gates';
import { type Act, because, type DeskAct, each, type Standings, secondPerson } from '@/lib/act';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import type { RepairFact, RepairFacts } from './facts';
import { mayComplete, mayDrop, mayJudge, mayList, mayRecordUnit, mayStartRepairs, mayWork } from './policy';
import { allAsked, leadsTo, mayBeJudged, REPAIR_KINDS, type UnitState, underWarranty, unitsIn } from './rules';

const page = (...words: string[]) => ({
  word: ['repair', ...words].join('_'),
  path: ({ no }: RepairFacts) => ['proposals', no, 'repair', ...words],
});

/** 一户一户修: a list is begun. */
export const openRepair: DeskAct<RepairFacts, 'not_at_this_step' | 'kind_not_by_household' | 'repair_opened'> = {
  name: 'repair.open',
  why: ({ state, kind, repair }) =>
    atStep(state, 'scoping') ??
    because(!REPAIR_KINDS.includes(kind), 'kind_not_by_household') ??
    because(repair !== null, 'repair_opened'),
  by: mayList,
  desk: page(),
};

const WORKED_ON: readonly State[] = ['scoping', 'repairing'];
const opened = ({ state, repair }: RepairFacts) => because(repair === null, 'no_repair') ?? atStep(state, ...WORKED_ON);

/** Households come onto it, also while others are worked on. */
export const listUnits: Act<RepairFacts, 'no_repair' | 'not_at_this_step'> = {
  name: 'repair.list',
  why: opened,
  by: mayList,
};

export const planBatch: Act<RepairFacts, 'no_repair' | 'not_at_this_step'> = {
  name: 'repair.batch',
  recurs: true,
  why: opened,
  by: mayList,
};

/** Row m: by a second person, who made nothing of the list and has no home on it, once everything the law asks is decided. */
export const startRepairs: DeskAct<
  RepairFacts,
  'no_repair' | 'not_at_this_step' | 'nobody_listed' | 'gates_open' | 'second_person' | 'own_home_listed'
> = {
  name: 'repair.start',
  why: ({ state, kind, gates, repair }) => {
    const open = openGates(kind, gates).length;
    return (
      because(repair === null, 'no_repair') ??
      atStep(state, 'scoping') ??
      because(repair !== null && unitsIn(repair.counts) === repair.loose, 'nobody_listed') ??
      because(open > 0, 'gates_open', { count: open })
    );
  },
  by: mayStartRepairs,
  unless: (actor, { repair }) => {
    const me = personOf(actor) ?? 0;
    return (
      because([repair?.openedBy, ...(repair?.makers ?? [])].includes(me), 'second_person') ??
      because(repair?.people.includes(me) === true, 'own_home_listed')
    );
  },
  desk: {
    ...page('start'),
    needed: (facts, now) => facts.state === 'scoping' && facts.repair !== null && startRepairs.why(facts, now) === null,
    since: ({ repair }) => repair?.openedAt ?? null,
  },
};

/** A list that a second person has seen; any other is a piece of paper beside the full way. */
interface Begun {
  state: State;
  repair: Pick<RepairFact, 'startedAt'> | null;
}

const begun = ({ state, repair }: Begun) =>
  atStep(state, 'repairing', 'completed', 'verified') ?? because(repair?.startedAt == null, 'not_begun');

/** One household's repair. */
export interface UnitFacts extends Begun {
  /** `recorded`: how it is was written down for it. */
  unit: { state: UnitState; repairedBy: number | null; warrantyTo: string | null; recorded: boolean };
  householdId: number;
  entranceId: number;
}

type Several = Begun & { units: readonly { state: UnitState }[]; to: UnitState };

const worked = ({ units, to, ...of }: Several) =>
  begun(of) ?? because(units.length === 0 || units.some((one) => !leadsTo(one.state, to)), 'unit_elsewhere');

/** Looked at: why it leaks, and what is to be done. */
export const lookAtUnits: Act<Several, 'not_begun' | 'not_at_this_step' | 'unit_elsewhere'> = {
  name: 'repair.look',
  recurs: true,
  why: worked,
  by: mayWork,
};

export const finishUnits: Act<Several, 'not_begun' | 'not_at_this_step' | 'unit_elsewhere'> = {
  ...lookAtUnits,
  name: 'repair.done',
};

/** Good, or not and by when it is put right: the household's own word, also in place of what was written down for it. */
export const judgeUnit: Act<UnitFacts, 'not_begun' | 'not_at_this_step' | 'not_repaired_yet'> = {
  name: 'repair.judge',
  recurs: true,
  why: ({ unit, ...of }) => begun(of) ?? because(!mayBeJudged(unit), 'not_repaired_yet'),
  by: mayJudge,
};

/** The same at its door, with proof, by nobody who repaired it. */
export const recordUnit: Act<
  UnitFacts & { own: boolean },
  'not_begun' | 'not_at_this_step' | 'not_repaired_yet' | 'speak_for_yourself' | 'second_person'
> = {
  name: 'repair.record',
  recurs: true,
  why: ({ unit, ...of }) => begun(of) ?? because(!leadsTo(unit.state, 'confirmed'), 'not_repaired_yet'),
  by: mayRecordUnit,
  unless: (actor, { own, unit }) => because(own, 'speak_for_yourself') ?? secondPerson(actor, unit.repairedBy),
};

/** It leaks again: that household's alone is open again, whatever became of the others. */
export const leaksAgain: Act<UnitFacts, 'not_begun' | 'not_at_this_step' | 'not_confirmed' | 'warranty_over'> = {
  name: 'repair.leaks_again',
  recurs: true,
  why: ({ unit, ...of }, now) =>
    begun(of) ??
    because(unit.state !== 'confirmed', 'not_confirmed') ??
    because(!underWarranty(unit, shanghaiDate(now)), 'warranty_over'),
  by: mayJudge,
};

/** 不修了: off the list, by the household itself or whoever makes the list; not the last of it. */
export const dropUnit: Act<
  { state: State; unit: { state: UnitState }; householdId: number; last: boolean },
  'not_at_this_step' | 'unit_settled' | 'last_home'
> = {
  name: 'repair.drop',
  recurs: true,
  why: ({ state, unit, last }) =>
    atStep(state, 'scoping', 'repairing', 'completed', 'verified') ??
    because(!leadsTo(unit.state, 'dropped'), 'unit_settled') ??
    because(last, 'last_home'),
  by: mayDrop,
};

/** Row mc: everybody was asked. */
export const completeRepairs: DeskAct<RepairFacts, 'no_repair' | 'not_at_this_step' | 'not_all_asked'> = {
  name: 'repair.complete',
  why: ({ state, repair }) =>
    because(repair === null, 'no_repair') ??
    atStep(state, 'repairing') ??
    because(repair !== null && !allAsked(repair.counts), 'not_all_asked', {
      count: repair === null ? 0 : unitsIn(repair.counts) - repair.counts.confirmed - repair.counts.refused,
    }),
  by: mayComplete,
  desk: {
    ...page('completion'),
    needed: ({ state, repair }) => state === 'repairing' && repair !== null && allAsked(repair.counts),
    since: ({ lastEventAt }) => lastEventAt,
  },
};

const where =
  (fits: (facts: RepairFacts) => boolean) =>
  (facts: RepairFacts): RepairFacts[] =>
    fits(facts) ? [facts] : [];

/** What stands at the desk of one proposal. */
export const standings: Standings<RepairFacts>[] = [
  each(
    openRepair,
    where(({ state, kind, repair }) => state === 'scoping' && repair === null && REPAIR_KINDS.includes(kind)),
  ),
  each(
    startRepairs,
    where(({ state, repair }) => state === 'scoping' && repair !== null),
  ),
  each(
    completeRepairs,
    where(({ state }) => state === 'repairing'),
  ),
];
