import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { JOIN_STATES, ROLES, UNIT_STATUSES } from '../words/people';
import { at, bytea, communityKey, inCommunity, known, within } from './columns';

/** Thresholds and periods a community has set; copied into a proposal when its consultation starts. */
export interface CommunitySettings {
  reach: [number, number];
  agree: [number, number];
  roundDays: number;
  noticeDays: number;
  callbackFloor: [number, number];
}

/** 区. Its name as it stands before a street's: with its city. `slug` stands in its address, where it has offices of its own. */
export const district = pgTable('district', {
  id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
  slug: text('slug').unique(),
  nameZh: text('name_zh').notNull().unique(),
  nameEn: text('name_en').notNull(),
});

/** 街道, of one district. */
export const street = pgTable(
  'street',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    districtId: integer('district_id')
      .notNull()
      .references(() => district.id),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [unique().on(t.districtId, t.nameZh), unique().on(t.districtId, t.id)],
);

export const community = pgTable('community', {
  id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
  slug: text('slug').notNull().unique(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  streetId: integer('street_id').references(() => street.id),
  /** What stands under its name instead of where it lies. */
  noteZh: text('note_zh').notNull().default(''),
  noteEn: text('note_en').notNull().default(''),
  /** Of the community's office, as it is dialled; public. */
  telephone: text('telephone').notNull().default(''),
  settings: jsonb('settings').$type<CommunitySettings>().notNull(),
  /** What residents propose hangs on the board once somebody has looked at it. */
  looksFirst: boolean('looks_first').notNull().default(false),
  /** 小事快办: what a matter may cost that goes the short way, in fen; null until the office has said. */
  shortLimit: bigint('short_limit', { mode: 'number' }),
  /** Set when people and counts are invented; the pages say so. */
  invented: boolean('invented').notNull().default(false),
  createdAt: at('created_at').notNull().default(sql`moment()`),
});

export const compound = pgTable('compound', { ...inCommunity(), name: text('name').notNull() }, (t) => [
  communityKey(t),
  unique().on(t.communityId, t.name),
]);

export const building = pgTable(
  'building',
  { ...inCommunity(), compoundId: integer('compound_id').notNull(), name: text('name').notNull() },
  (t) => [
    communityKey(t),
    within(t.communityId, t.compoundId, compound),
    unique().on(t.communityId, t.compoundId, t.name),
  ],
);

export const entrance = pgTable(
  'entrance',
  { ...inCommunity(), buildingId: integer('building_id').notNull(), no: integer('no').notNull() },
  (t) => [
    communityKey(t),
    within(t.communityId, t.buildingId, building),
    unique().on(t.communityId, t.buildingId, t.no),
  ],
);

/** 专有部分: a privately owned unit. `area` is an integer of 0.01 m². */
export const unit = pgTable(
  'unit',
  {
    ...inCommunity(),
    entranceId: integer('entrance_id').notNull(),
    door: text('door').notNull(),
    area: integer('area').notNull(),
    status: text('status', { enum: UNIT_STATUSES }).notNull().default('delivered'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.entranceId, entrance),
    unique().on(t.communityId, t.entranceId, t.door),
    check('unit_area', sql`${t.area} > 0`),
    known(t.status),
  ],
);

/** 户: who lives behind one door; the unit of consultation. */
export const household = pgTable(
  'household',
  {
    ...inCommunity(),
    unitId: integer('unit_id').notNull(),
    entranceId: integer('entrance_id').notNull(),
    buildingId: integer('building_id').notNull(),
    /** Since when nobody lives here: it is asked nothing new. */
    endedAt: at('ended_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.unitId, unit),
    within(t.communityId, t.entranceId, entrance),
    within(t.communityId, t.buildingId, building),
    unique().on(t.communityId, t.unitId),
    index().on(t.entranceId, t.communityId),
    index().on(t.buildingId, t.communityId),
  ],
);

/** A natural person, over all communities. Name and phone go when the person deletes their data. */
export const person = pgTable('person', {
  id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
  name: text('name'),
  phone: text('phone').unique(),
  demonstration: text('demonstration').unique(),
  /** When their data is deleted, as they asked; until then they may keep it by signing in, and their name is set aside. */
  erasesAt: at('erases_at'),
  keptName: text('kept_name'),
  erasedAt: at('erased_at'),
  createdAt: at('created_at').notNull().default(sql`moment()`),
});

/** 业主: `share` is parts of `of`. One designated voter per co-owned unit (Civil Code art. 278; one head per owner). */
export const ownership = pgTable(
  'ownership',
  {
    ...inCommunity(),
    unitId: integer('unit_id').notNull(),
    personId: integer('person_id').references(() => person.id),
    ownerName: text('owner_name').notNull(),
    share: integer('share').notNull().default(1),
    of: integer('share_of').notNull().default(1),
    voter: boolean('voter').notNull().default(true),
  },
  (t) => [communityKey(t), within(t.communityId, t.unitId, unit), index().on(t.unitId, t.communityId)],
);

export const residency = pgTable(
  'residency',
  {
    ...inCommunity(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    confirmedBy: integer('confirmed_by').references(() => person.id),
    from: at('from_at').notNull().default(sql`moment()`),
    to: at('to_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.householdId, household),
    index().on(t.personId),
    index().on(t.householdId, t.communityId),
  ],
);

export const joinRequest = pgTable(
  'join_request',
  {
    ...inCommunity(),
    householdId: integer('household_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    /** As they wrote it here; what the person is called may have been written elsewhere. */
    name: text('name').notNull().default(''),
    note: text('note').notNull().default(''),
    state: text('state', { enum: JOIN_STATES }).notNull().default('requested'),
    reason: text('reason'),
    decidedBy: integer('decided_by').references(() => person.id),
    decidedAt: at('decided_at'),
    requestedAt: at('requested_at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.householdId, household),
    index().on(t.state, t.communityId),
    index().on(t.personId),
  ],
);

/** A role in a community, for an entrance or for all of it, from a day to a day. */
export const grants = pgTable(
  'grants',
  {
    ...inCommunity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role', { enum: ROLES }).notNull(),
    entranceId: integer('entrance_id'),
    from: at('from_at').notNull().default(sql`moment()`),
    to: at('to_at'),
    givenBy: integer('given_by').references(() => person.id),
  },
  (t) => [known(t.role), communityKey(t), within(t.communityId, t.entranceId, entrance), index().on(t.personId)],
);

/** 交接: who takes over an open thing when a grant ends; append-only. `item` is its name: `promise-12`, `doors-3-7`. */
export const handover = pgTable(
  'handover',
  {
    ...inCommunity(),
    grantId: integer('grant_id').notNull(),
    item: text('item').notNull(),
    title: text('title').notNull(),
    receiverId: integer('receiver_id')
      .notNull()
      .references(() => person.id),
    /** Their offices at that moment, which the board may say; empty in what was handed over before they were kept. */
    fromRole: text('from_role').notNull().default(''),
    toRole: text('to_role').notNull().default(''),
    at: at('at').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.grantId, grants),
    unique('handover_once').on(t.communityId, t.grantId, t.item),
    index().on(t.item, t.communityId),
  ],
);

/** 接手: somebody has said that they take over a thing of whoever leaves; append-only. */
export const handoverAcceptance = pgTable(
  'handover_acceptance',
  {
    ...inCommunity(),
    grantId: integer('grant_id').notNull(),
    item: text('item').notNull(),
    receiverId: integer('receiver_id')
      .notNull()
      .references(() => person.id),
    at: at('at').notNull(),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.grantId, grants),
    unique('handover_accepted_once').on(t.communityId, t.grantId, t.item, t.receiverId),
  ],
);

export const registerImport = pgTable(
  'register_import',
  {
    communityId: integer('community_id').notNull(),
    hash: bytea('hash').notNull(),
    rows: integer('rows').notNull(),
    importedBy: integer('imported_by').references(() => person.id),
    importedAt: at('imported_at').notNull().default(sql`moment()`),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.hash, t.importedAt] })],
);
