import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  CHANNELS,
  GROUNDS,
  OPINION_CHANNELS,
  OPINION_PROOFS,
  PROOFS,
  RECHECK_OUTCOMES,
  STANCES,
  VISIT_OUTCOMES,
} from '../words/opinions';
import { at, communityKey, inCommunity, known, within } from './columns';
import { attendance } from './meetings';
import { person, residency } from './people';
import { electorate, round } from './rounds';

/** What a household says of something else than a plan, itself or written down at its door. */
export const spoken = () => ({
  /** Null where it was written down for them. */
  personId: integer('person_id').references(() => person.id),
  words: text('words').notNull(),
  /** Who wrote it down at the door, how and before whom; null where the household said it itself. */
  recorderId: integer('recorder_id').references(() => person.id),
  channel: text('channel', { enum: CHANNELS }).notNull().default('self'),
  proof: text('proof', { enum: PROOFS }),
  witnessId: integer('witness_id').references(() => person.id),
  witness: text('witness').notNull().default(''),
  /** What the household's own text message says, or when it came. */
  message: text('message').notNull().default(''),
});

/** 意见: append-only, one linear chain per household and round. */
export const opinion = pgTable(
  'opinion',
  {
    ...inCommunity(),
    roundId: integer('round_id').notNull(),
    planVersion: integer('plan_version').notNull(),
    householdId: integer('household_id').notNull(),
    seq: integer('seq').notNull(),
    prevSeq: integer('prev_seq'),
    stance: text('stance', { enum: STANCES }).notNull(),
    ground: text('ground', { enum: GROUNDS }),
    channel: text('channel', { enum: OPINION_CHANNELS }).notNull(),
    /** At which it was said, where the household is on the list. */
    meetingId: integer('meeting_id'),
    own: boolean('own').notNull(),
    authorId: integer('author_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    proof: text('proof', { enum: OPINION_PROOFS }),
    witnessId: integer('witness_id').references(() => person.id),
    capturedAt: at('captured_at').notNull(),
    receivedAt: at('received_at').notNull().default(sql`moment()`),
    submission: uuid('submission').notNull().default(sql`gen_random_uuid()`),
  },
  (t) => [
    known(t.stance),
    known(t.ground),
    known(t.channel),
    known(t.proof),
    communityKey(t),
    foreignKey({
      columns: [t.communityId, t.roundId, t.planVersion],
      foreignColumns: [round.communityId, round.id, round.planVersion],
    }),
    foreignKey({
      columns: [t.communityId, t.roundId, t.householdId],
      foreignColumns: [electorate.communityId, electorate.roundId, electorate.householdId],
    }),
    foreignKey({
      name: 'opinion_attended',
      columns: [t.communityId, t.meetingId, t.householdId],
      foreignColumns: [attendance.communityId, attendance.meetingId, attendance.householdId],
    }),
    check(
      'opinion_at_meeting',
      sql`(${t.channel} = 'meeting') = (${t.meetingId} is not null)
        and (${t.channel} = 'meeting') = (${t.proof} is not distinct from 'attendance')`,
    ),
    unique().on(t.communityId, t.roundId, t.householdId, t.seq),
    index().on(t.meetingId, t.communityId),
    unique('opinion_linear').on(t.communityId, t.roundId, t.householdId, t.prevSeq).nullsNotDistinct(),
    unique().on(t.communityId, t.submission),
    index().on(t.authorId),
    index().on(t.householdId, t.communityId),
  ],
);

/** The words of an opinion; a condition is words too. */
export const opinionContent = pgTable(
  'opinion_content',
  {
    communityId: integer('community_id').notNull(),
    opinionId: integer('opinion_id').notNull(),
    words: text('words').notNull().default(''),
    condition: text('condition').notNull().default(''),
    witness: text('witness').notNull().default(''),
    /** What the household's own text message says, or when it came. */
    message: text('message').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.opinionId] }), within(t.communityId, t.opinionId, opinion)],
);

/** What somebody said for a home who turned out not to live there: it stays, and is not that household's word. */
export const disowned = pgTable(
  'disowned',
  {
    communityId: integer('community_id').notNull(),
    opinionId: integer('opinion_id').notNull(),
    residencyId: integer('residency_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.opinionId] }),
    within(t.communityId, t.opinionId, opinion),
    within(t.communityId, t.residencyId, residency),
    index().on(t.residencyId, t.communityId),
  ],
);

/** A recorded opinion drawn for a second look by somebody else. */
export const recheck = pgTable(
  'recheck',
  {
    ...inCommunity(),
    opinionId: integer('opinion_id').notNull(),
    outcome: text('outcome', { enum: RECHECK_OUTCOMES }),
    note: text('note').notNull().default(''),
    checkedBy: integer('checked_by').references(() => person.id),
    checkedAt: at('checked_at'),
    drawnAt: at('drawn_at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.outcome),
    communityKey(t),
    within(t.communityId, t.opinionId, opinion),
    unique().on(t.communityId, t.opinionId),
  ],
);

/** A visit that brought no opinion: nobody home, or the household would not say. */
export const visit = pgTable(
  'visit',
  {
    ...inCommunity(),
    roundId: integer('round_id').notNull(),
    householdId: integer('household_id').notNull(),
    outcome: text('outcome', { enum: VISIT_OUTCOMES }).notNull(),
    visitorId: integer('visitor_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.outcome),
    communityKey(t),
    within(t.communityId, t.roundId, round),
    index().on(t.roundId, t.householdId, t.communityId),
    index().on(t.householdId, t.communityId),
  ],
);
