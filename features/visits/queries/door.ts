import { type SQL, sql } from 'drizzle-orm';
import type { NeedState, VisitPurpose, VisitReason } from '@/db/words/visits';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import { looksAfter } from '@/features/stewards/facts';
import { has } from '@/lib/actor';
import { daysAfter, shanghaiDate } from '@/lib/calendar';
import { maybeMoment } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { asksForNone, homeOf, lastMet, placed } from '../facts';
import { COMFORTED_DAYS, FALL_DAYS, NEW_DAYS, reasonsFor, UNSEEN_DAYS } from '../rules';

/** So many homes worth a visit are named at once. */
const MOST = 12;

export interface HomeName {
  household: number;
  building: string;
  entrance: number;
  door: string;
}

export interface Planned extends HomeName {
  purpose: VisitPurpose;
  reason: VisitReason;
  day: string;
  visitor: string;
  /** Whoever was to go goes to that entrance no more. */
  gone: boolean;
}

export const me = ({ who }: Pick<Scope, 'who'>) => (who.kind === 'person' ? who.personId : 0);

/** Homes at the entrances of whoever goes round. */
export const atMine = ({ who }: Pick<Scope, 'who'>): SQL => {
  const own = entrancesOf(who) ?? [];
  return own === 'all' ? sql`true` : sql`h.entrance_id = any (${sql.param(own)}::integer[])`;
};

/** Whoever visit `v` is planned for goes to the entrance of home `h` no more: neither for an office nor in the team. */
export const goesNoMore = (now: Date): SQL => {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const inTeam = { c: sql`h.community_id`, personId: sql`v.visitor_id`, entrance: sql`h.entrance_id`, now };
  return sql`not (${looksAfter(inTeam)} or exists (select from grants g where g.community_id = h.community_id
    and g.person_id = v.visitor_id and g.from_at <= ${moment} and (g.to_at is null or g.to_at > ${moment})
    and (g.role = 'social-worker' or g.role = 'captain' and g.entrance_id = h.entrance_id)))`;
};

export const planned = ({ communityId, now, ...scope }: Pick<Scope, 'db' | 'communityId' | 'now'>, which: SQL) =>
  rows<Planned>(
    scope,
    sql`select json_build_object(${homeOf}, 'purpose', v.purpose, 'reason', v.reason, 'day', v.planned_for,
        'visitor', coalesce(p.name, ''), 'gone', ${goesNoMore(now)}) as view
      from ${placed} join home_visit v on v.community_id = h.community_id and v.household_id = h.id
        join person p on p.id = v.visitor_id
      where h.community_id = ${communityId} and v.outcome is null and v.dropped_at is null and ${which}
      order by v.planned_for, h.id limit 100`,
  );

interface SeenRow extends HomeName {
  met: string | null;
  moved: string | null;
  fell: string | null;
  comforted: string | null;
}
export interface Suggested extends HomeName {
  met: Date | null;
  reasons: VisitReason[];
}

/** A fall is told by the words of a case: those who read cases alone are told, and of one that is against nobody here. */
const fell = sql`(select max(c.received_at) from cases c join case_content k on k.community_id = c.community_id
  and k.case_id = c.id where c.community_id = h.community_id and c.household_id = h.id and c.against_id is null
  and c.against_agency_id is null and (c.title ~ '摔|跌' or k.words ~ '摔|跌'))`;

