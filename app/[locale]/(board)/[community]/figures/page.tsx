import { DataTable } from '@/components/data/table';
import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { Empty } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Period } from '@/features/figures/components/period';
import { Proposed } from '@/features/figures/components/proposed';
import { TrendOfRates } from '@/features/figures/components/told';
import { Shares, Volumes } from '@/features/figures/components/volumes';
import { messages } from '@/features/figures/messages';
import { boardFigures } from '@/features/figures/queries';
import { messages as proposals } from '@/features/proposals/messages';
import { STATES } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import { formatDays, formatNumber, pick, roundMark } from '@/lib/words';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardFigures(slug, {});
  if (!page) return null;
  const t = pick(messages, locale);
  const states = pick(proposals, locale).states;
  const rows = STATES.flatMap((state) => {
    const found = page.states.find((one) => one.state === state);
    return found
      ? [{ key: state, cells: { state: states[found.state], count: formatNumber(found.count, locale) } }]
      : [];
  });
  const [latest] = page.periods;
  const periods = page.periods.filter((one) => one.source === 'reported' || one === latest);
  const total = page.states.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Contents
        label={words(locale).contents}
        items={[
          ...periods.slice(0, 4).map(({ id, from, to }) => ({
            id: `period-${id}`,
            title: t.period(formatDays(from, to, locale)),
          })),
          ...(page.told.length > 0 ? [{ id: 'trend', title: t.trend.title }] : []),
          ...(page.volumes.length > 0 ? [{ id: 'volume', title: t.volume.title }] : []),
          ...(page.shares.length > 0 ? [{ id: 'proposed', title: t.volume.proposed.title }] : []),
          { id: 'coverage', title: t.coverage },
          { id: 'proposals', title: t.proposals },
        ]}
      />
      {page.periods.length === 0 && <Empty text={t.none} />}
      {periods.map((period) => (
        <Period key={period.id} period={period} baseline={page.baseline} locale={locale} />
      ))}
      <TrendOfRates figures={page} locale={locale} />
      <Volumes figures={page} locale={locale} />
      <Shares figures={page} locale={locale} />
      <Proposed figures={page} slug={slug} locale={locale} />
      <div className="beside">
        <Section title={t.coverage} id="coverage" brief={words(locale).inAll(page.coverage.length)}>
          <DataTable
            caption={t.coverageCaption}
            columns={[
              { key: 'round', label: t.round },
              { key: 'heard', label: t.heard, numeric: true },
              { key: 'notHeard', label: t.notHeard, numeric: true },
            ]}
            rows={page.coverage.map((one) => ({
              key: String(one.round),
              cells: {
                round: <a href={to.round(locale, slug, one.round)}>{t.roundOf(one.title, roundMark(one.k, locale))}</a>,
                heard: t.heardOf(formatNumber(one.heard, locale), formatNumber(one.households, locale)),
                notHeard: formatNumber(one.notHeard, locale),
              },
            }))}
            empty={t.noRounds}
          />
          <p className="crumb">{t.coverageNote}</p>
        </Section>
        <Section title={t.proposals} id="proposals" brief={t.all(total)}>
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
      </div>
    </>
  );
});
