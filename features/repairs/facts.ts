import { sql } from 'drizzle-orm';
import { proposalFacts } from '@/features/proposals/facts';
import { scopingFacts } from '@/features/scoping/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import type { Counts } from './rules';

export interface RepairFact {
  id: number;
  what: string;
  warranty: number;
  openedBy: number;
  openedAt: Date;
  /** Null: nobody has seen the list a second time. */
  startedAt: Date | null;
  counts: Counts;
  /** Who had a part in making the list. */
  makers: number[];
  /** Who lives in a home on it. */
  people: number[];
  batches: { no: number; contractor: string; from: string; to: string; homes: number }[];
  /** A fingerprint of which homes are on it, and in which batch; empty: none. */
  homes: string;
  /** In no batch yet. */
  loose: number;
}

/** What hangs on the board of a matter that is done home by home. */
export interface Batches {
  what: string;
  warranty: number;
  batches: readonly {
    no: number;
    contractor: string;
    from: string;
    to: string;
    units: number | null;
    repaired: number | null;
    asked: boolean;
    good: number | null;
  }[];
}

const running = sql`(select json_build_object('id', r.id, 'what', r.what, 'warranty', r.warranty, 'openedBy', r.opened_by,
    'openedAt', r.opened_at, 'startedAt', r.started_at,
    'counts', (select json_build_object(
        'reported', count(*) filter (where u.state = 'reported'), 'looked', count(*) filter (where u.state = 'looked'),
        'repaired', count(*) filter (where u.state = 'repaired'), 'confirmed', count(*) filter (where u.state = 'confirmed'),
        'refused', count(*) filter (where u.state = 'refused'), 'dropped', count(*) filter (where u.state = 'dropped'))
      from repair_unit u where u.community_id = r.community_id and u.repair_id = r.id),
    'loose', (select count(*) from repair_unit u where u.community_id = r.community_id and u.repair_id = r.id
      and u.batch_id is null and u.state <> 'dropped'),
    'makers', (select coalesce(json_agg(distinct e.person_id), '[]') from proposal_event e where e.community_id = r.community_id
      and e.proposal_id = r.proposal_id and e.kind in ('repair_opened', 'repair_listed', 'repair_batch') and e.person_id is not null),
    'people', (select coalesce(json_agg(distinct v.person_id), '[]') from repair_unit u join residency v
        on v.community_id = u.community_id and v.household_id = u.household_id and v.to_at is null
      where u.community_id = r.community_id and u.repair_id = r.id and u.state <> 'dropped'),
    'batches', ${list(sql`select json_agg(json_build_object('no', b.no, 'contractor', b.contractor, 'from', b.from_day,
        'to', b.to_day, 'homes', (select count(*) from repair_unit u where u.community_id = b.community_id and u.batch_id = b.id))
        order by b.no) from repair_batch b where b.community_id = r.community_id and b.repair_id = r.id`)},
    'homes', (select coalesce(md5(string_agg(u.household_id || ':' || coalesce(u.batch_id, 0), ',' order by u.household_id)), '')
      from repair_unit u where u.community_id = r.community_id and u.repair_id = r.id and u.state <> 'dropped'))
  from repair r where r.community_id = proposal.community_id and r.proposal_id = proposal.id)`;

export const repairFacts = {
  ...proposalFacts,
  gates: scopingFacts.gates,
  /** Null: it is not done household by household. */
  repair: fact<RepairFact | null, Texts<RepairFact> | null>(
    running,
    (row) => row && dated<RepairFact>(row, 'openedAt', 'startedAt'),
  ),
};
export type RepairFacts = Known<typeof repairFacts>;

/** Of a home `repair_unit`: whether how it is was written down for it, and stands. */
export const recordedUnit = sql<boolean>`coalesce((select x.recorder_id is not null from repair_step x
  where x.community_id = repair_unit.community_id and x.unit_id = repair_unit.id and x.step in ('confirmed', 'refused')
  order by x.id desc limit 1), false)`;

/** The day it was repaired last, and what was done; null: it was not yet. */
export const repairedUnit = sql<string | null>`(select concat_ws(' ', x.day, nullif(x.note, '')) from repair_step x
  where x.community_id = repair_unit.community_id and x.unit_id = repair_unit.id and x.step = 'repaired'
  order by x.id desc limit 1)`;
