import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, oneOf, within } from './columns';
import { household, person } from './people';
import { affectedGroup, proposal } from './proposals';
import { opinion, round } from './rounds';

export type ObjectionState = 'raised' | 'acknowledged' | 'answered' | 'settled' | 'maintained' | 'withdrawn' | 'lapsed';
export type AnswerKind = 'adopted' | 'adopted_another_way' | 'partly' | 'not_possible';

/** 异议: belongs to one group; only those who raised it can confirm, maintain or withdraw it. */
export const objection = pgTable(
  'objection',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    proposalId: integer('proposal_id').notNull(),
    groupId: integer('group_id').notNull(),
    roundId: integer('round_id').notNull(),
    ground: text('ground').notNull(),
    weight: text('weight').$type<'inconvenience' | 'harm' | 'red_line'>().notNull(),
    /** In words its owner approved; may stand on the board. */
    wording: text('wording').notNull(),
    state: text('state').$type<ObjectionState>().notNull().default('raised'),
    answerKind: text('answer_kind').$type<AnswerKind>(),
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
    oneOf('objection_weight', t.weight, ['inconvenience', 'harm', 'red_line']),
    oneOf('objection_state', t.state, [
      'raised',
      'acknowledged',
      'answered',
      'settled',
      'maintained',
      'withdrawn',
      'lapsed',
    ]),
    oneOf('objection_answer_kind', t.answerKind, ['adopted', 'adopted_another_way', 'partly', 'not_possible']),
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
    wordingApproved: text('wording_approved').$type<'yes' | 'at_door'>(),
    verdict: text('verdict').$type<'settled' | 'maintained' | 'withdrawn'>(),
    verdictWords: text('verdict_words').notNull().default(''),
    verdictBy: integer('verdict_by').references(() => person.id),
    verdictAt: at('verdict_at'),
    triesToReach: integer('tries_to_reach').notNull().default(0),
  },
  (t) => [
    oneOf('objection_raiser_wording_approved', t.wordingApproved, ['yes', 'at_door']),
    oneOf('objection_raiser_verdict', t.verdict, ['settled', 'maintained', 'withdrawn']),
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
