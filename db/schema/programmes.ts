import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { PROGRAMME_KINDS, SIGN_UP_CHANNELS, SIGN_UP_STATES } from '../words/programmes';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';

/** Something one can come to, once or again and again: what it is and where. */
export const programme = pgTable(
  'programme',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    kind: text('kind', { enum: PROGRAMME_KINDS }).notNull(),
    title: text('title').notNull(),
    place: text('place').notNull(),
    words: text('words').notNull().default(''),
    /** What to bring. */
    bring: text('bring').notNull().default(''),
    plannedBy: integer('planned_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [known(t.kind), communityKey(t), unique().on(t.communityId, t.no), index().on(t.plannedBy)],
);

/** One date of it: a row, so that one alone is moved or cancelled. */
export const occasion = pgTable(
  'occasion',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    programmeId: integer('programme_id').notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    /** For so many people; with slots, in each of them. */
    places: integer('places').notNull(),
    /** One after another, each of so many minutes; null: all at once. */
    slotMinutes: integer('slot_minutes'),
    /** How many of them there are. */
    slots: integer('slots').notNull().default(1),
    /** When it was before it was moved last, and why. */
    movedFrom: at('moved_from'),
    moveReason: text('move_reason').notNull().default(''),
    cancelledAt: at('cancelled_at'),
    cancelReason: text('cancel_reason').notNull().default(''),
    remindedAt: at('reminded_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.programmeId, programme),
    unique().on(t.communityId, t.no),
    index().on(t.startsAt, t.communityId),
    index().on(t.programmeId, t.communityId),
    check('occasion_times', sql`${t.endsAt} > ${t.startsAt}`),
    check('occasion_places', sql`${t.places} between 1 and 500`),
    check('occasion_slots', sql`${t.slotMinutes} between 5 and 120`),
    check(
      'occasion_slots_counted',
      sql`${t.slots} >= 1 and ${t.slots} = case when ${t.slotMinutes} is null then 1
        else floor(extract(epoch from ${t.endsAt} - ${t.startsAt}) / 60 / ${t.slotMinutes}) end`,
    ),
  ],
);

/**
 * A household's place, or its place on the waiting list. `guard_places` counts, under the lock of the occasion, what is
 * taken: no road leads to one more than there are.
 */
export const signUp = pgTable(
  'sign_up',
  {
    ...inCommunity(),
    occasionId: integer('occasion_id').notNull(),
    /** Null: somebody who walked in, of whom nothing is asked. */
    householdId: integer('household_id'),
    /** Who of it signed up; null where somebody did for them. */
    personId: integer('person_id').references(() => person.id),
    recordedBy: integer('recorded_by').references(() => person.id),
    channel: text('channel', { enum: SIGN_UP_CHANNELS }).notNull(),
    /** Its number, as the slip has it. */
    ticket: integer('ticket').notNull(),
    /** How many of the household come. */
    heads: integer('heads').notNull().default(1),
    slot: integer('slot').notNull().default(0),
    state: text('state', { enum: SIGN_UP_STATES }).notNull(),
    came: boolean('came'),
    /** Three words of how it was. */
    feedback: text('feedback').notNull().default(''),
    /** Whose words they are. */
    toldBy: integer('told_by').references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.channel),
    known(t.state),
    communityKey(t),
    within(t.communityId, t.occasionId, occasion),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.occasionId, t.ticket),
    uniqueIndex('sign_up_once').on(t.communityId, t.occasionId, t.householdId).where(sql`${t.state} <> 'withdrawn'`),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    index().on(t.toldBy),
    check('sign_up_told', sql`(${t.feedback} = '') = (${t.toldBy} is null)`),
    check('sign_up_heads', sql`${t.heads} between 1 and 6`),
    check('sign_up_slot', sql`${t.slot} >= 0`),
    check('sign_up_whose', sql`${t.householdId} is not null or ${t.channel} = 'walk_in'`),
    check('sign_up_walks_in', sql`${t.channel} <> 'walk_in' or ${t.state} <> 'waiting'`),
  ],
);
