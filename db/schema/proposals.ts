import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { cases } from './cases';
import { at, bytea, communityKey, inCommunity, oneOf, within } from './columns';
import { building, type CommunitySettings, entrance, household, person } from './people';

const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'merged',
  'declined',
  'scoping',
  'consulting',
  'redesign',
  'agreed',
  'noticed',
  'signed_off',
  'building',
  'completed',
  'verifying',
  'verified',
  'reopened',
  'shelved',
  'withdrawn',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** 提案. `rowVersion` grows with each edit; `rule` is frozen when the consultation starts. */
export const proposal = pgTable(
  'proposal',
  {
    ...inCommunity(),
    /** Public number; null while a draft. */
    no: integer('no'),
    kind: text('kind').notNull(),
    state: text('state').$type<ProposalState>().notNull().default('draft'),
    title: text('title').notNull(),
    place: text('place').notNull(),
    problem: text('problem').notNull(),
    ask: text('ask').notNull().default(''),
    authorId: integer('author_id')
      .notNull()
      .references(() => person.id),
    authorHouseholdId: integer('author_household_id'),
    /** Who wrote it down for the household, and how that is proved; null when the author wrote it. */
    recordedBy: integer('recorded_by').references(() => person.id),
    provenance: text('provenance'),
    rule: jsonb('rule').$type<CommunitySettings>(),
    snapshotHash: bytea('snapshot_hash'),
    groupsNamedBy: integer('groups_named_by').references(() => person.id),
    groupsConfirmedBy: integer('groups_confirmed_by').references(() => person.id),
    lookAgainOn: date('look_again_on'),
    rowVersion: integer('row_version').notNull().default(1),
    createdAt: at('created_at').notNull().default(sql`moment()`),
    submittedAt: at('submitted_at'),
    stateAt: at('state_at').notNull().default(sql`moment()`),
    lastEventAt: at('last_event_at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('proposal_state', t.state, PROPOSAL_STATES),
    communityKey(t),
    within(t.communityId, t.authorHouseholdId, household),
    unique().on(t.communityId, t.no),
    index().on(t.state, t.communityId),
    index().on(t.authorId),
  ],
);

/** Every change of state with its reason; append-only. */
export const proposalEvent = pgTable(
  'proposal_event',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    kind: text('kind').notNull(),
    from: text('from_state').$type<ProposalState>(),
    to: text('to_state').$type<ProposalState>(),
    role: text('role').notNull(),
    personId: integer('person_id').references(() => person.id),
    reason: text('reason').notNull().default(''),
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull().default({}),
    at: at('at').notNull(),
  },
  (t) => [
    oneOf('proposal_event_from_state', t.from, PROPOSAL_STATES),
    oneOf('proposal_event_to_state', t.to, PROPOSAL_STATES),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    index().on(t.proposalId, t.communityId),
  ],
);

export const caseLink = pgTable(
  'case_link',
  {
    communityId: integer('community_id').notNull(),
    caseId: integer('case_id').notNull(),
    proposalId: integer('proposal_id').notNull(),
    /** Whether the complainants want the thing or fear it: opposing cases at one place stand side by side. */
    side: text('side').$type<'for' | 'against' | 'other'>().notNull(),
    linkedBy: integer('linked_by').references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('case_link_side', t.side, ['for', 'against', 'other']),
    primaryKey({ columns: [t.communityId, t.caseId, t.proposalId] }),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.proposalId, proposal),
  ],
);

/** 支持 by household, one each; `withdrawnAt` keeps the history. */
export const support = pgTable(
  'support',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.proposalId, t.householdId),
  ],
);

export const comment = pgTable(
  'comment',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    householdId: integer('household_id'),
    stance: text('stance').$type<'for' | 'against' | 'question' | 'neutral'>().notNull(),
    hiddenReason: text('hidden_reason'),
    hiddenBy: integer('hidden_by').references(() => person.id),
    hiddenAt: at('hidden_at'),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('comment_stance', t.stance, ['for', 'against', 'question', 'neutral']),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    index().on(t.proposalId, t.communityId),
  ],
);

export const commentContent = pgTable(
  'comment_content',
  {
    communityId: integer('community_id').notNull(),
    commentId: integer('comment_id').notNull(),
    words: text('words').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.commentId] }), within(t.communityId, t.commentId, comment)],
);

/** A picture in two WebP sizes. On the board only after a social worker has looked at it. */
export const picture = pgTable(
  'picture',
  {
    ...inCommunity(),
    subject: text('subject')
      .$type<'proposal' | 'plan' | 'milestone' | 'opinion' | 'opposition' | 'objection'>()
      .notNull(),
    subjectId: integer('subject_id').notNull(),
    position: integer('position').notNull().default(1),
    caption: text('caption').notNull().default(''),
    small: bytea('small').notNull(),
    large: bytea('large').notNull(),
    smallWidth: integer('small_width').notNull(),
    smallHeight: integer('small_height').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    uploadedBy: integer('uploaded_by')
      .notNull()
      .references(() => person.id),
    uploadedAt: at('uploaded_at').notNull().default(sql`moment()`),
    lookedAtBy: integer('looked_at_by').references(() => person.id),
    lookedAtAt: at('looked_at_at'),
    onBoard: boolean('on_board').notNull().default(false),
    refusedReason: text('refused_reason'),
    /** The upload's key: the same picture sent twice is one. */
    submission: uuid('submission').notNull().default(sql`gen_random_uuid()`),
  },
  (t) => [
    oneOf('picture_subject', t.subject, ['proposal', 'plan', 'milestone', 'opinion', 'opposition', 'objection']),
    communityKey(t),
    index().on(t.subject, t.subjectId, t.communityId),
    unique().on(t.communityId, t.submission),
  ],
);

/** 相关方: a group of households that benefits or bears the harm. */
export const affectedGroup = pgTable(
  'affected_group',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    effect: text('effect').$type<'benefits' | 'bears' | 'neutral'>().notNull(),
    why: text('why').notNull().default(''),
    /** Households in the snapshot; null until the consultation starts. */
    households: integer('households'),
  },
  (t) => [
    oneOf('affected_group_effect', t.effect, ['benefits', 'bears', 'neutral']),
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
    state: text('state').$type<'open' | 'satisfied' | 'not_applicable'>().notNull().default('open'),
    evidence: text('evidence').notNull().default(''),
    decidedOn: date('decided_on'),
    signerId: integer('signer_id').references(() => person.id),
    signedAt: at('signed_at'),
  },
  (t) => [
    oneOf('legal_gate_state', t.state, ['open', 'satisfied', 'not_applicable']),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId, t.key),
  ],
);

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
