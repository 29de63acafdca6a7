import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { CHANNELS, PROOFS } from '../words/opinions';
import {
  CARE_CONSENTS,
  HOME_VISIT_OUTCOMES,
  NEED_STATES,
  NEED_STEPS,
  NEED_TURNS,
  VISIT_PLACES,
  VISIT_PURPOSES,
  VISIT_REASONS,
} from '../words/visits';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';
import { round } from './rounds';

/** 走访: planned, then written down; or written down alone. */
export const homeVisit = pgTable(
  'home_visit',
  {
    ...inCommunity(),
    householdId: integer('household_id').notNull(),
    purpose: text('purpose', { enum: VISIT_PURPOSES }).notNull(),
    reason: text('reason', { enum: VISIT_REASONS }).notNull().default('other'),
    /** Who is to go, or went. */
    visitorId: integer('visitor_id')
      .notNull()
      .references(() => person.id),
    plannedFor: date('planned_for'),
    plannedBy: integer('planned_by').references(() => person.id),
    droppedAt: at('dropped_at'),
    dropReason: text('drop_reason').notNull().default(''),
    outcome: text('outcome', { enum: HOME_VISIT_OUTCOMES }),
    visitedAt: at('visited_at'),
    place: text('place', { enum: VISIT_PLACES }),
    /** Who of the household spoke, where they have an account. */
    personId: integer('person_id').references(() => person.id),
    /** Who was met, and who came along, in words. */
    met: text('met').notNull().default(''),
    along: text('along').notNull().default(''),
    said: text('said').notNull().default(''),
    done: text('done').notNull().default(''),
    follows: text('follows').notNull().default(''),
    /** The round whose door it was. */
    roundId: integer('round_id'),
    recordedBy: integer('recorded_by').references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.purpose),
    known(t.reason),
    known(t.outcome),
    known(t.place),
    communityKey(t),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.roundId, round),
    uniqueIndex('home_visit_planned_once')
      .on(t.communityId, t.householdId)
      .where(sql`${t.outcome} is null and ${t.droppedAt} is null`),
    index().on(t.householdId, t.communityId),
    index().on(t.visitorId),
    index().on(t.personId),
    check(
      'home_visit_recorded',
      sql`(${t.outcome} is null) = (${t.visitedAt} is null) and (${t.outcome} is null) = (${t.place} is null)
        and (${t.outcome} is null) = (${t.recordedBy} is null)`,
    ),
    check('home_visit_planned', sql`(${t.plannedFor} is null) = (${t.plannedBy} is null)`),
    check('home_visit_some', sql`${t.plannedFor} is not null or ${t.outcome} is not null`),
    check('home_visit_dropped', sql`${t.droppedAt} is null or ${t.outcome} is null`),
  ],
);

/** What is nobody's business but of whoever helps: with its own consent, kept apart, until a day. */
export const careNote = pgTable(
  'care_note',
  {
    ...inCommunity(),
    householdId: integer('household_id').notNull(),
    /** Whose it is; null: somebody without an account. */
    personId: integer('person_id').references(() => person.id),
    words: text('words').notNull(),
    consent: text('consent', { enum: CARE_CONSENTS }).notNull(),
    /** Who agreed, as they are called. */
    agreed: text('agreed').notNull(),
    /** Who alone reads it, besides whose it is. */
    helperId: integer('helper_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    until: at('until_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    known(t.consent),
    communityKey(t),
    within(t.communityId, t.householdId, household),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    index().on(t.helperId),
    check('care_note_short', sql`${t.until} > ${t.at} and ${t.until} <= ${t.at} + interval '91 days'`),
    check('care_note_gone', sql`${t.endedAt} is null or ${t.words} = ''`),
  ],
);

/** 需求: what a household needs, whose task it is and by when. */
export const need = pgTable(
  'need',
  {
    ...inCommunity(),
    householdId: integer('household_id').notNull(),
    visitId: integer('visit_id'),
    wording: text('wording').notNull(),
    /** Who of the household said so; null where it was written down for them. */
    personId: integer('person_id').references(() => person.id),
    ownerId: integer('owner_id').references(() => person.id),
    dueOn: date('due_on'),
    state: text('state', { enum: NEED_STATES }).notNull().default('open'),
    stateAt: at('state_at').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.visitId, homeVisit),
    index().on(t.householdId, t.communityId),
    index().on(t.ownerId),
    index().on(t.personId),
    check('need_given', sql`(${t.ownerId} is null) = (${t.dueOn} is null)`),
  ],
);

/** What was done about a need and said of it; append-only. */
export const needStep = pgTable(
  'need_step',
  {
    ...inCommunity(),
    needId: integer('need_id').notNull(),
    householdId: integer('household_id').notNull(),
    step: text('step', { enum: NEED_STEPS }).notNull(),
    words: text('words').notNull().default(''),
    /** Of the household; null where somebody else did it, or wrote it down. */
    personId: integer('person_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    channel: text('channel', { enum: CHANNELS }),
    proof: text('proof', { enum: PROOFS }),
    witness: text('witness').notNull().default(''),
    message: text('message').notNull().default(''),
    into: text('into', { enum: NEED_TURNS }),
    intoNo: integer('into_no'),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.step),
    known(t.channel),
    known(t.proof),
    known(t.into),
    communityKey(t),
    within(t.communityId, t.needId, need),
    within(t.communityId, t.householdId, household),
    index().on(t.needId, t.communityId),
    index().on(t.householdId, t.communityId),
    index().on(t.into, t.intoNo, t.communityId),
    check('need_step_turned', sql`(${t.step} = 'turned') = (${t.into} is not null and ${t.intoNo} is not null)`),
  ],
);

/** 请勿上门: a household does not want to be visited, until it says otherwise. */
export const noVisits = pgTable(
  'no_visits',
  {
    ...inCommunity(),
    householdId: integer('household_id').notNull(),
    /** Null where it was written down for the household. */
    personId: integer('person_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    at: at('at').notNull(),
    takenBackAt: at('taken_back_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.householdId, household),
    uniqueIndex('no_visits_once').on(t.communityId, t.householdId).where(sql`${t.takenBackAt} is null`),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    check('no_visits_by_somebody', sql`(${t.personId} is null) <> (${t.recorderId} is null)`),
  ],
);
