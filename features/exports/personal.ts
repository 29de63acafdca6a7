import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    homesTakenOut: {
      columns: { data_export_home: ['unit_id', 'export_id'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'by', x.role, 'at', x.released_at) as view
        from data_export x join data_export_home y on y.community_id = x.community_id and y.export_id = x.id
          join community c on c.id = x.community_id
        where x.personal and x.released_at is not null and (exists (select 1 from ownership o
            where o.community_id = y.community_id and o.unit_id = y.unit_id and o.person_id = ${personId})
          or exists (select 1 from residency r join household h on h.community_id = r.community_id and h.id = r.household_id
            where r.community_id = y.community_id and h.unit_id = y.unit_id and r.person_id = ${personId}
              and r.from_at <= x.released_at and (r.to_at is null or r.to_at > x.released_at)))
        order by x.released_at, x.id`,
    },
  },
  kept: [
    [
      stays.office,
      {
        data_export: [
          'what',
          'file',
          'purpose',
          'asked',
          'blank_id',
          'columns',
          'asked_by',
          'role',
          'decided_by',
          'reason',
        ],
        data_export_case: ['case_id', 'export_id'],
        data_export_home: ['unit_id', 'export_id'],
      },
    ],
  ],
};
