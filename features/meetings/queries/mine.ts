import { sql } from 'drizzle-orm';
import { pageAfter } from '@/lib/cursor';
import { personQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { comingTo, homeJoins, homeOf, itemsOf, spokeThere, thereOf, toldOf } from '../facts';
import type { Corrected, Item, Told } from './board';

const PAGE = 20;

/** A home, and whether it has said that it comes. */
export interface Asked {
  household: number;
  building: string;
  entrance: number;
  door: string;
  coming: boolean;
}

export interface OwnHome extends Asked {
  invited: boolean;
  there: boolean;
  /** What was written down for it there still stands. */
  spoke: boolean;
  /** They lived there by then: it is they who may put the minutes right. */
  livedThere: boolean;
  corrections: Omit<Corrected, 'building'>[];
}

/** A meeting for whoever is signed in: whether their households are asked to come and were there, and what they want put right. */
export const myMeeting = query({
  name: 'meetings.mine',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { who, communityId } = scope;
    if (who.kind !== 'person') return undefined;
    const homes = who.households.map(({ householdId }) => householdId);
    const [found] = await rows<Told & { items: Item[]; homes: OwnHome[] }>(
      scope,
      sql`select json_build_object(${toldOf}, 'items', ${itemsOf}, 'homes', coalesce((select json_agg(json_build_object(${homeOf},
            'coming', ${comingTo(sql`h.id`)}, 'there', ${thereOf(sql`h.id`)}, 'spoke', ${spokeThere(sql`m`, sql`h.id`)},
            'invited', exists (select from meeting_invited v where v.community_id = m.community_id and v.meeting_id = m.id
              and v.household_id = h.id),
            'livedThere', exists (select from residency r where r.community_id = h.community_id and r.household_id = h.id
              and r.person_id = ${who.personId} and r.to_at is null and r.from_at <= m.starts_at),
            'corrections', coalesce((select json_agg(json_build_object('no', c.no, 'position', i.position, 'words', c.words,
                'on', c.at, 'outcome', c.outcome, 'answer', c.answer) order by c.no) from meeting_correction c
              join meeting_item i on i.community_id = c.community_id and i.id = c.item_id
              where c.community_id = m.community_id and c.meeting_id = m.id and c.household_id = h.id
                and exists (select from residency r where r.community_id = h.community_id and r.household_id = h.id
                  and r.person_id = ${who.personId} and r.to_at is null and r.from_at <= m.starts_at)), '[]'::json)) order by h.id)
          from household h ${homeJoins}
          where h.community_id = m.community_id and h.id = any (${sql.param(homes)}::int[])), '[]'::json)) as view
        from meeting m where m.community_id = ${communityId} and m.no = ${no}`,
    );
    return found && { ...found, items: found.minutedAt ? found.items : withoutWords(found.items), now: scope.now };
  },
});

/** Until they are out nobody reads the minutes outside the office. */
const withoutWords = (items: readonly Item[]): Item[] =>
  items.map((one) => ({ ...one, said: '', decided: '', promises: [] }));

interface Mine extends Told {
  id: number;
  community: string;
  zh: string;
  en: string;
  there: boolean;
  homes: Asked[];
}

/** Meetings one's households are invited to, or were at, since one lives there: the latest first. */
export const myMeetings = personQuery({
  name: 'meetings.of_mine',
  read: async ({ db, personId, now }, { after }: { after: number | null }) => {
    const read = await rows<Mine>(
      { db },
      sql`select json_build_object(${toldOf}, 'id', m.id, 'community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'there', bool_or(${thereOf(sql`r.household_id`)}),
            'homes', json_agg(json_build_object(${homeOf}, 'coming', ${comingTo(sql`h.id`)}) order by h.id)) as view
        from residency r join household h on h.community_id = r.community_id and h.id = r.household_id ${homeJoins}
          join meeting m on m.community_id = r.community_id and m.starts_at >= r.from_at
          join community c on c.id = m.community_id
        where r.person_id = ${personId} and r.from_at <= ${now.toISOString()}::timestamptz
          and (r.to_at is null or r.to_at > ${now.toISOString()}::timestamptz)
          and (${thereOf(sql`r.household_id`)} or exists (select from meeting_invited v where v.community_id = m.community_id
            and v.meeting_id = m.id and v.household_id = r.household_id))
          ${after === null ? sql`` : sql`and m.id <= ${after}`}
        group by m.community_id, m.id, c.id order by m.id desc limit ${PAGE + 2}`,
    );
    return { ...(pageAfter(read, after, { size: PAGE, key: ({ id }) => id }) ?? { page: [], next: null }), now };
  },
});
