import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    skills: {
      columns: { skill: ['person_id', 'household_id', 'what', 'times', 'whom'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'skill', s.what, 'freeWhen', s.times,
          'forWhom', s.whom, 'at', s.at, 'takenBackAt', s.taken_back_at) as view
        from skill s join community c on c.id = s.community_id where s.person_id = ${personId} order by s.id`,
    },
    helped: {
      columns: { helper: ['call_id', 'household_id', 'person_id', 'shown_name'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'helpedWith', k.title, 'day', k.day,
          'namedAs', h.shown_name, 'at', h.at, 'leftAt', h.left_at) as view
        from helper h join community c on c.id = h.community_id
          join help_call k on k.community_id = h.community_id and k.id = h.call_id
        where h.person_id = ${personId} order by h.id`,
    },
  },
  erased: [
    {
      columns: { skill: ['person_id', 'household_id', 'what', 'times', 'whom'] },
      statement: ({ personId }) => sql`delete from skill where person_id = ${personId}`,
    },
    {
      columns: { helper: ['shown_name'] },
      statement: ({ personId }) => sql`update helper set shown_name = '' where person_id = ${personId}`,
    },
  ],
  kept: [
    [stays.course, { helper: ['call_id', 'household_id', 'person_id'] }],
    [
      stays.office,
      { help_call: ['title', 'words', 'place', 'works_id', 'occasion_id', 'called_by', 'thanks', 'cancel_reason'] },
    ],
  ],
};
