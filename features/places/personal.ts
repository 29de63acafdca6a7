import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    placesJudged: {
      columns: { works_place_word: ['place_id', 'household_id', 'person_id', 'reason', 'mend_note'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'place', z.name, 'outcome', w.outcome,
          'reason', w.reason, 'at', w.at, 'answer', w.mend_note, 'repairOn', w.mend_on) as view
        from works_place_word w join community c on c.id = w.community_id
          join works_place z on z.community_id = w.community_id and z.id = w.place_id
        where w.person_id = ${personId} order by w.at, w.id`,
    },
  },
  erased: [
    {
      columns: { works_place_word: ['reason'] },
      statement: ({ personId }) => sql`update works_place_word set reason = '—' where person_id = ${personId}
        and reason not in ('', '—')`,
    },
  ],
  kept: [
    [stays.household, { works_place_word: ['place_id', 'household_id', 'person_id'] }],
    [
      stays.office,
      {
        works_place: ['milestone_id', 'name', 'note', 'built_by', 'checked_by', 'missing_why', 'missing_by'],
        works_place_entrance: ['place_id', 'entrance_id', 'building'],
        works_place_word: ['recorder_id', 'witness_id', 'witness', 'message', 'mend_by', 'mend_note', 'reason'],
      },
    ],
  ],
};
