import { sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import type { Effect } from '@/features/proposals/rules';
import type { Gate } from '@/features/proposals/rules/gates';
import { fact, type Known, list } from '@/lib/facts';

export const scopingFacts = {
  ...baseFacts,
  groupsNamedBy: fact<number | null>(sql`proposal.groups_named_by`),
  groupsConfirmedBy: fact<number | null>(sql`proposal.groups_confirmed_by`),
  gates: fact<Gate[]>(
    list(sql`select json_agg(json_build_object('key', g.key, 'state', g.state, 'evidence', g.evidence,
        'decidedOn', g.decided_on, 'signer', g.signer_id) order by g.id)
      from legal_gate g where g.community_id = proposal.community_id and g.proposal_id = proposal.id`),
  ),
};
export type ScopingFacts = Known<typeof scopingFacts>;

/** The affected groups as named, and the households fixed when the consultation started. */
export const groupFacts = {
  groups: fact<{ id: number; name: string; effect: Effect }[]>(
    list(sql`select json_agg(json_build_object('id', g.id, 'name', g.name, 'effect', g.effect) order by g.position)
      from affected_group g where g.community_id = proposal.community_id and g.proposal_id = proposal.id`),
  ),
  households: fact<number>(sql`(select count(*) from group_household h
    where h.community_id = proposal.community_id and h.proposal_id = proposal.id)`),
};
