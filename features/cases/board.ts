import { type BoardViews, because, namedOnly, why } from '@/lib/board-view';

export const board: BoardViews = {
  cases: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.life, 'kind', 'happened_at'),
      title: 'what it is about, without a person in it',
      category: why.staff,
      place: 'what it is about',
      building_id: [namedOnly('c', 'building_id'), 'a building is the finest place, where it may be named'],
    },
    from: 'public.cases c',
  },
  case_link: {
    columns: {
      ...because(why.id, 'community_id', 'case_id', 'proposal_id'),
      side: 'for or against, of a case without a name',
    },
    from: 'public.case_link',
  },
};
