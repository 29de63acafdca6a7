import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { SATISFACTIONS, WAVES } from '../words/callbacks';
import { cases } from './cases';
import { at, communityKey, inCommunity, known, within } from './columns';
import { household, person } from './people';
import { proposal } from './proposals';
import { affectedGroup } from './scoping';

/**
 * 回访 in waves: 28 days, 90 days, after the first snow. Each belongs to one completion: what is reopened, mended and
 * completed again is verified anew.
 */
export const callbackWave = pgTable(
  'callback_wave',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    wave: text('wave', { enum: WAVES }).notNull(),
    completedAt: at('completed_at').notNull(),
    dueOn: date('due_on'),
    seed: text('seed').notNull(),
    drawnAt: at('drawn_at').notNull().default(sql`moment()`),
    closedAt: at('closed_at'),
  },
  (t) => [
    known(t.wave),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique('callback_wave_once').on(t.communityId, t.proposalId, t.wave, t.completedAt),
  ],
);

export const callback = pgTable(
  'callback',
  {
    ...inCommunity(),
    waveId: integer('wave_id').notNull(),
    householdId: integer('household_id').notNull(),
    groupId: integer('group_id'),
    caseId: integer('case_id'),
    formerObjector: boolean('former_objector').notNull().default(false),
    reached: boolean('reached'),
    resolved: boolean('resolved'),
    satisfaction: text('satisfaction', { enum: SATISFACTIONS }),
    words: text('words').notNull().default(''),
    /** They agreed that the office learns which home said so, where it is not solved. */
    mayTell: boolean('may_tell').notNull().default(false),
    callerId: integer('caller_id').references(() => person.id),
    at: at('at'),
    /** What is done about what is not solved, said to the household in a letter. */
    followed: text('followed').notNull().default(''),
    followedBy: integer('followed_by').references(() => person.id),
    followedAt: at('followed_at'),
  },
  (t) => [
    known(t.satisfaction),
    check(
      'callback_followed',
      sql`(${t.followedAt} is null) = (${t.followedBy} is null) and (${t.followedAt} is null or (${t.at} is not null and ${t.followed} <> ''))`,
    ),
    communityKey(t),
    within(t.communityId, t.waveId, callbackWave),
    within(t.communityId, t.householdId, household),
    within(t.communityId, t.groupId, affectedGroup),
    within(t.communityId, t.caseId, cases),
    unique().on(t.communityId, t.waveId, t.householdId),
    index().on(t.waveId, t.communityId),
  ],
);
