import type { Corpus } from '@/features/likeness/rules/likeness';
import { daysAfter } from '@/lib/calendar';

/** What is known of a complaint besides its words; null where it is not. */
export interface Circumstances {
  at: Date | null;
  building: string | null;
  entrance: number | null;
  answered: boolean | null;
}

/** Why a group of complaints stands where it stands: each of these is said. */
export interface Reasons {
  size: number;
  /** Of them in the last thirty days. */
  recent: number;
  buildings: number;
  entrances: number;
  unanswered: number;
  latest: Date | null;
}

const RECENT_DAYS = 30;

export function reasonsOf(group: readonly Circumstances[], now: Date): Reasons {
  const from = daysAfter(now, -RECENT_DAYS);
  const times = group.flatMap(({ at }) => (at && at <= now ? [at.getTime()] : []));
  return {
    size: group.length,
    recent: times.filter((at) => at > from.getTime()).length,
    buildings: new Set(group.flatMap(({ building }) => building ?? [])).size,
    entrances: new Set(group.flatMap(({ entrance }) => entrance ?? [])).size,
    unanswered: group.filter(({ answered }) => answered === false).length,
    latest: times.length > 0 ? new Date(Math.max(...times)) : null,
  };
}

/**
 * How hot a matter is: its complaints, once more those of the last thirty days and those unanswered, and every further
 * building or entrance they come from, whichever are more.
 */
export const heatOf = ({ size, recent, buildings, entrances, unanswered }: Reasons): number =>
  size + recent + unanswered + Math.max(0, Math.max(buildings, entrances) - 1);

/** The hottest first; of equal ones the larger, then the one that was complained of last. */
export const hotter = (a: Reasons, b: Reasons): number =>
  heatOf(b) - heatOf(a) || b.size - a.size || (b.latest?.getTime() ?? 0) - (a.latest?.getTime() ?? 0);

const MOST_WORDS = 5;
/** In how many of a group's texts a word stands before it is the group's: every fourth, and two at least. */
const SHARED = 4;
/** What it is about tells most, what is wrong with it least: that may be wrong with anything. */
const TELLS = { themes: 2, words: 1, circumstances: 0.5 } as const;

/** What a group's texts share and others do not have: themes and words, the most telling first. */
export function wordsOf({ terms }: Corpus, group: readonly number[]): string[] {
  const said = (text: number): Map<string, number> =>
    new Map(
      (['circumstances', 'words', 'themes'] as const).flatMap((way) =>
        (terms[text]?.[way] ?? []).map((word) => [word, TELLS[way]] as const),
      ),
    );
  const everywhere = new Map<string, number>();
  for (const text of terms.keys())
    for (const word of said(text).keys()) everywhere.set(word, (everywhere.get(word) ?? 0) + 1);
  const here = new Map<string, { count: number; telling: number }>();
  for (const text of group)
    for (const [word, telling] of said(text)) here.set(word, { count: (here.get(word)?.count ?? 0) + 1, telling });
  return [...here]
    .filter(([, { count }]) => count >= 2 && count * SHARED >= group.length)
    .map(([word, { count, telling }]) => {
      const share = count / group.length;
      return { word, tells: telling * share * Math.log(1 + terms.length / (everywhere.get(word) ?? 1)) };
    })
    .sort((a, b) => b.tells - a.tells || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}
