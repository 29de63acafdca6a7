import { and, asc, eq, sql } from 'drizzle-orm';
import { building, entrance } from '@/db/schema/people';
import { buildingNamed } from '@/features/people/facts';
import { knownOf } from '@/features/proposals/moves';
import { newestSites } from '@/features/siteplan/moves';
import { keptShapes } from '@/features/siteplan/rules';
import { siteFacts } from '@/features/works/facts';
import { mayReadWorks } from '@/features/works/policy';
import { shanghaiDate } from '@/lib/calendar';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';

export interface Door {
  building: string;
  no: number;
}

/** A place as anybody may know it. */
export interface PlaceShown {
  id: number;
  milestone: number;
  position: number;
  name: string;
  x: number;
  y: number;
  builtOn: string | null;
  note: string;
  checked: boolean;
  missingWhy: string;
  missingUntil: string | null;
  beside: Door[];
  heard: boolean;
  pictures: { id: number; caption: string; width: number; height: number }[];
}

/** Of the site `w` on the board: each place with what it shows, and the site plan they stand on. */
async function placesShown({ communityId, ...scope }: Scope, worksNo: number) {
  const places = await rows<PlaceShown>(
    scope,
    sql`select json_build_object('id', z.id, 'milestone', m.position, 'position', z.position, 'name', z.name, 'x', z.x, 'y', z.y,
        'builtOn', z.built_on, 'note', z.note, 'checked', z.checked_at is not null, 'missingWhy', z.missing_why,
        'missingUntil', z.missing_until, 'beside', z.beside, 'heard', z.heard,
        'pictures', ${list(sql`select json_agg(json_build_object('id', x.id, 'caption', x.caption, 'width', x.small_width,
            'height', x.small_height) order by x.position, x.id)
          from picture x where x.community_id = z.community_id and x.subject = 'place' and x.subject_id = z.id and x.on_board`)}) as view
      from works_place z join milestone m on m.community_id = z.community_id and m.id = z.milestone_id
        join works w on w.community_id = m.community_id and w.id = m.works_id
      where z.community_id = ${communityId} and w.no = ${worksNo} order by m.position, z.position`,
  );
  if (places.length === 0) return { places, site: null };
  const [site] = await rows<{ shapes: string }>(
    scope,
    sql`select json_build_object('shapes', s.shapes) as view from site_plan s where s.community_id = ${communityId}
      order by s.compound_id, s.version desc limit 1`,
  );
  return { places, site: site ? keptShapes(site.shapes) : null };
}
export type SitePlaces = Awaited<ReturnType<typeof placesShown>>;

export const boardPlaces = boardQuery({
  name: 'places.board',
  read: (scope, { no }: { no: number }) => placesShown(scope, no),
  shows: ({ no }) => [`works/${no}`],
});

/** What a household beside a place said, for whoever answers it. */
interface Said {
  id: number;
  place: number;
  home: { building: string; entrance: number; door: string };
  outcome: 'accepted' | 'refused';
  reason: string;
  recorded: boolean;
  mendNote: string;
  mendOn: string | null;
}

interface Kept {
  id: number;
  x: number;
  y: number;
  note: string;
  missingWhy: string;
  picturesWaiting: number;
}

/** The places of one milestone at the desk, with what its acts are asked about. */
export const deskPlaces = query({
  name: 'places.desk',
  allow: (who, _: { no: number; milestone: number }) => mayReadWorks(who),
  read: async (scope, { no, milestone: position }) => {
    const { db, communityId, who, now } = scope;
    const [of] = await rows<number>(
      scope,
      sql`select to_json(p.no) as view from works w join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        where w.community_id = ${communityId} and w.no = ${no}`,
    );
    const found = of === undefined ? undefined : await knownOf(scope, of, siteFacts(no));
    const milestone = found?.works?.milestones.find((one) => one.position === position);
    if (!found?.works || !milestone?.inPlaces) return undefined;
    const kept = await rows<Kept>(
      scope,
      sql`select json_build_object('id', z.id, 'x', z.x, 'y', z.y, 'note', z.note, 'missingWhy', z.missing_why,
          'picturesWaiting', (select count(*) from picture x where x.community_id = z.community_id and x.subject = 'place'
            and x.subject_id = z.id and x.looked_at_at is null)) as view
        from works_place z where z.community_id = ${communityId} and z.milestone_id = ${milestone.id}`,
    );
    const said = await rows<Said>(
      scope,
      sql`select json_build_object('id', y.id, 'place', y.place_id, 'outcome', y.outcome, 'reason', y.reason,
          'recorded', y.recorder_id is not null, 'mendNote', y.mend_note, 'mendOn', y.mend_on,
          'home', json_build_object('building', ${buildingNamed('b')}, 'entrance', e.no, 'door', u.door)) as view
        from works_place_word y join works_place z on z.community_id = y.community_id and z.id = y.place_id
          join household h on h.community_id = y.community_id and h.id = y.household_id
          join unit u on u.community_id = h.community_id and u.id = h.unit_id
          join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
          join building b on b.community_id = h.community_id and b.id = h.building_id
        where y.community_id = ${communityId} and z.milestone_id = ${milestone.id}
        order by length(b.name), b.name, e.no, length(u.door), u.door limit 500`,
    );
    const doors = await db
      .select({ id: entrance.id, no: entrance.no, building: building.name })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, entrance.communityId), eq(building.id, entrance.buildingId)))
      .where(eq(entrance.communityId, communityId))
      .orderBy(sql`length(${building.name})`, building.name, asc(entrance.no));
    const [site] = await newestSites(scope);
    return {
      today: shanghaiDate(now),
      doors,
      site: site ? keptShapes(site.shapes) : null,
      places: milestone.places.flatMap((place) => {
        const more = kept.find(({ id }) => id === place.id);
        return more ? [{ ...place, ...more, said: said.filter((one) => one.place === place.id) }] : [];
      }),
      asked: { facts: { ...found, works: found.works, milestone }, who, now },
    };
  },
});
export type DeskPlaces = NonNullable<Awaited<ReturnType<typeof deskPlaces>>>;
