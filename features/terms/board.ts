import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  handover: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      kind: [`split_part(item, '-', 1)`, 'what sort of thing it is'],
      of_id: [`split_part(item, '-', 2)::int`, why.id],
      title: 'a promise, or works, that hang on the board',
      ...because('an office, not a person', 'from_role', 'to_role'),
      at: why.life,
    },
    from: `(select * from public.handover where item like 'promise-%' or item like 'crack-%' or item like 'works-%') h`,
  },
  term: {
    columns: {
      community_id: why.id,
      from_day: 'whether somebody is in office, not who',
      ...because('the same', 'to_day', 'closed_at'),
    },
    from: 'public.term',
  },
};
