import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    meetings: {
      columns: { attendance: ['meeting_id', 'household_id', 'person_id'] },
      rows: (
        personId,
      ) => sql`select json_build_object('community', c.slug, 'meeting', m.title, 'on', m.starts_at, 'how', a.how,
          'struck', a.struck_at is not null) as view
        from attendance a join meeting m on m.community_id = a.community_id and m.id = a.meeting_id
          join community c on c.id = a.community_id
        where (a.community_id, a.id) in ${theirs(personId, 'attendance', { by: 'person_id', at: 'at' })} order by m.starts_at, a.id`,
    },
    meetingsToCome: {
      columns: { meeting_coming: ['meeting_id', 'household_id', 'person_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'meeting', m.title, 'on', k.said_for,
          'at', k.at, 'withdrawn', k.withdrawn_at is not null) as view
        from meeting_coming k join meeting m on m.community_id = k.community_id and m.id = k.meeting_id
          join community c on c.id = k.community_id
        where (k.community_id, k.id) in ${theirs(personId, 'meeting_coming', { by: 'person_id', at: 'at' })} order by k.said_for, k.id`,
    },
    meetingCorrections: {
      columns: { meeting_correction: ['meeting_id', 'item_id', 'household_id', 'person_id', 'words', 'answer'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'meeting', m.title, 'words', x.words,
          'outcome', x.outcome, 'answer', x.answer, 'at', x.at) as view
        from meeting_correction x join meeting m on m.community_id = x.community_id and m.id = x.meeting_id
          join community c on c.id = x.community_id where x.person_id = ${personId} order by x.at, x.id`,
    },
  },
  erased: [
    {
      columns: { meeting_correction: ['words'] },
      statement: ({ personId }) =>
        sql`update meeting_correction set words = '' where person_id = ${personId} and words <> ''`,
    },
  ],
  kept: [
    [
      stays.course,
      {
        meeting_invited: ['meeting_id', 'household_id'],
        meeting_coming: ['meeting_id', 'household_id', 'person_id', 'withdrawn_by'],
        attendance: ['meeting_id', 'household_id', 'person_id'],
        meeting_correction: ['meeting_id', 'item_id', 'household_id', 'person_id'],
        meeting_item: ['meeting_id', 'proposal_id'],
      },
    ],
    [
      stays.office,
      {
        meeting: [
          ...['title', 'place', 'words', 'called_by', 'move_reason', 'cancel_reason', 'minuted_by', 'minutes', 'hash'],
        ],
        meeting_coming: ['recorder_id'],
        attendance: ['recorder_id', 'struck_by'],
        meeting_minute: ['item_id', 'said', 'decided', 'written_by', 'correction_id'],
        meeting_promise: ['item_id', 'what', 'who', 'owner_id', 'note'],
        meeting_correction: ['answer', 'answered_by'],
      },
    ],
  ],
};
