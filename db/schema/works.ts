import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { cases } from './cases';
import { at, communityKey, inCommunity, oneOf, within } from './columns';
import { objection } from './objections';
import { household, person } from './people';
import { affectedGroup, proposal } from './proposals';
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
    note: text('note').notNull().default(''),
    reportedBy: integer('reported_by').references(() => person.id),
    reportedAt: at('reported_at'),
    checkedBy: integer('checked_by').references(() => person.id),
    checkedAt: at('checked_at'),
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
    outcome: text('outcome').$type<'accepted' | 'refused'>(),
    repairOn: date('repair_on'),
    note: text('note').notNull().default(''),
    decidedBy: integer('decided_by').references(() => person.id),
    decidedAt: at('decided_at'),
  },
  (t) => [
    oneOf('commitment_outcome', t.outcome, ['accepted', 'refused']),
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
    outcome: text('outcome').$type<'accepted' | 'refused'>(),
    note: text('note').notNull().default(''),
    repairOn: date('repair_on'),
    at: at('at'),
  },
  (t) => [
    oneOf('acceptance_outcome', t.outcome, ['accepted', 'refused']),
    primaryKey({ columns: [t.communityId, t.worksId, t.groupId] }),
    within(t.communityId, t.worksId, works),
    within(t.communityId, t.groupId, affectedGroup),
    within(t.communityId, t.householdId, household),
  ],
);

/**
 * 回访 in waves: 28 days, 90 days, after the first snow. Each belongs to one completion: what is reopened, mended and
 * completed again is verified anew.
 */
export const callbackWave = pgTable(
  'callback_wave',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    wave: text('wave').$type<'four_weeks' | 'ninety_days' | 'first_snow'>().notNull(),
    completedAt: at('completed_at').notNull(),
    dueOn: date('due_on'),
    seed: text('seed').notNull(),
    drawnAt: at('drawn_at').notNull().default(sql`moment()`),
    closedAt: at('closed_at'),
  },
  (t) => [
    oneOf('callback_wave_wave', t.wave, ['four_weeks', 'ninety_days', 'first_snow']),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique('callback_wave_once').on(t.communityId, t.proposalId, t.wave, t.completedAt),
  ],
);

export const callback = pgTable(
  'callback',
  {
    ...inCommunity(),
    waveId: integer('wave_id').notNull(),
    householdId: integer('household_id').notNull(),
    groupId: integer('group_id'),
    caseId: integer('case_id'),
    formerObjector: boolean('former_objector').notNull().default(false),
    reached: boolean('reached'),
    resolved: boolean('resolved'),
    satisfaction: text('satisfaction').$type<'satisfied' | 'fairly_satisfied' | 'dissatisfied'>(),
    words: text('words').notNull().default(''),
    callerId: integer('caller_id').references(() => person.id),
    at: at('at'),
  },
  (t) => [
    oneOf('callback_satisfaction', t.satisfaction, ['satisfied', 'fairly_satisfied', 'dissatisfied']),
    communityKey(t),
    within(t.communityId, t.waveId, callbackWave),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.groupId, affectedGroup),
    within(t.communityId, t.caseId, cases),
    unique().on(t.communityId, t.waveId, t.householdId),
    index().on(t.waveId, t.communityId),
  ],
);

/** A notice to one person or household: what needs them, and what was recorded in their name. */
export const letter = pgTable(
  'letter',
  {
    ...inCommunity(),
    householdId: integer('household_id'),
    personId: integer('person_id').references(() => person.id),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail').notNull().default(''),
    readAt: at('read_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.householdId, household),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
  ],
);
