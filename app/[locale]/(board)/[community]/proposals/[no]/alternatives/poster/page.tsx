import { boardPage } from '@/components/page/board-page';
import { PostedPoster } from '@/components/page/posted-poster';
import { messages } from '@/features/alternatives/messages';
import { boardComparison } from '@/features/alternatives/queries/board';
import { letterOf } from '@/features/alternatives/rules';
import * as to from '@/lib/addresses';
import { formatUntil, pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const found = await boardComparison(slug, { no });
  if (!found || found.closedAt !== null || found.now >= new Date(found.closesAt)) return null;
  const t = pick(messages, locale);
  return (
    <PostedPoster
      kind={t.board.poster.kind}
      title={found.title}
      until={t.board.poster.until(formatUntil(found.closesAt, locale))}
      ways={t.board.poster.ways}
      path={to.alternatives(locale, slug, no)}
      slug={slug}
      now={found.now}
      locale={locale}
    >
      {found.alternatives.map((one) => (
        <p key={one.id}>{t.named(letterOf(one.position), one.title)}</p>
      ))}
    </PostedPoster>
  );
});
