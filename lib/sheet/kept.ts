import { type SQL, sql } from 'drizzle-orm';
import { atOnce } from '@/lib/gate';
import { openQuery } from '@/lib/query';
import type { Refusal } from '@/lib/result';
import type { Problem, Reading } from './shape';
import { CHUNK, Staged } from './staged';

/**
 * What a sheet says. `problems` has the first 200 of `total`; with any, none of its records may be brought in: `count` is 0. `rows`:
 * the records that can be read as JSON, the bytes as they came, to be kept as they are. `totals` are the rows of sums, which were skipped.
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

/** Begun again where nothing was heard for so long. */
const AGAIN_SECONDS = 120;

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
      begun_at = null, read_rows = 0, refusal = null, rows = excluded.rows, count = excluded.count, problems = excluded.problems, total = excluded.total,
      totals = excluded.totals, columns = excluded.columns`);
  },
);

/** How far a sheet has come that is brought in by a job. */
export interface Underway {
  /** Null: nobody has asked for it, or it was refused. */
  begunAt: string | null;
  readRows: number;
  /** It has taken longer than it ever does. */
  late: boolean;
  refusal: Refusal | null;
}

/** What a kept sheet says, without its rows. */
export const keptSheet = openQuery({
  name: 'sheet.kept',
  read: async ({ db }, kept: Kept) => {
    const { rows } = await db.execute<Omit<ReadSheet & Underway & { file: string }, 'rows'>>(
      sql`select file, count, problems, total, totals, columns, begun_at as "begunAt", read_rows as "readRows", refusal,
          coalesce(begun_at < moment() - make_interval(secs => ${AGAIN_SECONDS}), false) as late
        from kept_sheet
        where ${same(kept)} and at > moment() - interval '24 hours'`,
    );
    return rows[0];
  },
});

/** The rows of a kept sheet that can be read as jsonb: they need not leave the database to be compared with what is in it. */
export const keptRows = (kept: Kept): SQL =>
  sql`(select convert_from(rows, 'UTF8')::jsonb from kept_sheet where ${same(kept)})`;

/** The rows of one with which nothing is wrong. */
const goodRows = (kept: Kept): SQL =>
  sql`(select convert_from(rows, 'UTF8')::jsonb from kept_sheet where ${same(kept)} and total = 0)`;

export const readKeptRows = openQuery({
  name: 'sheet.rows',
  read: async ({ db }, kept: Kept) => {
    const { rows } = await db.execute<{ rows: unknown }>(sql`select ${goodRows(kept)} as rows`);
    return rows[0]?.rows ?? undefined;
  },
});

/** Its rows a thousand at a time: the whole of them stands nowhere as objects. */
export const stagedRows = openQuery({
  name: 'sheet.staged',
  read: async ({ db }, { heard, ...kept }: Kept & { heard: (rows: number) => void }) => {
    const { rows } = await db.execute<{ chunk: string; count: number }>(sql`
      select json_agg(x.row order by x.n)::text as chunk, count(*)::int as count
        from jsonb_array_elements(${goodRows(kept)}) with ordinality x (row, n) group by (x.n - 1) / ${CHUNK}::int
        order by min(x.n)`);
    const count = rows.reduce((sum, one) => sum + one.count, 0);
    return new Staged(
      rows.map(({ chunk }) => Buffer.from(chunk)),
      count,
      heard,
    );
  },
});

/**
 * Leaves a kept sheet to the job that brings it in, and to the same job once more a little later, which finds nothing to do
 * unless the first was killed.
 */
export const beginSheet = atOnce((db, { task, ...kept }: Kept & { task: string }) => {
  const payload = JSON.stringify(kept);
  const key = `${task} ${kept.personId} ${kept.hash}`;
  return db.execute(sql`with begun as (update kept_sheet set begun_at = moment(), read_rows = 0, refusal = null
      where ${same(kept)} returning 1)
    select enqueue(${task}, ${payload}::json, moment(), ${key}),
        enqueue(${task}, ${payload}::json, moment() + make_interval(secs => ${AGAIN_SECONDS}), ${`${key} again`}) from begun`);
});

export const sayRead = atOnce((db, { readRows, ...kept }: Kept & { readRows: number }) =>
  db.execute(sql`update kept_sheet set read_rows = ${readRows} where ${same(kept)}`),
);

/** It was not brought in; whoever sent it reads why, and can try again. */
export const refuseSheet = atOnce((db, { refusal, ...kept }: Kept & { refusal: Refusal }) =>
  db.execute(sql`update kept_sheet set begun_at = null, read_rows = 0, refusal = ${JSON.stringify(refusal)}::jsonb
    where ${same(kept)}`),
);

export const dropSheet = atOnce((db, kept: Kept) => db.execute(sql`delete from kept_sheet where ${same(kept)}`));
