import { versionsOf } from '@/features/plans/rules';
import type { BaseFacts } from '@/features/proposals/facts';
import { atStep } from '@/features/proposals/rules';
import { type Act, because, type DeskAct, each, once, type Standings } from '@/lib/act';
import { type Refusal, refusalOf } from '@/lib/result';
import { tooLate } from '@/lib/undoing';
import type { HeardFacts, RoundFacts } from './facts';
import { mayCloseRound, mayExtendRound, mayOpenRound, mayRedesign, maySummarise, mayTakeBackExtension } from './policy';
import { decidable, type RoundState, redGroups } from './rules';
import { checkTakeBack, type Extension, type Window } from './rules/window';

const running = ({ rounds }: Pick<RoundFacts, 'rounds'>) =>
  because(
    rounds.some((one) => one.state === 'open'),
    'round_running',
  );

/** Row 6: a consultation under way, a published plan, no other round. How long it lasts is said in the form. */
export const openRound: DeskAct<
  RoundFacts,
  'not_at_this_step' | 'no_published_plan' | 'round_running' | 'no_households'
> = {
  name: 'round.open',
  why: ({ state, plans, households, ...facts }) =>
    atStep(state, 'consulting') ??
    because(!versionsOf(plans).published, 'no_published_plan') ??
    running(facts) ??
    because(households === 0, 'no_households'),
  by: mayOpenRound,
  undoes: ({ households, rounds }) => ({ [rounds.length > 0 ? 'askedAgain' : 'asked']: households }),
  desk: {
    word: 'opening',
    path: ({ no }) => ['proposals', no, 'rounds', 'opening'],
    needed: (facts, now) => {
      const [latest] = facts.rounds;
      const { published, draft } = versionsOf(facts.plans);
      const asked = latest !== undefined && published !== null && latest.version >= published.version;
      return openRound.why(facts, now) === null && !asked && !draft;
    },
    since: ({ lastEventAt }) => lastEventAt,
  },
};

interface Opening {
  opening: {
    /** When somebody opened it, whenever it begins. */
    at: Date;
    /** Households that have spoken in it. */
    voices: number;
  };
}

/** Row 8: after a round, because a group is red or an objection is open. */
export const redesign: DeskAct<
  RoundFacts & { agreement?: Refusal | null },
  'not_at_this_step' | 'round_running' | 'no_round_yet' | 'nothing_to_redesign'
> = {
  name: 'round.redesign',
  why: (facts) =>
    atStep(facts.state, 'consulting') ??
    running(facts) ??
    because(facts.rounds.length === 0, 'no_round_yet') ??
    because(redGroups(facts) === 0 && facts.openObjections === 0, 'nothing_to_redesign'),
  by: mayRedesign,
  desk: {
    word: 'redesign',
    path: ({ no }) => ['proposals', no, 'redesign'],
    /** Once it has been counted whether the groups agree, and they do not. */
    needed: (facts, now) => decidable(facts) !== null && Boolean(facts.agreement) && redesign.why(facts, now) === null,
    since: (facts) => decidable(facts)?.closedAt ?? null,
  },
};

interface OfRound extends Pick<BaseFacts, 'termActive'> {
  round: Window & { no: number; state: RoundState; closedAt: Date | null; summary: string };
}

/** The code of each state in which nothing happens to a round any more. */
const ended = ({ round }: OfRound): Refusal<Ended> | null =>
  round.state === 'open' ? null : { code: `round_${round.state}` };

type Ended = `round_${Exclude<RoundState, 'open'>}`;

const over = (facts: OfRound, now: Date) => ended(facts) ?? because(now >= facts.round.closesAt, 'round_closed');

const page = (word: string, ...path: string[]) => ({
  word,
  path: ({ round }: OfRound) => ['rounds', round.no, ...path],
});

/** Made longer before its close; to which day is said in the form. */
export const extendRound: DeskAct<OfRound, Ended> = {
  name: 'round.extend',
  why: over,
  by: mayExtendRound,
  desk: page('extension', 'extension'),
};

/** While it runs it stands there with its end, and with whom nobody has reached. */
const watchRound: DeskAct<OfRound & HeardFacts, Ended> = {
  ...extendRound,
  desk: {
    ...page('round'),
    todayOnly: true,
    needed: ({ round }, now) => now < round.closesAt,
    since: ({ round }) => round.opensAt,
    due: ({ round }) => round.closesAt,
    groups: ({ heard }) => heard,
  },
};

/** The latest extension goes again. */
export const takeBackExtension: Act<
  OfRound & { extensions: Extension[] },
  Ended | 'not_extended' | 'earlier_close_over' | 'take_back_over'
> = {
  name: 'round.take_back_extension',
  why: (facts, now) => over(facts, now) ?? refusalOf(checkTakeBack(facts.round, facts.extensions, now)),
  by: mayTakeBackExtension,
};

/** Opened by mistake: it goes again as long as no household has spoken in it. */
export const takeBackOpening: Act<OfRound & Opening, Ended | 'spoken_in' | 'take_back_over'> = {
  name: 'round.take_back_opening',
  why: (facts, now) =>
    over(facts, now) ?? (facts.opening.voices > 0 ? { code: 'spoken_in' } : tooLate(facts.opening.at, now)),
  by: mayOpenRound,
};

/** Row 7: counted once, and not before its time. */
export const closeRound: DeskAct<OfRound, Ended | 'round_running'> = {
  name: 'round.close',
  why: (facts, now) => ended(facts) ?? because(now < facts.round.closesAt, 'round_running'),
  by: mayCloseRound,
  desk: {
    ...page('closure', 'closure'),
    needed: ({ round }, now) => now >= round.closesAt,
    due: ({ round }) => round.closesAt,
  },
};

/** What the secretary says of a round stands once, after the count. */
export const summariseRound: DeskAct<OfRound, 'round_running' | 'already_summarised'> = {
  name: 'round.summarise',
  why: ({ round }) =>
    because(round.state !== 'closed', 'round_running') ?? because(round.summary !== '', 'already_summarised'),
  by: maySummarise,
  desk: { ...page('summary', 'summary'), needed: () => true, since: ({ round }) => round.closedAt },
};

type Life = RoundFacts & HeardFacts;
const those = (state: RoundState) => (facts: Life) =>
  facts.rounds.filter((round) => round.state === state).map((round) => ({ ...facts, round }));
const unsummed = (facts: Life) => those('closed')(facts).filter(({ round }) => round.summary === '');

/** What stands at the desk of one proposal. */
export const standings: Standings<Life>[] = [
  ...[once(openRound), once(redesign)],
  ...[each(watchRound, those('open')), each(extendRound, those('open')), each(closeRound, those('open'))],
  each(summariseRound, unsummed),
];
