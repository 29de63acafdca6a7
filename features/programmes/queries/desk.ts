import { type SQL, sql } from 'drizzle-orm';
import type { ProgrammeKind, SignUpChannel, SignUpState } from '@/db/words/programmes';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { buildingNamed } from '@/features/people/facts';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { toldOf } from '../facts';
import { mayReadGuests } from '../policy';
import type { Told } from './board';
import { freeSlots } from './mine';

const PAGE = 30;
const named = buildingNamed('b');

interface Counted extends Told {
  places: number;
  capacity: number;
  taken: number;
  waiting: number;
  walkedIn: number;
  /** That have a place or wait for one. */
  households: number;
}

const heads = (which: SQL) => sql`(select coalesce(sum(s.heads), 0)::int from sign_up s
  where s.community_id = o.community_id and s.occasion_id = o.id and ${which})`;
const counts = sql`'places', o.places, 'capacity', o.places * o.slots, 'taken', ${heads(sql`s.state = 'taken'`)},
  'waiting', ${heads(sql`s.state = 'waiting'`)}, 'walkedIn', ${heads(sql`s.channel = 'walk_in'`)},
  'households', (select count(*)::int from sign_up s where s.community_id = o.community_id and s.occasion_id = o.id
    and s.household_id is not null and s.state <> 'withdrawn')`;
const from = sql`from occasion o join programme p on p.community_id = o.community_id and p.id = o.programme_id`;

const listed = ({ communityId, ...scope }: Scope, which: SQL, order: SQL, limit: number) =>
  rows<Counted>(
    scope,
    sql`select json_build_object(${toldOf}, ${counts}) as view ${from}
      where o.community_id = ${communityId} and ${which} order by ${order} limit ${limit}`,
  );

const moment = (when: Date) => sql`${when.toISOString()}::timestamptz`;

/** From a date on, in the order of the list. */
const notBefore = ({ communityId }: Scope, after: number | null, than: SQL = sql`>=`) =>
  after === null
    ? sql``
    : sql`and (o.starts_at, o.no) ${than} (select x.starts_at, x.no from occasion x
        where x.community_id = ${communityId} and x.no = ${after})`;

/** Dates at the desk: those to come, the next first; `over`: those that were, the last first. */
export const deskProgrammes = query({
  name: 'programmes.desk',
  allow: (who, _: { over: boolean; after: number | null }) => mayReadGuests(who),
  read: async (scope, { over, after }) => {
    const { now } = scope;
    const side = over ? sql`o.ends_at <= ${moment(now)}` : sql`o.ends_at > ${moment(now)}`;
    const since = notBefore(scope, after, over ? sql`<=` : sql`>=`);
    const order = over ? sql`o.starts_at desc, o.no desc` : sql`o.starts_at, o.no`;
    const read = await listed(scope, sql`${side} ${since}`, order, PAGE + 2);
    const found = pageAfter(read, after, { size: PAGE, key: (row) => row.no });
    return found && { occasions: found.page, next: found.next };
  },
});

/** One thing at the desk, with its dates to come. */
export const deskProgramme = query({
  name: 'programmes.desk_one',
  allow: (who, _: { no: number }) => mayReadGuests(who),
  read: async (scope, { no }) => {
    const [one] = await rows<{ kind: ProgrammeKind; title: string; place: string; words: string; bring: string }>(
      scope,
      sql`select json_build_object('kind', p.kind, 'title', p.title, 'place', p.place, 'words', p.words, 'bring', p.bring)
        as view from programme p where p.community_id = ${scope.communityId} and p.no = ${no}`,
    );
    if (!one) return undefined;
    const which = sql`p.no = ${no} and o.ends_at > ${moment(scope.now)}`;
    return { ...one, coming: await listed(scope, which, sql`o.starts_at, o.no`, PAGE) };
  },
});

/** A place, with whose it is. */
export interface Guest {
  signUp: number;
  ticket: number;
  channel: SignUpChannel;
  state: Exclude<SignUpState, 'withdrawn'>;
  heads: number;
  slot: number;
  came: boolean | null;
  feedback: string;
  /** Null: somebody who walked in. */
  building: string | null;
  entrance: number | null;
  door: string | null;
}

const GUESTS = 100;

const guests = ({ communityId, ...scope }: Scope, which: SQL, limit = GUESTS + 2) =>
  rows<
    Guest & {
      title: string;
      place: string;
      startsAt: string;
      endsAt: string;
      slotMinutes: number | null;
      occasion: number;
    }
  >(
    scope,
    sql`select json_build_object('signUp', s.id, 'ticket', s.ticket, 'channel', s.channel, 'state', s.state,
        'heads', s.heads, 'slot', s.slot, 'came', s.came, 'feedback', s.feedback, 'building', ${named}, 'entrance', e.no,
        'door', u.door, 'title', p.title, 'place', p.place, 'startsAt', o.starts_at, 'endsAt', o.ends_at,
        'slotMinutes', o.slot_minutes, 'occasion', o.no) as view
      from sign_up s join occasion o on o.community_id = s.community_id and o.id = s.occasion_id
        join programme p on p.community_id = o.community_id and p.id = o.programme_id
        left join household h on h.community_id = s.community_id and h.id = s.household_id
        left join unit u on u.community_id = h.community_id and u.id = h.unit_id
        left join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
        left join building b on b.community_id = h.community_id and b.id = h.building_id
      where s.community_id = ${communityId} and s.state <> 'withdrawn' and ${which}
      order by (s.state = 'waiting'), s.slot, s.id limit ${limit}`,
  );

