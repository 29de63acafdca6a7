import { sql } from 'drizzle-orm';
import { check, date, foreignKey, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { FIGURE_SOURCES } from '../words/figures';
import { at, communityKey, inCommunity, known } from './columns';

/**
 * A period's callback figures as counted integers, null where nobody reported them; `derived` says how they were obtained
 * all the same. One that `corrects` another, for a reason, stands in its place.
 */
export const ratePeriod = pgTable(
  'rate_period',
  {
    ...inCommunity(),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    profile: text('profile').notNull(),
    effective: integer('effective').notNull(),
    contacted: integer('contacted'),
    resolved: integer('resolved'),
    satisfied: integer('satisfied'),
    fairlySatisfied: integer('fairly_satisfied'),
    source: text('source', { enum: FIGURE_SOURCES }).notNull().default('reported'),
    /** Of those of whom only the response is asked; nobody reports these. */
    responseOnly: integer('response_only').notNull().default(0),
    responseOnlyContacted: integer('response_only_contacted').notNull().default(0),
    /** The same counts with what was left out, where they were counted here. */
    full: jsonb('full_view').$type<Readonly<Record<string, number>>>(),
    derived: jsonb('derived').$type<{ zh: string; en: string }>(),
    recordedAt: at('recorded_at').notNull(),
    corrects: integer('corrects'),
    reason: text('reason'),
  },
  (t) => [
    communityKey(t),
    known(t.source),
    unique().on(t.communityId, t.corrects),
    foreignKey({ columns: [t.communityId, t.corrects], foreignColumns: [t.communityId, t.id] }),
    check('rate_period_counted_in_full', sql`(${t.source} = 'callbacks') = (${t.full} is not null)`),
    check('rate_period_correction_has_reason', sql`(${t.corrects} is null) = (${t.reason} is null)`),
  ],
);
