import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { recordCaseInput } from '@/features/cases/input';
import { messages } from '@/features/cases/messages';
import { similarCases } from '@/features/cases/queries';
import { homeToJoin } from '@/features/orders/queries/joining';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { lookedFor } from '@/lib/text';
import { formatDate, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search }) => {
  const found = await similarCases(call, {
    title: lookedFor(search.q),
    place: lookedFor(search.place),
    at: recordCaseInput.shape.at.safeParse(search.at).data,
  });
  if (!found) return null;
  const t = pick(messages, locale);
  const { by } = search;
  const place = by === 'desk' ? to.desk : by === 'door' ? to.door : to.act;
  const home = await homeToJoin(call, { household: search.home });
  const joins = place === to.act || home !== undefined;
  const back = place === to.door ? to.door(locale, community) : to.desk(locale, community, 'cases');
  const called = home && t.one.homeAt(home.building, home.entrance, home.door);
  const lead = called ? t.similar.leadFor(called) : joins ? t.similar.lead : t.similar.noHome;
  const joined = home ? `?${new URLSearchParams({ home: String(home.id), back })}` : '';
  return (
    <>
      <PageTitle
        crumb={<a href={place === to.act ? to.cases(locale, community) : back}>{t.list.title}</a>}
        title={t.similar.title}
        lead={lead}
      />
      {found.length === 0 && <Empty text={t.similar.none} />}
      <ul className="entries">
        {found.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.caseAddress(locale, community, one.no)}>
              <Written>{one.title}</Written>
            </a>
            <p className="tone-soft">
              {[t.kinds[one.kind], placeIn(one.place, locale), formatDate(one.receivedAt, locale)].join(' · ')}
            </p>
            {one.own && place === to.act && <p>{t.similar.own}</p>}
            {joins && !(one.own && place === to.act) && (
              <Actions>
                <ActionLink href={`${to.act(locale, community, 'cases', one.no, 'join')}${joined}`}>
                  {home ? t.similar.joinFor : t.similar.join}
                </ActionLink>
              </Actions>
            )}
          </li>
        ))}
      </ul>
      <Actions>
        <ActionLink href={`${place(locale, community, 'cases', 'new')}?alike=seen`} ghost>
          {t.similar.back}
        </ActionLink>
      </Actions>
    </>
  );
});
