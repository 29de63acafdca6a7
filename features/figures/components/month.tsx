import { DataTable } from '@/components/data/table';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { formatDays, pick } from '@/lib/words';
import { messages } from '../messages';
import type { DeskMonth } from '../queries/month';
import { RATE_NAMES, type Rates } from '../rules';
import { profileSaid } from './profiles';

interface Props {
  month: DeskMonth;
  path: string;
  locale: Locale;
}

/** A rate with what it is of; without callbacks it is nothing, and not nought. */
function shown(rates: Rates, name: (typeof RATE_NAMES)[number], locale: Locale): string {
  const rate = rates[name];
  const t = pick(messages, locale);
  return rate ? `${rate.n}/${rate.d} ${rate.pct}%` : t.month.none;
}

/** What the callbacks of a month come to, beside each other: assessed and full, unit by unit, in one pot and as a mean. */
export function Month({ month, path, locale }: Props) {
  const t = pick(messages, locale);
  const { month: m } = t;
  const rateColumns = RATE_NAMES.map((name) => ({ key: name, label: t.rates[name], numeric: true }));
  const ratesOf = (of: Rates) => Object.fromEntries(RATE_NAMES.map((name) => [name, shown(of, name, locale)]));
  const composite = { key: 'composite', label: t.rates.composite, numeric: true };
  const { pooled, mean, of } = month.together;
  return (
    <Section title={m.title(month.month)} id="month">
      <nav className="tabs" aria-label={m.which}>
        {month.months.slice(0, 6).map((one) => (
          <a key={one} href={`${path}?month=${one}`} aria-current={one === month.month ? 'page' : undefined}>
            {one}
          </a>
        ))}
      </nav>
      <p>
        {m.days(formatDays(month.from, month.to, locale))} {m.volume(month.volume)}
      </p>
      {month.waiting > 0 && (
        <Notice kind="warn">
          <p>{m.waiting(month.waiting)}</p>
        </Notice>
      )}
      <DataTable
        caption={m.views}
        columns={[
          { key: 'view', label: m.view },
          { key: 'effective', label: m.effective, numeric: true },
          ...rateColumns,
          composite,
        ]}
        rows={month.views.map(({ view, counts, rates }) => ({
          key: view,
          cells: {
            view: m.viewNames[view],
            effective: String(counts.effective + counts.responseOnly),
            ...ratesOf(rates),
            composite: rates.composite ?? m.none,
          },
        }))}
      />
      <DataTable
        caption={m.units}
        columns={[
          { key: 'unit', label: m.unit },
          { key: 'place', label: m.place, numeric: true },
          { key: 'volume', label: m.received, numeric: true },
          { key: 'closed', label: m.closed, numeric: true },
          { key: 'effective', label: m.effective, numeric: true },
          ...rateColumns,
          composite,
        ]}
        empty={m.nothing}
        rows={month.units.map((unit) => ({
          key: unit.name,
          cells: {
            unit: unit.name || m.nobody,
            place: unit.place === null ? m.none : String(unit.place),
            volume: String(unit.volume),
            closed: String(unit.closed),
            effective: String(unit.counts.effective + unit.counts.responseOnly),
            ...ratesOf(unit.rates),
            composite: unit.rates.composite ?? m.none,
          },
        }))}
      />
      {of > 0 && (
        <DataTable
          caption={m.together}
          columns={[{ key: 'way', label: m.way }, ...rateColumns, composite]}
          rows={[
            { key: 'pooled', cells: { way: m.pooled, ...ratesOf(pooled), composite: pooled.composite ?? m.none } },
            {
              key: 'mean',
              cells: {
                way: m.mean(of),
                ...Object.fromEntries(
                  RATE_NAMES.map((name) => [name, mean[name] === null ? m.none : `${mean[name]}%`]),
                ),
                composite: mean.composite ?? m.none,
              },
            },
          ]}
        />
      )}
      <p className="crumb">
        {t.month.note} {profileSaid(month.profile, locale)}
      </p>
    </Section>
  );
}
