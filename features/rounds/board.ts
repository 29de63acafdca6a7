import { type BoardViews, because, few, ofMany, why } from '@/lib/board-view';
import { SOME } from '@/lib/telling';

/** What may stand alone as one or two: how many were reached, and how many were not. */
const safe = `(x->'kinds' @> '["supports", "conditional", "opposes", "noView"]'
  or x->'kinds' @> '["refused", "notHome", "notTried"]')`;

/** Households that answered. */
const answered = '(c.supports + c.conditional + c.opposes + c.no_view)';

export const board: BoardViews = {
  round: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      no: why.number,
      ...because(why.life, 'k', 'plan_version', 'opens_at', 'closes_at', 'closed_at', 'state'),
      summary: why.staff,
    },
    from: 'public.round',
  },
  round_group: {
    of: 'n',
    columns: {
      ...because(why.id, 'community_id', 'round_id', 'group_id'),
      households: 'how large it is',
      asked: [`case when n.asked in (0, n.households) or ${ofMany('n.asked')} then n.asked end`, why.few],
      reached: [`case when n.state <> 'closed' then n.reached end`, 'reached and not reached is always printed'],
      published: [
        `case when c.published is null then null
        when not (${ofMany(answered)}) or exists (select 1 from jsonb_array_elements(c.published) x
          where ${few(`(x->>'count')::int`)} and not ${safe})
        then jsonb_build_array(
          jsonb_build_object('kinds', jsonb_build_array('supports', 'conditional', 'opposes', 'noView'),
            'count', ${answered}),
          jsonb_build_object('kinds', jsonb_build_array('refused', 'notHome', 'notTried'),
            'count', c.refused + c.not_home + c.not_tried))
        else c.published end`,
        'of ten who answered and more, cells joined until none is one or two',
      ],
      agrees: [`case when ${answered} >= ${SOME} then c.agrees end`, why.few],
    },
    from: `(select e.community_id, e.round_id, e.group_id, r.state, count(*)::int as households,
        count(*) filter (where e.asked)::int as asked,
        count(*) filter (where r.state <> 'closed' and (exists (
          select 1 from public.opinion o where o.community_id = e.community_id and o.round_id = e.round_id
            and o.household_id = e.household_id and not exists (select from public.disowned d
              where d.community_id = o.community_id and d.opinion_id = o.id))
          or e.standing_opinion_id is not null and not exists (select from public.disowned d
            where d.community_id = e.community_id and d.opinion_id = e.standing_opinion_id)))::int as reached
      from public.electorate e
      join public.round r on r.community_id = e.community_id and r.id = e.round_id
      group by e.community_id, e.round_id, e.group_id, r.state) n
    left join public.round_cell c on c.community_id = n.community_id and c.round_id = n.round_id
      and c.group_id = n.group_id`,
  },
};
