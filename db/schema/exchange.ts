import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from './cases';
import { at, bytea, communityKey, inCommunity, within } from './columns';
import { person } from './people';

/** A 12345 sheet that was imported. */
export const orderImport = pgTable(
  'order_import',
  {
    ...inCommunity(),
    hash: bytea('hash').notNull(),
    rows: integer('rows').notNull(),
    added: integer('added').notNull(),
    changed: integer('changed').notNull(),
    importedBy: integer('imported_by').references(() => person.id),
    importedAt: at('imported_at').notNull().default(sql`moment()`),
  },
  (t) => [communityKey(t), index().on(t.hash, t.communityId)],
);

/** 工单 as a sheet said it, each time it said something else; append-only. What is in `case_content` stays as it came first. */
export const orderVersion = pgTable(
  'order_version',
  {
    ...inCommunity(),
    caseId: integer('case_id').notNull(),
    importId: integer('import_id').notNull(),
    row: integer('row').notNull(),
    said: jsonb('said').$type<Record<string, unknown>>().notNull(),
    /** Who called and from which number: for whoever has to ring them. */
    caller: jsonb('caller').$type<{ name: string; phone: string }>().notNull(),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.importId, orderImport),
    index().on(t.caseId, t.communityId),
  ],
);

/** Which column of a sheet was said to be which, by the names in its heading: said once, remembered. */
export const sheetMapping = pgTable(
  'sheet_mapping',
  {
    communityId: integer('community_id').notNull(),
    sheet: text('sheet').notNull(),
    /** The names in the heading, in their order, as one text. */
    heading: text('heading').notNull(),
    columns: jsonb('columns').$type<Record<string, string>>().notNull(),
    saidBy: integer('said_by').references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.sheet, t.heading] })],
);
