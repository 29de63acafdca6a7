import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { ROUND_STATES } from '../words/rounds';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';
import { plan } from './plans';
import { proposal } from './proposals';
import { affectedGroup } from './scoping';

/** 协商轮 `k` of a proposal on one plan version; `no` is its number in the community. */
export const round = pgTable(
  'round',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    proposalId: integer('proposal_id').notNull(),
    k: integer('k').notNull(),
    planVersion: integer('plan_version').notNull(),
    opensAt: at('opens_at').notNull(),
    closesAt: at('closes_at').notNull(),
    state: text('state', { enum: ROUND_STATES }).notNull().default('open'),
    openedBy: integer('opened_by')
      .notNull()
      .references(() => person.id),
    closedAt: at('closed_at'),
    /** What the people said, in a paragraph by the secretary, after closing. */
    summary: text('summary').notNull().default(''),
    summarisedBy: integer('summarised_by').references(() => person.id),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    foreignKey({
      columns: [t.communityId, t.proposalId, t.planVersion],
      foreignColumns: [plan.communityId, plan.proposalId, plan.version],
    }),
    unique().on(t.communityId, t.no),
    unique().on(t.communityId, t.proposalId, t.k),
    unique().on(t.communityId, t.id, t.planVersion),
    index().on(t.state, t.communityId),
  ],
);

/** Snapshot of who may speak in the round; `asked` are those who must be asked (again). */
export const electorate = pgTable(
  'electorate',
  {
    communityId: integer('community_id').notNull(),
    roundId: integer('round_id').notNull(),
    householdId: integer('household_id').notNull(),
    groupId: integer('group_id').notNull(),
    asked: boolean('asked').notNull(),
    /** The household's opinion that stands for this version ("沿用第n轮"), if one does. */
    standingOpinionId: integer('standing_opinion_id'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.roundId, t.householdId] }),
    within(t.communityId, t.roundId, round),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.groupId, affectedGroup),
  ],
);

/** The seven cells of a group at closing, and the arcs the board may show. */
export const roundCell = pgTable(
  'round_cell',
  {
    communityId: integer('community_id').notNull(),
    roundId: integer('round_id').notNull(),
    groupId: integer('group_id').notNull(),
    supports: integer('supports').notNull(),
    conditional: integer('conditional').notNull(),
    opposes: integer('opposes').notNull(),
    noView: integer('no_view').notNull(),
    refused: integer('refused').notNull(),
    notHome: integer('not_home').notNull(),
    notTried: integer('not_tried').notNull(),
    published: jsonb('published').$type<{ kinds: string[]; count: number }[]>().notNull(),
    /** Whether enough were reached and agree, conditions aside; null where the board does not tell. */
    agrees: boolean('agrees'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.roundId, t.groupId] }),
    within(t.communityId, t.roundId, round),
    within(t.communityId, t.groupId, affectedGroup),
  ],
);

/** A group in a round. `reached` is null once the round is closed, `published` until then. */
export const roundGroup = pgView('round_group', {
  communityId: integer('community_id').notNull(),
  roundId: integer('round_id').notNull(),
  groupId: integer('group_id').notNull(),
  households: integer('households').notNull(),
  asked: integer('asked'),
  reached: integer('reached'),
  published: jsonb('published').$type<{ kinds: string[]; count: number }[]>(),
  agrees: boolean('agrees'),
}).existing();

/** Whose word a closed round's answers are, and what asking again brought. */
export const roundSource = pgView('round_source', {
  communityId: integer('community_id').notNull(),
  roundId: integer('round_id').notNull(),
  own: integer('own'),
  recorded: integer('recorded'),
  met: integer('met'),
  drawn: integer('drawn').notNull(),
  asked: integer('asked'),
  same: integer('same'),
  different: integer('different'),
  notReached: integer('not_reached'),
}).existing();
