import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { PLAN_STATES } from '../words/plans';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { compound, person } from './people';

/** 平面图: what stands in a compound, in whole millimetres; a draft until a second person has looked, then immutable. */
export const sitePlan = pgTable(
  'site_plan',
  {
    ...inCommunity(),
    compoundId: integer('compound_id').notNull(),
    version: integer('version').notNull(),
    /** As canonical JSON. */
    shapes: text('shapes').notNull(),
    /** Where it is from: a survey, a drawing, paced out. */
    source: text('source').notNull(),
    state: text('state', { enum: PLAN_STATES }).notNull().default('draft'),
    rowVersion: integer('row_version').notNull().default(1),
    drawnBy: integer('drawn_by')
      .notNull()
      .references(() => person.id),
    drawnAt: at('drawn_at').notNull(),
    publishedBy: integer('published_by').references(() => person.id),
    publishedAt: at('published_at'),
    hash: bytea('hash'),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.compoundId, compound),
    unique().on(t.communityId, t.compoundId, t.version),
    uniqueIndex('site_plan_one_draft').on(t.communityId, t.compoundId).where(sql`${t.state} = 'draft'`),
    check(
      'site_plan_published',
      sql`(${t.state} = 'published') = (${t.hash} is not null and ${t.publishedBy} is not null and ${t.publishedAt} is not null)`,
    ),
    check('site_plan_two_people', sql`${t.publishedBy} <> ${t.drawnBy}`),
  ],
);
