import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  merger: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id', 'into_id'),
      ...because(why.life, 'at', 'undone_at'),
    },
    from: 'public.merger',
  },
};
