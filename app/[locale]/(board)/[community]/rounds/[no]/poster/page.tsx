import { boardPage } from '@/components/page/board-page';
import { PostedPoster } from '@/components/page/posted-poster';
import { messages } from '@/features/rounds/messages';
import { boardRound } from '@/features/rounds/queries';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { formatUntil, pick, roundMark } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const page = await boardRound(slug, { no });
  if (page?.round.phase !== 'open') return null;
  const t = pick(messages, locale).one;
  const { round, proposal, now } = page;
  return (
    <PostedPoster
      kind={t.poster.kind}
      title={pick(messages, locale).about(proposal.title, roundMark(round.k, locale))}
      until={t.poster.until(formatUntil(round.closesAt, locale))}
      ways={t.poster.ways}
      path={to.round(locale, slug, no)}
      slug={slug}
      now={now}
      locale={locale}
    >
      <p>{t.plan(round.version, round.planTitle)}</p>
      <p>{t.poster.asked(round.groups.map((group) => placeIn(group.name, locale)))}</p>
    </PostedPoster>
  );
});
