import { sql } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar';
import { officeQuery } from '@/lib/query';
import { takenIn } from '../moves';
import { suited, type Trouble } from '../rules/suited';

export interface CandidateView {
  id: number;
  name: string;
  homeUnit: string;
  post: string;
  skills: string;
  named: boolean;
  terms: { community: string; communityEn: string; from: string; to: string }[];
}

const CANDIDATES = 100;

/** Of a candidate `c`, for a list; whoever had their data deleted has no name any more, and is sent nowhere. */
const view = sql`json_build_object('id', c.id, 'name', c.name, 'homeUnit', c.home_unit, 'post', c.post, 'skills', c.skills,
  'named', c.named, 'terms', (select coalesce(json_agg(json_build_object('community', m.name_zh, 'communityEn', m.name_en,
      'from', p.from_day, 'to', p.to_day) order by p.from_day), '[]') from candidate_term p
    join community m on m.id = p.community_id where p.candidate_id = c.id))`;

/** Who may be sent, with where they serve, have served and will. */
export const candidates = officeQuery({
  name: 'cohorts.candidates',
  offices: ['organisation'],
  read: async ({ db, of, now }, { after }: { district: string; after: number }) => {
    const { rows } = await db.execute<{ view: CandidateView }>(sql`select ${view} as view from candidate c
      where c.district_id = ${of.id} and c.name <> '' and c.id > ${after} order by c.id limit ${CANDIDATES + 1}`);
    const found = rows.map((row) => row.view);
    const page = found.slice(0, CANDIDATES);
    return { page, today: shanghaiDate(now), next: found.length > CANDIDATES ? page.at(-1)?.id : undefined };
  },
});

/** So many are compared with what a place needs; so many are offered at once, the others are found by a word. */
const COMPARED = 1000;
const OFFERED = 20;

interface Place {
  id: number;
  no: number;
  name: string;
  from: string;
  to: string;
  nameZh: string;
  nameEn: string;
  diagnosed: boolean;
  /** In what days of the cohort somebody else serves there. */
  taken: { from: string; to: string }[];
  trouble: Trouble;
}

/** Where somebody is to be sent, and what is known of its trouble: what hangs on its board, and what was counted. */
const placeOf = (district: number, no: number, community: number) => sql`
  select json_build_object('id', c.id, 'no', c.no, 'name', c.name, 'from', c.from_day, 'to', c.to_day, 'nameZh', m.name_zh,
      'nameEn', m.name_en, 'taken', ${takenIn},
      'diagnosed', exists (select from diagnosis d where d.community_id = m.id),
      'trouble', json_build_object('opposites', (select s.opposites from selection s where s.community_id = m.id),
        'matters', (select coalesce(json_agg(json_build_object('title', k.title, 'cause', k.cause) order by k.no), '[]')
          from crack k where k.community_id = m.id and not exists (select from crack_report r
            where r.community_id = k.community_id and r.crack_id = k.id and r.state in ('done', 'dropped'))))) as view
    from cohort c join cohort_approval a on a.cohort_id = c.id join cohort_place p on p.cohort_id = c.id
      join community m on m.id = p.community_id
   where c.district_id = ${district} and c.no = ${no} and m.id = ${community}`;

/** Who is free in the days of the cohort, those first whose skills answer the trouble of the place, each with the reason why. */
export const offeredFor = officeQuery({
  name: 'cohorts.offered',
  offices: ['organisation'],
  read: async (
    { db, of, now },
    { no, community, find }: { district: string; no: number; community: number; find: string },
  ) => {
    const { rows: places } = await db.execute<{ view: Place }>(placeOf(of.id, no, community));
    const place = places[0]?.view;
    if (!place) return undefined;
    const { rows } = await db.execute<{ view: CandidateView }>(sql`select ${view} as view from candidate c
      where c.district_id = ${of.id} and c.name <> ''
        and position(${find} in concat_ws(' ', c.name, c.home_unit, c.post, c.skills)) > 0
        and not exists (select from candidate_term p where p.candidate_id = c.id
          and (p.posted or p.community_id <> ${community}) and p.from_day <= ${place.to}::date and p.to_day >= ${place.from}::date)
      order by c.id limit ${COMPARED + 1}`);
    const all = suited(
      rows.map((row) => row.view),
      place.trouble,
    );
    return {
      place,
      over: place.to < shanghaiDate(now),
      offered: all.slice(0, OFFERED),
      left: Math.max(0, all.length - OFFERED),
    };
  },
});
export type Offered = NonNullable<Awaited<ReturnType<typeof offeredFor>>>;
