import { cache } from 'react';
import { Missing } from '@/components/page/missing';
import { Waves } from '@/features/callbacks/components/waves';
import { JoinedWith } from '@/features/mergers/components/joined';
import { boardJoined } from '@/features/mergers/queries';
import { StoryAgreement, StoryGates, StoryNotice, StoryResolution } from '@/features/story/components/story-decision';
import { StoryFacts, StoryHead, StorySides } from '@/features/story/components/story-head';
import { StoryOutcome } from '@/features/story/components/story-outcome';
import { StoryRounds } from '@/features/story/components/story-rounds';
import { StoryHistory, StoryTalk } from '@/features/story/components/story-talk';
import { StoryPictures, StoryWorks } from '@/features/story/components/story-works';
import { boardStory } from '@/features/story/queries';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

const storyOf = cache(async (slug: string, no: string) => {
  const number = numberFrom(no);
  return number ? boardStory(slug, { no: number }) : undefined;
});

type Params = P<{ community: string; no: string }>;

/** One proposal from the first complaint to the last callback. */
export default async function Page({ params }: Params) {
  const { locale: edition, community: slug, no } = await params;
  const locale = localeFrom(edition);
  const story = await storyOf(slug, no);
  if (!story) {
    missing();
    return <Missing locale={locale} slug={slug} />;
  }
  const joined = await boardJoined(slug, { no: story.no });
  const part = { story, locale, slug };
  return (
    <>
      <StoryHead {...part} />
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
}
