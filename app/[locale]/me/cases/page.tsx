import { Written } from '@/components/data/written';
import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/orders/messages';
import { myCases } from '@/features/orders/queries/mine';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { formatMoment, pick } from '@/lib/words';

const PAGE = 20;

export default mePage(async ({ locale, person, search, path }) => {
  const found = await myCases(person, { after: numberFrom(search.after ?? '') ?? null });
  const t = pick(messages, locale);
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{t.mine.me}</a>} title={t.mine.title} lead={t.mine.lead} />
      {page.length === 0 && <Empty text={t.mine.none} />}
      <ul className="entries">
        {page.map((one) => (
          <li key={`${one.community}-${one.no}`}>
            <a className="tap" href={to.act(locale, one.community, 'cases', one.no)}>
              <Written>{one.title}</Written>
            </a>
            <p className="tone-soft">
              {[
                t.states[one.state],
                one.agency ? t.mine.has(one.agency) : null,
                one.due && one.agency ? t.mine.until(formatMoment(one.due, locale)) : null,
                one[locale],
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {found.length > PAGE && last && (
        <a className="tap" href={`${path}?after=${last.id}`}>
          {t.day.more}
        </a>
      )}
    </>
  );
});
