import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { FollowedConditions } from '@/features/plans/components/followed';
import { OnSite, overSite } from '@/features/plans/components/on-site';
import { Clauses, Cost, CostChanged } from '@/features/plans/components/plan-text';
import { Reasons } from '@/features/plans/components/reasons';
import { messages } from '@/features/plans/messages';
import { boardPlan } from '@/features/plans/queries/published';
import { messages as site } from '@/features/siteplan/messages';
import { OpenAct } from '@/features/story/components/open-act';
import { boardOpenAct } from '@/features/story/queries/open';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

export default boardPage(['no', 'version'], async ({ locale, community: slug, no, version }) => {
  const page = await boardPlan(slug, { no, version });
  if (!page) return null;
  const now = await boardOpenAct(slug, { no });
  const t = pick(messages, locale);
  const { inAll } = words(locale);
  const { plan, proposal } = page;
  const others = page.versions.filter((one) => one !== plan.version);
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.proposal(locale, slug, proposal.no)}>
            <Written>{proposal.title}</Written>
          </a>
        }
        title={`${t.version(plan.version)} · ${plan.title}`}
        next={plan.publishedAt && t.board.published(formatDate(plan.publishedAt, locale))}
        lead={<Written>{plan.summary}</Written>}
        asked={<OpenAct open={now?.open ?? null} no={proposal.no} slug={slug} locale={locale} />}
      />
      <Contents
        label={words(locale).contents}
        items={[
          { id: 'clauses', title: t.board.clauses, here: true },
          { id: 'site', title: t.board.site, here: page.drawn !== null },
          { id: 'entrances', title: pick(site, locale).card.everybody, here: page.drawn !== null },
          { id: 'drawings', title: t.board.drawings, here: page.drawings.length > 0 },
          { id: 'changes', title: t.board.changes, here: true },
          { id: 'conditions', title: t.board.conditions, here: page.conditions.length > 0 },
          { id: 'others', title: t.board.others, here: others.length > 0 },
        ].filter(({ here }) => here)}
      />
      <Cost cost={plan.cost} note={plan.costNote} locale={locale} />
      <Section title={t.board.clauses} id="clauses" brief={inAll(page.clauses.length)}>
        <Clauses clauses={page.clauses} locale={locale} />
      </Section>
      {page.drawn && <OnSite over={overSite(page.drawn, page.drawnBefore)} version={plan.version} locale={locale} />}
      {page.drawings.length > 0 && (
        <Section title={t.board.drawings} id="drawings" brief={inAll(page.drawings.length)}>
          <Pictures
            items={page.drawings.map(({ id, caption, width, height }) => ({
              ...{
                key: String(id),
                src: to.picture(id, 'small'),
                large: to.picture(id, 'large'),
                alt: caption,
                caption,
                width,
                height,
              },
            }))}
          />
        </Section>
      )}
      <Section
        title={t.board.changes}
        id="changes"
        brief={plan.version === 1 ? t.board.first : inAll(page.changes.length)}
      >
        {plan.version === 1 && <p>{t.board.first}</p>}
        <CostChanged before={page.costBefore} after={plan.cost} locale={locale} />
        {page.changes.map((change) => (
          <div key={`${change.clause}-${change.note}`}>
            <h3>{t.board.clause(change.clause)}</h3>
            <Reasons change={change} locale={locale} />
          </div>
        ))}
        {page.materiality.length > 0 && <h3>{t.board.material}</h3>}
        <ul>
          {page.materiality.map((one) => (
            <li key={one.group}>
              {placeIn(one.group, locale)}
              {locale === 'zh' ? '：' : ': '}
              {one.material ? t.board.isMaterial : t.board.notMaterial}
              {locale === 'zh' ? `（${one.reason}）` : ` (${one.reason})`}
            </li>
          ))}
        </ul>
      </Section>
      <FollowedConditions conditions={page.conditions} locale={locale} />
      {others.length > 0 && (
        <Section title={t.board.others} id="others">
          <ul className="no-print">
            {others.map((one) => {
              const [from, until] = one < plan.version ? [one, plan.version] : [plan.version, one];
              return (
                <li key={one}>
                  <a className="tap" href={to.planComparison(locale, slug, proposal.no, from, until)}>
                    {t.board.compare(from, until)}
                  </a>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      <p className="crumb">
        {t.board.hash}
        {locale === 'zh' ? '：' : ': '}
        {plan.hash.slice(0, 16)}
      </p>
    </>
  );
});
