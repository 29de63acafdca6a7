import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { ActionLink } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Revocation } from '@/features/people/components/grant-forms';
import { messages } from '@/features/people/messages';
import { grantsPage } from '@/features/people/queries/grants';
import { givenHere } from '@/features/people/rules';
import { openUnder } from '@/features/terms/queries';
import type { Role } from '@/lib/actor';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function RevocationPage({ params }: P<{ community: string; grant: string }>) {
  const { locale: edition, community, grant: id } = await params;
  const locale = localeFrom(edition);
  const path = to.desk(locale, community, 'grants', id, 'revocation');
  const person = await requirePerson(locale, path);
  const page = await grantsPage({ by: { person }, community }, undefined);
  const grant = page?.grants.find((one) => String(one.id) === id);
  if (!page?.secretary || !grant) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const possible = grant.current && !grant.mine && (givenHere as readonly Role[]).includes(grant.role);
  const t = messages[locale];
  if (!possible)
    return (
      <>
        <PageTitle title={t.grants.revokeTitle} lead={t.grants.gone} />
        <ActionLink href={to.desk(locale, community, 'grants')}>{t.grants.title}</ActionLink>
      </>
    );
  const open = (await openUnder({ by: { person }, community }, { grant: grant.id })) ?? 0;
  if (open > 0)
    return (
      <>
        <PageTitle title={t.grants.revokeTitle} />
        <Notice kind="warn" title={t.refusals.handover_first({ count: open })}>
          <ActionLink href={to.desk(locale, community, 'grants', id, 'handover')}>{t.grants.handover}</ActionLink>
        </Notice>
      </>
    );
  return <Revocation grant={grant} community={community} locale={locale} />;
}
