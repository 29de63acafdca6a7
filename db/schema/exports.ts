import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { EXPORTED, FILES, VERDICTS } from '../words/exports';
import { cases } from './cases';
import { at, communityKey, inCommunity, known, within } from './columns';
import { person } from './people';

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
    /** With who complained, their number and their words. */
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
  (t) => [known(t.what), known(t.file), known(t.verdict), communityKey(t), unique().on(t.communityId, t.no)],
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
