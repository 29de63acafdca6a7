import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
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
import { ANSWERS } from '../words/alternatives';
import { GROUNDS, OPINION_CHANNELS, OPINION_PROOFS, VISIT_OUTCOMES } from '../words/opinions';
import { EFFECTS } from '../words/scoping';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { attendance } from './meetings';
import { building, entrance, household, person, residency } from './people';
import { proposal } from './proposals';
import { sitePlan } from './siteplan';

/**
 * 方案比选 of a proposal: two to six alternatives, opened by a second person; what was said of the chosen one becomes its first
 * round. `endedAt`: set aside, or stopped with its proposal.
 */
export const comparison = pgTable(
  'comparison',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    draftedBy: integer('drafted_by')
      .notNull()
      .references(() => person.id),
    draftedAt: at('drafted_at').notNull(),
    openedBy: integer('opened_by').references(() => person.id),
    opensAt: at('opens_at'),
    closesAt: at('closes_at'),
    /** As it was opened; `closesAt` may be later. */
    firstClosesAt: at('first_closes_at'),
    closedAt: at('closed_at'),
    /** Of all that is asked: the alternatives, their groups and households. */
    hash: bytea('hash'),
    endedAt: at('ended_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    uniqueIndex('comparison_one').on(t.communityId, t.proposalId).where(sql`ended_at is null`),
    check('comparison_two_people', sql`opened_by <> drafted_by`),
    check(
      'comparison_opened',
      sql`num_nulls(${t.openedBy}, ${t.opensAt}, ${t.closesAt}, ${t.firstClosesAt}, ${t.hash}) in (0, 5)`,
    ),
    check('comparison_window', sql`${t.opensAt} < ${t.firstClosesAt} and ${t.firstClosesAt} <= ${t.closesAt}`),
    check('comparison_closed', sql`${t.closedAt} is null or ${t.closedAt} >= ${t.closesAt}`),
  ],
);

/** One of them, by its position: A, B, C … Sealed when the comparison opens (trigger): `hash` is the one its plan will have. */
export const alternative = pgTable(
  'alternative',
  {
    ...inCommunity(),
    comparisonId: integer('comparison_id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    cost: bigint('cost', { mode: 'number' }).notNull(),
    costNote: text('cost_note').notNull().default(''),
    rowVersion: integer('row_version').notNull().default(1),
    draftedBy: integer('drafted_by')
      .notNull()
      .references(() => person.id),
    hash: bytea('hash'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.comparisonId, comparison),
    unique().on(t.communityId, t.comparisonId, t.position),
    unique().on(t.communityId, t.id, t.comparisonId),
    check('alternative_position', sql`${t.position} between 1 and 6`),
    check('alternative_cost', sql`${t.cost} >= 0`),
  ],
);

export const alternativeClause = pgTable(
  'alternative_clause',
  {
    communityId: integer('community_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    no: integer('no').notNull(),
    text: text('text').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.alternativeId, t.no] }),
    within(t.communityId, t.alternativeId, alternative),
  ],
);

