import { type Act, because, type DeskAct, each, never, once, type Standings, secondPerson } from '@/lib/act';
import { refusalOf } from '@/lib/result';
import { type Losses, tooLate } from '@/lib/undoing';
import type { BaseFacts, OwnFacts, ProposalFacts, Staked } from './facts';
import {
  asAuthor,
  type DraftFor,
  mayAccept,
  mayChooseLooking,
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
  answerBy,
  atStep,
  checkSubmission,
  mayAppeal,
  mayReopen,
  SPOKEN_OF_IN,
  type State,
  SUPPORTED_IN,
  statesBefore,
} from './rules';

export const saveDraft: Act<DraftFor, never> = { name: 'proposal.draft', why: never, by: mayWrite };

export const discardDraft: Act<DraftFor, never> = { name: 'proposal.discard', why: never, by: mayWrite };

/** Row 1. */
export const submit: Act<
  DraftFor & { draft: Parameters<typeof checkSubmission>[0] },
  'provenance_missing' | 'submission_incomplete'
> = {
  name: 'proposal.submit',
  why: ({ draft }) => refusalOf(checkSubmission(draft)),
  by: mayWrite,
};

interface Spoken {
  state: State;
  waits: boolean;
  household: number | null;
}

const unlooked = ({ waits }: { waits: boolean }) => because(waits, 'not_looked_at');

export const giveSupport: Act<Spoken, 'not_at_this_step' | 'not_looked_at'> = {
  name: 'support.give',
  why: (facts) => unlooked(facts) ?? atStep(facts.state, ...SUPPORTED_IN),
  by: maySpeakFor,
};

export const takeBackSupport: typeof giveSupport = { ...giveSupport, name: 'support.take_back' };

export const addComment: Act<Spoken, 'not_at_this_step' | 'not_looked_at'> = {
  name: 'comment.add',
  why: (facts) => unlooked(facts) ?? atStep(facts.state, ...SPOKEN_OF_IN),
  by: maySpeakFor,
};

interface Moderated {
  personId: number | null;
  hiddenAt: Date | null;
}

const moderator: Pick<Act<Moderated, 'second_person'>, 'by' | 'unless'> = {
  by: mayModerate,
  unless: (actor, { personId }) => secondPerson(actor, personId),
};

export const hideComment: Act<Moderated, 'already_hidden' | 'second_person'> = {
  ...moderator,
  name: 'comment.hide',
  recurs: true,
  why: ({ hiddenAt }) => because(hiddenAt !== null, 'already_hidden'),
  undoes: () => ({ comments: 1 }),
};

export const showComment: Act<Moderated, 'not_hidden' | 'second_person'> = {
  ...moderator,
  name: 'comment.show',
  recurs: true,
  why: ({ hiddenAt }) => because(hiddenAt === null, 'not_hidden'),
};

const page = (word: string) => ({ word, path: ({ no }: BaseFacts) => ['proposals', no, word] });

/** Whether what residents propose hangs at once, or when somebody has looked at it. */
export const chooseLooking: Act<{ looksFirst: boolean }, never> = {
  name: 'proposal.choose_looking',
  why: never,
  by: mayChooseLooking,
};

/** What waits hangs on the board once somebody else has looked at it. */
export const lookAt: DeskAct<ProposalFacts, 'looked_at' | 'second_person'> = {
  name: 'proposal.look',
  why: ({ waits }) => because(!waits, 'looked_at'),
  by: mayModerate,
  unless: (actor, { writtenBy }) => secondPerson(actor, writtenBy),
  desk: { ...page('look'), needed: ({ waits }) => waits, since: ({ submittedAt }) => submittedAt },
};

/** Row 4. */
export const accept: DeskAct<ProposalFacts, 'not_at_this_step' | 'not_looked_at'> = {
  name: 'proposal.accept',
  why: (facts) => atStep(facts.state, 'submitted') ?? unlooked(facts),
  by: mayAccept,
  desk: {
    ...page('acceptance'),
    needed: ({ state, waits }) => state === 'submitted' && !waits,
    since: ({ submittedAt }) => submittedAt,
    due: ({ submittedAt, stateAt }) => answerBy(submittedAt ?? stateAt).at,
  },
};

/** What is under way with it ends. */
const stops = ({ atStake }: Staked): Losses => {
  const { supporters: _supporters, others: _others, ...running } = atStake ?? { supporters: 0, others: 0 };
  return running;
};

/** Row 3. */
export const decline: DeskAct<ProposalFacts & Staked, 'not_at_this_step', ProposalFacts> = {
  name: 'proposal.decline',
  recurs: true,
  why: ({ state }) => atStep(state, 'submitted'),
  by: mayDecline,
  undoes: ({ atStake }) => ({ authors: 1, supporters: atStake?.supporters ?? 0 }),
  desk: page('decline'),
};

/** Row 3t: a mistake, and nobody has been asked to look at it. */
export const takeBackDecline: DeskAct<ProposalFacts, 'not_at_this_step' | 'already_appealed' | 'take_back_over'> = {
  name: 'proposal.undecline',
  recurs: true,
  why: ({ state, stateAt, appealed }, now) =>
    atStep(state, 'declined') ?? (appealed ? { code: 'already_appealed' } : tooLate(stateAt, now)),
  by: mayDecline,
  desk: { word: 'undecline', path: page('decline').path },
};

