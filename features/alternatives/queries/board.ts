import { type SQL, sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import type { Effect } from '@/db/words/scoping';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { drawnOf } from './drawn';

const list = (what: SQL) => sql`coalesce((${what}), '[]'::json)`;

export interface BoardAlternative {
  id: number;
  position: number;
  title: string;
  summary: string;
  cost: number;
  costNote: string;
  clauses: { no: number; text: string }[];
  drawings: { id: number; caption: string; width: number; height: number }[];
  proposed: boolean | null;
  heard: boolean | null;
  weakest: number[];
  groups: {
    id: number;
    name: string;
    effect: Effect;
    why: string;
    households: number;
    reached: number;
    published: { kinds: string[]; count: number }[] | null;
    takes: number | null;
    agrees: boolean | null;
  }[];
}

export interface BoardComparison {
  no: number;
  title: string;
  state: ProposalState;
  opensAt: string;
  closesAt: string;
  closedAt: string | null;
  alternatives: BoardAlternative[];
  choice: { position: number; proposed: boolean; reason: string; at: string } | null;
}

const groups = list(sql`select json_agg(json_build_object('id', g.id, 'name', g.name, 'effect', g.effect, 'why', g.why,
    'households', g.households, 'reached', g.reached, 'published', l.published, 'takes', l.takes_published,
    'agrees', l.agrees) order by g.position)
  from alternative_group g left join alternative_cell l on l.community_id = g.community_id
    and l.alternative_id = g.alternative_id and l.group_id = g.id
  where g.community_id = a.community_id and g.alternative_id = a.id`);

const drawings = list(sql`select json_agg(json_build_object('id', x.id, 'caption', x.caption, 'width', x.small_width,
    'height', x.small_height) order by x.position, x.id)
  from picture x where x.community_id = a.community_id and x.on_board
    and ((x.subject = 'alternative' and x.subject_id = a.id)
      or (x.subject = 'plan' and x.subject_id in (select p2.id from plan p2 where p2.community_id = a.community_id
        and p2.proposal_id = p.id and p2.version = 1 and p2.hash = a.hash)))`);

/** The live comparison of the proposal `p`; null where there is none. */
export const comparisonOf = sql`(select json_build_object('no', p.no, 'title', p.title, 'state', p.state,
    'opensAt', c.opens_at, 'closesAt', c.closes_at, 'closedAt', c.closed_at,
    'choice', (select json_build_object('position', a.position, 'proposed', h.proposed, 'reason', h.reason, 'at', h.at)
      from alternative_choice h join alternative a on a.community_id = h.community_id and a.id = h.alternative_id
      where h.community_id = c.community_id and h.comparison_id = c.id),
    'alternatives', ${list(sql`select json_agg(json_build_object('id', a.id, 'position', a.position, 'title', a.title,
        'summary', a.summary, 'cost', a.cost, 'costNote', a.cost_note,
        'clauses', ${list(sql`select json_agg(json_build_object('no', l.no, 'text', l.text) order by l.no)
          from alternative_clause l where l.community_id = a.community_id and l.alternative_id = a.id`)},
        'drawings', ${drawings}, 'proposed', r.proposed, 'heard', r.heard, 'weakest', coalesce(r.weakest, '[]'::jsonb),
        'groups', ${groups}) order by a.position)
      from alternative a left join alternative_result r on r.community_id = a.community_id and r.alternative_id = a.id
      where a.community_id = c.community_id and a.comparison_id = c.id`)})
  from comparison c where c.community_id = p.community_id and c.proposal_id = p.id and c.ended_at is null)`;

export const turnOf = (found: Pick<BoardComparison, 'closesAt' | 'closedAt'> | null, now: Date): Date | null =>
  found && found.closedAt === null && new Date(found.closesAt) > now ? new Date(found.closesAt) : null;

async function comparisonIn(scope: Scope, no: number): Promise<BoardComparison | null | undefined> {
  const [row] = await rows<{ found: BoardComparison | null }>(
    scope,
    sql`select json_build_object('found', ${comparisonOf}) as view from proposal p
      where p.community_id = ${scope.communityId} and p.no = ${no}`,
  );
  return row?.found;
}

/** The alternatives of a proposal as they hang, with what each group of each says. */
export const boardComparison = boardQuery({
  name: 'alternatives.board',
  read: async (scope, { no }: { no: number }) => {
    const found = await comparisonIn(scope, no);
    if (!found) return undefined;
    const drawn = await drawnOf(
      scope,
      found.alternatives.map(({ id }) => id),
    );
    return { ...found, drawn, now: scope.now, turnsAt: turnOf(found, scope.now) };
  },
  shows: ({ no }) => [`proposal/${no}`],
});
