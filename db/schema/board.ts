import { integer, jsonb, pgView, text } from 'drizzle-orm/pg-core';
import { at } from './columns';

/** Views of the notice board that are no part of one table, for the board's reads. Null: one household or two. */
const inGroup = {
  communityId: integer('community_id').notNull(),
  roundId: integer('round_id').notNull(),
  groupId: integer('group_id').notNull(),
};

/** A group in a round. `reached` is null once the round is closed, `published` until then. */
export const roundGroup = pgView('round_group', {
  ...inGroup,
  households: integer('households').notNull(),
  asked: integer('asked').notNull(),
  reached: integer('reached'),
  published: jsonb('published').$type<{ kinds: string[]; count: number }[]>(),
}).existing();

/** Whose word a closed round's answers are, and what asking again brought. */
export const roundSource = pgView('round_source', {
  communityId: integer('community_id').notNull(),
  roundId: integer('round_id').notNull(),
  own: integer('own'),
  recorded: integer('recorded'),
  drawn: integer('drawn').notNull(),
  asked: integer('asked'),
  same: integer('same'),
  different: integer('different'),
  notReached: integer('not_reached').notNull(),
}).existing();

/** An objection that was not merged into another. `wording` is null until one who raised it has approved the words. */
export const objectionShown = pgView('objection', {
  communityId: integer('community_id').notNull(),
  id: integer('id').notNull(),
  no: integer('no').notNull(),
  proposalId: integer('proposal_id').notNull(),
  groupId: integer('group_id').notNull(),
  ground: text('ground').notNull(),
  weight: text('weight').$type<'inconvenience' | 'harm' | 'red_line'>().notNull(),
  wording: text('wording'),
  /** Where it stands by what those who raised it said; `reopened` too. */
  state: text('state').notNull(),
  answerKind: text('answer_kind').$type<'adopted' | 'adopted_another_way' | 'partly' | 'not_possible'>(),
  answer: text('answer').notNull(),
  answerVersion: integer('answer_version'),
  answerClause: integer('answer_clause'),
  escalatedAt: at('escalated_at'),
  raisedAt: at('raised_at').notNull(),
  households: integer('households'),
  /** Why the objector wants it seen further up, and the secretary's reasons; null while it was not written up. */
  ownWords: text('own_words'),
  escalation: text('escalation'),
}).existing();

/** A notice with how many households opposed. */
export const noticeShown = pgView('notice', {
  communityId: integer('community_id').notNull(),
  id: integer('id').notNull(),
  proposalId: integer('proposal_id').notNull(),
  planVersion: integer('plan_version').notNull(),
  from: at('from_at').notNull(),
  to: at('to_at').notNull(),
  state: text('state').$type<'running' | 'returned' | 'signed'>().notNull(),
  oppositions: integer('oppositions'),
}).existing();
