import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { Joins } from '@/features/people/components/joins';
import { messages } from '@/features/people/messages';
import { joinRequests } from '@/features/people/queries/joins';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function JoinsPage({ params }: P<{ community: string }>) {
  const { locale: edition, community } = await params;
  const locale = localeFrom(edition);
  const back = to.desk(locale, community, 'joins');
  const person = await requirePerson(locale, back);
  const found = await joinRequests({ by: { person }, community }, undefined);
  if (!found) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = messages[locale].joins;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Joins joins={found.open} community={community} locale={locale} back={back} />
    </>
  );
}
