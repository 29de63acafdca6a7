import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Revocation } from '@/features/people/components/grant-forms';
import { messages } from '@/features/people/messages';
import { grantsPage } from '@/features/people/queries/grants';
import { givenHere } from '@/features/people/rules';
import { openUnder } from '@/features/terms/queries/handover';
import type { Role } from '@/lib/actor';
import * as to from '@/lib/addresses';

export default actPage(['grant'], async ({ locale, community, grant: id, call }) => {
  const page = await grantsPage(call, undefined);
  const grant = page?.grants.find((one) => one.id === id);
  if (!page?.secretary || !grant) return null;
  const possible = grant.current && !grant.mine && (givenHere as readonly Role[]).includes(grant.role);
  const t = messages[locale];
  if (!possible)
    return (
      <>
        <PageTitle title={t.grants.revokeTitle} lead={t.grants.gone} />
        <ActionLink href={to.desk(locale, community, 'grants')}>{t.grants.title}</ActionLink>
      </>
    );
  const open = (await openUnder(call, { grant: grant.id })) ?? 0;
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
});
