import { Missing } from '@/components/page/missing';
import { ActionLink } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { JoinRefusal } from '@/features/people/components/join-refusal';
import { messages } from '@/features/people/messages';
import { joinRequests } from '@/features/people/queries/joins';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function RefusalPage({ params }: P<{ community: string; request: string }>) {
  const { locale: edition, community, request } = await params;
  const locale = localeFrom(edition);
  const back = to.door(locale, community, 'joins');
  const path = to.door(locale, community, 'joins', request);
  const person = await requirePerson(locale, path);
  const found = await joinRequests({ by: { person }, community }, undefined);
  if (!found) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const join = found.open.find((one) => String(one.id) === request && !one.mine);
  if (!join) {
    const t = messages[locale].joins;
    return (
      <>
        <PageTitle title={t.refuseTitle} lead={t.gone} />
        <ActionLink href={back}>{t.title}</ActionLink>
      </>
    );
  }
  const kept = await keptDraft(person, path);
  return <JoinRefusal join={join} community={community} locale={locale} back={back} kept={kept} />;
}
