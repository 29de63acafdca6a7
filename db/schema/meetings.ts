import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { ATTENDANCE_HOW, CORRECTION_OUTCOMES } from '../words/meetings';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';
import { proposal } from './proposals';

/** 议事会: when, where, what about; its minutes stand open until they are fixed. */
export const meeting = pgTable(
  'meeting',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    title: text('title').notNull(),
    place: text('place').notNull(),
    words: text('words').notNull().default(''),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    calledBy: integer('called_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    movedFrom: at('moved_from'),
    moveReason: text('move_reason').notNull().default(''),
    cancelledAt: at('cancelled_at'),
    cancelReason: text('cancel_reason').notNull().default(''),
    /** Those who said that they come were written to the day before; null again where it is moved. */
    remindedAt: at('reminded_at'),
    /** Since when its minutes may be put right by those who were there, and until when. */
    minutedAt: at('minuted_at'),
    minutedBy: integer('minuted_by').references(() => person.id),
    correctUntil: at('correct_until'),
    fixedAt: at('fixed_at'),
    /** The minutes as they were fixed, and their fingerprint. */
    minutes: jsonb('minutes').$type<Record<string, never>>(),
    hash: bytea('hash'),
  },
  (t) => [
    communityKey(t),
    unique().on(t.communityId, t.no),
    index().on(t.startsAt, t.communityId),
    index().on(t.calledBy),
    check('meeting_times', sql`${t.endsAt} > ${t.startsAt}`),
    check(
      'meeting_minuted',
      sql`(${t.minutedAt} is null) = (${t.correctUntil} is null) and (${t.minutedAt} is null) = (${t.minutedBy} is null)
        and ${t.minutedAt} >= ${t.startsAt} and ${t.correctUntil} > ${t.minutedAt}`,
    ),
    check(
      'meeting_fixed',
      sql`(${t.fixedAt} is null) = (${t.hash} is null) and (${t.hash} is null) = (${t.minutes} is null)
        and (${t.fixedAt} is null or (${t.minutedAt} is not null and ${t.fixedAt} >= ${t.correctUntil}))`,
    ),
    check('meeting_cancelled', sql`${t.cancelledAt} is null or ${t.minutedAt} is null`),
  ],
);

/** What is talked over, in this order. */
export const meetingItem = pgTable(
  'meeting_item',
  {
    ...inCommunity(),
    meetingId: integer('meeting_id').notNull(),
    position: integer('position').notNull(),
    proposalId: integer('proposal_id').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.meetingId, meeting),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.meetingId, t.position),
    unique().on(t.communityId, t.meetingId, t.proposalId),
    index().on(t.proposalId, t.communityId),
  ],
);

/** Whom it was written to. */
export const meetingInvited = pgTable(
  'meeting_invited',
  {
    communityId: integer('community_id').notNull(),
    meetingId: integer('meeting_id').notNull(),
    householdId: integer('household_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.meetingId, t.householdId] }),
    within(t.communityId, t.meetingId, meeting),
    within(t.communityId, t.householdId, household),
    index().on(t.householdId, t.communityId),
  ],
);

/** 说来的: a household that says it will come, to the meeting as it was called by then: moved, it has not said so of the new time. */
export const meetingComing = pgTable(
  'meeting_coming',
  {
    ...inCommunity(),
    meetingId: integer('meeting_id').notNull(),
    householdId: integer('household_id').notNull(),
    /** When it was to begin. */
    saidFor: at('said_for').notNull(),
    /** Who said it for the household, or who wrote it down at its door. */
    personId: integer('person_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    at: at('at').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawnBy: integer('withdrawn_by').references(() => person.id),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.meetingId, meeting),
    within(t.communityId, t.householdId, household),
    unique('meeting_coming_once').on(t.communityId, t.meetingId, t.householdId),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    check('meeting_coming_by', sql`num_nonnulls(${t.personId}, ${t.recorderId}) = 1`),
    check('meeting_coming_withdrawn', sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
  ],
);

/** 到会: a household that was there, once; struck off where it turned out that it was not. */
export const attendance = pgTable(
  'attendance',
  {
    ...inCommunity(),
    meetingId: integer('meeting_id').notNull(),
    householdId: integer('household_id').notNull(),
    how: text('how', { enum: ATTENDANCE_HOW }).notNull(),
    /** Who said it for the household, or who ticked it at the door. */
    personId: integer('person_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    at: at('at').notNull(),
    struckAt: at('struck_at'),
    struckBy: integer('struck_by').references(() => person.id),
  },
  (t) => [
    known(t.how),
    communityKey(t),
    within(t.communityId, t.meetingId, meeting),
    within(t.communityId, t.householdId, household),
    unique('attendance_once').on(t.communityId, t.meetingId, t.householdId),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    check(
      'attendance_by',
      sql`(${t.how} = 'self') = (${t.personId} is not null) and (${t.how} = 'list') = (${t.recorderId} is not null)`,
    ),
    check('attendance_struck', sql`(${t.struckAt} is null) = (${t.struckBy} is null)`),
  ],
);

/** What was said of one thing and what came of it, as it was written down and put right: the last version holds. */
export const meetingMinute = pgTable(
  'meeting_minute',
  {
    ...inCommunity(),
    itemId: integer('item_id').notNull(),
    version: integer('version').notNull(),
    said: text('said').notNull(),
    decided: text('decided').notNull(),
    writtenBy: integer('written_by')
      .notNull()
      .references(() => person.id),
    /** What it was put right after. */
    correctionId: integer('correction_id'),
    at: at('at').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.itemId, meetingItem),
    within(t.communityId, t.correctionId, meetingCorrection),
    unique('meeting_minute_once').on(t.communityId, t.itemId, t.version),
    index().on(t.correctionId, t.communityId),
  ],
);

/** 谁办、什么时候前: what was promised at the meeting. */
export const meetingPromise = pgTable(
  'meeting_promise',
  {
    ...inCommunity(),
    itemId: integer('item_id').notNull(),
    position: integer('position').notNull(),
    what: text('what').notNull(),
    /** As everybody reads it: an office, a firm, no person. */
    who: text('who').notNull(),
    dueOn: date('due_on').notNull(),
    /** Who sees to it at the desk. */
    ownerId: integer('owner_id')
      .notNull()
      .references(() => person.id),
    doneOn: date('done_on'),
    note: text('note').notNull().default(''),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.itemId, meetingItem),
    unique().on(t.communityId, t.itemId, t.position),
    index().on(t.ownerId),
  ],
);

/** 更正: what somebody who was there wants put right, and what was answered. */
export const meetingCorrection = pgTable(
  'meeting_correction',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    meetingId: integer('meeting_id').notNull(),
    itemId: integer('item_id').notNull(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    words: text('words').notNull(),
    at: at('at').notNull(),
    outcome: text('outcome', { enum: CORRECTION_OUTCOMES }),
    answer: text('answer').notNull().default(''),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: at('answered_at'),
  },
  (t) => [
    known(t.outcome),
    communityKey(t),
    within(t.communityId, t.meetingId, meeting),
    within(t.communityId, t.itemId, meetingItem),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.meetingId, t.no),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    check(
      'meeting_correction_answered',
      sql`(${t.outcome} is null) = (${t.answeredBy} is null) and (${t.outcome} is null) = (${t.answeredAt} is null)
        and (${t.outcome} is null) = (${t.answer} = '')`,
    ),
  ],
);
