import { sql } from 'drizzle-orm';
import { type BoardComparison, comparisonOf } from '@/features/alternatives/queries/board';
import { type BoardConditions, conditionsOf } from '@/features/conditions/queries/board';
import { meetingsOf } from '@/features/meetings/facts';
import type { Listed } from '@/features/meetings/queries/board';
import type { Batches } from '@/features/repairs/facts';
import { ON_THE_WAY } from '@/features/shortway/rules';
import { list } from '@/lib/facts';

/** A small thing that goes the short way. */
interface ShortRow {
  what: string;
  who: string;
  harmless: string;
  cost: number;
  most: number;
  until: string;
  doneOn: string | null;
  doneAt: string | null;
  note: string;
  places: { building: string; no: number }[];
}

const places = list(sql`select json_agg(json_build_object('building', x.building, 'no', x.no)
    order by length(x.building), x.building, x.no)
  from short_place x where x.community_id = w.community_id and x.short_id = w.id`);

/** Proposed the short way, it hung until a household's reason stopped it. */
const turned = sql`(select json_build_object('what', w.what, 'who', w.who, 'harmless', w.harmless, 'cost', w.cost,
    'most', w.most, 'places', ${places})
  from short_way w where w.community_id = p.community_id and w.proposal_id = p.id and w.turned order by w.id desc limit 1)`;

const short = sql`(select json_build_object('what', w.what, 'who', w.who, 'harmless', w.harmless, 'cost', w.cost,
    'most', w.most, 'until', w.hangs_until, 'doneOn', w.done_on, 'doneAt', w.done_at, 'note', w.note, 'places', ${places})
  from short_way w where w.community_id = p.community_id and w.proposal_id = p.id and not w.turned
    and p.state = any (${sql.param([...ON_THE_WAY])}::text[]))`;

const repair = sql`(select json_build_object('what', m.what, 'warranty', m.warranty,
    'batches', ${list(sql`select json_agg(json_build_object('no', b.no, 'contractor', b.contractor, 'from', b.from_day,
        'to', b.to_day, 'units', b.units, 'repaired', b.repaired, 'asked', b.asked, 'good', b.good) order by b.no)
      from repair_batch b where b.community_id = m.community_id and b.repair_id = m.id`)})
  from repair m where m.community_id = p.community_id and m.proposal_id = p.id)`;

/** What other rooms hold of a proposal, beside its rounds. */
export interface Beside {
  /** What goes the short way. */
  short: ShortRow | null;
  /** What went it, and was stopped. */
  turned: Pick<ShortRow, 'what' | 'who' | 'harmless' | 'cost' | 'most' | 'places'> | null;
  /** What is done home by home. */
  repair: Batches | null;
  /** Alternatives that are or were asked about. */
  comparison: BoardComparison | null;
  /** What households ask for, and which of it goes together. */
  conditions: BoardConditions | null;
  /** At which it was talked over, or will be. */
  meetings: Listed[];
}

export const beside = sql`'short', ${short}, 'turned', ${turned}, 'repair', ${repair}, 'comparison', ${comparisonOf},
  'conditions', ${conditionsOf}, 'meetings', ${meetingsOf}`;
