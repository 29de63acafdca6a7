import { type BoardViews, because, ofMany, why } from '@/lib/board-view';

export const board: BoardViews = {
  affected_group: {
    of: 'g',
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.staff, 'position', 'name', 'effect', 'why'),
      households: 'how large it is',
      cases: [
        `case when ${ofMany('g.households')} then (select count(distinct c.id)::int from public.case_link l
        join public.cases c on c.community_id = l.community_id and c.id = l.case_id
        left join public.household h on h.community_id = c.community_id and h.id = c.household_id
        join public.group_place gp on gp.community_id = l.community_id and gp.group_id = g.id
          and gp.building_id = c.building_id and (gp.entrance_id is null or gp.entrance_id = h.entrance_id)
        where l.community_id = g.community_id and l.proposal_id = g.proposal_id and c.posted_at is not null) end`,
        'of cases that hang on the board one by one; not where it would name a building of few',
      ],
      buildings: [
        `coalesce((select json_agg(k.name order by length(k.name), k.name) from (select distinct b.name
        from public.building b where b.community_id = g.community_id and b.id = any (array(select h.building_id
          from public.household h where h.community_id = g.community_id and h.id = any (array(select m.household_id
            from public.group_household m where m.community_id = g.community_id and m.group_id = g.id))))) k), '[]')`,
        'which buildings it is made of',
      ],
    },
    from: 'public.affected_group g',
  },
  legal_gate: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.staff, 'key', 'evidence'),
      ...because(why.life, 'state', 'decided_on'),
    },
    from: 'public.legal_gate',
  },
};
