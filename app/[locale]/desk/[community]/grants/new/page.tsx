import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { GiveGrant, OpenTerm } from '@/features/people/components/grant-forms';
import { messages } from '@/features/people/messages';
import { grantsPage } from '@/features/people/queries/grants';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function NewGrantPage({ params }: P<{ community: string }>) {
  const { locale: edition, community } = await params;
  const locale = localeFrom(edition);
  const path = to.desk(locale, community, 'grants', 'new');
  const person = await requirePerson(locale, path);
  const page = await grantsPage({ by: { person }, community }, undefined);
  if (!page?.secretary) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = messages[locale].grants;
  return (
    <>
      <PageTitle title={t.give} />
      <GiveGrant entrances={page.entrances} community={community} locale={locale} />
      <Section title={t.openTerm} id="term-section">
        <OpenTerm community={community} locale={locale} />
      </Section>
    </>
  );
}
