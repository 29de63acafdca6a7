import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { QuietMark } from '@/features/opinions/components/quiet';
import { messages as opinions } from '@/features/opinions/messages';
import { messages } from '@/features/places/messages';
import { doorPlaces } from '@/features/places/queries/beside';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const found = await doorPlaces(call, {});
  if (!found) return null;
  const w = pick(messages, locale);
  const keyOf = (one: (typeof found)[number]) => `${one.works}-${one.milestone}-${one.place}-${one.entranceId}`;
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community)}>{pick(opinions, locale).door.title}</a>}
        title={w.door.title}
        lead={w.door.lead}
      />
      {found.length === 0 && <Empty text={w.door.none} />}
      {[...new Map(found.map((one) => [keyOf(one), one])).entries()].map(([key, first]) => (
        <Section
          key={key}
          title={w.door.of(first.name, w.board.entrance(first.building, first.entrance))}
          id={`at-${key}`}
        >
          <p className="crumb">
            <Written>{first.title}</Written>
          </p>
          <ul className="entries">
            {found
              .filter((one) => keyOf(one) === key)
              .map(({ works, milestone, place, household, ...one }) => (
                <li key={household}>
                  <a
                    className="tap"
                    href={to.door(
                      locale,
                      community,
                      ...['works', works, 'milestones', milestone, 'places', place, 'households', household],
                    )}
                  >
                    {w.desk.home(one.building, one.entrance, one.door)}
                  </a>
                  {one.quiet && <QuietMark locale={locale} />}
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
});
