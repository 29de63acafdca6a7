import { ANSWERED } from '@/db/words/orders';
import { type BoardViews, because, namedOf, why } from '@/lib/board-view';

const answered = `case when c.state in (${ANSWERED.map((state) => `'${state}'`).join(', ')}) then 'archived' else 'received' end`;

export const board: BoardViews = {
  cases: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.life, 'kind', 'happened_at'),
      title: [
        'coalesce(c.posted_title, c.title)',
        'what it is about, without a person in it, as somebody has looked at it',
      ],
      category: why.staff,
      category_id: 'a place in the community’s own tree',
      posted_at: 'since when it hangs',
      state: [answered, 'whether somebody has answered; not whose it is, nor how far it has come'],
      place: ['coalesce(c.posted_place, c.place)', 'what it is about, as somebody has looked at it'],
      building_id: [namedOf('c'), 'a building is the finest place, where it may be named'],
    },
    from: 'public.cases c where c.posted_at is not null',
  },
  case_link: {
    columns: {
      ...because(why.id, 'community_id', 'case_id', 'proposal_id'),
      side: 'for or against, of a case without a name',
    },
    from: 'public.case_link',
  },
};
