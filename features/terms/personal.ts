import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    terms: {
      columns: { term: ['person_id', 'cohort', 'post', 'handover'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'cohort', t.cohort, 'post', t.post,
          'from', t.from_day, 'to', t.to_day, 'handover', t.handover) as view
        from term t join community c on c.id = t.community_id where t.person_id = ${personId} order by t.id`,
    },
  },
  kept: [
    [
      stays.office,
      {
        term: ['person_id', 'cohort', 'post', 'handover'],
        handover: ['from_role', 'to_role'],
        handover_acceptance: ['grant_id', 'item', 'receiver_id'],
        thing: ['title', 'place', 'keeper_id', 'ended_by', 'ending'],
      },
    ],
  ],
};
