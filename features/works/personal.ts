import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    acceptances: {
      columns: { acceptance: ['works_id', 'delegate_id', 'note'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'works', w.no, 'outcome', a.outcome,
          'note', a.note, 'repairOn', a.repair_on, 'at', a.at) as view
        from acceptance a join community c on c.id = a.community_id
          join works w on w.community_id = a.community_id and w.id = a.works_id
        where a.delegate_id = ${personId} order by a.at, w.no`,
    },
    promisesJudged: {
      columns: { commitment: ['works_id', 'decided_by', 'text', 'note'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'works', w.no, 'promise', x.text,
          'outcome', x.outcome, 'note', x.note, 'at', x.decided_at) as view
        from commitment x join community c on c.id = x.community_id
          join works w on w.community_id = x.community_id and w.id = x.works_id
        where x.decided_by = ${personId} order by x.decided_at, x.id`,
    },
  },
  kept: [
    [
      stays.group,
      {
        acceptance: ['works_id', 'group_id', 'delegate_id', 'household_id', 'note'],
        commitment: ['works_id', 'objection_id', 'text', 'note', 'decided_by'],
      },
    ],
    [
      stays.office,
      {
        works: ['proposal_id', 'resolution_id', 'contractor', 'budget_reason', 'permits'],
        milestone: ['works_id', 'name', 'unit', 'note', 'returned', 'reported_by', 'checked_by'],
        commitment: ['mended_by', 'mend_note'],
        acceptance: ['named_by', 'recorder_id', 'witness_id', 'witness', 'message'],
      },
    ],
  ],
};
