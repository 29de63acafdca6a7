import { type Act, type DeskAct, each, never, once, type Standings, secondPerson } from '@/lib/act';
import { endOfDay, shanghaiDate, workingDaysAfter } from '@/lib/calendar';
import { refusalOf } from '@/lib/result';
import type { Losses } from '@/lib/undoing';
import type { BaseFacts, OwnFacts, ProposalFacts, Staked } from './facts';
import {
  asAuthor,
  type DraftFor,
  mayAccept,
  mayConfirmShelving,
  mayDecideAppeal,
  mayDecline,
  mayLiveHere,
  mayModerate,
  mayProposeShelving,
  mayRefuseShelving,
  mayReopenShelved,
  mayResume,
  maySpeakFor,
  mayWrite,
} from './policy';
import {
  atStep,
  checkSubmission,
  mayAppeal,
  mayReopen,
  SPOKEN_OF_IN,
  type State,
  SUPPORTED_IN,
  statesBefore,
} from './rules';

export const saveDraft: Act<DraftFor> = { name: 'proposal.draft', why: never, by: mayWrite };

export const discardDraft: Act<DraftFor> = { name: 'proposal.discard', why: never, by: mayWrite };

/** Row 1. */
export const submit: Act<DraftFor & { draft: Parameters<typeof checkSubmission>[0] }> = {
  name: 'proposal.submit',
  why: ({ draft }) => refusalOf(checkSubmission(draft)),
  by: mayWrite,
};

interface Spoken {
  state: State;
  household: number | null;
}

export const giveSupport: Act<Spoken> = {
  name: 'support.give',
  why: ({ state }) => atStep(state, ...SUPPORTED_IN),
  by: maySpeakFor,
};

export const takeBackSupport: Act<Spoken> = { ...giveSupport, name: 'support.take_back' };

export const addComment: Act<Spoken> = {
  name: 'comment.add',
  why: ({ state }) => atStep(state, ...SPOKEN_OF_IN),
  by: maySpeakFor,
};

interface Moderated {
  personId: number | null;
  hiddenAt: Date | null;
}

export const hideComment: Act<Moderated> = {
  name: 'comment.hide',
  why: ({ hiddenAt }) => (hiddenAt ? { code: 'already_hidden' } : null),
  by: mayModerate,
  unless: (actor, { personId }) => secondPerson(actor, personId),
  undoes: () => ({ comments: 1 }),
};

export const showComment: Act<Moderated> = {
  by: hideComment.by,
  unless: hideComment.unless,
  name: 'comment.show',
  why: ({ hiddenAt }) => (hiddenAt ? null : { code: 'not_hidden' }),
};

const page = (word: string) => ({ word, path: ({ no }: BaseFacts) => ['proposals', no, word] });

const WORKING_DAYS_TO_ANSWER = 5;

/** Row 4. */
export const accept: DeskAct<ProposalFacts> = {
  name: 'proposal.accept',
  why: ({ state }) => atStep(state, 'submitted'),
  by: mayAccept,
  desk: {
    ...page('acceptance'),
    needed: ({ state }) => state === 'submitted',
    since: ({ submittedAt }) => submittedAt,
    due: ({ submittedAt, stateAt }) =>
      endOfDay(workingDaysAfter(shanghaiDate(submittedAt ?? stateAt), WORKING_DAYS_TO_ANSWER)),
  },
};

/** What is under way with it ends. */
const stops = ({ atStake }: Staked): Losses => {
  const { supporters: _supporters, others: _others, ...running } = atStake ?? { supporters: 0, others: 0 };
  return running;
};

/** Row 3. */
export const decline: DeskAct<ProposalFacts & Staked, string, ProposalFacts> = {
  name: 'proposal.decline',
  why: ({ state }) => atStep(state, 'submitted'),
  by: mayDecline,
  undoes: ({ atStake }) => ({ authors: 1, supporters: atStake?.supporters ?? 0 }),
  desk: page('decline'),
};

