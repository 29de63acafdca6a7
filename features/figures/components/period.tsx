import { DataTable } from '@/components/data/table';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages } from '@/features/figures/messages';
import type { PeriodView } from '@/features/figures/queries';
import type { Locale } from '@/lib/edition';
import { formatDate, formatDays, pick } from '@/lib/words';

const trimmed = (pct: string) => pct.replace(/\.?0+$/, '');

interface PeriodProps {
  period: PeriodView;
  baseline: { from: string; to: string } | null;
  locale: Locale;
}

/** One period: each rate as n of d and as a percentage. What was derived says so, and what nobody reported is not shown. */
export function Period({ period, baseline, locale }: PeriodProps) {
  const t = pick(messages, locale);
  const own = formatDays(period.from, period.to, locale);
  const first = baseline?.from === period.from && baseline.to === period.to;
  const names = ['response', 'resolution', 'satisfaction'] as const;
  const rows = names.map((name) => {
    const rate = period.rates[name];
    const silent = period.derived && name === 'response';
    const absent = silent || period.effective > 0 ? t.notReported : t.noCallbacks;
    return {
      key: name,
      cells: {
        rate: t.rates[name],
        of: rate && !silent ? t.parts(rate.n, rate.d) : absent,
        percent: rate && !silent ? `${trimmed(rate.pct)}%` : '—',
      },
    };
  });
  const none = period.effective > 0 ? t.notReported : t.noCallbacks;
  const composite = period.derived
    ? { of: t.notReported, percent: '—' }
    : { of: period.rates.composite === null ? none : '', percent: period.rates.composite ?? '—' };
  return (
    <Section title={t.period(own)} id={`period-${period.id}`}>
      <DataTable
        caption={t.caption(period.effective)}
        columns={[
          { key: 'rate', label: t.rate },
          { key: 'of', label: t.of, numeric: true },
          { key: 'percent', label: t.percent, numeric: true },
        ]}
        rows={[...rows, { key: 'composite', cells: { rate: t.rates.composite, ...composite } }]}
      />
      {period.derived && (
        <Notice kind="warn" title={t.derived}>
          <p>{period.derived[locale]}</p>
        </Notice>
      )}
      {period.corrected && (
        <p>
          {t.corrected(formatDate(period.corrected.at, locale))} {period.corrected.reason}
        </p>
      )}
      <p className="crumb">
        {[t.unit, t.profiles[period.profile]].join(' ')}
        {baseline && ` ${first ? t.baseline(own) : t.compare(formatDays(baseline.from, baseline.to, locale))}`}
      </p>
    </Section>
  );
}
