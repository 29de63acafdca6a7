import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { Grants } from '@/features/people/components/grants';
import { messages } from '@/features/people/messages';
import { grantsPage } from '@/features/people/queries/grants';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function GrantsPage({ params }: P<{ community: string }>) {
  const { locale: edition, community } = await params;
  const locale = localeFrom(edition);
  const person = await requirePerson(locale, to.desk(locale, community, 'grants'));
  const page = await grantsPage({ by: { person }, community }, undefined);
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = messages[locale].grants;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Grants page={page} community={community} locale={locale} />
    </>
  );
}
