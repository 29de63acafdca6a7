import { type SQL, sql } from 'drizzle-orm';
import { atOnce } from '@/lib/gate';
import { openQuery } from '@/lib/query';
import type { Problem, Reading } from './shape';

/**
 * What a sheet says. `problems` has the first 200 of `total`; with any, no rows. `rows`: its `count` records as JSON, the
 * bytes as they came, to be kept as they are. `totals` are the rows of sums, which were skipped.
 */
export interface ReadSheet {
  rows: Buffer;
  count: number;
  problems: Problem[];
  total: number;
  totals: { row: number; text: string }[];
  /** Which heading was taken for which column, and which for none; the heading in one line. */
  columns: Reading<unknown>['columns'];
}

/** A sheet somebody sent in, by whom, where (the community's address), which, and the SHA-256 of its file in hexadecimal. */
export interface Kept {
  personId: number;
  community: string;
  sheet: string;
  hash: string;
}

/** Of one person; the oldest goes for the next. */
const MOST = 3;

const same = ({ personId, community, sheet, hash }: Kept) => sql`person_id = ${personId} and community = ${community}
  and sheet = ${sheet} and hash = decode(${hash}, 'hex')`;

/** Keeps what a sheet says for 24 hours, for this person alone. */
export const keepSheet = atOnce(
  (db, { file, rows, count, problems, total, totals, columns, ...kept }: Kept & ReadSheet & { file: string }) => {
    const { personId, community, sheet, hash } = kept;
    return db.execute(sql`
    with older as (delete from kept_sheet where ctid in (select ctid from kept_sheet
      where person_id = ${personId} and not (${same(kept)}) order by at desc offset ${MOST - 1}))
    insert into kept_sheet (person_id, community, sheet, hash, file, rows, count, problems, total, totals, columns)
    values (${personId}, ${community}, ${sheet}, decode(${hash}, 'hex'), ${file}, ${rows}, ${count},
      ${JSON.stringify(problems)}::jsonb, ${total}, ${JSON.stringify(totals)}::jsonb,
      ${JSON.stringify(columns)}::jsonb)
    on conflict (person_id, community, sheet, hash) do update set at = moment(), file = excluded.file,
      rows = excluded.rows, count = excluded.count, problems = excluded.problems, total = excluded.total,
      totals = excluded.totals, columns = excluded.columns`);
  },
);

/** What a kept sheet says, without its rows. */
export const keptSheet = openQuery({
  name: 'sheet.kept',
  read: async ({ db }, kept: Kept) => {
    const { rows } = await db.execute<Omit<ReadSheet, 'rows'> & { file: string }>(
      sql`select file, count, problems, total, totals, columns from kept_sheet
        where ${same(kept)} and at > moment() - interval '24 hours'`,
    );
    return rows[0];
  },
});

/** The rows of a kept sheet as jsonb: they need not leave the database to be compared with what is in it. */
export const keptRows = (kept: Kept): SQL =>
  sql`(select convert_from(rows, 'UTF8')::jsonb from kept_sheet where ${same(kept)})`;

export const readKeptRows = openQuery({
  name: 'sheet.rows',
  read: async ({ db }, kept: Kept) => {
    const { rows } = await db.execute<{ rows: unknown }>(sql`select ${keptRows(kept)} as rows`);
    return rows[0]?.rows ?? undefined;
  },
});

export const dropSheet = atOnce((db, kept: Kept) => db.execute(sql`delete from kept_sheet where ${same(kept)}`));
