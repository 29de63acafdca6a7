import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    invitations: {
      columns: { invitation: ['household_id', 'person_id', 'words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'words', i.words, 'at', i.at,
          'takenBackAt', i.taken_back_at, 'keptAt', i.kept_at) as view
        from invitation i join community c on c.id = i.community_id where i.person_id = ${personId} order by i.id`,
    },
  },
  erased: [
    {
      columns: { invitation: ['words'] },
      statement: ({ personId }) => sql`update invitation set words = '' where person_id = ${personId}`,
    },
  ],
  kept: [
    [stays.course, { invitation: ['household_id', 'person_id'] }],
    [stays.office, { invitation: ['kept_by'] }],
  ],
};
