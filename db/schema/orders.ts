import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { CASE_STEPS } from '../words/orders';
import { cases } from './cases';
import { at, communityKey, inCommunity, known, within } from './columns';
import { dataExport } from './exports';
import { agency, caseTier, handingGround } from './handling';
import { household, person } from './people';

/** What was done with a case, one after another; append-only. Its state and its time limit follow from these. */
export const caseEvent = pgTable(
  'case_event',
  {
    ...inCommunity(),
    caseId: integer('case_id').notNull(),
    step: text('step', { enum: CASE_STEPS }).notNull(),
    /** In what capacity: an office, `resident`, `captain`, `system`. */
    role: text('role').notNull(),
    personId: integer('person_id').references(() => person.id),
    /** The answer, the reason, what was agreed. */
    words: text('words').notNull().default(''),
    agencyId: integer('agency_id'),
    handlerId: integer('handler_id').references(() => person.id),
    tierId: integer('tier_id'),
    groundId: integer('ground_id'),
    /** From when its time counts, where that is not when it was written down. */
    fromAt: at('from_at'),
    /** Until when it was put off. */
    untilAt: at('until_at'),
    intoId: integer('into_id'),
    reached: boolean('reached'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.step),
    communityKey(t),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.agencyId, agency),
    within(t.communityId, t.tierId, caseTier),
    within(t.communityId, t.groundId, handingGround),
    within(t.communityId, t.intoId, cases),
    index().on(t.caseId, t.communityId),
    index().on(t.at, t.communityId),
  ],
);

/** A household that said: that is ours, too. It is told what becomes of it. */
export const caseJoin = pgTable(
  'case_join',
  {
    communityId: integer('community_id').notNull(),
    caseId: integer('case_id').notNull(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id').references(() => person.id),
    words: text('words').notNull().default(''),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.caseId, t.householdId] }),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.householdId, household),
  ],
);

/**
 * Who looked at a complainant's number, and when, alone or among others in a sheet; append-only, and shown to the
 * complainant.
 */
export const caseLook = pgTable(
  'case_look',
  {
    ...inCommunity(),
    caseId: integer('case_id').notNull(),
    /** Null: whoever holds the server. */
    personId: integer('person_id').references(() => person.id),
    role: text('role').notNull(),
    exportId: integer('export_id'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.exportId, dataExport),
    index().on(t.caseId, t.communityId),
  ],
);

/** The secret address of somebody's calendar of time limits. It is made anew when they ask for it, and the old one ends. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    communityId: integer('community_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    secret: uuid('secret').notNull().default(sql`gen_random_uuid()`),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.personId] }), unique().on(t.communityId, t.secret)],
);