/** The author asks the district to look at the refusal. */
export const appeal: Act<OwnFacts, 'not_at_this_step' | 'appeal_too_late' | 'already_appealed'> = {
  name: 'proposal.appeal',
  recurs: true,
  why: ({ state, stateAt, appealed }, now) =>
    atStep(state, 'declined') ?? because(!appealed && !mayAppeal(stateAt, now), 'appeal_too_late'),
  by: asAuthor,
  unless: (_, { appealed }) => because(appealed !== null, 'already_appealed'),
};

/** Row 3a: the district, never whoever refused. */
export const decideAppeal: DeskAct<
  ProposalFacts,
  'not_at_this_step' | 'no_appeal' | 'appeal_decided' | 'second_person'
> = {
  name: 'appeal.decide',
  recurs: true,
  why: ({ state, appealed, appealDismissed }) =>
    atStep(state, 'declined') ??
    because(appealed === null, 'no_appeal') ??
    because(appealDismissed !== null, 'appeal_decided'),
  by: mayDecideAppeal,
  unless: (actor, { declined }) => secondPerson(actor, declined?.personId),
  desk: {
    ...page('appeal'),
    needed: ({ state, appealed, appealDismissed }) => state === 'declined' && appealed !== null && !appealDismissed,
    since: ({ stateAt }) => stateAt,
  },
};

/** Row 22, first half. */
export const proposeShelving: DeskAct<ProposalFacts, 'not_at_this_step' | 'shelving_proposed'> = {
  name: 'shelving.propose',
  recurs: true,
  why: ({ state, shelvingProposed }) =>
    atStep(state, ...statesBefore('shelved')) ?? because(shelvingProposed !== null, 'shelving_proposed'),
  by: mayProposeShelving,
  desk: page('shelving'),
};

const proposedShelving = ({ state, shelvingProposed }: ProposalFacts) =>
  atStep(state, ...statesBefore('shelved')) ?? because(shelvingProposed === null, 'shelving_not_proposed');

/** Row 22, second half: one proposed it since the last change of state, another confirms it. */
export const confirmShelving: DeskAct<
  ProposalFacts & Staked,
  'not_at_this_step' | 'shelving_not_proposed' | 'second_person',
  ProposalFacts
> = {
  name: 'shelving.confirm',
  why: proposedShelving,
  by: mayConfirmShelving,
  unless: (actor, { shelvingProposed }) => secondPerson(actor, shelvingProposed?.personId),
  undoes: stops,
  desk: {
    ...page('shelving'),
    wording: () => 'second_shelving',
    needed: ({ shelvingProposed }) => shelvingProposed !== null,
    since: ({ shelvingProposed }) => shelvingProposed?.at ?? null,
  },
};

export const refuseShelving: Act<ProposalFacts, 'not_at_this_step' | 'shelving_not_proposed'> = {
  name: 'shelving.refuse',
  recurs: true,
  why: proposedShelving,
  by: mayRefuseShelving,
};

/** Row 22r. */
export const reopenShelved: DeskAct<ProposalFacts, 'not_at_this_step'> = {
  name: 'proposal.reopen_shelved',
  recurs: true,
  why: ({ state }) => atStep(state, 'shelved'),
  by: mayReopenShelved,
  desk: page('shelf'),
};

/** Row w. */
export const withdraw: Act<OwnFacts & Staked, 'not_at_this_step' | 'already_passed_on'> = {
  name: 'proposal.withdraw',
  recurs: true,
  why: ({ state, passedOn }) => because(passedOn, 'already_passed_on') ?? atStep(state, ...statesBefore('withdrawn')),
  by: asAuthor,
  /** Once others want it, it goes on without its author. */
  undoes: (facts) => (facts.atStake?.others ? {} : stops(facts)),
};

/** Row 21: any resident, within 24 months of completion. */
export const reopen: Act<OwnFacts, 'not_at_this_step' | 'reopen_too_late' | 'by_household'> = {
  name: 'proposal.reopen',
  recurs: true,
  why: ({ state, completedAt, byHousehold }, now) =>
    atStep(state, ...statesBefore('reopened')) ??
    because(byHousehold, 'by_household') ??
    because(!mayReopen(state, completedAt, now), 'reopen_too_late'),
  by: mayLiveHere,
};

/** Rows 21b and 21c. */
export const resume: DeskAct<ProposalFacts, 'not_at_this_step' | 'went_short'> = {
  name: 'proposal.resume',
  recurs: true,
  why: ({ state, wentShort }) => atStep(state, 'reopened') ?? because(wentShort, 'went_short'),
  by: mayResume,
  desk: {
    ...page('resumption'),
    needed: ({ state, wentShort }) => state === 'reopened' && !wentShort,
    since: ({ stateAt }) => stateAt,
  },
};

/** What stands at the desk of one proposal. */
export const standings: Standings<ProposalFacts>[] = [
  each(lookAt, (facts) => (facts.waits ? [facts] : [])),
  ...[once(accept), once(decideAppeal), once(reopenShelved)],
  each(resume, (facts) => (facts.wentShort ? [] : [facts])),
  each(decline, (facts) => (facts.state === 'declined' ? [] : [facts])),
  each(takeBackDecline, (facts) => (facts.state === 'declined' ? [facts] : [])),
  each(proposeShelving, (facts) => (facts.shelvingProposed ? [] : [facts])),
  each(confirmShelving, (facts) => (facts.shelvingProposed ? [facts] : [])),
];
