import type { Stance, VisitOutcome } from '@/db/words/opinions';
import { dueDates, type Wave } from '@/features/callbacks/rules';
import { addDays, type Day, daysAfter, hoursAfter, shanghaiDate, startOfDay } from '@/lib/calendar';

/** What a community of a demonstration waits for. */
export interface Waiting {
  now: Date;
  roundEnds: Date | null;
  noticeEnds: Date | null;
  completedAt: Date | null;
  drawn: readonly string[];
}

/** The community of a demonstration that visitors carry on. */
export const CARRIED_ON = 'demo';

export const STOPS = ['round_end', 'notice_end', 'four_weeks', 'first_snow', 'ninety_days', 'day'] as const;

/** A moment the clock of a demonstration can be moved on to. `day`: the same time tomorrow. */
export interface Stop {
  name: (typeof STOPS)[number];
  at: Date;
}

/** Days of a winter on which snow may fall in a demonstration: in Beijing the first falls about 29 November. */
const SNOWS = ['01-12', '02-12', '11-29', '12-20'] as const;

/** The first of them after this day. */
export function firstSnowAfter(day: Day): Day {
  const year = Number(day.slice(0, 4));
  const days = [year, year + 1].flatMap((one) => SNOWS.map((snow) => `${one}-${snow}`));
  return days.find((snow) => snow > day) ?? day;
}

/** The moments ahead at which something changes, soonest first, and tomorrow. Nobody is called before nine. */
export function stopsOf({ now, roundEnds, noticeEnds, completedAt, drawn }: Waiting): Stop[] {
  const completedOn = completedAt && shanghaiDate(completedAt);
  const due = completedOn ? dueDates(completedOn, firstSnowAfter(completedOn)) : null;
  const wave = (name: Wave) => {
    const day = drawn.includes(name) ? null : due?.[name];
    return day ? hoursAfter(startOfDay(day), 9) : null;
  };
  const ahead: Record<Exclude<Stop['name'], 'day'>, Date | null> = {
    round_end: roundEnds,
    notice_end: noticeEnds,
    four_weeks: wave('four_weeks'),
    first_snow: wave('first_snow'),
    ninety_days: wave('ninety_days'),
  };
  const known = STOPS.flatMap((name): Stop[] => {
    const at = name === 'day' ? null : ahead[name];
    return at && at > now ? [{ name, at }] : [];
  });
  return [...known.sort((a, b) => a.at.getTime() - b.at.getTime()), { name: 'day', at: daysAfter(now, 1) }];
}

/** The day on which the first snow has fallen by then: the day before whoever is called about it. */
export const snowOf = (stop: Stop): Day => addDays(shanghaiDate(stop.at), -1);

/** The one of this name, `next` being the soonest that is known; undefined where there is none. */
export const stopNamed = (stops: readonly Stop[], name: unknown): Stop | undefined =>
  name === 'next' ? stops[0] : stops.find((one) => one.name === name);

/** What those whom nobody plays do in a demonstration when they are asked to, so that a visitor need not do it forty times. */
export const LEGWORK = ['doors', 'doors_agree', 'answers', 'calls'] as const;
export type Legwork = (typeof LEGWORK)[number];

/** What there may be to run for: doors while a round is open, answers until it is built, telephone calls once a wave has been drawn. */
export const legworkOf = ({ now, roundEnds, completedAt, drawn }: Waiting): Legwork[] => [
  ...(roundEnds && roundEnds > now ? (['doors', 'doors_agree'] as const) : []),
  ...(completedAt ? [] : (['answers'] as const)),
  ...(completedAt && drawn.length > 0 ? (['calls'] as const) : []),
];

type Door = Stance | VisitOutcome | 'not_tried';

/**
 * What is heard at a door of a demonstration; null: nobody goes there. `doors`: at those that were not heard yet, most agree,
 * some have no view, and now and then nobody is home the first time. `doors_agree`: whoever has not agreed does.
 *
 * @param place its place among the doors of whoever goes, from 0
 */
export function heardAt(state: Door, place: number, which: 'doors' | 'doors_agree'): Stance | 'not_home' | null {
  const isAgreed = state === 'support' || state === 'support_if';
  if (which === 'doors_agree') return isAgreed ? null : 'support';
  if (isAgreed || state === 'oppose' || state === 'no_view' || state === 'refused') return null;
  if (state === 'not_tried' && place % 9 === 8) return 'not_home';
  return place % 7 === 6 ? 'no_view' : 'support';
}
