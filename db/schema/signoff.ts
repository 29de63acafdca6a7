import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { at, bytea, communityKey, inCommunity, oneOf, within } from './columns';
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
    state: text('state').$type<'running' | 'returned' | 'signed'>().notNull().default('running'),
    postedBy: integer('posted_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    oneOf('notice_state', t.state, ['running', 'returned', 'signed']),
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
    personId: integer('person_id').references(() => person.id),
    words: text('words').notNull(),
    /** Who wrote it down at the door, how and before whom; null when the household said it itself. */
    recorderId: integer('recorder_id').references(() => person.id),
    channel: text('channel').$type<'self' | 'door' | 'paper' | 'phone'>().notNull().default('self'),
    proof: text('proof').$type<'signature_photo' | 'sms_reply' | 'read_back'>(),
    witnessId: integer('witness_id').references(() => person.id),
    witness: text('witness').notNull().default(''),
    /** What the household's own text message says, or when it came. */
    message: text('message').notNull().default(''),
    /** The household has spoken itself since: its own word stands in the place of what was written down for it. */
    replacedAt: at('replaced_at'),
    answer: text('answer'),
    upheld: boolean('upheld'),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: at('answered_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('notice_opposition_channel', t.channel, ['self', 'door', 'paper', 'phone']),
    oneOf('notice_opposition_proof', t.proof, ['signature_photo', 'sms_reply', 'read_back']),
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
    role: text('role').$type<'party-secretary' | 'governance-secretary'>().notNull(),
    signerId: integer('signer_id')
      .notNull()
      .references(() => person.id),
    hash: bytea('hash').notNull(),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('signature_role', t.role, ['party-secretary', 'governance-secretary']),
    primaryKey({ columns: [t.communityId, t.resolutionId, t.role] }),
    unique().on(t.communityId, t.resolutionId, t.signerId),
    within(t.communityId, t.resolutionId, resolution),
  ],
);

export const appeal = pgTable(
  'appeal',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    words: text('words').notNull(),
    decision: text('decision').$type<'upheld' | 'refused'>(),
    reason: text('reason'),
    decidedBy: integer('decided_by').references(() => person.id),
    decidedOn: date('decided_on'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('appeal_decision', t.decision, ['upheld', 'refused']),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId),
  ],
);
