import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { StoryCircle, StoryTable } from '@/features/story/components/story-circle';
import { messages } from '@/features/story/messages';
import { boardStory } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

/** The numbers of the concentric circle, with the circle below them. */
export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: edition, community: slug, no } = await params;
  const locale = localeFrom(edition);
  const story = await boardStory(slug, { no: numberFrom(no) ?? 0 });
  if (!story) {
    missing();
    return <Missing locale={locale} slug={slug} />;
  }
  const t = pick(messages, locale);
  const back = <a href={to.proposal(locale, slug, story.no)}>{`${t.no(story.no)} · ${story.title}`}</a>;
  return (
    <>
      <PageTitle crumb={back} title={t.circle.tableTitle} lead={t.circle.tableLead} />
      <StoryTable story={story} locale={locale} />
      <StoryCircle story={story} locale={locale} />
    </>
  );
}
