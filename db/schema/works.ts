import { bigint, boolean, date, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { SPOKEN_PROOFS } from '../words/opinions';
import { OUTCOMES } from '../words/works';
import { at, communityKey, inCommunity, known, within } from './columns';
import { objection } from './objections';
import { household, person } from './people';
import { proposal } from './proposals';
import { affectedGroup } from './scoping';
import { resolution } from './signoff';

/** 办理 of a resolution. `budget` in fen. */
export const works = pgTable(
  'works',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    proposalId: integer('proposal_id').notNull(),
    resolutionId: integer('resolution_id').notNull(),
    contractor: text('contractor').notNull(),
    budget: bigint('budget', { mode: 'number' }).notNull(),
    /** Why it is not what the signed plan says it costs. */
    budgetReason: text('budget_reason').notNull().default(''),
    permits: text('permits').notNull(),
    warrantyMonths: integer('warranty_months').notNull().default(24),
    startedAt: at('started_at').notNull(),
    lastReportAt: at('last_report_at').notNull(),
    completedAt: at('completed_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    within(t.communityId, t.resolutionId, resolution),
    unique().on(t.communityId, t.no),
  ],
);

/** 节点. */
export const milestone = pgTable(
  'milestone',
  {
    ...inCommunity(),
    worksId: integer('works_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    plannedOn: date('planned_on').notNull(),
    actualOn: date('actual_on'),
    unit: text('unit').notNull().default(''),
    target: integer('target'),
    actual: integer('actual'),
    /** What it counts are places on the site plan. */
    inPlaces: boolean('in_places').notNull().default(false),
    note: text('note').notNull().default(''),
    reportedBy: integer('reported_by').references(() => person.id),
    reportedAt: at('reported_at'),
    checkedBy: integer('checked_by').references(() => person.id),
    checkedAt: at('checked_at'),
    /** Why whoever looked sent the report back; empty once it is reported anew. */
    returned: text('returned').notNull().default(''),
  },
  (t) => [communityKey(t), within(t.communityId, t.worksId, works), unique().on(t.communityId, t.worksId, t.position)],
);

/** A confirmed answer that must be seen at acceptance ("下口北移12米"). */
export const commitment = pgTable(
  'commitment',
  {
    ...inCommunity(),
    worksId: integer('works_id').notNull(),
    objectionId: integer('objection_id'),
    text: text('text').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }),
    repairOn: date('repair_on'),
    note: text('note').notNull().default(''),
    decidedBy: integer('decided_by').references(() => person.id),
    decidedAt: at('decided_at'),
    /** Not kept at acceptance, and reported as mended since; the delegate looks again. */
    mendedAt: at('mended_at'),
    mendedBy: integer('mended_by').references(() => person.id),
    mendNote: text('mend_note').notNull().default(''),
  },
  (t) => [
    known(t.outcome),
    communityKey(t),
    within(t.communityId, t.worksId, works),
    within(t.communityId, t.objectionId, objection),
  ],
);

/** 验收 by a delegate of each affected group. */
export const acceptance = pgTable(
  'acceptance',
  {
    communityId: integer('community_id').notNull(),
    worksId: integer('works_id').notNull(),
    groupId: integer('group_id').notNull(),
    delegateId: integer('delegate_id').references(() => person.id),
    householdId: integer('household_id').notNull(),
    namedBy: integer('named_by').references(() => person.id),
    /** Who wrote it down at the door, how it was proved, and who was present; null where the delegate said it themself. */
    recorderId: integer('recorder_id').references(() => person.id),
    proof: text('proof', { enum: SPOKEN_PROOFS }),
    witnessId: integer('witness_id').references(() => person.id),
    witness: text('witness').notNull().default(''),
    message: text('message').notNull().default(''),
    outcome: text('outcome', { enum: OUTCOMES }),
    note: text('note').notNull().default(''),
    repairOn: date('repair_on'),
    at: at('at'),
  },
  (t) => [
    known(t.outcome),
    known(t.proof),
    primaryKey({ columns: [t.communityId, t.worksId, t.groupId] }),
    within(t.communityId, t.worksId, works),
    within(t.communityId, t.groupId, affectedGroup),
    within(t.communityId, t.householdId, household),
  ],
);
