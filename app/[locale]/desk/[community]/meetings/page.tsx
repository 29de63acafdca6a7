import { Pager } from '@/components/data/pager';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { MeetingList } from '@/features/meetings/components/lists';
import { messages } from '@/features/meetings/messages';
import { deskMeetings } from '@/features/meetings/queries/desk';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

/** All meetings, the latest first, with what waits at each. */
export default actPage([], async ({ locale, community, call, search, path }) => {
  const page = await deskMeetings(call, { after: numberFrom(search.after ?? '') ?? null });
  if (!page) return null;
  const { desk: t } = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Actions>
        <ActionLink href={to.desk(locale, community, 'meetings', 'new')}>{t.new}</ActionLink>
      </Actions>
      {page.meetings.length === 0 && <Empty text={t.none} />}
      <MeetingList
        meetings={page.meetings}
        now={page.now}
        locale={locale}
        href={({ no }) => to.desk(locale, community, 'meetings', no)}
        more={(one) => (
          <p>
            {[
              new Date(one.startsAt) > page.now
                ? t.called(one.invited, one.coming)
                : t.counts(one.invited, one.present),
              one.unanswered > 0 && t.waits(one.unanswered),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
      />
      <Pager locale={locale} {...(page.next !== null && { next: `${path}?after=${page.next}` })} />
    </>
  );
});
