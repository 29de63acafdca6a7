import type { State } from '@/features/proposals/rules';
import type { OfSite } from '@/features/works/acts';
import type { MilestoneFact, PlaceFact, WorksFacts } from '@/features/works/facts';
import { mayCheck, mayPlan, mayReport } from '@/features/works/policy';
import { checkSite } from '@/features/works/rules';
import { checkNamed, stateOfPlace, unheard } from '@/features/works/rules/places';
import { type Act, because, type DeskAct, each, type Standings, secondPerson } from '@/lib/act';
import { endOfDay } from '@/lib/calendar';
import { refusalOf } from '@/lib/result';
import { mayJudge, mayRecord } from './policy';

export type OfMilestone = OfSite & { milestone: MilestoneFact };
export type OfPlace = OfMilestone & { place: PlaceFact };

const BUILT: readonly State[] = ['completed', 'verifying', 'verified'];

const underWay = ({ state, works }: OfSite) => refusalOf(checkSite(state, works.last));

/** What was missing at the end is built, looked at and asked about when its day comes. */
const goesOn = (facts: OfSite) => (facts.works.last && BUILT.includes(facts.state) ? null : underWay(facts));

const page = (word: string, ...path: string[]) => ({
  word,
  path: ({ works, milestone }: OfMilestone) => ['works', works.no, 'milestones', milestone.position, 'places', ...path],
});

const counts = ({ milestone }: OfMilestone) => because(!milestone.inPlaces, 'no_places');

/** 一处：where it is, and which entrances are beside it. */
export const namePlace: DeskAct<OfMilestone, 'not_at_this_step' | 'no_places' | 'places_full'> = {
  name: 'place.name',
  why: (facts) => counts(facts) ?? underWay(facts) ?? refusalOf(checkNamed(facts.milestone)),
  by: mayPlan,
  desk: {
    ...page('place_name'),
    needed: (facts, now) => facts.state === 'building' && namePlace.why(facts, now) === null,
    count: ({ milestone: { target, places } }) => (target ?? 0) - places.length,
  },
};

/** Built, with a picture of it, until somebody has looked. */
export const buildPlace: Act<OfPlace, 'not_at_this_step' | 'already_checked' | 'picture_missing'> = {
  name: 'place.build',
  recurs: true,
  why: (facts) =>
    because(facts.place.checked, 'already_checked') ??
    goesOn(facts) ??
    because(facts.place.pictures === 0, 'picture_missing'),
  by: mayReport,
};

/** A second person has been there: from then on those beside it are asked. */
export const checkPlace: Act<OfPlace, 'not_at_this_step' | 'already_checked' | 'not_built' | 'second_person'> = {
  name: 'place.check',
  why: (facts) =>
    because(facts.place.checked, 'already_checked') ??
    because(facts.place.builtOn === null, 'not_built') ??
    goesOn(facts),
  by: mayCheck,
  unless: (actor, { place }) => secondPerson(actor, place.builtBy),
};

/** 缺着: why, and by when it is built. */
export const missPlace: Act<OfPlace, 'not_at_this_step' | 'already_built'> = {
  name: 'place.miss',
  recurs: true,
  why: (facts) => because(facts.place.builtOn !== null, 'already_built') ?? goesOn(facts),
  by: mayPlan,
};

/** A home beside it, and whether somebody of it asks. */
export type Beside = OfPlace & { householdId: number; entranceId: number; own: boolean };

/** Done for good, and each entrance beside it has been heard: what is not well there is a case of its own. */
const over = ({ state, place }: OfPlace) => state === 'verified' && unheard(place).length === 0;

const asked = (facts: Beside) =>
  because(over(facts), 'asked_over') ??
  because(!facts.place.beside.includes(facts.entranceId), 'not_beside') ??
  because(!facts.place.checked, 'not_checked') ??
  goesOn(facts);

/** A household's own word, also anew. */
export const judgePlace: Act<Beside, 'not_at_this_step' | 'asked_over' | 'not_beside' | 'not_checked'> = {
  name: 'place.judge',
  recurs: true,
  why: asked,
  by: mayJudge,
};

const spoken = ({ place, householdId }: Beside) =>
  place.words.some((one) => one.household === householdId && !one.recorded);

/** Written down at its door; its own word stands. */
export const recordPlace: Act<
  Beside,
  | 'not_at_this_step'
  | 'asked_over'
  | 'not_beside'
  | 'not_checked'
  | 'already_spoken'
  | 'speak_for_yourself'
  | 'built_it'
> = {
  name: 'place.record',
  recurs: true,
  why: (facts) => asked(facts) ?? because(spoken(facts), 'already_spoken'),
  by: mayRecord,
  unless: (actor, { own, place }) =>
    because(own, 'speak_for_yourself') ?? because(secondPerson(actor, place.builtBy) !== null, 'built_it'),
};

/** What is done about a no, and by when. */
export const settlePlace: Act<OfPlace & { word: PlaceFact['words'][number] }, 'not_at_this_step' | 'nobody_refuses'> = {
  name: 'place.settle',
  recurs: true,
  why: (facts) => because(facts.word.outcome !== 'refused', 'nobody_refuses') ?? goesOn(facts),
  by: mayPlan,
};

const inState = (milestone: MilestoneFact, ...states: string[]) =>
  milestone.places.filter((one) => states.includes(stateOfPlace(one)));

type Waiting = DeskAct<OfMilestone, 'not_at_this_step'>;

const waiting = (word: string, of: Pick<Waiting, 'name' | 'by'>, ...states: string[]): Waiting => ({
  name: of.name,
  by: of.by,
  why: goesOn,
  desk: {
    ...page(word),
    needed: (facts) => goesOn(facts) === null && inState(facts.milestone, ...states).length > 0,
    due: ({ milestone }) => endOfDay(milestone.plannedOn),
    count: ({ milestone }) => inState(milestone, ...states).length,
  },
});

const counted = (facts: WorksFacts): OfMilestone[] => {
  const { works } = facts;
  if (!works) return [];
  return works.milestones.filter(({ inPlaces }) => inPlaces).map((milestone) => ({ ...facts, works, milestone }));
};

/** What stands at the desk of one proposal. */
export const standings: Standings<WorksFacts>[] = [
  each(namePlace, (facts: WorksFacts) => counted(facts).filter((one) => namePlace.why(one, one.stateAt) === null)),
  each(waiting('place_build', { name: buildPlace.name, by: mayReport }, 'planned'), (facts: WorksFacts) =>
    counted(facts),
  ),
  each(waiting('place_check', { name: checkPlace.name, by: mayCheck }, 'built'), (facts: WorksFacts) => counted(facts)),
  each(waiting('place_settle', { name: settlePlace.name, by: mayPlan }, 'refused'), (facts: WorksFacts) =>
    counted(facts),
  ),
];
