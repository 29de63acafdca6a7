import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  rate_period: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      ...because(
        why.staff,
        'from_day',
        'to_day',
        'profile',
        'effective',
        'contacted',
        'resolved',
        'satisfied',
        'fairly_satisfied',
        'derived',
        'recorded_at',
        'corrects',
        'reason',
      ),
    },
    from: 'public.rate_period',
  },
};