/** The author asks the district to look at the refusal. */
export const appeal: Act<OwnFacts> = {
  name: 'proposal.appeal',
  why: ({ state, stateAt, appealed }, now) =>
    atStep(state, 'declined') ?? (appealed || mayAppeal(stateAt, now) ? null : { code: 'appeal_too_late' }),
  by: asAuthor,
  unless: (_, { appealed }) => (appealed ? { code: 'already_appealed' } : null),
};

/** Row 3a: the district, never whoever refused. */
export const decideAppeal: DeskAct<ProposalFacts> = {
  name: 'appeal.decide',
  why: ({ state, appealed, appealDismissed }) =>
    atStep(state, 'declined') ??
    (appealed ? null : { code: 'no_appeal' }) ??
    (appealDismissed ? { code: 'appeal_decided' } : null),
  by: mayDecideAppeal,
  unless: (actor, { declined }) => secondPerson(actor, declined?.personId),
  desk: {
    ...page('appeal'),
    needed: ({ state, appealed, appealDismissed }) => state === 'declined' && appealed !== null && !appealDismissed,
    since: ({ stateAt }) => stateAt,
  },
};

/** Row 22, first half. */
export const proposeShelving: DeskAct<ProposalFacts> = {
  name: 'shelving.propose',
  why: ({ state, shelvingProposed }) =>
    atStep(state, ...statesBefore('shelved')) ?? (shelvingProposed ? { code: 'shelving_proposed' } : null),
  by: mayProposeShelving,
  desk: page('shelving'),
};

const proposedShelving = ({ state, shelvingProposed }: ProposalFacts) =>
  atStep(state, ...statesBefore('shelved')) ?? (shelvingProposed ? null : { code: 'shelving_not_proposed' });

/** Row 22, second half: one proposed it since the last change of state, another confirms it. */
export const confirmShelving: DeskAct<ProposalFacts & Staked, string, ProposalFacts> = {
  name: 'shelving.confirm',
  why: proposedShelving,
  by: mayConfirmShelving,
  unless: (actor, { shelvingProposed }) => secondPerson(actor, shelvingProposed?.personId),
  undoes: stops,
  desk: {
    ...page('shelving'),
    needed: ({ shelvingProposed }) => shelvingProposed !== null,
    since: ({ shelvingProposed }) => shelvingProposed?.at ?? null,
  },
};

export const refuseShelving: Act<ProposalFacts> = {
  name: 'shelving.refuse',
  why: proposedShelving,
  by: mayRefuseShelving,
};

/** Row 22r. */
export const reopenShelved: DeskAct<ProposalFacts> = {
  name: 'proposal.reopen_shelved',
  why: ({ state }) => atStep(state, 'shelved'),
  by: mayReopenShelved,
  desk: page('shelf'),
};

/** Row w. */
export const withdraw: Act<OwnFacts & Staked> = {
  name: 'proposal.withdraw',
  why: ({ state, passedOn }) =>
    passedOn ? { code: 'already_passed_on' } : atStep(state, ...statesBefore('withdrawn')),
  by: asAuthor,
  /** Once others want it, it goes on without its author. */
  undoes: (facts) => (facts.atStake?.others ? {} : stops(facts)),
};

/** Row 21: any resident, within 24 months of completion. */
export const reopen: Act<OwnFacts> = {
  name: 'proposal.reopen',
  why: ({ state, completedAt }, now) =>
    atStep(state, ...statesBefore('reopened')) ??
    (mayReopen(state, completedAt, now) ? null : { code: 'reopen_too_late' }),
  by: mayLiveHere,
};

/** Rows 21b and 21c. */
export const resume: DeskAct<ProposalFacts> = {
  name: 'proposal.resume',
  why: ({ state }) => atStep(state, 'reopened'),
  by: mayResume,
  desk: { ...page('resumption'), needed: ({ state }) => state === 'reopened', since: ({ stateAt }) => stateAt },
};

/** What stands at the desk of one proposal. */
export const standings: Standings<ProposalFacts>[] = [
  ...[once(accept), once(decideAppeal), once(decline), once(reopenShelved), once(resume)],
  each(proposeShelving, (facts) => (facts.shelvingProposed ? [] : [facts])),
  each(confirmShelving, (facts) => (facts.shelvingProposed ? [facts] : [])),
];
