import { Counted } from '@/components/data/counted';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { profileSaid } from '@/features/figures/components/profiles';
import { messages } from '@/features/figures/messages';
import type { PeriodView } from '@/features/figures/queries';
import { RATE_NAMES } from '@/features/figures/rules';
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
  const few = period.source === 'callbacks' && period.effective > 0;
  const absent = few ? t.few : period.effective > 0 ? t.notReported : t.noCallbacks;
  const shown = RATE_NAMES.map((name) => {
    const rate = period.rates[name];
    const silent = period.derived && name === 'response';
    const of = rate && !silent ? { n: Number(rate.n), d: Number(rate.d), pct: `${trimmed(rate.pct)}%` } : null;
    return { name, of, text: of && rate ? t.parts(rate.n, rate.d) : silent ? t.notReported : absent };
  });
  const composite = period.derived ? null : period.rates.composite;
  return (
    <Section
      title={t.period(own)}
      id={`period-${period.id}`}
      brief={
        shown.flatMap(({ name, of }) => (of ? [`${t.rates[name]} ${of.pct}`] : [])).join(' · ') ||
        t.caption(period.effective)
      }
    >
      <p>{t.caption(period.effective)}</p>
      <dl className="rates">
        {shown.map(({ name, of, text }) => (
          <div key={name}>
            <dt>{t.rates[name]}</dt>
            <dd>
              {of ? <b>{text}</b> : text} {of && <span className="tone-soft">{of.pct}</span>}
            </dd>
            {of && (
              <dd>
                <Counted id={`p${period.id}-${name}`} value={of.n} max={of.d} label={`${t.rates[name]} ${text}`} />
              </dd>
            )}
          </div>
        ))}
        <div>
          <dt>{t.rates.composite}</dt>
          <dd>{composite === null ? absent : <b>{composite}</b>}</dd>
        </div>
      </dl>
      {period.full && <p>{t.full(RATE_NAMES.map((name) => `${t.rates[name]} ${period.full?.[name]?.pct}%`))}</p>}
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
        {t.unit} {shown.some(({ of }) => of && !Number.isInteger(of.n)) && t.weighed}{' '}
        {profileSaid(period.profile, locale)}
        {baseline && ` ${first ? t.baseline(own) : t.compare(formatDays(baseline.from, baseline.to, locale))}`}
      </p>
    </Section>
  );
}
