import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { SUBJECTS } from '../words/pictures';
import { at, bytea, communityKey, inCommunity, known } from './columns';
import { person } from './people';

/**
 * A picture in two WebP sizes, or a paper as a PDF, byte for byte: then the sizes are empty. On the board only after
 * a social worker has looked at it.
 */
export const picture = pgTable(
  'picture',
  {
    ...inCommunity(),
    subject: text('subject', { enum: SUBJECTS }).notNull(),
    subjectId: integer('subject_id').notNull(),
    position: integer('position').notNull().default(1),
    caption: text('caption').notNull().default(''),
    small: bytea('small').notNull(),
    large: bytea('large').notNull(),
    pdf: bytea('pdf'),
    smallWidth: integer('small_width').notNull(),
    smallHeight: integer('small_height').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    uploadedBy: integer('uploaded_by')
      .notNull()
      .references(() => person.id),
    uploadedAt: at('uploaded_at').notNull().default(sql`moment()`),
    lookedAtBy: integer('looked_at_by').references(() => person.id),
    lookedAtAt: at('looked_at_at'),
    onBoard: boolean('on_board').notNull().default(false),
    refusedReason: text('refused_reason'),
    /** The upload's key: the same picture sent twice is one. */
    submission: uuid('submission').notNull().default(sql`gen_random_uuid()`),
  },
  (t) => [
    known(t.subject),
    communityKey(t),
    index().on(t.subject, t.subjectId, t.communityId),
    unique().on(t.communityId, t.submission),
    check('picture_pdf_of', sql`${t.pdf} is null or ${t.subject} in ('gate', 'consent')`),
    check('picture_sizes', sql`(${t.pdf} is null) = (${t.width} > 0 and octet_length(${t.large}) > 0)`),
  ],
);
