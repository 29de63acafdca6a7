import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, within } from './columns';
import { person } from './people';
import { proposal } from './proposals';

/** 合并: a proposal that goes on with another; what it brought along is what the undoing takes away again. */
export const merger = pgTable(
  'merger',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    intoId: integer('into_id').notNull(),
    reason: text('reason').notNull(),
    /** Households whose support, and cases whose link, the other one did not have before. */
    households: integer('households').array().notNull(),
    cases: integer('cases').array().notNull(),
    mergedBy: integer('merged_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    undoneBy: integer('undone_by').references(() => person.id),
    undoneAt: at('undone_at'),
    undoneReason: text('undone_reason').notNull().default(''),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    within(t.communityId, t.intoId, proposal),
    check('merger_elsewhere', sql`${t.proposalId} <> ${t.intoId}`),
    uniqueIndex('merger_once').on(t.communityId, t.proposalId).where(sql`${t.undoneAt} is null`),
    index().on(t.intoId, t.communityId),
  ],
);
