import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, oneOf, within } from './columns';
import { household, person } from './people';
import { plan } from './plans';
import { affectedGroup, proposal } from './proposals';

/** 协商轮 `k` of a proposal on one plan version; `no` is its number in the community. */
export const round = pgTable(
  'round',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    proposalId: integer('proposal_id').notNull(),
    k: integer('k').notNull(),
    planVersion: integer('plan_version').notNull(),
    opensAt: at('opens_at').notNull(),
    closesAt: at('closes_at').notNull(),
    state: text('state').$type<'open' | 'closed' | 'void'>().notNull().default('open'),
    openedBy: integer('opened_by')
      .notNull()
      .references(() => person.id),
    closedAt: at('closed_at'),
    /** What the people said, in a paragraph by the secretary, after closing. */
    summary: text('summary').notNull().default(''),
    summarisedBy: integer('summarised_by').references(() => person.id),
  },
  (t) => [
    oneOf('round_state', t.state, ['open', 'closed', 'void']),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    foreignKey({
      columns: [t.communityId, t.proposalId, t.planVersion],
      foreignColumns: [plan.communityId, plan.proposalId, plan.version],
    }),
    unique().on(t.communityId, t.no),
    unique().on(t.communityId, t.proposalId, t.k),
    unique().on(t.communityId, t.id, t.planVersion),
    index().on(t.state, t.communityId),
  ],
);

/** Snapshot of who may speak in the round; `asked` are those who must be asked (again). */
export const electorate = pgTable(
  'electorate',
  {
    communityId: integer('community_id').notNull(),
    roundId: integer('round_id').notNull(),
    householdId: integer('household_id').notNull(),
    groupId: integer('group_id').notNull(),
    asked: boolean('asked').notNull(),
    /** The household's opinion that stands for this version ("沿用第n轮"), if one does. */
    standingOpinionId: integer('standing_opinion_id'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.roundId, t.householdId] }),
    within(t.communityId, t.roundId, round),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.groupId, affectedGroup),
  ],
);

/** A visit that brought no opinion: nobody home, or the household would not say. */
export const visit = pgTable(
  'visit',
  {
    ...inCommunity(),
    roundId: integer('round_id').notNull(),
    householdId: integer('household_id').notNull(),
    outcome: text('outcome').$type<'refused' | 'not_home'>().notNull(),
    visitorId: integer('visitor_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    oneOf('visit_outcome', t.outcome, ['refused', 'not_home']),
    communityKey(t),
    within(t.communityId, t.roundId, round),
    index().on(t.roundId, t.householdId, t.communityId),
  ],
);

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
    stance: text('stance').$type<'support' | 'support_if' | 'oppose' | 'no_view'>().notNull(),
    ground: text('ground'),
    channel: text('channel').$type<'self' | 'door' | 'paper' | 'phone'>().notNull(),
    own: boolean('own').notNull(),
    authorId: integer('author_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    proof: text('proof').$type<'signature_photo' | 'sms_reply' | 'read_back'>(),
    witnessId: integer('witness_id').references(() => person.id),
    capturedAt: at('captured_at').notNull(),
    receivedAt: at('received_at').notNull().default(sql`moment()`),
    submission: uuid('submission').notNull().default(sql`gen_random_uuid()`),
    /** Re-checked by somebody else: drawn at random, at least one in ten of the recorded. */
  },
  (t) => [
    oneOf('opinion_stance', t.stance, ['support', 'support_if', 'oppose', 'no_view']),
    oneOf('opinion_channel', t.channel, ['self', 'door', 'paper', 'phone']),
    oneOf('opinion_proof', t.proof, ['signature_photo', 'sms_reply', 'read_back']),
    communityKey(t),
    foreignKey({
      columns: [t.communityId, t.roundId, t.planVersion],
      foreignColumns: [round.communityId, round.id, round.planVersion],
    }),
    foreignKey({
      columns: [t.communityId, t.roundId, t.householdId],
      foreignColumns: [electorate.communityId, electorate.roundId, electorate.householdId],
    }),
    unique().on(t.communityId, t.roundId, t.householdId, t.seq),
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

/** A recorded opinion drawn for a second look by somebody else. */
export const recheck = pgTable(
  'recheck',
  {
    ...inCommunity(),
    opinionId: integer('opinion_id').notNull(),
    outcome: text('outcome').$type<'same' | 'different' | 'not_reached'>(),
    note: text('note').notNull().default(''),
    checkedBy: integer('checked_by').references(() => person.id),
    checkedAt: at('checked_at'),
    drawnAt: at('drawn_at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('recheck_outcome', t.outcome, ['same', 'different', 'not_reached']),
    communityKey(t),
    within(t.communityId, t.opinionId, opinion),
    unique().on(t.communityId, t.opinionId),
  ],
);

/** The seven cells of a group at closing, and the arcs the board may show. */
export const roundCell = pgTable(
  'round_cell',
  {
    communityId: integer('community_id').notNull(),
    roundId: integer('round_id').notNull(),
    groupId: integer('group_id').notNull(),
    supports: integer('supports').notNull(),
    conditional: integer('conditional').notNull(),
    opposes: integer('opposes').notNull(),
    noView: integer('no_view').notNull(),
    refused: integer('refused').notNull(),
    notHome: integer('not_home').notNull(),
    notTried: integer('not_tried').notNull(),
    published: jsonb('published').$type<{ kinds: string[]; count: number }[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.roundId, t.groupId] }),
    within(t.communityId, t.roundId, round),
    within(t.communityId, t.groupId, affectedGroup),
  ],
);
