import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, within } from './columns';
import { objection } from './objections';
import { person } from './people';
import { plan } from './plans';
import { proposal } from './proposals';

/** 条件 of a proposal as they were marked, one list after the other: the newest hangs. `budget` in fen. */
export const conditionList = pgTable(
  'condition_list',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    version: integer('version').notNull(),
    budget: bigint('budget', { mode: 'number' }),
    markedBy: integer('marked_by')
      .notNull()
      .references(() => person.id),
    markedAt: at('marked_at').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique('condition_list_version').on(t.communityId, t.proposalId, t.version),
    check('condition_list_budget', sql`${t.budget} >= 0`),
  ],
);

/** One of a list, in words for everybody; `cost` in fen. */
export const listedCondition = pgTable(
  'listed_condition',
  {
    communityId: integer('community_id').notNull(),
    listId: integer('list_id').notNull(),
    no: integer('no').notNull(),
    text: text('text').notNull(),
    cost: bigint('cost', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.listId, t.no] }),
    within(t.communityId, t.listId, conditionList),
    check('listed_condition_no', sql`${t.no} between 1 and 12`),
    check('listed_condition_cost', sql`${t.cost} >= 0`),
  ],
);

/** Whose it is: the objection it was taken from. */
export const conditionRaised = pgTable(
  'condition_raised',
  {
    communityId: integer('community_id').notNull(),
    listId: integer('list_id').notNull(),
    no: integer('no').notNull(),
    objectionId: integer('objection_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.listId, t.no, t.objectionId] }),
    foreignKey({
      columns: [t.communityId, t.listId, t.no],
      foreignColumns: [listedCondition.communityId, listedCondition.listId, listedCondition.no],
    }),
    within(t.communityId, t.objectionId, objection),
    index().on(t.objectionId, t.communityId),
  ],
);

/** Conditions, by their numbers, that exclude each other, and why. */
export const conditionClash = pgTable(
  'condition_clash',
  {
    communityId: integer('community_id').notNull(),
    listId: integer('list_id').notNull(),
    position: integer('position').notNull(),
    nos: jsonb('nos').$type<number[]>().notNull(),
    why: text('why').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.listId, t.position] }),
    within(t.communityId, t.listId, conditionList),
    check('condition_clash_nos', sql`jsonb_array_length(${t.nos}) >= 2`),
  ],
);

/** What a version makes of the conditions as they were marked when it was published, in their words then; the reason where it does not follow one. */
export const planCondition = pgTable(
  'plan_condition',
  {
    communityId: integer('community_id').notNull(),
    planId: integer('plan_id').notNull(),
    no: integer('no').notNull(),
    listId: integer('list_id').notNull(),
    text: text('text').notNull(),
    followed: boolean('followed').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.planId, t.no] }),
    within(t.communityId, t.planId, plan),
    foreignKey({
      columns: [t.communityId, t.listId, t.no],
      foreignColumns: [listedCondition.communityId, listedCondition.listId, listedCondition.no],
    }),
    index().on(t.listId, t.communityId),
    check('plan_condition_reason', sql`${t.followed} = (${t.reason} = '')`),
  ],
);
