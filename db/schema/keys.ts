import { sql } from 'drizzle-orm';
import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { at, bytea, communityKey, inCommunity } from './columns';
import { person } from './people';

/** 接口钥匙: by it a program of somebody else's brings in cases. What it opens with is known to whoever was given it. */
export const apiKey = pgTable(
  'api_key',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    name: text('name').notNull(),
    purpose: text('purpose').notNull(),
    /** SHA-256 of the key. */
    hash: bytea('hash').notNull(),
    givenBy: integer('given_by').references(() => person.id),
    givenAt: at('given_at').notNull().default(sql`moment()`),
    withdrawnBy: integer('withdrawn_by').references(() => person.id),
    withdrawnAt: at('withdrawn_at'),
    withdrawnWhy: text('withdrawn_why').notNull().default(''),
  },
  (t) => [communityKey(t), unique().on(t.communityId, t.no), unique().on(t.communityId, t.hash)],
);
