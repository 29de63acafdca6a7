import { type BoardViews, because, why } from '@/lib/board-view';
import { TOLD } from './rules';

export const board: BoardViews = {
  case_category: {
    of: 'k',
    columns: { ...because(why.id, 'community_id', 'id', 'parent_id'), name: why.staff, retired_at: why.life },
    from: 'public.case_category k',
  },
  case_event: {
    of: 'e',
    columns: {
      ...because(why.id, 'community_id', 'id', 'case_id'),
      step: 'that it was given out, answered or begun anew: not by whom, nor with what words',
      at: ['greatest(e.at, c.posted_at)', 'when staff did it, and not before it came to hang'],
    },
    from: `public.case_event e join public.cases c on c.community_id = e.community_id and c.id = e.case_id
      where c.posted_at is not null and e.step in (${Object.keys(TOLD)
        .map((step) => `'${step}'`)
        .join(', ')})`,
  },
};
