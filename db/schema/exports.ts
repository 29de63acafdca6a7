import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { BLANK_OF } from '../words/blanks';
import { EXPORTED, FILES, VERDICTS } from '../words/exports';
import { blank } from './blanks';
import { cases } from './cases';
import { at, communityKey, inCommunity, known, within } from './columns';
import { person, unit } from './people';

/** 导出: what somebody takes out as a sheet, what for, and who else agreed. */
export const dataExport = pgTable(
  'data_export',
  {
    ...inCommunity(),
    no: integer('no').notNull(),
    what: text('what', { enum: EXPORTED }).notNull(),
    file: text('file', { enum: FILES }).notNull(),
    purpose: text('purpose').notNull(),
    /** What of them was asked for, as it stands in the address of the desk's list. */
    asked: text('asked').notNull().default(''),
    /** Which sheet it fills in, of what, and of each column of that, from 0, what it was taken for. */
    blankId: integer('blank_id'),
    blankOf: text('blank_of', { enum: BLANK_OF }),
    columns: jsonb('columns').$type<Readonly<Record<string, string>>>(),
    /** With who complained or who lives and owns there, their numbers and their words. */
    personal: boolean('personal').notNull().default(false),
    rows: integer('rows').notNull(),
    askedBy: integer('asked_by').references(() => person.id),
    role: text('role').notNull(),
    askedAt: at('asked_at').notNull().default(sql`moment()`),
    /** From when it can be taken; null: somebody else has to agree, or has not. */
    releasedAt: at('released_at'),
    verdict: text('verdict', { enum: VERDICTS }),
    decidedBy: integer('decided_by').references(() => person.id),
    decidedAt: at('decided_at'),
    reason: text('reason').notNull().default(''),
  },
  (t) => [
    known(t.what),
    known(t.file),
    known(t.verdict),
    known(t.blankOf),
    communityKey(t),
    within(t.communityId, t.blankId, blank),
    unique().on(t.communityId, t.no),
    check(
      'data_export_blank',
      sql`${t.what} <> 'blank' or (${t.blankId} is not null and ${t.blankOf} is not null and ${t.columns} is not null)`,
    ),
  ],
);

/** The cases in it, as they were when it was asked for; append-only. */
export const dataExportCase = pgTable(
  'data_export_case',
  {
    communityId: integer('community_id').notNull(),
    exportId: integer('export_id').notNull(),
    caseId: integer('case_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.exportId, t.caseId] }),
    within(t.communityId, t.exportId, dataExport),
    within(t.communityId, t.caseId, cases),
  ],
);

/** The homes in it, as they were when it was asked for; append-only. */
export const dataExportHome = pgTable(
  'data_export_home',
  {
    communityId: integer('community_id').notNull(),
    exportId: integer('export_id').notNull(),
    unitId: integer('unit_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.exportId, t.unitId] }),
    within(t.communityId, t.exportId, dataExport),
    within(t.communityId, t.unitId, unit),
    index().on(t.unitId, t.communityId),
  ],
);
