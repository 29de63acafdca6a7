import { type SQL, sql } from 'drizzle-orm';
import { PROGRAMME_KINDS, type ProgrammeKind } from '@/db/words/programmes';
import { addDays, type Day, shanghaiDate, startOfDay } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { toldOf } from '../facts';
import { monthAfter, WEEK_DAYS } from '../rules';

const PAGE = 30;
/** So many dates stand on one sheet of a month. */
const MOST_OF_MONTH = 300;

/** So many pictures of what was held stand on the page of it, the last first. */
const MOST_PICTURES = 24;

/** A picture of it that hangs. */
interface Hanging {
  id: number;
  caption: string;
  on: string;
  width: number;
  height: number;
}

/** A date as anybody reads of it. */
export interface Told {
  no: number;
  programme: number;
  kind: ProgrammeKind;
  title: string;
  place: string;
  bring: string;
  startsAt: string;
  endsAt: string;
  slotMinutes: number | null;
  movedFrom: string | null;
  moveReason: string;
  cancelledAt: string | null;
  cancelReason: string;
}
export interface Hung extends Told {
  /** Null: so few can come that nobody is told. */
  full: boolean | null;
}

/** What is on a day: a date of a programme, or a meeting. */
export type On =
  | Hung
  | (Omit<Hung, 'kind' | 'programme' | 'slotMinutes'> & { kind: 'meeting'; programme: null; slotMinutes: null });

const from = sql`from occasion o join programme p on p.community_id = o.community_id and p.id = o.programme_id`;

const hung = ({ communityId, ...scope }: Scope, which: SQL, limit: number) =>
  rows<Hung>(
    scope,
    sql`select json_build_object(${toldOf}, 'full', o.full) as view ${from}
      where o.community_id = ${communityId} and ${which} order by o.starts_at, o.no limit ${limit}`,
  );

/** Programmes and meetings in the order in which they begin. */
const on = ({ communityId, ...scope }: Scope, first: Day, end: Day, more: { limit: number; over?: Date }) => {
  const over = more.over ? sql`and ends_at > ${moment(more.over)}` : sql``;
  return rows<On>(
    scope,
    sql`select view from (
        select json_build_object(${toldOf}, 'full', o.full) as view, o.starts_at, o.ends_at, 0 as sort, o.no ${from}
          where o.community_id = ${communityId} and ${between(sql`o`, first, end)}
        union all
        select json_build_object('no', m.no, 'programme', null, 'kind', 'meeting', 'title', m.title, 'place', m.place,
            'bring', '', 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'slotMinutes', null, 'movedFrom', m.moved_from,
            'moveReason', m.move_reason, 'cancelledAt', m.cancelled_at, 'cancelReason', m.cancel_reason, 'full', null),
          m.starts_at, m.ends_at, 1, m.no from meeting m
          where m.community_id = ${communityId} and ${between(sql`m`, first, end)}) x
      where true ${over} order by starts_at, sort, no limit ${more.limit}`,
  );
};

/** A page grows old when the first date on it that is still to come is over. */
const next = (found: readonly Pick<Told, 'endsAt'>[], now: Date) => {
  const ends = found.map(({ endsAt }) => new Date(endsAt)).filter((end) => end > now);
  return ends.length > 0 ? new Date(Math.min(...ends.map(Number))) : null;
};

const moment = (when: Date) => sql`${when.toISOString()}::timestamptz`;
const between = (row: SQL, first: Day, end: Day) =>
  sql`${row}.starts_at >= ${moment(startOfDay(first))} and ${row}.starts_at < ${moment(startOfDay(end))}`;
const anything = (communityId: number, first: Day, end: Day) =>
  sql`(exists (select from occasion o where o.community_id = ${communityId} and ${between(sql`o`, first, end)})
    or exists (select from meeting m where m.community_id = ${communityId} and ${between(sql`m`, first, end)}))`;

export const isKind = (text: string): text is ProgrammeKind => (PROGRAMME_KINDS as readonly string[]).includes(text);

/** What is still to come, the next first, of one kind or of all. */
export const boardComing = boardQuery({
  name: 'programmes.coming',
  read: async (scope, { kind, after = null }: { kind?: ProgrammeKind; after?: number | null }) => {
    const since =
      after === null
        ? sql``
        : sql`and (o.starts_at, o.no) >= (select x.starts_at, x.no from occasion x
            where x.community_id = ${scope.communityId} and x.no = ${after})`;
    const which = sql`o.ends_at > ${moment(scope.now)} ${kind ? sql`and p.kind = ${kind}` : sql``} ${since}`;
    const read = await hung(scope, which, PAGE + 2);
    const found = pageAfter(read, after, { size: PAGE, key: (row) => row.no });
    if (!found) return undefined;
    return { occasions: found.page, next: found.next, now: scope.now, turnsAt: next(found.page, scope.now) };
  },
  shows: () => ['programmes'],
});

