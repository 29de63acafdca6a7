import { sql } from 'drizzle-orm';
import { dated, fact, list, type Texts } from '@/lib/facts';

/** An opinion drawn to be asked again: who wrote it down and who was there may not do it. */
export interface RecheckFact {
  /** The number of its round. */
  round: number;
  recorder: number | null;
  witness: number | null;
  at: Date;
}

export const recheckFacts = {
  /** Second looks nobody has taken yet, of rounds that hold, the newest round first. */
  rechecks: fact<RecheckFact[], Texts<RecheckFact>[]>(
    list(sql`select json_agg(json_build_object('round', r.no, 'recorder', o.recorder_id, 'witness', o.witness_id,
        'at', x.drawn_at) order by r.k desc, x.id) from round r
      join opinion o on o.community_id = r.community_id and o.round_id = r.id
      join recheck x on x.community_id = o.community_id and x.opinion_id = o.id
      where r.community_id = proposal.community_id and r.proposal_id = proposal.id and r.state <> 'void'
        and x.outcome is null`),
    (rows) => rows.map((row) => dated<RecheckFact>(row, 'at')),
  ),
};
