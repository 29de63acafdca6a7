import { type SQL, sql } from 'drizzle-orm';
import type { RecheckOutcome } from '@/db/words/opinions';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';

/** An opinion drawn to be asked again: who wrote it down and who was there may not do it. */
export interface RecheckFact {
  householdId: number;
  entranceId: number;
  recorder: number | null;
  witness: number | null;
  outcome: RecheckOutcome | null;
}

/** At the desk, where only those stand that nobody has taken yet. */
interface Waiting extends RecheckFact {
  /** The number of its round. */
  round: number;
  at: Date;
}

type Met = SQL<{ id: number; no: number } | null>;

/** The last meeting on whose list `household` stands and at which a proposal was talked over while it was asked about. */
export const metWhile = (asked: SQL): Met => sql`(select json_build_object('id', m.id, 'no', m.no)
  from ${asked} asked join meeting_item i on i.community_id = household.community_id and i.proposal_id = asked.proposal_id
    join meeting m on m.community_id = i.community_id and m.id = i.meeting_id
    join attendance a on a.community_id = m.community_id and a.meeting_id = m.id
  where a.household_id = household.id and a.struck_at is null and m.cancelled_at is null and m.ends_at > asked.opens_at
  order by m.starts_at desc limit 1)`;

export const metAbout = (roundId: number): Met =>
  metWhile(
    sql`(select r.proposal_id, r.opens_at from round r where r.community_id = household.community_id and r.id = ${roundId})`,
  );

export const recheckFacts = {
  /** Second looks nobody has taken yet, of rounds that hold, the newest round first; they end with the signature. */
  rechecks: fact<Waiting[], Texts<Waiting>[]>(
    list(sql`select json_agg(json_build_object('round', r.no, 'householdId', h.id, 'entranceId', h.entrance_id,
        'recorder', o.recorder_id, 'witness', o.witness_id, 'outcome', x.outcome, 'at', x.drawn_at)
        order by r.k desc, x.id) from round r
      join opinion o on o.community_id = r.community_id and o.round_id = r.id
      join recheck x on x.community_id = o.community_id and x.opinion_id = o.id
      join household h on h.community_id = o.community_id and h.id = o.household_id
      where r.community_id = proposal.community_id and r.proposal_id = proposal.id and r.state <> 'void'
        and x.outcome is null and proposal.state in ('consulting', 'redesign', 'agreed', 'noticed')`),
    (rows) => rows.map((row) => dated<Waiting>(row, 'at')),
  ),
};
export type RecheckFacts = Known<typeof recheckFacts>;
