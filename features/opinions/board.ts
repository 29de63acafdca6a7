import { type BoardViews, few, fromThree, why } from '@/lib/board-view';

export const board: BoardViews = {
  round_source: {
    of: 'k',
    columns: {
      drawn: 'drawn by lot',
      not_reached: 'nobody at home said nothing',
      community_id: ['r.community_id', why.id],
      round_id: ['r.id', why.id],
      own: [`case when not (${few('s.own')} or ${few('s.recorded')}) then s.own end`, why.counted],
      recorded: [`case when not (${few('s.own')} or ${few('s.recorded')}) then s.recorded end`, why.counted],
      asked: [fromThree('k.same + k.different'), why.counted],
      same: [`case when not (${few('k.same')} or ${few('k.different')}) then k.same end`, why.counted],
      different: [`case when not (${few('k.same')} or ${few('k.different')}) then k.different end`, why.counted],
    },
    from: `public.round r
    cross join lateral (select count(*) filter (where h.own)::int as own, count(*) filter (where not h.own)::int as recorded
      from (select bool_or(o.own) as own from public.opinion o
        where o.community_id = r.community_id and o.round_id = r.id group by o.household_id) h) s
    cross join lateral (select count(*)::int as drawn, count(*) filter (where x.outcome = 'same')::int as same,
        count(*) filter (where x.outcome = 'different')::int as different,
        count(*) filter (where x.outcome = 'not_reached')::int as not_reached
      from public.recheck x join public.opinion o on o.community_id = x.community_id and o.id = x.opinion_id
      where x.community_id = r.community_id and o.round_id = r.id) k
    where r.state = 'closed'`,
  },
};
