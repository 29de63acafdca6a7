import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  term: {
    columns: {
      community_id: why.id,
      from_day: 'whether somebody is in office, not who',
      ...because('the same', 'to_day', 'closed_at'),
    },
    from: 'public.term',
  },
};
