import { sql } from 'drizzle-orm';
import type { Personal } from './personal';

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
        kept_sheet: ['person_id', 'community', 'sheet', 'hash', 'file', 'rows', 'problems', 'totals', 'columns'],
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
      columns: { person: ['name', 'phone', 'demonstration'] },
      statement: ({ personId, now }) => sql`update person
        set name = null, phone = null, demonstration = null, erased_at = ${now} where id = ${personId}`,
    },
  ],
  kept: [
    ['what was done to an account, without what was said', { account_event: ['person_id', 'kind', 'detail'] }],
    [
      'who was in an office, or spoke for others, when it was done; a resident’s own goes',
      { ledger_content: ['person_id', 'content'] },
    ],
    ['ended, and leads to nobody', { session: ['person_id'] }],
    [
      'a number given again to whoever sent the same twice; it holds no words',
      { idempotency: ['response', 'body_hash'] },
    ],
  ],
};
