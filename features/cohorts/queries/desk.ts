import { sql } from 'drizzle-orm';
import type { TermChange } from '@/db/words/cohorts';
import { OF_DISTRICT, OFFICES } from '@/db/words/offices';
import { profileView } from '@/features/figures/moves/profiles';
import type { Pinned } from '@/features/figures/rules/profiles';
import { WEIGHTS, type Weights } from '@/features/topics/rules/selection';
import { shanghaiDate } from '@/lib/calendar';
import { officeQuery } from '@/lib/query';
import { compared, countsBetween, districtNamed, listedIn, takenIn } from '../moves';
import { listBy, whatIf } from '../rules/choosing';

interface Named {
  nameZh: string;
  nameEn: string;
}

export interface DeskFigures extends Named {
  id: number;
  slug: string;
  streetZh: string;
  streetEn: string;
  /** Of the last period that is told; null: none is. */
  last: {
    from: string;
    to: string;
    effective: number;
    resolved: number;
    satisfied: number;
    fairly: number;
    /** Nobody reported them. */
    derived: boolean;
    /** Null: the usual one. */
    profile: Pinned | null;
  } | null;
}

const PAGE = 50;

/** The communities of an office, with what their boards last told of callbacks; so many at once. */
export const officeDesk = officeQuery({
  name: 'offices.desk',
  offices: OFFICES,
  read: async ({ db, communities }, { district, after }: { district: string; after: number }) => {
    const named = await districtNamed(db, district);
    const { rows } = await db.execute<{ view: DeskFigures }>(sql`
      select json_build_object('id', c.id, 'slug', c.slug, 'nameZh', c.name_zh, 'nameEn', c.name_en, 'streetZh', s.name_zh,
          'streetEn', s.name_en, 'last', case when r.id is not null then json_build_object('from', r.from_day, 'to', r.to_day,
            'effective', r.effective, 'resolved', r.resolved, 'satisfied', r.satisfied, 'fairly', r.fairly_satisfied, 'derived', r.derived is not null, 'profile', ${profileView}) end) as view
        from community c join street s on s.id = c.street_id
          left join lateral (select r.* from rate_period r where r.community_id = c.id and r.resolved is not null
            and r.satisfied is not null and r.fairly_satisfied is not null and not exists (select 1 from rate_period later
              where later.community_id = r.community_id and later.corrects = r.id)
            order by r.to_day desc, r.id desc limit 1) r on true
          left join rate_profile p on p.id = r.profile_id
       where c.id = any (${sql.param(communities)}::int[]) and c.id > ${after} order by c.id limit ${PAGE + 1}`);
    const found = rows.map(({ view }) => view);
    const page = found.slice(0, PAGE);
    return (
      named && {
        district: named,
        all: communities.length,
        page,
        next: found.length > PAGE ? page.at(-1)?.id : undefined,
      }
    );
  },
});

/** The district of somebody who holds an office in it, for the ways to its pages. */
export const officesHeld = officeQuery({
  name: 'offices.held',
  offices: OFFICES,
  read: async ({ chooses, whole, ofStreet, of }, _: { district: string }) => ({
    ...of,
    chooses,
    whole,
    answers: chooses || ofStreet,
  }),
});

/** What a draft that was taken back said, to begin another with. */
export interface Withdrawn {
  name: string;
  weights: Weights;
  days: Record<'from' | 'to' | 'beforeFrom' | 'beforeTo' | 'afterFrom' | 'afterTo', string>;
  reasons: { community: number; reason: string }[];
}

const withdrawnDraft = (district: number, no: number) => sql`
  select json_build_object('name', c.name, 'weights', c.weights::json, 'days', json_build_object('from', c.from_day, 'to', c.to_day,
      'beforeFrom', c.before_from, 'beforeTo', c.before_to, 'afterFrom', c.after_from, 'afterTo', c.after_to),
      'reasons', (select coalesce(json_agg(json_build_object('community', p.community, 'reason', p.reason)), '[]') from (
        select p.community_id as community, p.reason from cohort_place p where p.cohort_id = c.id
        union all select x.community, x.reason from jsonb_to_recordset(c.basis::jsonb -> 'passed')
          as x (community integer, reason text)) p)) as view
    from cohort c where c.district_id = ${district} and c.no = ${no} and c.withdrawn_at is not null`;

interface Choice {
  district: string;
  weights: Weights;
  many: number;
  /** The number of a draft that was taken back. */
  again?: number | undefined;
}

