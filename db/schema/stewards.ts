import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { SHIFT_PARTS, STEWARD_KINDS } from '../words/stewards';
import { at, communityKey, inCommunity, known, within } from './columns';
import { building, entrance, grants, person } from './people';

/** 民情管家: somebody of the team, from and to. */
export const steward = pgTable(
  'steward',
  {
    ...inCommunity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: STEWARD_KINDS }).notNull(),
    /** As they want to be called on the board; empty: they do not. */
    shownName: text('shown_name').notNull().default(''),
    addedBy: integer('added_by')
      .notNull()
      .references(() => person.id),
    from: at('from_at').notNull(),
    to: at('to_at'),
    leaveReason: text('leave_reason').notNull().default(''),
  },
  (t) => [
    known(t.kind),
    communityKey(t),
    uniqueIndex('steward_once').on(t.communityId, t.personId).where(sql`${t.to} is null`),
    index().on(t.personId),
    index().on(t.addedBy),
  ],
);

/** The entrances a steward looks after; its number stands here too, because the board reads no entrance. */
export const stewardArea = pgTable(
  'steward_area',
  {
    ...inCommunity(),
    stewardId: integer('steward_id').notNull(),
    entranceId: integer('entrance_id').notNull(),
    buildingId: integer('building_id').notNull(),
    entranceNo: integer('entrance_no').notNull(),
    /** The captain's office it came with, and ends with; null: the community's office gave it. */
    grantId: integer('grant_id'),
    from: at('from_at').notNull(),
    to: at('to_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.stewardId, steward),
    within(t.communityId, t.entranceId, entrance),
    within(t.communityId, t.buildingId, building),
    within(t.communityId, t.grantId, grants),
    uniqueIndex('steward_area_once').on(t.communityId, t.stewardId, t.entranceId).where(sql`${t.to} is null`),
    index().on(t.stewardId, t.communityId),
    index().on(t.entranceId, t.communityId),
    index().on(t.grantId, t.communityId),
  ],
);

/** A turn on duty: whose it is, whether they asked to be stood in for, who does, and how long it was. */
export const dutyShift = pgTable(
  'duty_shift',
  {
    ...inCommunity(),
    day: date('day').notNull(),
    part: text('part', { enum: SHIFT_PARTS }).notNull(),
    stewardId: integer('steward_id').notNull(),
    offeredAt: at('offered_at'),
    offerWords: text('offer_words').notNull().default(''),
    standInId: integer('stand_in_id'),
    /** Who is there: whoever stands in, else whose turn it is; null: they asked to be stood in for, and nobody does yet. */
    onDutyId: integer('on_duty_id').generatedAlwaysAs(
      sql`coalesce(stand_in_id, case when offered_at is null then steward_id end)`,
    ),
    minutes: integer('minutes'),
    confirmedBy: integer('confirmed_by').references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.part),
    communityKey(t),
    within(t.communityId, t.stewardId, steward),
    within(t.communityId, t.standInId, steward),
    unique().on(t.communityId, t.day, t.part, t.stewardId),
    unique('duty_shift_once').on(t.communityId, t.day, t.part, t.onDutyId),
    index().on(t.stewardId, t.communityId),
    index().on(t.standInId, t.communityId),
    index().on(t.confirmedBy),
    check(
      'duty_shift_stand_in',
      sql`${t.standInId} is null or (${t.offeredAt} is not null and ${t.standInId} <> ${t.stewardId})`,
    ),
    check('duty_shift_minutes', sql`${t.minutes} between 10 and 720`),
    check('duty_shift_confirmed', sql`(${t.minutes} is null) = (${t.confirmedBy} is null)`),
  ],
);
