import { sql } from 'drizzle-orm';
import { index, integer, pgTable, pgView, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { ANSWERS, APPROVALS, STATES, VERDICTS, WEIGHTS } from '../words/objections';
import { GROUNDS } from '../words/opinions';
import { at, communityKey, inCommunity, known, within } from './columns';
import { opinion } from './opinions';
import { household, person } from './people';
import { proposal } from './proposals';
import { round } from './rounds';
import { affectedGroup } from './scoping';

/** 异议: belongs to one group; only those who raised it can confirm, maintain or withdraw it. */
export const objection = pgTable(
  'objection',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    proposalId: integer('proposal_id').notNull(),
    groupId: integer('group_id').notNull(),
    roundId: integer('round_id').notNull(),
    ground: text('ground', { enum: GROUNDS }).notNull(),
    weight: text('weight', { enum: WEIGHTS }).notNull(),
    /** In words its owner approved; may stand on the board. */
    wording: text('wording').notNull(),
    state: text('state', { enum: STATES }).notNull().default('raised'),
    answerKind: text('answer_kind', { enum: ANSWERS }),
    answer: text('answer').notNull().default(''),
    answerVersion: integer('answer_version'),
    answerClause: integer('answer_clause'),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: at('answered_at'),
    escalatedAt: at('escalated_at'),
    mergedInto: integer('merged_into'),
    drawnBy: integer('drawn_by')
      .notNull()
      .references(() => person.id),
    raisedAt: at('raised_at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.ground),
    known(t.weight),
    known(t.state),
    known(t.answerKind),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    within(t.communityId, t.groupId, affectedGroup),
    within(t.communityId, t.roundId, round),
    within(t.communityId, t.mergedInto, t),
    unique().on(t.communityId, t.proposalId, t.no),
    index().on(t.state, t.communityId),
  ],
);

/** Who raised it, from which opinion, and what they say of the answer. */
export const objectionRaiser = pgTable(
  'objection_raiser',
  {
    communityId: integer('community_id').notNull(),
    objectionId: integer('objection_id').notNull(),
    householdId: integer('household_id').notNull(),
    opinionId: integer('opinion_id').notNull(),
    wordingApproved: text('wording_approved', { enum: APPROVALS }),
    verdict: text('verdict', { enum: VERDICTS }),
    verdictWords: text('verdict_words').notNull().default(''),
    verdictBy: integer('verdict_by').references(() => person.id),
    verdictAt: at('verdict_at'),
    triesToReach: integer('tries_to_reach').notNull().default(0),
  },
  (t) => [
    known(t.wordingApproved),
    known(t.verdict),
    primaryKey({ columns: [t.communityId, t.objectionId, t.householdId] }),
    within(t.communityId, t.objectionId, objection),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.opinionId, opinion),
    index().on(t.opinionId, t.communityId),
    index().on(t.householdId, t.communityId),
  ],
);

/** Append-only. */
export const objectionEvent = pgTable(
  'objection_event',
  {
    ...inCommunity(),
    objectionId: integer('objection_id').notNull(),
    kind: text('kind').notNull(),
    householdId: integer('household_id'),
    personId: integer('person_id').references(() => person.id),
    words: text('words').notNull().default(''),
    at: at('at').notNull(),
  },
  (t) => [communityKey(t), within(t.communityId, t.objectionId, objection), index().on(t.objectionId, t.communityId)],
);

/** An objection that was not merged into another. `wording` is null until one who raised it has approved the words. */
export const objectionShown = pgView('objection', {
  communityId: integer('community_id').notNull(),
  id: integer('id').notNull(),
  no: integer('no').notNull(),
  proposalId: integer('proposal_id').notNull(),
  groupId: integer('group_id').notNull(),
  ground: text('ground', { enum: GROUNDS }).notNull(),
  weight: text('weight', { enum: WEIGHTS }).notNull(),
  wording: text('wording'),
  /** Where it stands by what those who raised it said; `reopened` too. */
  state: text('state').notNull(),
  answerKind: text('answer_kind', { enum: ANSWERS }),
  answer: text('answer').notNull(),
  answerVersion: integer('answer_version'),
  answerClause: integer('answer_clause'),
  escalatedAt: at('escalated_at'),
  raisedAt: at('raised_at').notNull(),
  /** The day of the answer in force, and that on which those who raised it came to say what they say of it. */
  answeredOn: at('answered_on'),
  judgedOn: at('judged_on'),
  households: integer('households'),
  /** Why the objector wants it seen further up, and the secretary's reasons; null while it was not written up. */
  ownWords: text('own_words'),
  escalation: text('escalation'),
}).existing();
