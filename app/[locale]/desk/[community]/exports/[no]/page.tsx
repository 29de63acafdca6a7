import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { ExportAlone } from '@/features/exports/components/exports';
import { messages } from '@/features/exports/messages';
import { oneExport } from '@/features/exports/queries/page';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const one = await oneExport(call, { no });
  if (!one) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, community, 'exports')}>{t.list.title}</a>} title={t.one.no(one.no)} />
      <ExportAlone one={one} slug={community} locale={locale} />
    </>
  );
});
