import { sql } from 'drizzle-orm';
import type { NeedState } from '@/db/words/visits';
import { personQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { type Visited, visitedOf } from './home';
import { answerOf, type Stepped, steppedOf } from './need';

export interface MyHome {
  community: string;
  zh: string;
  en: string;
  household: number;
  quiet: boolean;
  needs: {
    id: number;
    wording: string;
    state: NeedState;
    owner: string | null;
    due: string | null;
    answer: string | null;
    steps: Stepped[];
    /** The project it is in. */
    project: number | null;
  }[];
  visits: (Visited & { others: boolean })[];
  cares: { id: number; words: string; helper: string; until: string }[];
}

/** Of each home this person lives in: visits since they came, what is needed there, what is theirs alone, and whether to knock. */
export const myVisits = personQuery({
  name: 'visits.mine',
  read: ({ db, personId, now }, _: Record<never, never>) => {
    const moment = sql`${now.toISOString()}::timestamptz`;
    const here = (name: string) => {
      const row = sql.identifier(name);
      return sql`${row}.community_id = r.community_id and ${row}.household_id = r.household_id`;
    };
    // Words are a person's: others of the home read that somebody came.
    const own = sql`(v.person_id is null or v.person_id = ${personId})`;
    return rows<MyHome>(
      { db },
      sql`select json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'household', r.household_id,
          'quiet', exists (select from no_visits q where ${here('q')} and q.taken_back_at is null),
          'needs', coalesce((select json_agg(x.view) from (select json_build_object('id', n.id, 'wording', n.wording,
              'state', n.state, 'owner', o.name, 'due', n.due_on, 'answer', ${answerOf}, 'steps', ${steppedOf},
              'project', (select j.no from demand d join council_project j on j.community_id = d.community_id
                and j.id = d.project_id where d.community_id = n.community_id and d.need_id = n.id)) as view
            from need n left join person o on o.id = n.owner_id where ${here('n')} and n.at >= r.from_at
            order by (n.state in ('open', 'answered')) desc, n.id desc limit 20) x), '[]'),
          'visits', coalesce((select json_agg(x.view) from (select jsonb_build_object(${visitedOf}, 'by', coalesce(p.name, ''),
              'others', not ${own}) || case when ${own} then '{}'::jsonb
                else '{"met": "", "along": "", "said": "", "done": "", "follows": ""}'::jsonb end as view
            from home_visit v join person p on p.id = v.recorded_by where ${here('v')} and v.visited_at >= r.from_at
            order by v.visited_at desc limit 20) x), '[]'),
          'cares', coalesce((select json_agg(json_build_object('id', k.id, 'words', k.words, 'helper', coalesce(p.name, ''),
              'until', k.until_at) order by k.id) from care_note k join person p on p.id = k.helper_id
            where ${here('k')} and k.person_id = ${personId} and k.ended_at is null and k.until_at > ${moment}), '[]')) as view
        from residency r join community c on c.id = r.community_id
        where r.person_id = ${personId} and r.from_at <= ${moment} and (r.to_at is null or r.to_at > ${moment})
        order by r.community_id, r.household_id limit 20`,
    );
  },
});
