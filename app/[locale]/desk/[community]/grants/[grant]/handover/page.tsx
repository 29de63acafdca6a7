import { Missing } from '@/components/page/missing';
import { Handover } from '@/features/terms/components/handover';
import { handoverPage } from '@/features/terms/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; grant: string }>) {
  const { locale: edition, community, grant } = await params;
  const locale = localeFrom(edition);
  const path = to.desk(locale, community, 'grants', grant, 'handover');
  const person = await requirePerson(locale, path);
  const page = await handoverPage({ by: { person }, community }, { grant: numberFrom(grant) ?? 0 });
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const kept = await keptDraft(person, path);
  return <Handover page={page} {...{ community, locale, kept }} />;
}
