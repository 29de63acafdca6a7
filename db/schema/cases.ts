import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { KINDS, SIDES, SOURCES } from '../words/cases';
import { CASE_STATES } from '../words/orders';
import { at, communityKey, inCommunity, known, within } from './columns';
import { agency, caseCategory, caseTier, namedPlace } from './handling';
import { apiKey } from './keys';
import { building, entrance, household, person } from './people';
import { proposal } from './proposals';

/** 诉求. Words and the complainant stand in `case_content`. */
export const cases = pgTable(
  'cases',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    source: text('source', { enum: SOURCES }).notNull(),
    externalNo: text('external_no'),
    /** What it is about, without a person in it; may stand on the board. */
    title: text('title').notNull(),
    /** As whoever sent it calls it; where it stands in the community's own tree is `categoryId`. */
    category: text('category').notNull().default(''),
    categoryId: integer('category_id'),
    /** Where, in words: what it was said to be at, and what was said beside it. */
    place: text('place').notNull(),
    /** What of these it was said to be at; of an entrance the board says the building alone. */
    placeId: integer('place_id'),
    placeBuildingId: integer('place_building_id'),
    placeEntranceId: integer('place_entrance_id'),
    buildingId: integer('building_id'),
    householdId: integer('household_id'),
    recordedBy: integer('recorded_by').references(() => person.id),
    /** The key of the program that brought it. */
    keyId: integer('key_id'),
    happenedAt: at('happened_at').notNull(),
    receivedAt: at('received_at').notNull().default(sql`moment()`),
    /** When somebody looked and it came to hang on the board; null: nobody has yet. */
    postedAt: at('posted_at').default(sql`moment()`),
    postedBy: integer('posted_by').references(() => person.id),
    /** As it hangs there, where that is not how it was written. */
    postedTitle: text('posted_title'),
    postedPlace: text('posted_place'),
    /** 被反映的单位和人: neither ever has it in hand, nor sees who complained. */
    againstAgencyId: integer('against_agency_id'),
    againstId: integer('against_id').references(() => person.id),
    /** From here on: what follows from its events, kept with each of them so that lists need not work it out. */
    state: text('state', { enum: CASE_STATES }).notNull().default('received'),
    agencyId: integer('agency_id'),
    handlerId: integer('handler_id').references(() => person.id),
    tierId: integer('tier_id'),
    dueAt: at('due_at'),
    repliedAt: at('replied_at'),
    /** Whether its answer was in time; null where there is none, or none was due. */
    inTime: boolean('in_time'),
    intoId: integer('into_id'),
  },
  (t) => [
    known(t.kind),
    known(t.source),
    known(t.state),
    communityKey(t),
    within(t.communityId, t.buildingId, building),
    within(t.communityId, t.placeId, namedPlace),
    within(t.communityId, t.placeBuildingId, building),
    within(t.communityId, t.placeEntranceId, entrance),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.keyId, apiKey),
    within(t.communityId, t.categoryId, caseCategory),
    within(t.communityId, t.againstAgencyId, agency),
    within(t.communityId, t.agencyId, agency),
    within(t.communityId, t.tierId, caseTier),
    within(t.communityId, t.intoId, t),
    unique().on(t.communityId, t.no),
    unique().on(t.communityId, t.source, t.externalNo),
    index().on(t.place, t.communityId),
    index().on(t.dueAt, t.communityId),
    index().on(t.postedAt, t.communityId),
    index().on(t.keyId),
    index().on(t.handlerId),
  ],
);

export const caseContent = pgTable(
  'case_content',
  {
    communityId: integer('community_id').notNull(),
    caseId: integer('case_id').notNull(),
    words: text('words').notNull(),
    complainant: text('complainant').notNull().default(''),
    phone: text('phone').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.caseId] }), within(t.communityId, t.caseId, cases)],
);

export const caseLink = pgTable(
  'case_link',
  {
    communityId: integer('community_id').notNull(),
    caseId: integer('case_id').notNull(),
    proposalId: integer('proposal_id').notNull(),
    /** Whether the complainants want the thing or fear it: opposing cases at one place stand side by side. */
    side: text('side', { enum: SIDES }).notNull(),
    linkedBy: integer('linked_by').references(() => person.id),
    at: at('at').notNull().default(sql`moment()`),
  },
  (t) => [
    known(t.side),
    primaryKey({ columns: [t.communityId, t.caseId, t.proposalId] }),
    within(t.communityId, t.caseId, cases),
    within(t.communityId, t.proposalId, proposal),
  ],
);
