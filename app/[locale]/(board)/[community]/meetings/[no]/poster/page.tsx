import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { PostedPoster } from '@/components/page/posted-poster';
import { messages } from '@/features/meetings/messages';
import { boardMeeting, stateOf } from '@/features/meetings/queries/board';
import { whenOf } from '@/features/programmes/messages';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The invitation, for the wall of the stairway. */
export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const one = await boardMeeting(slug, { no });
  if (!one || stateOf(one, one.now) !== 'called') return null;
  const { poster: t, board } = pick(messages, locale);
  return (
    <PostedPoster
      kind={t.kind}
      title={one.title}
      until={whenOf(one, locale)}
      ways={t.ways}
      path={to.meetings(locale, slug, no)}
      slug={slug}
      now={one.now}
      locale={locale}
    >
      <p>
        <Written>{one.place}</Written>
      </p>
      <p>{board.about}</p>
      <ol>
        {one.items.map((item) => (
          <li key={item.position}>
            <Written>{item.title}</Written>
          </li>
        ))}
      </ol>
      {one.words && (
        <p>
          <Written>{one.words}</Written>
        </p>
      )}
    </PostedPoster>
  );
});
