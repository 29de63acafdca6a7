import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { formatList, pick } from '@/lib/words';
import { messages } from '../messages';
import { type Clash, type Condition, type Conflict, firstsOf, togetherOf } from '../rules';

export interface Listed {
  budget: number | null;
  conditions: readonly (Condition & { text: string })[];
  clashes: readonly (Clash & { why: string })[];
}

/** A sentence, and what stands below it. */
export interface Said {
  head: string;
  lines: string[];
}

/** So many of each kind stand on a page. */
const SHOWN = 8;

const joined = (parts: readonly string[], locale: Locale) => parts.filter(Boolean).join(locale === 'zh' ? '，' : ', ');

/** What can be had together and what cannot, in sentences. */
export function saysOf(listed: Listed, locale: Locale): Said[] {
  const t = pick(messages, locale);
  const { conditions, clashes, budget } = listed;
  const { sets, conflicts } = togetherOf(listed);
  const named = (nos: readonly number[]) =>
    formatList(
      conditions.filter(({ no }) => nos.includes(no)).map(({ text }) => t.quoted(text)),
      locale,
    );
  const costOf = (nos: readonly number[]) =>
    conditions.filter(({ no }) => nos.includes(no)).reduce((sum, { cost }) => sum + cost, 0);
  const money = (nos: readonly number[]) => (costOf(nos) > 0 ? t.board.costsAll(formatMoney(costOf(nos))) : '');
  const setLine = (nos: readonly number[]) => joined([named(nos), money(nos)], locale);
  const colon = locale === 'zh' ? '：' : ': ';
  const conflictLine = ({ nos, clash, cost }: Conflict) => {
    const why = [
      clash === null ? '' : (clashes[clash]?.why ?? ''),
      cost === null || budget === null ? '' : t.board.over(formatMoney(cost), formatMoney(budget)),
    ];
    return `${named(nos)}${colon}${joined(why, locale)}`;
  };
  const few = (lines: readonly string[]) =>
    lines.length > SHOWN ? [...lines.slice(0, SHOWN), t.board.more(lines.length - SHOWN)] : [...lines];
  if (conflicts.length === 0)
    return [{ head: [t.board.all(conditions.length), money(sets[0] ?? [])].filter(Boolean).join(' '), lines: [] }];
  const largest = firstsOf(sets, ({ length }) => length);
  const smallest = firstsOf(conflicts, ({ nos }) => nos.length);
  const size = largest[0]?.length ?? 0;
  const least = smallest[0]?.nos.length ?? 0;
  return [
    size === 0
      ? { head: t.board.nothing, lines: [] }
      : {
          head: largest.length === 1 ? t.board.most(size) : t.board.tied(size, largest.length),
          lines: few(largest.map(setLine)),
        },
    { head: t.board.fewer, lines: few(sets.slice(largest.length).map(setLine)) },
    {
      head: smallest.length === 1 ? t.board.conflict(least) : t.board.conflicts(least, smallest.length),
      lines: few(smallest.map(conflictLine)),
    },
    { head: t.board.others, lines: few(conflicts.slice(smallest.length).map(conflictLine)) },
  ].filter(({ head, lines }) => lines.length > 0 || head === t.board.nothing);
}

/** Of these of the list, in how many of the ways each is. */
export function ownSays(listed: Listed, nos: readonly number[], locale: Locale): string[] {
  const t = pick(messages, locale);
  const { sets, conflicts } = togetherOf(listed);
  return listed.conditions
    .filter(({ no }) => nos.includes(no))
    .map(({ no, text }) =>
      conflicts.length === 0
        ? t.mine.all(t.quoted(text), listed.conditions.length)
        : t.mine.some(t.quoted(text), sets.filter((set) => set.includes(no)).length, sets.length),
    );
}

/** What a version makes of these of the list. */
export function followedSays(
  listed: Listed,
  {
    version,
    conditions,
  }: { version: number; conditions: readonly { no: number; followed: boolean; reason: string }[] },
  nos: readonly number[],
  locale: Locale,
): string[] {
  const t = pick(messages, locale);
  return conditions
    .filter(({ no }) => nos.includes(no))
    .map(({ no, followed, reason }) => {
      const text = t.quoted(listed.conditions.find((one) => one.no === no)?.text ?? '');
      return followed ? t.mine.followed(text, version) : t.mine.unmet(text, version, reason);
    });
}
