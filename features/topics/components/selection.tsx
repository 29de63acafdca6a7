import { DataTable } from '@/components/data/table';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { percent } from '@/lib/quantity';
import { formatDate, formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { districtSelection } from '../queries/selection';
import { COMPONENTS } from '../rules/selection';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof districtSelection>>>;
  locale: Locale;
}

/** So much of a hash is compared by eye. */
const HASH = 12;

/** Communities by index, with all it is made of; those of which nothing is known are named apart and not ranked. */
export function Selection({ page: { ranked, unknown, uncounted }, locale }: Props) {
  const t = pick(messages, locale).selection;
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => (locale === 'zh' ? nameZh : nameEn);
  const without = [
    ...unknown.map((of) => ({ of, why: t.why.empty })),
    ...uncounted.map((of) => ({ of, why: t.why.none })),
  ];
  return (
    <>
      {ranked.length === 0 && <Empty text={t.none} />}
      {ranked.length > 0 && (
        <DataTable
          caption={t.table}
          columns={[
            { key: 'community', label: t.community },
            { key: 'rank', label: t.rank, numeric: true },
            { key: 'index', label: t.index, numeric: true },
            ...COMPONENTS.map((key) => ({ key, label: t.components[key], numeric: true })),
            { key: 'households', label: t.households, numeric: true },
            { key: 'day', label: t.day },
            { key: 'hash', label: t.hash },
          ]}
          rows={ranked.map(({ of, index, rank, tied }) => ({
            key: String(of.id),
            cells: {
              community: nameOf(of),
              rank: tied ? t.tied(rank) : rank,
              index: (
                <>
                  {percent(index.n, index.d * 100n)}{' '}
                  <small>{t.exact(formatNumber(index.n, locale), formatNumber(index.d, locale))}</small>
                </>
              ),
              ...Object.fromEntries(COMPONENTS.map((key) => [key, of.shown[key] ?? t.few])),
              households: formatNumber(of.households, locale),
              day: formatDate(of.day, locale),
              hash: <code>{of.hash.slice(0, HASH)}</code>,
            },
          }))}
        />
      )}
      {without.length > 0 && (
        <Section title={t.unknown} id="unknown">
          <ul className="entries">
            {without.map(({ of, why }) => (
              <li key={of.id}>
                {nameOf(of)} <span className="tone-soft">{why}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
