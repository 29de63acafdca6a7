import { actPage } from '@/components/page/act-page';
import { InvitationList } from '@/features/invitations/components/invitation-list';
import { invitations } from '@/features/invitations/queries';

/** Who asks for a visit: at the doors for its captains, at the desk for the social worker. */
export const invitationsPage = actPage([], async ({ locale, community, path, call }) => {
  const found = await invitations(call, {});
  if (!found) return null;
  return <InvitationList waiting={found.waiting} community={community} locale={locale} back={path} />;
});
