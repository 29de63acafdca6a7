import { type SQL, sql } from 'drizzle-orm';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { wantsNoVisits } from '@/features/people/facts';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { keptAt, waits } from './facts';
import { isLate } from './rules';

interface Home {
  building: string;
  entrance: number;
  door: string;
}

const hasCaptain = ({ now }: Scope, h: SQL) => sql`exists (select from grants g
  where g.community_id = ${h}.community_id and g.entrance_id = ${h}.entrance_id and g.role = 'captain'
    and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz))`;

const placed = sql`household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
  join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
  join building b on b.community_id = h.community_id and b.id = h.building_id`;

/** Households that ask whoever goes round to come, the longest first, at most 100. */
export const invitations = query({
  name: 'invitations.door',
  allow: mayGoRound,
  read: async (scope) => {
    const { communityId, who } = scope;
    const own = entrancesOf(who) ?? [];
    const mine = own === 'all' ? sql`true` : sql`h.entrance_id = any (${sql.param(own)}::integer[])`;
    const found = await rows<Home & { id: number; words: string; at: string; captain: boolean }>(
      scope,
      sql`select json_build_object('id', i.id, 'words', i.words, 'at', i.at, 'building', b.name, 'entrance', e.no,
          'door', u.door, 'captain', ${hasCaptain(scope, sql`h`)}) as view
        from ${placed} join invitation i on i.community_id = h.community_id and i.household_id = h.id
        where h.community_id = ${communityId} and ${mine} and ${waits(sql`i`)} order by i.at limit 100`,
    );
    return { waiting: found };
  },
});
export type Inviting = NonNullable<Awaited<ReturnType<typeof invitations>>>['waiting'][number];

interface Mine extends Home {
  household: number;
  captain: boolean;
  /** Wants nobody to knock. */
  quiet: boolean;
  /** What still waits. */
  open: { id: number; words: string; at: string } | null;
  /** When somebody came last. */
  came: string | null;
}

/** What this person's household asked for; undefined for whoever lives nowhere here. */
export const myInvitation = query({
  name: 'invitation.mine',
  allow: (who) => who.kind === 'person' && who.households.length > 0,
  read: async (scope) => {
    const home = scope.who.kind === 'person' ? scope.who.households[0]?.householdId : undefined;
    const of = sql`from invitation i where i.community_id = h.community_id and i.household_id = h.id`;
    const [mine] = await rows<Mine>(
      scope,
      sql`select json_build_object('household', h.id, 'building', b.name, 'entrance', e.no, 'door', u.door,
          'captain', ${hasCaptain(scope, sql`h`)}, 'quiet', ${wantsNoVisits(sql`h`)},
          'open', (select json_build_object('id', i.id, 'words', i.words, 'at', i.at) ${of}
            and ${waits(sql`i`)} order by i.id desc limit 1),
          'came', (select max(${keptAt(sql`i`)}) ${of} and i.taken_back_at is null)) as view
        from ${placed} where h.community_id = ${scope.communityId} and h.id = ${home ?? 0}`,
    );
    return mine && { ...mine, late: mine.open !== null && isLate(new Date(mine.open.at), scope.now) };
  },
});
