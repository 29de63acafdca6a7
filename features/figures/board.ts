import { type BoardViews, because, fromThree, namedOnly, ofMany, why } from '@/lib/board-view';
import { FEW, MANY } from '@/lib/telling';

/** What was counted here is told of ten answers and more; what somebody reported was told by them. */
const told = (column: string): [string, string] => [
  `case when r.source = 'reported' or ${ofMany('r.effective')} then r.${column} end`,
  why.few,
];

/** How many of the answers the full view has besides. */
const leftOut = `(r.full_view ->> 'effective')::int - r.effective`;

const came = `case when k.source = '12345' then k.happened_at else k.received_at end`;
/** Its first day stands for an assessment month: the 19th already belongs to the next. */
const month = `date_trunc('month', (${came}) at time zone 'Asia/Shanghai' - interval '18 days') + interval '1 month'`;
const over = (lastMonth: string) => `${lastMonth} + interval '18 days' <= moment() at time zone 'Asia/Shanghai'`;
const ofAnswers = (column: string): [string, string] => [
  `case when ${ofMany('m.answered')} then m.${column} end`,
  why.few,
];
const ofTimed = (column: string): [string, string] => [`case when ${ofMany('m.timed')} then m.${column} end`, why.few];

/** 问题分类, the second of its three levels. */
const kind = `coalesce((select case when g.id is null then c.name else p.name end from public.case_category c
    left join public.case_category p on p.community_id = c.community_id and p.id = c.parent_id
    left join public.case_category g on g.community_id = p.community_id and g.id = p.parent_id
  where c.community_id = k.community_id and c.id = k.category_id),
  nullif(split_part(k.category, '->', 2), ''), split_part(k.category, '->', 1))`;
const house = `coalesce((select b.name from public.building b where b.community_id = k.community_id
  and b.id = ${namedOnly('k', 'building_id')}), '')`;

/** What is too small to be told, and what has no name, is one: where that is too small, the smallest of the others with it. */
const folded = `(select z.community_id, z.quarter, z.by, case when z.hidden or (z.rest between 1 and ${FEW - 1}
      and z.place = z.small + 1) then '' else z.name end as name, sum(z.n) as n
    from (select y.*, row_number() over (partition by y.community_id, y.quarter, y.by order by not y.hidden, y.n, y.name)
          as place,
        count(*) filter (where y.hidden) over (partition by y.community_id, y.quarter, y.by) as small,
        coalesce(sum(y.n) filter (where y.hidden) over (partition by y.community_id, y.quarter, y.by), 0) as rest
      from (select x.community_id, x.quarter, v.by, v.name, count(*) as n, count(*) < ${FEW} or v.name = '' as hidden
        from (select k.community_id, ${kind} as kind, ${house} as house, date_trunc('quarter', ${month}) as quarter
          from public.cases k) x
          cross join lateral (values ('kind', x.kind), ('building', x.house)) v (by, name)
        where ${over(`x.quarter + interval '2 months'`)}
        group by x.community_id, x.quarter, v.by, v.name) y) z
    group by 1, 2, 3, 4)`;

export const board: BoardViews = {
  rate_period: {
    of: 'r',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      ...because(
        why.staff,
        'from_day',
        'to_day',
        'profile',
        'source',
        'effective',
        'derived',
        'recorded_at',
        'corrects',
        'reason',
      ),
      contacted: told('contacted'),
      resolved: told('resolved'),
      satisfied: told('satisfied'),
      fairly_satisfied: told('fairly_satisfied'),
      response_only: 'how many were asked that alone; not what they said',
      response_only_contacted: told('response_only_contacted'),
      full_view: [
        `case when ${ofMany('r.effective')} and (${leftOut} = 0 or ${leftOut} >= ${MANY}) then r.full_view end`,
        'null where the difference would tell what those said who were left out',
      ],
    },
    from: 'public.rate_period r',
  },
  case_month: {
    of: 'm',
    columns: {
      community_id: why.id,
      month: [`to_char(m.month, 'YYYY-MM')`, 'an assessment month that is over'],
      volume: [fromThree('m.volume'), why.counted],
      answered: ofAnswers('answered'),
      median: ofAnswers('median'),
      most: ofAnswers('most'),
      timed: ofTimed('timed'),
      in_time: ofTimed('in_time'),
    },
    from: `(select x.community_id, x.month, count(*)::int as volume, count(x.took)::int as answered,
        count(x.in_time)::int as timed, count(*) filter (where x.in_time)::int as in_time,
        (percentile_disc(0.5) within group (order by x.took))::int as median,
        (percentile_disc(0.9) within group (order by x.took))::int as most
      from (select k.community_id, ${month} as month, k.in_time,
          extract(epoch from k.replied_at - (${came})) as took from public.cases k) x
      where ${over('x.month')} group by x.community_id, x.month) m`,
  },
  case_share: {
    of: 's',
    columns: {
      community_id: why.id,
      quarter: [`to_char(s.quarter, 'YYYY-Q')`, 'three assessment months that are over'],
      by: 'by what it is counted',
      name: 'as staff call it; a building, where it may be named',
      cases: [fromThree('s.n'), why.counted],
    },
    from: `${folded} s`,
  },
};
