import { sql } from 'drizzle-orm';
import type { CrackState, Level } from '@/db/words/diagnosis';
import { shanghaiDate } from '@/lib/calendar';
import type { Office } from '@/lib/office';
import { officeQuery } from '@/lib/query';

export interface RaisedView {
  id: number;
  community: number;
  slug: string;
  nameZh: string;
  nameEn: string;
  no: number;
  title: string;
  asks: string;
  dueOn: string;
  at: string;
  answer: string | null;
  answeredAt: string | null;
  /** What was said of it last. */
  state: CrackState | null;
  words: string | null;
  loosener: string | null;
}

const view = sql`json_build_object('id', a.id, 'community', c.id, 'slug', c.slug, 'nameZh', c.name_zh, 'nameEn', c.name_en,
    'no', k.no, 'title', k.title, 'asks', a.asks, 'dueOn', a.due_on, 'at', a.at, 'answer', a.answer,
    'answeredAt', a.answered_at, 'state', r.state, 'words', r.words, 'loosener', r.loosener) as view
  from crack_raise a join crack k on k.community_id = a.community_id and k.id = a.crack_id
    join community c on c.id = a.community_id
    left join lateral (select r.state, r.words, r.loosener from crack_report r where r.community_id = k.community_id
      and r.crack_id = k.id order by r.id desc limit 1) r on true`;

const WAITING = 50;
const ANSWERED = 20;

/** What communities raised to an office: those that wait, by the day they are due; the last that were answered. */
const raisedTo = (level: Level, office: Office) =>
  officeQuery({
    name: `diagnosis.raised_${level}`,
    offices: [office],
    read: async ({ db, now, communities }, { after }: { district: string; after: number }) => {
      const here = sql`a.level = ${level} and a.community_id = any (${sql.param(communities)}::int[])`;
      const { rows: waiting } = await db.execute<{ view: RaisedView }>(sql`select ${view} where ${here}
        and a.answer is null and (${after} = 0 or (a.due_on, a.id) > (select x.due_on, x.id from crack_raise x where x.id = ${after}))
        order by a.due_on, a.id limit ${WAITING + 1}`);
      const { rows: answered } = await db.execute<{ view: RaisedView }>(sql`select ${view} where ${here}
        and a.answer is not null order by a.answered_at desc, a.id desc limit ${ANSWERED}`);
      const { rows: counts } = await db.execute<{ all: number; late: number }>(sql`
        select count(*)::int as "all", count(*) filter (where a.due_on < ${shanghaiDate(now)}::date)::int as late
          from crack_raise a where ${here} and a.answer is null`);
      const page = waiting.slice(0, WAITING).map((row) => row.view);
      return {
        level,
        now,
        waiting: page,
        next: waiting.length > WAITING ? page.at(-1)?.id : undefined,
        answered: answered.map((row) => row.view),
        all: counts[0]?.all ?? 0,
        late: counts[0]?.late ?? 0,
      };
    },
  });

/** When each of those that wait was raised. */
const cameTo = (level: Level, office: Office) =>
  officeQuery({
    name: `diagnosis.came_${level}`,
    offices: [office],
    read: async ({ db, communities }, _: { district: string }) => {
      const { rows } = await db.execute<{ at: string }>(sql`select to_json(a.at)#>>'{}' as at from crack_raise a
        where a.level = ${level} and a.answer is null and a.community_id = any (${sql.param(communities)}::int[])`);
      return rows.map(({ at }) => at);
    },
  });

/** One of them, to be answered. */
const oneRaisedTo = (level: Level, office: Office) =>
  officeQuery({
    name: `diagnosis.asked_${level}`,
    offices: [office],
    read: async ({ db, communities }, { community, no }: { district: string; community: number; no: number }) => {
      if (!communities.includes(community)) return undefined;
      const { rows } = await db.execute<{ view: RaisedView }>(sql`select ${view} where a.level = ${level}
        and a.answer is null and k.community_id = ${community} and k.no = ${no}`);
      return rows[0] && { ...rows[0].view, level };
    },
  });

export const raisedToStreet = raisedTo('street', 'street-office');
export const raisedToDistrict = raisedTo('district', 'organisation');
export const cameToStreet = cameTo('street', 'street-office');
export const cameToDistrict = cameTo('district', 'organisation');
export const oneToStreet = oneRaisedTo('street', 'street-office');
export const oneToDistrict = oneRaisedTo('district', 'organisation');
export type Raised = NonNullable<Awaited<ReturnType<typeof raisedToStreet>>>;
