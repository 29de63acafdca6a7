import { invitationsPage } from '@/features/invitations/components/invitations-page';

export default invitationsPage;
