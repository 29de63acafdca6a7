import { type BoardViews, because, few, ofMany, why } from '@/lib/board-view';

const of = 'from public.repair_unit u where u.community_id = b.community_id and u.batch_id = b.id';
const all = `coalesce(b.told_units, (select count(*)::int ${of}))`;

/**
 * Of a batch of fewer than ten households no number is told, and of what they say none before all were asked; then it is told
 * once, and stays: what it came to be afterwards would be the word of one home.
 */
export const board: BoardViews = {
  repair: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because('written for everybody', 'what', 'warranty'),
      started_at: why.life,
    },
    from: 'public.repair where started_at is not null',
  },
  repair_batch: {
    of: 'b',
    columns: {
      ...because(why.id, 'community_id', 'id', 'repair_id'),
      no: why.number,
      ...because(why.life, 'from_day', 'to_day'),
      contractor: 'who works there, as it hangs at the entrances',
      units: [`case when ${ofMany(all)} then ${all} end`, why.few],
      repaired: [
        `case when ${ofMany(all)} then coalesce(b.told_units,
          (select count(*) filter (where u.state not in ('reported', 'looked')) ${of})::int) end`,
        'what was built, not what anybody says',
      ],
      asked: ['b.told_at is not null', 'that all of them were asked, not what they said'],
      good: [
        `case when ${ofMany('b.told_units')} and not (${few('b.told_good')}) and not (${few('(b.told_units - b.told_good)')})
          then b.told_good end`,
        why.over,
      ],
    },
    from: `public.repair_batch b where exists (select from public.repair r where r.community_id = b.community_id
      and r.id = b.repair_id and r.started_at is not null)`,
  },
};
