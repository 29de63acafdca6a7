import { Pager } from '@/components/data/pager';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { CaseList } from '@/features/cases/components/case-list';
import { messages } from '@/features/cases/messages';
import { boardCases } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; cursor: string }>) {
  const { locale: segment, community: slug, cursor } = await params;
  const locale = localeFrom(segment);
  const after = numberFrom(cursor);
  const page = after && (await boardCases(slug, { after }));
  if (!page) {
    missing();
    return <Missing locale={locale} slug={slug} />;
  }
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.cases(locale, slug)}>{t.list.newest}</a>} title={t.list.title} />
      <CaseList cases={page.cases} slug={slug} locale={locale} />
      <Pager next={page.next === null ? undefined : to.casesAfter(locale, slug, page.next)} locale={locale} />
    </>
  );
}
