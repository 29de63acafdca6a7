import { boardPage } from '@/components/page/board-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { boardOf, DateList } from '@/features/programmes/components/dates';
import { MonthGrid } from '@/features/programmes/components/month';
import { messages } from '@/features/programmes/messages';
import { boardMonth } from '@/features/programmes/queries/board';
import { monthAfter } from '@/features/programmes/rules';
import * as to from '@/lib/addresses';
import { isMonth, shanghaiDate } from '@/lib/calendar';
import { formatWeekday, pick } from '@/lib/words';

/** A month: its days, and below them what is on, day by day. */
export default boardPage([], async ({ locale, community: slug, params: { month = '' } }) => {
  const page = isMonth(month) ? await boardMonth(slug, { month }) : undefined;
  if (!page) return null;
  const t = pick(messages, locale);
  const [year = 0, no = 0] = month.split('-').map(Number);
  const days = [...new Set(page.occasions.map((one) => shanghaiDate(new Date(one.startsAt))))];
  const at = (months: number) => to.programmes(locale, slug, 'months', monthAfter(month, months));
  return (
    <>
      <PageTitle
        crumb={<a href={to.programmes(locale, slug)}>{t.list.title}</a>}
        title={t.month.title(year, no)}
        lead={page.occasions.length === 0 ? t.month.none : undefined}
      />
      <p className="kinds no-print">
        {page.before && (
          <a className="tap" href={at(-1)}>
            ← {t.month.before}
          </a>
        )}
        {page.after && (
          <a className="tap" href={at(1)}>
            {t.month.after} →
          </a>
        )}
      </p>
      <MonthGrid month={month} occasions={page.occasions} locale={locale} />
      {days.map((day) => (
        <Section key={day} id={`d-${day}`} title={formatWeekday(day, locale)}>
          <DateList
            occasions={page.occasions.filter((one) => shanghaiDate(new Date(one.startsAt)) === day)}
            locale={locale}
            href={boardOf(locale, slug)}
          />
        </Section>
      ))}
      {page.cut && <p>{t.month.cut(page.occasions.length)}</p>}
      <p className="front-links">
        <a className="tap" href={to.programmes(locale, slug, 'months', month, 'sheet')}>
          {t.month.sheet}
        </a>
      </p>
    </>
  );
});
