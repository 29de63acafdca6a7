import { sql } from 'drizzle-orm';
import { personQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { clashesIn, conditionsIn, goesOnIn } from '../facts';
import type { BoardConditions } from './board';

interface Row extends Omit<BoardConditions, 'markedAt'> {
  community: string;
  proposal: number;
  /** What the version published last makes of this very list; null: none has been published since it was marked. */
  followed: { version: number; conditions: { no: number; followed: boolean; reason: string }[] } | null;
  /** Of what my homes raised, by objection and household. */
  mine: { objection: number; household: number; nos: number[] }[];
}

/** The newest lists in which something is that my homes raised and have not taken back. */
export const myConditions = personQuery({
  name: 'conditions.mine',
  read: async ({ db, personId }, _: Record<never, never>) =>
    rows<Row>(
      { db },
      sql`with mine as (select r.community_id, r.household_id, t.id, t.no, t.proposal_id
          from residency v join objection_raiser r on r.community_id = v.community_id and r.household_id = v.household_id
            join objection t on t.community_id = r.community_id and t.id = r.objection_id and t.merged_into is null
          where v.person_id = ${personId} and v.to_at is null and r.verdict is distinct from 'withdrawn'),
        found as (select l.community_id, l.id, m.no as objection, m.household_id, json_agg(distinct c.no) as nos
          from mine m join condition_list l on l.community_id = m.community_id and l.proposal_id = m.proposal_id
            join condition_raised c on c.community_id = l.community_id and c.list_id = l.id
            join objection o on o.community_id = c.community_id and o.id = c.objection_id
          where m.id = ${goesOnIn} and not exists (select from condition_list n where n.community_id = l.community_id
            and n.proposal_id = l.proposal_id and n.version > l.version)
          group by l.community_id, l.id, m.no, m.household_id)
        select json_build_object('community', k.slug, 'proposal', p.no, 'budget', l.budget,
          'conditions', ${conditionsIn(sql`l`)}, 'clashes', ${clashesIn(sql`l`)},
          'followed', (select json_build_object('version', v.version, 'conditions', json_agg(json_build_object(
              'no', f.no, 'followed', f.followed, 'reason', f.reason) order by f.no))
            from plan v join plan_condition f on f.community_id = v.community_id and f.plan_id = v.id
            where v.community_id = l.community_id and v.proposal_id = l.proposal_id and f.list_id = l.id
            group by v.version order by v.version desc limit 1),
          'mine', json_agg(json_build_object('objection', f.objection, 'household', f.household_id, 'nos', f.nos)
            order by f.objection, f.household_id)) as view
        from found f join condition_list l on l.community_id = f.community_id and l.id = f.id
          join community k on k.id = l.community_id
          join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
        group by k.slug, p.no, l.community_id, l.id, l.budget, l.proposal_id
        order by k.slug, p.no desc limit 50`,
    ),
});
