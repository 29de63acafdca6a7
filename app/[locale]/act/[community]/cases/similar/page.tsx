import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/cases/messages';
import { similarCases } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search }) => {
  const found = await similarCases(call, {
    title: (search.q ?? '').slice(0, 80),
    place: (search.place ?? '').slice(0, 80),
  });
  if (!found) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.cases(locale, community)}>{t.list.title}</a>}
        title={t.similar.title}
        lead={t.similar.lead}
      />
      {found.length === 0 && <Empty text={t.similar.none} />}
      <ul className="entries">
        {found.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.caseAddress(locale, community, one.no)}>
              <Written>{one.title}</Written>
            </a>
            <p className="tone-soft">
              {[t.kinds[one.kind], one.place, formatDate(one.receivedAt, locale)].join(' · ')}
            </p>
            {one.own ? (
              <p>{t.similar.own}</p>
            ) : (
              <Actions>
                <ActionLink href={to.act(locale, community, 'cases', one.no, 'join')}>{t.similar.join}</ActionLink>
              </Actions>
            )}
          </li>
        ))}
      </ul>
      <Actions>
        <ActionLink href={to.act(locale, community, 'cases', 'new')} ghost>
          {t.similar.back}
        </ActionLink>
      </Actions>
    </>
  );
});
