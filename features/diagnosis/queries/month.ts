import { type SQL, sql } from 'drizzle-orm';
import { profileOn } from '@/features/figures/moves/profiles';
import type { Counted } from '@/features/figures/rules/cohort';
import { type Pinned, USUAL } from '@/features/figures/rules/profiles';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayReadDiagnosis } from '../policy';
import { baselineBy, checkMonth, endOfMonth, monthsBeside, raisedBy, stoodOn } from '../rules';
import { asList, type Crack, mattersOf, type Presence, presenceOf } from './read';

export interface Period {
  from: string;
  to: string;
  counts: Counted;
}

/** What the others are held beside. */
export interface Baseline extends Period {
  /** Frozen when a second person approved the cohort, with its fingerprint; null: only the last before the diagnosis. */
  sealed: { cohort: string; hash: string; profile: Pinned | null } | null;
}

/** Callback figures that are in force, with every count, the latest first. */
const periods = (community: number, where: SQL, limit: number) => sql`
  select r.to_day, json_build_object('from', r.from_day, 'to', r.to_day, 'counts', json_build_object('effective', r.effective,
      'resolved', r.resolved, 'satisfied', r.satisfied, 'fairlySatisfied', r.fairly_satisfied)) as view
    from rate_period r where r.community_id = ${community} and ${where} and r.resolved is not null
      and r.satisfied is not null and r.fairly_satisfied is not null
      and not exists (select from rate_period x where x.community_id = r.community_id and x.corrects = r.id)
    order by r.to_day desc, r.id desc limit ${limit}`;

/** What was sealed for the community when the cohort was approved that serves, or served last, by this day. */
const sealedBefore = (community: number, end: string) => sql`
  (select json_build_object('from', c.before_from, 'to', c.before_to, 'counts', a.baseline::json -> ${String(community)}::text,
      'sealed', json_build_object('cohort', c.name, 'hash', encode(a.baseline_hash, 'hex'), 'profile', a.baseline::json -> 'profile'))
    from posting p join cohort c on c.id = p.cohort_id join cohort_approval a on a.cohort_id = c.id
   where p.community_id = ${community} and p.from_day <= ${end}::date and p.from_day <= p.to_day
     and a.baseline::jsonb ? ${String(community)}::text
   order by p.from_day desc limit 1)`;

/** The last before the first diagnosis. */
const lastBefore = (community: number) =>
  periods(
    community,
    sql`r.to_day <= (select (min(d.at) at time zone 'Asia/Shanghai')::date from diagnosis d
      where d.community_id = ${community})`,
    1,
  );

/** So many periods stand beside the baseline. */
const BESIDE = 15;
/** As many as can have been under way in one month. */
const MATTERS = 200;

interface Read {
  sealed: Baseline | null;
  earlier: Period[];
  beside: Period[];
  presence: Presence[];
  cracks: Crack[];
}

/** The month that is asked for, or this one: each matter as it stood at its end, figures beside the baseline, days on site. */
export const diagnosisMonth = query({
  name: 'diagnosis.month',
  allow: (who) => mayReadDiagnosis(who),
  read: async (scope, { asked }: { asked: string }) => {
    const { communityId: c, community, now } = scope;
    const month = checkMonth(asked, 0, now).ok ? asked : shanghaiDate(now).slice(0, 7);
    const [first, end] = [`${month}-01`, endOfMonth(month)];
    const [begins, over] = [startOfDay(first).toISOString(), startOfDay(addDays(end, 1)).toISOString()];
    const wasOpen = sql`k.at < ${over}::timestamptz and not exists (select from crack_report o
      where o.community_id = k.community_id and o.crack_id = k.id and o.state in ('done', 'dropped')
        and o.at < ${begins}::timestamptz)`;
    const [read] = await rows<Read>(
      scope,
      sql`select json_build_object('sealed', ${sealedBefore(c, end)}, 'earlier', ${asList(lastBefore(c))},
          'beside', ${asList(periods(c, sql`r.to_day <= ${end}::date`, BESIDE + 1))},
          'presence', ${presenceOf(c)}, 'cracks', ${mattersOf(c, wasOpen, MATTERS)}) as view`,
    );
    const { sealed = null, earlier = [], beside = [], presence = [], cracks = [] } = read ?? {};
    const [before] = earlier;
    const held: Baseline | null = sealed ?? (before ? { ...before, sealed: null } : null);
    const { baseline, later } = baselineBy(held, end);
    const { nameZh, nameEn } = community;
    return {
      nameZh,
      nameEn,
      month,
      profile: sealed ? (sealed.sealed?.profile ?? USUAL) : await profileOn(scope, end),
      months: monthsBeside(month, now),
      end,
      now,
      presence: presence.find((one) => one.month === month) ?? null,
      baseline,
      later,
      beside: beside
        .filter(({ from }) => baseline === null || from > baseline.to)
        .slice(0, BESIDE)
        .reverse(),
      cracks: cracks
        .map(({ reports, raises, ...one }) => ({ ...one, raises: raisedBy(raises, end), stood: stoodOn(reports, end) }))
        .reverse(),
    };
  },
});
export type DiagnosisMonth = NonNullable<Awaited<ReturnType<typeof diagnosisMonth>>>;
