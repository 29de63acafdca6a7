import { lookedFor } from '@/lib/text';
import { CASE_STATES, type CaseState } from '../rules';

export const TABS = ['all', 'overdue', 'today', 'soon', 'waiting', 'untaken', 'callback'] as const;
export type Tab = (typeof TABS)[number];

const WHOSE = ['me', 'nobody', 'turn'] as const;

/** What of them is asked for; as it stands in the address. */
export interface DayFilter {
  tab: Tab;
  /** `me`, `nobody`, a person; `turn`: whoever asks has the next word, whoever has it in hand. */
  who: (typeof WHOSE)[number] | number | null;
  state: CaseState | null;
  category: number | null;
  building: number | null;
  words: string;
  /** These alone, by their numbers. */
  numbers: readonly number[] | null;
  sort: 'due' | 'newest';
  /** The last one of the page before. */
  after: { at: string; id: number } | null;
}

const number = (text: string | undefined) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null);
const among = <T extends string>(all: readonly T[], text: string | undefined): T | null =>
  all.find((one) => one === text) ?? null;

/** Those that were ticked, as `1,2,3`; null: none was. */
export const numbersFrom = (list: string | undefined): number[] | null =>
  list
    ? list
        .split(',')
        .flatMap((one) => number(one) ?? [])
        .slice(0, 1000)
    : null;

/** What an address asks for; what it does not say, or says wrongly, is not asked. */
export function filterFrom(search: Partial<Record<string, string>>): DayFilter {
  const [, at = '', id = ''] = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+))_(\d{1,9})$/.exec(search.after ?? '') ?? [];
  return {
    tab: among(TABS, search.tab) ?? 'all',
    who: among(WHOSE, search.who) ?? number(search.who),
    state: among(CASE_STATES, search.state),
    category: number(search.category),
    building: number(search.building),
    words: lookedFor(search.q),
    numbers: numbersFrom(search.cases),
    sort: search.sort === 'newest' ? 'newest' : 'due',
    after: id ? { at, id: Number(id) } : null,
  };
}

/** The address of the list with something else asked for: `null` asks no more, and a new question begins at the first page. */
export function asking(filter: DayFilter, change: Partial<Record<string, string | number | null>>): string {
  const { tab, who, state, category, building, words, sort } = filter;
  const now = {
    tab: tab === 'all' ? null : tab,
    who,
    state,
    category,
    building,
    q: words || null,
    sort: sort === 'due' ? null : sort,
  };
  const asked = Object.entries({ ...now, ...change }).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}
