import { sql } from 'drizzle-orm';
import type { CaseKind } from '@/db/words/cases';
import { reachedAt } from '@/features/cases/facts';
import { mayFindCases, mayReadCases } from '@/features/cases/policy';
import { type Category, categoriesOf } from '@/features/cases/queries/categories';
import { has } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { maskedPhone } from '@/lib/phone';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { latesOf } from '../moves';
import { asked, calledBefore, isIn, NEVER, stepOf, tabbed, theirs, turnOf } from '../moves/asked';
import { type CaseState, OPEN } from '../rules';
import { type DayFilter, TABS, type Tab } from '../rules/filter';
import type { Late } from '../rules/late';
import { maskedName } from '../rules/shown';
import { type When, whenOf } from '../rules/when';
import { holdersOf } from './choices';

const PAGE = 30;

interface DayRow {
  id: number;
  no: number;
  externalNo: string | null;
  kind: CaseKind;
  title: string;
  place: string;
  building: string | null;
  state: CaseState;
  agency: string | null;
  handler: string | null;
  category: string | null;
  complainant: string | null;
  phone: string | null;
  due: string | null;
  receivedAt: string;
  /** The key of the row in its order, and whether its handler was asked how it is going. */
  key: string;
  nudged: boolean;
  /** The next step is for whoever reads. */
  theirs: boolean;
}
export type DayLine = Omit<DayRow, 'due' | 'receivedAt' | 'key'> & {
  due: Date | null;
  when: When;
  lates: readonly Late[];
};

/** So many fall due in an hour of today, and what the first of them is. */
interface Hour {
  hour: number;
  count: number;
  title: string;
}

const hoursOf = (scope: Scope, filter: DayFilter) =>
  rows<Hour>(
    scope,
    sql`select json_build_object('hour', h.hour, 'count', count(*), 'title', (array_agg(h.title order by h.due, h.id))[1]) as view
      from (select k.id, k.due_at as due, ${calledBefore(scope.who).title} as title,
          case when (k.due_at at time zone 'Asia/Shanghai')::time >= '23:59' then 24
            else extract(hour from k.due_at at time zone 'Asia/Shanghai')::int end as hour
        from cases k where ${asked(scope, { ...filter, tab: 'today', state: null, words: '' })}) h
      group by h.hour order by h.hour`,
  );

const line = (
  { due, receivedAt: _, key: _key, ...row }: DayRow,
  { now, reads, lates }: { now: Date; reads: boolean; lates: readonly Late[] },
): DayLine => {
  const at = due === null ? null : new Date(due);
  return {
    ...row,
    complainant: reads && row.complainant ? maskedName(row.complainant) : null,
    phone: reads && row.phone ? maskedPhone(row.phone) : null,
    due: at,
    lates,
    when: whenOf({ state: row.state, due: at }, now),
  };
};

/** Work orders as the desk goes through them: so many of each, whose they are, and a page of them in their order. */
export const deskDay = query({
  name: 'cases.day',
  allow: (who, _: DayFilter) => mayFindCases(who),
  read: async (scope, filter) => {
    const { db, communityId, now, who } = scope;
    const reads = mayReadCases(who);
    const own = theirs(scope);
    const counts = sql.join(
      TABS.map((tab) => sql`${tab}::text, count(*) filter (where ${tabbed(tab, now)})`),
      sql`, `,
    );
    const [counted] = await rows<Record<Tab | 'turn', number>>(
      { db },
      sql`select json_build_object(${counts}, 'turn', count(*) filter (where ${turnOf(scope)})) as view from cases k where ${own} and k.state <> 'archived'`,
    );
    const people = await rows<{ id: number | null; name: string | null; count: number }>(
      { db },
      sql`select json_build_object('id', k.handler_id, 'name', max(n.name), 'count', count(*)) as view
        from cases k left join person n on n.id = k.handler_id where ${own} and ${isIn(OPEN)}
        group by k.handler_id order by count(*) desc limit 30`,
    );
    const newest = filter.sort === 'newest';
    const key = newest ? sql`k.received_at` : sql`coalesce(k.due_at, ${NEVER}::timestamptz)`;
    const { after } = filter;
    const further = after
      ? newest
        ? sql`(${key}, k.id) < (${after.at}::timestamptz, ${after.id})`
        : sql`(${key}, k.id) > (${after.at}::timestamptz, ${after.id})`
      : sql`true`;
    const order = newest ? sql`k.received_at desc, k.id desc` : sql`${key}, k.id`;
    const called = calledBefore(who);
    const contact = reachedAt(sql`k`, sql`t`);
    const listed = await rows<DayRow>(
      { db },
      sql`select json_build_object('id', k.id, 'no', k.no, 'externalNo', k.external_no, 'kind', k.kind, 'title', ${called.title},
          'place', ${called.place}, 'building', b.name, 'state', k.state, 'agency', a.name, 'handler', n.name, 'category', g.name,
          'complainant', ${contact.complainant}, 'phone', ${contact.phone}, 'due', k.due_at, 'receivedAt', k.received_at, 'key', ${key}, 'theirs', ${stepOf(scope)},
          'nudged', (select e.step = 'nudge' from case_event e where e.community_id = k.community_id and e.case_id = k.id
            order by e.id desc limit 1) is true) as view
        from cases k left join building b on b.community_id = k.community_id and b.id = k.building_id
          left join agency a on a.community_id = k.community_id and a.id = k.agency_id
          left join person n on n.id = k.handler_id
          left join case_category g on g.community_id = k.community_id and g.id = k.category_id
          left join case_content t on t.community_id = k.community_id and t.case_id = k.id
        where ${asked(scope, filter)} and ${further} order by ${order} limit ${PAGE + 1}`,
    );
    const page = listed.slice(0, PAGE);
    const last = page.at(-1);
    const lates = await latesOf(
      scope,
      page.map(({ id }) => id),
    );
    const categories: Category[] = await categoriesOf(scope);
    return {
      turn: counted?.turn ?? 0,
      summary: Object.fromEntries(TABS.map((tab) => [tab, counted?.[tab] ?? 0])) as Record<Tab, number>,
      /** Once it is asked for by words or state, or goes on from a page before, the hours of today are not the question. */
      hours: filter.words || filter.state || after || !counted?.today ? [] : await hoursOf(scope, filter),
      people,
      now,
      reads,
      lines: page.map((row) => line(row, { now, reads, lates: lates.get(row.id) ?? [] })),
      next: listed.length > PAGE && last ? { at: last.key, id: last.id } : null,
      me: who.kind === 'person' ? who.personId : 0,
      mayAssign: !has(who, 'property') || reads,
      handlers: (await holdersOf(scope)).filter(({ role }) => role !== 'captain'),
      categories: categories.filter(({ retired }) => !retired),
      buildings: await rows<{ id: number; name: string }>(
        { db },
        sql`select json_build_object('id', b.id, 'name', b.name) as view from building b
          where b.community_id = ${communityId} order by length(b.name), b.name limit 500`,
      ),
    };
  },
});
export type DeskDay = NonNullable<Awaited<ReturnType<typeof deskDay>>>;
