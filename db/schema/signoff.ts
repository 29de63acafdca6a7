import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, pgView, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { NOTICE_STATES, SIGNER_ROLES } from '../words/signoff';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { spoken } from './opinions';
import { household, person } from './people';
import { proposal } from './proposals';

/** 公示 of an agreed plan. */
export const notice = pgTable(
  'notice',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    planVersion: integer('plan_version').notNull(),
    from: at('from_at').notNull(),
    to: at('to_at').notNull(),
    state: text('state', { enum: NOTICE_STATES }).notNull().default('running'),
    postedBy: integer('posted_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    index().on(t.proposalId, t.communityId),
  ],
);

/** Opposition during the notice; each is answered, upheld or not. */
export const noticeOpposition = pgTable(
  'notice_opposition',
  {
    ...inCommunity(),
    noticeId: integer('notice_id').notNull(),
    householdId: integer('household_id').notNull(),
    ...spoken(),
    /** The household has spoken itself since: its own word stands in the place of what was written down for it. */
    replacedAt: at('replaced_at'),
    answer: text('answer'),
    upheld: boolean('upheld'),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: at('answered_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.channel),
    known(t.proof),
    communityKey(t),
    within(t.communityId, t.noticeId, notice),
    within(t.communityId, t.householdId, household),
  ],
);

/** 决议: `canonical` is exactly what was signed, `hash` its SHA-256. */
export const resolution = pgTable(
  'resolution',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    proposalId: integer('proposal_id').notNull(),
    noticeId: integer('notice_id').notNull(),
    planVersion: integer('plan_version').notNull(),
    canonical: jsonb('canonical').$type<Record<string, unknown>>().notNull(),
    hash: bytea('hash').notNull(),
    signedAt: at('signed_at'),
    leafSeq: integer('leaf_seq'),
    createdAt: at('created_at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    within(t.communityId, t.noticeId, notice),
    unique().on(t.communityId, t.no),
    unique().on(t.communityId, t.noticeId),
  ],
);

/** One signature per role, one role per person. */
export const signature = pgTable(
  'signature',
  {
    communityId: integer('community_id').notNull(),
    resolutionId: integer('resolution_id').notNull(),
    role: text('role', { enum: SIGNER_ROLES }).notNull(),
    signerId: integer('signer_id')
      .notNull()
      .references(() => person.id),
    hash: bytea('hash').notNull(),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.role),
    primaryKey({ columns: [t.communityId, t.resolutionId, t.role] }),
    unique().on(t.communityId, t.resolutionId, t.signerId),
    within(t.communityId, t.resolutionId, resolution),
  ],
);

/** A notice with how many households opposed. */
export const noticeShown = pgView('notice', {
  communityId: integer('community_id').notNull(),
  id: integer('id').notNull(),
  proposalId: integer('proposal_id').notNull(),
  planVersion: integer('plan_version').notNull(),
  from: at('from_at').notNull(),
  to: at('to_at').notNull(),
  state: text('state', { enum: NOTICE_STATES }).notNull(),
  oppositions: integer('oppositions'),
}).existing();
