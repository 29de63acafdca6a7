import { Meter } from '@/components/data/meter';
import { DataTable } from '@/components/data/table';
import { words } from '@/components/messages';
import { Section } from '@/components/page/section';
import { spanOf } from '@/features/orders/components/due';
import type { Locale } from '@/lib/edition';
import { formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { boardFigures, MonthView } from '../queries';
import { Bars } from './rate-lines';

type Figures = NonNullable<Awaited<ReturnType<typeof boardFigures>>>;
interface Props {
  figures: Figures;
  locale: Locale;
}

/** How many cases came, month by month, and how soon they were answered. */
export function Volumes({ figures, locale }: Props) {
  const t = pick(messages, locale).volume;
  const last = figures.volumes.at(-1);
  if (!last) return null;
  const span = (seconds: number | null | undefined) => (seconds == null ? t.few : spanOf(seconds * 1000, locale));
  const times: Partial<MonthView> = last;
  const said = t.say(last.month, last.volume === null ? t.one : t.cases(last.volume));
  const answered = (one: Partial<MonthView>) =>
    one.timed == null || one.inTime == null ? t.few : t.of(one.inTime, one.timed);
  return (
    <Section title={t.title} id="volume" brief={said}>
      <p>{t.lead}</p>
      <figure className="line-figure">
        <figcaption>{said}</figcaption>
        <Bars
          say={said}
          bars={figures.volumes.map(({ month, volume }) => ({
            label: t.month(month),
            value: volume,
            text: volume === null ? t.one : t.cases(volume),
          }))}
        />
      </figure>
      {times.median != null && <p>{t.median(last.month, span(times.median), span(times.most))}</p>}
      <details>
        <summary>{t.times}</summary>
        <DataTable
          caption={t.times}
          columns={[
            { key: 'month', label: t.when },
            { key: 'volume', label: t.cameIn, numeric: true },
            { key: 'median', label: t.half, numeric: true },
            { key: 'most', label: t.nineTenths, numeric: true },
            { key: 'inTime', label: t.inTime, numeric: true },
          ]}
          rows={figures.volumes.map((one) => {
            const of = one as Partial<MonthView>;
            return {
              key: one.month,
              cells: {
                month: t.month(one.month),
                volume: one.volume === null ? t.one : t.cases(one.volume),
                median: span(of.median),
                most: span(of.most),
                inTime: answered(of),
              },
            };
          })}
        />
      </details>
      <p className="crumb">{t.note}</p>
    </Section>
  );
}

/** What the cases of a quarter were about, and at which buildings. */
export function Shares({ figures, locale }: Props) {
  const t = pick(messages, locale).volume;
  const [first] = figures.shares;
  if (!first) return null;
  const most = Math.max(1, ...figures.shares.map(({ cases }) => cases ?? 0));
  return (
    <div className="beside">
      {(['kind', 'building'] as const).map((by) => (
        <Section
          key={by}
          title={t.shares[by](first.quarter)}
          id={`by-${by}`}
          brief={words(locale).inAll(figures.shares.filter((one) => one.by === by).length)}
        >
          <dl className="rates">
            {figures.shares
              .filter((one) => one.by === by)
              .map(({ name, cases }) => {
                const called = name === '' ? t.others : by === 'building' ? t.building(name) : name;
                return (
                  <div key={name}>
                    <dt>{called}</dt>
                    <dd>{cases === null ? t.one : <b>{t.cases(cases)}</b>}</dd>
                    {cases !== null && (
                      <dd>
                        <Meter value={cases} max={most} label={`${called} ${formatNumber(cases, locale)}`} />
                      </dd>
                    )}
                  </div>
                );
              })}
          </dl>
          <p className="crumb">{t.sharesNote}</p>
        </Section>
      ))}
    </div>
  );
}
