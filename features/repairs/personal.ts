import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    repairs: {
      columns: {
        repair_unit: ['household_id', 'repair_id', 'what'],
        repair_step: ['unit_id', 'household_id', 'person_id', 'note', 'role', 'witness', 'message'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'what', u.what, 'step', s.step,
          'note', s.note, 'as', s.role, 'witness', s.witness, 'message', s.message, 'day', s.day, 'at', s.at) as view
        from repair_step s join community c on c.id = s.community_id
          join repair_unit u on u.community_id = s.community_id and u.id = s.unit_id
        where (s.community_id, s.id) in ${theirs(personId, 'repair_step', { by: 'person_id', at: 'at' })}
        order by s.at, s.id`,
    },
  },
  erased: [
    {
      columns: { repair_step: ['note'] },
      statement: ({
        personId,
      }) => sql`update repair_step set note = '' where person_id = ${personId} and role = 'resident'
        and note <> ''`,
    },
  ],
  kept: [
    [
      stays.household,
      {
        repair_unit: ['household_id', 'repair_id', 'batch_id', 'case_id', 'what'],
        repair_step: ['unit_id', 'household_id', 'person_id', 'role'],
      },
    ],
    [
      stays.office,
      {
        repair: ['proposal_id', 'what', 'opened_by', 'started_by'],
        repair_batch: ['repair_id', 'contractor'],
        repair_unit: ['repaired_by'],
        repair_step: ['recorder_id', 'witness_id', 'note', 'witness', 'message'],
      },
    ],
  ],
};
