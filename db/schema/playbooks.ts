import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { ADOPTION_OUTCOMES, type PlaybookEffect, type PlaybookStep, REVIEW_VERDICTS } from '../words/playbooks';
import { KINDS } from '../words/proposals';
import { at, communityKey, inCommunity, known, within } from './columns';
import { community, person } from './people';
import { proposal } from './proposals';

/** 长效药方: drawn from a proposal that was verified; what it says stands in its versions. */
export const playbook = pgTable(
  'playbook',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    proposalId: integer('proposal_id').notNull(),
    proposalNo: integer('proposal_no').notNull(),
    proposalTitle: text('proposal_title').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    place: text('place').notNull(),
    effect: jsonb('effect').$type<PlaybookEffect>().notNull(),
    version: integer('version').notNull().default(1),
    /** 复诊: when somebody is asked whether it still holds. */
    reviewOn: date('review_on').notNull(),
    authorId: integer('author_id')
      .notNull()
      .references(() => person.id),
    authorRole: text('author_role').notNull(),
    drawnAt: at('drawn_at').notNull(),
    retiredAt: at('retired_at'),
    retiredBy: integer('retired_by').references(() => person.id),
    retiredReason: text('retired_reason').notNull().default(''),
  },
  (t) => [
    known(t.kind),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    /** In use; one that was retired may be drawn anew. */
    uniqueIndex('playbook_once').on(t.communityId, t.proposalId).where(sql`${t.retiredAt} is null`),
    unique().on(t.communityId, t.no),
    check('playbook_retired_whole', sql`(${t.retiredAt} is null) = (${t.retiredReason} = '')`),
    index().on(t.drawnAt),
  ],
);

/** What it says; append-only. */
export const playbookVersion = pgTable(
  'playbook_version',
  {
    ...inCommunity(),
    playbookId: integer('playbook_id').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    /** 适应症 and 禁忌. */
    indications: text('indications').notNull(),
    contraindications: text('contraindications').notNull(),
    steps: jsonb('steps').$type<PlaybookStep[]>().notNull(),
    /** 剂量: people, days, fen. */
    people: integer('people').notNull(),
    days: integer('days').notNull(),
    money: bigint('money', { mode: 'number' }).notNull(),
    /** Of a later version: what is other, and why. */
    change: text('change').notNull().default(''),
    authorId: integer('author_id')
      .notNull()
      .references(() => person.id),
    authorRole: text('author_role').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.playbookId, playbook),
    unique().on(t.communityId, t.playbookId, t.version),
  ],
);

/** Somebody has looked whether it still holds; append-only. */
export const playbookReview = pgTable(
  'playbook_review',
  {
    ...inCommunity(),
    playbookId: integer('playbook_id').notNull(),
    version: integer('version').notNull(),
    verdict: text('verdict', { enum: REVIEW_VERDICTS }).notNull(),
    reason: text('reason').notNull(),
    saidBy: integer('said_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.verdict),
    communityKey(t),
    within(t.communityId, t.playbookId, playbook),
    index().on(t.playbookId, t.communityId),
  ],
);

/** Taken up by another community, whose row it is: with what was changed, and half a year later what became of it. */
export const playbookAdoption = pgTable(
  'playbook_adoption',
  {
    ...inCommunity(),
    /** Whose playbook it is. */
    originId: integer('origin_id')
      .notNull()
      .references(() => community.id),
    playbookId: integer('playbook_id').notNull(),
    version: integer('version').notNull(),
    place: text('place').notNull(),
    changed: text('changed').notNull(),
    adoptedBy: integer('adopted_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    /** From when on it is asked what became of it. */
    askOn: date('ask_on').notNull(),
    outcome: text('outcome', { enum: ADOPTION_OUTCOMES }),
    outcomeReason: text('outcome_reason').notNull().default(''),
    outcomeBy: integer('outcome_by').references(() => person.id),
    outcomeAt: at('outcome_at'),
  },
  (t) => [
    known(t.outcome),
    communityKey(t),
    foreignKey({ columns: [t.originId, t.playbookId], foreignColumns: [playbook.communityId, playbook.id] }),
    unique('playbook_adopted_once').on(t.communityId, t.originId, t.playbookId),
    check('playbook_adopted_elsewhere', sql`${t.originId} <> ${t.communityId}`),
    check('playbook_outcome_whole', sql`(${t.outcome} is null) = (${t.outcomeAt} is null)`),
    index().on(t.originId, t.playbookId),
  ],
);
