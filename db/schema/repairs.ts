import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { CHANNELS, PROOFS } from '../words/opinions';
import { UNIT_SOURCES, UNIT_STATES, UNIT_STEPS } from '../words/repairs';
import { cases } from './cases';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';
import { proposal } from './proposals';

/** 一户一户修 of a proposal: a list of households, in batches. */
export const repair = pgTable(
  'repair',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    what: text('what').notNull(),
    /** So many months from the day a household has confirmed it. */
    warranty: integer('warranty').notNull(),
    openedBy: integer('opened_by')
      .notNull()
      .references(() => person.id),
    openedAt: at('opened_at').notNull(),
    startedBy: integer('started_by').references(() => person.id),
    startedAt: at('started_at'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId),
    check('repair_warranty', sql`${t.warranty} between 1 and 120`),
    check('repair_two_people', sql`started_by <> opened_by`),
  ],
);

/** 批次, with its days and who works on it. */
export const repairBatch = pgTable(
  'repair_batch',
  {
    ...inCommunity(),
    repairId: integer('repair_id').notNull(),
    no: integer('no').notNull(),
    contractor: text('contractor').notNull(),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    /** What the board tells of it from then on: when all of it were asked first, how many they were and how many said good. */
    toldAt: at('told_at'),
    toldUnits: integer('told_units'),
    toldGood: integer('told_good'),
  },
  (t) => [
    communityKey(t),
    within(t.communityId, t.repairId, repair),
    unique().on(t.communityId, t.repairId, t.no),
    check('repair_batch_days', sql`${t.from} <= ${t.to}`),
    check('repair_batch_told', sql`num_nulls(${t.toldAt}, ${t.toldUnits}, ${t.toldGood}) in (0, 3)`),
    check('repair_batch_good', sql`${t.toldGood} between 0 and ${t.toldUnits}`),
  ],
);

/** One household on the list. `what`: where it leaks, in its own words or the case's; not for the board. */
export const repairUnit = pgTable(
  'repair_unit',
  {
    ...inCommunity(),
    repairId: integer('repair_id').notNull(),
    householdId: integer('household_id').notNull(),
    batchId: integer('batch_id'),
    caseId: integer('case_id'),
    source: text('source', { enum: UNIT_SOURCES }).notNull(),
    what: text('what').notNull(),
    state: text('state', { enum: UNIT_STATES }).notNull().default('reported'),
    repairedBy: integer('repaired_by').references(() => person.id),
    /** A refusal: by when it is put right. */
    repairOn: date('repair_on'),
    /** Confirmed: the last day of its warranty. */
    warrantyTo: date('warranty_to'),
    /** How often it leaked again. */
    again: integer('again').notNull().default(0),
    stateAt: at('state_at').notNull(),
  },
  (t) => [
    known(t.source),
    known(t.state),
    communityKey(t),
    within(t.communityId, t.repairId, repair),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.batchId, repairBatch),
    within(t.communityId, t.caseId, cases),
    unique().on(t.communityId, t.repairId, t.householdId),
    index().on(t.householdId, t.communityId),
    check('repair_unit_refused', sql`(${t.state} = 'refused') = (${t.repairOn} is not null)`),
    check('repair_unit_confirmed', sql`${t.state} <> 'confirmed' or ${t.warrantyTo} is not null`),
  ],
);

/** Every step of one household's repair; append-only. */
export const repairStep = pgTable(
  'repair_step',
  {
    ...inCommunity(),
    unitId: integer('unit_id').notNull(),
    householdId: integer('household_id').notNull(),
    step: text('step', { enum: UNIT_STEPS }).notNull(),
    role: text('role').notNull(),
    /** Null where it was written down for the household. */
    personId: integer('person_id').references(() => person.id),
    note: text('note').notNull().default(''),
    day: date('day'),
    recorderId: integer('recorder_id').references(() => person.id),
    channel: text('channel', { enum: CHANNELS }),
    proof: text('proof', { enum: PROOFS }),
    witnessId: integer('witness_id').references(() => person.id),
    witness: text('witness').notNull().default(''),
    message: text('message').notNull().default(''),
    at: at('at').notNull(),
  },
  (t) => [
    known(t.step),
    known(t.channel),
    known(t.proof),
    communityKey(t),
    within(t.communityId, t.unitId, repairUnit),
    within(t.communityId, t.householdId, household),
    index().on(t.unitId, t.communityId),
    index().on(t.householdId, t.communityId),
  ],
);
