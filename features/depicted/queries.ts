import { sql } from 'drizzle-orm';
import type { DepictedAnswer } from '@/db/words/pictures';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { buildingNamed, wantsNoVisits } from '@/features/people/facts';
import { pageAfter } from '@/lib/cursor';
import { personQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayReadDepicted } from './policy';

const PAGE = 20;

interface Named {
  id: number;
  picture: number;
  people: string;
  answer: DepictedAnswer | null;
  building: string;
  entrance: number;
  door: string;
}

/** Of `d`, with its home: whose they are. */
const namedOf = sql`'id', d.id, 'picture', d.picture_id, 'people', d.people, 'answer', d.answer,
  'building', ${buildingNamed('b')}, 'entrance', e.no, 'door', u.door`;
const homes = sql`join household h on h.community_id = d.community_id and h.id = d.household_id
  join unit u on u.community_id = h.community_id and u.id = h.unit_id
  join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
  join building b on b.community_id = h.community_id and b.id = h.building_id`;
/** Of a picture `x`: what it is of. */
const occasions = sql`join occasion o on o.community_id = x.community_id and o.id = x.subject_id and x.subject = 'occasion'
  join programme p on p.community_id = o.community_id and p.id = o.programme_id`;

/** A date, and who is on the pictures of it. */
export const deskDepicted = query({
  name: 'depicted.desk',
  allow: (who, _: { no: number }) => mayReadDepicted(who),
  read: async (scope, { no }) => {
    const [one] = await rows<{
      id: number;
      title: string;
      place: string;
      startsAt: string;
      held: boolean;
      named: Named[];
    }>(
      scope,
      sql`select json_build_object('id', o.id, 'title', p.title, 'place', p.place, 'startsAt', o.starts_at,
          'held', o.cancelled_at is null and o.starts_at <= ${scope.now.toISOString()}::timestamptz,
          'named', coalesce((select json_agg(json_build_object(${namedOf}) order by d.id) from picture x
            join depicted d on d.community_id = x.community_id and d.picture_id = x.id ${homes}
            where x.community_id = o.community_id and x.subject = 'occasion' and x.subject_id = o.id), '[]'::json)) as view
        from occasion o join programme p on p.community_id = o.community_id and p.id = o.programme_id
        where o.community_id = ${scope.communityId} and o.no = ${no}`,
    );
    return one && { ...one, who: scope.who };
  },
});

interface Asked extends Named {
  title: string;
  on: string;
  /** It wants no visits. */
  quiet: boolean;
}

/** Homes of one's entrances that are on pictures, the last asked first. */
export const doorDepicted = query({
  name: 'depicted.door',
  allow: (who, _: { after: number | null }) => mayGoRound(who),
  read: async (scope, { after }) => {
    const own = entrancesOf(scope.who);
    const mine = own === 'all' ? sql`true` : sql`h.entrance_id = any (${sql.param(own ?? [])}::integer[])`;
    const read = await rows<Asked>(
      scope,
      sql`select json_build_object(${namedOf}, 'title', p.title, 'on', o.starts_at, 'quiet', ${wantsNoVisits(sql`h`)}) as view
        from depicted d ${homes} join picture x on x.community_id = d.community_id and x.id = d.picture_id ${occasions}
        where d.community_id = ${scope.communityId} and ${mine} ${after === null ? sql`` : sql`and d.id <= ${after}`}
        order by d.id desc limit ${PAGE + 2}`,
    );
    return pageAfter(read, after, { size: PAGE, key: ({ id }) => id });
  },
});

export interface Mine {
  id: number;
  picture: number;
  community: string;
  title: string;
  on: string;
  people: string;
  caption: string;
  answer: DepictedAnswer | null;
  hangs: boolean;
  /** It can be looked at: nobody has said no. */
  seen: boolean;
  width: number;
  height: number;
}

/** Pictures with somebody of one's homes on them, since one lives there: the last first. */
export const myDepicted = personQuery({
  name: 'depicted.mine',
  read: async ({ db, personId, now }, { after }: { after: number | null }) => {
    const moment = sql`${now.toISOString()}::timestamptz`;
    const read = await rows<Mine>(
      { db },
      sql`select json_build_object('id', d.id, 'picture', x.id, 'community', c.slug, 'title', p.title, 'on', o.starts_at,
          'people', d.people, 'caption', x.caption, 'answer', d.answer, 'hangs', x.on_board,
          'seen', x.on_board or (x.refused_reason is null and not exists (select from depicted n
            where n.community_id = x.community_id and n.picture_id = x.id and n.answer = 'no')),
          'width', x.small_width, 'height', x.small_height) as view
        from residency r join depicted d on d.community_id = r.community_id and d.household_id = r.household_id
          join picture x on x.community_id = d.community_id and x.id = d.picture_id ${occasions}
          join community c on c.id = d.community_id
        where r.person_id = ${personId} and r.from_at <= ${moment} and (r.to_at is null or r.to_at > ${moment})
          and o.starts_at >= r.from_at ${after === null ? sql`` : sql`and d.id <= ${after}`}
        order by d.id desc limit ${PAGE + 2}`,
    );
    return pageAfter(read, after, { size: PAGE, key: ({ id }) => id }) ?? { page: [], next: null };
  },
});
