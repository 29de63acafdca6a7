import { Pager } from '@/components/data/pager';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { CommentList } from '@/features/proposals/components/comment-list';
import { messages } from '@/features/proposals/messages';
import { boardComments } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; cursor: string }>) {
  const { locale: segment, community, no, cursor } = await params;
  const locale = localeFrom(segment);
  const after = numberFrom(cursor);
  const page = after && (await boardComments(community, { no: numberFrom(no) ?? 0, after }));
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale).own;
  const next = page.next === null ? undefined : to.commentsAfter(locale, community, page.no, page.next);
  return (
    <>
      <PageTitle crumb={<a href={to.proposal(locale, community, page.no)}>{t.back}</a>} title={page.title} />
      <CommentList comments={page.comments} locale={locale} />
      <Pager next={next} locale={locale} />
    </>
  );
}
