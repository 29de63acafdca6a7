import { versionsOf } from '@/features/plans/rules';
import type { BaseFacts } from '@/features/proposals/facts';
import { atStep } from '@/features/proposals/rules';
import { type Act, type DeskAct, each, once, type Standings } from '@/lib/act';
import { type Refusal, refusalOf } from '@/lib/result';
import type { HeardFacts, RoundFacts } from './facts';
import { mayCloseRound, mayExtendRound, mayOpenRound, mayRedesign, maySummarise, mayTakeBackExtension } from './policy';
import { checkTakeBack, decidable, type Extension, type RoundState, redGroups, type Window } from './rules';

const running = ({ rounds }: Pick<RoundFacts, 'rounds'>): Refusal | null =>
  rounds.some((one) => one.state === 'open') ? { code: 'round_running' } : null;

/** Row 6: a consultation under way, a published plan, no other round. How long it lasts is said in the form. */
export const openRound: DeskAct<RoundFacts> = {
  name: 'round.open',
  why: ({ state, plans, households, ...facts }) =>
    atStep(state, 'consulting') ??
    (versionsOf(plans).published ? null : { code: 'no_published_plan' }) ??
    running(facts) ??
    (households === 0 ? { code: 'no_households' } : null),
  by: mayOpenRound,
  undoes: ({ households }) => ({ asked: households }),
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

/** Row 8: after a round, because a group is red or an objection is open. */
export const redesign: DeskAct<RoundFacts & { agreement?: Refusal | null }> = {
  name: 'round.redesign',
  why: (facts) =>
    atStep(facts.state, 'consulting') ??
    running(facts) ??
    (facts.rounds.length === 0 ? { code: 'no_round_yet' } : null) ??
    (redGroups(facts) === 0 && facts.openObjections === 0 ? { code: 'nothing_to_redesign' } : null),
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
const ended = ({ round }: OfRound): Refusal | null =>
  round.state === 'open' ? null : { code: `round_${round.state}` };

const over = (facts: OfRound, now: Date): Refusal | null =>
  ended(facts) ?? (now < facts.round.closesAt ? null : { code: 'round_closed' });

const page = (word: string, ...path: string[]) => ({
  word,
  path: ({ round }: OfRound) => ['rounds', round.no, ...path],
});

/** Made longer before its close; to which day is said in the form. */
export const extendRound: DeskAct<OfRound> = {
  name: 'round.extend',
  why: over,
  by: mayExtendRound,
  desk: page('extension', 'extension'),
};

/** While it runs it stands there with its end, and with whom nobody has reached. */
const watchRound: DeskAct<OfRound & HeardFacts> = {
  ...extendRound,
  desk: {
    ...page('round'),
    needed: ({ round }, now) => now < round.closesAt,
    since: ({ round }) => round.opensAt,
    due: ({ round }) => round.closesAt,
    groups: ({ heard }) => heard,
  },
};

/** The latest extension goes again. */
export const takeBackExtension: Act<OfRound & { extensions: Extension[] }> = {
  name: 'round.take_back_extension',
  why: (facts, now) => over(facts, now) ?? refusalOf(checkTakeBack(facts.round, facts.extensions, now)),
  by: mayTakeBackExtension,
};

/** Row 7: counted once, and not before its time. */
export const closeRound: DeskAct<OfRound> = {
  name: 'round.close',
  why: (facts, now) => ended(facts) ?? (now < facts.round.closesAt ? { code: 'round_running' } : null),
  by: mayCloseRound,
  desk: {
    ...page('closure', 'closure'),
    needed: ({ round }, now) => now >= round.closesAt,
    due: ({ round }) => round.closesAt,
  },
};

/** What the secretary says of a round stands once, after the count. */
export const summariseRound: DeskAct<OfRound> = {
  name: 'round.summarise',
  why: ({ round }) =>
    (round.state === 'closed' ? null : { code: 'round_running' }) ??
    (round.summary === '' ? null : { code: 'already_summarised' }),
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
