import type { BaseFacts, Staked } from '@/features/proposals/facts';
import { atStep, type State } from '@/features/proposals/rules';
import { type Gate, openGates } from '@/features/proposals/rules/gates';
import { because, type DeskAct, once, type Standings } from '@/lib/act';
import { personOf } from '@/lib/actor';
import type { ScopingFacts } from './facts';
import { mayDecideGate, mayNameGroups, mayStartConsultation } from './policy';
import { GATES_OPEN_IN, REGROUPABLE } from './rules';

const page = (...words: string[]) => ({ path: ({ no }: BaseFacts) => ['proposals', no, ...words] });
const accepted = (state: State) => because(state === 'submitted', 'accept_first');

/** 相关方: named while there is no agreement. */
export const nameGroups: DeskAct<ScopingFacts & Staked, 'accept_first' | 'groups_fixed', ScopingFacts> = {
  name: 'groups.name',
  why: ({ state }) => accepted(state) ?? because(!REGROUPABLE.includes(state), 'groups_fixed'),
  by: mayNameGroups,
  undoes: ({ atStake, groupsConfirmedBy }) => ({
    rounds: atStake?.rounds ?? 0,
    answers: atStake?.answers ?? 0,
    confirmations: groupsConfirmedBy === null ? 0 : 1,
  }),
  desk: {
    word: 'groups',
    ...page('groups'),
    wording: ({ state }) => (state === 'consulting' || state === 'redesign' ? 'regroup' : 'groups'),
    needed: ({ state, groupsNamedBy }) => state === 'scoping' && groupsNamedBy === null,
    since: ({ stateAt }) => stateAt,
  },
};

/** Nobody names the groups and alone confirms them. */
export const confirmGroups: DeskAct<
  ScopingFacts,
  'accept_first' | 'not_at_this_step' | 'no_groups' | 'groups_confirmed' | 'groups_same_person'
> = {
  name: 'groups.confirm',
  why: ({ state, groupsNamedBy, groupsConfirmedBy }) =>
    accepted(state) ??
    atStep(state, 'scoping') ??
    because(groupsNamedBy === null, 'no_groups') ??
    because(groupsConfirmedBy !== null, 'groups_confirmed'),
  by: mayNameGroups,
  unless: (actor, { groupsNamedBy }) => because(personOf(actor) === groupsNamedBy, 'groups_same_person'),
  desk: {
    word: 'confirmation',
    ...page('groups', 'confirmation'),
    needed: ({ state, groupsNamedBy, groupsConfirmedBy }) =>
      state === 'scoping' && groupsNamedBy !== null && groupsConfirmedBy === null,
    since: ({ lastEventAt }) => lastEventAt,
  },
};

/** Row 5: with groups two people have seen. That each has households and somebody to knock is found out by the start. */
export const startConsultation: DeskAct<
  ScopingFacts,
  'accept_first' | 'not_at_this_step' | 'no_groups' | 'groups_unconfirmed'
> = {
  name: 'proposal.consult',
  why: ({ state, groupsNamedBy, groupsConfirmedBy }) =>
    accepted(state) ??
    atStep(state, 'scoping') ??
    because(groupsConfirmedBy === null, groupsNamedBy === null ? 'no_groups' : 'groups_unconfirmed'),
  by: mayStartConsultation,
  desk: {
    word: 'consultation',
    ...page('consultation'),
    needed: ({ state, groupsConfirmedBy }) => state === 'scoping' && groupsConfirmedBy !== null,
    since: ({ lastEventAt }) => lastEventAt,
  },
};

/** 依法须办的手续: whoever decides signs for it. */
export const decideGate: DeskAct<ScopingFacts & { gate?: Gate }, 'accept_first' | 'gates_fixed', ScopingFacts> = {
  name: 'gate.decide',
  why: ({ state }) => accepted(state) ?? because(!GATES_OPEN_IN.includes(state), 'gates_fixed'),
  by: mayDecideGate,
  undoes: ({ gate }) => ({ decisions: gate && gate.state !== 'open' ? 1 : 0 }),
  desk: {
    word: 'gates',
    ...page('gates'),
    needed: ({ state, kind, gates }) => state === 'agreed' && openGates(kind, gates).length > 0,
    since: ({ stateAt }) => stateAt,
    count: ({ kind, gates }) => openGates(kind, gates).length,
  },
};

/** What stands at the desk of one proposal. */
export const standings: Standings<ScopingFacts>[] = [
  once(nameGroups),
  once(confirmGroups),
  once(startConsultation),
  once(decideGate),
];
