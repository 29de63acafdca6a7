import { type SQL, sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import type { Clash, Condition, Raised } from './rules';

export interface ConditionList {
  version: number;
  budget: number | null;
  markedAt: Date;
  conditions: (Condition & { text: string; objections: number[] })[];
  clashes: (Clash & { why: string })[];
}

/** What a list holds, by its name in the statement. */
export const conditionsIn = (at: SQL) =>
  list(sql`select json_agg(json_build_object('no', x.no, 'text', x.text, 'cost', x.cost) order by x.no)
    from listed_condition x where x.community_id = ${at}.community_id and x.list_id = ${at}.id`);

export const clashesIn = (at: SQL) =>
  list(sql`select json_agg(json_build_object('nos', x.nos, 'why', x.why) order by x.position)
    from condition_clash x where x.community_id = ${at}.community_id and x.list_id = ${at}.id`);

/** The objection `o` goes on in: itself, or the one it was merged into and that one in turn. */
export const goesOnIn = sql`(with recursive on_in as (select o.id, o.no, o.merged_into
    union all select m.id, m.no, m.merged_into from on_in join objection m
      on m.community_id = o.community_id and m.id = on_in.merged_into)
  select id from on_in where merged_into is null)`;

const newest = sql`(select json_build_object('version', l.version, 'budget', l.budget, 'markedAt', l.marked_at,
    'conditions', ${list(sql`select json_agg(json_build_object('no', x.no, 'text', x.text, 'cost', x.cost, 'objections',
        ${list(sql`select json_agg(distinct t.no) from condition_raised r
          join objection o on o.community_id = r.community_id and o.id = r.objection_id
          join objection t on t.community_id = o.community_id and t.id = ${goesOnIn}
          where r.community_id = x.community_id and r.list_id = x.list_id and r.no = x.no`)}) order by x.no)
      from listed_condition x where x.community_id = l.community_id and x.list_id = l.id`)},
    'clashes', ${clashesIn(sql`l`)})
  from condition_list l where l.community_id = proposal.community_id and l.proposal_id = proposal.id
  order by l.version desc limit 1)`;

/** An objection that stands by itself, with its words where they hang. */
export interface RaisedFact extends Raised {
  id: number;
  wording: string;
  withdrawn: boolean;
}

const raised = list(sql`select json_agg(json_build_object('id', o.id, 'no', o.no, 'wording', o.wording,
    'withdrawn', w.withdrawn, 'hangs', w.hangs) order by o.no)
  from objection o cross join lateral (select coalesce(bool_and(r.verdict is not distinct from 'withdrawn'), false) as withdrawn,
      coalesce(bool_or(r.wording_approved is not null and r.verdict is distinct from 'withdrawn'), false) as hangs
    from objection_raiser r where r.community_id = o.community_id and r.objection_id = o.id) w
  where o.community_id = proposal.community_id and o.proposal_id = proposal.id and o.merged_into is null`);

export const conditionFacts = {
  ...baseFacts,
  /** The newest list; null: nobody has marked any. */
  marked: fact<ConditionList | null, Texts<ConditionList> | null>(
    newest,
    (row) => row && dated<ConditionList>(row, 'markedAt'),
  ),
  raised: fact<RaisedFact[]>(raised),
};
export type ConditionFacts = Known<typeof conditionFacts>;
