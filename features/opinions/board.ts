import { type BoardViews, few, fromThree, why } from '@/lib/board-view';

export const board: BoardViews = {
  round_source: {
    of: 'k',
    columns: {
      drawn: 'drawn by lot',
      community_id: ['r.community_id', why.id],
      round_id: ['r.id', why.id],
      own: [`case when not (${few('s.own')} or ${few('s.recorded')}) then s.own end`, why.counted],
      recorded: [`case when not (${few('s.own')} or ${few('s.recorded')}) then s.recorded end`, why.counted],
      met: [
        `case when not (${few('s.own')} or ${few('s.recorded')} or ${few('s.met')} or ${few('s.recorded - s.met')}) then s.met end`,
        why.counted,
      ],
      not_reached: ['case when k.left = 0 then k.not_reached end', why.over],
      asked: [`case when k.left = 0 then ${fromThree('k.same + k.different')} end`, why.over],
      same: [`case when k.left = 0 and not (${few('k.same')} or ${few('k.different')}) then k.same end`, why.over],
      different: [
        `case when k.left = 0 and not (${few('k.same')} or ${few('k.different')}) then k.different end`,
        why.over,
      ],
    },
    from: `public.round r
    cross join lateral (select count(*) filter (where h.own)::int as own, count(*) filter (where not h.own)::int as recorded,
        count(*) filter (where not h.own and h.channel = 'meeting')::int as met
      from (select bool_or(o.own) as own, (array_agg(o.channel order by o.seq desc))[1] as channel from public.opinion o where o.community_id = r.community_id
        and o.round_id = r.id and o.received_at < r.closes_at and not exists (select from public.disowned d
          where d.community_id = o.community_id and d.opinion_id = o.id and d.at < r.closes_at) group by o.household_id) h) s
    cross join lateral (select count(*)::int as drawn, count(*) filter (where x.outcome is null)::int as left,
        count(*) filter (where x.outcome = 'same')::int as same,
        count(*) filter (where x.outcome = 'different')::int as different,
        count(*) filter (where x.outcome = 'not_reached')::int as not_reached
      from public.recheck x join public.opinion o on o.community_id = x.community_id and o.id = x.opinion_id
      where x.community_id = r.community_id and o.round_id = r.id) k
    where r.state = 'closed'`,
  },
};
