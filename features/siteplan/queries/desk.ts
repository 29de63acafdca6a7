import { sql } from 'drizzle-orm';
import { whyNot } from '@/lib/act';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import * as acts from '../acts';
import { mayReadSite } from '../policy';
import { keptShapes } from '../rules';
import { homeOf, type Shape } from '../rules/shapes';

interface Version {
  version: number;
  state: 'draft' | 'published';
  shapes: string;
  source: string;
  rowVersion: number;
  drawnBy: number;
  by: string | null;
  publishedAt: string | null;
}

interface Found {
  id: number;
  name: string;
  /** Buildings of the register, each with its entrances. */
  houses: { name: string; entrances: number[] }[];
  /** The two newest, the newest first. */
  versions: Version[];
}

/** Entrances of the register whose windows nobody has drawn: nothing is measured for them. */
function undrawn(houses: Found['houses'], shapes: readonly Shape[]): { building: string; entrance: number }[] {
  const homes = shapes.filter(({ kind }) => kind === 'windows').map(({ name }) => homeOf(name));
  return houses.flatMap(({ name, entrances }) =>
    entrances
      .filter((no) => !homes.some((home) => home?.building === name && home.entrance === no))
      .map((no) => ({ building: name, entrance: no })),
  );
}

/** Buildings on the drawing that the register does not know. */
const unknown = (houses: Found['houses'], shapes: readonly Shape[]): string[] =>
  shapes
    .filter(({ kind, name }) => kind === 'building' && !houses.some((one) => one.name === name))
    .map(({ name }) => name);

/** The site plans of a community's compounds, or of one, with the draft of the next version. */
export const deskSites = query({
  name: 'site.desk',
  allow: (who) => mayReadSite(who),
  read: async (scope, { compound }: { compound?: number }) => {
    const { db, communityId: c, who, now } = scope;
    const found = await rows<Found>(
      { db },
      sql`select json_build_object('id', k.id, 'name', k.name,
          'houses', coalesce((select json_agg(json_build_object('name', b.name, 'entrances', coalesce((select
                json_agg(e.no order by e.no) from entrance e where e.community_id = b.community_id and e.building_id = b.id), '[]'))
              order by length(b.name), b.name) from building b
            where b.community_id = k.community_id and b.compound_id = k.id), '[]'),
          'versions', coalesce((select json_agg(json_build_object('version', s.version, 'state', s.state, 'shapes', s.shapes,
              'source', s.source, 'rowVersion', s.row_version, 'drawnBy', s.drawn_by, 'publishedAt', s.published_at,
              'by', (select p.name from person p where p.id = s.drawn_by)) order by s.version desc)
            from (select * from site_plan s where s.community_id = k.community_id and s.compound_id = k.id
              order by s.version desc limit 2) s), '[]')) as view
        from compound k where k.community_id = ${c} and (${compound ?? null}::int is null or k.id = ${compound ?? null}::int)
        order by k.id limit 50`,
    );
    return found.map(({ houses, versions, ...one }) => {
      const of = (state: Version['state']) => {
        const version = versions.find((each) => each.state === state);
        return version ? { ...version, shapes: keptShapes(version.shapes) } : null;
      };
      const [draft, published] = [of('draft'), of('published')];
      const shown = (draft ?? published)?.shapes ?? [];
      return {
        ...one,
        draft,
        published,
        undrawn: undrawn(houses, shown),
        unknown: unknown(houses, shown),
        mayDraw: whyNot(acts.drawSite, { facts: {}, who, now }) === null,
        publishing: whyNot(acts.publishSite, { facts: { drawnBy: draft?.drawnBy ?? null }, who, now }),
      };
    });
  },
});
