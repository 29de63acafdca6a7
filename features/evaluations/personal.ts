import { sql } from 'drizzle-orm';
import { livedThere, type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    caseCalls: {
      columns: { case_call: ['case_id', 'words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'case', k.no, 'outcome', x.outcome,
          'contacted', x.contacted, 'resolved', x.resolved, 'satisfaction', x.satisfaction, 'words', x.words, 'at', x.at)
          as view
        from case_call x join community c on c.id = x.community_id
          join cases k on k.community_id = x.community_id and k.id = x.case_id
        where k.source = 'web' and k.recorded_by = ${personId}
          or (k.source <> 'web' or k.recorded_by is null) and ${livedThere(personId, 'k', 'k.received_at')}
        order by x.at, x.id`,
    },
  },
  erased: [
    {
      columns: { case_call: ['words'] },
      statement: ({ personId }) => sql`update case_call x set words = '' from cases k
        where k.community_id = x.community_id and k.id = x.case_id and k.source = 'web' and k.recorded_by = ${personId}
          and x.words <> ''`,
    },
  ],
  kept: [
    [stays.course, { case_call: ['case_id'] }],
    [
      stays.office,
      {
        case_call: ['caller_id'],
        scope_request: ['case_id', 'reason', 'answer', 'asked_by', 'decided_by'],
      },
    ],
  ],
};
