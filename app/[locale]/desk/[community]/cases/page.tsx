import { Missing } from '@/components/page/missing';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { CaseList } from '@/features/cases/components/case-list';
import { messages } from '@/features/cases/messages';
import { deskCases } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

type Props = P<{ community: string }> & { searchParams: Promise<{ after?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const path = to.desk(locale, community, 'cases');
  const person = await requirePerson(locale, path);
  const after = numberFrom((await searchParams).after ?? '') ?? null;
  const page = await deskCases({ by: { person }, community }, { after });
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
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
}
