import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from './gate';

/** One thing known of a row, as an expression over its table that reads as JSON; moments come as ISO texts. */
export interface Fact<T> {
  sql: SQL;
  read: (json: unknown) => T;
}

export type Facts = Readonly<Record<string, Fact<unknown>>>;

/** What is known when these have been loaded. */
export type Known<F extends Facts> = { [K in keyof F]: F[K] extends Fact<infer T> ? T : never };

/** `J`: as it comes. */
export const fact = <T, J = T>(expression: SQL, read = (json: J): T => json as unknown as T): Fact<T> => ({
  sql: expression,
  read: (json) => read(json as J),
});

export const momentOf = (text: string): Date => new Date(text);
export const maybeMoment = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** A row whose moments are still texts. */
export type Texts<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

type Moments<T> = { [K in keyof T]-?: T[K] extends Date | null ? K : never }[keyof T];

/** The row with these moments read. */
export const dated = <T extends object>(row: Texts<T>, ...names: Moments<T>[]): T =>
  Object.assign(
    { ...row } as unknown as T,
    Object.fromEntries(names.map((name) => [name, maybeMoment(row[name] as string | null)])),
  );

export const moment = (expression: SQL): Fact<Date> => fact(expression, momentOf);
export const momentOrNone = (expression: SQL): Fact<Date | null> => fact(expression, maybeMoment);

/** `select json_agg(…) …` as a list, also of nothing. */
export const list = (query: SQL): SQL => sql`coalesce((${query}), '[]'::json)`;

/** The column of a select that `readFacts` reads. */
export const factColumn = (facts: Facts): SQL<unknown[]> =>
  sql`json_build_array(${sql.join(
    Object.values(facts).map((one) => one.sql),
    sql`, `,
  )})`;

export const readFacts = <F extends Facts>(facts: F, row: readonly unknown[]): Known<F> =>
  Object.fromEntries(Object.entries(facts).map(([name, one], index) => [name, one.read(row[index])])) as Known<F>;

/** What is known of the rows of a query `from … where …`, in one statement. */
export async function known<F extends Facts>(scope: Pick<Scope, 'db'>, facts: F, from: SQL): Promise<Known<F>[]> {
  const { rows } = await scope.db.execute<{ facts: unknown[] }>(sql`select ${factColumn(facts)} as facts ${from}`);
  return rows.map((row) => readFacts(facts, row.facts));
}
