import { and, eq, isNull } from 'drizzle-orm';
import { namedPlace } from '@/db/schema/handling';
import { building, entrance } from '@/db/schema/people';
import type { Scope } from '@/lib/gate';

interface Say {
  building: (name: string) => string;
  entrance: (name: string, no: number) => string;
}

/** What a case is said to be at, as people here call it; `open` is what the board says of it. Null: there is no such place. */
export async function atOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  given: string | undefined,
  say: Say,
) {
  if (!given) return { label: null, open: null };
  const [kind, text] = given.split('-');
  const id = Number(text);
  if (kind === 'place') {
    const [row] = await db
      .select({ name: namedPlace.name })
      .from(namedPlace)
      .where(and(...[eq(namedPlace.communityId, communityId), eq(namedPlace.id, id)], isNull(namedPlace.retiredAt)));
    return row ? { label: row.name, open: row.name, placeId: id } : null;
  }
  if (kind === 'building') {
    const [row] = await db
      .select({ name: building.name })
      .from(building)
      .where(and(eq(building.communityId, communityId), eq(building.id, id)));
    return row ? { label: say.building(row.name), open: say.building(row.name), placeBuildingId: id } : null;
  }
  const [row] = await db
    .select({ no: entrance.no, name: building.name, buildingId: building.id })
    .from(entrance)
    .innerJoin(building, and(eq(building.communityId, communityId), eq(building.id, entrance.buildingId)))
    .where(and(eq(entrance.communityId, communityId), eq(entrance.id, id)));
  return row
    ? {
        label: say.entrance(row.name, row.no),
        open: say.building(row.name),
        placeBuildingId: row.buildingId,
        placeEntranceId: id,
      }
    : null;
}
