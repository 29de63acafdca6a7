import { sql } from 'drizzle-orm';
import { type Personal, saidOrWrittenDown, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    signUps: {
      columns: { sign_up: ['occasion_id', 'household_id', 'person_id', 'told_by', 'feedback'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'programme', p.title, 'on', o.starts_at,
          'heads', s.heads, 'state', s.state, 'channel', s.channel, 'came', s.came, 'words', case when s.told_by = ${personId} then s.feedback end, 'at', s.at) as view
        from sign_up s join community c on c.id = s.community_id
          join occasion o on o.community_id = s.community_id and o.id = s.occasion_id
          join programme p on p.community_id = o.community_id and p.id = o.programme_id
        where s.household_id is not null and (${personId} in (s.person_id, s.told_by) or s.person_id is null
          and ${saidOrWrittenDown(personId, 's', { by: 'person_id', at: 'at' })}) order by s.id`,
    },
  },
  erased: [
    {
      columns: { sign_up: ['feedback', 'told_by'] },
      statement: ({ personId }) => sql`update sign_up set feedback = '', told_by = null where told_by = ${personId}`,
    },
  ],
  kept: [
    [stays.course, { sign_up: ['occasion_id', 'household_id', 'person_id'] }],
    [
      stays.office,
      {
        sign_up: ['recorded_by'],
        programme: ['title', 'place', 'words', 'bring', 'planned_by'],
        occasion: ['programme_id', 'move_reason', 'cancel_reason'],
      },
    ],
  ],
};
