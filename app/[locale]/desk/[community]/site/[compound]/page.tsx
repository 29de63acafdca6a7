import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { drawSite } from '@/features/siteplan/actions';
import { Drawing } from '@/features/siteplan/components/drawing';
import { siteFields } from '@/features/siteplan/components/site-fields';
import { Gaps, SiteLines } from '@/features/siteplan/components/site-lines';
import * as to from '@/lib/addresses';
import { sitePage } from './site-page';

export default sitePage(({ locale, community, site, t, crumb, form }) => {
  const { draft, published } = site;
  const shown = draft ?? published;
  return (
    <>
      <PageTitle crumb={<a href={crumb.href}>{crumb.label}</a>} title={site.name || t.desk.title} lead={t.desk.lead} />
      {shown ? (
        <Section title={t.desk.version(shown.version, shown.state)} id="drawing">
          <p className="crumb">
            <Written>{[shown.source, shown.by && t.desk.drawnBy(shown.by)].filter(Boolean).join(' · ')}</Written>
          </p>
          <Drawing id="site" title={t.drawing.title(shown.version)} site={shown.shapes} before={null} locale={locale} />
          <Gaps site={site} locale={locale} />
          <SiteLines shapes={shown.shapes} locale={locale} />
        </Section>
      ) : (
        <p>{t.desk.none}</p>
      )}
      {draft && site.publishing === null && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'site', site.id, 'publication')}>{t.desk.look}</ActionLink>
        </Actions>
      )}
      <Section title={draft ? t.desk.edit : published ? t.desk.draw : t.desk.first} id="draft">
        {site.mayDraw ? (
          <KeptForm action={drawSite} fields={siteFields(site, locale)} {...form} submitLabel={t.desk.save} />
        ) : (
          <Notice>
            <p>{t.desk.drawer}</p>
          </Notice>
        )}
      </Section>
    </>
  );
});
