import { type Fact, Facts } from '@/components/data/facts';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Clause } from '../rules';

/** The clauses of a plan with their numbers, which stay the same from version to version. */
export function Clauses({ clauses, locale }: { clauses: readonly Clause[]; locale: Locale }) {
  const t = pick(messages, locale).board;
  const items: Fact[] = clauses.map((one) => ({ key: String(one.no), term: t.clause(one.no), value: one.text }));
  return <Facts items={items} />;
}

/** `cost` in fen. */
export function Cost({ cost, note, locale }: { cost: number; note: string; locale: Locale }) {
  const t = pick(messages, locale).board;
  return (
    <p>
      {t.cost}
      {locale === 'zh' ? '：' : ': '}
      {cost === 0 ? t.free : t.yuan(formatMoney(cost))}
      {note && ` (${note})`}
    </p>
  );
}

/** What another version costs than the one before; nothing where it costs the same. Both in fen. */
export function CostChanged({ before, after, locale }: { before: number | null; after: number; locale: Locale }) {
  const t = pick(messages, locale).board;
  if (before === null || before === after) return null;
  const words = (cost: number) => (cost === 0 ? t.free : t.yuan(formatMoney(cost)));
  return <p>{t.costChanged(words(before), words(after))}</p>;
}
