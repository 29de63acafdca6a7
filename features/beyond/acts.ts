import { atStep } from '@/features/proposals/rules';
import { type Act, because, type DeskAct, once, type Standings, secondPerson, together } from '@/lib/act';
import { endOfDay, startOfDay } from '@/lib/calendar';
import type { Consent, ConsentFacts } from './facts';
import { mayAsk, mayDrop } from './policy';
import { ASKED_IN, isOpen, MOST_CONSENTS } from './rules';

const unsigned = ({ state, signedBySome }: ConsentFacts) =>
  atStep(state, ...ASKED_IN) ?? because(signedBySome, 'somebody_signed');

const page = (...path: (string | number)[]) => ({
  path: ({ no }: ConsentFacts) => ['proposals', no, 'outside', ...path],
});

/** 问墙外: an organisation outside is asked; also anew, in place of what was refused. */
export const askOutside: DeskAct<ConsentFacts, 'not_at_this_step' | 'somebody_signed' | 'too_many_consents'> = {
  name: 'outside.ask',
  recurs: true,
  why: (facts) =>
    unsigned(facts) ?? because(facts.consents.length >= MOST_CONSENTS, 'too_many_consents', { most: MOST_CONSENTS }),
  by: mayAsk,
  desk: { word: 'outside', ...page() },
};

type OfConsent = ConsentFacts & { consent: Consent };

const standing = (facts: OfConsent) =>
  unsigned(facts) ?? because(facts.consent.state === 'replaced' || facts.consent.state === 'dropped', 'consent_over');

/** What they answered; written down wrongly it is written down anew, and that undoes what somebody wrote. */
export const answerOutside: DeskAct<OfConsent, 'not_at_this_step' | 'somebody_signed' | 'consent_over'> = {
  name: 'outside.answer',
  recurs: true,
  why: standing,
  by: mayAsk,
  undoes: ({ consent }) => ({ decisions: consent.state === 'waiting' ? 0 : 1 }),
  desk: {
    word: 'outside_answer',
    path: ({ no, consent }) => ['proposals', no, 'outside', consent.position],
    needed: () => true,
    since: ({ consent }) => startOfDay(consent.askedOn),
    due: ({ consent }) => endOfDay(consent.due),
  },
};

/** Refused: asked otherwise, the plan changed, or not needed any more. */
const goOn: DeskAct<OfConsent, 'not_at_this_step' | 'somebody_signed' | 'too_many_consents'> = {
  ...askOutside,
  desk: {
    word: 'outside_refused',
    path: ({ no, consent }) => ['proposals', no, 'outside', consent.position],
    needed: () => true,
    since: ({ consent }) => (consent.answeredOn ? startOfDay(consent.answeredOn) : null),
  },
};

/** 不用问了: by a second person, with a reason everybody reads. */
export const dropOutside: Act<
  OfConsent,
  'not_at_this_step' | 'somebody_signed' | 'consent_over' | 'consent_given' | 'second_person'
> = {
  name: 'outside.drop',
  why: (facts) => standing(facts) ?? because(!isOpen(facts.consent), 'consent_given'),
  by: mayDrop,
  unless: (actor, { consent }) => secondPerson(actor, consent.askedBy),
};

const at = (state: Consent['state']) => ({
  of: (facts: ConsentFacts) =>
    facts.consents.filter((one) => one.state === state).map((consent) => ({ ...facts, consent })),
  none: (facts: ConsentFacts) => unsigned(facts) ?? { code: `no_consent_${state}` },
  path: (facts: ConsentFacts, all: readonly OfConsent[]) => (all.length === 1 ? undefined : page().path(facts)),
});

/** What stands at the desk of one proposal. */
export const standings: Standings<ConsentFacts>[] = [
  once(askOutside),
  together(answerOutside, at('waiting')),
  together(goOn, at('refused')),
];
