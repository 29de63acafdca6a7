import { type SQL, sql } from 'drizzle-orm';
import { asItHangs } from '@/features/cases/facts';
import { mayReadCases } from '@/features/cases/policy';
import type { Who } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { telephone } from '@/lib/phone';
import { type CaseState, OPEN, WAITING } from '../rules';
import type { DayFilter, Tab } from '../rules/filter';
import { bounds } from '../rules/when';

const words = (states: readonly CaseState[]) =>
  sql.join(
    states.map((one) => sql`${one}`),
    sql`, `,
  );
export const isIn = (states: readonly CaseState[]) => sql`k.state in (${words(states)})`;
const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/**
 * Those whoever reads may know of: none brought against themselves or their office, and for the property service its own.
 * Whoever holds the server has all.
 */
export function theirs({ communityId, who }: Scope): SQL {
  if (who.kind === 'import') return sql`k.community_id = ${communityId}`;
  if (who.kind !== 'person') return sql`false`;
  const offices = who.grants.filter((grant) => grant.entranceId === null).map((grant) => grant.role);
  const roles = sql`array[${sql.join(
    offices.map((one) => sql`${one}`),
    sql`, `,
  )}]::text[]`;
  const agencies = sql`array(select a.id from agency a where a.community_id = ${communityId} and a.role = any (${roles}))`;
  const own = mayReadCases(who)
    ? sql`true`
    : sql`(k.agency_id = any (${agencies}) or exists (select from case_event e where e.community_id = k.community_id
        and e.case_id = k.id and e.agency_id = any (${agencies}) and (e.step = 'assist' or e.step = 'whistle'
          and k.state = 'whistled' and e.id = (select max(w.id) from case_event w where w.community_id = k.community_id
            and w.case_id = k.id and w.step = 'whistle'))))`;
  return sql`k.community_id = ${communityId} and k.against_id is distinct from ${who.personId}
    and (k.against_agency_id is null or k.against_agency_id <> all (${agencies})) and ${own}`;
}

export const tabbed = (tab: Tab, now: Date): SQL => {
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

/** What a case is called in a list of whoever asks. */
export const calledBefore = (who: Who): { title: SQL; place: SQL } =>
  mayReadCases(who) || who.kind === 'import' ? { title: sql`k.title`, place: sql`k.place` } : asItHangs(sql`k`);

/** By its number or a telephone number, exactly; or by words. Who does not read words finds by matter and place alone. */
function found(text: string, { who, communityId }: Scope): SQL {
  if (text === '') return sql`true`;
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const called = calledBefore(who);
  const matter = sql`(${called.title} || ' ' || ${called.place}) ilike ${like}`;
  const no = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  if (!mayReadCases(who) && who.kind !== 'import') return no > 0 ? sql`k.no = ${no}` : matter;
  const said = (which: SQL) =>
    sql`k.id = any (array(select t.case_id from case_content t where t.community_id = ${communityId} and ${which}))`;
  if (/^[\d\s+()-]+$/.test(text))
    return sql`(k.no = ${no} or k.external_no = ${text} or ${said(sql`t.phone = ${telephone(text) ?? ' '}`)})`;
  return sql`(k.external_no = ${text} or ${matter} or ${said(sql`t.words ilike ${like}`)})`;
}

export function asked(scope: Scope, filter: DayFilter): SQL {
  const { who, category, building, state, words: text } = filter;
  const me = scope.who.kind === 'person' ? scope.who.personId : 0;
  const parts = [
    theirs(scope),
    filter.numbers === null ? sql`true` : sql`k.no = any (${sql.param([...filter.numbers])}::int[])`,
    filter.numbers !== null
      ? sql`true`
      : state === null && text === ''
        ? tabbed(filter.tab, scope.now)
        : state === null
          ? sql`true`
          : isIn([state]),
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
