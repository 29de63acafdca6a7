import { and, eq, sql } from 'drizzle-orm';
import { proposal } from '@/db/schema/proposals';
import { stakes } from '@/features/proposals/facts';
import { askedOf } from '@/features/proposals/queries';
import { query } from '@/lib/query';
import { scopingFacts } from './facts';
import { maySeeScoping } from './policy';
import { entrancesOf, type Place } from './rules';

/** For the pages of its acts: what is known, who asks, and when. */
export const scopingAsked = askedOf('scoping.asked', { ...scopingFacts, ...stakes });

interface Door {
  id: number;
  no: number;
  buildingId: number;
  building: string;
}

interface Held {
  personId: number;
  role: string;
  entranceId: number | null;
  name: string | null;
}

/** What the forms of scoping offer: places to make groups of, entrances nobody knocks at, and who could stand in. */
export const scopingChoices = query({
  name: 'scoping.choices',
  allow: (who) => maySeeScoping(who),
  read: async ({ db, communityId, community, now }, { no }: { no: number }) => {
    const at = now.toISOString();
    // The doors, who could knock, and which places the groups of the proposal are made of, in one statement.
    const [known] = await db
      .select({
        doors: sql<
          Door[]
        >`coalesce((select json_agg(json_build_object('id', e.id, 'no', e.no, 'buildingId', e.building_id,
            'building', b.name) order by length(b.name), b.name, e.no) from entrance e
          join building b on b.community_id = e.community_id and b.id = e.building_id
          where e.community_id = ${communityId}), '[]'::json)`,
        held: sql<Held[]>`coalesce((select json_agg(json_build_object('personId', g.person_id, 'role', g.role,
            'entranceId', g.entrance_id, 'name', w.name) order by g.id) from grants g join person w on w.id = g.person_id
          where g.community_id = ${communityId} and g.role in ('captain', 'social-worker') and g.from_at <= ${at}
            and (g.to_at is null or g.to_at > ${at})), '[]'::json)`,
        places: sql<{ building: number; entrance: number | null }[]>`coalesce((select json_agg(json_build_object(
            'building', gp.building_id, 'entrance', gp.entrance_id)) from group_place gp
          join affected_group a on a.community_id = gp.community_id and a.id = gp.group_id
          where a.community_id = ${communityId} and a.proposal_id = proposal.id), '[]'::json)`,
      })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)));
    const { doors, held, places } = known ?? { doors: [], held: [], places: [] };
    const named = places.map(
      (place): Place => (place.entrance === null ? { building: place.building } : { entrance: place.entrance }),
    );
    const captained = new Set(held.filter((one) => one.entranceId !== null).map((one) => one.entranceId));
    const workers = held.filter((one) => one.role === 'social-worker');
    return {
      doors,
      uncovered: entrancesOf(named, doors).filter((id) => !captained.has(id)).length,
      standIns: [...new Map(workers.map((one) => [one.personId, one.name ?? ''])).entries()].map(([id, name]) => ({
        id,
        name,
      })),
      rule: community.settings,
    };
  },
});
