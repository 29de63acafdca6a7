import { Pager } from '@/components/data/pager';
import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Rota } from '@/features/stewards/components/rota';
import { messages } from '@/features/stewards/messages';
import { deskStewards } from '@/features/stewards/queries/desk';
import { hoursOf } from '@/features/stewards/rules';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

/** The team, where nobody is yet, and the rota. */
export default actPage([], async ({ locale, community, call, form, search, path }) => {
  const over = search.over === 'yes';
  const page = await deskStewards(call, {
    over,
    after: numberFrom(search.after ?? '') ?? null,
    member: numberFrom(search.member ?? '') ?? null,
  });
  if (!page) return null;
  const { desk: t, kinds, board } = pick(messages, locale);
  const rota = over ? t.over(page.waiting) : t.rota;
  const gaps = page.gaps.length === 0 ? t.gapsNone : t.gaps(page.gaps.length);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Actions near>
        <ActionLink href={to.desk(locale, community, 'stewards', 'new')}>{t.add}</ActionLink>
        <ActionLink ghost href={to.desk(locale, community, 'stewards', 'ledger')}>
          {t.ledger}
        </ActionLink>
      </Actions>
      <Contents
        unfolded
        label={words(locale).contents}
        items={[
          { id: 'rota', title: rota },
          { id: 'team', title: t.team },
          { id: 'gaps', title: gaps },
        ]}
      />
      <div className="beside">
        <div>
          <Section title={rota} id="rota">
            <p>
              <a className="tap" href={over ? path : `${path}?over=yes`}>
                {over ? t.ahead : t.over(page.waiting)}
              </a>
            </p>
            {page.turns.length === 0 && <p>{over ? t.overNone : t.rotaNone}</p>}
            <Rota turns={page.turns} form={form} />
            <Pager
              locale={locale}
              {...(page.next !== null && { next: `${path}?${over ? 'over=yes&' : ''}after=${page.next}` })}
            />
          </Section>
        </div>
        <div>
          <Section title={t.team} id="team">
            {page.team.length === 0 && <p>{t.none}</p>}
            <ul className="entries">
              {page.team.map((one) => (
                <li key={one.id}>
                  <a className="tap" href={to.desk(locale, community, 'stewards', one.id)}>
                    {one.name}
                  </a>
                  <p className="tone-soft">
                    {[kinds[one.kind], t.doors(one.areas.length), t.hours(one.times, hoursOf(one.minutes))].join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
            <Pager
              locale={locale}
              {...(page.nextMember !== null && { next: `${path}?member=${page.nextMember}#team` })}
            />
          </Section>
          <Section title={gaps} id="gaps">
            <ul className="ways">
              {[...new Set(page.gaps.map(({ building }) => building))].map((building) => (
                <li key={building}>
                  {`${board.building(building)}: ${page.gaps
                    .filter((one) => one.building === building)
                    .map((one) => (one.captain ? t.hasCaptain(one.no) : String(one.no)))
                    .join(', ')}`}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </>
  );
});
