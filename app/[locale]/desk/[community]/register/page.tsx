import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { Register } from '@/features/people/components/register';
import { messages } from '@/features/people/messages';
import { registerPage } from '@/features/people/queries/register';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { messages as sheetMessages } from '@/lib/sheet/messages';

export const dynamic = 'force-dynamic';

type Props = P<{ community: string }> & { searchParams: Promise<{ problem?: string }> };

export default async function RegisterPage({ params, searchParams }: Props) {
  const { locale: edition, community } = await params;
  const locale = localeFrom(edition);
  const person = await requirePerson(locale, to.desk(locale, community, 'register'));
  const page = await registerPage({ by: { person }, community }, undefined);
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = messages[locale].register;
  const asked = (await searchParams).problem;
  const problem = Object.entries(sheetMessages[locale].faults).find(([code]) => code === asked)?.[1];
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Register {...{ page, community, locale, problem }} />
    </>
  );
}
