import { REACHED_KEYS } from '@/db/words/rounds';
import { type BoardViews, because, dayOf, fromThree, why } from '@/lib/board-view';

/** `raisersTold` in SQL. */
const cellByCell = `exists (select from public.round_cell c where c.community_id = o.community_id
  and c.round_id = o.round_id and c.group_id = o.group_id
  and ${REACHED_KEYS.map((key) => `c.published @> '[{"kinds": ["${key}"]}]'`).join(' and ')}
  and not exists (select from jsonb_array_elements(c.published) x where jsonb_array_length(x -> 'kinds') > 1
    and (${REACHED_KEYS.map((key) => `x -> 'kinds' ? '${key}'`).join(' or ')})))`;
/** Each opinion by its number: joined, all of the round are read for each. */
const inItsRound = `(select ${fromThree('count(*)')} from public.objection_raiser y
  where y.community_id = o.community_id and y.objection_id = o.id and (select s.round_id from public.opinion s
    where s.community_id = y.community_id and s.id = y.opinion_id) = o.round_id)`;

/** Whoever ever raised the objection `o`, and what they think of the answer in force. */
const raisers = `left join lateral (select count(*)::int as all,
    count(*) filter (where r.verdict = 'withdrawn')::int as withdrawn,
    count(*) filter (where r.verdict = 'maintained')::int as maintained,
    count(*) filter (where r.verdict is null)::int as silent,
    count(*) filter (where r.verdict is null and r.tries_to_reach < 2)::int as reachable,
    max(r.verdict_at) as judged_at, max(r.verdict_at) filter (where r.verdict = 'maintained') as maintained_at,
    bool_or(r.wording_approved is not null and r.verdict is distinct from 'withdrawn') as approved
  from public.objection_raiser r where r.community_id = o.community_id and r.objection_id = o.id) r on true`;

const wordsOf = (kind: string) => `case when o.escalated_at is not null then (select e.words
  from public.objection_event e where e.community_id = o.community_id and e.objection_id = o.id and e.kind = '${kind}'
  order by e.id desc limit 1) end`;

export const board: BoardViews = {
  objection: {
    of: 'o',
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id', 'group_id'),
      no: why.number,
      ground: 'from a list of grounds',
      weight: 'from a list of weights',
      ...because(why.life, 'answer_kind', 'answer_version', 'answer_clause', 'escalated_at', 'raised_at'),
      answer: why.staff,
      merged_into: 'always null: what was merged stands with the other',
      wording: ['case when r.approved then o.wording end', 'approved for the board by one who raised it'],
      state: [
        `case when r.all > 0 and r.withdrawn = r.all then 'withdrawn'
        when o.answer_kind is null then case when o.answered_at is not null then 'reopened'
          when o.state <> 'raised' then 'acknowledged' else 'raised' end
        when r.maintained > 0 then 'maintained'
        when r.all > 0 and r.silent = 0 then 'settled'
        when o.answer_kind = 'adopted' and r.silent > 0 and r.reachable = 0 then 'lapsed'
        else 'answered' end`,
        'where it stands, not who says so',
      ],
      answered_on: [`case when o.answer_kind is not null then ${dayOf('o.answered_at')} end`, why.staff],
      judged_on: [
        `case when r.all > 0 and (r.withdrawn = r.all or o.answer_kind is not null and r.silent = 0 and r.maintained = 0)
          then ${dayOf('r.judged_at')}
        when o.answer_kind is not null and r.maintained > 0 then ${dayOf('r.maintained_at')} end`,
        'the day it came to stand where it stands, not who says so',
      ],
      households: [`case when ${cellByCell} then ${inItsRound} end`, 'null beside cells that were joined'],
      own_words: [wordsOf('own_words'), 'given to be read further up, printed with the reasons'],
      escalation: [wordsOf('escalated'), why.staff],
    },
    from: `public.objection o ${raisers} where o.merged_into is null`,
  },
};
