import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { DEMAND_SOURCES, REVIEW_VERDICTS } from '../words/council';
import { cases } from './cases';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';
import { need } from './visits';

const somebody = (name: string) => integer(name).references(() => person.id);

/** 成员单位 of the co-council; whom to ring stands at the desk alone. */
export const councilMember = pgTable(
  'council_member',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    name: text('name').notNull(),
    contactName: text('contact_name').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    addedBy: somebody('added_by').notNull(),
    from: at('from_at').notNull(),
    to: at('to_at'),
    leaveReason: text('leave_reason').notNull().default(''),
  },
  (t) => [communityKey(t), unique().on(t.communityId, t.no)],
);

/** 资源清单: what an organisation has to give. */
export const councilResource = pgTable(
  'council_resource',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    memberId: integer('member_id').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull().default(''),
    at: at('at').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawReason: text('withdraw_reason').notNull().default(''),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.memberId, councilMember),
    unique().on(t.communityId, t.no),
    index().on(t.memberId, t.communityId),
  ],
);

/** 项目清单: several organisations, steps and days. */
export const councilProject = pgTable(
  'council_project',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    title: text('title').notNull(),
    leadId: integer('lead_id').notNull(),
    startedBy: somebody('started_by').notNull(),
    at: at('at').notNull(),
    endedAt: at('ended_at'),
    endReason: text('end_reason').notNull().default(''),
  },
  (t) => [communityKey(t), within(t.communityId, t.leadId, councilMember), unique().on(t.communityId, t.no)],
);

/** 需求清单: what is needed, without whose it is. */
export const demand = pgTable(
  'demand',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull().default(''),
    source: text('source', { enum: DEMAND_SOURCES }).notNull(),
    needId: integer('need_id'),
    caseId: integer('case_id'),
    projectId: integer('project_id'),
    at: at('at').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawReason: text('withdraw_reason').notNull().default(''),
  },
  (t) => [
    known(t.source),
    communityKey(t),
    within(t.communityId, t.needId, need),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.projectId, councilProject),
    unique().on(t.communityId, t.no),
    unique().on(t.communityId, t.needId),
    index().on(t.projectId, t.communityId),
    check('demand_withdrawn', sql`${t.withdrawnAt} is null or ${t.projectId} is null`),
  ],
);

/** 认领: an organisation takes a need on, and says what it brings. */
export const demandClaim = pgTable(
  'demand_claim',
  {
    ...inCommunity(),
    demandId: integer('demand_id').notNull(),
    memberId: integer('member_id').notNull(),
    brings: text('brings').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.demandId, demand),
    within(t.communityId, t.memberId, councilMember),
    unique('demand_claim_once').on(t.communityId, t.demandId, t.memberId),
    index().on(t.memberId, t.communityId),
  ],
);

export const councilPartner = pgTable(
  'council_partner',
  {
    ...inCommunity(),
    projectId: integer('project_id').notNull(),
    memberId: integer('member_id').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.projectId, councilProject),
    within(t.communityId, t.memberId, councilMember),
    unique().on(t.communityId, t.projectId, t.memberId),
  ],
);

export const councilStep = pgTable(
  'council_step',
  {
    ...inCommunity(),
    projectId: integer('project_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    dueOn: date('due_on').notNull(),
    doneOn: date('done_on'),
    note: text('note').notNull().default(''),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.projectId, councilProject),
    unique().on(t.communityId, t.projectId, t.position),
  ],
);

/** 评议, once in a half-year, by those who needed it. */
export const councilReview = pgTable(
  'council_review',
  {
    ...inCommunity(),
    projectId: integer('project_id').notNull(),
    half: text('half').notNull(),
    verdict: text('verdict', { enum: REVIEW_VERDICTS }).notNull(),
    words: text('words').notNull(),
    /** The household whose need it was and who of it said so; null: said before everybody, and written down. */
    householdId: integer('household_id'),
    personId: somebody('person_id'),
    recorderId: somebody('recorder_id'),
    at: at('at').notNull(),
    /** 没办成的为什么. */
    why: text('why').notNull().default(''),
    whyBy: somebody('why_by'),
  },
  (t) => [
    known(t.verdict),
    communityKey(t),
    within(t.communityId, t.projectId, councilProject),
    within(t.communityId, t.householdId, household),
    unique('council_review_once').on(t.communityId, t.projectId, t.half),
    index().on(t.householdId, t.communityId),
    index().on(t.personId),
    check('council_review_half', sql`${t.half} ~ '^[0-9]{4}-[12]$'`),
    check('council_review_by', sql`(${t.personId} is null) <> (${t.recorderId} is null)`),
    check('council_review_why', sql`(${t.why} = '') = (${t.whyBy} is null)`),
  ],
);
