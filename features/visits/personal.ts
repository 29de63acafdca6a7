import { sql } from 'drizzle-orm';
import { type Personal, stays, theirs } from '@/lib/personal';

const own = (personId: number, table: string) => theirs(personId, table, { by: 'person_id', at: 'at' });

export const personal: Personal = {
  exported: {
    homeVisits: {
      columns: { home_visit: ['household_id', 'person_id', 'met', 'along', 'said', 'done', 'follows'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'purpose', v.purpose, 'outcome', v.outcome,
          'at', v.visited_at, 'place', v.place, 'met', v.met, 'along', v.along, 'said', v.said, 'done', v.done,
          'follows', v.follows) as view
        from home_visit v join community c on c.id = v.community_id
        where v.outcome is not null and (v.community_id, v.id) in ${own(personId, 'home_visit')} order by v.id`,
    },
    careNotes: {
      columns: { care_note: ['household_id', 'person_id', 'words', 'agreed', 'helper_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'words', k.words, 'agreed', k.agreed,
          'consent', k.consent, 'helper', p.name, 'at', k.at, 'until', k.until_at, 'endedAt', k.ended_at) as view
        from care_note k join community c on c.id = k.community_id join person p on p.id = k.helper_id
        where k.person_id = ${personId} order by k.id`,
    },
    needs: {
      columns: { need: ['household_id', 'person_id', 'wording'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'wording', n.wording, 'state', n.state,
          'due', n.due_on, 'at', n.at) as view
        from need n join community c on c.id = n.community_id
        where (n.community_id, n.id) in ${own(personId, 'need')} order by n.id`,
    },
    needSteps: {
      columns: { need_step: ['need_id', 'household_id', 'person_id', 'words', 'witness', 'message'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'step', s.step, 'words', s.words,
          'witness', s.witness, 'message', s.message, 'into', s.into, 'no', s.into_no, 'at', s.at) as view
        from need_step s join community c on c.id = s.community_id
        where (s.community_id, s.id) in ${own(personId, 'need_step')} order by s.id`,
    },
    noVisits: {
      columns: { no_visits: ['household_id', 'person_id'] },
      rows: (
        personId,
      ) => sql`select json_build_object('community', c.slug, 'at', q.at, 'takenBackAt', q.taken_back_at) as view
        from no_visits q join community c on c.id = q.community_id
        where (q.community_id, q.id) in ${own(personId, 'no_visits')} order by q.id`,
    },
  },
  erased: [
    {
      columns: { care_note: ['words', 'agreed'] },
      statement: ({
        personId,
        now,
      }) => sql`update care_note set words = '', agreed = '', ended_at = coalesce(ended_at, ${now})
        where person_id = ${personId}`,
    },
    {
      columns: { home_visit: ['met', 'along', 'said', 'done', 'follows'] },
      statement: ({ personId }) => sql`update home_visit set met = '', along = '', said = '', done = '', follows = ''
        where person_id = ${personId}`,
    },
    {
      columns: { need_step: ['words'] },
      statement: ({ personId }) => sql`update need_step set words = '' where person_id = ${personId} and words <> ''`,
    },
    {
      columns: { need: ['wording'] },
      statement: ({ personId }) => sql`update need set wording = '' where person_id = ${personId} and wording <> ''`,
    },
  ],
  kept: [
    [
      stays.household,
      {
        home_visit: ['household_id', 'person_id', 'met', 'along', 'said', 'done', 'follows'],
        need: ['household_id', 'person_id', 'visit_id', 'wording'],
        need_step: ['need_id', 'household_id', 'person_id'],
        care_note: ['household_id', 'person_id'],
        no_visits: ['household_id', 'person_id'],
      },
    ],
    [
      stays.office,
      {
        home_visit: ['visitor_id', 'planned_by', 'recorded_by', 'drop_reason', 'round_id'],
        care_note: ['helper_id', 'agreed'],
        need: ['owner_id'],
        need_step: ['recorder_id', 'words', 'witness', 'message'],
        no_visits: ['recorder_id'],
      },
    ],
  ],
};
