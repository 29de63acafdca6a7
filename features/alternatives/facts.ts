import { type SQL, sql } from 'drizzle-orm';
import type { Effect } from '@/db/words/scoping';
import { metWhile } from '@/features/opinions/facts';
import { proposalFacts } from '@/features/proposals/facts';
import { roundFacts } from '@/features/rounds/facts';
import type { Cells } from '@/features/rounds/rules';
import { groupFacts } from '@/features/scoping/facts';
import { keptShapes } from '@/features/siteplan/rules';
import type { Shape } from '@/features/siteplan/rules/shapes';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';

export interface AlternativeGroup {
  id: number;
  position: number;
  name: string;
  effect: Effect;
  why: string;
  households: number | null;
  places: { building: number; entrance: number | null }[];
  /** Once it is closed. */
  counted: (Cells & { takes: number }) | null;
}

export interface AlternativeFact {
  id: number;
  position: number;
  title: string;
  summary: string;
  cost: number;
  costNote: string;
  rowVersion: number;
  draftedBy: number;
  clauses: { no: number; text: string }[];
  groups: AlternativeGroup[];
  result: { proposed: boolean; heard: boolean } | null;
  /** What it draws over which version of which compound's site plan; null: nothing. */
  drawing: { site: { compound: number; version: number; hash: string }; shapes: Shape[] } | null;
}

export interface ComparisonFact {
  id: number;
  draftedBy: number;
  draftedAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  /** As it was opened. */
  firstClosesAt: Date | null;
  closedAt: Date | null;
  /** The position of the one that was chosen. */
  chosen: number | null;
  /** Households that have said something. */
  heard: number;
  alternatives: AlternativeFact[];
}

type Loaded = Omit<Texts<ComparisonFact>, 'alternatives'> & {
  alternatives: (Omit<AlternativeFact, 'drawing'> & {
    drawing: (Omit<NonNullable<AlternativeFact['drawing']>, 'shapes'> & { shapes: string }) | null;
  })[];
};

const places = list(sql`select json_agg(json_build_object('building', p.building_id, 'entrance', p.entrance_id)
    order by p.building_id, p.entrance_id)
  from alternative_place p where p.community_id = g.community_id and p.group_id = g.id`);

const counted = sql`(select json_build_object('supports', c.supports, 'conditional', 0, 'opposes', c.opposes,
    'noView', c.no_view, 'refused', c.refused, 'notHome', c.not_home, 'notTried', c.not_tried, 'takes', c.takes)
  from alternative_cell c where c.community_id = g.community_id and c.alternative_id = g.alternative_id and c.group_id = g.id)`;

const groups = list(sql`select json_agg(json_build_object('id', g.id, 'position', g.position, 'name', g.name,
    'effect', g.effect, 'why', g.why, 'households', g.households, 'places', ${places}, 'counted', ${counted})
    order by g.position)
  from alternative_group g where g.community_id = a.community_id and g.alternative_id = a.id`);

const alternatives = list(sql`select json_agg(json_build_object('id', a.id, 'position', a.position, 'title', a.title,
    'summary', a.summary, 'cost', a.cost, 'costNote', a.cost_note, 'rowVersion', a.row_version,
    'draftedBy', a.drafted_by,
    'clauses', ${list(sql`select json_agg(json_build_object('no', l.no, 'text', l.text) order by l.no)
      from alternative_clause l where l.community_id = a.community_id and l.alternative_id = a.id`)},
    'groups', ${groups},
    'drawing', (select json_build_object('shapes', d.shapes, 'site', json_build_object('compound', s.compound_id,
        'version', s.version, 'hash', encode(s.hash, 'hex')))
      from alternative_drawing d join site_plan s on s.community_id = d.community_id and s.id = d.site_plan_id
      where d.community_id = a.community_id and d.alternative_id = a.id),
    'result', (select json_build_object('proposed', r.proposed, 'heard', r.heard) from alternative_result r
      where r.community_id = a.community_id and r.alternative_id = a.id)) order by a.position)
  from alternative a where a.community_id = c.community_id and a.comparison_id = c.id`);

/** Whether a word, by its name in the statement, is not its household's. */
export const isNobodys = (of = sql`w`) => sql<boolean>`exists (select from alternative_disowned d
  where d.community_id = ${of}.community_id and d.word_id = ${of}.id)`;

/** Whether the comparison `c` asks households at this moment. */
export const isAsking = (now: SQL) => sql`c.opens_at <= ${now} and c.closes_at > ${now} and c.closed_at is null
  and c.ended_at is null`;

/** The meeting at which `household` spoke of the alternatives, or may have. */
export const metComparing = (comparisonId: number) =>
  metWhile(sql`(select c.proposal_id, c.opens_at from comparison c where c.community_id = household.community_id
    and c.id = ${comparisonId})`);

/** Whether a household is asked in the comparison `c`, has said nothing, and does not stand by what it said of all of it before. */
export const isUnheard = (household: SQL) => sql`(exists (select from alternative_household e
    join alternative a on a.community_id = e.community_id and a.id = e.alternative_id
    where a.community_id = c.community_id and a.comparison_id = c.id and e.household_id = ${household}
      and not exists (select from alternative_standing s where s.community_id = e.community_id
        and s.alternative_id = e.alternative_id and s.household_id = e.household_id
        and not exists (select from alternative_disowned d where d.community_id = s.community_id and d.word_id = s.word_id)))
  and not exists (select from alternative_word w where w.community_id = c.community_id and w.comparison_id = c.id
    and w.household_id = ${household} and not ${isNobodys()}))`;

const live = sql`(select json_build_object('id', c.id, 'draftedBy', c.drafted_by, 'draftedAt', c.drafted_at,
    'opensAt', c.opens_at, 'closesAt', c.closes_at, 'firstClosesAt', c.first_closes_at, 'closedAt', c.closed_at,
    'chosen', (select a.position from alternative_choice x join alternative a on a.community_id = x.community_id
      and a.id = x.alternative_id where x.community_id = c.community_id and x.comparison_id = c.id),
    'heard', (select count(distinct w.household_id) from alternative_word w where w.community_id = c.community_id
      and w.comparison_id = c.id and not ${isNobodys()}),
    'alternatives', ${alternatives})
  from comparison c where c.community_id = proposal.community_id and c.proposal_id = proposal.id and c.ended_at is null)`;

export const comparisonFacts = {
  ...proposalFacts,
  groups: groupFacts.groups,
  shares: roundFacts.shares,
  roundDays: roundFacts.roundDays,
  /** A plan is drafted or a round was held: it is talked about already. */
  begun: fact<boolean>(sql`exists (select from plan x where x.community_id = proposal.community_id
    and x.proposal_id = proposal.id)`),
  /** The one that is not set aside. */
  comparison: fact<ComparisonFact | null, Loaded | null>(
    live,
    (row) =>
      row &&
      dated<ComparisonFact>(
        {
          ...row,
          alternatives: row.alternatives.map(({ drawing, ...one }) => ({
            ...one,
            drawing: drawing && { ...drawing, shapes: keptShapes(drawing.shapes) },
          })),
        },
        'draftedAt',
        'opensAt',
        'closesAt',
        'firstClosesAt',
        'closedAt',
      ),
  ),
};
export type ComparisonFacts = Known<typeof comparisonFacts>;
