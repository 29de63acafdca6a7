import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { SATISFACTIONS } from '../words/callbacks';
import { CALL_OUTCOMES, RESOLUTIONS, SCOPES } from '../words/evaluations';
import { cases } from './cases';
import { at, communityKey, inCommunity, known, within } from './columns';
import { handingGround } from './handling';
import { person } from './people';

/** 回访 of a case: one call, with what was said. Append-only; the last one that concludes is what counts. */
export const caseCall = pgTable(
  'case_call',
  {
    ...inCommunity(),
    caseId: integer('case_id').notNull(),
    /** How often the case had been done again by then: calls are counted anew after each time. */
    turn: integer('turn').notNull(),
    outcome: text('outcome', { enum: CALL_OUTCOMES }).notNull(),
    /** 是否联系. */
    contacted: boolean('contacted'),
    /** 一是一否: independent of each other. */
    resolved: text('resolved', { enum: RESOLUTIONS }),
    satisfaction: text('satisfaction', { enum: SATISFACTIONS }),
    /** In the words of whoever complained. */
    words: text('words').notNull().default(''),
    callerId: integer('caller_id')
      .notNull()
      .references(() => person.id),
    /** Nobody is called after it in this turn. */
    concludes: boolean('concludes').notNull(),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.outcome),
    known(t.resolved),
    known(t.satisfaction),
    communityKey(t),
    within(t.communityId, t.caseId, cases),
    check('case_call_answered', sql`(${t.outcome} = 'answered') = (${t.contacted} is not null)`),
    check('case_call_said', sql`${t.outcome} = 'answered' or (${t.resolved} is null and ${t.satisfaction} is null)`),
    uniqueIndex('case_call_concluded').on(t.communityId, t.caseId, t.turn).where(sql`${t.concludes}`),
    index().on(t.caseId, t.communityId),
  ],
);

/** 剔除: somebody asks that a case count otherwise, and somebody else decides. The last one agreed to holds. */
export const scopeRequest = pgTable(
  'scope_request',
  {
    ...inCommunity(),
    caseId: integer('case_id').notNull(),
    scope: text('scope', { enum: SCOPES }).notNull(),
    groundId: integer('ground_id'),
    reason: text('reason').notNull(),
    askedBy: integer('asked_by')
      .notNull()
      .references(() => person.id),
    askedAt: at('asked_at').notNull().default(sql`moment()`),
    agreed: boolean('agreed'),
    answer: text('answer').notNull().default(''),
    decidedBy: integer('decided_by').references(() => person.id),
    decidedAt: at('decided_at'),
  },
  (t) => [
    known(t.scope),
    communityKey(t),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.groundId, handingGround),
    check('scope_request_second_person', sql`${t.decidedBy} <> ${t.askedBy}`),
    check(
      'scope_request_decided',
      sql`(${t.agreed} is null) = (${t.decidedBy} is null) and (${t.agreed} is null) = (${t.decidedAt} is null)`,
    ),
    uniqueIndex('scope_request_open').on(t.communityId, t.caseId).where(sql`${t.agreed} is null`),
    index().on(t.caseId, t.communityId),
  ],
);
