import { Facts } from '@/components/data/facts';
import { DataTable } from '@/components/data/table';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { COMPONENTS } from '@/features/topics/rules/selection';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDays, formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { CohortPage } from '../queries/desk';
import { type Listed, listBy, sharesOf } from '../rules/choosing';
import { overBy } from '../rules/reading';

interface Props {
  cohort: CohortPage;
  locale: Locale;
}

/** How much each count weighs, in parts and of all of them. */
export function weightsIn(weights: CohortPage['weights'], locale: Locale): string {
  const t = pick(messages, locale).selection;
  const shares = sharesOf(weights);
  return COMPONENTS.map((name) => t.share(t.components[name], weights[name], shares[name])).join(
    locale === 'zh' ? '、' : ', ',
  );
}

/** The list it was drafted from, by rank, with what was chosen. */
function RankedList({ cohort, basis, locale }: Props & { basis: string }) {
  const { sealing: t, selection } = pick(messages, locale);
  const { list } = JSON.parse(basis) as { list: Omit<Listed, 'nameZh' | 'nameEn'>[] };
  const { ranked, unknown, uncounted } = listBy(
    list.map((one) => ({ ...one, nameZh: cohort.names[one.id]?.zh ?? '', nameEn: cohort.names[one.id]?.en ?? '' })),
    cohort.weights,
  );
  const chosen = new Set(cohort.places.map(({ id }) => id));
  const nameOf = ({ id, nameZh, nameEn }: Listed) => (locale === 'zh' ? nameZh : nameEn) || id;
  const row = (of: Listed, rank: string | number) => ({
    key: String(of.id),
    cells: {
      rank,
      community: nameOf(of),
      chosen: chosen.has(of.id) ? t.chosen : '',
      ...Object.fromEntries(COMPONENTS.map((key) => [key, of.day === null ? '' : (of.shown[key] ?? selection.few)])),
      households: of.day === null ? '' : formatNumber(of.households, locale),
    },
  });
  return (
    <details open={list.length <= 12}>
      <summary>{t.list(list.length)}</summary>
      <DataTable
        caption={t.list(list.length)}
        columns={[
          { key: 'rank', label: selection.rank, numeric: true },
          { key: 'community', label: t.community },
          { key: 'chosen', label: t.taken },
          ...COMPONENTS.map((key) => ({ key, label: selection.components[key], numeric: true })),
          { key: 'households', label: selection.households, numeric: true },
        ]}
        rows={[
          ...ranked.map(({ of, rank, tied }) => row(of, tied ? selection.tied(rank) : rank)),
          ...[...unknown, ...uncounted].map((of) => row(of, t.unranked)),
        ]}
      />
    </details>
  );
}

/** All that an approval will seal, above the button that does it; and whose callbacks are missing. */
export function Sealing({ cohort, locale }: Props) {
  const { sealing: t } = pick(messages, locale);
  const { draft, before, after, places, basisHash } = cohort;
  if (!draft) return null;
  const days = ({ from, to }: typeof before) => formatDays(from, to, locale);
  const nameOf = ({ nameZh, nameEn }: (typeof places)[number]) => (locale === 'zh' ? nameZh : nameEn);
  const names = (all: typeof places) => all.map(nameOf).join(locale === 'zh' ? '、' : ', ');
  const over = cohort.withdrawn ? 'none' : overBy(shanghaiDate(cohort.now), after);
  const known = t.known(places.length, places.length - draft.without.length);
  return (
    <Section title={cohort.withdrawn ? t.was : t.title} id="sealing">
      <Facts
        items={[
          { key: 'places', term: t.places, value: names(places) },
          { key: 'weights', term: t.weights, value: weightsIn(cohort.weights, locale) },
          { key: 'before', term: t.before, value: days(before) },
          { key: 'after', term: t.after, value: days(after) },
          {
            key: 'figures',
            term: t.figures,
            value: `${known}${draft.without.length > 0 ? t.without(names(draft.without)) : ''}`,
          },
        ]}
      />
      {over !== 'none' && <Notice kind="warn">{t.over[over]}</Notice>}
      <RankedList cohort={cohort} basis={draft.basis} locale={locale} />
      <details>
        <summary className="tap">{t.text}</summary>
        <pre className="canonical">{draft.basis}</pre>
      </details>
      {basisHash && (
        <p>
          {t.hash} <code className="hash">{basisHash}</code>
        </p>
      )}
    </Section>
  );
}
