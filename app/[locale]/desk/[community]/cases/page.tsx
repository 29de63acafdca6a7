import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { CaseList } from '@/features/cases/components/case-list';
import { messages } from '@/features/cases/messages';
import { deskCases } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, path, search }) => {
  const after = numberFrom(search.after ?? '') ?? null;
  const page = await deskCases(call, { after });
  if (!page) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.list.title} />
      <Actions>
        <ActionLink href={to.desk(locale, community, 'cases', 'new')}>{t.record.deskTitle}</ActionLink>
      </Actions>
      <CaseList cases={page.cases} slug={community} locale={locale} desk />
      {page.next !== null && (
        <a className="tap" href={`${path}?after=${page.next}`}>
          {t.list.more}
        </a>
      )}
    </>
  );
});
