import { type Act, because, never, secondPerson } from '@/lib/act';
import { mayKeepCouncil, mayReview, type Needed } from './policy';
import { demandState, type Stands } from './rules';

export const addMember: Act<object, never> = { name: 'council.add_member', why: never, by: mayKeepCouncil };

export interface Member {
  left: boolean;
  /** Projects under way that it leads. */
  leads: number;
}

const gone = ({ left }: Pick<Member, 'left'>) => because(left, 'member_left');

/** Whoever leads a project hands it over, or ends it, first. */
export const endMember: Act<Member, 'member_left' | 'leads_a_project'> = {
  name: 'council.end_member',
  why: (facts) => gone(facts) ?? because(facts.leads > 0, 'leads_a_project', { count: facts.leads }),
  by: mayKeepCouncil,
};

export const offerResource: Act<Member, 'member_left'> = {
  name: 'council.offer',
  recurs: true,
  why: gone,
  by: mayKeepCouncil,
};

export const withdrawResource: Act<{ withdrawn: boolean }, 'withdrawn_already'> = {
  name: 'council.withdraw',
  why: ({ withdrawn }) => because(withdrawn, 'withdrawn_already'),
  by: mayKeepCouncil,
};

/** 需求上清单. `listed`: the need it comes from is there already. */
export const addDemand: Act<{ listed: boolean }, 'listed_already'> = {
  name: 'demand.add',
  recurs: true,
  why: ({ listed }) => because(listed, 'listed_already'),
  by: mayKeepCouncil,
};

type Elsewhere = 'demand_withdrawn' | 'demand_in_project';
const taken = (facts: Stands) =>
  because(facts.withdrawn, 'demand_withdrawn') ?? because(demandState(facts) === 'project', 'demand_in_project');

export const withdrawDemand: Act<Stands, Elsewhere> = {
  name: 'demand.withdraw',
  why: taken,
  by: mayKeepCouncil,
  undoes: ({ claims }) => ({ pledges: claims }),
};

/** 认领. */
export const claimDemand: Act<Stands & Member, Elsewhere | 'member_left'> = {
  name: 'demand.claim',
  why: (facts) => taken(facts) ?? gone(facts),
  by: mayKeepCouncil,
};

/** 立项: what is needed and was claimed, with a lead, partners and steps. */
export const startProject: Act<
  { demands: readonly Stands[]; fresh: boolean; listed: boolean },
  Elsewhere | 'nothing_needed' | 'listed_already'
> = {
  name: 'project.start',
  why: ({ demands, fresh, listed }) =>
    because(demands.length === 0 && !fresh, 'nothing_needed') ??
    because(listed, 'listed_already') ??
    demands.map(taken).find((one) => one !== null) ??
    null,
  by: mayKeepCouncil,
};

interface Running {
  ended: boolean;
}
const over = ({ ended }: Running) => because(ended, 'project_ended');

export const reportStep: Act<Running & { done: boolean }, 'project_ended' | 'step_done'> = {
  name: 'project.report',
  why: (facts) => over(facts) ?? because(facts.done, 'step_done'),
  by: mayKeepCouncil,
};

/** With a reason, where not every step was done. */
export const endProject: Act<Running, 'project_ended'> = { name: 'project.end', why: over, by: mayKeepCouncil };

/** By whoever needed it; what was said before everybody is written down by somebody else than began it. */
export const reviewProject: Act<
  Needed & { reviewed: boolean; startedBy: number },
  'reviewed_already' | 'second_person'
> = {
  name: 'project.review',
  recurs: true,
  why: ({ reviewed }) => because(reviewed, 'reviewed_already'),
  by: mayReview,
  unless: (actor, { startedBy }) => (actor.as === 'resident' ? null : secondPerson(actor, startedBy)),
};

/** 没办成的说为什么. */
export const explainReview: Act<{ wanted: boolean; explained: boolean }, 'nothing_to_explain' | 'explained_already'> = {
  name: 'project.explain',
  why: ({ wanted, explained }) => because(!wanted, 'nothing_to_explain') ?? because(explained, 'explained_already'),
  by: mayKeepCouncil,
};