/** All communities of the district by what weighs on them; how the first so many would change by other weights. */
export const choosing = officeQuery({
  name: 'cohorts.choosing',
  offices: ['organisation'],
  read: async ({ db, communities, of }, { weights, many, again }: Choice) => {
    const listed = await listedIn(db, communities, sql`selection`);
    const { rows } = again ? await db.execute<{ view: Withdrawn }>(withdrawnDraft(of.id, again)) : { rows: [] };
    return {
      ...listBy(listed, weights),
      listed,
      withdrawn: rows[0]?.view,
      changes: whatIf(listed, weights, many),
      isUsual: weights === WEIGHTS,
    };
  },
});
export type Choosing = NonNullable<Awaited<ReturnType<typeof choosing>>>;

/** Cohorts of a district, those that are being prepared too; a street, which sees its own communities alone, compares none. */
export const cohortsAtDesk = officeQuery({
  name: 'cohorts.desk',
  offices: OF_DISTRICT,
  read: async ({ db }, { district }: { district: string }) => {
    const named = await districtNamed(db, district);
    const { rows } = await db.execute<{
      no: number;
      name: string;
      from: string;
      to: string;
      places: number;
      approved: boolean;
      published: boolean;
      withdrawn: boolean;
    }>(sql`select c.no, c.name, c.from_day as "from", c.to_day as "to", a.cohort_id is not null as approved,
        c.published_at is not null as published, c.withdrawn_at is not null as withdrawn,
        (select count(*)::int from cohort_place p where p.cohort_id = c.id) as places
      from cohort c left join cohort_approval a on a.cohort_id = c.id
      where c.district_id = ${named?.id ?? 0} order by c.no desc limit 100`);
    return rows;
  },
});

export interface PostedView {
  community: number;
  term: number;
  name: string;
  unit: string;
  from: string;
  to: string;
  over: boolean;
  /** Recalled before its first day. */
  never: boolean;
  /** Made longer, or recalled, and why. */
  changes: { kind: TermChange; at: string; to: string; reason: string }[];
}

/** One cohort: what it was chosen by, what changed, and who was sent where. */
export const cohortPage = officeQuery({
  name: 'cohorts.one',
  offices: OF_DISTRICT,
  read: async ({ db, communities, personId, now, chooses, of }, { no }: { district: string; no: number }) => {
    const one = await compared(db, communities, { districtId: of.id, no });
    if (!one) return undefined;
    const { rows } = await db.execute<{
      by: number;
      published: boolean;
      withdrawn: { at: string; reason: string } | null;
      posted: PostedView[];
      basis: string;
      taken: { community: number; days: { from: string; to: string }[] }[];
    }>(sql`
      select c.drafted_by as by, c.basis, c.published_at is not null as published,
          case when c.withdrawn_at is not null then json_build_object('at', c.withdrawn_at, 'reason', c.withdrawn_why) end as withdrawn,
          (select coalesce(json_agg(x.view), '[]') from (select json_build_object('community', p.community_id,
              'term', p.term_id, 'name', k.name, 'unit', k.home_unit, 'from', p.from_day, 'to', p.to_day,
              'over', p.closed_at is not null or p.to_day < ${shanghaiDate(now)}::date, 'never', p.to_day < p.from_day,
              'changes', (select coalesce(json_agg(json_build_object('kind', h.kind, 'at', h.at, 'to', h.to_day,
                  'reason', h.reason) order by h.id), '[]') from term_change h
                where h.community_id = p.community_id and h.term_id = p.term_id)) as view
            from posting p join candidate k on k.id = p.candidate_id where p.cohort_id = c.id
            order by p.community_id, p.from_day, p.term_id limit 500) x) as posted,
          (select coalesce(json_agg(json_build_object('community', m.id, 'days', ${takenIn})), '[]')
            from cohort_place x join community m on m.id = x.community_id where x.cohort_id = c.id) as taken
        from cohort c where c.id = ${one.id}`);
    const [found] = rows;
    const before = one.approvedAt ? null : await countsBetween(db, communities, one.before);
    return {
      ...one,
      draft: before && found ? { basis: found.basis, without: one.places.filter(({ id }) => !before.has(id)) } : null,
      ownDraft: found?.by === personId,
      published: found?.published === true,
      withdrawn: found?.withdrawn ?? null,
      posted: found?.posted ?? [],
      taken: found?.taken ?? [],
      chooses,
      now,
    };
  },
});
export type CohortPage = NonNullable<Awaited<ReturnType<typeof cohortPage>>>;
