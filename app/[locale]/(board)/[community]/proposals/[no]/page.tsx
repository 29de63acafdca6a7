import { boardPage } from '@/components/page/board-page';
import { AlternativesBrief } from '@/features/alternatives/components/board';
import { StoryOutside } from '@/features/beyond/components/consents';
import { Waves } from '@/features/callbacks/components/waves';
import { ConditionsBrief } from '@/features/conditions/components/together';
import { ProposalMeetings } from '@/features/meetings/components/of-proposal';
import { JoinedWith } from '@/features/mergers/components/joined';
import { boardJoined } from '@/features/mergers/queries';
import { RepairBatches } from '@/features/repairs/components/batches';
import { SmallThing, SmallTurned } from '@/features/shortway/components/short';
import { StoryContents } from '@/features/story/components/story-contents';
import { StoryAgreement, StoryGates, StoryNotice, StoryResolution } from '@/features/story/components/story-decision';
import { StoryFacts, StoryHead, StorySides } from '@/features/story/components/story-head';
import { StoryOutcome } from '@/features/story/components/story-outcome';
import { StoryRounds } from '@/features/story/components/story-rounds';
import { StoryHistory, StoryTalk } from '@/features/story/components/story-talk';
import { StoryPictures, StoryWorks } from '@/features/story/components/story-works';
import { boardStory } from '@/features/story/queries';
import { shanghaiDate } from '@/lib/calendar';

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
      {story.short && <SmallThing small={story.short} no={story.no} slug={slug} locale={locale} />}
      {story.turned && <SmallTurned small={story.turned} events={story.events} locale={locale} />}
      {story.comparison && <AlternativesBrief found={story.comparison} now={story.now} slug={slug} locale={locale} />}
      {story.repair && <RepairBatches repair={story.repair} no={story.no} slug={slug} locale={locale} />}
      <StoryRounds {...part} />
      {story.conditions && <ConditionsBrief listed={story.conditions} locale={locale} />}
      <ProposalMeetings meetings={story.meetings} now={story.now} slug={slug} locale={locale} />
      <StoryAgreement {...part} />
      <StoryGates {...part} />
      <StoryOutside consents={story.outside} today={shanghaiDate(story.now)} locale={locale} />
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
