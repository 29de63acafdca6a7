import { sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import { groupFacts, scopingFacts } from '@/features/scoping/facts';
import { keptOver } from '@/features/siteplan/facts';
import { type Kept, keptShapes } from '@/features/siteplan/rules';
import type { Shape } from '@/features/siteplan/rules/shapes';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import type { Change, Clause, Materiality, Reason } from './rules';
import type { Asked } from './rules/followed';

export interface PlanFact {
  version: number;
  title: string;
  state: 'draft' | 'published';
  draftedAt: Date;
  clauses: Clause[];
  changes: Change[];
  materiality: Materiality[];
  /** What it draws over the site; null: nothing. */
  drawing: Drawing | null;
}

interface Drawing {
  /** Over which version of which compound's site plan. */
  site: { compound: number; version: number; hash: string };
  shapes: Shape[];
}

type Loaded = Omit<Texts<PlanFact>, 'changes' | 'drawing'> & {
  drawing: { site: Drawing['site']; shapes: string } | null;
  changes: { clause: number; objections: number[]; gate: string | null; technical: string }[];
};

function changeOf({ clause, objections, gate, technical }: Loaded['changes'][number]): Change {
  const reasons: Reason[] = objections.map((objection) => ({ kind: 'objection', objection }));
  if (gate) reasons.push({ kind: 'gate', gate });
  if (technical) reasons.push({ kind: 'technical', text: technical });
  return { clause, reasons };
}

/** What the row `plan` draws over the site, and what the version published before it drew; null where it draws nothing. */
export const drawnColumn = sql<Kept | null>`(select ${keptOver(sql`(select e.shapes from plan_drawing e
      join plan b on b.community_id = e.community_id and b.id = e.plan_id
      where b.community_id = plan.community_id and b.proposal_id = plan.proposal_id and b.version < plan.version
        and b.state = 'published' order by b.version desc limit 1)`)}
  from plan_drawing d join site_plan s on s.community_id = d.community_id and s.id = d.site_plan_id
  where d.community_id = plan.community_id and d.plan_id = plan.id)`;

const plans = list(sql`select json_agg(json_build_object('version', x.version, 'title', x.title, 'state', x.state,
    'draftedAt', x.drafted_at,
    'clauses', ${list(sql`select json_agg(json_build_object('no', c.no, 'text', c.text) order by c.no) from clause c
      where c.community_id = proposal.community_id and c.plan_id = x.id`)},
    'changes', ${list(sql`select json_agg(json_build_object('clause', c.clause_no, 'objections', c.objection_ids,
        'gate', (select g.key from legal_gate g where g.community_id = proposal.community_id and g.id = c.legal_gate_id),
        'technical', c.technical_reason) order by c.clause_no, c.id) from plan_change c where c.community_id = proposal.community_id and c.plan_id = x.id`)},
    'materiality', ${list(sql`select json_agg(json_build_object('group', m.group_id, 'material', m.material,
        'judgedBy', m.judged_by, 'confirmedBy', m.confirmed_by) order by m.group_id) from plan_materiality m
      where m.community_id = proposal.community_id and m.plan_id = x.id`)},
    'drawing', (select json_build_object('shapes', d.shapes, 'site', json_build_object('compound', s.compound_id,
        'version', s.version, 'hash', encode(s.hash, 'hex'))) from plan_drawing d
      join site_plan s on s.community_id = d.community_id and s.id = d.site_plan_id
      where d.community_id = proposal.community_id and d.plan_id = x.id)) order by x.version desc)
  from (select * from plan x where x.community_id = proposal.community_id and x.proposal_id = proposal.id order by x.version desc limit 2) x`);

/** An objection that stands by itself, as a change may name it. */
interface Citable {
  id: number;
  no: number;
  answered: boolean;
}

/** The newest list of what households ask for. */
const asked = sql`(select json_build_object('id', l.id, 'version', l.version, 'budget', l.budget,
    'conditions', ${list(sql`select json_agg(json_build_object('no', c.no, 'text', c.text, 'cost', c.cost) order by c.no)
      from listed_condition c where c.community_id = l.community_id and c.list_id = l.id`)},
    'clashes', ${list(sql`select json_agg(json_build_object('nos', c.nos, 'why', c.why) order by c.position)
      from condition_clash c where c.community_id = l.community_id and c.list_id = l.id`)})
  from condition_list l where l.community_id = proposal.community_id and l.proposal_id = proposal.id
  order by l.version desc limit 1)`;

export const planFacts = {
  ...baseFacts,
  groups: groupFacts.groups,
  gates: scopingFacts.gates,
  /** The two newest versions, the newest first. */
  plans: fact<PlanFact[], Loaded[]>(plans, (rows) =>
    rows.map((row) => ({
      ...dated<PlanFact>({ ...row, changes: [], drawing: null }, 'draftedAt'),
      changes: row.changes.map(changeOf),
      drawing: row.drawing && { ...row.drawing, shapes: keptShapes(row.drawing.shapes) },
    })),
  ),
  /** Conditions as they were last marked; null: nobody has marked any. */
  asked: fact<Asked | null>(asked),
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
