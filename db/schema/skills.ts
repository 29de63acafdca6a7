import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, within } from './columns';
import { household, person } from './people';
import { occasion } from './programmes';
import { works } from './works';

/** 能人: what somebody offers to neighbours, by their own hand; whose it is the office alone knows. */
export const skill = pgTable(
  'skill',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    householdId: integer('household_id').notNull(),
    what: text('what').notNull(),
    /** When they have time, and for whom they would do it. */
    times: text('times').notNull().default(''),
    whom: text('whom').notNull().default(''),
    at: at('at').notNull(),
    takenBackAt: at('taken_back_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.no),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
  ],
);

/** 请帮手: how many are wanted on a day, for a work of the community, for a date of what is on, or for itself. */
export const helpCall = pgTable(
  'help_call',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull().default(''),
    place: text('place').notNull().default(''),
    day: date('day').notNull(),
    people: integer('people').notNull(),
    worksId: integer('works_id'),
    occasionId: integer('occasion_id'),
    calledBy: integer('called_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    thankedAt: at('thanked_at'),
    thanks: text('thanks').notNull().default(''),
    cancelledAt: at('cancelled_at'),
    cancelReason: text('cancel_reason').notNull().default(''),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.worksId, works),
    within(t.communityId, t.occasionId, occasion),
    unique().on(t.communityId, t.no),
    index().on(t.worksId, t.communityId),
    index().on(t.occasionId, t.communityId),
    index().on(t.calledBy),
    check('help_call_people', sql`${t.people} between 1 and 30`),
    check('help_call_for', sql`${t.worksId} is null or ${t.occasionId} is null`),
    check('help_call_over', sql`${t.thankedAt} is null or ${t.cancelledAt} is null`),
  ],
);

/** Somebody who comes to help; how they are called where they are thanked is theirs to say. */
export const helper = pgTable(
  'helper',
  {
    ...inCommunity(),
    callId: integer('call_id').notNull(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    /** Empty: not named. */
    shownName: text('shown_name').notNull().default(''),
    at: at('at').notNull(),
    leftAt: at('left_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.callId, helpCall),
    within(t.communityId, t.householdId, household),
    uniqueIndex('helper_once').on(t.communityId, t.callId, t.personId).where(sql`${t.leftAt} is null`),
    index().on(t.callId, t.communityId),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    check('helper_left', sql`${t.leftAt} is null or ${t.shownName} = ''`),
  ],
);
