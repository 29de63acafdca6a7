import { type SQL, sql } from 'drizzle-orm';
import { mayFindCases, mayReadCases } from '@/features/cases/policy';
import { has } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { maskedPhone, telephone } from '@/lib/phone';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { CASE_STATES, type CaseState, OPEN, WAITING } from '../rules';
import { maskedName } from '../rules/shown';
import { bounds, type When, whenOf } from '../rules/when';
import { type Category, categoriesOf, holdersOf } from './choices';

const PAGE = 30;

export const TABS = ['all', 'overdue', 'today', 'soon', 'waiting', 'untaken', 'callback'] as const;
export type Tab = (typeof TABS)[number];

/** What of them is asked for; as it stands in the address. */
export interface DayFilter {
  tab: Tab;
  /** `me`, `nobody`, or a person. */
  who: 'me' | 'nobody' | number | null;
  state: CaseState | null;
  category: number | null;
  building: number | null;
  words: string;
  sort: 'due' | 'newest';
  /** The last one of the page before. */
  after: { at: string; id: number } | null;
}

interface DayRow {
  id: number;
  no: number;
  externalNo: string | null;
  kind: 'inquiry' | 'help' | 'complaint' | 'report' | 'suggestion';
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
}
export type DayLine = Omit<DayRow, 'due' | 'receivedAt' | 'key'> & { due: Date | null; when: When };

const words = (states: readonly CaseState[]) =>
  sql.join(
    states.map((one) => sql`${one}`),
    sql`, `,
  );
const isIn = (states: readonly CaseState[]) => sql`k.state in (${words(states)})`;
const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** Those whoever reads may know of: none brought against themselves or their office, and for the property service its own. */
function theirs({ communityId, who }: Scope): SQL {
  if (who.kind !== 'person') return sql`false`;
  const offices = who.grants.filter((grant) => grant.entranceId === null).map((grant) => grant.role);
  const roles = sql`array[${sql.join(
    offices.map((one) => sql`${one}`),
    sql`, `,
  )}]::text[]`;
  const agencies = sql`array(select a.id from agency a where a.community_id = ${communityId} and a.role = any (${roles}))`;
  const own = mayReadCases(who) ? sql`true` : sql`k.agency_id = any (${agencies})`;
  return sql`k.community_id = ${communityId} and k.against_id is distinct from ${who.personId}
    and (k.against_agency_id is null or k.against_agency_id <> all (${agencies})) and ${own}`;
}

const tabbed = (tab: Tab, now: Date): SQL => {
  const { tomorrow, later } = bounds(now);
  const running = sql`${isIn(OPEN.filter((one) => one !== 'escalated'))} and`;
  const of: Record<Tab, SQL> = {
    all: isIn(OPEN),
    overdue: sql`${running} k.due_at < ${moment(now)}`,
    today: sql`${running} k.due_at >= ${moment(now)} and k.due_at < ${moment(tomorrow)}`,
    soon: sql`${running} k.due_at >= ${moment(tomorrow)} and k.due_at < ${moment(later)}`,
    waiting: isIn(WAITING),
    untaken: isIn(['received']),
    callback: isIn(['replied', 'awaiting_callback']),
  };
  return of[tab];
};

/** By its number or a telephone number, exactly; or by words. Who does not read words finds by matter and place alone. */
function found(text: string, { who, communityId }: Scope): SQL {
  if (text === '') return sql`true`;
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const matter = sql`(k.title || ' ' || k.place) ilike ${like}`;
  const no = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  if (!mayReadCases(who)) return no > 0 ? sql`k.no = ${no}` : matter;
  const said = (which: SQL) =>
    sql`k.id = any (array(select t.case_id from case_content t where t.community_id = ${communityId} and ${which}))`;
  if (/^[\d\s+()-]+$/.test(text))
    return sql`(k.no = ${no} or k.external_no = ${text} or ${said(sql`t.phone = ${telephone(text) ?? ' '}`)})`;
  return sql`(k.external_no = ${text} or ${matter} or ${said(sql`t.words ilike ${like}`)})`;
}

function asked(scope: Scope, filter: DayFilter): SQL {
  const { who, category, building, state, words: text } = filter;
  const me = scope.who.kind === 'person' ? scope.who.personId : 0;
  const parts = [
    theirs(scope),
    state === null && text === '' ? tabbed(filter.tab, scope.now) : state === null ? sql`true` : isIn([state]),
    who === null
      ? sql`true`
      : who === 'nobody'
        ? sql`k.handler_id is null`
        : sql`k.handler_id = ${who === 'me' ? me : who}`,
    building === null ? sql`true` : sql`k.building_id = ${building}`,
    category === null
      ? sql`true`
      : sql`k.category_id in (with recursive down as (select ${category}::integer as id union all select c.id from case_category c
          join down on c.parent_id = down.id where c.community_id = ${scope.communityId}) select id from down)`,
    found(text, scope),
  ];
  return sql.join(parts, sql` and `);
}

const line = ({ due, receivedAt: _, key: _key, ...row }: DayRow, now: Date, reads: boolean): DayLine => {
  const at = due === null ? null : new Date(due);
  return {
    ...row,
    complainant: reads && row.complainant ? maskedName(row.complainant) : null,
    phone: reads && row.phone ? maskedPhone(row.phone) : null,
    due: at,
    when: whenOf({ state: row.state, due: at }, now),
  };
};

const NEVER = '9999-01-01';

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
    const [summary] = await rows<Record<Tab, number>>(
      { db },
      sql`select json_build_object(${counts}) as view from cases k where ${own} and k.state <> 'archived'`,
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
    const listed = await rows<DayRow>(
      { db },
      sql`select json_build_object('id', k.id, 'no', k.no, 'externalNo', k.external_no, 'kind', k.kind, 'title', k.title,
          'place', k.place, 'building', b.name, 'state', k.state, 'agency', a.name, 'handler', n.name, 'category', g.name,
          'complainant', t.complainant, 'phone', t.phone, 'due', k.due_at, 'receivedAt', k.received_at, 'key', ${key},
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
    const categories: Category[] = await categoriesOf(scope);
    return {
      summary: summary ?? (Object.fromEntries(TABS.map((tab) => [tab, 0])) as Record<Tab, number>),
      people,
      now,
      reads,
      lines: page.map((row) => line(row, now, reads)),
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

const number = (text: string | undefined) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null);
const among = <T extends string>(all: readonly T[], text: string | undefined): T | null =>
  all.find((one) => one === text) ?? null;

/** What an address asks for; what it does not say, or says wrongly, is not asked. */
export function filterFrom(search: Partial<Record<string, string>>): DayFilter {
  const [, at = '', id = ''] = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+))_(\d{1,9})$/.exec(search.after ?? '') ?? [];
  return {
    tab: among(TABS, search.tab) ?? 'all',
    who: among(['me', 'nobody'] as const, search.who) ?? number(search.who),
    state: among(CASE_STATES, search.state),
    category: number(search.category),
    building: number(search.building),
    words: (search.q ?? '').trim().slice(0, 80),
    sort: search.sort === 'newest' ? 'newest' : 'due',
    after: id ? { at, id: Number(id) } : null,
  };
}
