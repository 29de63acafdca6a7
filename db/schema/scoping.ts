import { date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { EFFECTS, GATE_STATES } from '../words/scoping';
import { at, communityKey, inCommunity, known, within } from './columns';
import { building, entrance, household, person } from './people';
import { proposal } from './proposals';

/** 相关方: a group of households that benefits or bears the harm. */
export const affectedGroup = pgTable(
  'affected_group',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    effect: text('effect', { enum: EFFECTS }).notNull(),
    why: text('why').notNull().default(''),
    /** Households in the snapshot; null until the consultation starts. */
    households: integer('households'),
  },
  (t) => [
    known(t.effect),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId, t.position),
  ],
);

/** The places a group is made of: a building, or one entrance of it. */
export const groupPlace = pgTable(
  'group_place',
  {
    ...inCommunity(),
    groupId: integer('group_id').notNull(),
    buildingId: integer('building_id').notNull(),
    entranceId: integer('entrance_id'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.groupId, affectedGroup),
    within(t.communityId, t.buildingId, building),
    within(t.communityId, t.entranceId, entrance),
    unique().on(t.communityId, t.groupId, t.buildingId, t.entranceId),
  ],
);

/** The snapshot of row 5: which household speaks in which group. A household speaks once. */
export const groupHousehold = pgTable(
  'group_household',
  {
    communityId: integer('community_id').notNull(),
    proposalId: integer('proposal_id').notNull(),
    householdId: integer('household_id').notNull(),
    groupId: integer('group_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.proposalId, t.householdId] }),
    within(t.communityId, t.proposalId, proposal),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.groupId, affectedGroup),
    index().on(t.groupId, t.communityId),
  ],
);

/** 依法须办的手续 of the proposal's type. */
export const legalGate = pgTable(
  'legal_gate',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    key: text('key').notNull(),
    state: text('state', { enum: GATE_STATES }).notNull().default('open'),
    evidence: text('evidence').notNull().default(''),
    decidedOn: date('decided_on'),
    signerId: integer('signer_id').references(() => person.id),
    signedAt: at('signed_at'),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId, t.key),
  ],
);
