import { type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

type Database = NodePgDatabase;

/** What somebody who leaves may have open: `promise` to `opposition` are a person's, the rest an entrance's. */
export const HANDED_OVER = [
  ...(['promise', 'answer', 'plan', 'summary', 'opposition'] as const),
  ...(['doors', 'join', 'verdict'] as const),
] as const;
export type HandedOver = (typeof HANDED_OVER)[number];

/** One open thing; `item` is its name in the record: `promise-12`, `doors-3-7`. */
export interface OpenItem {
  item: string;
  kind: HandedOver;
  /** Of the proposal, the round, the building site or the request: its public number. */
  no: number;
  title: string;
  entranceId: number | null;
}

interface Leaving {
  personId: number;
  /** The entrance of a captain's grant; null for a role in the whole community. */
  entranceId: number | null;
  /** Whether this is the last role in the whole community the person has: what is theirs as staff goes with it. */
  lastStaff: boolean;
}

const over = sql`('withdrawn', 'declined', 'shelved')`;

const owned = (community: number): SQL => sql`
  select 'promise-' || c.id as item, 'promise' as kind, w.no, c.text as title, o.answered_by as owner, null::int as entrance
    from commitment c join works w on w.community_id = c.community_id and w.id = c.works_id
    join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
    join objection o on o.community_id = c.community_id and o.id = c.objection_id
    where c.community_id = ${community} and c.outcome is distinct from 'accepted' and p.state not in ${over}
  union all
  select 'answer-' || x.id, 'answer', p.no, x.wording, case x.state when 'answered' then x.answered_by else x.drawn_by end, null
    from objection x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and x.state in ('raised', 'acknowledged', 'answered') and x.merged_into is null
      and p.state not in ${over}
  union all
  select 'plan-' || x.id, 'plan', p.no, p.title, x.drafted_by, null
    from plan x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and x.state = 'draft' and p.state in ('consulting', 'redesign')
  union all
  select 'summary-' || x.id, 'summary', x.no, p.title, x.opened_by, null
    from round x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and p.state in ('consulting', 'redesign')
      and (x.state = 'open' or (x.state = 'closed' and x.summary = ''))
  union all
  select 'opposition-' || x.id, 'opposition', p.no, p.title, x.posted_by, null
    from notice x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and x.state = 'running' and exists (select 1 from notice_opposition y
      where y.community_id = x.community_id and y.notice_id = x.id and y.answered_at is null and y.replaced_at is null)`;

const atDoors = (community: number): SQL => sql`
  select distinct 'doors-' || x.id || '-' || h.entrance_id as item, 'doors' as kind, x.no, p.title, null::int as owner,
      h.entrance_id as entrance
    from round x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    join electorate e on e.community_id = x.community_id and e.round_id = x.id and e.asked
    join household h on h.community_id = e.community_id and h.id = e.household_id
    where x.community_id = ${community} and x.state = 'open' and not exists (select 1 from opinion o
      where o.community_id = x.community_id and o.round_id = x.id and o.household_id = h.id)
  union all
  select 'join-' || x.id, 'join', x.id, u.door, null, h.entrance_id
    from join_request x join household h on h.community_id = x.community_id and h.id = x.household_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
    where x.community_id = ${community} and x.state = 'requested'
  union all
  select distinct 'verdict-' || x.id || '-' || h.entrance_id, 'verdict', p.no, x.wording, null::int, h.entrance_id
    from objection x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    join objection_raiser r on r.community_id = x.community_id and r.objection_id = x.id and r.verdict is null
    join household h on h.community_id = r.community_id and h.id = r.household_id
    where x.community_id = ${community} and x.state = 'answered' and x.merged_into is null and p.state not in ${over}`;

/**
 * 交接: what is open with somebody who leaves. A promise made in answer to an objection and not yet accepted, answers
 * not given or not yet confirmed, drafts, rounds without a summary, opposition without an answer; of a captain, doors
 * still to be asked, requests to join and answers to be brought. What was handed over before belongs to its receiver.
 */
export async function openWith(db: Database, communityId: number, leaving: Leaving): Promise<OpenItem[]> {
  const { personId, entranceId, lastStaff } = leaving;
  const held =
    entranceId !== null
      ? sql`i.entrance = ${entranceId} and coalesce(h.receiver_id, ${personId}) = ${personId}`
      : lastStaff
        ? sql`coalesce(h.receiver_id, i.owner) = ${personId}`
        : sql`false`;
  const { rows } = await db.execute<OpenItem & Record<string, unknown>>(sql`
    select i.item, i.kind, i.no, i.title, i.entrance as "entranceId"
      from (${owned(communityId)} union all ${atDoors(communityId)}) i
      left join lateral (select receiver_id from handover h where h.community_id = ${communityId} and h.item = i.item
        order by h.id desc limit 1) h on true
     where ${held} order by array_position(array[${sql.join(
       HANDED_OVER.map((kind) => sql`${kind}::text`),
       sql`, `,
     )}], i.kind), i.no, i.item`);
  return rows.map(({ item, kind, no, title, entranceId: entrance }) => ({
    item,
    kind,
    no,
    title,
    entranceId: entrance,
  }));
}

/** The same of one grant, which the caller has locked or read at `now`. */
export async function openWithGrant(
  db: Database,
  grant: { communityId: number; id: number; personId: number; entranceId: number | null },
): Promise<OpenItem[]> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from grants where community_id = ${grant.communityId} and person_id = ${grant.personId}
      and entrance_id is null and id <> ${grant.id} and from_at <= moment()
      and (to_at is null or to_at > moment())`);
  const { personId, entranceId, communityId } = grant;
  return openWith(db, communityId, { personId, entranceId, lastStaff: (rows[0]?.n ?? 0) === 0 });
}

/**
 * Rows of what was left open by those whose last role in the whole community is over: the grant (`id`, `person_id`,
 * `role`, `to_at`), once for each thing.
 */
export const leftOpen = (community: number, now: Date): SQL => {
  const moment = sql`${now.toISOString()}::timestamptz`;
  return sql`(select g.id, g.person_id, g.role, g.to_at from (${owned(community)}) i
    left join lateral (select receiver_id from handover h where h.community_id = ${community} and h.item = i.item
      order by h.id desc limit 1) h on true
    join lateral (select * from grants g where g.community_id = ${community} and g.entrance_id is null
      and g.person_id = coalesce(h.receiver_id, i.owner) order by g.to_at desc nulls first limit 1) g
      on g.to_at <= ${moment})`;
};
