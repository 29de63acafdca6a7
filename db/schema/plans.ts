import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { PLAN_STATES } from '../words/plans';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { person } from './people';
import { proposal } from './proposals';
import { affectedGroup } from './scoping';
import { sitePlan } from './siteplan';

/** 方案第n稿: draft until published, then immutable (trigger). `cost` in fen. */
export const plan = pgTable(
  'plan',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull().default(''),
    cost: bigint('cost', { mode: 'number' }).notNull().default(0),
    costNote: text('cost_note').notNull().default(''),
    state: text('state', { enum: PLAN_STATES }).notNull().default('draft'),
    rowVersion: integer('row_version').notNull().default(1),
    draftedBy: integer('drafted_by')
      .notNull()
      .references(() => person.id),
    draftedAt: at('drafted_at').notNull().default(sql`moment()`),
    publishedBy: integer('published_by').references(() => person.id),
    publishedAt: at('published_at'),
    hash: bytea('hash'),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId, t.version),
  ],
);

export const clause = pgTable(
  'clause',
  { ...inCommunity(), planId: integer('plan_id').notNull(), no: integer('no').notNull(), text: text('text').notNull() },
  (t) => [communityKey(t), within(t.communityId, t.planId, plan), unique().on(t.communityId, t.planId, t.no)],
);

/** What a version draws over the site as it was measured then; part of what its hash is of. `shapes` as canonical JSON. */
export const planDrawing = pgTable(
  'plan_drawing',
  {
    ...inCommunity(),
    planId: integer('plan_id').notNull(),
    sitePlanId: integer('site_plan_id').notNull(),
    shapes: text('shapes').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.planId, plan),
    within(t.communityId, t.sitePlanId, sitePlan),
    unique().on(t.communityId, t.planId),
  ],
);

/** What each change answers: objections, a legal gate, or a technical reason. */
export const planChange = pgTable(
  'plan_change',
  {
    ...inCommunity(),
    planId: integer('plan_id').notNull(),
    clauseNo: integer('clause_no').notNull(),
    note: text('note').notNull(),
    objectionIds: jsonb('objection_ids').$type<number[]>().notNull().default([]),
    legalGateId: integer('legal_gate_id'),
    technicalReason: text('technical_reason').notNull().default(''),
  },
  (t) => [communityKey(t), within(t.communityId, t.planId, plan), index().on(t.planId, t.communityId)],
);

/** Whether a version's change is material for a group; decided by one, confirmed by another before publication. */
export const planMateriality = pgTable(
  'plan_materiality',
  {
    ...inCommunity(),
    planId: integer('plan_id').notNull(),
    groupId: integer('group_id').notNull(),
    material: boolean('material').notNull(),
    reason: text('reason').notNull(),
    judgedBy: integer('judged_by')
      .notNull()
      .references(() => person.id),
    /** Null: judged before it was written down. */
    judgedAt: at('judged_at'),
    confirmedBy: integer('confirmed_by').references(() => person.id),
    confirmedAt: at('confirmed_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.planId, plan),
    within(t.communityId, t.groupId, affectedGroup),
    unique().on(t.communityId, t.planId, t.groupId),
  ],
);
