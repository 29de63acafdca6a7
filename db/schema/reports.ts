import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { ReportColumn } from '../words/figures';
import { at } from './columns';
import { person } from './people';

/** Which columns the monthly report of a community has, in their order, where they are not the usual ones. */
export const reportLayout = pgTable(
  'report_layout',
  {
    communityId: integer('community_id').notNull(),
    columns: jsonb('columns').$type<readonly ReportColumn[]>().notNull(),
    saidBy: integer('said_by').references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.communityId] })],
);
