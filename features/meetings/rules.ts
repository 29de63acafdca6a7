import type { ProposalState } from '@/db/words/proposals';
import { type Day, hoursAfter, periodEnd, readDay, shanghaiDate } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

/** So long before it begins the door of the hall is open: from then on households are ticked. */
const DOORS_OPEN_HOURS = 1;
/** So long the minutes may take. */
const MINUTES_DAYS = 5;
/** So long those who were there may put them right; the day they come out on does not count. */
const CORRECTION_DAYS = 7;
/** So many things are talked over at one meeting. */
export const MOST_ITEMS = 8;
/** So much is promised in one matter. */
const MOST_PROMISES = 8;

/** Proposals that can be talked over: not a draft, and not what is over. */
export const DISCUSSED_IN: readonly ProposalState[] = [
  ...([
    'submitted',
    'short',
    'repairing',
    'scoping',
    'comparing',
    'consulting',
    'redesign',
    'agreed',
    'noticed',
  ] as const),
  ...(['signed_off', 'building', 'completed', 'verifying', 'reopened'] as const),
];

export type MeetingState = 'cancelled' | 'called' | 'under_way' | 'over' | 'open' | 'late' | 'fixed';

export interface Stands {
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  minutedAt: Date | null;
  correctUntil: Date | null;
  fixedAt: Date | null;
}

/** `over`: its minutes are still to come; `open`: they may be put right; `late`: an answer is still missing. */
export function meetingState(of: Stands, now: Date): MeetingState {
  if (of.cancelledAt) return 'cancelled';
  if (of.fixedAt) return 'fixed';
  if (of.correctUntil) return now < of.correctUntil ? 'open' : 'late';
  return now < of.startsAt ? 'called' : now < of.endsAt ? 'under_way' : 'over';
}

export const doorsOpen = (startsAt: Date): Date => hoursAfter(startsAt, -DOORS_OPEN_HOURS);

export const minutesDue = (endsAt: Date): Date => periodEnd(endsAt, MINUTES_DAYS);

export const correctUntil = (minutedAt: Date): Date => periodEnd(minutedAt, CORRECTION_DAYS);

export interface Promised {
  what: string;
  who: string;
  dueOn: Day;
}

/** What was promised, one a line: who, what, by which day: `物业：把灯装上 2022-05-01`. */
export function promisesIn(
  text: string,
  today: Day,
): Result<Promised[], 'promises_unclear' | 'too_many_promises' | 'promised_before'> {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const wrong = (code: 'promises_unclear' | 'promised_before', line: string) =>
    refuse(code, { line }, { promises: code });
  const found: Promised[] = [];
  for (const line of lines) {
    const [, who = '', what = '', when = ''] = /^([^：:]{1,30})[：:]\s*(.{1,80}?)[\s，,｜|]+(\S+)$/u.exec(line) ?? [];
    const read = readDay(when);
    if (!('day' in read)) return wrong('promises_unclear', line);
    if (read.day < today) return wrong('promised_before', line);
    found.push({ who: who.trim(), what: what.trim(), dueOn: read.day });
  }
  return found.length > MOST_PROMISES
    ? refuse('too_many_promises', { most: MOST_PROMISES }, { promises: 'too_many_promises' })
    : ok(found);
}

/** A promise is kept on a day that has come, and not before it was made. */
export function checkKept(doneOn: Day, heldOn: Day, now: Date): Result<undefined, 'not_yet' | 'before_the_meeting'> {
  if (doneOn > shanghaiDate(now)) return refuse('not_yet', undefined, { doneOn: 'not_yet' });
  return doneOn < heldOn ? refuse('before_the_meeting', undefined, { doneOn: 'before_the_meeting' }) : ok();
}
