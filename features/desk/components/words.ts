import { messages } from '@/features/desk/messages';
import { messages as proposals } from '@/features/proposals/messages';
import { rooms } from '@/features/rooms';
import * as to from '@/lib/addresses';
import type { DeskSaid, DeskWords } from '@/lib/desk';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import { formatList, type Messages, pick } from '@/lib/words';
import type { DeskStanding } from '../queries';

interface Place {
  slug: string;
  locale: Locale;
}

/** The address of the page where it is done. */
export function addressOf(
  one: { path: readonly (string | number)[]; door?: boolean },
  { slug, locale }: Place,
): string {
  const at = one.door ? to.door : to.desk;
  const [last, ...before] = [...one.path].reverse();
  const [page, place] = String(last).split('#');
  const address = at(locale, slug, ...before.reverse(), page ?? '');
  return place ? `${address}#${place}` : address;
}

/** The office's name in a sentence. */
export const officesOf = (by: readonly string[], locale: Locale): string => {
  const names: Record<string, string> = pick(proposals, locale).roles;
  return formatList(
    by.map((role) => names[role] ?? role),
    locale,
    'disjunction',
  );
};

/** What a room says of an act, by the act's word. */
const saying = new Map<string, Messages<DeskSaid>>(
  rooms.flatMap(({ desk }) =>
    desk ? Object.keys(desk.said.zh.room.desk).map((word) => [word, desk.said] as const) : [],
  ),
);

export const wordsOf = (wording: string, locale: Locale): DeskWords | undefined =>
  saying.get(wording)?.[locale].room.desk[wording];

export const labelOf = (wording: string, locale: Locale): string => wordsOf(wording, locale)?.act ?? wording;

/** How many, where there is more than the thing itself. */
export function countOf(wording: string, count: number | undefined, locale: Locale): string {
  const own = wordsOf(wording, locale)?.count;
  if (!count || (!own && count === 1)) return '';
  return own ? own(count) : pick(messages, locale).count(count);
}

/** Why an act is not possible for whoever asks, in words. */
export function reasonOf({ act, block, by }: Pick<DeskStanding, 'act' | 'block' | 'by'>, locale: Locale): string {
  if (!block) return '';
  const t = pick(messages, locale);
  if (block.code === 'not_allowed' && by.length > 0) return t.page.whose(officesOf(by, locale), labelOf(act, locale));
  const why = wordsOf(act, locale)?.why?.[block.code];
  if (why || block.code !== 'not_at_this_step') return why ?? inWords(block, locale, saying.get(act)).message;
  const words: Record<string, string> = pick(proposals, locale).states;
  const named = String(block.details?.states ?? '').split(',');
  return t.when(
    formatList(
      named.map((state) => words[state] ?? state),
      locale,
    ),
  );
}
