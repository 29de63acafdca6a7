import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { StoryCircle, StoryTable } from '@/features/story/components/story-circle';
import { messages } from '@/features/story/messages';
import { boardStory } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The numbers of the concentric circle, with the circle below them. */
export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const story = await boardStory(slug, { no });
  if (!story) return null;
  const t = pick(messages, locale);
  const back = <a href={to.proposal(locale, slug, story.no)}>{`${t.no(story.no)} · ${story.title}`}</a>;
  return (
    <>
      <PageTitle crumb={back} title={t.circle.tableTitle} lead={t.circle.tableLead} />
      <StoryTable story={story} locale={locale} />
      <StoryCircle story={story} locale={locale} />
    </>
  );
});