/** Homes that something speaks for; the longest unseen alone at one's own entrances. */
async function suggested(scope: Scope): Promise<Suggested[]> {
  const { communityId, who, now } = scope;
  const worker = has(who, 'social-worker');
  const ago = (days: number) => sql`${daysAfter(now, -days).toISOString()}::timestamptz`;
  const found = await rows<SeenRow>(
    scope,
    sql`select row_to_json(x) as view from (
        select h.id as household, b.name as building, e.no as entrance, u.door, ${lastMet} as met,
          (select max(r.from_at) from residency r where r.community_id = h.community_id and r.household_id = h.id
            and r.to_at is null) as moved,
          ${worker ? fell : sql`null::timestamptz`} as fell,
          (select max(v.visited_at) from home_visit v where v.community_id = h.community_id and v.household_id = h.id
            and v.outcome = 'met' and v.purpose = 'comfort') as comforted
        from ${placed} where h.community_id = ${communityId} and ${atMine(scope)} and not ${asksForNone}
          and not exists (select from home_visit v where v.community_id = h.community_id and v.household_id = h.id
            and v.outcome is null and v.dropped_at is null)) x
      where x.fell > ${ago(FALL_DAYS)} or x.moved > ${ago(NEW_DAYS)} or x.comforted > ${ago(COMFORTED_DAYS)}
        ${worker ? sql`` : sql`or x.met is null or x.met <= ${ago(UNSEEN_DAYS)}`}
      order by (x.fell > ${ago(FALL_DAYS)}) desc nulls last, (x.moved > ${ago(NEW_DAYS)}) desc nulls last,
        x.comforted desc nulls last, x.met nulls first, x.household limit 60`,
  );
  return found
    .map(({ met, moved, fell: fallen, comforted, ...home }) => {
      const seen = {
        met: maybeMoment(met),
        moved: maybeMoment(moved),
        fell: maybeMoment(fallen),
        comforted: maybeMoment(comforted),
      };
      return { ...home, met: seen.met, reasons: reasonsFor(seen, now) };
    })
    .filter(({ reasons }) => reasons.some((one) => !worker || one !== 'unseen'))
    .slice(0, MOST);
}

export interface Task extends HomeName {
  id: number;
  wording: string;
  state: NeedState;
  due: string | null;
  owner: string | null;
}

export const tasks = ({ communityId, ...scope }: Pick<Scope, 'db' | 'communityId'>, which: SQL, limit = 50) =>
  rows<Task>(
    scope,
    sql`select json_build_object(${homeOf}, 'id', n.id, 'wording', n.wording, 'state', n.state, 'due', n.due_on,
        'owner', p.name) as view
      from ${placed} join need n on n.community_id = h.community_id and n.household_id = h.id
        left join person p on p.id = n.owner_id
      where h.community_id = ${communityId} and n.state in ('open', 'answered') and ${which}
      order by (n.owner_id is null) desc, n.due_on nulls first, n.id limit ${limit}`,
  );

/** What is mine to visit and to see to, whom it is worth visiting, and the entrances I go to. */
export const doorVisits = query({
  name: 'visits.door',
  allow: mayGoRound,
  read: async (scope) => ({
    today: shanghaiDate(scope.now),
    planned: await planned(scope, sql`v.visitor_id = ${me(scope)}`),
    tasks: await tasks(scope, sql`n.owner_id = ${me(scope)}`),
    suggested: await suggested(scope),
    entrances: await rows<{ id: number; building: string; entrance: number; homes: number }>(
      scope,
      sql`select json_build_object('id', e.id, 'building', b.name, 'entrance', e.no, 'homes', count(*)) as view
        from ${placed} where h.community_id = ${scope.communityId} and ${atMine(scope)}
        group by e.id, e.no, b.id, b.name order by length(b.name), b.name, e.no limit 500`,
    ),
  }),
});

/** The homes of an entrance, with when each was last met. */
export const doorEntrance = query({
  name: 'visits.entrance',
  allow: (who, _: { entrance: number }) => mayGoRound(who),
  read: async (scope, { entrance }) => {
    const homes = await rows<HomeName & { met: string | null; quiet: boolean }>(
      scope,
      sql`select json_build_object(${homeOf}, 'met', ${lastMet}, 'quiet', ${asksForNone}) as view
        from ${placed} where h.community_id = ${scope.communityId} and e.id = ${entrance} and ${atMine(scope)}
        order by length(u.door), u.door limit 500`,
    );
    return homes.length > 0 ? { homes } : undefined;
  },
});
