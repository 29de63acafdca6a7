import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Clauses, Cost, CostChanged } from '@/features/plans/components/plan-text';
import { Reasons } from '@/features/plans/components/reasons';
import { messages } from '@/features/plans/messages';
import { boardPlan } from '@/features/plans/queries/published';
import { OpenAct } from '@/features/story/components/open-act';
import { boardOpenAct } from '@/features/story/queries/open';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default boardPage(['no', 'version'], async ({ locale, community: slug, no, version }) => {
  const page = await boardPlan(slug, { no, version });
  if (!page) return null;
  const now = await boardOpenAct(slug, { no });
  const t = pick(messages, locale);
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
      />
      <Cost cost={plan.cost} note={plan.costNote} locale={locale} />
      <OpenAct open={now?.open ?? null} no={proposal.no} slug={slug} locale={locale} />
      <Section title={t.board.clauses} id="clauses">
        <Clauses clauses={page.clauses} locale={locale} />
      </Section>
      {page.drawings.length > 0 && (
        <Section title={t.board.drawings} id="drawings">
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
      <Section title={t.board.changes} id="changes">
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
              {one.group}
              {locale === 'zh' ? '：' : ': '}
              {one.material ? t.board.isMaterial : t.board.notMaterial}
              {locale === 'zh' ? `（${one.reason}）` : ` (${one.reason})`}
            </li>
          ))}
        </ul>
      </Section>
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
