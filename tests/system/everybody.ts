import type { Client } from 'pg';
import { type Visitor, visitor } from './visitor';

const staff: Record<string, string> = {
  'social-worker': 'social worker',
  'party-secretary': 'Party secretary',
  'governance-secretary': 'governance secretary',
  hotline: 'hotline',
  property: 'property',
  district: 'district',
  auditor: 'auditor',
};

export interface Who {
  identity: string;
  /** Where they live in the community. */
  households: number[];
  grants: { role: string; entrance: number | null }[];
}

/** Somebody who is not signed in. */
export const stranger: Who = { identity: 'visitor', households: [], grants: [] };

/** Who everybody is in the community, by the rows. */
export async function everybodyIn(db: Client, slug: string): Promise<Who[]> {
  const { rows } = await db.query<Who>(
    `select p.id, p.demonstration as identity,
       (select coalesce(json_agg(r.household_id), '[]') from residency r join community c on c.id = r.community_id
         where r.person_id = p.id and c.slug = $1 and (r.to_at is null or r.to_at > moment())) as households,
       (select coalesce(json_agg(json_build_object('role', g.role, 'entrance', g.entrance_id)), '[]')
         from grants g join community c on c.id = g.community_id where g.person_id = p.id and c.slug = $1
           and g.from_at <= moment() and (g.to_at is null or g.to_at > moment())) as grants
     from person p where p.demonstration is not null order by p.id`,
    [slug],
  );
  return rows;
}

/** The column of docs/permissions.md for whom: their office, else where they live in view of the household it is about. */
export function columnOf({ grants, households }: Who, home: { id: number; entrance: number }): string {
  const [office] = grants.flatMap((grant) => staff[grant.role] ?? []);
  if (office) return office;
  if (grants.some((grant) => grant.role === 'captain'))
    return grants.some((grant) => grant.entrance === home.entrance) ? 'captain there' : 'captain elsewhere';
  if (households.includes(home.id)) return 'of the household';
  return households.length > 0 ? 'neighbour' : 'of another community';
}

/** A browser for each of them, and one nobody is signed in with. */
export async function browsersOf(everybody: Who[], port: number) {
  const browsers = new Map<string, Visitor>([[stranger.identity, visitor({ port })]]);
  for (const { identity } of everybody) {
    const browser = visitor({ port });
    await browser.become(identity);
    browsers.set(identity, browser);
  }
  return {
    size: browsers.size,
    of(identity: string): Visitor {
      const browser = browsers.get(identity);
      if (!browser) throw new Error(`nobody is ${identity}`);
      return browser;
    },
    end() {
      for (const browser of browsers.values()) browser.end();
    },
  };
}

export type Browsers = Awaited<ReturnType<typeof browsersOf>>;

/** Column → cell of one line of docs/permissions.md. */
export type Cells = Record<string, string | undefined>;
