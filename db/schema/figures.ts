import { sql } from 'drizzle-orm';
import { check, date, foreignKey, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity } from './columns';

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
    derived: jsonb('derived').$type<{ zh: string; en: string }>(),
    recordedAt: at('recorded_at').notNull(),
    corrects: integer('corrects'),
    reason: text('reason'),
  },
  (t) => [
    communityKey(t),
    unique().on(t.communityId, t.corrects),
    foreignKey({ columns: [t.communityId, t.corrects], foreignColumns: [t.communityId, t.id] }),
    check('rate_period_correction_has_reason', sql`(${t.corrects} is null) = (${t.reason} is null)`),
  ],
);
