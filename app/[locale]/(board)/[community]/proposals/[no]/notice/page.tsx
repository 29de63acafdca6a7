import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { messages as page } from '@/components/page/messages';
import { ActionLink, Actions, OnePage, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Clauses, Cost } from '@/features/plans/components/plan-text';
import { lastDay, noticeDays } from '@/features/signoff/components/last-day';
import { GateList, OutsideList } from '@/features/signoff/components/resolution-text';
import { messages } from '@/features/signoff/messages';
import { boardNotice } from '@/features/signoff/queries/notice';
import { Drawing } from '@/features/siteplan/components/drawing';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const posted = await boardNotice(slug, { no });
  if (!posted) return null;
  const t = pick(messages, locale).notice;
  return (
    <OnePage hint={page[locale].onePage} roomy={posted.plan.clauses.length <= 12}>
      <PageTitle
        crumb={<a href={to.proposal(locale, slug, posted.no)}>{t.head(posted.no, posted.plan.version)}</a>}
        title={`${t.title}${locale === 'zh' ? '：' : ': '}${posted.title}`}
        state={{
          tone: posted.over ? 'soft' : 'ochre',
          text: posted.over ? t.over : t.until(lastDay(posted.to, locale)),
        }}
        lead={t.days(noticeDays(posted.from, posted.to, locale))}
        asked={
          posted.turnsAt && (
            <Actions>
              <ActionLink href={to.act(locale, slug, 'notices', posted.no, 'opposition')}>{t.oppose}</ActionLink>
              <ActionLink href={to.noticePoster(locale, slug, posted.no)} ghost>
                {page[locale].poster.way}
              </ActionLink>
            </Actions>
          )
        }
      />
      <Section title={t.what} id="what" brief={posted.plan.summary}>
        <p>
          {posted.place} · {posted.plan.summary}
        </p>
        <Clauses clauses={posted.plan.clauses} locale={locale} />
        {posted.plan.over && (
          <div className="no-print">
            <Drawing
              id="site-plan"
              title={posted.plan.title}
              site={posted.plan.over.site}
              plan={posted.plan.over.shapes}
              locale={locale}
            />
          </div>
        )}
        <Cost cost={posted.plan.cost} note={posted.plan.costNote} locale={locale} />
      </Section>
      <Section title={t.gates} id="gates" brief={words(locale).inAll(posted.gates.length)}>
        <GateList gates={posted.gates} locale={locale} />
      </Section>
      <OutsideList outside={posted.outside} locale={locale} />
      {posted.over ? <p>{t.opposition(posted.opposition)}</p> : <p>{t.how}</p>}
    </OnePage>
  );
});
