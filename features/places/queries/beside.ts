import { type SQL, sql } from 'drizzle-orm';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { buildingNamed, wantsNoVisits } from '@/features/people/facts';
import { knownOf } from '@/features/proposals/moves';
import { siteFacts } from '@/features/works/facts';
import { asHousehold } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { goesOn, isOver } from '../facts';

const SITES = sql`works_place z join milestone m on m.community_id = z.community_id and m.id = z.milestone_id
  join works w on w.community_id = m.community_id and w.id = m.works_id
  join proposal p on p.community_id = w.community_id and p.id = w.proposal_id`;

interface Own {
  household: number;
  milestone: number;
  place: number;
  title: string;
  name: string;
  builtOn: string | null;
  checked: boolean;
  /** Done for good, and every entrance beside it was heard. */
  over: boolean;
  said: { outcome: 'accepted' | 'refused'; reason: string; mendNote: string; mendOn: string | null } | null;
}

/** Places of a site beside one's own homes, with what was said for each. */
export const ownPlaces = query({
  name: 'places.own',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { communityId, who } = scope;
    const homes = who.kind === 'person' ? who.households.map((one) => one.householdId) : [];
    const [title] = await rows<string>(
      scope,
      sql`select to_json(p.title) as view from works w join proposal p on p.community_id = w.community_id
        and p.id = w.proposal_id where w.community_id = ${communityId} and w.no = ${no}`,
    );
    if (title === undefined) return undefined;
    const places = await rows<Own>(
      scope,
      sql`select json_build_object('household', h.id, 'milestone', m.position, 'place', z.position, 'title', p.title,
          'name', z.name, 'builtOn', z.built_on, 'checked', z.checked_at is not null,
          'over', ${isOver},
          'said', (select json_build_object('outcome', y.outcome, 'reason', y.reason, 'mendNote', y.mend_note,
              'mendOn', y.mend_on) from works_place_word y
            where y.community_id = z.community_id and y.place_id = z.id and y.household_id = h.id)) as view
        from ${SITES} join works_place_entrance b on b.community_id = z.community_id and b.place_id = z.id
          join household h on h.community_id = b.community_id and h.entrance_id = b.entrance_id
        where z.community_id = ${communityId} and w.no = ${no} and h.id = any (${sql.param(homes)}::int[])
        order by m.position, z.position, h.id`,
    );
    return { title, places };
  },
});

interface ToAsk {
  works: number;
  milestone: number;
  place: number;
  name: string;
  title: string;
  household: number;
  building: string;
  entrance: number;
  entranceId: number;
  door: string;
  quiet: boolean;
}

/** Entrances beside a place, of which nobody has spoken: their homes, at the entrances of whoever goes round. */
function toAsk(scope: Scope, which: SQL = sql`true`) {
  const { communityId, who } = scope;
  const mine = entrancesOf(who) ?? [];
  const at = mine === 'all' ? sql`true` : sql`b.entrance_id = any (${sql.param(mine)}::int[])`;
  return rows<ToAsk>(
    scope,
    sql`select json_build_object('works', w.no, 'milestone', m.position, 'place', z.position, 'name', z.name, 'title', p.title,
        'household', h.id, 'building', ${buildingNamed('g')}, 'entrance', e.no, 'entranceId', e.id, 'door', u.door,
        'quiet', ${wantsNoVisits(sql`h`)}) as view
      from ${SITES} join works_place_entrance b on b.community_id = z.community_id and b.place_id = z.id
        join household h on h.community_id = b.community_id and h.entrance_id = b.entrance_id
        join unit u on u.community_id = h.community_id and u.id = h.unit_id
        join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
        join building g on g.community_id = h.community_id and g.id = h.building_id
      where z.community_id = ${communityId} and z.checked_at is not null and ${goesOn} and ${at} and ${which}
        and not exists (select from works_place_word y join household v on v.community_id = y.community_id
            and v.id = y.household_id
          where y.community_id = z.community_id and y.place_id = z.id and v.entrance_id = b.entrance_id)
      order by w.no, m.position, z.position, length(g.name), g.name, e.no, length(u.door), u.door limit 400`,
  );
}

export const doorPlaces = query({
  name: 'places.door_list',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: async (scope) => (await toAsk(scope)).filter((one) => asHousehold(scope.who, one.household) === null),
});

/** One of them, with what the act is asked about. */
export const doorPlace = query({
  name: 'places.door',
  allow: (who, _: { no: number; milestone: number; place: number; household: number }) => mayGoRound(who),
  read: async (scope, { no, milestone: at, place: position, household }) => {
    const here = sql`w.no = ${no} and m.position = ${at} and z.position = ${position} and h.id = ${household}`;
    const [one] = await toAsk(scope, here);
    const [of] = await rows<number>(
      scope,
      sql`select to_json(p.no) as view from works w join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        where w.community_id = ${scope.communityId} and w.no = ${no}`,
    );
    const found = one && of !== undefined ? await knownOf(scope, of, siteFacts(no)) : undefined;
    const milestone = found?.works?.milestones.find((held) => held.position === at);
    const place = milestone?.places.find((held) => held.position === position);
    if (!one || !found?.works || !milestone || !place) return undefined;
    const home = { householdId: household, entranceId: one.entranceId };
    const own = asHousehold(scope.who, household) !== null;
    const facts = { ...found, works: found.works, milestone, place, ...home, own };
    return { ...one, shown: place, asked: { facts, who: scope.who, now: scope.now } };
  },
});
