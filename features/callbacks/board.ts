import { type BoardViews, because, few, fromThree, why } from '@/lib/board-view';

export const board: BoardViews = {
  callback_wave: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.life, 'wave', 'completed_at', 'closed_at'),
      seed: 'of the draw',
    },
    from: 'public.callback_wave',
  },
  callback_group: {
    columns: {
      ...because(why.id, 'community_id', 'wave_id', 'group_id'),
      households: 'how large it is',
      asked: 'drawn by lot',
      always: [fromThree('always'), why.counted],
      answered: [fromThree('answered'), why.counted],
      content: [
        `case when not (${few('answered')} or ${few('content')} or ${few('answered - content')}) then content end`,
        why.counted,
      ],
    },
    from: `(select cb.community_id, cb.wave_id, cb.group_id, count(*)::int as asked,
        count(*) filter (where cb.former_objector or cb.case_id is not null)::int as always,
        count(*) filter (where cb.reached and cb.satisfaction is not null)::int as answered,
        count(*) filter (where cb.reached and cb.satisfaction in ('satisfied', 'fairly_satisfied'))::int as content,
        (select count(*)::int from public.group_household m
          where m.community_id = cb.community_id and m.group_id = cb.group_id) as households
      from public.callback cb
      join public.callback_wave v on v.community_id = cb.community_id and v.id = cb.wave_id and v.closed_at is not null
      where cb.group_id is not null group by cb.community_id, cb.wave_id, cb.group_id) n`,
  },
};
