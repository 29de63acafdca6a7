import type { Metadata } from 'next';
import { cache } from 'react';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { Front } from '@/features/story/components/front';
import { messages } from '@/features/story/messages';
import { boardFront } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { communityNamed } from '@/lib/site';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

const front = cache((slug: string) => boardFront(slug, {}));

export async function generateMetadata({ params }: P<{ community: string }>): Promise<Metadata> {
  return { alternates: { types: { 'application/atom+xml': to.feed((await params).community) } } };
}

/** What is open, what is being talked over, decided and built. */
export default async function Page({ params }: P<{ community: string }>) {
  const { locale: edition, community: slug } = await params;
  const locale = localeFrom(edition);
  const [board, here] = await Promise.all([front(slug), communityNamed(slug)]);
  if (!board || !here) {
    missing();
    return <Missing locale={locale} />;
  }
  const t = pick(messages, locale).front;
  const zh = locale === 'zh';
  return (
    <>
      <PageTitle crumb={zh ? here.placeZh : here.placeEn} title={zh ? board.nameZh : board.nameEn} lead={t.lead} />
      <Front items={board.proposals} locale={locale} slug={slug} />
    </>
  );
}
