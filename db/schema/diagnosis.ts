import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { CAUSES, CRACK_OWNERS, CRACK_STATES, LEVELS } from '../words/diagnosis';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';
import { person } from './people';

/** 先诊断再治理: what somebody found who was sent here; append-only, the last one holds. `basis`: the counts it rests on. */
export const diagnosis = pgTable(
  'diagnosis',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    legacy: text('legacy').notNull().default(''),
    maintenance: text('maintenance').notNull().default(''),
    management: text('management').notNull().default(''),
    neighbours: text('neighbours').notNull().default(''),
    /** As canonical JSON. */
    basis: text('basis').notNull(),
    hash: bytea('hash').notNull(),
    authorId: integer('author_id')
      .notNull()
      .references(() => person.id),
    authorRole: text('author_role').notNull(),
    at: at('at').notNull(),
  },
  (t) => [communityKey(t), unique().on(t.communityId, t.no)],
);

/** 集中破题: a matter to crack, promised on the board. */
export const crack = pgTable(
  'crack',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    title: text('title').notNull(),
    cause: text('cause', { enum: CAUSES }).notNull(),
    owner: text('owner', { enum: CRACK_OWNERS }).notNull(),
    dueOn: date('due_on').notNull(),
    /** How one will know that it is done. */
    sign: text('sign').notNull(),
    promisedBy: integer('promised_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [known(t.cause), known(t.owner), communityKey(t), unique().on(t.communityId, t.no)],
);

/** How it stands, in a sentence; append-only, the last one holds. */
export const crackReport = pgTable(
  'crack_report',
  {
    ...inCommunity(),
    crackId: integer('crack_id').notNull(),
    state: text('state', { enum: CRACK_STATES }).notNull(),
    words: text('words').notNull(),
    /** Of what is stuck: who could loosen it. */
    loosener: text('loosener').notNull().default(''),
    saidBy: integer('said_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.crackId, crack),
    check('crack_report_stuck', sql`${t.state} <> 'stuck' or ${t.loosener} <> ''`),
    index().on(t.crackId, t.communityId),
  ],
);

/** Raised to the street or the district, with a day by which they answer. */
export const crackRaise = pgTable(
  'crack_raise',
  {
    ...inCommunity(),
    crackId: integer('crack_id').notNull(),
    level: text('level', { enum: LEVELS }).notNull(),
    asks: text('asks').notNull(),
    dueOn: date('due_on').notNull(),
    raisedBy: integer('raised_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    answer: text('answer'),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: at('answered_at'),
  },
  (t) => [
    known(t.level),
    communityKey(t),
    within(t.communityId, t.crackId, crack),
    uniqueIndex('crack_raised_once').on(t.communityId, t.crackId).where(sql`${t.answer} is null`),
    check('crack_raise_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);

/** Days on site and doors visited in a month; append-only, the last word of a month holds. */
export const presence = pgTable(
  'presence',
  {
    ...inCommunity(),
    month: text('month').notNull(),
    days: integer('days').notNull(),
    doors: integer('doors').notNull(),
    saidBy: integer('said_by')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [communityKey(t), index().on(t.month, t.communityId)],
);
