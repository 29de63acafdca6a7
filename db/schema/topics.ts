import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { OPPOSITE_SIDES, OPPOSITE_VERDICTS } from '../words/topics';
import { cases } from './cases';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { community, person } from './people';

/** Complaints of one matter, by their ids, and what their texts share. */
export interface KeptTopic {
  cases: number[];
  words: string[];
}

/** Those who ask for something and those near them who bear it, by their ids. */
export interface FoundPair {
  asks: number[];
  bears: number[];
}

/** What a community of many complaints complains of, as it was worked out last. */
export const topicSnapshot = pgTable(
  'topic_snapshot',
  {
    communityId: integer('community_id')
      .notNull()
      .references(() => community.id),
    /** Of so many complaints. */
    counted: integer('counted').notNull(),
    topics: jsonb('topics').$type<KeptTopic[]>().notNull(),
    /** Of each that repeats others those it repeats; and those that may have another side. */
    repeats: jsonb('repeats').$type<[number, number[]][]>().notNull(),
    sided: integer('sided').array().notNull(),
    /** All of them. */
    listed: integer('listed').array().notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId] })],
);

/** Complaints that may pull against each other, as they were found last. */
export const oppositeFound = pgTable(
  'opposite_found',
  {
    communityId: integer('community_id')
      .notNull()
      .references(() => community.id),
    pairs: jsonb('pairs').$type<FoundPair[]>().notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId] })],
);

/** Somebody has said whether complaints pull against each other; append-only, the last word of two of them counts. */
export const opposite = pgTable(
  'opposite',
  {
    ...inCommunity(),
    matter: text('matter').notNull(),
    verdict: text('verdict', { enum: OPPOSITE_VERDICTS }).notNull(),
    reason: text('reason').notNull(),
    decidedBy: integer('decided_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [known(t.verdict), communityKey(t)],
);

export const oppositeCase = pgTable(
  'opposite_case',
  {
    communityId: integer('community_id').notNull(),
    oppositeId: integer('opposite_id').notNull(),
    caseId: integer('case_id').notNull(),
    side: text('side', { enum: OPPOSITE_SIDES }).notNull(),
  },
  (t) => [
    known(t.side),
    primaryKey({ columns: [t.communityId, t.oppositeId, t.caseId] }),
    within(t.communityId, t.oppositeId, opposite),
    within(t.communityId, t.caseId, cases),
    index().on(t.caseId, t.communityId),
  ],
);

/** What was counted of a community for the choice of the next ones; append-only, `hash` is that of the counts. */
export const selectionSnapshot = pgTable(
  'selection_snapshot',
  {
    ...inCommunity(),
    day: date('day').notNull(),
    /** As canonical JSON. */
    counts: text('counts').notNull(),
    /** Somebody complained of something in the days that are counted or compared with. */
    hasData: boolean('has_data').notNull(),
    hash: bytea('hash').notNull(),
    at: at('at').notNull(),
  },
  (t) => [communityKey(t), unique().on(t.communityId, t.day)],
);
