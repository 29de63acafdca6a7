import { sql } from 'drizzle-orm';
import { keptShapes } from '@/features/siteplan/rules';
import type { Point } from '@/features/siteplan/rules/planar';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';

const SHOWN = 6;

interface WhereRow {
  site: string;
  plans: { no: number; title: string; shapes: string | null; spots: Point[] }[];
}

/** The site plan of the compound, and on it what was last drawn for each matter or the places it is built at, what moved last first; null where there is neither. */
export async function whereShown(scope: Scope) {
  const [found] = await rows<WhereRow>(
    scope,
    sql`select json_build_object('site', s.shapes, 'plans', ${list(sql`select json_agg(json_build_object('no', x.no,
        'title', x.title, 'shapes', x.shapes, 'spots', coalesce(x.spots, '[]'::json)) order by x.last_event_at desc)
      from (select p.no, p.title, p.last_event_at, d.shapes, z.spots from proposal p
        left join lateral (select o.shapes from plan pl join plan_drawing o on o.community_id = pl.community_id and o.plan_id = pl.id
            join site_plan b on b.community_id = o.community_id and b.id = o.site_plan_id and b.compound_id = s.compound_id
          where pl.community_id = p.community_id and pl.proposal_id = p.id order by pl.version desc limit 1) d on true
        left join lateral (select json_agg(json_build_array(z.x, z.y) order by m.position, z.position) as spots from works w
            join milestone m on m.community_id = w.community_id and m.works_id = w.id
            join works_place z on z.community_id = m.community_id and z.milestone_id = m.id
          where w.community_id = p.community_id and w.proposal_id = p.id) z on true
        where p.community_id = s.community_id and p.state not in ('declined', 'withdrawn', 'shelved', 'merged')
          and (d.shapes is not null or z.spots is not null)
        order by p.last_event_at desc limit ${SHOWN}) x`)}) as view
      from site_plan s where s.community_id = ${scope.communityId} order by s.version desc, s.id desc limit 1`,
  );
  if (!found || found.plans.length === 0) return null;
  const plans = found.plans.map(({ shapes, ...one }) => ({
    ...one,
    shapes: shapes === null ? [] : keptShapes(shapes),
  }));
  return { site: keptShapes(found.site), plans };
}
