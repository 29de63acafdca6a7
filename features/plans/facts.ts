import { sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import { groupFacts, scopingFacts } from '@/features/scoping/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import type { Change, Clause, Materiality, Reason } from './rules';

export interface PlanFact {
  version: number;
  title: string;
  state: 'draft' | 'published';
  draftedAt: Date;
  clauses: Clause[];
  changes: Change[];
  materiality: Materiality[];
}

type Loaded = Omit<Texts<PlanFact>, 'changes'> & {
  changes: { clause: number; objections: number[]; gate: string | null; technical: string }[];
};

function changeOf({ clause, objections, gate, technical }: Loaded['changes'][number]): Change {
  const reasons: Reason[] = objections.map((objection) => ({ kind: 'objection', objection }));
  if (gate) reasons.push({ kind: 'gate', gate });
  if (technical) reasons.push({ kind: 'technical', text: technical });
  return { clause, reasons };
}

const plans = list(sql`select json_agg(json_build_object('version', x.version, 'title', x.title, 'state', x.state,
    'draftedAt', x.drafted_at,
    'clauses', ${list(sql`select json_agg(json_build_object('no', c.no, 'text', c.text) order by c.no) from clause c
      where c.community_id = proposal.community_id and c.plan_id = x.id`)},
    'changes', ${list(sql`select json_agg(json_build_object('clause', c.clause_no, 'objections', c.objection_ids,
        'gate', (select g.key from legal_gate g where g.community_id = proposal.community_id and g.id = c.legal_gate_id),
        'technical', c.technical_reason) order by c.clause_no, c.id) from plan_change c where c.community_id = proposal.community_id and c.plan_id = x.id`)},
    'materiality', ${list(sql`select json_agg(json_build_object('group', m.group_id, 'material', m.material,
        'judgedBy', m.judged_by, 'confirmedBy', m.confirmed_by) order by m.group_id) from plan_materiality m
      where m.community_id = proposal.community_id and m.plan_id = x.id`)}) order by x.version desc)
  from (select * from plan x where x.community_id = proposal.community_id and x.proposal_id = proposal.id order by x.version desc limit 2) x`);

/** An objection that stands by itself, as a change may name it. */
interface Citable {
  id: number;
  no: number;
  answered: boolean;
}

export const planFacts = {
  ...baseFacts,
  groups: groupFacts.groups,
  gates: scopingFacts.gates,
  /** The two newest versions, the newest first. */
  plans: fact<PlanFact[], Loaded[]>(plans, (rows) =>
    rows.map((row) => ({
      ...dated<PlanFact>({ ...row, changes: [] }, 'draftedAt'),
      changes: row.changes.map(changeOf),
    })),
  ),
  /** A round is under way. */
  running: fact<boolean>(sql`exists (select 1 from round r where r.community_id = proposal.community_id
    and r.proposal_id = proposal.id and r.state = 'open')`),
  citable: fact<Citable[]>(
    list(sql`select json_agg(json_build_object('id', x.id, 'no', x.no,
        'answered', x.state not in ('raised', 'acknowledged')) order by x.no) from objection x
      where x.community_id = proposal.community_id and x.proposal_id = proposal.id and x.merged_into is null`),
  ),
};
export type PlanFacts = Known<typeof planFacts>;
