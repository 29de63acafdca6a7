import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea } from './columns';
import { person } from './people';

export const session = pgTable(
  'session',
  {
    id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: at('created_at').notNull().default(sql`moment()`),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index().on(t.personId)],
);

/** A one-time code: only its hash, bound to the request that asked for it. */
export const signInCode = pgTable(
  'sign_in_code',
  {
    id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
    phone: text('phone').notNull(),
    hash: bytea('hash').notNull(),
    tries: integer('tries').notNull().default(0),
    /** When it was handed to the gateway, at most once; null while it waits. */
    handedAt: at('handed_at'),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    createdAt: at('created_at').notNull().default(sql`moment()`),
  },
  (t) => [index().on(t.phone)],
);

/** Counters of attempts; they commit before the check they count. */
export const attempt = pgTable(
  'attempt',
  {
    key: text('key').notNull(),
    windowStart: at('window_start').notNull(),
    count: integer('count').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index('attempt_window_start').on(t.windowStart)],
);

export const accountEvent = pgTable(
  'account_event',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    personId: integer('person_id').references(() => person.id),
    kind: text('kind').notNull(),
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull().default({}),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [index().on(t.personId)],
);

/** What somebody had typed when their session ran out; kept 24 hours, shown only to the same person. */
export const draft = pgTable(
  'draft',
  {
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    path: text('path').notNull(),
    values: jsonb('values').$type<Record<string, string>>().notNull(),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.personId, t.path] })],
);

/**
 * What a sheet said that somebody sent in to be tried: kept 24 hours, read for the same person alone. `rows`: its `count`
 * records as JSON in UTF-8, none where there are problems; bytes, so that nobody waits while they are turned to text.
 */
export const keptSheet = pgTable(
  'kept_sheet',
  {
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    /** The community's address. */
    community: text('community').notNull(),
    sheet: text('sheet').notNull(),
    hash: bytea('hash').notNull(),
    file: text('file').notNull(),
    rows: bytea('rows').notNull(),
    count: integer('count').notNull(),
    /** The first of `total` problems. */
    problems: jsonb('problems').$type<unknown[]>().notNull(),
    total: integer('total').notNull(),
    totals: jsonb('totals').$type<{ row: number; text: string }[]>().notNull(),
    /** Which heading was taken for which column. */
    columns: jsonb('columns').notNull().default({}),
    /** Since when it is being brought in, where that is left to a job; how many rows have been read; why it was refused. */
    begunAt: at('begun_at'),
    readRows: integer('read_rows').notNull().default(0),
    refusal: jsonb('refusal'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.personId, t.community, t.sheet, t.hash] })],
);

/**
 * What was posted from a browser in which nobody was signed in, or somebody else: kept an hour, for whoever signs in next
 * there. `browser` is the SHA-256 of a random key that the browser alone holds.
 */
export const keptPost = pgTable(
  'kept_post',
  {
    browser: bytea('browser').notNull(),
    path: text('path').notNull(),
    values: jsonb('values').$type<Record<string, string>>().notNull(),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.browser, t.path] }), index('kept_post_at').on(t.at)],
);
