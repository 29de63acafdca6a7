import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { OF_DISTRICT, type Office } from '@/db/words/offices';
import type { Who } from './actor';
import { shows, subjectsIn, turnOf, turnsAt } from './board';
import { asBoard, asOffice, enteredOnce, inRead, inReadOutside, inTransaction } from './database';
import { type Call, enter, enterAll, entering, enterOffices, type Scope } from './entering';

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

/** A read in all communities in which a person holds an office, as each lets them. */
export function ownOfficesQuery<T>(spec: { name: string; read: (scopes: Scope[]) => Promise<T> }) {
  return (personId: number): Promise<T> => inRead(async (db) => spec.read(await enterOffices(db, personId)));
}

/** Every read of an office, with the offices that may. */
export const officeReads = new Map<string, readonly Office[]>();

/**
 * A read over the communities of a district over which a person holds an office, and over no others. It works as a role that
 * can read what hangs on their boards and the views rooms declare for offices: no name, telephone, door or word of a resident.
 * Undefined is *not found*: no such office is held.
 */
export function officeQuery<I extends { district: string }, T>(spec: {
  name: string;
  offices: readonly Office[];
  read: (
    /** `chooses`: holds the office that chooses communities and sends people there; `whole`: one over all of the district; `ofStreet`: one of a street. */
    scope: {
      db: Database;
      now: Date;
      personId: number;
      communities: number[];
      chooses: boolean;
      whole: boolean;
      ofStreet: boolean;
      of: { id: number; nameZh: string; nameEn: string };
    },
    input: I,
  ) => Promise<T | undefined>;
}) {
  officeReads.set(spec.name, spec.offices);
  return (personId: number, input: I): Promise<T | undefined> =>
    inTransaction(async (db) => {
      const offices = sql.param([...spec.offices]);
      const { rows } = await db.execute<{
        now: string;
        communities: number[] | null;
        chooses: boolean;
        whole: boolean;
        ofStreet: boolean;
        of: { id: number; nameZh: string; nameEn: string } | null;
      }>(
        sql`select to_json(now)#>>'{}' as now, communities, chooses, whole, "ofStreet", (select json_build_object('id', d.id,
            'nameZh', d.name_zh, 'nameEn', d.name_en) from district d where d.slug = ${input.district}) as of, ${entering(sql`coalesce(communities, '{}')`)}
          from (select now, communities_of_district(${personId}, ${input.district}, ${offices}::text[], now) as communities,
              communities_of_district(${personId}, ${input.district}, array['organisation'], now) is not null as chooses,
              communities_of_district(${personId}, ${input.district}, ${sql.param([...OF_DISTRICT])}::text[], now) is not null as whole,
              communities_of_district(${personId}, ${input.district}, array['street-office'], now) is not null as "ofStreet"
            from (select moment() as now offset 0) as clock offset 0) as held`,
      );
      const {
        now = '',
        communities = null,
        chooses = false,
        whole = false,
        ofStreet = false,
        of = null,
      } = rows[0] ?? {};
      if (!communities || !of) return undefined;
      return spec.read({ db, now: new Date(now), personId, communities, chooses, whole, ofStreet, of }, input);
    }, asOffice());
}

/**
 * A read for a page of a district that anybody may read: as the notice board does, over the communities that lie in it. It is
 * made anew when something of the district changes, or the figures of one of them.
 */
export function districtQuery<I extends { district: string }, T>(spec: {
  name: string;
  read: (scope: { db: Database; now: Date; communities: number[] }, input: I) => Promise<T | undefined>;
}) {
  return (input: I): Promise<T | undefined> =>
    inTransaction(async (db) => {
      const { rows } = await db.execute<{ now: string; id: number; slug: string }>(
        sql`select to_json(moment())#>>'{}' as now, c.id, c.slug from community c join street s on s.id = c.street_id
          join district d on d.id = s.district_id where d.slug = ${input.district} order by c.id limit 1000`,
      );
      const communities = rows.map(({ id }) => id);
      await db.execute(sql`select ${entering(sql`${sql.param(communities)}::int[]`)}`);
      const now = new Date(rows[0]?.now ?? 0);
      shows([`/district/${input.district}`, ...rows.map(({ slug }) => `${slug}/figures`)]);
      if (rows.length > 0) turnsAt(turnOf(null, now));
      return spec.read({ db, now, communities }, input);
    }, asBoard());
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
