import { boardPage } from '@/components/page/board-page';
import { AllMeetings } from '@/features/meetings/components/all';
import { boardMeetings } from '@/features/meetings/queries/board';

/** Meetings to come, and what came of those that were. */
export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardMeetings(slug, {});
  return page ? <AllMeetings first page={page} slug={slug} locale={locale} /> : null;
});
