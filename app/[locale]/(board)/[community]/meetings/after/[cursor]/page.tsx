import { boardPage } from '@/components/page/board-page';
import { AllMeetings } from '@/features/meetings/components/all';
import { boardMeetings } from '@/features/meetings/queries/board';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor }) => {
  const page = await boardMeetings(slug, { after: cursor });
  return page ? <AllMeetings first={false} page={page} slug={slug} locale={locale} /> : null;
});
