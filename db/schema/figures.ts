import { date, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity } from './columns';

/** A period's callback figures as counted integers; `derived` says how they were obtained when nobody reported them. */
export const ratePeriod = pgTable(
  'rate_period',
  {
    ...inCommunity(),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    profile: text('profile').notNull(),
    effective: integer('effective').notNull(),
    contacted: integer('contacted').notNull(),
    resolved: integer('resolved').notNull(),
    satisfied: integer('satisfied').notNull(),
    fairlySatisfied: integer('fairly_satisfied').notNull().default(0),
    derived: jsonb('derived').$type<{ zh: string; en: string }>(),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [communityKey(t), unique().on(t.communityId, t.from, t.to, t.profile)],
);
