import { type SQL, sql } from 'drizzle-orm';
import type { Erasure } from '@/db/said';

/** Columns by table. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Rows of one name in a person's export; the statement gives each as JSON in a column `view`. */
interface Exported {
  columns: Columns;
  rows: (personId: number) => SQL;
}

interface Erased {
  columns: Columns;
  statement: Erasure;
}

/**
 * What a capability holds of people: every column that leads to a person or a household stands in an export, goes when
 * its person deletes their data, or stays for a reason (Personal Information Protection Law art. 45 and 47).
 */
export interface Personal {
  exported?: Readonly<Record<string, Exported>>;
  /** One after the other. */
  erased?: readonly Erased[];
  kept?: readonly (readonly [why: string, columns: Columns])[];
}

/** Why something stays, where many have the same reason. */
export const stays = {
  office: 'done in an office and in its name: whoever answers for it can be asked',
  matter: 'the matter others have answered; it bears nobody’s name',
  counted: 'counted with others; without name and number it leads to nobody',
  household: 'said for a household, in which others live',
  course: 'the course of a matter is everybody’s',
};

/** The home of `row` is one this person lived in at the moment `at`. */
export const livedThere = (
  personId: number | SQL,
  row: string,
  at: string,
): SQL => sql`exists (select 1 from residency v
  where v.community_id = ${sql.raw(row)}.community_id and v.household_id = ${sql.raw(row)}.household_id
    and v.person_id = ${personId} and v.from_at <= ${sql.raw(at)} and (v.to_at is null or v.to_at > ${sql.raw(at)}))`;

/**
 * A row whose words were said for a home by whoever lived there, or written down for it by somebody who did not, as `by` says: they
 * are this person's where they said them, or lived there when they were written down.
 */
export const saidOrWrittenDown = (personId: number, row: string, { by, at }: { by: string; at: string }): SQL => {
  const who = sql`${sql.identifier(row)}.${sql.identifier(by)}`;
  const when = `${row}.${at}`;
  return sql`(${livedThere(personId, row, when)} and (${who} = ${personId} or not ${livedThere(who, row, when)}))`;
};

/**
 * Keys of rows that are theirs: said by this person, or written down for a household by somebody else while this person
 * lived there. Words are a person's and not a flat's: who moves in takes away nothing of those before.
 */
export const theirs = (personId: number | SQL, table: string, { by, at }: { by: string; at: string }): SQL => {
  const [name, who, when] = [sql.identifier(table), sql.identifier(by), sql.identifier(at)];
  return sql`(select x.community_id, x.id from ${name} x where x.${who} = ${personId}
    union all select x.community_id, x.id from residency v join ${name} x on x.community_id = v.community_id
      and x.household_id = v.household_id and v.from_at <= x.${when} and (v.to_at is null or v.to_at > x.${when})
    where v.person_id = ${personId} and x.${who} is null)`;
};
