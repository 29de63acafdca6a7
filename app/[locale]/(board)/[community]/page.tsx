import type { Metadata } from 'next';
import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { Front } from '@/features/front/components/front';
import { boardFront } from '@/features/front/queries/front';
import { Week } from '@/features/programmes/components/week';
import { boardWeek } from '@/features/programmes/queries/board';
import { messages } from '@/features/story/messages';
import * as to from '@/lib/addresses';
import type { P } from '@/lib/page';
import { communityNamed } from '@/lib/site';
import { pick } from '@/lib/words';

export async function generateMetadata({ params }: P<{ community: string }>): Promise<Metadata> {
  return { alternates: { types: { 'application/atom+xml': to.feed((await params).community) } } };
}

/** What is open, what is being talked over, decided and built. */
export default boardPage([], async ({ locale, community: slug }) => {
  const [board, here, week] = await Promise.all([boardFront(slug, {}), communityNamed(slug), boardWeek(slug, {})]);
  if (!board || !here) return null;
  const t = pick(messages, locale).front;
  const zh = locale === 'zh';
  return (
    <>
      <PageTitle crumb={zh ? here.placeZh : here.placeEn} title={zh ? board.nameZh : board.nameEn} lead={t.lead} />
      <Front
        items={board.proposals}
        home={board.home}
        now={board.now}
        telephone={here.telephone}
        week={week && week.occasions.length > 0 && <Week week={week} slug={slug} locale={locale} />}
        locale={locale}
        slug={slug}
      />
    </>
  );
});
