import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { drawPlan } from '@/features/plans/actions';
import { OnSite, overSite } from '@/features/plans/components/on-site';
import { Clauses } from '@/features/plans/components/plan-text';
import { siteShapeFields } from '@/features/plans/components/site-fields';
import { planReason } from '@/features/plans/components/steps';
import { messages } from '@/features/plans/messages';
import { deskDrawing } from '@/features/plans/queries/desk';
import { SiteLines } from '@/features/siteplan/components/site-lines';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no', 'version'], async ({ locale, community, no, version, call, form }) => {
  const page = await deskDrawing(call, { no });
  if (page?.draft.version !== version) return null;
  const t = pick(messages, locale);
  const { draft, drawn, before, sites } = page;
  const blocked = planReason('draft', page.block, locale) ?? (sites.length === 0 ? t.desk.siteNone : null);
  const wrong = planReason('draft', page.misdrawn, locale);
  const [site] = sites;
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'proposals', no, 'plans')}>{t.desk.title}</a>}
        title={`${t.desk.siteTitle} · ${t.desk.draft(version)}`}
        lead={t.desk.siteLead}
      />
      {wrong && (
        <Notice kind="warn">
          <p>{wrong}</p>
        </Notice>
      )}
      {drawn && <OnSite over={overSite(drawn, before)} version={version} locale={locale} />}
      <Section title={t.board.clauses} id="clauses">
        <Clauses clauses={page.clauses} locale={locale} />
      </Section>
      <Section title={t.desk.siteShapes} id="shapes">
        {site && <SiteLines shapes={site.shapes} locale={locale} />}
        {blocked ? (
          <Notice kind="warn">
            <p>{blocked}</p>
            {sites.length === 0 && <a href={to.desk(locale, community, 'site')}>{t.desk.siteToFirst}</a>}
          </Notice>
        ) : (
          <KeptForm
            {...form}
            action={drawPlan}
            about={{ proposal: no, rowVersion: draft.rowVersion }}
            fields={siteShapeFields(page, locale)}
            submitLabel={t.desk.siteSave}
          />
        )}
      </Section>
    </>
  );
});
