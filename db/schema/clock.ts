import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable } from 'drizzle-orm/pg-core';

/** By how many seconds the clock of a demonstration has been moved on: one row, or none. `move_clock` alone writes it. */
export const clock = pgTable(
  'clock',
  {
    single: boolean('single').primaryKey().default(true),
    ahead: integer('ahead').notNull(),
  },
  (t) => [check('clock_single', sql`${t.single}`), check('clock_ahead', sql`${t.ahead} >= 0`)],
);
