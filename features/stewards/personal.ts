import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    stewardship: {
      columns: {
        steward: ['person_id', 'shown_name', 'leave_reason'],
        steward_area: ['steward_id', 'entrance_id', 'building_id'],
      },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'kind', s.kind, 'shownName', s.shown_name,
          'from', s.from_at, 'to', s.to_at, 'leaveReason', s.leave_reason,
          'entrances', (select json_agg(json_build_object('building', b.name, 'entrance', a.entrance_no, 'from', a.from_at,
              'to', a.to_at) order by a.id) from steward_area a
            join building b on b.community_id = a.community_id and b.id = a.building_id
            where a.community_id = s.community_id and a.steward_id = s.id)) as view
        from steward s join community c on c.id = s.community_id where s.person_id = ${personId} order by s.id`,
    },
    turnsOnDuty: {
      columns: { duty_shift: ['steward_id', 'stand_in_id', 'offer_words'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'day', d.day, 'part', d.part,
          'offeredAt', d.offered_at, 'words', case when s.person_id = ${personId} then d.offer_words end,
          'standIn', d.stand_in_id is not null, 'minutes', d.minutes) as view
        from duty_shift d join community c on c.id = d.community_id
          join steward s on s.community_id = d.community_id and s.id = d.steward_id
          left join steward t on t.community_id = d.community_id and t.id = d.stand_in_id
        where s.person_id = ${personId} or t.person_id = ${personId} order by d.id`,
    },
  },
  erased: [
    {
      columns: { steward: ['shown_name', 'leave_reason'] },
      statement: ({ personId }) =>
        sql`update steward set shown_name = '', leave_reason = '' where person_id = ${personId}`,
    },
    // Whoever has left the site looks after no entrance and is on duty on no day to come.
    {
      columns: {},
      statement: ({ personId, now }) =>
        sql`update steward_area a set to_at = ${now} from steward s where s.community_id = a.community_id
          and s.id = a.steward_id and s.person_id = ${personId} and a.to_at is null`,
    },
    {
      columns: {},
      statement: ({ personId, now }) =>
        sql`update duty_shift d set offered_at = coalesce(d.offered_at, ${now}) from steward s
          where s.community_id = d.community_id and s.id = d.steward_id and s.person_id = ${personId} and d.minutes is null
            and d.day > (${now} at time zone 'Asia/Shanghai')::date`,
    },
    {
      columns: {},
      statement: ({ personId, now }) => sql`update duty_shift d set stand_in_id = null from steward s
          where s.community_id = d.community_id and s.id = d.stand_in_id and s.person_id = ${personId} and d.minutes is null
            and d.day > (${now} at time zone 'Asia/Shanghai')::date`,
    },
    {
      columns: {},
      statement: ({ personId, now }) =>
        sql`update steward set to_at = ${now} where person_id = ${personId} and to_at is null`,
    },
    {
      columns: { duty_shift: ['offer_words'] },
      statement: ({ personId }) => sql`update duty_shift d set offer_words = '' from steward s
        where s.community_id = d.community_id and s.id = d.steward_id and s.person_id = ${personId} and d.offer_words <> ''`,
    },
  ],
  kept: [
    [
      stays.course,
      {
        steward: ['person_id'],
        steward_area: ['steward_id', 'entrance_id', 'building_id', 'grant_id'],
        duty_shift: ['steward_id', 'stand_in_id'],
      },
    ],
    [stays.office, { steward: ['added_by'], duty_shift: ['confirmed_by'] }],
  ],
};
