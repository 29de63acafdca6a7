import { sql } from 'drizzle-orm';
import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  exported: {
    homes: {
      columns: { residency: ['person_id', 'household_id'] },
      rows: (personId) => sql`select json_build_object('slug', c.slug, 'nameZh', c.name_zh, 'nameEn', c.name_en,
          'building', b.name, 'entrance', e.no, 'door', u.door, 'from', r.from_at, 'to', r.to_at) as view
        from residency r join community c on c.id = r.community_id
          join household h on h.community_id = r.community_id and h.id = r.household_id
          join unit u on u.community_id = h.community_id and u.id = h.unit_id
          join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
          join building b on b.community_id = h.community_id and b.id = h.building_id
        where r.person_id = ${personId} order by r.id`,
    },
    ownerships: {
      columns: { ownership: ['person_id', 'owner_name'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'building', b.name, 'entrance', e.no,
          'door', u.door, 'owner', o.owner_name, 'share', o.share, 'of', o.share_of, 'voter', o.voter) as view
        from ownership o join community c on c.id = o.community_id
          join unit u on u.community_id = o.community_id and u.id = o.unit_id
          join entrance e on e.community_id = u.community_id and e.id = u.entrance_id
          join building b on b.community_id = e.community_id and b.id = e.building_id
        where o.person_id = ${personId} order by o.id`,
    },
    grants: {
      columns: { grants: ['person_id', 'role'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'role', g.role, 'from', g.from_at,
          'to', g.to_at) as view
        from grants g join community c on c.id = g.community_id where g.person_id = ${personId} order by g.id`,
    },
    joins: {
      columns: { join_request: ['person_id', 'name', 'note', 'reason'] },
      rows: (
        personId,
      ) => sql`select json_build_object('community', c.slug, 'state', j.state, 'name', j.name, 'note', j.note,
          'reason', j.reason, 'at', j.requested_at) as view
        from join_request j join community c on c.id = j.community_id where j.person_id = ${personId} order by j.id`,
    },
    received: {
      columns: { handover: ['receiver_id', 'item', 'title'] },
      rows: (
        personId,
      ) => sql`select json_build_object('community', c.slug, 'item', h.item, 'title', h.title, 'at', h.at)
          as view from handover h join community c on c.id = h.community_id where h.receiver_id = ${personId} order by h.id`,
    },
  },
  erased: [
    {
      columns: { join_request: ['name', 'note', 'reason'] },
      statement: ({ personId }) =>
        sql`update join_request set name = '', note = '', reason = null where person_id = ${personId}`,
    },
    {
      columns: { join_request: ['state'] },
      statement: ({ personId, now }) => sql`update join_request set state = 'refused', decided_at = ${now}
        where person_id = ${personId} and state = 'requested'`,
    },
    {
      columns: { residency: ['to_at'] },
      statement: ({ personId, now }) => sql`update residency set to_at = ${now}
        where person_id = ${personId} and to_at is null`,
    },
    {
      columns: { grants: ['to_at'] },
      statement: ({ personId, now }) => sql`update grants set to_at = ${now}
        where person_id = ${personId} and (to_at is null or to_at > ${now})`,
    },
    {
      columns: { ownership: ['person_id'] },
      statement: ({ personId }) => sql`update ownership set person_id = null where person_id = ${personId}`,
    },
  ],
  kept: [
    [stays.register, { ownership: ['owner_name'] }],
    [
      stays.ended,
      {
        residency: ['household_id', 'person_id'],
        join_request: ['household_id', 'person_id'],
        grants: ['person_id', 'role'],
      },
    ],
    [
      stays.office,
      {
        residency: ['confirmed_by'],
        join_request: ['decided_by'],
        grants: ['given_by'],
        handover: ['grant_id', 'item', 'title', 'receiver_id'],
        register_import: ['hash', 'imported_by'],
      },
    ],
  ],
};
