import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { OFFICES } from '../words/offices';
import { at, known } from './columns';
import { district, person, street } from './people';

/** An office in a district, or in one street of it, from a moment to a moment; no two of the same at once (in the migration). */
export const officeGrant = pgTable(
  'office_grant',
  {
    id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    office: text('office', { enum: OFFICES }).notNull(),
    districtId: integer('district_id')
      .notNull()
      .references(() => district.id),
    streetId: integer('street_id'),
    from: at('from_at').notNull().default(sql`moment()`),
    to: at('to_at'),
  },
  (t) => [
    known(t.office),
    foreignKey({ columns: [t.districtId, t.streetId], foreignColumns: [street.districtId, street.id] }),
    check('office_grant_street', sql`(${t.office} = 'street-office') = (${t.streetId} is not null)`),
    index().on(t.personId),
  ],
);
