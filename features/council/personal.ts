import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    councilReviews: {
      columns: { council_review: ['project_id', 'household_id', 'person_id', 'words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'half', v.half, 'verdict', v.verdict,
          'words', v.words, 'at', v.at) as view
        from council_review v join community c on c.id = v.community_id where v.person_id = ${personId} order by v.id`,
    },
  },
  erased: [
    {
      columns: { council_review: ['words'] },
      statement: ({ personId }) =>
        sql`update council_review set words = '' where person_id = ${personId} and words <> ''`,
    },
  ],
  kept: [
    [stays.matter, { demand: ['need_id', 'case_id', 'project_id', 'title', 'words', 'withdraw_reason'] }],
    [
      stays.course,
      {
        council_review: ['project_id', 'household_id', 'person_id', 'half'],
        demand_claim: ['demand_id', 'member_id', 'brings'],
      },
    ],
    [
      stays.office,
      {
        council_member: ['added_by', 'name', 'contact_name', 'contact_phone', 'leave_reason'],
        council_resource: ['member_id', 'title', 'words', 'withdraw_reason'],
        council_project: ['lead_id', 'started_by', 'title', 'end_reason'],
        council_partner: ['project_id', 'member_id'],
        council_step: ['project_id', 'name', 'note'],
        council_review: ['recorder_id', 'why', 'why_by'],
      },
    ],
  ],
};
