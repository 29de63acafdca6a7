import { Explained } from '@/components/data/explained';
import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { messages as page } from '@/components/page/messages';
import { OnePage } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Sheet } from '@/features/objections/components/sheet';
import { messages } from '@/features/objections/messages';
import { boardObjections } from '@/features/objections/queries/published';
import { OpenAct } from '@/features/story/components/open-act';
import { boardOpenAct } from '@/features/story/queries/open';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const sheet = await boardObjections(slug, { no });
  if (!sheet) return null;
  const now = await boardOpenAct(slug, { no });
  const t = pick(messages, locale).sheet;
  return (
    <OnePage hint={page[locale].onePage} roomy={sheet.lines.length <= 16}>
      <PageTitle
        crumb={
          <a href={to.proposal(locale, slug, sheet.no)}>
            <Written>{sheet.title}</Written>
          </a>
        }
        title={t.title}
        lead={sheet.lines.length > 0 && <Explained locale={locale}>{t.lead(sheet.lines.length, sheet.open)}</Explained>}
        asked={<OpenAct open={now?.open ?? null} no={sheet.no} slug={slug} locale={locale} />}
      />
      <Sheet lines={sheet.lines} locale={locale} />
    </OnePage>
  );
});
