import { dueDates } from '@/features/callbacks/rules';
import { answerBy, mayComment, reopenUntil, type State } from '@/features/proposals/rules';
import { askBy } from '@/features/shortway/rules';
import { type Day, daysAfter, shanghaiDate } from '@/lib/calendar';
import { shareOf } from '@/lib/quantity';
import { type BoardCell, circleCells, heardOf } from '@/lib/telling';

export type Published = { kinds: string[]; count: number };

/** A group in a round, as the board may show it: what was counted, or while it is open reached and not reached only. */
export function arcsOf(published: readonly Published[] | null, households: number, reached: number): BoardCell[] {
  if (published) return circleCells(published);
  return [
    { kinds: ['reached'], count: reached },
    { kinds: ['notReached'], count: households - reached },
  ];
}

export type Phase = 'planned' | 'open' | 'counting' | 'closed' | 'void';

/** What a household can say to a proposal now, the weightiest first; null: nothing. */
export type OpenAct =
  | { kind: 'opinion'; round: number }
  | { kind: 'opposition' }
  | { kind: 'short' }
  | { kind: 'alternatives' }
  | { kind: 'comment' }
  | null;

export function openActOf({
  state,
  round,
  notice,
  short = false,
  comparison = false,
}: {
  state: State;
  round: { no: number; phase: Phase } | null;
  /** Until when one may be against a notice that hangs, and whether that is over. */
  notice: { over: boolean } | null;
  /** A small thing hangs that one may stop. */
  short?: boolean;
  /** Alternatives are asked about. */
  comparison?: boolean;
}): OpenAct {
  if (round?.phase === 'open') return { kind: 'opinion', round: round.no };
  if (state === 'noticed' && notice && !notice.over) return { kind: 'opposition' };
  if (short) return { kind: 'short' };
  if (state === 'comparing' && comparison) return { kind: 'alternatives' };
  return mayComment(state) ? { kind: 'comment' } : null;
}

/** `counting`: its time is over and the count is about to be made. */
export function phaseOf(round: { state: string; opensAt: string; closesAt: string }, now: Date): Phase {
  if (round.state !== 'open') return round.state as 'closed' | 'void';
  if (now < new Date(round.opensAt)) return 'planned';
  return now < new Date(round.closesAt) ? 'open' : 'counting';
}

type Share = readonly [number, number];

export type Standing = {
  households: number;
  heard: number;
  /** Never reached, the number that is always printed. */
  notHeard: number;
  supports: number | null;
  /** Households still to be reached; 0 when enough were. */
  toReach: number;
  /** Whether it agrees, without looking at conditions; null where the board does not tell. */
  agrees: boolean | null;
};

/** What the board says of a group by itself: its published cells, and whether it agrees where that is told. */
export function standingOf(arcs: readonly BoardCell[], reach: Share, agrees: boolean | null): Standing {
  const households = arcs.reduce((sum, arc) => sum + arc.count, 0);
  const heard = heardOf(arcs);
  const supports = arcs.find((arc) => arc.kinds.join() === 'supports')?.count ?? null;
  const toReach = Math.max(0, shareOf(households, ...reach) - heard);
  return { households, heard, notHeard: households - heard, supports, toReach, agrees };
}

/** Days between two dates: positive when the second is later. */
export function daysLate(planned: Day, actual: Day): number {
  return Math.round((Date.parse(`${actual}T00:00:00Z`) - Date.parse(`${planned}T00:00:00Z`)) / 86_400_000);
}

export type When =
  | {
      kind:
        | 'answer_by'
        | 'answer_by_weekdays'
        | 'appeal_until'
        | 'round_until'
        | 'notice_until'
        | 'look_again'
        | 'milestone'
        | 'callbacks_from'
        | 'short_until'
        | 'asked_by'
        | 'reopen_until'
        | 'reopen_over'
        | 'reopen_over_homes';
      day: Day;
    }
  | { kind: 'counting' }
  | null;

/**
 * By when the next step is due, as far as the facts say. The board prints the date itself, and says so where working days
 * were counted in a year whose holidays are not known.
 */
export function dueOf(
  facts: {
    state: string;
    submittedAt: string | null;
    stateAt: string;
    lookAgainOn: Day | null;
    round: { phase: Phase; closesAt: string } | null;
    noticeTo: string | null;
    nextMilestone: Day | null;
    completedAt: string | null;
    short?: { until: string; doneAt: string | null } | null;
    comparison?: { closesAt: string; closedAt: string | null } | null;
    /** The district has been asked to look again at a refusal. */
    appealed?: boolean;
    /** It was done home by home: each has its warranty. */
    byHome?: boolean;
  },
  now: Date,
): When {
  const day = (moment: string) => shanghaiDate(new Date(moment));
  switch (facts.state) {
    case 'submitted': {
      const { at, unknownYear } = answerBy(new Date(facts.submittedAt ?? facts.stateAt));
      return { kind: unknownYear === null ? 'answer_by' : 'answer_by_weekdays', day: shanghaiDate(at) };
    }
    case 'declined':
      return facts.appealed
        ? null
        : { kind: 'appeal_until', day: shanghaiDate(daysAfter(new Date(facts.stateAt), 15)) };
    case 'short':
      return facts.short && now < new Date(facts.short.until)
        ? { kind: 'short_until', day: lastDayOf(facts.short.until) }
        : null;
    case 'comparing':
      if (!facts.comparison || facts.comparison.closedAt !== null) return null;
      return now < new Date(facts.comparison.closesAt)
        ? { kind: 'round_until', day: lastDayOf(facts.comparison.closesAt) }
        : { kind: 'counting' };
    case 'consulting':
      if (facts.round?.phase === 'counting') return { kind: 'counting' };
      return facts.round?.phase === 'open' ? { kind: 'round_until', day: lastDayOf(facts.round.closesAt) } : null;
    case 'noticed':
      return facts.noticeTo ? { kind: 'notice_until', day: lastDayOf(facts.noticeTo) } : null;
    case 'shelved':
      return facts.lookAgainOn ? { kind: 'look_again', day: facts.lookAgainOn } : null;
    case 'building':
      return facts.nextMilestone ? { kind: 'milestone', day: facts.nextMilestone } : null;
    case 'completed': {
      if (facts.short?.doneAt) return { kind: 'asked_by', day: day(askBy(new Date(facts.short.doneAt)).toISOString()) };
      const due = dueDates(day(facts.completedAt ?? facts.stateAt), null).four_weeks;
      return due ? { kind: 'callbacks_from', day: due } : null;
    }
    case 'verified': {
      const last = reopenUntil(new Date(facts.completedAt ?? facts.stateAt));
      const over = facts.byHome ? 'reopen_over_homes' : 'reopen_over';
      return { kind: shanghaiDate(now) > last ? over : 'reopen_until', day: last };
    }
    default:
      return null;
  }
}

/** The last day a period that ends at this moment runs: one that ends at midnight ran the day before. */
export function lastDayOf(end: string): Day {
  return shanghaiDate(new Date(new Date(end).getTime() - 1));
}

/** The next moment at which something on the page changes by the clock alone; null when nothing does. */
export function turnsAt(moments: readonly (string | null)[], now: Date): Date | null {
  const ahead = moments.flatMap((moment) => (moment && new Date(moment) > now ? [new Date(moment).getTime()] : []));
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}

/** How many promises whoever accepted did not see kept, and nobody has seen kept since. */
export const unkeptOf = (promises: readonly { outcome: string | null }[]): number =>
  promises.filter(({ outcome }) => outcome === 'refused').length;
