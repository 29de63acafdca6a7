import type { UnitStatus } from '@/db/words/people';
import { periodEnd } from '@/lib/calendar';
import { atLeast, formatArea, moreThan } from '@/lib/quantity';

/** General matters need more than half; 278(1)(6)–(8) are special and need three quarters of participation. */
export type VoteKind = 'general' | 'special';

export const POLICIES = ['none', 'deemed_abstain', 'deemed_majority'] as const;
/** How ballots that were delivered and not returned count; only where the owners' rules of procedure say so. */
export type Policy = (typeof POLICIES)[number];

/** The voter of every unit that is unsold or not yet handed over. */
export const DEVELOPER = '@developer';

/** A unit of the frozen roll; `area` in 0.01 m². Co-owners have one designated voter, `owner`. */
export type RollUnit = { unit: string; owner: string; area: number; status: UnitStatus };

export type Choice = 'yes' | 'no' | 'abstain';
/** One voter's ballot; choice null: not returned. `delivered`: the paper reached them, with proof. */
export type Ballot = { owner: string; choice: Choice | 'invalid' | null; delivered: boolean };

/** An area in 0.01 m² and a number of heads; they decide separately. */
export type Measure = { area: bigint; heads: number };

/** Who votes with what: several units of one owner, and all of the developer's together, are one head. */
export function voters(roll: readonly RollUnit[]): Map<string, bigint> {
  const areas = new Map<string, bigint>();
  for (const unit of roll) {
    const voter = unit.status === 'delivered' ? unit.owner : DEVELOPER;
    areas.set(voter, (areas.get(voter) ?? 0n) + BigInt(unit.area));
  }
  return areas;
}

export type Fault = {
  index: number;
  code: 'unit_twice' | 'bad_area' | 'owner_missing' | 'not_on_roll' | 'two_ballots';
};

/** Every line of a roll that cannot stand, by position: a unit listed twice, no area, or nobody to vote for it. */
export function rollFaults(roll: readonly RollUnit[]): Fault[] {
  const seen = new Set<string>();
  return roll.flatMap((unit, index): Fault[] => {
    const twice = seen.has(unit.unit);
    seen.add(unit.unit);
    if (twice) return [{ index, code: 'unit_twice' }];
    if (!Number.isSafeInteger(unit.area) || unit.area <= 0) return [{ index, code: 'bad_area' }];
    return unit.status === 'delivered' && unit.owner === '' ? [{ index, code: 'owner_missing' }] : [];
  });
}

/** Every ballot that cannot be counted, by position: its owner has no vote, or a second one of the same owner. */
export function ballotFaults(roll: readonly RollUnit[], ballots: readonly Ballot[]): Fault[] {
  const areas = voters(roll);
  const seen = new Set<string>();
  return ballots.flatMap((ballot, index): Fault[] => {
    const twice = seen.has(ballot.owner);
    seen.add(ballot.owner);
    if (!areas.has(ballot.owner)) return [{ index, code: 'not_on_roll' }];
    return twice ? [{ index, code: 'two_ballots' }] : [];
  });
}

export type Votes = Record<Choice, Measure>;
export type Decision = {
  participating: Measure;
  quorum: { area: boolean; heads: boolean };
  majority: { area: boolean; heads: boolean };
  result: 'passed' | 'rejected' | 'no_quorum';
};

const plus = (a: Measure, b: Measure): Measure => ({ area: a.area + b.area, heads: a.heads + b.heads });

/**
 * Civil Code art. 278: two thirds take part ("以上" includes the number, art. 1259); then more than half of those who
 * take part agree (general), or at least three quarters (special); by area and by heads, both. Abstaining is taking
 * part. Nobody taking part is no majority.
 */
export function decide(total: Measure, votes: Votes, kind: VoteKind): Decision {
  const participating = plus(plus(votes.yes, votes.no), votes.abstain);
  const both = (test: (key: keyof Measure) => boolean) => ({ area: test('area'), heads: test('heads') });
  const quorum = both((key) => atLeast(participating[key], total[key], 2, 3));
  const majority = both((key) => {
    const [yes, of] = [votes.yes[key], participating[key]];
    if (kind === 'general') return moreThan(yes, of, 1, 2);
    return of > 0 && atLeast(yes, of, 3, 4);
  });
  const passed = majority.area && majority.heads;
  const result = !(quorum.area && quorum.heads) ? 'no_quorum' : passed ? 'passed' : 'rejected';
  return { participating, quorum, majority, result };
}

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

/** The choice ahead of all others by area and by heads alike; null on a tie in either, or when the two differ. */
export function plurality(votes: Votes): Choice | null {
  const ahead = (key: keyof Measure) =>
    CHOICES.find((one) => CHOICES.every((other) => other === one || votes[one][key] > votes[other][key]));
  const byArea = ahead('area');
  return byArea && byArea === ahead('heads') ? byArea : null;
}

function count(areas: ReadonlyMap<string, bigint>, ballots: readonly { owner: string; choice: Choice }[]): Votes {
  const votes: Votes = {
    yes: { area: 0n, heads: 0 },
    no: { area: 0n, heads: 0 },
    abstain: { area: 0n, heads: 0 },
  };
  for (const { owner, choice } of ballots)
    votes[choice] = plus(votes[choice], { area: areas.get(owner) ?? 0n, heads: 1 });
  return votes;
}

/** What a tally prints: areas as m² with two decimals, heads as numbers. */
export type Printed = { area: string; heads: number };
export type Tally = {
  total: Printed;
  participating: Printed;
  yes: Printed;
  no: Printed;
  abstain: Printed;
  quorum: Decision['quorum'];
  majority: Decision['majority'];
  result: Decision['result'];
  policy: Policy;
};

const printed = (measure: Measure): Printed => ({ area: formatArea(measure.area), heads: measure.heads });

/**
 * Counts the ballots of a roll, with the policy and, beside it, strictly. Deeming touches only ballots that were
 * delivered and not returned. Give it a roll and ballots without faults.
 */
export function tally(
  roll: readonly RollUnit[],
  ballots: readonly Ballot[],
  kind: VoteKind,
  policy: Policy,
): Tally & { strict: Tally } {
  const areas = voters(roll);
  const total = { area: [...areas.values()].reduce((sum, area) => sum + area, 0n), heads: areas.size };
  const returned = ballots.flatMap(({ owner, choice }) =>
    choice === null || choice === 'invalid' ? [] : [{ owner, choice }],
  );
  const strictVotes = count(areas, returned);
  const unreturned = ballots.filter((ballot) => ballot.choice === null && ballot.delivered);
  const deemed = policy === 'none' ? null : policy === 'deemed_abstain' ? 'abstain' : plurality(strictVotes);
  const all = deemed ? [...returned, ...unreturned.map(({ owner }) => ({ owner, choice: deemed }))] : returned;

  const print = (votes: Votes, named: Policy): Tally => {
    const { participating, quorum, majority, result } = decide(total, votes, kind);
    return {
      total: printed(total),
      participating: printed(participating),
      yes: printed(votes.yes),
      no: printed(votes.no),
      abstain: printed(votes.abstain),
      quorum,
      majority,
      result,
      policy: named,
    };
  };
  return { ...print(count(areas, all), policy), strict: print(strictVotes, 'none') };
}

/** Voting may start when fifteen whole days have passed since the notice, the day of posting not counted. */
export function votingMayStart(noticedAt: Date): Date {
  return periodEnd(noticedAt, 15);
}
