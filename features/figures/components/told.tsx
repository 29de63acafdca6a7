import { DataTable } from '@/components/data/table';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { boardFigures } from '../queries';
import { RATE_NAMES, type Rates } from '../rules';
import { baselineOf, type Line, RateLine } from './rate-lines';

type Figures = NonNullable<Awaited<ReturnType<typeof boardFigures>>>;
interface Props {
  figures: Figures;
  locale: Locale;
}

/** The three rates month by month, as three pictures, a sentence each, and the table of the same numbers. */
export function TrendOfRates({ figures, locale }: Props) {
  const t = pick(messages, locale);
  const { told } = figures;
  if (told.length === 0) return null;
  const ratesOf = (rates: Rates) =>
    Object.fromEntries(
      RATE_NAMES.map((name) => {
        const rate = rates[name];
        return [name, rate ? `${rate.n}/${rate.d} ${rate.pct}%` : t.month.none];
      }),
    );
  const lines = RATE_NAMES.map((name): Line => {
    const points = told.flatMap(({ month, rates }) => {
      const rate = rates[name];
      return rate
        ? [{ label: month.slice(2), text: `${rate.n}/${rate.d}`, share: Math.round(Number(rate.pct) * 10) }]
        : [];
    });
    return { name, title: t.rates[name], points };
  });
  const base = baselineOf(lines);
  const { perfect, free } = figures;
  return (
    <Section
      title={t.trend.title}
      id="trend"
      brief={lines.map(({ title, points }) => `${title} ${points.at(-1)?.text ?? t.month.none}`).join(' · ')}
    >
      <p>{t.trend.lead(base / 10)}</p>
      {lines.map((line) => {
        const last = line.points.at(-1);
        if (!last) return null;
        const say = t.trend.say(`20${last.label}`, last.text);
        return (
          <figure key={line.name} className="line-figure">
            <figcaption>
              <b>{line.title}</b> {say}
            </figcaption>
            <RateLine line={line} base={base} say={`${line.title} ${say}`} />
            <RateLine line={line} base={base} say={`${line.title} ${say}`} upright />
          </figure>
        );
      })}
      <details>
        <summary>{t.trend.table}</summary>
        <DataTable
          caption={t.trend.table}
          headed
          columns={[
            { key: 'when', label: t.trend.when },
            ...RATE_NAMES.map((name) => ({ key: name, label: t.rates[name], numeric: true })),
            { key: 'composite', label: t.rates.composite, numeric: true },
          ]}
          rows={[
            ...told.map(({ month, rates }) => ({
              key: month,
              cells: { when: t.trend.month(month), ...ratesOf(rates), composite: rates.composite ?? t.month.none },
            })),
            ...figures.quarters.map(({ quarter, rates }) => ({
              key: quarter,
              cells: { when: t.trend.quarter(quarter), ...ratesOf(rates), composite: rates.composite ?? t.month.none },
            })),
          ]}
        />
      </details>
      <p>
        {t.trend.perfect(perfect.length, told.length)} {t.trend.free(free.length)}
      </p>
      <p className="crumb">{t.trend.note}</p>
    </Section>
  );
}
