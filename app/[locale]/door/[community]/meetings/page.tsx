import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { MeetingList } from '@/features/meetings/components/lists';
import { messages } from '@/features/meetings/messages';
import { doorMeetings } from '@/features/meetings/queries/door';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** Meetings whose list is kept at the door of the hall. */
export default actPage([], async ({ locale, community, call }) => {
  const page = await doorMeetings(call, {});
  if (!page) return null;
  const { door: t } = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {page.meetings.length === 0 && <Empty text={t.none} />}
      <MeetingList
        meetings={page.meetings}
        now={page.now}
        locale={locale}
        href={({ no }) => to.door(locale, community, 'meetings', no)}
      />
    </>
  );
});
