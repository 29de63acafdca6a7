import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, within } from './columns';
import { household, person } from './people';

/**
 * 请楼门长上门: a household asks its captain to come. It is over once somebody says they were there, once something was
 * written down at that door, or once it is taken back.
 */
export const invitation = pgTable(
  'invitation',
  {
    ...inCommunity(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    words: text('words').notNull().default(''),
    at: at('at').notNull(),
    takenBackAt: at('taken_back_at'),
    keptAt: at('kept_at'),
    keptBy: integer('kept_by').references(() => person.id),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.householdId, household),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
  ],
);
