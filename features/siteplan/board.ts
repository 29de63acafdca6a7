import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  site_plan: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'compound_id'),
      ...because(why.life, 'version', 'published_at'),
      shapes: 'houses, trees and paths: what anybody sees who walks there',
      source: why.staff,
      hash: 'of the published shapes',
    },
    from: `public.site_plan where state = 'published'`,
  },
};
