import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { cohort, cohortApproval, cohortPlace, cohortWithdrawal, posting } from '@/db/schema/cohorts';
import { community, grants } from '@/db/schema/people';
import { term } from '@/db/schema/terms';
import type { Community, Counted } from '@/features/figures/rules/cohort';
import { type Pinned, USUAL } from '@/features/figures/rules/profiles';
import { type Component, LEAST, shownOf, type Weights } from '@/features/topics/rules/selection';
import type { Day } from '@/lib/calendar';
import type { Database } from '@/lib/gate';
import { MANY } from '@/lib/telling';
import type { Listed } from './rules/choosing';
import { readComparison } from './rules/reading';

/** What was counted last, as a command finds it kept; an office finds `selection`, the view without what is too small. */
export const KEPT = sql`(select distinct on (x.community_id) x.community_id, x.day, x.has_data, y.* from selection_snapshot x,
    json_to_record(x.counts::json) as y (households int, volume int, repeats int, unresolved int, overdue int, opposites int, trend int)
  order by x.community_id, x.day desc)`;

type Row = Omit<Listed, 'shown' | 'households'> & Record<Component | 'households', number | null>;

/** What was counted last of each of these communities, as an office may see it. */
export async function listedIn(db: Database, communities: readonly number[], last: SQL): Promise<Listed[]> {
  const { rows } = await db.execute<{ view: Row }>(sql`
    select json_build_object('id', c.id, 'nameZh', c.name_zh, 'nameEn', c.name_en, 'day', s.day, 'households', s.households,
        'volume', s.volume, 'repeats', s.repeats, 'unresolved', s.unresolved, 'overdue', s.overdue, 'opposites', s.opposites,
        'trend', s.trend, 'hasData', coalesce(s.has_data, false)) as view
      from community c left join ${last} s on s.community_id = c.id
     where c.id = any (${sql.param(communities)}::int[]) order by c.id limit 1000`);
  return rows.map(({ view: { id, nameZh, nameEn, day, hasData, households, ...counts } }) => ({
    id,
    nameZh,
    nameEn,
    day,
    hasData,
    households: (households ?? 0) < LEAST ? 0 : (households ?? 0),
    shown: shownOf(counts),
  }));
}

interface Span {
  from: Day;
  to: Day;
}

/**
 * The callbacks of whole periods within these days, by community: those that stand, with every count told, of ten answers and
 * more where they were counted here. Read as the board or an office does, `rate_period` is the view of the board.
 */
export async function countsBetween(db: Database, communities: readonly number[], { from, to }: Span) {
  const { rows } = await db.execute<{ id: number } & Counted>(sql`
    select r.community_id as id, sum(r.effective)::int as effective, sum(r.resolved)::int as resolved,
        sum(r.satisfied)::int as satisfied, sum(r.fairly_satisfied)::int as "fairlySatisfied"
      from rate_period r where r.community_id = any (${sql.param(communities)}::int[])
        and r.from_day >= ${from}::date and r.to_day <= ${to}::date and (r.source = 'reported' or r.effective >= ${MANY})
        and r.resolved is not null and r.satisfied is not null and r.fairly_satisfied is not null
        and not exists (select 1 from rate_period later where later.community_id = r.community_id and later.corrects = r.id)
      group by r.community_id`);
  return new Map(rows.map(({ id, ...counted }) => [id, counted as Counted]));
}

/**
 * By what else the list was asked since the draft of the last cohort that was approved, and when: it is sealed with what was decided
 * by it. A draft that came to nothing wipes nothing out.
 */
export async function triedSince(
  db: Database,
  districtId: number,
): Promise<{ weights: string; many: number; at: string }[]> {
  const { rows } = await db.execute<{ view: { weights: string; many: number; at: string } }>(sql`
    select json_build_object('weights', w.weights, 'many', w.many, 'at', w.at) as view from weighing w
     where w.district_id = ${districtId} and w.at > coalesce((select max(c.drafted_at) from cohort c
       join cohort_approval a on a.cohort_id = c.id where c.district_id = ${districtId}), '-infinity') order by w.id limit 1000`);
  return rows.map(({ view }) => view);
}

