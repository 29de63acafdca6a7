import { type SQL, sql } from 'drizzle-orm';
import type { SignUpState } from '@/db/words/programmes';
import { buildingNamed } from '@/features/people/facts';
import { pageAfter } from '@/lib/cursor';
import { personQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { toldOf } from '../facts';
import type { Told } from './board';

const PAGE = 30;

/** A household's own place. */
export interface OwnPlace {
  signUp: number;
  household: number;
  ticket: number;
  heads: number;
  slot: number;
  state: SignUpState;
  came: boolean | null;
  feedback: string;
  /** So many people wait before it. */
  before: number;
}

interface Home {
  household: number;
  building: string;
  entrance: number;
  door: string;
  place: OwnPlace | null;
}

/** As whoever signs up reads it: how much is free, where so many can come that it tells of nobody. */
export interface Offered extends Told {
  words: string;
  places: number;
  /** Of each slot: whether there is room. */
  free: boolean[];
  homes: Home[];
}

/** The place of a household, for whoever lived there by when it was on: attendance and words are not the flat's. */
const placeOf = (
  h: SQL,
  person: number,
) => sql`(select json_build_object('signUp', s.id, 'household', s.household_id, 'ticket', s.ticket,
    'heads', s.heads, 'slot', s.slot, 'state', s.state, 'came', s.came, 'feedback', s.feedback,
    'before', (select count(*) from sign_up w where w.community_id = s.community_id and w.occasion_id = s.occasion_id
      and w.slot = s.slot and w.state = 'waiting' and w.id < s.id)) from sign_up s
  where s.community_id = o.community_id and s.occasion_id = o.id and s.household_id = ${h} and s.state <> 'withdrawn'
    and exists (select from residency r where r.community_id = o.community_id and r.household_id = ${h}
      and r.person_id = ${person} and r.to_at is null and r.from_at <= o.starts_at))`;

/** Of each slot of `o`, whether there is room and nobody waits for it. */
export const freeSlots = sql`(select json_agg(not exists (select from sign_up w where w.community_id = o.community_id
      and w.occasion_id = o.id and w.slot = n.slot and w.state = 'waiting')
    and (select coalesce(sum(t.heads), 0) from sign_up t where t.community_id = o.community_id and t.occasion_id = o.id
      and t.slot = n.slot and t.state = 'taken') < o.places order by n.slot)
  from generate_series(0, o.slots - 1) n(slot))`;

/** One date, for whoever is signed in: what is free, and what their own households have. */
export const myOccasion = query({
  name: 'programmes.mine',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { who } = scope;
    const homes = who.kind === 'person' ? who.households.map(({ householdId }) => householdId) : [];
    const me = who.kind === 'person' ? who.personId : 0;
    const [found] = await rows<Offered>(
      scope,
      sql`select json_build_object(${toldOf}, 'words', p.words, 'places', o.places, 'free', ${freeSlots},
          'homes', coalesce((select json_agg(json_build_object('household', h.id, 'building', ${buildingNamed('b')}, 'entrance', e.no,
              'door', u.door, 'place', ${placeOf(sql`h.id`, me)}) order by h.id)
            from household h join unit u on u.community_id = h.community_id and u.id = h.unit_id
              join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
              join building b on b.community_id = h.community_id and b.id = h.building_id
            where h.community_id = o.community_id and h.id = any (${sql.param(homes)}::int[])), '[]')) as view
        from occasion o join programme p on p.community_id = o.community_id and p.id = o.programme_id
        where o.community_id = ${scope.communityId} and o.no = ${no}`,
    );
    return found && { ...found, now: scope.now };
  },
});

interface Mine extends Told {
  id: number;
  community: string;
  zh: string;
  en: string;
  heads: number;
  slot: number;
  state: SignUpState;
  over: boolean;
}

/** What one's households have signed up for that is on since one lives there: what is to come, the next first, then what was. */
export const myProgrammes = personQuery({
  name: 'programmes.of_mine',
  read: async ({ db, personId, now }, { after }: { after: number | null }) => {
    const moment = sql`${now.toISOString()}::timestamptz`;
    const at = (o: SQL, s: SQL) => sql`${o}.ends_at <= ${moment},
      case when ${o}.ends_at <= ${moment} then -extract(epoch from ${o}.starts_at) else extract(epoch from ${o}.starts_at) end, ${s}.id`;
    const read = await rows<Mine>(
      { db },
      sql`select json_build_object(${toldOf}, 'id', s.id, 'community', c.slug, 'zh', c.name_zh, 'en', c.name_en,
          'heads', s.heads, 'slot', s.slot, 'state', s.state, 'over', o.ends_at <= ${moment}) as view
        from residency r join sign_up s on s.community_id = r.community_id and s.household_id = r.household_id
          join occasion o on o.community_id = s.community_id and o.id = s.occasion_id and o.starts_at >= r.from_at
          join programme p on p.community_id = o.community_id and p.id = o.programme_id
          join community c on c.id = s.community_id
        where r.person_id = ${personId} and r.from_at <= ${moment} and (r.to_at is null or r.to_at > ${moment})
          ${
            after === null
              ? sql``
              : sql`and (${at(sql`o`, sql`s`)}) >= (select ${at(sql`y`, sql`x`)} from sign_up x
                  join occasion y on y.community_id = x.community_id and y.id = x.occasion_id where x.id = ${after})`
          }
        order by ${at(sql`o`, sql`s`)} limit ${PAGE + 2}`,
    );
    return pageAfter(read, after, { size: PAGE, key: (row) => row.id }) ?? { page: [], next: null };
  },
});
