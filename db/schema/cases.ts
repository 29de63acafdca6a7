import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { at, communityKey, inCommunity, oneOf, within } from './columns';
import { building, household, person } from './people';

/** 诉求. Words and the complainant stand in `case_content`. */
export const cases = pgTable(
  'cases',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    kind: text('kind').$type<'inquiry' | 'help' | 'complaint' | 'report' | 'suggestion'>().notNull(),
    source: text('source').$type<'12345' | 'walk_in' | 'web' | 'door' | 'patrol'>().notNull(),
    externalNo: text('external_no'),
    /** What it is about, without a person in it; may stand on the board. */
    title: text('title').notNull(),
    category: text('category').notNull().default(''),
    place: text('place').notNull(),
    buildingId: integer('building_id'),
    householdId: integer('household_id'),
    recordedBy: integer('recorded_by').references(() => person.id),
    happenedAt: at('happened_at').notNull(),
    receivedAt: at('received_at').notNull().default(sql`moment()`),
  },
  (t) => [
    oneOf('cases_kind', t.kind, ['inquiry', 'help', 'complaint', 'report', 'suggestion']),
    oneOf('cases_source', t.source, ['12345', 'walk_in', 'web', 'door', 'patrol']),
    communityKey(t),
    within(t.communityId, t.buildingId, building),
    within(t.communityId, t.householdId, household),
    unique().on(t.communityId, t.no),
    unique().on(t.communityId, t.source, t.externalNo),
    index().on(t.place, t.communityId),
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
