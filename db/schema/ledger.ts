import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, bytea } from './columns';
import { community } from './people';

/** The public record: one leaf per write, gapless per community, each chained to the one before. */
export const ledgerLeaf = pgTable(
  'ledger_leaf',
  {
    communityId: integer('community_id')
      .notNull()
      .references(() => community.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    act: text('act').notNull(),
    subject: text('subject').notNull(),
    /** SHA-256 over salt and canonical content. */
    contentHash: bytea('content_hash').notNull(),
    /** RFC 6962 leaf hash: SHA-256(0x00 || leaf input). */
    leafHash: bytea('leaf_hash').notNull(),
    chain: bytea('chain').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.seq] })],
);

/** Salt and content of a leaf; only `erase()` deletes here, the leaf stays. */
export const ledgerContent = pgTable(
  'ledger_content',
  {
    communityId: integer('community_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    personId: integer('person_id'),
    salt: bytea('salt').notNull(),
    content: text('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.seq] })],
);

/** What an erasure took away: where there is a trace, nothing is missing. Written by `erase()` alone. */
export const erasure = pgTable(
  'erasure',
  {
    communityId: integer('community_id').notNull(),
    /** A table, and in it what tells the row. */
    source: text('source').notNull(),
    rowId: bigint('row_id', { mode: 'number' }).notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.source, t.rowId] })],
);

export const ledgerHead = pgTable('ledger_head', {
  communityId: integer('community_id')
    .primaryKey()
    .references(() => community.id),
  size: bigint('size', { mode: 'number' }).notNull().default(0),
  chain: bytea('chain').notNull().default(sql`decode(repeat('00', 32), 'hex')`),
});

/** One write, one key: the same key with the same body gets the same answer, with another body it is refused. */
export const idempotency = pgTable(
  'idempotency',
  {
    communityId: integer('community_id').notNull(),
    key: text('key').notNull(),
    act: text('act').notNull(),
    bodyHash: bytea('body_hash').notNull(),
    response: jsonb('response'),
    /** The leaf of the act; the answer of a retry shows it again. */
    seq: bigint('seq', { mode: 'number' }),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.key] }), index('idempotency_at').on(t.at)],
);
