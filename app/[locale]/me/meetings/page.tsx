import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle, StateBadge } from '@/components/page/title';
import { messages as mine } from '@/features/me/messages';
import { comingSaid, OwnComing } from '@/features/meetings/components/coming';
import { standing } from '@/features/meetings/components/lists';
import { messages } from '@/features/meetings/messages';
import { stateOf } from '@/features/meetings/queries/board';
import { myMeetings } from '@/features/meetings/queries/mine';
import { DateLine } from '@/features/programmes/components/dates';
import { clockOf } from '@/features/programmes/messages';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

/** Meetings one's households were asked to, or were at, the latest first. */
export default mePage(async ({ locale, person, search, path }) => {
  const { page, next, now } = await myMeetings(person, { after: numberFrom(search.after ?? '') ?? null });
  const { mine: t, home: ofHome } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{pick(mine, locale).me.title}</a>} title={t.title} />
      {page.length === 0 && <Empty text={t.none} />}
      <ul className="dates">
        {page.map((one) => {
          const { tone, text } = standing(stateOf(one, now), locale);
          return (
            <DateLine key={one.id} startsAt={one.startsAt} locale={locale}>
              <a className="tap" href={to.act(locale, one.community, 'meetings', one.no)}>
                <Written>{one.title}</Written>
              </a>
              <p className="tone-soft">
                {`${clockOf(one.startsAt)} · `}
                <Written>{one.place}</Written>
              </p>
              <p>
                <StateBadge tone={tone}>{text}</StateBadge> {one.there ? t.there : t.invited}
              </p>
              {stateOf(one, now) === 'called' &&
                !one.there &&
                one.homes.map((home) => (
                  <div key={home.household}>
                    <p>
                      {[one.homes.length > 1 && ofHome(home), comingSaid(one, home, locale)]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    <OwnComing one={one} home={home} back={path} form={{ community: one.community, locale }} />
                  </div>
                ))}
            </DateLine>
          );
        })}
      </ul>
      <Pager locale={locale} {...(next === null ? {} : { next: `${path}?after=${next}` })} />
    </>
  );
});
