import { type BoardViews, because, fromThree, ofMany, why } from '@/lib/board-view';

/** Whoever ever raised the objection `o`, and what they think of the answer in force. */
const raisers = `left join lateral (select count(*)::int as all,
    count(*) filter (where r.verdict = 'withdrawn')::int as withdrawn,
    count(*) filter (where r.verdict = 'maintained')::int as maintained,
    count(*) filter (where r.verdict is null)::int as silent,
    count(*) filter (where r.verdict is null and r.tries_to_reach < 2)::int as reachable,
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
      households: [`case when ${ofMany('g.households')} then ${fromThree('r.all')} end`, why.few],
      own_words: [wordsOf('own_words'), 'given to be read further up, printed with the reasons'],
      escalation: [wordsOf('escalated'), why.staff],
    },
    from: `public.objection o ${raisers}
      join public.affected_group g on g.community_id = o.community_id and g.id = o.group_id where o.merged_into is null`,
  },
};
