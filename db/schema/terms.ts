import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity } from './columns';
import { person } from './people';

/** 任期: the governance secretary's term; no two overlap (exclusion constraint in the migration). */
export const term = pgTable(
  'term',
  {
    ...inCommunity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    cohort: text('cohort').notNull(),
    post: text('post').notNull().default(''),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    closedAt: at('closed_at'),
    handover: text('handover'),
  },
  (t) => [communityKey(t)],
);
