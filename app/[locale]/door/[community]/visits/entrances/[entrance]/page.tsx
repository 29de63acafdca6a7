import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { QuietMark } from '@/features/opinions/components/quiet';
import { messages } from '@/features/visits/messages';
import { doorEntrance } from '@/features/visits/queries/door';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

/** Every home of an entrance, when it was last met, and where nobody is to knock. */
export default actPage(['entrance'], async ({ locale, community, entrance, call }) => {
  const page = await doorEntrance(call, { entrance });
  const first = page?.homes[0];
  if (!first) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community, 'visits')}>{t.list.title}</a>}
        title={t.entrance(first.building, first.entrance)}
        lead={t.list.doors(page.homes.length)}
      />
      <ul className="entries">
        {page.homes.map((one) => (
          <li key={one.household}>
            <a className="tap" href={to.door(locale, community, 'visits', 'homes', one.household)}>
              {one.door}
            </a>
            <p className="tone-soft">{one.met ? t.list.lastMet(formatDate(one.met, locale)) : t.list.neverMet}</p>
            {one.quiet && (
              <p>
                <QuietMark locale={locale} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
});
