import { sql } from 'drizzle-orm';
import { livedThere, type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    cases: {
      columns: {
        cases: ['household_id', 'recorded_by', 'title', 'category', 'place'],
        case_content: ['case_id', 'words', 'complainant', 'phone'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'no', k.no, 'kind', k.kind,
          'source', k.source, 'title', k.title, 'category', k.category, 'place', k.place, 'words', t.words,
          'complainant', t.complainant, 'phone', t.phone, 'at', k.received_at) as view
        from cases k join community c on c.id = k.community_id
          left join case_content t on t.community_id = k.community_id and t.case_id = k.id
        where k.source = 'web' and k.recorded_by = ${personId}
          or (k.source <> 'web' or k.recorded_by is null) and ${livedThere(personId, 'k', 'k.received_at')}
        order by k.received_at, k.id`,
    },
  },
  erased: [
    {
      columns: { case_content: ['case_id', 'words', 'complainant', 'phone'] },
      statement: ({ personId }) => sql`delete from case_content t using cases k
        where k.community_id = t.community_id and k.id = t.case_id and k.source = 'web' and k.recorded_by = ${personId}`,
    },
  ],
  kept: [
    [
      stays.matter,
      {
        cases: ['title', 'category', 'place', 'household_id', 'posted_title', 'posted_place', 'into_id'],
        case_link: ['case_id', 'proposal_id'],
      },
    ],
    [
      stays.office,
      {
        cases: ['external_no', 'recorded_by', 'key_id', 'posted_by', 'handler_id', 'against_id'],
        case_link: ['linked_by'],
      },
    ],
  ],
};
