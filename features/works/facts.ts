import { type SQL, sql } from 'drizzle-orm';
import { baseFacts } from '@/features/proposals/facts';
import { groupFacts } from '@/features/scoping/facts';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';
import type { Acceptance, Commitment } from './rules';
import type { Counted, Place, WordBeside } from './rules/places';

/** A promise of the works of the proposal was looked at and not kept: it waits, however the rest was verified. */
export const hasUnkept = sql`exists (select from commitment c
  join works w on w.community_id = c.community_id and w.id = c.works_id
  where w.community_id = proposal.community_id and w.proposal_id = proposal.id and c.outcome = 'refused')`;

/** One of the places a milestone counts, with what those beside it say. */
export interface PlaceFact extends Place {
  id: number;
  position: number;
  name: string;
  builtBy: number | null;
  pictures: number;
  words: (WordBeside & { id: number; recorded: boolean })[];
}

export interface MilestoneFact extends Counted {
  id: number;
  position: number;
  plannedOn: string;
  unit: string;
  reportedBy: number | null;
  reportedAt: Date | null;
  checkedBy: number | null;
  checked: boolean;
  actualOn: string | null;
  actual: number | null;
  note: string;
  /** Of it and of its places. */
  pictures: number;
  places: PlaceFact[];
}

export interface SiteFact {
  id: number;
  no: number;
  /** No later one was begun. */
  last: boolean;
  lastReportAt: Date;
  completedAt: Date | null;
  milestones: MilestoneFact[];
  /** Households asked to accept, each for its group. */
  named: { group: number; household: number }[];
  /** What they said. */
  acceptances: Acceptance[];
  /** `group`: to which it was promised; null: to all. */
  commitments: (Commitment & { group: number | null; text: string; mendedBy: number | null; mended: boolean })[];
}

type Loaded = Omit<Texts<SiteFact>, 'milestones'> & { milestones: Texts<MilestoneFact>[] };

const places = list(sql`select json_agg(json_build_object('id', z.id, 'position', z.position, 'name', z.name,
    'builtOn', z.built_on, 'builtBy', z.built_by, 'checked', z.checked_at is not null, 'missingUntil', z.missing_until,
    'pictures', (select count(*) from picture x where x.community_id = z.community_id and x.subject = 'place'
      and x.subject_id = z.id),
    'beside', ${list(sql`select json_agg(y.entrance_id order by y.entrance_id) from works_place_entrance y
      where y.community_id = z.community_id and y.place_id = z.id`)},
    'words', ${list(sql`select json_agg(json_build_object('id', y.id, 'household', y.household_id, 'entrance', h.entrance_id,
        'outcome', y.outcome, 'mendOn', y.mend_on, 'recorded', y.recorder_id is not null) order by y.id)
      from works_place_word y join household h on h.community_id = y.community_id and h.id = y.household_id
      where y.community_id = z.community_id and y.place_id = z.id`)}) order by z.position)
  from works_place z where z.community_id = m.community_id and z.milestone_id = m.id`);

const milestones = list(sql`select json_agg(json_build_object('id', m.id, 'position', m.position,
    'plannedOn', m.planned_on, 'unit', m.unit, 'target', m.target, 'inPlaces', m.in_places, 'places', ${places}, 'reportedBy', m.reported_by, 'reportedAt', m.reported_at, 'checkedBy', m.checked_by,
    'checked', m.checked_at is not null, 'actualOn', m.actual_on, 'actual', m.actual, 'note', m.note, 'pictures', (select count(*) from picture x
      where x.community_id = m.community_id and (x.subject = 'milestone' and x.subject_id = m.id
        or x.subject = 'place' and x.subject_id in (select z.id from works_place z
          where z.community_id = m.community_id and z.milestone_id = m.id)))) order by m.position)
  from milestone m where m.community_id = w.community_id and m.works_id = w.id`);

const site = (which: SQL) =>
  fact<SiteFact | null, Loaded | null>(
    sql`(select json_build_object('id', w.id, 'no', w.no, 'lastReportAt', w.last_report_at, 'completedAt', w.completed_at,
        'last', not exists (select 1 from works l where l.community_id = w.community_id
          and l.proposal_id = w.proposal_id and l.id > w.id),
        'milestones', ${milestones},
        'named', ${list(sql`select json_agg(json_build_object('group', a.group_id, 'household', a.household_id)
            order by a.group_id)
          from acceptance a where a.community_id = w.community_id and a.works_id = w.id`)},
        'acceptances', ${list(sql`select json_agg(json_build_object('group', a.group_id, 'delegate', a.delegate_id,
            'recorder', a.recorder_id, 'outcome', a.outcome, 'repairOn', a.repair_on) order by a.group_id)
          from acceptance a where a.community_id = w.community_id and a.works_id = w.id and a.outcome is not null`)},
        'commitments', ${list(sql`select json_agg(json_build_object('id', c.id, 'group', o.group_id, 'text', c.text,
            'outcome', c.outcome, 'repairOn', c.repair_on, 'mendedBy', c.mended_by,
            'mended', c.mended_at is not null) order by c.id)
          from commitment c left join objection o on o.community_id = c.community_id and o.id = c.objection_id
          where c.community_id = w.community_id and c.works_id = w.id`)})
      from works w where w.community_id = proposal.community_id and w.proposal_id = proposal.id ${which})`,
    (row) =>
      row && {
        ...dated<Omit<SiteFact, 'milestones'>>(row, 'lastReportAt', 'completedAt'),
        milestones: row.milestones.map((one) => dated<MilestoneFact>(one, 'reportedAt')),
      },
  );

export const worksFacts = {
  ...baseFacts,
  groups: groupFacts.groups,
  /** The resolution signed last, by id. */
  signedResolution: fact<number | null>(sql`(select max(s.id) from resolution s
    where s.community_id = proposal.community_id and s.proposal_id = proposal.id and s.signed_at is not null)`),
  /** What its plan says it costs, in fen. */
  planCost: fact<number | null>(sql`(select p.cost from resolution s join plan p on p.community_id = s.community_id
      and p.proposal_id = s.proposal_id and p.version = s.plan_version
    where s.community_id = proposal.community_id and s.proposal_id = proposal.id and s.signed_at is not null
    order by s.id desc limit 1)`),
  /** The latest site. */
  works: site(sql`order by w.id desc limit 1`),
};
export type WorksFacts = Known<typeof worksFacts>;

/** The same with the site of this number. */
export const siteFacts = (no: number) => ({ ...worksFacts, works: site(sql`and w.no = ${no}`) });
