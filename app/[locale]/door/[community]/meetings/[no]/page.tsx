import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { PresentHomes } from '@/features/meetings/components/hall';
import { standing } from '@/features/meetings/components/lists';
import { messages } from '@/features/meetings/messages';
import { stateOf } from '@/features/meetings/queries/board';
import { doorMeeting } from '@/features/meetings/queries/door';
import { doorsOpen } from '@/features/meetings/rules';
import { whenOf } from '@/features/programmes/messages';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

/** At the door of the hall: entrance by entrance; and who is there, with what may be written down for them. */
export default actPage(['no'], async ({ locale, community, no, call }) => {
  const one = await doorMeeting(call, { no });
  if (!one) return null;
  const { door: t, ...rest } = pick(messages, locale);
  const opens = doorsOpen(new Date(one.startsAt));
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community, 'meetings')}>{t.title}</a>}
        title={one.title}
        state={standing(stateOf(one, one.now), locale)}
        lead={`${whenOf(one, locale)} · ${one.place}`}
      />
      {!one.open && (
        <Notice>
          <p>{one.now < opens ? t.early(formatMoment(opens, locale)) : t.closed}</p>
        </Notice>
      )}
      <p>{one.called && !one.open ? t.leadCalled : t.lead}</p>
      <ul className="entries">
        {one.entrances.map((at) => (
          <li key={at.id}>
            <a className="tap" href={to.door(locale, community, 'meetings', no, 'entrances', at.id)}>
              {rest.entrance(at.building, at.entrance)}
            </a>
            <p className="tone-soft">
              {one.called
                ? t.calledCounts(at.coming, at.households, at.invited)
                : t.counts(at.present, at.households, at.invited)}
            </p>
          </li>
        ))}
      </ul>
      {one.open || one.present.length > 0 ? (
        <Section title={t.present} id="present">
          <p>{t.notAsked}</p>
          <PresentHomes
            present={one.present}
            mayRecord={one.mayRecord}
            meeting={no}
            community={community}
            locale={locale}
          />
        </Section>
      ) : null}
    </>
  );
});
