import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { DEPICTED_ANSWERS } from '../words/pictures';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';
import { picture } from './pictures';

/** A home of which somebody is on a picture, and whether it may hang: `guard_depicted` lets none hang before each has said yes. */
export const depicted = pgTable(
  'depicted',
  {
    ...inCommunity(),
    pictureId: integer('picture_id').notNull(),
    householdId: integer('household_id').notNull(),
    /** Who of them, as whoever knows them says it. */
    people: text('people').notNull(),
    namedBy: integer('named_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    answer: text('answer', { enum: DEPICTED_ANSWERS }),
    answeredAt: at('answered_at'),
    /** Who of the home said it themselves; else who wrote it down at the door, and who was there. */
    answeredBy: integer('answered_by').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    witness: text('witness').notNull().default(''),
  },
  (t) => [
    known(t.answer),
    communityKey(t),
    within(t.communityId, t.pictureId, picture),
    within(t.communityId, t.householdId, household),
    unique('depicted_once').on(t.communityId, t.pictureId, t.householdId),
    index().on(t.householdId, t.communityId),
    index().on(t.answeredBy),
    check(
      'depicted_answered',
      sql`(${t.answer} is null) = (${t.answeredAt} is null)
        and num_nonnulls(${t.answeredBy}, ${t.recorderId}) = case when ${t.answer} is null then 0 else 1 end`,
    ),
    check('depicted_proof', sql`${t.recorderId} is null or ${t.answer} <> 'yes' or ${t.witness} <> ''`),
  ],
);
