import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { FIGURE_SOURCES } from '../words/figures';
import { at, bytea, communityKey, inCommunity, known } from './columns';
import { district, person } from './people';

const by = (name: string) =>
  integer(name)
    .notNull()
    .references(() => person.id);

/**
 * 口径: how a district turns callbacks into rates, in whole tenths, from the first day of an assessment month on. As it was
 * proposed; append-only. `hash`: of its name, what fairly satisfied counts, and the weights.
 */
export const rateProfile = pgTable(
  'rate_profile',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    districtId: integer('district_id')
      .notNull()
      .references(() => district.id),
    name: text('name').notNull(),
    from: date('from_day').notNull(),
    fairlyTenths: integer('fairly_tenths').notNull(),
    response: integer('response_tenths').notNull(),
    resolution: integer('resolution_tenths').notNull(),
    satisfaction: integer('satisfaction_tenths').notNull(),
    reason: text('reason').notNull(),
    hash: bytea('hash').notNull(),
    proposedBy: by('proposed_by'),
    proposedAt: at('proposed_at').notNull(),
    submission: uuid('submission').notNull().unique(),
  },
  (t) => [
    unique('rate_profile_named_once').on(t.districtId, t.name),
    unique().on(t.id, t.name),
    unique('rate_profile_as_proposed').on(t.id, t.districtId, t.from, t.proposedBy),
    check(
      'rate_profile_tenths',
      sql`${t.response} + ${t.resolution} + ${t.satisfaction} = 10
        and least(${t.response}, ${t.resolution}, ${t.satisfaction}, ${t.fairlyTenths}, 10 - ${t.fairlyTenths}) >= 0`,
    ),
    check('rate_profile_month', sql`extract(day from ${t.from}) = 19`),
  ],
);

/** What somebody else said to it; whoever proposed it may take it back. Append-only, and said once. */
export const rateProfileAnswer = pgTable(
  'rate_profile_answer',
  {
    profileId: integer('profile_id').primaryKey(),
    districtId: integer('district_id').notNull(),
    from: date('from_day').notNull(),
    proposedBy: integer('proposed_by').notNull(),
    by: by('answered_by'),
    agreed: boolean('agreed').notNull(),
    reason: text('reason').notNull().default(''),
    at: at('at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'rate_profile_answer_as_proposed',
      columns: [t.profileId, t.districtId, t.from, t.proposedBy],
      foreignColumns: [rateProfile.id, rateProfile.districtId, rateProfile.from, rateProfile.proposedBy],
    }),
    uniqueIndex('rate_profile_begins_once').on(t.districtId, t.from).where(sql`${t.agreed}`),
    check('rate_profile_second_person', sql`not ${t.agreed} or ${t.by} <> ${t.proposedBy}`),
    check('rate_profile_answer_reason', sql`${t.agreed} or ${t.reason} <> ''`),
  ],
);

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
    /** The district's, as it was in force when this was published; null: it had none, and went by the usual one. */
    profileId: integer('profile_id'),
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
    foreignKey({
      name: 'rate_period_by_profile',
      columns: [t.profileId, t.profile],
      foreignColumns: [rateProfile.id, rateProfile.name],
    }),
    check('rate_period_usual', sql`${t.profileId} is not null or ${t.profile} = 'beijing_district_2025'`),
    check('rate_period_counted_in_full', sql`(${t.source} = 'callbacks') = (${t.full} is not null)`),
    check('rate_period_correction_has_reason', sql`(${t.corrects} is null) = (${t.reason} is null)`),
  ],
);
