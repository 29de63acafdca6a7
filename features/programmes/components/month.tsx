import { Written } from '@/components/data/written';
import { QrCode } from '@/components/page/poster';
import { OnePage } from '@/components/page/section';
import { clockOf, messages } from '@/features/programmes/messages';
import type { On } from '@/features/programmes/queries/board';
import { weeksOf } from '@/features/programmes/rules';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface GridProps {
  month: string;
  occasions: readonly On[];
  locale: Locale;
  /** With what is on, for paper; else the numbers alone, which lead to it. */
  full?: boolean;
}

const dayOf = (one: On) => shanghaiDate(new Date(one.startsAt));

/** A month as its weeks, Monday first. */
export function MonthGrid({ month, occasions, locale, full }: GridProps) {
  const {
    month: t,
    line: { meeting },
  } = pick(messages, locale);
  const [year = 0, no = 0] = month.split('-').map(Number);
  return (
    <table className={full ? 'month month-full' : 'month'} aria-label={t.title(year, no)}>
      <thead>
        <tr>
          {t.days.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const here = occasions.filter((one) => dayOf(one) === day);
              const number = Number(day.slice(8));
              if (!day.startsWith(month)) return <td key={day} className="month-other" />;
              return (
                <td key={day}>
                  {here.length > 0 && !full ? <a href={`#d-${day}`}>{number}</a> : <span>{number}</span>}
                  {full &&
                    here.map((one) => (
                      <p key={`${one.kind}-${one.no}`}>
                        {one.cancelledAt ? (
                          <s>
                            {clockOf(one.startsAt)} <Written>{one.title}</Written>
                          </s>
                        ) : (
                          <>
                            <b>{clockOf(one.startsAt)}</b> <Written>{one.title}</Written>
                          </>
                        )}
                        <small>
                          {one.kind === 'meeting' && `${meeting} · `}
                          <Written>{one.place}</Written>
                        </small>
                      </p>
                    ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SheetProps extends GridProps {
  name: string;
  telephone: string;
  address: string;
  cut: boolean;
}

/** The month on one sheet of paper, for the wall by the door. */
export function MonthSheet({ name, telephone, address, cut, ...grid }: SheetProps) {
  const t = pick(messages, grid.locale);
  const [year = 0, no = 0] = grid.month.split('-').map(Number);
  const title = `${t.month.title(year, no)} · ${t.room.door}`;
  return (
    <OnePage hint={t.month.hint} roomy>
      <title>{`${title} · 同心议事`}</title>
      <p className="crumb">{name}</p>
      <h1>{title}</h1>
      <MonthGrid {...grid} full />
      {grid.occasions.length === 0 && <p>{t.month.none}</p>}
      {cut && <p>{t.month.cut(grid.occasions.length)}</p>}
      <div className="month-foot">
        <p>{t.month.more(telephone)}</p>
        <QrCode address={address} label={t.list.title} />
      </div>
    </OnePage>
  );
}
