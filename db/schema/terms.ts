import { sql } from 'drizzle-orm';
import { boolean, check, date, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { THINGS } from '../words/terms';
import { at, communityKey, inCommunity, known } from './columns';
import { person } from './people';

/**
 * 任期: the governance secretary's term; no two of a community overlap, nor two of a person wherever they are (exclusion constraints
 * in the migrations).
 */
export const term = pgTable(
  'term',
  {
    ...inCommunity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    cohort: text('cohort').notNull(),
    post: text('post').notNull().default(''),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    closedAt: at('closed_at'),
    handover: text('handover'),
    /** False of those that overlapped another of the same person before that was refused. */
    alone: boolean('alone').notNull().default(true),
  },
  (t) => [communityKey(t)],
);

/** 保管的东西: a key, a document, whom to ask; it is with whoever wrote it down until it is handed over or given back. */
export const thing = pgTable(
  'thing',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    kind: text('kind', { enum: THINGS }).notNull(),
    title: text('title').notNull(),
    /** Where it is. */
    place: text('place').notNull(),
    keeperId: integer('keeper_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
    endedAt: at('ended_at'),
    endedBy: integer('ended_by').references(() => person.id),
    /** To whom it was given back, or why it is kept no longer. */
    ending: text('ending').notNull().default(''),
  },
  (t) => [
    known(t.kind),
    communityKey(t),
    unique().on(t.communityId, t.no),
    check('thing_ended', sql`(${t.endedAt} is null) = (${t.ending} = '')`),
  ],
);
