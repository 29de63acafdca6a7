import { sql } from 'drizzle-orm';
import type { Role } from '@/lib/actor';
import { personQuery } from '@/lib/query';
import { rows } from '@/lib/rows';

interface Taken {
  slug: string;
  nameZh: string;
  nameEn: string;
  building: string;
  entrance: number;
  door: string;
  role: Role;
  at: string;
}

/** Which sheets one's home, or what one owns, was in with who lives and owns there; the latest first. */
export const myHomesTaken = personQuery({
  name: 'exports.my_homes',
  read: async ({ db, personId }) => {
    const found = await rows<Taken>(
      { db },
      sql`select json_build_object('slug', c.slug, 'nameZh', c.name_zh, 'nameEn', c.name_en, 'building', b.name,
          'entrance', e.no, 'door', u.door, 'role', x.role, 'at', x.released_at) as view
        from (select h.community_id, h.unit_id, s.from_at, s.to_at from residency s
            join household h on h.community_id = s.community_id and h.id = s.household_id where s.person_id = ${personId}
          union select o.community_id, o.unit_id, '-infinity', null from ownership o where o.person_id = ${personId}) m
          join data_export_home y on y.community_id = m.community_id and y.unit_id = m.unit_id
          join data_export x on x.community_id = y.community_id and x.id = y.export_id and x.personal
            and x.released_at >= m.from_at and (m.to_at is null or x.released_at < m.to_at)
          join community c on c.id = x.community_id
          join unit u on u.community_id = y.community_id and u.id = y.unit_id
          join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
          join building b on b.community_id = e.community_id and b.id = e.building_id
        group by c.id, b.id, b.community_id, b.name, e.no, u.door, x.id, x.community_id, x.role, x.released_at
        order by x.released_at desc, x.id desc limit 50`,
    );
    return found.map((one) => ({ ...one, at: new Date(one.at) }));
  },
});
export type HomeTaken = Awaited<ReturnType<typeof myHomesTaken>>[number];
