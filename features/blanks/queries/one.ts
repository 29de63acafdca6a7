import { and, eq, sql } from 'drizzle-orm';
import { blank } from '@/db/schema/blanks';
import { sheetMapping } from '@/db/schema/exchange';
import { building, person } from '@/db/schema/people';
import { named } from '@/features/people/queries/place';
import { query } from '@/lib/query';
import { taken } from '@/lib/sheet/blank/meaning';
import { maySeeBlanks } from '../policy';
import { type BlankOf, type Chosen, FIELDS, headingOf, labelOf } from '../rules';

/** What was said of such columns before, by their place. */
function before(
  columns: readonly { at: number; name: string; above: string }[],
  said: Readonly<Record<string, string>>,
) {
  return Object.fromEntries(
    columns.flatMap((column): [string, string][] => {
      const label = labelOf(column);
      return Object.hasOwn(said, label) ? [[String(column.at), said[label] ?? '']] : [];
    }),
  );
}

/** One sheet, and what each of its columns is taken for if its rows are these. */
export const oneBlank = query({
  name: 'blanks.one',
  allow: (who, _: { no: number; of: BlankOf }) => maySeeBlanks(who),
  read: async ({ db, communityId }, { no, of }) => {
    const [found] = await db
      .select({ no: blank.no, name: blank.name, layout: blank.layout, at: blank.at, by: person.name })
      .from(blank)
      .innerJoin(person, eq(person.id, blank.putBy))
      .where(and(eq(blank.communityId, communityId), eq(blank.no, no)));
    if (!found) return undefined;
    const { columns } = found.layout;
    const [remembered] = await db
      .select({ columns: sheetMapping.columns, at: sheetMapping.at })
      .from(sheetMapping)
      .where(
        and(
          eq(sheetMapping.communityId, communityId),
          eq(sheetMapping.sheet, `blank_${of}`),
          eq(sheetMapping.heading, headingOf(columns)),
        ),
      );
    const chosen: Chosen = taken(columns, FIELDS[of], before(columns, remembered?.columns ?? {}));
    return { ...found, chosen, remembered: remembered?.at ?? null };
  },
});
export type BlankView = NonNullable<Awaited<ReturnType<typeof oneBlank>>>;

const entrances = sql`(select coalesce(json_agg(json_build_object('id', e.id, 'no', e.no) order by e.no), '[]')
  from entrance e where e.community_id = ${building.communityId} and e.building_id = ${building.id})`;

/** Buildings and entrances to choose from, as they stand beside each other. */
export const blankPlaces = query({
  name: 'blanks.places',
  allow: (who, _: Record<never, never>) => maySeeBlanks(who),
  read: async ({ db, communityId }) =>
    db
      .select({
        id: building.id,
        name: named,
        entrances: sql<{ id: number; no: number }[]>`${entrances}`,
      })
      .from(building)
      .where(eq(building.communityId, communityId))
      .orderBy(sql`length(${building.name})`, building.name, building.compoundId),
});
export type BlankPlaces = NonNullable<Awaited<ReturnType<typeof blankPlaces>>>;
