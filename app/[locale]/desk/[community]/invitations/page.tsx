import { actPage } from '@/components/page/act-page';
import { InvitationList } from '@/features/invitations/components/invitation-list';
import { invitations } from '@/features/invitations/queries';

export default actPage([], async ({ locale, community, path, call }) => {
  const found = await invitations(call, {});
  if (!found) return null;
  return <InvitationList waiting={found.waiting} community={community} locale={locale} back={path} />;
});
