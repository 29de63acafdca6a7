import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

/** What they said of pictures, or somebody wrote down for their home while they lived there. */
const said = (personId: Parameters<typeof theirs>[0]) => theirs(personId, 'depicted', { by: 'answered_by', at: 'at' });

export const personal: Personal = {
  exported: {
    depicted: {
      columns: { depicted: ['picture_id', 'household_id', 'people', 'answered_by'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'of', p.title, 'on', o.starts_at,
          'people', d.people, 'mayHang', d.answer, 'at', d.answered_at) as view
        from depicted d join picture x on x.community_id = d.community_id and x.id = d.picture_id
          join occasion o on o.community_id = x.community_id and o.id = x.subject_id
          join programme p on p.community_id = o.community_id and p.id = o.programme_id
          join community c on c.id = d.community_id
        where (d.community_id, d.id) in ${said(personId)} order by d.id`,
    },
  },
  erased: [
    {
      columns: { depicted: ['answered_by'] },
      statement: ({ personId }) => sql`update picture x set on_board = false, looked_at_at = null, looked_at_by = null
        from depicted d where d.community_id = x.community_id and d.picture_id = x.id and x.on_board
          and (d.community_id, d.id) in ${said(personId)}`,
    },
    {
      columns: { depicted: ['people', 'answered_by', 'witness'] },
      statement: ({ personId }) => sql`update depicted d set people = '', answer = null, answered_at = null,
          answered_by = null, recorder_id = null, witness = ''
        where (d.community_id, d.id) in ${said(personId)} and (d.people <> '' or d.answer is not null)`,
    },
  ],
  kept: [
    [stays.household, { depicted: ['picture_id', 'household_id', 'people'] }],
    [stays.office, { depicted: ['named_by', 'recorder_id', 'witness'] }],
  ],
};