/** A cohort of this district with its communities, and whether it was approved or taken back: nobody else does either meanwhile. */
export async function cohortOf(db: Database, districtId: number, id: number) {
  await db.execute(sql`select pg_advisory_xact_lock(${id}, hashtext('cohort'))`);
  const [found] = await db
    .select({ cohort, approvedAt: cohortApproval.at, withdrawnAt: cohortWithdrawal.at })
    .from(cohort)
    .leftJoin(cohortApproval, eq(cohortApproval.cohortId, cohort.id))
    .leftJoin(cohortWithdrawal, eq(cohortWithdrawal.cohortId, cohort.id))
    .where(and(eq(cohort.id, id), eq(cohort.districtId, districtId)));
  if (!found) return undefined;
  const places = await db
    .select({ communityId: cohortPlace.communityId, slug: community.slug, reason: cohortPlace.reason })
    .from(cohortPlace)
    .innerJoin(community, eq(community.id, cohortPlace.communityId))
    .where(eq(cohortPlace.cohortId, id))
    .orderBy(cohortPlace.communityId);
  return { ...found, places };
}

/** A term that was sent: locked with its grant, which acts under way hold and which is locked first. */
export async function postedTerm(
  db: Database,
  communities: readonly number[],
  of: { community: number; term: number },
) {
  const which = and(
    ...[eq(posting.communityId, of.community), eq(posting.termId, of.term)],
    inArray(posting.communityId, [...communities]),
  );
  await db
    .select({ id: grants.id })
    .from(posting)
    .innerJoin(grants, and(eq(grants.communityId, posting.communityId), eq(grants.id, posting.grantId)))
    .where(which)
    .for('update', { of: grants });
  const [found] = await db
    .select({
      posting,
      cohort: { to: cohort.to },
      personId: term.personId,
      slug: community.slug,
      closedAt: term.closedAt,
      accessTo: grants.to,
    })
    .from(posting)
    .innerJoin(grants, and(eq(grants.communityId, posting.communityId), eq(grants.id, posting.grantId)))
    .innerJoin(term, and(eq(term.communityId, posting.communityId), eq(term.id, posting.termId)))
    .innerJoin(community, eq(community.id, posting.communityId))
    .innerJoin(cohort, eq(cohort.id, posting.cohortId))
    .where(which)
    .for('update', { of: [posting, term] });
  return found;
}

/** In what days of the cohort `c` somebody serves in the community `m` whom it did not send: sent in another, or by the community itself. */
export const takenIn = sql`(select coalesce(json_agg(json_build_object('from', t.from_day, 'to', t.to_day) order by t.from_day), '[]')
  from term t where t.community_id = m.id and t.from_day <= t.to_day and t.from_day <= c.to_day and t.to_day >= c.from_day
    and not exists (select from posting p where p.cohort_id = c.id and p.community_id = m.id and p.from_day = t.from_day))`;

export interface DistrictNamed {
  id: number;
  nameZh: string;
  nameEn: string;
}

/** A district by its slug, as anybody may know it. */
export async function districtNamed(db: Database, slug: string): Promise<DistrictNamed | undefined> {
  const { rows } = await db.execute<{ view: DistrictNamed }>(
    sql`select json_build_object('id', d.id, 'nameZh', d.name_zh, 'nameEn', d.name_en) as view from district d where d.slug = ${slug}`,
  );
  return rows[0]?.view;
}

export interface CohortView {
  id: number;
  no: number;
  name: string;
  from: Day;
  to: Day;
  before: Span;
  after: Span;
  weights: Weights;
  /** Null where the list had more in it than is shown. */
  basisHash: string | null;
  approvedAt: string | null;
  baselineHash: string | null;
  baseline: Record<string, Counted> | null;
  /** By which both are counted, sealed with what was before; null: approved when there was one alone. */
  profile: Pinned | null;
  /** Communities somebody of another cohort was sent to in these months: neither sent to by this one nor left alone. */
  apart: number[];
  /** Chosen, but nobody of it was there until the months compared were over: not sent to either. */
  unsent: number[];
  /** By how many other weightings the list was asked before; null: drafted before that was written down. */
  tried: number | null;
  /** Not chosen though the list says so, and why. */
  passed: { community: number; nameZh: string; nameEn: string; reason: string }[];
  places: { id: number; slug: string; nameZh: string; nameEn: string; reason: string }[];
}

