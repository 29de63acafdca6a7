import { boardPage } from '@/components/page/board-page';
import { Waves } from '@/features/callbacks/components/waves';
import { JoinedWith } from '@/features/mergers/components/joined';
import { boardJoined } from '@/features/mergers/queries';
import { StoryContents } from '@/features/story/components/story-contents';
import { StoryAgreement, StoryGates, StoryNotice, StoryResolution } from '@/features/story/components/story-decision';
import { StoryFacts, StoryHead, StorySides } from '@/features/story/components/story-head';
import { StoryOutcome } from '@/features/story/components/story-outcome';
import { StoryRounds } from '@/features/story/components/story-rounds';
import { StoryHistory, StoryTalk } from '@/features/story/components/story-talk';
import { StoryPictures, StoryWorks } from '@/features/story/components/story-works';
import { boardStory } from '@/features/story/queries';

/** One proposal from the first complaint to the last callback. */
export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const story = await boardStory(slug, { no });
  if (!story) return null;
  const joined = await boardJoined(slug, { no: story.no });
  const part = { story, locale, slug };
  return (
    <>
      <StoryHead {...part} />
      <StoryContents story={story} locale={locale} />
      <StoryOutcome story={story} locale={locale} />
      {joined && <JoinedWith joined={joined} locale={locale} slug={slug} />}
      <StorySides {...part} />
      <StoryFacts {...part} />
      <StoryRounds {...part} />
      <StoryAgreement {...part} />
      <StoryGates {...part} />
      <StoryNotice {...part} />
      <StoryResolution {...part} />
      <StoryWorks {...part} />
      <StoryPictures {...part} />
      <Waves waves={story.waves} locale={locale} />
      <StoryTalk {...part} />
      <StoryHistory {...part} />
    </>
  );
});
