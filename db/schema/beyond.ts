import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { CONSENT_STATES } from '../words/beyond';
import { at, communityKey, inCommunity, known, within } from './columns';
import { person } from './people';
import { proposal } from './proposals';

/** 墙外的同意 of a proposal: an organisation outside the community, what it was asked, and what it answered. */
export const outsideConsent = pgTable(
  'outside_consent',
  {
    ...inCommunity(),
    proposalId: integer('proposal_id').notNull(),
    position: integer('position').notNull(),
    organisation: text('organisation').notNull(),
    asked: text('asked').notNull(),
    askedOn: date('asked_on').notNull(),
    /** By when it has promised to answer, or is asked again. */
    due: date('due').notNull(),
    state: text('state', { enum: CONSENT_STATES }).notNull().default('waiting'),
    answer: text('answer').notNull().default(''),
    answeredOn: date('answered_on'),
    askedBy: integer('asked_by')
      .notNull()
      .references(() => person.id),
    answeredBy: integer('answered_by').references(() => person.id),
    answeredAt: at('answered_at'),
  },
  (t) => [
    known(t.state),
    communityKey(t),
    within(t.communityId, t.proposalId, proposal),
    unique().on(t.communityId, t.proposalId, t.position),
    check('outside_consent_due', sql`${t.askedOn} <= ${t.due}`),
    check(
      'outside_consent_answered',
      sql`${t.state} not in ('given', 'refused') or (${t.answeredOn} is not null and ${t.answeredBy} is not null and ${t.answer} <> '')`,
    ),
  ],
);
