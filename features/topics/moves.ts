import { type SQL, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import type { KeptTopic } from '@/db/schema/topics';
import { ANSWERED } from '@/db/words/orders';
import type { OppositeVerdict } from '@/db/words/topics';
import { homeName, spotOf } from '@/features/likeness/rules/places';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { MOST_GROUPED } from './rules/groups';
import { REPEAT_DAYS } from './rules/repeats';
import { AT_ONCE, YEAR_DAYS } from './rules/topics';

/** So much of what somebody said tells what it is about. */
const TELLING = 400;

/** A case as what it tells of what people complain of. */
export interface Complaint {
  id: number;
  no: number;
  title: string;
  words: string;
  place: string;
  /** Of the named places the one it was said to be at. */
  placeId: number | null;
  building: string | null;
  entrance: number | null;
  at: Date;
  answered: boolean;
  /** Its time is over and it is not answered. */
  late: boolean;
  /** It goes on with another. */
  merged: boolean;
  /** Cases that went on with it, households that joined it, and how often somebody asked, in the last ninety days. */
  also: { merged: number; joined: number; nudged: number };
  /** As it hangs on the board; null where nobody has looked at it. */
  hung: { title: string; place: string } | null;
  /** Proposals under way it is put with. */
  proposals: { no: number; title: string }[];
}

/** What somebody has said of complaints that may pull against each other, by the cases' ids. */
export interface Decided {
  id: number;
  matter: string;
  verdict: OppositeVerdict;
  reason: string;
  at: string;
  asks: number[];
  bears: number[];
}

/** No community has as many complaints. */
export const ALL = 2_000_000_000;

interface Kept {
  at: string;
  counted: number;
  topics: KeptTopic[];
  repeats: [number, number[]][];
  sided: number[];
}

export interface Complained {
  /** Of the last year, as many as whoever asks may see. */
  counted: number;
  /** What was worked out beforehand, where there are too many to do it now. */
  kept: Kept | null;
  complaints: Complaint[];
  decided: Decided[];
  buildings: string[];
}

type Asked = Pick<Scope, 'db' | 'communityId' | 'now'>;

/** From when on complaints are looked at. */
export const aYearBefore = (now: Date): Date => startOfDay(addDays(shanghaiDate(now), -YEAR_DAYS));

const answered = sql.join(
  ANSWERED.map((state) => sql`${state}`),
  sql`, `,
);

/**
 * Complaints in the order in which they were written down: all of the last year, or where there are more than `atOnce` those
 * of what was worked out beforehand, with what was said of them since; `visible`: those whoever asks may see.
 */
export async function complainedOf(
  { db, communityId: c, now }: Asked,
  { visible, atOnce = AT_ONCE, also = 0 }: { visible: SQL; atOnce?: number; also?: number },
): Promise<Complained> {
  const from = aYearBefore(now).toISOString();
  const lately = startOfDay(addDays(shanghaiDate(now), -REPEAT_DAYS)).toISOString();
  const { rows } = await db.execute<{
    found: Omit<Complained, 'complaints'> & { complaints: (Complaint & { at: string })[] };
  }>(sql`
    with visible as (select ${cases.id} as id, ${cases.no} as no, ${cases.happenedAt} as at from ${cases}
        where ${cases.communityId} = ${c} and ${visible}),
      of_year as (select id, no, at from visible where at >= ${from}::timestamptz),
      size as (select count(*)::int as n from of_year),
      kept as (select * from topic_snapshot where community_id = ${c} and (select n from size) > ${atOnce}::int),
      shown as ((select id from of_year where (select n from size) <= ${atOnce}::int order by at desc, id desc
            limit ${MOST_GROUPED})
        union select o.id from of_year o join kept on o.id = any (kept.listed)
        union select id from of_year where no = ${also}::int
        union select v.id from visible v join opposite_case s on s.community_id = ${c} and s.case_id = v.id),
      merged as (select into_id as id, count(*)::int as n from cases where community_id = ${c} and into_id is not null group by 1),
      joined as (select case_id as id, count(*)::int as n from case_join where community_id = ${c} group by 1),
      nudged as (select case_id as id, count(*)::int as n from case_event where community_id = ${c} and step = 'nudge'
          and at >= ${lately}::timestamptz group by 1)
    select json_build_object('counted', (select n from size),
      'kept', (select json_build_object('at', at, 'counted', counted, 'topics', topics, 'repeats', repeats, 'sided', sided)
        from kept),
      'buildings', (select coalesce(json_agg(name order by length(name), name), '[]') from building where community_id = ${c}),
      'decided', (select coalesce(json_agg(json_build_object('id', o.id, 'matter', o.matter, 'verdict', o.verdict,
          'reason', o.reason, 'at', o.at,
          'asks', (select coalesce(json_agg(s.case_id), '[]') from opposite_case s join shown on shown.id = s.case_id
            where s.community_id = ${c} and s.opposite_id = o.id and s.side = 'asks'),
          'bears', (select coalesce(json_agg(s.case_id), '[]') from opposite_case s join shown on shown.id = s.case_id
            where s.community_id = ${c} and s.opposite_id = o.id and s.side = 'bears')) order by o.id), '[]')
        from opposite o where o.community_id = ${c}),
      'complaints', (select coalesce(json_agg(json_build_object('id', k.id, 'no', k.no, 'title', k.title,
          'words', left(coalesce(t.words, ''), ${TELLING}), 'place', k.place, 'placeId', k.place_id,
          'building', b.name,
          'entrance', h.entrance_id, 'at', k.happened_at, 'answered', k.state in (${answered}),
          'late', k.state not in (${answered}) and coalesce(k.due_at < ${now.toISOString()}::timestamptz, false),
          'merged', k.into_id is not null,
          'also', json_build_object('merged', coalesce(merged.n, 0), 'joined', coalesce(joined.n, 0),
            'nudged', coalesce(nudged.n, 0)),
          'hung', case when k.posted_at is not null then json_build_object('title', coalesce(k.posted_title, k.title),
            'place', coalesce(k.posted_place, k.place)) end,
          'proposals', coalesce((select json_agg(json_build_object('no', p.no, 'title', p.title) order by p.no)
            from case_link l join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
              and p.state not in ('draft', 'merged', 'declined', 'withdrawn')
            where l.community_id = ${c} and l.case_id = k.id), '[]')) order by k.id), '[]')
        from shown join cases k on k.community_id = ${c} and k.id = shown.id
          left join case_content t on t.community_id = ${c} and t.case_id = k.id
          left join building b on b.community_id = ${c} and b.id = k.building_id
          left join household h on h.community_id = ${c} and h.id = k.household_id
          left join merged on merged.id = k.id left join joined on joined.id = k.id
          left join nudged on nudged.id = k.id)) as found`);
  const [first] = rows;
  const none = { counted: 0, kept: null, complaints: [], decided: [], buildings: [] };
  const { complaints, ...found } = first?.found ?? none;
  return { ...found, complaints: complaints.map((one) => ({ ...one, at: new Date(one.at) })) };
}

/** What a complaint says, whole. */
export const saidIn = ({ title, words }: Pick<Complaint, 'title' | 'words'>): string => `${title}。${words}`;

/** What it says, when, and where; the community's own name says nothing of where. */
export const toldIn = (one: Complaint, community: { nameZh: string }) => ({
  text: saidIn(one),
  at: one.at,
  spot: spotOf(one.place, one.building, homeName(community), one.placeId),
});
