import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { SHEETS } from '../words/reports';
import { at, known } from './columns';
import { person } from './people';

/** Which columns a sheet of a community has, in their order, where they are not the usual ones. */
export const reportLayout = pgTable(
  'report_layout',
  {
    communityId: integer('community_id').notNull(),
    sheet: text('sheet', { enum: SHEETS }).notNull().default('report'),
    columns: jsonb('columns').$type<readonly string[]>().notNull(),
    saidBy: integer('said_by').references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.sheet] }), known(t.sheet)],
);
