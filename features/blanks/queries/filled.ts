import { messages as cases } from '@/features/cases/messages';
import { messages as orders } from '@/features/orders/messages';
import { messages as stewards } from '@/features/stewards/messages';
import { messages as visits } from '@/features/visits/messages';
import type { Locale } from '@/lib/edition';
import type { Filled } from '@/lib/sheet/blank/shape';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import { type BlankOf, FIELDS } from '../rules';

/** What is known of a row, by field; null or absent: nobody knows. */
export type Values = Readonly<Record<string, unknown>>;

/** What is the same in every row. */
export interface Basics {
  district: string | null;
  street: string | null;
  community: string;
  today: string;
  filler: string | null;
  officePhone: string | null;
}

type Word = (value: unknown, row: Values) => unknown;
const among =
  (words: Readonly<Record<string, string>>): Word =>
  (value) =>
    words[String(value)] ?? null;
const LEVELS = ['first', 'second', 'third'];

/** How fields are put that are words, or made of others. */
function wordsOf(of: BlankOf, locale: Locale): Readonly<Record<string, Word>> {
  const t = pick(messages, locale);
  const [c, o] = [pick(cases, locale), pick(orders, locale)];
  const yes: Word = (value) => (value === true ? t.values.yes : t.values.no);
  const addressOf = (row: Values) => t.values.address(String(row.building), Number(row.entrance), String(row.door));
  if (of === 'homes')
    return {
      status: among(t.values.statuses),
      lived: among(t.values.lived),
      empty: (_, { lived }) => (lived === undefined ? null : lived === true ? t.values.no : t.values.yes),
      address: (_, row) => addressOf(row),
    };
  if (of === 'works') return { standing: among(t.states.works) };
  if (of === 'visits') {
    const v = pick(visits, locale);
    return {
      place: among(v.places),
      purpose: among(v.purposes),
      why: among(v.reasons),
      outcome: among(v.outcomes),
      address: (_, row) => (row.door === undefined ? null : addressOf(row)),
    };
  }
  if (of === 'needs') {
    const v = pick(visits, locale);
    return {
      state: among(v.states),
      became: (value, { becameNo }) => `${among(v.turns)(value, {}) ?? ''}${String(becameNo ?? '')}` || null,
      address: (_, row) => (row.door === undefined ? null : addressOf(row)),
    };
  }
  if (of === 'turns') {
    const w = pick(stewards, locale);
    return {
      part: among(w.parts),
      kind: among(w.kinds),
      stoodIn: yes,
      standing: among(t.states.turns),
    };
  }
  if (of === 'rounds') return { standing: among(t.states.rounds) };
  const level: Word[] = LEVELS.map(
    (_, at) =>
      (_value, { category }) =>
        String(category ?? '').split('->')[at] ?? null,
  );
  return {
    source: among(c.sources),
    kind: among(c.kinds),
    state: among(o.states),
    contacted: yes,
    resolved: among(t.values.resolved),
    satisfied: among(t.values.satisfied),
    ...Object.fromEntries(LEVELS.map((name, at) => [name, level[at] as Word])),
  };
}

const MADE = new Set(['empty', 'address', ...LEVELS]);

/** One column of so many rows, in the words of the sheet. */
export function filledColumn(
  field: string,
  { of, rows, basics, locale }: { of: BlankOf; rows: readonly Values[]; basics: Basics; locale: Locale },
): Filled[] {
  const known = FIELDS[of][field];
  const word = wordsOf(of, locale)[field];
  return rows.map((row, n): Filled => {
    if (field === 'number') return n + 1;
    const raw = field in basics ? basics[field as keyof Basics] : row[field];
    if ((raw === null || raw === undefined) && !MADE.has(field)) return null;
    const value = word ? word(raw, row) : raw;
    if (value === null || value === undefined || value === '') return null;
    if (known?.day) return { day: String(value) };
    return typeof value === 'number' ? value : String(value);
  });
}