/** What an alternative draws over the site as it was measured then; part of what its hash is of. `shapes` as canonical JSON. */
export const alternativeDrawing = pgTable(
  'alternative_drawing',
  {
    communityId: integer('community_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    sitePlanId: integer('site_plan_id').notNull(),
    shapes: text('shapes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.alternativeId] }),
    within(t.communityId, t.alternativeId, alternative),
    within(t.communityId, t.sitePlanId, sitePlan),
  ],
);

/** An alternative's own affected group; `households` once it is sealed. */
export const alternativeGroup = pgTable(
  'alternative_group',
  {
    ...inCommunity(),
    alternativeId: integer('alternative_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    effect: text('effect', { enum: EFFECTS }).notNull(),
    why: text('why').notNull().default(''),
    households: integer('households'),
  },
  (t) => [
    known(t.effect),
    communityKey(t),
    within(t.communityId, t.alternativeId, alternative),
    unique().on(t.communityId, t.alternativeId, t.position),
    unique().on(t.communityId, t.id, t.alternativeId),
  ],
);

/** The places it is made of: a building, or one entrance of it. */
export const alternativePlace = pgTable(
  'alternative_place',
  {
    ...inCommunity(),
    groupId: integer('group_id').notNull(),
    buildingId: integer('building_id').notNull(),
    entranceId: integer('entrance_id'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.groupId, alternativeGroup),
    within(t.communityId, t.buildingId, building),
    within(t.communityId, t.entranceId, entrance),
    unique().on(t.communityId, t.groupId, t.buildingId, t.entranceId),
  ],
);

/** Who is asked about an alternative, and in which of its groups: fixed when it opens. */
export const alternativeHousehold = pgTable(
  'alternative_household',
  {
    communityId: integer('community_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    householdId: integer('household_id').notNull(),
    groupId: integer('group_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.alternativeId, t.householdId] }),
    within(t.communityId, t.alternativeId, alternative),
    within(t.communityId, t.householdId, household),
    foreignKey({
      columns: [t.communityId, t.groupId, t.alternativeId],
      foreignColumns: [alternativeGroup.communityId, alternativeGroup.id, alternativeGroup.alternativeId],
    }),
    index().on(t.householdId, t.communityId),
  ],
);

/** What a household says of all that concern it at once: append-only, one linear chain per household and comparison. */
export const alternativeWord = pgTable(
  'alternative_word',
  {
    ...inCommunity(),
    comparisonId: integer('comparison_id').notNull(),
    householdId: integer('household_id').notNull(),
    seq: integer('seq').notNull(),
    prevSeq: integer('prev_seq'),
    /** The one it would take. */
    takesId: integer('takes_id'),
    own: boolean('own').notNull(),
    channel: text('channel', { enum: OPINION_CHANNELS }).notNull(),
    /** At which it was said, where the household is on the list. */
    meetingId: integer('meeting_id'),
    authorId: integer('author_id').references(() => person.id),
    recorderId: integer('recorder_id').references(() => person.id),
    proof: text('proof', { enum: OPINION_PROOFS }),
    witnessId: integer('witness_id').references(() => person.id),
    receivedAt: at('received_at').notNull().default(sql`moment()`),
    submission: uuid('submission').notNull().default(sql`gen_random_uuid()`),
  },
  (t) => [
    known(t.channel),
    known(t.proof),
    communityKey(t),
    within(t.communityId, t.comparisonId, comparison),
    within(t.communityId, t.householdId, household),
    foreignKey({
      name: 'alternative_word_takes_asked',
      columns: [t.communityId, t.takesId, t.householdId],
      foreignColumns: [
        alternativeHousehold.communityId,
        alternativeHousehold.alternativeId,
        alternativeHousehold.householdId,
      ],
    }),
    foreignKey({
      name: 'alternative_word_attended',
      columns: [t.communityId, t.meetingId, t.householdId],
      foreignColumns: [attendance.communityId, attendance.meetingId, attendance.householdId],
    }),
    check(
      'alternative_word_at_meeting',
      sql`(${t.channel} = 'meeting') = (${t.meetingId} is not null)
        and (${t.channel} = 'meeting') = (${t.proof} is not distinct from 'attendance')`,
    ),
    index().on(t.meetingId, t.communityId),
    unique().on(t.communityId, t.id, t.householdId),
    unique('alternative_word_linear').on(t.communityId, t.comparisonId, t.householdId, t.prevSeq).nullsNotDistinct(),
    unique().on(t.communityId, t.submission),
    index().on(t.authorId),
    index().on(t.householdId, t.communityId),
    check('alternative_word_recorded', sql`${t.own} = (${t.recorderId} is null)`),
  ],
);

/** The answer of one word to one alternative that concerns its household. */
export const alternativeAnswer = pgTable(
  'alternative_answer',
  {
    communityId: integer('community_id').notNull(),
    wordId: integer('word_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    householdId: integer('household_id').notNull(),
    answer: text('answer', { enum: ANSWERS }).notNull(),
    ground: text('ground', { enum: GROUNDS }),
  },
  (t) => [
    known(t.answer),
    known(t.ground),
    primaryKey({ columns: [t.communityId, t.wordId, t.alternativeId] }),
    foreignKey({
      columns: [t.communityId, t.wordId, t.householdId],
      foreignColumns: [alternativeWord.communityId, alternativeWord.id, alternativeWord.householdId],
    }),
    foreignKey({
      name: 'alternative_answer_asked',
      columns: [t.communityId, t.alternativeId, t.householdId],
      foreignColumns: [
        alternativeHousehold.communityId,
        alternativeHousehold.alternativeId,
        alternativeHousehold.householdId,
      ],
    }),
    check('alternative_answer_ground', sql`(${t.answer} = 'cannot') = (${t.ground} is not null)`),
  ],
);

/**
 * What a household said of the very same alternative in an earlier comparison of its proposal stands: it need not say it again.
 */
export const alternativeStanding = pgTable(
  'alternative_standing',
  {
    communityId: integer('community_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    householdId: integer('household_id').notNull(),
    wordId: integer('word_id').notNull(),
    /** In that comparison it was this one. */
    earlierId: integer('earlier_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.alternativeId, t.householdId] }),
    foreignKey({
      columns: [t.communityId, t.alternativeId, t.householdId],
      foreignColumns: [
        alternativeHousehold.communityId,
        alternativeHousehold.alternativeId,
        alternativeHousehold.householdId,
      ],
    }),
    foreignKey({
      columns: [t.communityId, t.wordId, t.earlierId],
      foreignColumns: [alternativeAnswer.communityId, alternativeAnswer.wordId, alternativeAnswer.alternativeId],
    }),
  ],
);

/** Their words, by the alternative's id; who was present, and what their message says. */
export const alternativeWordContent = pgTable(
  'alternative_word_content',
  {
    communityId: integer('community_id').notNull(),
    wordId: integer('word_id').notNull(),
    words: jsonb('words').$type<Record<string, string>>().notNull(),
    witness: text('witness').notNull().default(''),
    message: text('message').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.wordId] }), within(t.communityId, t.wordId, alternativeWord)],
);

/** What somebody said for a home who turned out not to live there: it stays, and is not that household's word. */
export const alternativeDisowned = pgTable(
  'alternative_disowned',
  {
    communityId: integer('community_id').notNull(),
    wordId: integer('word_id').notNull(),
    residencyId: integer('residency_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.wordId] }),
    within(t.communityId, t.wordId, alternativeWord),
    within(t.communityId, t.residencyId, residency),
    index().on(t.residencyId, t.communityId),
  ],
);

/** A visit that brought no answer. */
export const alternativeVisit = pgTable(
  'alternative_visit',
  {
    ...inCommunity(),
    comparisonId: integer('comparison_id').notNull(),
    householdId: integer('household_id').notNull(),
    outcome: text('outcome', { enum: VISIT_OUTCOMES }).notNull(),
    visitorId: integer('visitor_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.outcome),
    communityKey(t),
    within(t.communityId, t.comparisonId, comparison),
    within(t.communityId, t.householdId, household),
    index().on(t.comparisonId, t.householdId, t.communityId),
    index().on(t.householdId, t.communityId),
  ],
);

/** A group of an alternative at the close, and what of it the board may show. */
export const alternativeCell = pgTable(
  'alternative_cell',
  {
    communityId: integer('community_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    groupId: integer('group_id').notNull(),
    supports: integer('supports').notNull(),
    opposes: integer('opposes').notNull(),
    noView: integer('no_view').notNull(),
    refused: integer('refused').notNull(),
    notHome: integer('not_home').notNull(),
    notTried: integer('not_tried').notNull(),
    /** Of those who can live with it, who would take it. */
    takes: integer('takes').notNull(),
    published: jsonb('published').$type<{ kinds: string[]; count: number }[]>().notNull(),
    takesPublished: integer('takes_published'),
    /** Whether enough were reached and enough of those who took a side can live with it; null where the board does not tell. */
    agrees: boolean('agrees'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.alternativeId, t.groupId] }),
    foreignKey({
      columns: [t.communityId, t.groupId, t.alternativeId],
      foreignColumns: [alternativeGroup.communityId, alternativeGroup.id, alternativeGroup.alternativeId],
    }),
    check('alternative_cell_takes', sql`${t.takes} between 0 and ${t.supports}`),
  ],
);

/** What the count says of an alternative: proposed or not, and its weakest groups, where the board tells them. */
export const alternativeResult = pgTable(
  'alternative_result',
  {
    communityId: integer('community_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    proposed: boolean('proposed').notNull(),
    /** Every group of it was reached enough to be compared. */
    heard: boolean('heard').notNull(),
    weakest: jsonb('weakest').$type<number[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.alternativeId] }),
    within(t.communityId, t.alternativeId, alternative),
  ],
);

/** The one that goes on as a plan; `reason` where another was proposed. */
export const alternativeChoice = pgTable(
  'alternative_choice',
  {
    communityId: integer('community_id').notNull(),
    comparisonId: integer('comparison_id').notNull(),
    alternativeId: integer('alternative_id').notNull(),
    proposed: boolean('proposed').notNull(),
    reason: text('reason').notNull().default(''),
    chosenBy: integer('chosen_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.comparisonId] }),
    foreignKey({
      columns: [t.communityId, t.alternativeId, t.comparisonId],
      foreignColumns: [alternative.communityId, alternative.id, alternative.comparisonId],
    }),
    check('alternative_choice_reason', sql`${t.proposed} or ${t.reason} <> ''`),
  ],
);
