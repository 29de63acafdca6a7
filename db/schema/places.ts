import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { CHANNELS, SPOKEN_PROOFS } from '../words/opinions';
import { OUTCOMES } from '../words/works';
import { at, communityKey, inCommunity, known, within } from './columns';
import { entrance, household, person } from './people';
import { milestone } from './works';

/** One of the places a milestone counts: where it is on the site plan, in millimetres, and how far it is. */
export const worksPlace = pgTable(
  'works_place',
  {
    ...inCommunity(),
    milestoneId: integer('milestone_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    x: integer('x').notNull(),
    y: integer('y').notNull(),
    builtOn: date('built_on'),
    note: text('note').notNull().default(''),
    builtBy: integer('built_by').references(() => person.id),
    checkedBy: integer('checked_by').references(() => person.id),
    checkedAt: at('checked_at'),
    /** Why it is not built, and by when it is. */
    missingWhy: text('missing_why').notNull().default(''),
    missingUntil: date('missing_until'),
    missingBy: integer('missing_by').references(() => person.id),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.milestoneId, milestone),
    unique().on(t.communityId, t.milestoneId, t.position),
    check('works_place_built', sql`(${t.builtOn} is null) = (${t.builtBy} is null)`),
    check(
      'works_place_checked',
      sql`${t.checkedAt} is null or (${t.builtBy} is not null and ${t.checkedBy} <> ${t.builtBy})`,
    ),
    check('works_place_missing', sql`(${t.missingWhy} = '') = (${t.missingUntil} is null)`),
  ],
);

/** An entrance beside it: its households are asked. */
export const worksPlaceEntrance = pgTable(
  'works_place_entrance',
  {
    communityId: integer('community_id').notNull(),
    placeId: integer('place_id').notNull(),
    entranceId: integer('entrance_id').notNull(),
    /** As it is called on the board. */
    building: text('building').notNull(),
    no: integer('no').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.placeId, t.entranceId] }),
    within(t.communityId, t.placeId, worksPlace),
    within(t.communityId, t.entranceId, entrance),
    index().on(t.entranceId, t.communityId),
  ],
);

/** What a household beside it says; said anew, it stands in place of what was said before. */
export const worksPlaceWord = pgTable(
  'works_place_word',
  {
    ...inCommunity(),
    placeId: integer('place_id').notNull(),
    householdId: integer('household_id').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    reason: text('reason').notNull().default(''),
    /** Null where it was written down for the household. */
    personId: integer('person_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    channel: text('channel', { enum: CHANNELS }),
    proof: text('proof', { enum: SPOKEN_PROOFS }),
    witnessId: integer('witness_id').references(() => person.id),
    witness: text('witness').notNull().default(''),
    message: text('message').notNull().default(''),
    at: at('at').notNull(),
    /** What is done about a no, and by when. */
    mendNote: text('mend_note').notNull().default(''),
    mendOn: date('mend_on'),
    mendBy: integer('mend_by').references(() => person.id),
  },
  (t) => [
    known(t.outcome),
    known(t.channel),
    known(t.proof),
    communityKey(t),
    within(t.communityId, t.placeId, worksPlace),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.placeId, t.householdId),
    index().on(t.householdId, t.communityId),
    check('works_place_word_reason', sql`${t.outcome} = 'accepted' or ${t.reason} <> ''`),
    check('works_place_word_mended', sql`${t.outcome} = 'refused' or ${t.mendOn} is null`),
  ],
);
