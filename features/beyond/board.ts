import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  outside_consent: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      position: why.number,
      organisation: 'an organisation, not a person',
      ...because(why.staff, 'asked', 'answer'),
      ...because(why.life, 'asked_on', 'due', 'state', 'answered_on'),
    },
    from: 'public.outside_consent',
  },
};
