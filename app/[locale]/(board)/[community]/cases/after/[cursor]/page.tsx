import { Pager } from '@/components/data/pager';
import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { CaseList } from '@/features/cases/components/case-list';
import { messages } from '@/features/cases/messages';
import { boardCases } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor: after }) => {
  const page = await boardCases(slug, { after });
  if (!page) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.cases(locale, slug)}>{t.list.newest}</a>} title={t.list.title} />
      <CaseList cases={page.cases} slug={slug} locale={locale} />
      <Pager next={page.next === null ? undefined : to.casesAfter(locale, slug, page.next)} locale={locale} />
    </>
  );
});
