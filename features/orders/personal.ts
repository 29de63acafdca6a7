import { type SQL, sql } from 'drizzle-orm';
import { livedThere, type Personal, stays } from '@/lib/personal';

/** Cases a person reported, or that were written down for the home they lived in. */
const own = (personId: number): SQL => sql`(k.source = 'web' and k.recorded_by = ${personId}
  or (k.source <> 'web' or k.recorded_by is null) and ${livedThere(personId, 'k', 'k.received_at')})`;

export const personal: Personal = {
  exported: {
    caseSteps: {
      columns: { case_event: ['case_id', 'person_id', 'role', 'words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'case', k.no, 'step', e.step, 'as', e.role,
          'words', case when e.person_id = ${personId} or e.step = any ('{reply,extend,escalate,settle}')
            then e.words else '' end, 'at', e.at) as view
        from case_event e join community c on c.id = e.community_id
          join cases k on k.community_id = e.community_id and k.id = e.case_id
        where ${own(personId)} or e.person_id = ${personId} order by e.at, e.id`,
    },
    caseJoins: {
      columns: { case_join: ['case_id', 'household_id', 'person_id', 'words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'case', k.no, 'words', j.words, 'at', j.at)
          as view
        from case_join j join community c on c.id = j.community_id
          join cases k on k.community_id = j.community_id and k.id = j.case_id
        where j.person_id = ${personId} order by j.at, k.no`,
    },
    numberLookedAt: {
      columns: { case_look: ['case_id', 'role', 'export_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'case', k.no, 'by', l.role, 'at', l.at,
          'inASheet', l.export_id is not null) as view
        from case_look l join community c on c.id = l.community_id
          join cases k on k.community_id = l.community_id and k.id = l.case_id
        where ${own(personId)} order by l.at, l.id`,
    },
  },
  erased: [
    {
      columns: { case_event: ['words'] },
      statement: ({ personId }) => sql`update case_event set words = ''
        where person_id = ${personId} and role in ('resident', 'captain') and words <> ''`,
    },
    {
      columns: { case_join: ['words'] },
      statement: ({ personId }) => sql`update case_join set words = '' where person_id = ${personId} and words <> ''`,
    },
    {
      columns: { calendar_feed: ['person_id'] },
      statement: ({ personId }) => sql`delete from calendar_feed where person_id = ${personId}`,
    },
  ],
  kept: [
    [stays.course, { case_event: ['case_id', 'into_id', 'role'] }],
    [stays.office, { case_event: ['person_id', 'handler_id'] }],
    [stays.household, { case_join: ['case_id', 'household_id', 'person_id'] }],
    [stays.office, { case_look: ['case_id', 'person_id', 'role', 'export_id'] }],
  ],
};
