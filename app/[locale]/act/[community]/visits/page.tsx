import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { QuietMark } from '@/features/opinions/components/quiet';
import { messages as stewards } from '@/features/stewards/messages';
import { byEntrance } from '@/features/visits/components/team-doors';
import { messages } from '@/features/visits/messages';
import { teamDoors } from '@/features/visits/queries/team';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

const byDay = (one: { asked: { day: string } }, other: { asked: { day: string } }) =>
  one.asked.day.localeCompare(other.asked.day);

/** Where somebody of the team is asked to go, and the doors they look after, entrance by entrance. */
export default actPage([], async ({ locale, community, call }) => {
  const page = await teamDoors(call, {});
  if (!page) return null;
  const t = pick(messages, locale);
  const asked = page.homes.flatMap(({ asked, ...one }) => (asked ? { ...one, asked } : [])).sort(byDay);
  const entrances = byEntrance(page.homes, locale);
  const ownDoors = page.homes.length > 0 && page.homes.every(({ captain }) => captain);
  const door = ({ household, captain }: (typeof page.homes)[number]) =>
    captain ? to.door(locale, community, 'visits', 'homes', household) : to.act(locale, community, 'visits', household);
  return (
    <>
      <PageTitle
        crumb={<a href={to.me(locale, 'service')}>{pick(stewards, locale).me.title}</a>}
        title={t.team.title}
        lead={ownDoors ? t.team.leadCaptain : t.team.lead}
      />
      {asked.length > 0 && (
        <Section title={t.team.planned} id="planned">
          <ul className="entries">
            {asked.map((one) => (
              <li key={one.household}>
                <a className="tap" href={to.act(locale, community, 'visits', one.household)}>
                  {t.home(one)}
                </a>
                <p className={one.asked.day < page.today ? 'tone-seal' : 'tone-soft'}>
                  {t.team.plannedLead(formatDate(one.asked.day, locale), t.purposes[one.asked.purpose])}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page.homes.length > 0 && (
        <Actions near>
          <ActionLink ghost href={to.act(locale, community, 'visits', 'sheet')}>
            {t.list.sheet}
          </ActionLink>
        </Actions>
      )}
      {page.homes.length === 0 && <Empty text={t.team.none} />}
      {entrances.length > 2 && (
        <Contents label={words(locale).contents} items={entrances.map(({ id, name: title }) => ({ id, title }))} />
      )}
      {entrances.map(({ name, homes, id, reached }, at) => (
        <Section key={name} title={name} id={id} brief={reached} folded={at > 0}>
          <p className="tone-soft">{reached}</p>
          <ul className="entries">
            {homes.map((one) => (
              <li key={one.household}>
                <a className="tap" href={door(one)}>
                  {one.door}
                </a>
                <p className="tone-soft">{one.mine ? t.team.mine(formatDate(one.mine, locale)) : t.team.notYet}</p>
                {one.quiet && (
                  <p>
                    <QuietMark locale={locale} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
});
