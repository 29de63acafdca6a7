import { type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type pg from 'pg';

type Database = NodePgDatabase;

/** A kind of thing somebody who leaves may have open. */
export interface OpenKind {
  /** Stands in the record before its number: `promise-12`, `doors-3-7`. */
  kind: string;
  /** Among all kinds. */
  place: number;
  /** `item`, `no` and `title`, and whose it is: the person `owner` or everybody who goes round the `entrance`. */
  rows: (community: SQL) => SQL;
}

/** One open thing; `item` is its name in the record: `promise-12`, `doors-3-7`. */
export interface OpenItem {
  item: string;
  kind: string;
  /** Of the proposal, the round, the building site or the request: its public number. */
  no: number;
  title: string;
  entranceId: number | null;
}

interface Leaving {
  personId: number;
  /** The entrance of a captain's grant; null for a role in the whole community. */
  entranceId: number | null;
  /** Whether this is the last role in the whole community the person has: what is theirs as staff goes with it. */
  lastStaff: boolean;
}

/** What is open in a community, as one function that says it of every room. */
export async function installOpen(client: pg.Client, kinds: readonly OpenKind[]): Promise<void> {
  const dialect = new PgDialect();
  const each = kinds.map(({ kind, place, rows }) => {
    const { sql: text, params } = dialect.sqlToQuery(rows(sql.raw('$1')));
    if (params.length > 0) throw new Error(`what is open is asked of a community alone: ${text}`);
    return `select item, '${kind}', ${place}, no, title, owner, entrance from (${text}) x`;
  });
  await client.query(`create or replace function open_items(community integer)
    returns table (item text, kind text, place integer, no integer, title text, owner integer, entrance integer)
    language sql stable as $open$ ${each.join('\n union all ')} $open$`);
}

/**
 * 交接: what is open with somebody who leaves. A promise made in answer to an objection and not yet accepted, answers
 * not given or not yet confirmed, drafts, rounds without a summary, opposition without an answer; of a captain, doors
 * still to be asked, requests to join and answers to be brought. What was handed over before belongs to its receiver.
 */
export async function openWith(db: Database, communityId: number, leaving: Leaving): Promise<OpenItem[]> {
  const { personId, entranceId, lastStaff } = leaving;
  const held =
    entranceId !== null
      ? sql`i.entrance = ${entranceId} and coalesce(h.receiver_id, ${personId}) = ${personId}`
      : lastStaff
        ? sql`coalesce(h.receiver_id, i.owner) = ${personId}`
        : sql`false`;
  const { rows } = await db.execute<OpenItem & Record<string, unknown>>(sql`
    select i.item, i.kind, i.no, i.title, i.entrance as "entranceId"
      from open_items(${communityId}) i
      left join lateral (select receiver_id from handover h where h.community_id = ${communityId} and h.item = i.item
        order by h.id desc limit 1) h on true
     where ${held} order by i.place, i.no, i.item`);
  return rows.map(({ item, kind, no, title, entranceId: entrance }) => ({
    item,
    kind,
    no,
    title,
    entranceId: entrance,
  }));
}

/** The same of one grant, which the caller has locked or read at `now`. */
export async function openWithGrant(
  db: Database,
  grant: { communityId: number; id: number; personId: number; entranceId: number | null },
): Promise<OpenItem[]> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from grants where community_id = ${grant.communityId} and person_id = ${grant.personId}
      and entrance_id is null and id <> ${grant.id} and from_at <= moment()
      and (to_at is null or to_at > moment())`);
  const { personId, entranceId, communityId } = grant;
  return openWith(db, communityId, { personId, entranceId, lastStaff: (rows[0]?.n ?? 0) === 0 });
}

/**
 * Rows of what was left open by those whose last role in the whole community is over: the grant (`id`, `person_id`,
 * `role`, `to_at`), once for each thing.
 */
export const leftOpen = (community: number, now: Date): SQL => {
  const moment = sql`${now.toISOString()}::timestamptz`;
  return sql`(select g.id, g.person_id, g.role, g.to_at from open_items(${community}) i
    left join lateral (select receiver_id from handover h where h.community_id = ${community} and h.item = i.item
      order by h.id desc limit 1) h on true
    join lateral (select * from grants g where g.community_id = ${community} and g.entrance_id is null
      and g.person_id = coalesce(h.receiver_id, i.owner) order by g.to_at desc nulls first limit 1) g
      on g.to_at <= ${moment} where i.entrance is null)`;
};
