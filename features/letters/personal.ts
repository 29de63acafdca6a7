import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

const sent = ['letter_id', 'channel', 'said'];

export const personal: Personal = {
  exported: {
    letters: {
      columns: { letter: ['person_id', 'household_id', 'kind', 'about_kind', 'about_no', 'detail'], delivery: sent },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'kind', l.kind,
          'about', json_build_object(l.about_kind, l.about_no), 'detail', l.detail, 'at', l.at, 'readAt', l.read_at,
          'deliveries', coalesce((select json_agg(json_build_object('channel', d.channel, 'state', d.state,
              'said', d.said, 'sentAt', d.sent_at) order by d.id) from delivery d
            where d.community_id = l.community_id and d.letter_id = l.id), '[]')) as view
        from letter l join community c on c.id = l.community_id
        where (l.community_id, l.id) in ${theirs(personId, 'letter', { by: 'person_id', at: 'at' })} order by l.id`,
    },
  },
  erased: [
    {
      columns: { delivery: sent },
      statement: ({ personId }) => sql`delete from delivery d using letter l
        where l.community_id = d.community_id and l.id = d.letter_id and l.person_id = ${personId}`,
    },
    {
      columns: { letter: ['person_id', 'kind', 'about_kind', 'about_no', 'detail'] },
      statement: ({ personId }) => sql`delete from letter where person_id = ${personId}`,
    },
  ],
  kept: [[stays.household, { letter: ['household_id'] }]],
};
