import { createHmac } from 'node:crypto';
import { ANSWERED, CASE_STATES, type CaseState, type CaseStep } from '@/db/words/orders';
import { daysAfter, readDay, startOfDay } from '@/lib/calendar';
import { ok, type Result, refuse } from '@/lib/result';

/** The key of a form that was sent once, and once more, is one key; nobody works it out without the secret of the server. */
export const keyOf = (secret: string, submission: string): string =>
  `tx_${createHmac('sha256', secret).update(`api key ${submission}`).digest('base64url')}`;

/** GeoReport asks for no more at once. */
const MOST_DAYS = 90;
export const MOST_REQUESTS = 1000;

export const STATUSES = ['open', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

const CLOSED: readonly CaseState[] = ANSWERED;
export const statusOf = (state: CaseState): Status => (CLOSED.includes(state) ? 'closed' : 'open');
export const statesOf = (status: Status): CaseState[] => CASE_STATES.filter((state) => statusOf(state) === status);

/** What of the course of a case is told to everybody, and how it stood then. */
export const TOLD = {
  dispatch: 'open',
  hand_on: 'open',
  rework: 'open',
  resumed: 'open',
  split: 'open',
  reply: 'closed',
  concluded: 'closed',
  merge: 'closed',
} as const satisfies Partial<Record<CaseStep, Status>>;
export type ToldStep = keyof typeof TOLD;

/** A moment as the W3C note writes it, in the community's own time. */
export const w3c = (at: Date): string => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** Such a moment, or a day in Shanghai; null where it is none. A `+` nobody has encoded comes as a blank. */
export function momentOf(text: string): Date | null {
  const [, day = '', time, seconds = ':00', zone = ''] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+ -]\d\d:\d\d))?$/.exec(text) ?? [];
  if (!('day' in readDay(day))) return null;
  if (time === undefined) return startOfDay(day);
  const at = new Date(`${day}T${time}${seconds}${zone.replace(' ', '+')}`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** From when to when is asked for, both included. */
export interface Span {
  from: Date;
  to: Date;
}

/** What is left open of a span is ninety days from its one end, or up to now. */
export function spanOf(
  from: Date | null,
  to: Date | null,
  now: Date,
): Result<Span, 'span_too_long' | 'span_backwards'> {
  const end = to ?? (from ? daysAfter(from, MOST_DAYS) : now);
  const start = from ?? daysAfter(end, -MOST_DAYS);
  if (start > end) return refuse('span_backwards');
  return end > daysAfter(start, MOST_DAYS) ? refuse('span_too_long') : ok({ from: start, to: end });
}

export interface CategoryRow {
  id: number;
  parentId: number | null;
  name: string;
  retiredAt: Date | null;
}

/** A kind of matter somebody can send in. `code` 0: what is of no category. */
export interface Service {
  code: string;
  name: string;
  /** The names above it, and its own. */
  path: string[];
}

export const OTHER = '0';

/** The last levels of the tree that are in use, in the order of their paths. */
export function servicesIn(rows: readonly CategoryRow[]): Service[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const above = (row: CategoryRow): CategoryRow[] => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    return parent ? [...above(parent), row] : [row];
  };
  const parents = new Set(rows.filter(({ retiredAt }) => retiredAt === null).map(({ parentId }) => parentId));
  return rows
    .map(above)
    .filter((path) => path.every(({ retiredAt }) => retiredAt === null) && !parents.has(path.at(-1)?.id ?? 0))
    .map((path) => ({
      code: String(path.at(-1)?.id),
      name: path.at(-1)?.name ?? '',
      path: path.map(({ name }) => name),
    }))
    .sort((a, b) => a.path.join('\n').localeCompare(b.path.join('\n'), 'zh'));
}

/** As many of these as there are numbers: what is no number names nothing. */
export const numbersIn = (list: string): number[] =>
  list.split(',').flatMap((one) => (/^[1-9]\d{0,8}$/.test(one.trim()) ? [Number(one)] : []));

export const statusesIn = (list: string): Status[] | null => {
  const said = list.split(',').map((one) => one.trim().toLowerCase());
  const known = STATUSES.filter((one) => said.includes(one));
  return known.length === new Set(said).size ? known : null;
};

/** What another system calls its own, in the one list of such numbers a community has. */
export const externalNo = (keyNo: number, said: string): string => `K${keyNo}-${said}`;

/** How a family name and a given name are written together: without a blank in Chinese. */
export const nameIn = (first: string, last: string): string => {
  const parts = [last, first].filter(Boolean);
  return /^\p{Script=Han}*$/u.test(parts.join('')) ? parts.join('') : [first, last].filter(Boolean).join(' ');
};
