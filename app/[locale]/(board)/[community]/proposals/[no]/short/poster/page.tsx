import { boardPage } from '@/components/page/board-page';
import { PostedPoster } from '@/components/page/posted-poster';
import { messages } from '@/features/shortway/messages';
import { boardStory } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import { formatList, formatUntil, pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const story = await boardStory(slug, { no });
  const small = story?.short;
  if (!story || !small?.hangs) return null;
  const { poster: t, facts, propose } = pick(messages, locale);
  const places = small.places.map((one) => propose.entrance(one.building, one.no));
  return (
    <PostedPoster
      kind={t.kind}
      title={story.title}
      until={t.until(formatUntil(small.until, locale))}
      ways={t.ways}
      path={to.proposal(locale, slug, no)}
      slug={slug}
      now={story.now}
      locale={locale}
    >
      <p>{small.what}</p>
      <p>
        {story.place} · {facts.who}: {small.who}
      </p>
      <p>{small.harmless}</p>
      <p>
        {facts.places}: {formatList(places, locale)}
      </p>
    </PostedPoster>
  );
});
