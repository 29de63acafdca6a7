import { sql } from 'drizzle-orm';
import { ownFacts, proposalFacts } from '@/features/proposals/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import { ON_THE_WAY } from './rules';

/** The entrances beside it. */
export interface ShortPlace {
  building: string;
  no: number;
}

export interface ShortWay {
  id: number;
  what: string;
  who: string;
  harmless: string;
  cost: number;
  proposedBy: number;
  proposedAt: Date;
  confirmedBy: number | null;
  hangsUntil: Date | null;
  doneOn: string | null;
  note: string;
  doneBy: number | null;
  doneAt: Date | null;
  places: ShortPlace[];
}

const running = sql`(select json_build_object('id', w.id, 'what', w.what, 'who', w.who, 'harmless', w.harmless, 'cost', w.cost,
    'proposedBy', w.proposed_by, 'proposedAt', w.proposed_at, 'confirmedBy', w.confirmed_by, 'hangsUntil', w.hangs_until,
    'doneOn', w.done_on, 'note', w.note, 'doneBy', w.done_by, 'doneAt', w.done_at,
    'places', ${list(sql`select json_agg(json_build_object('building', x.building, 'no', x.no)
        order by length(x.building), x.building, x.no)
      from short_place x where x.community_id = w.community_id and x.short_id = w.id`)})
  from short_way w where w.community_id = proposal.community_id and w.proposal_id = proposal.id and w.ended_at is null
    and proposal.state = any (${sql.param([...ON_THE_WAY])}::text[]))`;

export const shortFacts = {
  ...proposalFacts,
  authorId: ownFacts.authorId,
  authorHouseholdId: ownFacts.authorHouseholdId,
  /** What goes the short way, or is to; null: nobody has proposed it, or it has ended. */
  short: fact<ShortWay | null, Texts<ShortWay> | null>(
    running,
    (row) => row && dated<ShortWay>(row, 'proposedAt', 'hangsUntil', 'doneAt'),
  ),
  /** What such a thing may cost; null: nobody has said. */
  limit: fact<number | null>(sql`(select c.short_limit from community c where c.id = proposal.community_id)`),
};
export type ShortFacts = Known<typeof shortFacts>;
