import { Facts } from '@/components/data/facts';
import { DataTable } from '@/components/data/table';
import type { Locale } from '@/lib/edition';
import { formatDate, formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { LastCounted } from '../moves/counted';
import { COMPONENTS } from '../rules/selection';

/** What was counted last, each with what it counts. */
export function Counted({ last, locale }: { last: LastCounted | null; locale: Locale }) {
  const { counted: t } = pick(messages, locale);
  if (!last) return <p>{t.none}</p>;
  return (
    <>
      <p>{t.days(formatDate(last.day, locale))}</p>
      <DataTable
        caption={t.title}
        headed
        columns={[
          { key: 'name', label: t.what },
          { key: 'count', label: t.count, numeric: true },
          { key: 'means', label: t.title },
        ]}
        rows={COMPONENTS.map((name) => ({
          key: name,
          cells: { name: t.names[name], count: formatNumber(last.counts[name], locale), means: t.means[name] },
        }))}
      />
    </>
  );
}

/** What each of the counts counts, and over what time. */
export function WhatCounts({ locale }: { locale: Locale }) {
  const { counted: t } = pick(messages, locale);
  return (
    <details>
      <summary className="tap">{t.title}</summary>
      <Facts items={COMPONENTS.map((name) => ({ key: name, term: t.names[name], value: t.means[name] }))} />
    </details>
  );
}
