import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { MEASURES } from '../words/orders';
import { ROLES } from '../words/people';
import { at, communityKey, inCommunity, known, within } from './columns';

/** 时限: how long an answer may take. */
export const caseTier = pgTable(
  'case_tier',
  {
    ...inCommunity(),
    amount: integer('amount').notNull(),
    measure: text('measure', { enum: MEASURES }).notNull(),
    retiredAt: at('retired_at'),
  },
  (t) => [
    known(t.measure),
    communityKey(t),
    unique().on(t.communityId, t.amount, t.measure),
    check('case_tier_amount', sql`${t.amount} > 0`),
  ],
);

/** 问题分类 of three levels: a tree each community keeps. `tierId`: how long its cases may take where nobody says. */
export const caseCategory = pgTable(
  'case_category',
  {
    ...inCommunity(),
    parentId: integer('parent_id'),
    name: text('name').notNull(),
    tierId: integer('tier_id'),
    retiredAt: at('retired_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.parentId, t),
    within(t.communityId, t.tierId, caseTier),
    unique().on(t.communityId, t.parentId, t.name).nullsNotDistinct(),
  ],
);

/** 点位: a place people have a name for, as 3号门 or 小广场, that a case is said to be at. */
export const namedPlace = pgTable(
  'named_place',
  { ...inCommunity(), name: text('name').notNull(), retiredAt: at('retired_at') },
  (t) => [communityKey(t), unique().on(t.communityId, t.name)],
);

/** 承办单位. `role`: the office here whose holders it is; without one it is outside of this house, and others write down what it does. */
export const agency = pgTable(
  'agency',
  {
    ...inCommunity(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }),
    retiredAt: at('retired_at'),
  },
  (t) => [known(t.role), communityKey(t), unique().on(t.communityId, t.name)],
);

/** Why a case is handed on. `beyond`: a community may not be made to do it. */
export const handingGround = pgTable(
  'handing_ground',
  {
    ...inCommunity(),
    name: text('name').notNull(),
    beyond: boolean('beyond').notNull(),
    retiredAt: at('retired_at'),
  },
  (t) => [communityKey(t), unique().on(t.communityId, t.name)],
);

/** 答复模板, of a category and those below it, or of all. */
export const replyTemplate = pgTable(
  'reply_template',
  {
    ...inCommunity(),
    name: text('name').notNull(),
    body: text('body').notNull(),
    categoryId: integer('category_id'),
    retiredAt: at('retired_at'),
  },
  (t) => [communityKey(t), within(t.communityId, t.categoryId, caseCategory), unique().on(t.communityId, t.name)],
);
