import { checkConsents } from '@/features/beyond/rules';
import { atStep, notAtThisStep } from '@/features/proposals/rules';
import { openGates } from '@/features/proposals/rules/gates';
import { decidable } from '@/features/rounds/rules';
import { type Act, because, type DeskAct, each, never, once, type Standings, together } from '@/lib/act';
import { householdOf, personOf } from '@/lib/actor';
import { type CodeOf, type Refusal, refusalOf, refuse } from '@/lib/result';
import type { DecisionFacts, NoticeFact, OppositionFact, SignoffFacts } from './facts';
import {
  mayAnswerOpposition,
  mayDeclare,
  mayOppose,
  mayPostNotice,
  mayRecordOpposition,
  mayReturn,
  maySign,
} from './policy';
import { checkNotice, checkRunning, checkSignature, type SignerRole, type Unagreed } from './rules';

interface Counted {
  /** Whether the groups agree; null: they do. Undefined: nobody has counted, as where the desk lists all proposals. */
  agreement?: Refusal<Unagreed> | null;
  /** Households whose word no objection was drawn from. What comes after the declaration is said against the notice. */
  wordsUndrawn?: number;
  /** What people said in the round it is read from is put together. */
  summarised?: boolean;
}

type Facts = SignoffFacts & Counted;
type Life = DecisionFacts & Counted;

const page = (word: string) => ({ word, path: ({ no }: SignoffFacts) => ['proposals', no, word] });

/** Row 10: the latest closed round on the newest plan, and every group through its own gate. */
export const declareAgreement: DeskAct<
  Facts,
  'not_at_this_step' | 'not_counted' | 'words_undrawn' | Unagreed | 'not_summarised',
  Life
> = {
  name: 'agreement.declare',
  why: ({ state, agreement, wordsUndrawn = 0, summarised }) =>
    atStep(state, 'consulting') ??
    because(wordsUndrawn > 0, 'words_undrawn', { count: wordsUndrawn }) ??
    (agreement === undefined ? refuse('not_counted').refusal : agreement) ??
    because(summarised !== true, 'not_summarised'),
  by: mayDeclare,
  desk: {
    ...page('agreement'),
    needed: (facts, now) => decidable(facts) !== null && declareAgreement.why(facts, now) === null,
    since: (facts) => decidable(facts)?.closedAt ?? null,
  },
};

/** A counted round waits for somebody to look how it goes on. */
const decide: typeof declareAgreement = {
  ...declareAgreement,
  why: never,
  desk: {
    ...declareAgreement.desk,
    word: 'decide',
    wording: ({ undrawn }) => (undrawn.count > 0 ? 'decide_undrawn' : 'decide'),
    todayOnly: true,
    path: ({ no }) => ['proposals', no],
    needed: () => true,
  },
};

const gatesOpen = ({ kind, gates }: SignoffFacts) => {
  const count = openGates(kind, gates).length;
  return because(count > 0, 'gates_open', { count });
};

/** Row 14: 公示, once everything the law asks for is decided and the groups still agree. */
export const postNotice: DeskAct<Facts, 'not_at_this_step' | 'gates_open' | Unagreed> = {
  name: 'notice.post',
  why: (facts) => atStep(facts.state, 'agreed') ?? gatesOpen(facts) ?? facts.agreement ?? null,
  by: mayPostNotice,
  desk: {
    ...page('notice'),
    needed: (facts, now) => postNotice.why(facts, now) === null,
    since: ({ stateAt }) => stateAt,
  },
};

interface Hanging {
  notice: Pick<NoticeFact, 'from' | 'to' | 'running' | 'opposition'>;
}

export const whyOver = ({ notice }: Hanging, now: Date): Refusal<'notice_over'> | null =>
  refusalOf(checkRunning(notice, now));

/** What a household says is answered before it says more; its own word stands in place of what was written down. */
export const unansweredOf = ({ notice }: Hanging, household: number | null): OppositionFact[] =>
  notice.opposition.filter((one) => one.household === household && !one.answered);

export const opposeNotice: Act<Hanging & { householdId: number | null }, 'notice_over' | 'already_opposed'> = {
  name: 'notice.oppose',
  why: whyOver,
  by: mayOppose,
  unless: (actor, facts) =>
    because(
      unansweredOf(facts, householdOf(actor)).some((one) => !one.recorded),
      'already_opposed',
    ),
};

