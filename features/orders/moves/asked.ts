import { type SQL, sql } from 'drizzle-orm';
import { asGivenOut, rungAt, withNumber } from '@/features/cases/facts';
import { mayReadCases } from '@/features/cases/policy';
import { has, type Who } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { LONG_NUMBER, numbersIn } from '@/lib/phone';
import { type CaseState, type CaseStep, OPEN, WAITING } from '../rules';
import type { DayFilter, Tab } from '../rules/filter';
import { bounds } from '../rules/when';

/** Where nothing is due: after all that is. */
export const NEVER = '9999-01-01';

const words = (states: readonly CaseState[]) =>
  sql.join(
    states.map((one) => sql`${one}`),
    sql`, `,
  );
export const isIn = (states: readonly CaseState[]) => sql`k.state in (${words(states)})`;
/** Of whoever asks: their offices here, and the units whose work is done by one of these. */
function officesOf({ communityId, who }: Pick<Scope, 'communityId' | 'who'>) {
  const held = who.kind === 'person' ? who.grants.filter(({ entranceId }) => entranceId === null) : [];
  const roles = sql`${sql.param(held.map(({ role }) => role))}::text[]`;
  const agencies = sql`array(select a.id from agency a where a.community_id = ${communityId} and a.role = any (${roles}))`;
  return { agencies };
}

/** Of the last event of this step something is asked. */
const lastOf = (
  step: CaseStep,
  which: SQL,
) => sql`exists (select from case_event e where e.community_id = k.community_id
  and e.case_id = k.id and e.id = (select max(w.id) from case_event w where w.community_id = k.community_id
    and w.case_id = k.id and w.step = ${step}) and ${which})`;

const HELD = OPEN.filter((one) => !['received', 'returned', 'whistled', 'escalated'].includes(one));

/**
 * 轮到我: what is theirs to handle, or their office's and nobody's in particular; what they were called to; and, by their office,
 * what is to be given out, closed, called back or archived.
 */
export function turnOf(scope: Scope): SQL {
  const { who } = scope;
  if (who.kind !== 'person') return sql`false`;
  const { agencies } = officesOf(scope);
  const me = who.personId;
  const parts = [
    sql`(${isIn(HELD)} and (k.handler_id = ${me} or k.handler_id is null and k.agency_id = any (${agencies})))`,
    sql`(k.state = 'whistled' and ${lastOf('whistle', sql`e.agency_id = any (${agencies})`)})`,
  ];
  if (has(who, 'social-worker', 'hotline', 'party-secretary'))
    parts.push(
      sql`k.state = 'received'`,
      sql`(k.state = 'returned' and ${lastOf('object', sql`e.person_id is distinct from ${me}`)})`,
    );
  if (has(who, 'social-worker', 'hotline')) parts.push(isIn(['replied', 'evaluated']));
  if (has(who, 'hotline')) parts.push(sql`(k.state = 'awaiting_callback' and k.handler_id is distinct from ${me})`);
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** Whose next step is theirs to take: what waits for them, what they called others to, and what the community sees to for units outside. */
export function stepOf(scope: Scope): SQL {
  const { who } = scope;
  if (who.kind !== 'person') return sql`false`;
  const { agencies } = officesOf(scope);
  const parts = [
    turnOf(scope),
    sql`(k.state = 'whistled' and (k.handler_id = ${who.personId} or k.handler_id is null and k.agency_id = any (${agencies})))`,
  ];
  if (has(who, 'social-worker', 'hotline')) {
    const outside = sql`exists (select from agency a where a.community_id = k.community_id and a.id = k.agency_id
      and a.role is null)`;
    parts.push(isIn(['escalated']), sql`(${isIn([...HELD, 'whistled'])} and ${outside})`);
  }
  return sql`(${sql.join(parts, sql` or `)})`;
}

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/**
 * Those whoever reads may know of: none brought against themselves or their office, and for the property service its own.
 * Whoever holds the server has all.
 */
export function theirs(scope: Scope): SQL {
  const { communityId, who } = scope;
  if (who.kind === 'import') return sql`k.community_id = ${communityId}`;
  if (who.kind !== 'person') return sql`false`;
  const { agencies } = officesOf(scope);
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
  mayReadCases(who) || who.kind === 'import' ? { title: sql`k.title`, place: sql`k.place` } : asGivenOut(sql`k`);

/** Those whose number ends in these four digits: as much as the list shows of a long one. */
const withTail = (communityId: number, four: string): SQL =>
  rungAt(communityId, (phone) => {
    const digits = sql`regexp_replace(${phone}, '[^0-9]', '', 'g')`;
    return sql`length(${digits}) >= ${LONG_NUMBER} and right(${digits}, 4) = ${four}`;
  });

/** As it ends, where somebody types the zeros before a number: `000018` of `热线-220404-000018`. */
const TAIL_OF_OUTER = /^0\d{2,7}$/;

/** By its number or a telephone number, exactly, or as they end; or by words. Who does not read words finds by matter and place alone. */
function found(text: string, { who, communityId }: Scope): SQL {
  if (text === '') return sql`true`;
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const called = calledBefore(who);
  const matter = sql`(${called.title} || ' ' || ${called.place}) ilike ${like}`;
  const no = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  const outer = TAIL_OF_OUTER.test(text)
    ? sql`(k.external_no = ${text} or k.external_no like ${`%${text}`})`
    : sql`k.external_no = ${text}`;
  if (!mayReadCases(who) && who.kind !== 'import')
    return no > 0 ? sql`(k.no = ${no} or ${outer})` : sql`(${outer} or ${matter})`;
  const numbers = numbersIn(text);
  if (numbers.length > 0) {
    const rung = /^\d{4}$/.test(text) ? withTail(communityId, text) : withNumber(communityId, numbers);
    return sql`(k.no = ${no} or ${outer} or k.id = any (array(${rung})))`;
  }
  const words = sql`select t.case_id from case_content t where t.community_id = ${communityId} and t.words ilike ${like}`;
  return sql`(${outer} or ${matter} or k.id = any (array(${words})))`;
}

export function asked(scope: Scope, filter: DayFilter): SQL {
  const { who, category, building, state, words: text } = filter;
  const me = scope.who.kind === 'person' ? scope.who.personId : 0;
  const parts = [
    theirs(scope),
    filter.numbers === null ? sql`true` : sql`k.no = any (${sql.param([...filter.numbers])}::int[])`,
    filter.numbers !== null
      ? sql`true`
      : state === null && text === '' && !(who === 'turn' && filter.tab === 'all')
        ? tabbed(filter.tab, scope.now)
        : state === null
          ? sql`true`
          : isIn([state]),
    who === null
      ? sql`true`
      : who === 'nobody'
        ? sql`k.handler_id is null`
        : who === 'turn'
          ? turnOf(scope)
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
