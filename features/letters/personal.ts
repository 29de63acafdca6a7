import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    letters: {
      columns: { letter: ['person_id', 'household_id', 'kind', 'about_kind', 'about_no', 'detail'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'kind', l.kind,
          'about', json_build_object(l.about_kind, l.about_no), 'detail', l.detail, 'at', l.at, 'readAt', l.read_at) as view
        from letter l join community c on c.id = l.community_id
        where (l.community_id, l.id) in ${theirs(personId, 'letter', { by: 'person_id', at: 'at' })} order by l.id`,
    },
  },
  erased: [
    {
      columns: { letter: ['person_id', 'kind', 'about_kind', 'about_no', 'detail'] },
      statement: ({ personId }) => sql`delete from letter where person_id = ${personId}`,
    },
  ],
  kept: [[stays.household, { letter: ['household_id'] }]],
};
