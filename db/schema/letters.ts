import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { DELIVERY_STATES } from '../words/letters';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';

/** A letter to one person or one household: what needs them, and what was recorded in their name. */
export const letter = pgTable(
  'letter',
  {
    ...inCommunity(),
    householdId: integer('household_id'),
    personId: integer('person_id').references(() => person.id),
    /** Which of the letters capabilities declare; it says what stands in `detail`. */
    kind: text('kind').notNull(),
    aboutKind: text('about_kind').notNull(),
    aboutNo: integer('about_no').notNull(),
    detail: jsonb('detail').$type<object>().notNull(),
    /** When it stops being news. */
    until: at('until').notNull(),
    readAt: at('read_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    check('letter_to_one', sql`num_nonnulls(${t.householdId}, ${t.personId}) = 1`),
    communityKey(t),
    within(t.communityId, t.householdId, household),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    index().on(t.aboutNo, t.aboutKind, t.communityId),
  ],
);

/** A letter on its way through a channel outside this house: a driver takes it up, tries, and says how it went. */
export const delivery = pgTable(
  'delivery',
  {
    ...inCommunity(),
    letterId: integer('letter_id').notNull(),
    /** The driver's name: `sms`. */
    channel: text('channel').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull().default('waiting'),
    tries: integer('tries').notNull().default(0),
    /** What the last try came to, in the driver's words. */
    said: text('said').notNull().default(''),
    nextAt: at('next_at'),
    triedAt: at('tried_at'),
    sentAt: at('sent_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.letterId, letter).onDelete('cascade'),
    unique().on(t.communityId, t.letterId, t.channel),
  ],
);
