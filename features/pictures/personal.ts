import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    pictures: {
      columns: { picture: ['uploaded_by', 'caption', 'refused_reason'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'of', p.subject, 'caption', p.caption,
          'address', '/api/pictures/' || p.id || '/large', 'refused', p.refused_reason, 'at', p.uploaded_at) as view
        from picture p join community c on c.id = p.community_id where p.uploaded_by = ${personId} order by p.id`,
    },
  },
  erased: [
    {
      columns: { picture: ['small', 'large', 'caption', 'uploaded_by'] },
      statement: ({ personId }) => sql`delete from picture x using proposal p where x.subject = 'proposal'
        and p.community_id = x.community_id and p.id = x.subject_id
        and p.author_id = ${personId} and p.state = 'draft' and p.recorded_by is null`,
    },
    {
      columns: { picture: ['small', 'large', 'caption', 'uploaded_by'] },
      statement: ({ personId }) => sql`delete from picture x using cases k where x.subject = 'case'
        and k.community_id = x.community_id and k.id = x.subject_id
        and x.uploaded_by = ${personId} and k.source = 'web' and k.recorded_by = ${personId}`,
    },
  ],
  kept: [
    [stays.matter, { picture: ['small', 'large', 'pdf', 'caption', 'uploaded_by'] }],
    [stays.office, { picture: ['looked_at_by', 'refused_reason'] }],
  ],
};
