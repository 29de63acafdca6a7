import { sql } from 'drizzle-orm';
import { dated, fact, list, type Texts } from '@/lib/facts';
import type { Acceptance, Commitment } from './rules';

interface Milestone {
  plannedOn: string;
  reportedBy: number | null;
  checkedBy: number | null;
  reportedAt: Date | null;
  checked: boolean;
}

export interface WorksFact {
  no: number;
  lastReportAt: Date;
  completedAt: Date | null;
  milestones: Milestone[];
  /** Households named as delegates; without a person nobody has spoken yet. */
  named: number[];
  acceptances: Acceptance[];
  commitments: Commitment[];
}

type Loaded = Omit<Texts<WorksFact>, 'milestones'> & { milestones: Texts<Milestone>[] };

const works = sql`(select json_build_object('no', w.no, 'lastReportAt', w.last_report_at, 'completedAt', w.completed_at,
    'milestones', ${list(sql`select json_agg(json_build_object('plannedOn', m.planned_on, 'reportedBy', m.reported_by, 'checkedBy', m.checked_by,
        'reportedAt', m.reported_at, 'checked', m.checked_at is not null) order by m.position) from milestone m
      where m.community_id = proposal.community_id and m.works_id = w.id`)},
    'named', ${list(sql`select json_agg(a.group_id) from acceptance a where a.community_id = proposal.community_id and a.works_id = w.id`)},
    'acceptances', ${list(sql`select json_agg(json_build_object('group', a.group_id, 'delegate', a.delegate_id,
        'outcome', a.outcome, 'repairOn', a.repair_on)) from acceptance a
      where a.community_id = proposal.community_id and a.works_id = w.id and a.delegate_id is not null`)},
    'commitments', ${list(sql`select json_agg(json_build_object('id', c.id, 'outcome', c.outcome,
        'repairOn', c.repair_on)) from commitment c where c.community_id = proposal.community_id and c.works_id = w.id`)})
  from works w where w.community_id = proposal.community_id and w.proposal_id = proposal.id order by w.id desc limit 1)`;

export const worksFacts = {
  /** The latest site. */
  works: fact<WorksFact | null, Loaded | null>(
    works,
    (row) =>
      row && {
        ...dated<Omit<WorksFact, 'milestones'>>(row, 'lastReportAt', 'completedAt'),
        milestones: row.milestones.map((one) => dated<Milestone>(one, 'reportedAt')),
      },
  ),
};