/** A page of those who have a place or wait for one: by their time, in their order, those who wait at the end. */
async function guestsAfter(scope: Scope, which: SQL, after: number | null) {
  const at = (name: 's' | 'x') => {
    const s = sql.identifier(name);
    return sql`${s}.state = 'waiting', ${s}.slot, ${s}.id`;
  };
  const since =
    after === null
      ? sql``
      : sql`and (${at('s')}) >= (select ${at('x')} from sign_up x where x.community_id = ${scope.communityId} and x.id = ${after})`;
  const read = await guests(scope, sql`${which} ${since}`);
  const found = pageAfter(read, after, { size: GUESTS, key: ({ signUp }) => signUp });
  return found && { guests: found.page, next: found.next };
}

interface OneDate {
  no: number;
  /** The last on the page before. */
  after?: number | null;
}

/** One date with who comes, for those who receive them. */
export const deskOccasion = query({
  name: 'programmes.guests',
  allow: (who, _: OneDate) => mayReadGuests(who),
  read: async (scope, { no, after = null }) => {
    const [one] = await rows<Counted & { free: boolean[] }>(
      scope,
      sql`select json_build_object(${toldOf}, ${counts}, 'free', ${freeSlots}) as view ${from}
        where o.community_id = ${scope.communityId} and o.no = ${no}`,
    );
    const [told] = await rows<{ words: string[] }>(
      scope,
      sql`select json_build_object('words', coalesce(json_agg(s.feedback order by s.id), '[]')) as view from sign_up s
        join occasion o on o.community_id = s.community_id and o.id = s.occasion_id
        where s.community_id = ${scope.communityId} and o.no = ${no} and s.feedback <> ''`,
    );
    const page = await guestsAfter(scope, sql`o.no = ${no}`, after);
    return one && page && { ...one, ...page, said: told?.words ?? [], now: scope.now };
  },
});

const theirs = ({ who }: Scope) => {
  const own = entrancesOf(who) ?? [];
  return own === 'all' ? sql`true` : sql`h.entrance_id = any (${sql.param(own)}::integer[])`;
};

/** What can be signed up for at the doors: the next first. */
export const doorProgrammes = query({
  name: 'programmes.door',
  allow: (who, _: { after?: number | null }) => mayGoRound(who),
  read: async (scope, { after = null }) => {
    const which = sql`o.starts_at > ${moment(scope.now)} and o.cancelled_at is null ${notBefore(scope, after)}`;
    const read = await listed(scope, which, sql`o.starts_at, o.no`, PAGE + 2);
    const found = pageAfter(read, after, { size: PAGE, key: (row) => row.no });
    return found && { occasions: found.page, next: found.next };
  },
});

/** One date at the doors, with those households of one's entrances that have a place. */
export const doorOccasion = query({
  name: 'programmes.door_one',
  allow: (who, _: OneDate) => mayGoRound(who),
  read: async (scope, { no, after = null }) => {
    const [one] = await rows<Told & { free: boolean[] }>(
      scope,
      sql`select json_build_object(${toldOf}, 'free', ${freeSlots}) as view ${from}
        where o.community_id = ${scope.communityId} and o.no = ${no}`,
    );
    if (!one) return undefined;
    const mine = entrancesOf(scope.who);
    const [place] = await rows<{ building: string; entrance: number }>(
      scope,
      sql`select json_build_object('building', ${buildingNamed('b', '/')}, 'entrance', e.no) as view from entrance e
        join building b on b.community_id = e.community_id and b.id = e.building_id
        where e.community_id = ${scope.communityId} and e.id = any (${sql.param(Array.isArray(mine) ? mine : [])}::integer[]) limit 1`,
    );
    const page = await guestsAfter(scope, sql`o.no = ${no} and ${theirs(scope)}`, after);
    return page && { ...one, ...page, home: place, now: scope.now };
  },
});

/** The slip of a place, to be printed at the door or where one walks in. */
export const slip = query({
  name: 'programmes.slip',
  allow: (who, _: { no: number }) => mayGoRound(who),
  read: async (scope, { no }) => {
    const walked = entrancesOf(scope.who) === 'all' ? sql`or s.household_id is null` : sql``;
    const [one] = await guests(scope, sql`s.id = ${no} and (${theirs(scope)} ${walked})`, 1);
    return one && { ...one, now: scope.now };
  },
});

/** Whether something is on tomorrow of which nobody has been reminded. */
export const isSoon = query({
  name: 'programmes.soon',
  allow: (who, _: Record<never, never>) => who.kind === 'system',
  read: async ({ communityId, now, ...scope }) => {
    const day = addDays(shanghaiDate(now), 1);
    const found = await rows<number>(
      scope,
      sql`select to_json(o.no) as view from occasion o where o.community_id = ${communityId} and o.cancelled_at is null
        and o.reminded_at is null and o.starts_at >= ${moment(startOfDay(day))}
        and o.starts_at < ${moment(startOfDay(addDays(day, 1)))} limit 1`,
    );
    return found.length > 0;
  },
});
