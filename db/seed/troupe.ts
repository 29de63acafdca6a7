import type pg from 'pg';
import type { Command } from '@/lib/gate';
import { havingSeen } from './shown';
import { must } from './stage';

export type Building = '14' | '15';
export const sides: readonly Building[] = ['14', '15'];

/** A community of the demonstration with its people, and a way to let one of them do something. */
export interface Troupe {
  slug: string;
  people: Record<string, number>;
  /** Households in the order of their doors. */
  homes: Record<Building, number[]>;
  buildingIds: Record<Building, number>;
  act: <T>(identity: string, command: Command<T>, input: unknown) => Promise<T>;
}

export async function gather(owner: pg.Client, slug: string): Promise<Troupe> {
  const cast = await owner.query<{ id: number; demonstration: string }>(
    'select id, demonstration from person where demonstration is not null',
  );
  const doors = await owner.query<{ id: number; building: Building; building_id: number }>(
    `select h.id, b.name as building, b.id as building_id
     from household h
     join community c on c.id = h.community_id
     join building b on b.community_id = h.community_id and b.id = h.building_id
     join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
     join unit u on u.community_id = h.community_id and u.id = h.unit_id
     where c.slug = $1 and b.name = any($2) order by b.name, e.no, length(u.door), u.door`,
    [slug, sides],
  );
  const people = Object.fromEntries(cast.rows.map((row) => [row.demonstration, row.id]));
  const of = (building: Building) => doors.rows.filter((row) => row.building === building);
  const perhaps = (building: Building) => of(building)[0]?.building_id ?? 0;
  return {
    slug,
    people,
    homes: { '14': of('14').map((row) => row.id), '15': of('15').map((row) => row.id) },
    buildingIds: { '14': perhaps('14'), '15': perhaps('15') },
    act: async (identity, command, input) => {
      const person = people[identity];
      if (!person) throw new Error(`nobody plays ${identity}`);
      return must(
        `${command.act} by ${identity}`,
        await havingSeen(command)({ by: { person }, community: slug }, input),
      );
    },
  };
}
