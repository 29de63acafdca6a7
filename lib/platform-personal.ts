import { sql } from 'drizzle-orm';
import { type Personal, stays } from './personal';

export const personal: Personal = {
  exported: {
    record: {
      columns: { ledger_content: ['person_id', 'content'] },
      rows: (personId) => sql`select json_build_object('community', c.slug, 'entry', l.seq, 'act', l.act, 'at', l.at,
          'content', t.content) as view
        from ledger_content t join community c on c.id = t.community_id
          join ledger_leaf l on l.community_id = t.community_id and l.seq = t.seq
        where t.person_id = ${personId} order by l.at, l.seq`,
    },
    sessions: {
      columns: { session: ['person_id'] },
      rows: (personId) => sql`select json_build_object('since', created_at, 'until', expires_at, 'endedAt', revoked_at)
          as view from session where person_id = ${personId} order by created_at`,
    },
    account: {
      columns: { account_event: ['person_id', 'kind', 'detail'] },
      rows: (personId) => sql`select json_build_object('kind', kind, 'detail', detail, 'at', at) as view
        from account_event where person_id = ${personId} order by id`,
    },
    typed: {
      columns: { draft: ['person_id', 'path', 'values'] },
      rows: (personId) => sql`select json_build_object('page', path, 'values', values, 'at', at) as view
        from draft where person_id = ${personId} order by at`,
    },
  },
  erased: [
    {
      columns: { ledger_content: ['person_id', 'content', 'salt'] },
      statement: ({ personId }) => sql`delete from ledger_content
        where person_id = ${personId} and content::jsonb -> 'actor' ->> 'as' = 'resident'`,
    },
    {
      columns: { draft: ['person_id', 'path', 'values'] },
      statement: ({ personId }) => sql`delete from draft where person_id = ${personId}`,
    },
    {
      columns: {
        kept_sheet: [
          'person_id',
          'community',
          'sheet',
          'hash',
          'file',
          'rows',
          'problems',
          'totals',
          'columns',
          'refusal',
        ],
      },
      statement: ({ personId }) => sql`delete from kept_sheet where person_id = ${personId}`,
    },
    {
      columns: { sign_in_code: ['phone', 'hash'] },
      statement: ({ personId }) => sql`delete from sign_in_code
        where phone = (select phone from person where id = ${personId})`,
    },
    {
      columns: { session: ['revoked_at'] },
      statement: ({ personId, now }) => sql`update session set revoked_at = ${now}
        where person_id = ${personId} and revoked_at is null`,
    },
    {
      columns: { person: ['name', 'kept_name', 'phone', 'demonstration'] },
      statement: ({ personId, now }) => sql`update person
        set name = null, kept_name = null, phone = null, demonstration = null, erased_at = ${now} where id = ${personId}`,
    },
  ],
  kept: [
    [stays.ended, { account_event: ['person_id', 'kind', 'detail'] }],
    [stays.office, { ledger_content: ['person_id', 'content'] }],
    [stays.ended, { session: ['person_id'] }],
    [stays.ended, { idempotency: ['response', 'body_hash'] }],
  ],
};
