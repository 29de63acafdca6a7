import { sql } from 'drizzle-orm';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayImportCaptains, maySeeGrants, maySeeRegister } from '../policy';

/** How far a community has come that nobody has brought a proposal to; `proposals` says whether it has begun. */
export interface Beginning {
  telephone: boolean;
  households: number;
  /** Offices somebody holds now. */
  offices: string[];
  entrances: number;
  captains: number;
  proposals: number;
  /** What of it whoever reads has a page for. */
  mayGrant: boolean;
  mayRegister: boolean;
  mayImport: boolean;
}

export const beginning = query({
  name: 'people.beginning',
  allow: (who) => maySeeRegister(who) || maySeeGrants(who),
  read: async (scope) => {
    const { communityId: c, now } = scope;
    const held = sql`from grants g where g.community_id = ${c}
      and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz)`;
    const [found] = await rows<Omit<Beginning, 'mayGrant' | 'mayRegister' | 'mayImport'>>(
      scope,
      sql`select json_build_object(
        'telephone', (select telephone <> '' from community where id = ${c}),
        'households', (select count(*) from household where community_id = ${c} and ended_at is null),
        'offices', coalesce((select json_agg(distinct g.role) ${held}), '[]'),
        'entrances', (select count(*) from entrance where community_id = ${c}),
        'captains', (select count(distinct g.entrance_id) ${held} and g.role = 'captain'),
        'proposals', (select count(*) from proposal where community_id = ${c} and no is not null)) as view`,
    );
    const { who } = scope;
    return (
      found && {
        ...found,
        mayGrant: maySeeGrants(who),
        mayRegister: maySeeRegister(who),
        mayImport: mayImportCaptains(who) !== null,
      }
    );
  },
});
