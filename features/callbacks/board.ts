import { type BoardViews, because, few, ofMany, why } from '@/lib/board-view';
import { SOME } from '@/lib/telling';

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
    of: 'n',
    columns: {
      ...because(why.id, 'community_id', 'wave_id', 'group_id'),
      households: 'how large it was when it was asked last: groups are named anew, what was said stays',
      asked: 'drawn by lot',
      answered: 'reached and not reached is always printed',
      content: [
        `case when ${ofMany('answered')} and not (${few('content')} or ${few('answered - content')}) then content end`,
        why.few,
      ],
      agrees: [
        `case when answered >= ${SOME} then content * (f.floor->>1)::int >= answered * (f.floor->>0)::int end`,
        why.few,
      ],
    },
    from: `(select cb.community_id, cb.wave_id, cb.group_id, count(*)::int as asked,
        count(*) filter (where cb.reached and cb.satisfaction is not null)::int as answered,
        count(*) filter (where cb.reached and cb.satisfaction in ('satisfied', 'fairly_satisfied'))::int as content,
        (select count(*)::int from public.electorate m
          where m.community_id = cb.community_id and m.group_id = cb.group_id and m.round_id = (select max(r.id)
            from public.round r where r.community_id = cb.community_id and r.proposal_id = v.proposal_id
              and r.opens_at < v.completed_at and exists (select from public.electorate e
                where e.community_id = r.community_id and e.round_id = r.id and e.group_id = cb.group_id))) as households
      from public.callback cb
      join public.callback_wave v on v.community_id = cb.community_id and v.id = cb.wave_id and v.closed_at is not null
      where cb.group_id is not null
      group by cb.community_id, cb.wave_id, cb.group_id, v.proposal_id, v.completed_at) n
    left join lateral (select coalesce(p.rule, y.settings)->'callbackFloor' as floor from public.callback_wave v
      join public.proposal p on p.community_id = v.community_id and p.id = v.proposal_id
      left join public.community y on y.id = v.community_id
      where v.community_id = n.community_id and v.id = n.wave_id) f on true`,
  },
};
