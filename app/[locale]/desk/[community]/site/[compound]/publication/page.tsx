import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { publishSite } from '@/features/siteplan/actions';
import { Drawing } from '@/features/siteplan/components/drawing';
import { Gaps, SiteLines } from '@/features/siteplan/components/site-lines';
import { messages } from '@/features/siteplan/messages';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { sitePage } from '../site-page';

export default sitePage(({ locale, community, site, t, form }) => {
  const { draft, publishing } = site;
  const blocked =
    publishing?.code === 'not_allowed' ? t.desk.publisher : publishing && inWords(publishing, locale, messages).message;
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'site', site.id), label: site.name || t.desk.title }}
      title={t.desk.publishTitle}
      lead={t.desk.publishLead}
      blocked={blocked}
    >
      {draft && (
        <>
          <p className="crumb">
            <Written>{[draft.source, draft.by && t.desk.drawnBy(draft.by)].filter(Boolean).join(' · ')}</Written>
          </p>
          <Drawing id="site" title={t.drawing.title(draft.version)} site={draft.shapes} locale={locale} />
          <Gaps site={site} locale={locale} />
          <SiteLines shapes={draft.shapes} locale={locale} />
          <KeptForm action={publishSite} {...form} submitLabel={t.desk.publish} />
        </>
      )}
    </Act>
  );
});
