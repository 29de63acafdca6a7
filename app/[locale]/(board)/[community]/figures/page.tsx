import { DataTable } from '@/components/data/table';
import { Missing } from '@/components/page/missing';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Period } from '@/features/figures/components/period';
import { messages } from '@/features/figures/messages';
import { boardFigures } from '@/features/figures/queries';
import { messages as proposals } from '@/features/proposals/messages';
import { STATES } from '@/features/proposals/rules';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { formatNumber, pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community: slug } = await params;
  const locale = localeFrom(segment);
  const page = await boardFigures(slug, {});
  if (!page) {
    missing();
    return <Missing locale={locale} slug={slug} />;
  }
  const t = pick(messages, locale);
  const states = pick(proposals, locale).states;
  const rows = STATES.flatMap((state) => {
    const found = page.states.find((one) => one.state === state);
    return found
      ? [{ key: state, cells: { state: states[found.state], count: formatNumber(found.count, locale) } }]
      : [];
  });
  const total = page.states.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {page.periods.length === 0 && <Empty text={t.none} />}
      {page.periods.map((period) => (
        <Period key={period.id} period={period} baseline={page.baseline} locale={locale} />
      ))}
      <Section title={t.proposals} id="proposals">
        <DataTable
          caption={t.all(total)}
          columns={[
            { key: 'state', label: t.state },
            { key: 'count', label: t.count, numeric: true },
          ]}
          rows={rows}
          empty={t.noProposals}
        />
        <p className="crumb">{t.proposalsNote}</p>
      </Section>
    </>
  );
}
