import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, within } from './columns';
import { household, person } from './people';

/** A notice to one person or household: what needs them, and what was recorded in their name. */
export const letter = pgTable(
  'letter',
  {
    ...inCommunity(),
    householdId: integer('household_id'),
    personId: integer('person_id').references(() => person.id),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail').notNull().default(''),
    readAt: at('read_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.householdId, household),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
  ],
);
