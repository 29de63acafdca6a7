import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    offices: {
      columns: { office_grant: ['person_id'] },
      rows: (personId) => sql`select json_build_object('district', d.name_zh, 'street', s.name_zh, 'office', g.office,
          'from', g.from_at, 'to', g.to_at) as view
        from office_grant g join district d on d.id = g.district_id left join street s on s.id = g.street_id
        where g.person_id = ${personId} order by g.id`,
    },
    candidates: {
      columns: { candidate: ['person_id', 'name', 'home_unit', 'post', 'skills'] },
      rows: (personId) => sql`select json_build_object('district', d.name_zh, 'name', c.name, 'unit', c.home_unit,
          'post', c.post, 'skills', c.skills, 'named', c.named) as view
        from candidate c join district d on d.id = c.district_id where c.person_id = ${personId} order by c.id`,
    },
    term_changes: {
      columns: { term_change: ['reason'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'kind', h.kind, 'to', h.to_day,
          'reason', h.reason) as view
        from term_change h join term t on t.community_id = h.community_id and t.id = h.term_id
          join community c on c.id = h.community_id where t.person_id = ${personId} order by h.id`,
    },
  },
  erased: [
    {
      columns: { candidate: ['name', 'skills', 'named'] },
      statement: ({ personId }) =>
        sql`update candidate set name = '', skills = '', named = false where person_id = ${personId}`,
    },
    {
      columns: { office_grant: ['to_at'] },
      statement: ({ personId, now }) => sql`update office_grant set to_at = ${now}
        where person_id = ${personId} and (to_at is null or to_at > ${now})`,
    },
  ],
  kept: [
    [
      stays.office,
      {
        office_grant: ['person_id'],
        candidate: ['person_id', 'home_unit', 'post'],
        weighing: ['weights', 'asked_by'],
        cohort: ['name', 'weights', 'basis', 'basis_hash', 'drafted_by'],
        cohort_place: ['cohort_id', 'reason'],
        cohort_approval: ['cohort_id', 'drafted_by', 'approved_by', 'baseline', 'baseline_hash'],
        cohort_publication: ['cohort_id', 'published_by'],
        cohort_withdrawal: ['cohort_id', 'withdrawn_by', 'reason'],
        posting: ['term_id', 'cohort_id', 'candidate_id', 'grant_id', 'sent_by'],
        term_change: ['term_id', 'reason', 'changed_by'],
      },
    ],
  ],
};
