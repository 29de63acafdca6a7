import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  cases: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.life, 'kind', 'happened_at'),
      title: 'what it is about, without a person in it',
      category: why.staff,
      place: 'what it is about',
      building_id: 'a building is the finest place',
    },
    from: 'public.cases',
  },
  case_link: {
    columns: {
      ...because(why.id, 'community_id', 'case_id', 'proposal_id'),
      side: 'for or against, of a case without a name',
    },
    from: 'public.case_link',
  },
};
