import { type SQL, sql } from 'drizzle-orm';
import type { Cause, CrackOwner, CrackState, Level } from '@/db/words/diagnosis';
import type { Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';
import { isUnderWay } from '../facts';
import type { Reported } from '../rules';

export interface Found {
  no: number;
  said: Record<Cause, string>;
  role: string;
  at: string;
}

export interface Crack {
  no: number;
  title: string;
  cause: Cause;
  owner: CrackOwner;
  dueOn: string;
  sign: string;
  at: string;
  /** The oldest first. */
  reports: Reported[];
  raises: { level: Level; asks: string; dueOn: string; at: string; answer: string | null; answeredAt: string | null }[];
}

export interface Presence {
  month: string;
  days: number;
  doors: number;
}

type Here = Pick<Scope, 'db' | 'communityId'>;

/** Matters `k` of a community for which this holds, the newest first, each as `view`. */
const matters = (c: number, where: SQL, limit: number) => sql`
  select k.no, json_build_object('no', k.no, 'title', k.title, 'cause', k.cause, 'owner', k.owner, 'dueOn', k.due_on,
      'sign', k.sign, 'at', k.at,
      'reports', coalesce((select json_agg(json_build_object('state', r.state, 'words', r.words,
          'loosener', r.loosener, 'at', r.at) order by r.id) from crack_report r
        where r.community_id = k.community_id and r.crack_id = k.id), '[]'),
      'raises', coalesce((select json_agg(json_build_object('level', a.level, 'asks', a.asks, 'dueOn', a.due_on,
          'at', a.at, 'answer', a.answer, 'answeredAt', a.answered_at) order by a.id) from crack_raise a
        where a.community_id = k.community_id and a.crack_id = k.id), '[]')) as view
    from crack k where k.community_id = ${c} and ${where} order by k.no desc limit ${limit}`;
export const asList = (of: SQL) => sql`(select coalesce(json_agg(x.view), '[]') from (${of}) x)`;
export const mattersOf = (c: number, where: SQL, limit: number) => asList(matters(c, where, limit));

export const cracksOf = (here: Here, where: SQL, limit: number) =>
  rows<Crack>(here, matters(here.communityId, where, limit));

/** Days on site, the last word of each month. */
export const presenceOf = (c: number) =>
  asList(sql`select json_build_object('month', p.month, 'days', p.days, 'doors', p.doors) as view
    from (select distinct on (month) month, days, doors from presence where community_id = ${c}
      order by month desc, id desc limit 24) p`);

const isOver = sql`not (${isUnderWay(sql`k`)})`;
/** No more are under way at once than may be promised. */
const OPEN = 100;
const OVER = 20;

const pageOf = (found: readonly Crack[]) => {
  const page = found.slice(0, OVER);
  return { page, next: found.length > OVER ? (page.at(-1)?.no ?? null) : null };
};

/** What is over, before the number `after`; so many at once. */
export const overBefore = async (here: Here, after: number) =>
  pageOf(await cracksOf(here, sql`${isOver} and k.no < ${after}::int`, OVER + 1));

interface Whole {
  found: Found | null;
  open: Crack[];
  over: Crack[];
  done: number;
  presence: Presence[];
}

/** What was found, what is promised and how it stands, as board and desk have it; of what is over the newest. One statement. */
export async function courseOf(here: Here) {
  const { communityId: c } = here;
  const [whole] = await rows<Whole>(
    here,
    sql`select json_build_object(
        'found', (select json_build_object('no', d.no, 'said', json_build_object('legacy', d.legacy, 'maintenance',
            d.maintenance, 'management', d.management, 'neighbours', d.neighbours), 'role', d.author_role, 'at', d.at)
          from diagnosis d where d.community_id = ${c} order by d.no desc limit 1),
        'open', ${mattersOf(c, isUnderWay(sql`k`), OPEN)}, 'over', ${mattersOf(c, isOver, OVER + 1)},
        'done', (select count(distinct r.crack_id) from crack_report r where r.community_id = ${c} and r.state = 'done'),
        'presence', ${presenceOf(c)}) as view`,
  );
  const { over = [], ...rest } = whole ?? { found: null, open: [], done: 0, presence: [] };
  const { page, next } = pageOf(over);
  return { ...rest, over: page, next };
}
export type Course = Awaited<ReturnType<typeof courseOf>>;

/** What is promised and not over, what is due first before the rest, each as it was reported last. */
export const promisesShown = ({ db, communityId: c }: Here) =>
  rows<Pick<Crack, 'no' | 'title' | 'owner' | 'dueOn'> & { state: CrackState | null }>(
    { db },
    sql`select json_build_object('no', k.no, 'title', k.title, 'owner', k.owner, 'dueOn', k.due_on, 'state', r.state) as view
      from crack k left join lateral (select x.state from crack_report x
        where x.community_id = k.community_id and x.crack_id = k.id order by x.id desc limit 1) r on true
      where k.community_id = ${c} and ${isUnderWay(sql`k`)}
      order by k.due_on, k.no limit 4`,
  );
