import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { at, bytea, communityKey, inCommunity } from './columns';
import { person } from './people';

/** 空表: a sheet an office sent to be filled in, as it came; append-only. */
export const blank = pgTable(
  'blank',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    /** What its file is called. */
    name: text('name').notNull(),
    hash: bytea('hash').notNull(),
    file: bytea('file').notNull(),
    /** What it asks for, and where there is room. */
    layout: jsonb('layout')
      .$type<{
        sheet: string;
        columns: { at: number; name: string; above: string }[];
        first: number;
        last: number;
        below: boolean;
        grows: boolean;
      }>()
      .notNull(),
    putBy: integer('put_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    unique().on(t.communityId, t.no),
    unique('blank_once').on(t.communityId, t.hash),
    check('blank_small', sql`octet_length(${t.file}) between 1 and 2097152`),
  ],
);
