import { Written } from '@/components/data/written';
import { Aloud } from '@/components/page/aloud';
import { boardPage } from '@/components/page/board-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { storyAloud } from '@/features/story/components/story-aloud';
import { messages } from '@/features/story/messages';
import { boardStory } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** A proposal as one tells it to somebody: every sentence stands there and can be read aloud. */
export default boardPage(['no'], async ({ locale, community, no }) => {
  const story = await boardStory(community, { no });
  if (!story) return null;
  const t = pick(messages, locale);
  const parts = storyAloud(story, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.proposal(locale, community, no)}>{t.no(no)}</a>} title={story.title} />
      <Aloud text={[story.title, ...parts.flatMap(({ title, says }) => [`${title}。`, ...says])]} locale={locale} />
      {parts.map(({ key, title, says }) => (
        <Section key={key} id={key} title={title}>
          {says.map((one) => (
            <p key={one}>
              <Written>{one}</Written>
            </p>
          ))}
        </Section>
      ))}
    </>
  );
});
