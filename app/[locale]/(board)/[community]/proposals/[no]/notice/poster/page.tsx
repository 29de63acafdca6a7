import { boardPage } from '@/components/page/board-page';
import { PostedPoster } from '@/components/page/posted-poster';
import { Clauses } from '@/features/plans/components/plan-text';
import { lastDay } from '@/features/signoff/components/last-day';
import { messages } from '@/features/signoff/messages';
import { boardNotice } from '@/features/signoff/queries/notice';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const posted = await boardNotice(slug, { no });
  if (!posted || posted.over) return null;
  const t = pick(messages, locale).notice;
  return (
    <PostedPoster
      kind={t.poster.kind}
      title={posted.title}
      until={t.until(lastDay(posted.to, locale))}
      ways={t.poster.ways}
      path={to.notice(locale, slug, no)}
      slug={slug}
      now={posted.now}
      locale={locale}
    >
      <p>
        {posted.place} · {posted.plan.summary}
      </p>
      {posted.plan.clauses.length <= 6 && <Clauses clauses={posted.plan.clauses} locale={locale} />}
    </PostedPoster>
  );
});