/** 这周有什么: today and the six days after. */
export const boardWeek = boardQuery({
  name: 'programmes.week',
  read: async (scope, _: Record<never, never>) => {
    const today = shanghaiDate(scope.now);
    const occasions = await on(scope, today, addDays(today, WEEK_DAYS), { limit: 6, over: scope.now });
    return { occasions, turnsAt: next(occasions, scope.now) };
  },
  shows: () => ['programmes', 'meetings'],
});

/** A month of it; undefined for one in which nothing is and which is neither this one nor the next. */
export const boardMonth = boardQuery({
  name: 'programmes.month',
  read: async (scope, { month }: { month: string }) => {
    const current = shanghaiDate(scope.now).slice(0, 7);
    const after = monthAfter(month, 1);
    const read = await on(scope, `${month}-01`, `${after}-01`, { limit: MOST_OF_MONTH + 1 });
    const occasions = read.slice(0, MOST_OF_MONTH);
    const known = (one: string) => one === current || one === monthAfter(current, 1);
    if (occasions.length === 0 && !known(month)) return undefined;
    const [beside] = await rows<{ before: boolean; after: boolean }>(
      scope,
      sql`select json_build_object(
        'before', ${anything(scope.communityId, `${monthAfter(month, -1)}-01`, `${month}-01`)},
        'after', ${anything(scope.communityId, `${after}-01`, `${monthAfter(month, 2)}-01`)}) as view`,
    );
    const { nameZh, nameEn } = scope.community;
    return {
      nameZh,
      nameEn,
      occasions,
      /** Not all of it fits. */
      cut: read.length > occasions.length,
      now: scope.now,
      before: beside?.before || known(monthAfter(month, -1)),
      after: beside?.after || known(after),
      turnsAt: next(occasions, scope.now),
    };
  },
  shows: () => ['programmes', 'meetings'],
});

/** One thing and its dates, the last few that were and those to come. */
export const boardProgramme = boardQuery({
  name: 'programmes.one',
  read: async (scope, { no }: { no: number }) => {
    const [programme] = await rows<{ kind: ProgrammeKind; title: string; place: string; words: string; bring: string }>(
      scope,
      sql`select json_build_object('kind', p.kind, 'title', p.title, 'place', p.place, 'words', p.words, 'bring', p.bring)
        as view from programme p where p.community_id = ${scope.communityId} and p.no = ${no}`,
    );
    if (!programme) return undefined;
    const coming = await hung(scope, sql`p.no = ${no} and o.ends_at > ${moment(scope.now)}`, PAGE);
    const [{ held } = { held: 0 }] = await rows<{ held: number }>(
      scope,
      sql`select json_build_object('held', count(*)) as view ${from} where o.community_id = ${scope.communityId}
        and p.no = ${no} and o.ends_at <= ${moment(scope.now)} and o.cancelled_at is null`,
    );
    const pictures = await rows<Hanging>(
      scope,
      sql`select json_build_object('id', x.id, 'caption', x.caption, 'on', o.starts_at, 'width', x.small_width,
          'height', x.small_height) as view from picture x
        join occasion o on o.community_id = x.community_id and o.id = x.subject_id
        join programme p on p.community_id = o.community_id and p.id = o.programme_id
        where x.community_id = ${scope.communityId} and x.subject = 'occasion' and p.no = ${no}
        order by o.starts_at desc, x.position, x.id limit ${MOST_PICTURES}`,
    );
    return { ...programme, coming, held, pictures, now: scope.now, turnsAt: next(coming, scope.now) };
  },
  shows: () => ['programmes'],
});

/** What is on from two months back, for calendars; what does not fit is the furthest off, and comes in as days pass. */
export const boardFeed = boardQuery({
  name: 'programmes.feed',
  read: async (scope, _: Record<never, never>) => {
    const since = addDays(shanghaiDate(scope.now), -60);
    const occasions = await hung(scope, sql`o.starts_at >= ${moment(startOfDay(since))}`, 500);
    return { ...scope.community, occasions, now: scope.now };
  },
  shows: () => ['programmes'],
});