/** How it is proved is said in the form. `own`: whoever asks lives there. */
export const recordOpposition: Act<
  Hanging & { householdId: number; entranceId: number; own: boolean },
  'notice_over' | 'already_opposed' | 'speak_for_yourself'
> = {
  name: 'notice.record_opposition',
  why: (facts, now) =>
    whyOver(facts, now) ?? because(unansweredOf(facts, facts.householdId).length > 0, 'already_opposed'),
  by: mayRecordOpposition,
  unless: (_, { own }) => because(own, 'speak_for_yourself'),
};

/** Every opposition is answered. */
export const answerAny: Act<SignoffFacts, 'not_at_this_step'> = {
  name: 'notice.answer',
  why: ({ state }) => atStep(state, 'noticed'),
  by: mayAnswerOpposition,
};

type OfOpposition = SignoffFacts & { opposition: OppositionFact };

export const answerOpposition: DeskAct<OfOpposition, 'not_at_this_step' | 'already_answered'> = {
  ...answerAny,
  why: (facts, now) => answerAny.why(facts, now) ?? because(facts.opposition.answered, 'already_answered'),
  desk: {
    ...page('opposition'),
    needed: ({ state }) => state === 'noticed',
    due: ({ notice }) => notice?.to ?? null,
  },
};

interface ToSign {
  /** It is not the text any more that hung, or that somebody has signed. */
  changed?: boolean;
}

type Unsigned =
  | 'not_at_this_step'
  | CodeOf<ReturnType<typeof checkNotice>>
  | 'consent_withdrawn'
  | Unagreed
  | 'gates_open'
  | CodeOf<ReturnType<typeof checkConsents>>
  | 'text_changed'
  | CodeOf<ReturnType<typeof checkSignature>>
  | 'not_allowed';

/** Row 15. The notice is over, nothing said against it was upheld, and everybody signs the same text. */
export const signResolution: DeskAct<Facts & ToSign, Unsigned, Facts> = {
  name: 'resolution.sign',
  why: (facts, now) => {
    const { state, notice, agreement } = facts;
    return (
      atStep(state, 'noticed') ??
      (notice ? refusalOf(checkNotice(notice.to, notice.opposition, now)) : notAtThisStep('noticed')) ??
      (agreement?.code === 'not_agreed' ? refuse('consent_withdrawn').refusal : agreement) ??
      gatesOpen(facts) ??
      refusalOf(checkConsents(facts.consents)) ??
      because(facts.changed === true, 'text_changed')
    );
  },
  by: (who, { termActive, notice }) => maySign(who, { termActive, signed: rolesOf(notice) }),
  unless: (actor, { termActive, notice, authorId }) => {
    if (actor.as !== 'staff') return { code: 'not_allowed' };
    const next = { role: actor.role as SignerRole, signer: personOf(actor) ?? 0 };
    return refusalOf(checkSignature(notice?.signed ?? [], next, { termActive, proposer: authorId }));
  },
  desk: {
    ...page('signature'),
    needed: (facts, now) => signResolution.why(facts, now) === null,
    since: ({ notice }) => notice?.to ?? null,
  },
};

const rolesOf = (notice: Pick<NoticeFact, 'signed'> | null) => notice?.signed.map((one) => one.role) ?? [];

/** Row 16: whoever would have to sign sends it back. */
export const returnResolution: DeskAct<SignoffFacts, 'not_at_this_step'> = {
  name: 'resolution.return',
  recurs: true,
  why: ({ state }) => atStep(state, 'agreed', 'noticed'),
  by: mayReturn,
  undoes: ({ notice }) => ({
    notices: notice?.running ? 1 : 0,
    oppositions: new Set(notice?.opposition.map((one) => one.household)).size,
    signatures: notice?.signed.length ?? 0,
  }),
  desk: page('return'),
};

/** What stands at the desk of one proposal. */
export const standings: Standings<Life>[] = [
  once(declareAgreement),
  each(decide, (facts: Life) => (facts.agreement === undefined && decidable(facts) ? [facts] : [])),
  once(postNotice),
  together(answerOpposition, {
    of: (facts: Life) =>
      (facts.notice?.opposition ?? []).filter((one) => !one.answered).map((opposition) => ({ ...facts, opposition })),
    none: ({ state }) => atStep(state, 'noticed') ?? { code: 'nobody_opposed' },
    path: page('opposition').path,
  }),
  once(signResolution),
  once(returnResolution),
];
