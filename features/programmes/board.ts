import { type BoardViews, because, ofMany, why } from '@/lib/board-view';

const capacity = '(o.places * o.slots)';
const taken = `(select coalesce(sum(s.heads), 0) from public.sign_up s where s.community_id = o.community_id
  and s.occasion_id = o.id and s.state = 'taken')`;

export const board: BoardViews = {
  programme: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.staff, 'kind', 'title', 'place', 'words', 'bring'),
      at: why.life,
    },
    from: 'public.programme',
  },
  occasion: {
    of: 'o',
    columns: {
      ...because(why.id, 'community_id', 'id', 'programme_id'),
      no: why.number,
      ...because(why.staff, 'places', 'slot_minutes', 'move_reason', 'cancel_reason'),
      ...because(why.life, 'starts_at', 'ends_at', 'moved_from', 'cancelled_at'),
      full: [
        `case when ${ofMany(capacity)} then ${taken} >= ${capacity} end`,
        'how many come is told to nobody; null where so few can come that it would tell of one',
      ],
    },
    from: 'public.occasion o',
  },
};