/** A cohort as the board or an office may see it: whichever views the reader's role finds by these names. */
async function cohortSeen(
  db: Database,
  { districtId, no }: { districtId: number; no: number },
): Promise<CohortView | undefined> {
  const { rows } = await db.execute<{ view: CohortView }>(sql`
    select json_build_object('id', c.id, 'no', c.no, 'name', c.name, 'from', c.from_day, 'to', c.to_day,
        'before', json_build_object('from', c.before_from, 'to', c.before_to),
        'after', json_build_object('from', c.after_from, 'to', c.after_to), 'weights', c.weights::json,
        'basisHash', encode(c.basis_hash, 'hex'),
        'apart', (select coalesce(json_agg(distinct s.community_id), '[]') from cohort_sent s where s.cohort_id <> c.id
            and s.from_day <= c.after_to and s.to_day >= c.before_from and not exists (select from cohort_place p
              where p.cohort_id = c.id and p.community_id = s.community_id)),
        'unsent', (select coalesce(json_agg(p.community_id order by p.community_id), '[]') from cohort_place p where p.cohort_id = c.id
            and not exists (select from cohort_sent s where s.cohort_id = c.id and s.community_id = p.community_id
              and s.from_day <= c.after_to and s.to_day >= c.from_day)),
        'tried', jsonb_array_length(c.basis::jsonb -> 'tried'),
        'passed', (select coalesce(json_agg(json_build_object('community', m.id, 'nameZh', m.name_zh, 'nameEn', m.name_en,
            'reason', p.reason) order by m.id), '[]') from jsonb_to_recordset(c.basis::jsonb -> 'passed')
              as p (community integer, reason text) join community m on m.id = p.community),
        'approvedAt', a.at,
        'baseline', a.baseline::jsonb - 'profile', 'profile', a.baseline::json -> 'profile', 'baselineHash', encode(a.baseline_hash, 'hex'),
        'places', (select coalesce(json_agg(json_build_object('id', m.id, 'slug', m.slug, 'nameZh', m.name_zh,
            'nameEn', m.name_en, 'reason', p.reason) order by m.id), '[]') from cohort_place p
          join community m on m.id = p.community_id where p.cohort_id = c.id)) as view
      from cohort c left join cohort_approval a on a.cohort_id = c.id
     where c.district_id = ${districtId} and c.no = ${no}`);
  return rows[0]?.view;
}

type NameOf = { zh: string; en: string; slug: string };

const NOTHING: Counted = { effective: 0, resolved: 0, satisfied: 0, fairlySatisfied: 0 };

interface About {
  names: Record<string, NameOf>;
  /** Whether there are communities among them that somebody made up. */
  invented: boolean;
  /** What their own figures say of where they come from, where they were not reported. */
  derived: { zh: string; en: string }[];
}

/** What has to be said of the callbacks of these in these days; and how all of the district are called. */
async function aboutThem(
  db: Database,
  all: readonly number[],
  district: readonly number[],
  { before, after }: Pick<CohortView, 'before' | 'after'>,
) {
  const within = ({ from, to }: Span) => sql`(r.from_day >= ${from}::date and r.to_day <= ${to}::date)`;
  const these = sql`any (${sql.param(all)}::int[])`;
  const named = [...new Set([...all, ...district])];
  const { rows } = await db.execute<{ view: About }>(sql`
    select json_build_object('invented', coalesce(bool_or(c.invented) filter (where c.id = ${these}), false),
        'names', coalesce(json_object_agg(c.id, json_build_object('zh', c.name_zh, 'en', c.name_en, 'slug', c.slug)), '{}'),
        'derived', (select coalesce(json_agg(distinct r.derived::jsonb), '[]')
          from rate_period r where r.community_id = ${these} and r.derived is not null and (${within(before)} or ${within(after)})
            and not exists (select 1 from rate_period x where x.community_id = r.community_id and x.corrects = r.id))) as view
      from community c where c.id = any (${sql.param(named)}::int[])`);
  return rows[0]?.view ?? { names: {}, invented: false, derived: [] };
}

/**
 * What changed in those of its communities somebody was sent to, and in those of the district nobody was: what was before as
 * frozen, what came after as it stands. All of the district are needed for it.
 */
export async function compared(db: Database, communities: readonly number[], of: { districtId: number; no: number }) {
  const found = await cohortSeen(db, of);
  if (!found) return undefined;
  const { baseline, ...cohort } = found;
  const profile = cohort.profile ?? USUAL;
  const inside = new Set(cohort.places.map(({ id }) => id));
  const all = [...new Set([...inside, ...Object.keys(baseline ?? {}).map(Number)])];
  const about = await aboutThem(db, all, communities, cohort);
  const apart = cohort.apart.filter((id) => all.includes(id));
  const neither = new Set([...apart, ...cohort.unsent]);
  const unheard = communities.filter((id) => !all.includes(id));
  if (!baseline) return { ...cohort, profile, ...about, apart, unheard: [], counted: [], reading: null };
  const after = await countsBetween(db, communities, cohort.after);
  const counted = all
    .filter((id) => !neither.has(id))
    .map(
      (id): Community => ({
        community: String(id),
        cohort: inside.has(id),
        before: baseline[id] ?? NOTHING,
        after: after.get(id) ?? NOTHING,
      }),
    );
  return { ...cohort, profile, ...about, apart, unheard, counted, reading: readComparison(counted, profile) };
}
export type Compared = NonNullable<Awaited<ReturnType<typeof compared>>>;
