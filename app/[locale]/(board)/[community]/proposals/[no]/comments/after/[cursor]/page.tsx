import { Pager } from '@/components/data/pager';
import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { CommentList } from '@/features/proposals/components/comment-list';
import { messages } from '@/features/proposals/messages';
import { boardComments } from '@/features/proposals/queries/comments';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['no', 'cursor'], async ({ locale, community, no, cursor: after }) => {
  const page = await boardComments(community, { no, after });
  if (!page) return null;
  const t = pick(messages, locale).own;
  const next = page.next === null ? undefined : to.commentsAfter(locale, community, page.no, page.next);
  return (
    <>
      <PageTitle crumb={<a href={to.proposal(locale, community, page.no)}>{t.back}</a>} title={page.title} />
      <CommentList comments={page.comments} locale={locale} />
      <Pager next={next} locale={locale} />
    </>
  );
});
