import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Role, Who } from './actor';
import { shows, subjectsIn, turnOf, turnsAt } from './board';
import { asBoard, enteredOnce, inRead, inReadOutside, inTransaction } from './database';
import { type Call, enter, enterAll, entering, type Scope } from './entering';

interface QuerySpec<I, T> {
  name: string;
  /** False is *not found*: a row you may not see does not exist. */
  allow: (who: Who, input: I) => boolean;
  read: (scope: Scope, input: I) => Promise<T | undefined>;
}

/** The only road to a read in a community: one read-only transaction, one connection. Undefined is *not found*. */
export function query<I, T>(spec: QuerySpec<I, T>) {
  return (call: Omit<Call, 'key'>, input: I): Promise<T | undefined> =>
    inRead(async (db) => {
      const as = JSON.stringify([call.by, call.community]);
      const entered = await enteredOnce(db, as, () => enter(db, call, false));
      if (!entered || !spec.allow(entered.who, input)) return undefined;
      return spec.read({ ...entered, db }, input);
    });
}

/**
 * A read for the notice board: what anybody may know. It has no person, and works as a role that can read the views that
 * rooms declare and nothing else. `shows` names the subjects whose change may change what it returns, also where it finds
 * nothing; `turnsAt` of what it returns is the next moment at which the clock alone changes it.
 */
export function boardQuery<I, T>(spec: {
  name: string;
  shows: (input: I, found: T | undefined) => string[];
  read: (scope: Scope, input: I) => Promise<T | undefined>;
}) {
  return (slug: string, input: I): Promise<T | undefined> =>
    inTransaction(async (db) => {
      const scope = await enter(db, { by: { visitor: true }, community: slug }, false);
      const found = scope && (await spec.read(scope, input));
      if (scope) {
        shows(subjectsIn(slug, spec.shows(input, found)));
        turnsAt(turnOf((found as { turnsAt?: Date | null } | undefined)?.turnsAt, scope.now));
      }
      return found;
    }, asBoard());
}

/** A read of what concerns one person over all communities. */
export function personQuery<I, T>(spec: {
  name: string;
  read: (scope: { db: Database; now: Date; personId: number }, input: I) => Promise<T>;
}) {
  return (personId: number, input: I): Promise<T> =>
    inRead(async (db) => spec.read({ db, now: await enterAll(db, personId), personId }, input));
}

/**
 * A read over all communities in which a person holds an office for the whole community, and over no others. Undefined is
 * *not found*: the office is held nowhere.
 */
export function officeQuery<I, T>(spec: {
  name: string;
  office: Exclude<Role, 'captain'>;
  read: (
    scope: { db: Database; now: Date; personId: number; communities: number[] },
    input: I,
  ) => Promise<T | undefined>;
}) {
  return (personId: number, input: I): Promise<T | undefined> =>
    inRead(async (db) => {
      const { rows } = await db.execute<{ now: string; communities: number[] }>(
        sql`select to_json(now)#>>'{}' as now, communities, ${entering(sql`communities`)}
          from (select now, communities_of_office(${personId}, ${spec.office}, now) as communities
            from (select moment() as now offset 0) as clock offset 0) as held`,
      );
      const { now = '', communities = [] } = rows[0] ?? {};
      return communities.length > 0 ? spec.read({ db, now: new Date(now), personId, communities }, input) : undefined;
    });
}

/** A read of the installation itself: which communities there are, whether a session holds. */
export function openQuery<I, T>(spec: {
  name: string;
  /** For a page of the board that belongs to no community: `/communities`. */
  shows?: string[];
  read: (scope: { db: Database }, input: I) => Promise<T>;
}) {
  return (input: I): Promise<T> => {
    if (spec.shows) shows(spec.shows);
    return inReadOutside((db) => spec.read({ db }, input));
  };
}
