import type { Said, SaidByTable } from '@/db/said';
import { canonical, type Json, sha256 } from './ledger';

/** Words of a table that also stand in leaves of the record: the newest leaf about a row says what is in it. */
export interface Told {
  table: string;
  acts: readonly string[];
  /** Which row `r` a leaf `l`, with its `act`, `subject` and content `c`, is about; and when it still holds. */
  row: string;
  /** What tells the row, where nothing else says so. */
  key?: string;
  /** What stands in the row, an expression over it, and in which field of the content; `$by`: whoever did it. */
  words: readonly (readonly [of: string, field: string])[];
}

/** A text with its fingerprint beside it; a draft has none yet. */
export interface Hashed {
  table: string;
  content: string;
  hash: string;
}

/** What belongs to no one community and carries its own fingerprint. */
export interface Sealed {
  table: string;
  /** Selects the `id` of each that is not what its fingerprint was made of. */
  unlike: string;
}

interface Asked {
  query<R extends object>(text: string, values: unknown[]): Promise<{ rows: R[] }>;
}

interface Found {
  slug: string;
  id: string;
}

/** Rows that are not what the record holds. What an erasure took is in neither. */
const differing = ({ table, row, words, key = 'id' }: Told) => `
  with told as (select l.community_id, l.seq, l.act, l.subject,
        t.content::jsonb || jsonb_build_object('$by', t.person_id) as c from ledger_leaf l
      join ledger_content t using (community_id, seq)
      where l.act = any ($2) and ($1::integer is null or l.community_id = $1)),
    newest as (select distinct on (r.community_id, r.ctid) r.community_id, r.${key}::text as id, l.seq,
        ${words
          .map(([of, field]) => `coalesce((${of})::text, '') = coalesce(l.c ->> '${field}', '')`)
          .join(' and ')} as same
      from told l join ${table} r on r.community_id = l.community_id and ${row}
      order by r.community_id, r.ctid, l.seq desc)
  select k.slug, n.id from newest n join community k on k.id = n.community_id
   where not n.same and not exists (select from erasure e where e.community_id = n.community_id
     and e.source = '${table}' and e.row_id::text = n.id) order by 1, n.id`;

/** Rows of `of` without the words that belong to them, which no erasure took. */
const missing = (table: string, of: string, { key = 'id' }: Said) => {
  const id = of === 'ledger_leaf' ? 'seq' : 'id';
  return `select k.slug, o.${id}::text as id from ${of} o join community k on k.id = o.community_id
    where ($1::integer is null or o.community_id = $1)
      and not exists (select from ${table} t where t.community_id = o.community_id and t.${key} = o.${id})
      and not exists (select from erasure e where e.community_id = o.community_id and e.source = '${table}'
        and e.row_id = o.${id}) order by 1, o.${id}`;
};

/**
 * What was said, compared with the record and with the traces of erasures, inside the caller's transaction and as the
 * owner; of one community, `within`, or of all. One line for what is not as it was said; empty when all is.
 */
export async function verifyWords(
  client: Asked,
  {
    said,
    told,
    hashed,
    sealed,
  }: { said: SaidByTable; told: readonly Told[]; hashed: readonly Hashed[]; sealed: readonly Sealed[] },
  within: number | null = null,
): Promise<string[]> {
  const lines: string[] = [];
  for (const one of told) {
    const { rows } = await client.query<Found>(differing({ key: said[one.table]?.key, ...one }), [within, one.acts]);
    for (const { slug, id } of rows) lines.push(`${one.table} ${id} of ${slug} is not what the record holds`);
  }
  for (const [table, one] of Object.entries(said)) {
    if (!one.of) continue;
    const { rows } = await client.query<Found>(missing(table, one.of, one), [within]);
    for (const { slug, id } of rows) lines.push(`${table} ${id} of ${slug} is missing, and nobody's data were deleted`);
  }
  for (const { table, content, hash } of hashed) {
    const { rows } = await client.query<Found & { content: Json; hash: Buffer }>(
      `select k.slug, r.id::text as id, r.${content} as content, r.${hash} as hash from ${table} r
        join community k on k.id = r.community_id
        where r.${hash} is not null and ($1::integer is null or r.community_id = $1) order by 1, r.id`,
      [within],
    );
    for (const row of rows)
      if (!sha256(canonical(row.content)).equals(row.hash))
        lines.push(`${table} ${row.id} of ${row.slug} is not the text of its fingerprint`);
  }
  for (const { table, unlike } of within === null ? sealed : []) {
    const { rows } = await client.query<{ id: string }>(unlike, []);
    for (const { id } of rows) lines.push(`${table} ${id} is not what its fingerprint was made of`);
  }
  return lines;
}
