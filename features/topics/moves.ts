import { type SQL, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { ANSWERED } from '@/db/words/orders';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { MOST_GROUPED } from './rules/groups';
import { YEAR_DAYS } from './rules/topics';

/** So much of what somebody said tells what it is about. */
const TELLING = 400;

/** A case as what it tells of what people complain of. */
export interface Complaint {
  id: number;
  no: number;
  title: string;
  words: string;
  place: string;
  building: string | null;
  entrance: number | null;
  at: Date;
  answered: boolean;
  /** As it hangs on the board; null where nobody has looked at it. */
  hung: { title: string; place: string } | null;
  /** Proposals under way it is put with. */
  proposals: { no: number; title: string }[];
}

/** From when on complaints are looked at. */
export const aYearBefore = (now: Date): Date => startOfDay(addDays(shanghaiDate(now), -YEAR_DAYS));

/** Complaints of a community, the newest where there are too many, in the order in which they were written down. */
export async function complaintsOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  which: SQL,
): Promise<Complaint[]> {
  const { rows } = await db.execute<{ view: Omit<Complaint, 'at'> & { at: string } }>(sql`
    select json_build_object('id', k.id, 'no', k.no, 'title', k.title, 'words', coalesce(t.words, ''), 'place', k.place,
        'building', b.name, 'entrance', h.entrance_id, 'at', k.happened_at,
        'answered', k.state in (${sql.join(
          ANSWERED.map((state) => sql`${state}`),
          sql`, `,
        )}),
        'hung', case when k.posted_at is not null then json_build_object('title', coalesce(k.posted_title, k.title),
          'place', coalesce(k.posted_place, k.place)) end,
        'proposals', coalesce((select json_agg(json_build_object('no', p.no, 'title', p.title) order by p.no) from case_link l
          join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
            and p.state not in ('draft', 'merged', 'declined', 'withdrawn')
          where l.community_id = k.community_id and l.case_id = k.id), '[]')) as view
      from (select * from ${cases} where ${cases.communityId} = ${communityId} and ${which}
        order by ${cases.happenedAt} desc, ${cases.id} desc limit ${MOST_GROUPED}) k
        left join lateral (select left(words, ${TELLING}) as words from case_content c
          where c.community_id = k.community_id and c.case_id = k.id) t on true
        left join building b on b.community_id = k.community_id and b.id = k.building_id
        left join household h on h.community_id = k.community_id and h.id = k.household_id
      order by k.id`);
  return rows.map(({ view }) => ({ ...view, at: new Date(view.at) }));
}

/** What a complaint says, whole. */
export const saidIn = ({ title, words }: Pick<Complaint, 'title' | 'words'>): string => `${title}。${words}`;
