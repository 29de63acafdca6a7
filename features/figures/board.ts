import { recordCase } from '@/features/cases/acts';
import { importOrders } from '@/features/exchange/acts';
import { type BoardViews, because, fromThree, ofMany, why, withNamed } from '@/lib/board-view';
import { FEW, MANY } from '@/lib/telling';

/** What was counted here is told of ten answers and more; what somebody reported was told by them. */
const told = (column: string): [string, string] => [
  `case when r.source = 'reported' or ${ofMany('r.effective')} then r.${column} end`,
  why.few,
];

/** How many of the answers the full view has besides. */
const leftOut = `(r.full_view ->> 'effective')::int - r.effective`;

/** Cases come one by one, or as a sheet. */
const comes = [recordCase, importOrders].map(({ name }) => `'${name}'`).join(', ');
const came = `case when k.source = '12345' then k.happened_at else k.received_at end`;
/** Its first day stands for an assessment month: the 19th already belongs to the next. */
const monthOf = (moment: string) =>
  `date_trunc('month', (${moment}) at time zone 'Asia/Shanghai' - interval '18 days') + interval '1 month'`;
const month = monthOf(came);
const over = (lastMonth: string) =>
  `${lastMonth} + interval '18 days' <= (select moment() at time zone 'Asia/Shanghai')`;
const ofAnswers = (column: string): [string, string] => [
  `case when ${ofMany('m.answered')} then m.${column} end`,
  why.few,
];
const ofTimed = (column: string): [string, string] => [`case when ${ofMany('m.timed')} then m.${column} end`, why.few];

/** 问题分类 of a case `k`, the second of its three levels. */
const kind = `coalesce(q.name, nullif(split_part(k.category, '->', 2), ''), split_part(k.category, '->', 1))`;
/** Brings it: the tree is small and read once, however many cases there are. */
const withKind = `left join (select c.community_id, c.id, case when g.id is null then c.name else p.name end as name
    from public.case_category c left join public.case_category p on p.community_id = c.community_id and p.id = c.parent_id
      left join public.case_category g on g.community_id = p.community_id and g.id = p.parent_id) q
  on q.community_id = k.community_id and q.id = k.category_id`;

/** What is too small to be told, and what has no name, is one: where that is too small, the smallest of the others with it. */
const folded = `(select z.community_id, z.quarter, z.by, case when z.hidden or (z.rest between 1 and ${FEW - 1}
      and z.place = z.small + 1) then '' else z.name end as name, sum(z.n) as n
    from (select y.*, row_number() over (partition by y.community_id, y.quarter, y.by order by not y.hidden, y.n, y.name)
          as place,
        count(*) filter (where y.hidden) over (partition by y.community_id, y.quarter, y.by) as small,
        coalesce(sum(y.n) filter (where y.hidden) over (partition by y.community_id, y.quarter, y.by), 0) as rest
      from (select x.community_id, x.quarter, v.by, v.name, count(*) as n, count(*) < ${FEW} or v.name = '' as hidden
        from (select k.community_id, ${kind} as kind, coalesce(b.name, '') as house, date_trunc('quarter', ${month}) as quarter
          from public.cases k ${withKind} ${withNamed('k')}
            left join public.building b on b.community_id = n.community_id and b.id = n.building_id) x
          cross join lateral (values ('kind', x.kind), ('building', x.house)) v (by, name)
        where ${over(`x.quarter + interval '2 months'`)}
        group by x.community_id, x.quarter, v.by, v.name) y) z
    group by 1, 2, 3, 4)`;

const ofProfile = {
  ...because(why.id, 'id', 'district_id'),
  ...because(
    'how a district counts; somebody else agreed to it',
    'name',
    'from_day',
    'fairly_tenths',
    'response_tenths',
    'resolution_tenths',
    'satisfaction_tenths',
    'reason',
    'hash',
  ),
};

/** What its office sees besides: what was proposed, and what came of it. */
export const office: BoardViews = {
  rate_profile: {
    of: 'p',
    columns: {
      ...ofProfile,
      proposed_by: 'a number: whoever proposed it does not agree to it',
      proposed_at: why.life,
      agreed: ['x.agreed', why.life],
      answer: ['x.reason', 'why it came to nothing'],
    },
    from: 'public.rate_profile p left join public.rate_profile_answer x on x.profile_id = p.id',
  },
};

/** Since when on end there have been three and more of a kind in each quarter, and none of them is put with a proposal. */
const shares = `(select g.community_id, g.quarter, g.by, g.name, g.n, case when g.open then min(g.quarter) over (partition by
      g.community_id, g.by, g.name, g.open, g.island) end as since
    from (select f.*, f.quarter - interval '3 months' * row_number() over (partition by f.community_id, f.by, f.name, f.open
          order by f.quarter) as island
      from (select t.*, t.by = 'kind' and t.name <> '' and t.n >= ${FEW} and p.name is null as open from ${folded} t
        left join (select distinct k.community_id, ${kind} as name, date_trunc('quarter', ${month}) as quarter
          from public.case_link l join public.cases k on k.community_id = l.community_id and k.id = l.case_id ${withKind}
            join public.proposal w on w.community_id = l.community_id and w.id = l.proposal_id and w.no is not null) p
          on p.community_id = t.community_id and p.name = t.name and p.quarter = t.quarter) f) g)`;

export const board: BoardViews = {
  rate_profile: {
    of: 'p',
    columns: ofProfile,
    from: 'public.rate_profile p where exists (select from public.rate_profile_answer x where x.profile_id = p.id and x.agreed)',
  },
  rate_period: {
    of: 'r',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      ...because(
        why.staff,
        'from_day',
        'to_day',
        'profile',
        'profile_id',
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
  case_known: {
    of: 'k',
    columns: {
      community_id: why.id,
      month: [
        `to_char(${monthOf('last.at')}, 'YYYY-MM')`,
        'in which the last cases came in: of what was before one knows',
      ],
    },
    from: `public.ledger_head k cross join lateral (select l.at from public.ledger_leaf l
        where l.community_id = k.community_id and l.act in (${comes}) order by l.seq desc limit 1) last`,
  },
  case_share: {
    of: 's',
    columns: {
      community_id: why.id,
      quarter: [`to_char(s.quarter, 'YYYY-Q')`, 'three assessment months that are over'],
      by: 'by what it is counted',
      name: 'as staff call it; a building, where it may be named',
      cases: [fromThree('s.n'), why.counted],
      since: [`to_char(s.since, 'YYYY-Q')`, 'of three and more: since when nothing has been proposed about such'],
    },
    from: `${shares} s`,
  },
  case_proposed: {
    of: 'h',
    columns: {
      ...because(why.id, 'community_id', 'proposal_id'),
      quarter: [`to_char(h.quarter, 'YYYY-Q')`, 'three assessment months that are over'],
      cases: [fromThree('h.cases'), why.counted],
    },
    from: `(select x.community_id, x.proposal_id, x.quarter, count(*)::int as cases
      from (select l.community_id, l.proposal_id, date_trunc('quarter', ${month}) as quarter from public.case_link l
        join public.cases k on k.community_id = l.community_id and k.id = l.case_id) x
      where ${over(`x.quarter + interval '2 months'`)}
      group by x.community_id, x.proposal_id, x.quarter) h`,
  },
};
