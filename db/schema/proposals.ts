import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { COMMENT_STANCES, DECISIONS, KINDS, STATES } from '../words/proposals';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { type CommunitySettings, household, person } from './people';

/** 提案. `rowVersion` grows with each edit; `rule` is frozen when the consultation starts. */
export const proposal = pgTable(
  'proposal',
  {
    ...inCommunity(),
    /** Public number; null while a draft. */
    no: integer('no'),
    kind: text('kind', { enum: KINDS }).notNull(),
    state: text('state', { enum: STATES }).notNull().default('draft'),
    title: text('title').notNull(),
    place: text('place').notNull(),
    problem: text('problem').notNull(),
    ask: text('ask').notNull().default(''),
    authorId: integer('author_id')
      .notNull()
      .references(() => person.id),
    authorHouseholdId: integer('author_household_id'),
    /** Who wrote it down for the household, and how that is proved; null when the author wrote it. */
    recordedBy: integer('recorded_by').references(() => person.id),
    provenance: text('provenance'),
    /** Nobody has looked at it yet: it does not hang on the board. */
    waits: boolean('waits').notNull().default(false),
    /** What hangs instead of its own words, where whoever looked left something out. */
    shownProblem: text('shown_problem'),
    shownAsk: text('shown_ask'),
    rule: jsonb('rule').$type<CommunitySettings>(),
    snapshotHash: bytea('snapshot_hash'),
    groupsNamedBy: integer('groups_named_by').references(() => person.id),
    groupsConfirmedBy: integer('groups_confirmed_by').references(() => person.id),
    lookAgainOn: date('look_again_on'),
    rowVersion: integer('row_version').notNull().default(1),
    createdAt: at('created_at').notNull().default(sql`moment()`),
    submittedAt: at('submitted_at'),
    stateAt: at('state_at').notNull().default(sql`moment()`),
    lastEventAt: at('last_event_at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.kind),
    known(t.state),
    communityKey(t),
    within(t.communityId, t.authorHouseholdId, household),
    unique().on(t.communityId, t.no),
    index().on(t.state, t.communityId),
    index().on(t.authorId),
  ],
);

/** Every change of state with its reason; append-only. */
export const proposalEvent = pgTable(
  'proposal_event',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    kind: text('kind').notNull(),
    from: text('from_state', { enum: STATES }),
    to: text('to_state', { enum: STATES }),
    role: text('role').notNull(),
    personId: integer('person_id').references(() => person.id),
    reason: text('reason').notNull().default(''),
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull().default({}),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.from),
    known(t.to),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    index().on(t.proposalId, t.communityId),
  ],
);

/** 支持 by household, one each; `withdrawnAt` keeps the history. */
export const support = pgTable(
  'support',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.proposalId, t.householdId),
  ],
);

export const comment = pgTable(
  'comment',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    householdId: integer('household_id'),
    stance: text('stance', { enum: COMMENT_STANCES }).notNull(),
    hiddenReason: text('hidden_reason'),
    hiddenBy: integer('hidden_by').references(() => person.id),
    hiddenAt: at('hidden_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.stance),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    index().on(t.proposalId, t.communityId),
  ],
);

export const commentContent = pgTable(
  'comment_content',
  {
    communityId: integer('community_id').notNull(),
    commentId: integer('comment_id').notNull(),
    words: text('words').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.commentId] }), within(t.communityId, t.commentId, comment)],
);

export const appeal = pgTable(
  'appeal',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    words: text('words').notNull(),
    decision: text('decision', { enum: DECISIONS }),
    reason: text('reason'),
    decidedBy: integer('decided_by').references(() => person.id),
    decidedOn: date('decided_on'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.decision),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId),
  ],
);
