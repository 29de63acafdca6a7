import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages } from '@/features/exchange/messages';
import type { orderHistory } from '@/features/exchange/queries';
import type { Locale } from '@/lib/edition';
import { formatMoment } from '@/lib/words';

type Version = NonNullable<Awaited<ReturnType<typeof orderHistory>>>[number];

/** Moments, outcomes and answers in words; everything else as it stands. */
function inWords(field: string, value: unknown, locale: Locale): string {
  const t = messages[locale];
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value !== 'string') return '';
  if (field === 'came' || field === 'closed') return formatMoment(new Date(value), locale);
  const word = t.outcomes[`${field}.${value}` as keyof typeof t.outcomes];
  return word ?? value;
}

/** What a later sheet says otherwise than the one before. */
function Change({ now, before, locale }: { now: Version; before: Version; locale: Locale }) {
  const t = messages[locale];
  const fields = [...new Set([...Object.keys(now.said), ...Object.keys(before.said)])].filter(
    (field) => JSON.stringify(now.said[field]) !== JSON.stringify(before.said[field]),
  );
  return (
    <>
      <p>{t.history.since(formatMoment(now.at, locale))}</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            {t.fields[field as keyof typeof t.fields] ?? field}:{' '}
            <Written>{inWords(field, before.said[field], locale) || t.history.none}</Written> →{' '}
            <Written>{inWords(field, now.said[field], locale) || t.history.none}</Written>
          </li>
        ))}
        {now.rung && <li>{t.history.rung}</li>}
      </ul>
    </>
  );
}

/** An order as its last sheet says it, folded, and what each sheet changed. */
export function OrderHistory({ versions, locale }: { versions: readonly Version[]; locale: Locale }) {
  const t = messages[locale];
  const [last] = versions;
  if (!last) return null;
  const named = Object.entries(last.said)
    .filter(([field]) => field !== 'kind')
    .map(([field, value]) => ({
      key: field,
      term: t.fields[field as keyof typeof t.fields] ?? field,
      value: <Written>{inWords(field, value, locale)}</Written>,
    }));
  const others = last.others.map(([name, text], at) => ({
    key: `${at}`,
    term: name,
    value: <Written>{text}</Written>,
  }));
  return (
    <Section title={t.history.title}>
      {versions.slice(0, -1).map((now, at) => (
        <Change key={now.at.toISOString()} now={now} before={versions[at + 1] as Version} locale={locale} />
      ))}
      <details>
        <summary>{t.history.whole(formatMoment(last.at, locale))}</summary>
        <Facts items={[...named, ...others]} />
      </details>
    </Section>
  );
}
