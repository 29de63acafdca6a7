import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { TERM_CHANGES } from '../words/cohorts';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { community, district, person } from './people';
import { term } from './terms';

const by = (name: string) =>
  integer(name)
    .notNull()
    .references(() => person.id);

/** 批次, as it was drafted; append-only. Which months will be compared is said before anybody knows how they went. */
export const cohort = pgTable(
  'cohort',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    districtId: integer('district_id')
      .notNull()
      .references(() => district.id),
    no: integer('no').notNull(),
    name: text('name').notNull(),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    beforeFrom: date('before_from').notNull(),
    beforeTo: date('before_to').notNull(),
    afterFrom: date('after_from').notNull(),
    afterTo: date('after_to').notNull(),
    /** Parts, by component; canonical JSON like the list that was decided by, of which `basisHash` is the hash. */
    weights: text('weights').notNull(),
    basis: text('basis').notNull(),
    basisHash: bytea('basis_hash').notNull(),
    draftedBy: by('drafted_by'),
    draftedAt: at('drafted_at').notNull(),
    submission: uuid('submission').notNull().unique(),
  },
  (t) => [
    unique('cohort_no').on(t.districtId, t.no),
    unique('cohort_named_once').on(t.districtId, t.name),
    unique().on(t.id, t.draftedBy),
    check(
      'cohort_days',
      sql`${t.from} <= ${t.to} and ${t.beforeFrom} <= ${t.beforeTo} and ${t.afterFrom} <= ${t.afterTo}`,
    ),
    check('cohort_after_before', sql`${t.beforeTo} < ${t.afterFrom}`),
  ],
);

/** A weighting somebody asked the list by, before any cohort was drafted; append-only, so that it shows how many were tried. */
export const weighing = pgTable(
  'weighing',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    districtId: integer('district_id')
      .notNull()
      .references(() => district.id),
    /** Parts in the order of the components: `2,2,2,2,1,1`. */
    weights: text('weights').notNull(),
    many: integer('many').notNull(),
    askedBy: by('asked_by'),
    at: at('at').notNull(),
  },
  (t) => [index().on(t.districtId, t.id), check('weighing_many', sql`${t.many} between 1 and 200`)],
);

/** A community of a cohort; `reason`: why, where the list does not say it. Append-only. */
export const cohortPlace = pgTable(
  'cohort_place',
  {
    communityId: integer('community_id')
      .notNull()
      .references(() => community.id),
    cohortId: integer('cohort_id')
      .notNull()
      .references(() => cohort.id),
    reason: text('reason').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.cohortId, t.communityId] })],
);

/** By somebody who did not draft it. What every community of the district had before is frozen here, with its hash. */
export const cohortApproval = pgTable(
  'cohort_approval',
  {
    cohortId: integer('cohort_id').primaryKey(),
    draftedBy: integer('drafted_by').notNull(),
    approvedBy: by('approved_by'),
    baseline: text('baseline').notNull(),
    baselineHash: bytea('baseline_hash').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.cohortId, t.draftedBy], foreignColumns: [cohort.id, cohort.draftedBy] }),
    check('cohort_second_person', sql`${t.approvedBy} <> ${t.draftedBy}`),
  ],
);

/** A draft that was taken back, and why; it stays as it was drafted. None is both approved and taken back (in the migration). */
export const cohortWithdrawal = pgTable('cohort_withdrawal', {
  cohortId: integer('cohort_id')
    .primaryKey()
    .references(() => cohort.id),
  by: by('withdrawn_by'),
  reason: text('reason').notNull(),
  at: at('at').notNull(),
});

export const cohortPublication = pgTable('cohort_publication', {
  cohortId: integer('cohort_id')
    .primaryKey()
    .references(() => cohortApproval.cohortId),
  by: by('published_by'),
  at: at('at').notNull(),
});

/** Somebody who may be sent. `named`: their name and post may stand on boards. */
export const candidate = pgTable(
  'candidate',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    districtId: integer('district_id')
      .notNull()
      .references(() => district.id),
    personId: by('person_id'),
    name: text('name').notNull(),
    homeUnit: text('home_unit').notNull(),
    post: text('post').notNull().default(''),
    skills: text('skills').notNull().default(''),
    named: boolean('named').notNull(),
    at: at('at').notNull(),
  },
  (t) => [unique('candidate_once').on(t.districtId, t.personId)],
);

/**
 * A term that was sent in a cohort; the same candidate is in one place at a time (exclusion constraint in the migration). Recalled
 * before its first day it ends on the day before: it has no day.
 */
export const posting = pgTable(
  'posting',
  {
    communityId: integer('community_id').notNull(),
    termId: integer('term_id').notNull(),
    grantId: integer('grant_id').notNull(),
    cohortId: integer('cohort_id').notNull(),
    candidateId: integer('candidate_id')
      .notNull()
      .references(() => candidate.id),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    sentBy: by('sent_by'),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.termId] }),
    within(t.communityId, t.termId, term),
    foreignKey({
      columns: [t.cohortId, t.communityId],
      foreignColumns: [cohortPlace.cohortId, cohortPlace.communityId],
    }),
    check('posting_days', sql`${t.from} <= ${t.to} + 1`),
  ],
);

/** A term that became longer, or was ended early, and why; append-only. */
export const termChange = pgTable(
  'term_change',
  {
    ...inCommunity(),
    termId: integer('term_id').notNull(),
    kind: text('kind', { enum: TERM_CHANGES }).notNull(),
    to: date('to_day').notNull(),
    reason: text('reason').notNull(),
    by: by('changed_by'),
    at: at('at').notNull(),
  },
  (t) => [known(t.kind), communityKey(t), within(t.communityId, t.termId, term)],
);
