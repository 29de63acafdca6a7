import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { SHORT_ANSWERS } from '../words/shortway';
import { at, communityKey, inCommunity, known, within } from './columns';
import { spoken } from './opinions';
import { entrance, household, person } from './people';
import { proposal } from './proposals';

/**
 * 小事快办 of a proposal: proposed by one, confirmed by another, three days on the board, done, asked about once. `endedAt`:
 * refused, turned into the full way, or done again, which begins another. Money in fen.
 */
export const shortWay = pgTable(
  'short_way',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    what: text('what').notNull(),
    who: text('who').notNull(),
    /** Why nobody bears anything by it, and why no common right is touched. */
    harmless: text('harmless').notNull(),
    cost: bigint('cost', { mode: 'number' }).notNull(),
    /** What the community's limit was when it was confirmed. */
    most: bigint('most', { mode: 'number' }),
    proposedBy: integer('proposed_by')
      .notNull()
      .references(() => person.id),
    proposedAt: at('proposed_at').notNull(),
    confirmedBy: integer('confirmed_by').references(() => person.id),
    confirmedAt: at('confirmed_at'),
    /** From then on no household can stop it any more. */
    hangsUntil: at('hangs_until'),
    endedAt: at('ended_at'),
    doneOn: date('done_on'),
    doneBy: integer('done_by').references(() => person.id),
    doneAt: at('done_at'),
    note: text('note').notNull().default(''),
    answer: text('answer', { enum: SHORT_ANSWERS }),
    answerWords: text('answer_words').notNull().default(''),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: at('answered_at'),
  },
  (t) => [
    known(t.answer),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    uniqueIndex('short_way_one').on(t.communityId, t.proposalId).where(sql`ended_at is null`),
    check('short_way_two_people', sql`confirmed_by <> proposed_by`),
    check('short_way_under_limit', sql`${t.cost} >= 0 and (${t.confirmedAt} is null or ${t.cost} <= ${t.most})`),
    check(
      'short_way_confirmed',
      sql`num_nulls(${t.confirmedBy}, ${t.confirmedAt}, ${t.hangsUntil}, ${t.most}) in (0, 4)`,
    ),
    check('short_way_hung', sql`${t.doneAt} >= ${t.hangsUntil}`),
    check('short_way_done', sql`num_nulls(${t.doneOn}, ${t.doneBy}, ${t.doneAt}) in (0, 3)`),
    check('short_way_answered', sql`${t.answeredAt} is null or ${t.doneAt} is not null`),
  ],
);

/** The entrances beside it, at which the sheet hangs. */
export const shortPlace = pgTable(
  'short_place',
  {
    communityId: integer('community_id').notNull(),
    shortId: integer('short_id').notNull(),
    entranceId: integer('entrance_id').notNull(),
    /** As they stand on the door. */
    building: text('building').notNull(),
    no: integer('no').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.shortId, t.entranceId] }),
    within(t.communityId, t.shortId, shortWay),
    within(t.communityId, t.entranceId, entrance),
  ],
);

/** The one reason of one household by which a small thing goes the full way. */
export const shortObjection = pgTable(
  'short_objection',
  {
    ...inCommunity(),
    shortId: integer('short_id').notNull(),
    householdId: integer('household_id').notNull(),
    ...spoken(),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.channel),
    known(t.proof),
    communityKey(t),
    within(t.communityId, t.shortId, shortWay),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.shortId),
    index().on(t.householdId, t.communityId),
  ],
);
