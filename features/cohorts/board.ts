import { LEAST } from '@/features/topics/rules/selection';
import { type BoardViews, because, why } from '@/lib/board-view';

const counted = (name: string): [string, string] => [
  `case when (s.counts::json ->> '${name}')::int >= ${LEAST} then (s.counts::json ->> '${name}')::int end`,
  'how many of what is said; null under five',
];

const published = (row: string) => `exists (select 1 from public.cohort_publication x where x.cohort_id = ${row})`;

const withdrawn = 'exists (select 1 from public.cohort_withdrawal w where w.cohort_id = c.id)';

const days = because(
  'said before anybody knew how it went',
  'from_day',
  'to_day',
  'before_from',
  'before_to',
  'after_from',
  'after_to',
);

/** An earlier list had the fingerprints of exact counts in it: counts under five could be tried until one fits. */
const basis = {
  basis: [
    `regexp_replace(c.basis, '"hash":("[0-9a-f]*"|null),?', '', 'g')`,
    'the list it was chosen from: counts alone, none under five, and why it was departed from',
  ],
  basis_hash: [`case when c.basis !~ '"hash":' then c.basis_hash end`, 'of that list, as it is shown'],
} as const;

const ofCohort = {
  ...because(why.id, 'id', 'district_id'),
  no: why.number,
  name: why.staff,
  ...days,
  weights: 'by what it was chosen',
  ...basis,
};

const ofPlace = { ...because(why.id, 'community_id', 'cohort_id'), reason: why.staff };

const ofApproval = {
  cohort_id: why.id,
  baseline: 'callbacks by community before it began, as the boards print them',
  baseline_hash: 'of these',
  at: 'when it was approved, by somebody who did not draft it',
};

export const board: BoardViews = {
  cohort_sent: {
    of: 'p',
    columns: {
      ...because(why.id, 'community_id', 'cohort_id'),
      ...because('the board of the community tells every term', 'from_day', 'to_day'),
    },
    from: `public.posting p where p.from_day <= p.to_day`,
  },
  cohort: { of: 'c', columns: ofCohort, from: `public.cohort c where ${published('c.id')}` },
  cohort_coming: {
    of: 'c',
    columns: {
      ...because(
        'that another one is being prepared; which communities is said once it is published',
        'district_id',
        'no',
      ),
      ...because('the same', 'name', 'from_day', 'to_day', 'places'),
      approved_at: 'when somebody else approved it; null: not yet',
    },
    from: `(select c.district_id, c.no, c.name, c.from_day, c.to_day, a.at as approved_at,
        (select count(*)::int from public.cohort_place p where p.cohort_id = c.id) as places
      from public.cohort c left join public.cohort_approval a on a.cohort_id = c.id where not ${published('c.id')} and not ${withdrawn}) c`,
  },
  cohort_place: { of: 'p', columns: ofPlace, from: `public.cohort_place p where ${published('p.cohort_id')}` },
  cohort_approval: {
    of: 'a',
    columns: ofApproval,
    from: `public.cohort_approval a where ${published('a.cohort_id')}`,
  },
  posting: {
    of: 'p',
    columns: {
      ...because(why.id, 'community_id', 'cohort_id'),
      ...because('in what term somebody serves here', 'from_day', 'to_day'),
      name: [`case when c.named then c.name end`, 'an official who agreed to be named'],
      post: [`case when c.named then c.post end`, 'the same'],
      home_unit: [`case when c.named then c.home_unit end`, 'the same'],
    },
    from: `public.posting p join public.candidate c on c.id = p.candidate_id where ${published('p.cohort_id')}`,
  },
};

/** What an office above communities reads besides: counts, cohorts that are being prepared, officials who may be sent. */
export const office: BoardViews = {
  selection: {
    of: 's',
    columns: {
      ...because(why.id, 'community_id'),
      day: 'when it was counted',
      ...Object.fromEntries(
        ['households', 'volume', 'repeats', 'unresolved', 'overdue', 'opposites', 'trend'].map((name) => [
          name,
          counted(name),
        ]),
      ),
      has_data: 'whether anybody complained at all',
    },
    from: `(select distinct on (x.community_id) x.* from public.selection_snapshot x order by x.community_id, x.day desc) s`,
  },
  weighing: {
    columns: {
      ...because(why.id, 'id', 'district_id'),
      ...because('by what the list was asked, so that it shows how many were tried', 'weights', 'many', 'at'),
      asked_by: 'a number: whether it was oneself or a colleague',
    },
    from: 'public.weighing',
  },
  cohort: {
    of: 'c',
    columns: {
      ...ofCohort,
      drafted_at: why.life,
      drafted_by: 'a number: whoever drafted it does not approve it',
      published_at: ['x.at', why.life],
      withdrawn_at: ['w.at', why.life],
      withdrawn_why: ['w.reason', 'why the draft came to nothing'],
    },
    from: `public.cohort c left join public.cohort_publication x on x.cohort_id = c.id
      left join public.cohort_withdrawal w on w.cohort_id = c.id`,
  },
  cohort_place: { of: 'p', columns: ofPlace, from: 'public.cohort_place p' },
  cohort_approval: { of: 'a', columns: ofApproval, from: 'public.cohort_approval a' },
  candidate: {
    of: 'c',
    columns: {
      ...because(why.id, 'id', 'district_id'),
      ...because('an official, in an office’s own list', 'name', 'home_unit', 'post', 'skills', 'named'),
    },
    from: 'public.candidate c',
  },
  posting: {
    of: 'p',
    columns: {
      ...because(why.id, 'community_id', 'term_id', 'cohort_id', 'candidate_id'),
      ...because('in what term somebody serves there', 'from_day', 'to_day'),
      closed_at: ['t.closed_at', 'when it ended'],
    },
    from: 'public.posting p join public.term t on t.community_id = p.community_id and t.id = p.term_id',
  },
  candidate_term: {
    of: 't',
    columns: {
      candidate_id: ['c.id', why.id],
      community_id: why.id,
      ...because('where an official serves, whoever opened the term', 'from_day', 'to_day'),
      posted: [
        'exists (select 1 from public.posting p where p.community_id = t.community_id and p.term_id = t.id)',
        'whether the district sent them, or the community asked them itself',
      ],
    },
    from: 'public.candidate c join public.term t on t.person_id = c.person_id where t.from_day <= t.to_day',
  },
  term_change: {
    of: 'h',
    columns: {
      ...because(why.id, 'community_id', 'id', 'term_id'),
      ...because('why a term became longer or shorter', 'kind', 'to_day', 'reason', 'at'),
    },
    from: 'public.term_change h',
  },
};
