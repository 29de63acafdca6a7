import { createHash, randomBytes } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Receipt } from './result';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What a command puts on the public record: what it is about, and the content whose salted hash goes in. */
export interface Leaf {
  subject: string;
  content: { [key: string]: Json };
  /**
   * Its content is everybody's to read: it goes in without the numbers of whoever did it and with the salt everybody
   * knows, so that anybody can work it out.
   */
  open?: true;
}

/** The salt of what is no secret. */
const OPEN_SALT = Buffer.alloc(16);

/** JSON with sorted keys and no spaces: the same content has one form. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

export const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The same in hexadecimal. */
export const digest = (...parts: (Buffer | string)[]): string => sha256(...parts).toString('hex');

/** RFC 6962, 2.1: a leaf's hash is SHA-256(0x00 || leaf input). */
export const leafHash = (input: Buffer | string): Buffer => sha256(Buffer.of(0), input);

/** Where the number of a leaf stands in what is hashed; inside a text of it the quotes would be escaped. */
const NUMBERED = '"seq":0,';

/**
 * Appends a leaf in the command's transaction, in one statement: the head is the last lock taken, and all who write in
 * the community wait for it. Its row makes the sequence gapless. Leaves are numbered from 1. `beside` is done with it,
 * given the number as an expression: `(number) => sql`update … set seq = ${number}``.
 */
export async function append(
  db: Database,
  communityId: number,
  entry: { act: string; leaf: Leaf; personId: number | null; now: Date },
  beside: (number: SQL) => SQL = () => sql`select 1`,
): Promise<Receipt> {
  const content = canonical(entry.leaf.content);
  const salt = entry.leaf.open ? OPEN_SALT : randomBytes(16);
  const contentHash = sha256(salt, content);
  const { act, personId } = entry;
  const { subject } = entry.leaf;
  const at = entry.now.toISOString();
  const input = canonical({ act, at, content: contentHash.toString('hex'), seq: 0, subject });
  const [before = '', after = ''] = input.split(NUMBERED);
  const hash = (number: SQL) =>
    sql`sha256('\\x00'::bytea || convert_to(${`${before}"seq":`}::text || ${number} || ${`,${after}`}::text, 'UTF8'))`;
  const { rows } = await db.execute<{ seq: string; hash: Buffer }>(sql`
    with head as (update ledger_head set size = size + 1, chain = sha256(chain || ${hash(sql`(size + 1)`)})
        where community_id = ${communityId} returning size, chain),
      leaf as (insert into ledger_leaf (community_id, seq, act, subject, content_hash, leaf_hash, chain, at)
        select ${communityId}, size, ${act}, ${subject}, ${contentHash}, ${hash(sql`size`)}, chain, ${at}::timestamptz
          from head returning seq, leaf_hash),
      content as (insert into ledger_content (community_id, seq, person_id, salt, content)
        select ${communityId}, size, ${personId}::integer, ${salt}, ${content} from head),
      beside as (${beside(sql`(select size from head)`)})
    select seq, leaf_hash as hash from leaf`);
  const [made] = rows;
  if (!made) throw new Error(`community ${communityId} has no ledger`);
  return { seq: Number(made.seq), leafHash: made.hash.toString('hex') };
}

/** A leaf whose content is open, worked out from nothing else: what goes into it, and its hash. */
export function openLeaf(entry: { act: string; at: Date; seq: number; leaf: Leaf }) {
  const { act, seq, leaf } = entry;
  const content = canonical(leaf.content);
  const contentHash = sha256(OPEN_SALT, content).toString('hex');
  const input = canonical({ act, at: entry.at.toISOString(), content: contentHash, seq, subject: leaf.subject });
  return { content, contentHash, input, hash: leafHash(input).toString('hex') };
}

/** A leaf as it is stored; salt and content are null when they were erased. */
export interface StoredLeaf {
  seq: number;
  act: string;
  subject: string;
  contentHash: Buffer;
  leafHash: Buffer;
  chain: Buffer;
  at: Date;
  salt: Buffer | null;
  content: string | null;
}

/** How far a record holds: `size` leaves, the chain after the last of them (hex), and the first thing that is wrong. */
export interface Verified {
  size: number;
  chain: string;
  broken?: { seq: number; why: string };
}

/** Recomputes a record from nothing: numbers without a gap, hashes of content and leaf, the chain, and the head. */
export async function verifyLeaves(
  leaves: AsyncIterable<StoredLeaf> | Iterable<StoredLeaf>,
  head: { size: number; chain: Buffer | null },
): Promise<Verified> {
  let size = 0;
  let chain: Buffer = Buffer.alloc(32);
  const so = (why?: string): Verified => ({
    size,
    chain: chain.toString('hex'),
    ...(why && { broken: { seq: size + 1, why } }),
  });
  for await (const leaf of leaves) {
    if (leaf.seq !== size + 1) return so(`leaf ${leaf.seq} is in its place`);
    if (leaf.salt && leaf.content !== null && !sha256(leaf.salt, leaf.content).equals(leaf.contentHash))
      return so('its content is not what was hashed');
    const input = canonical({
      act: leaf.act,
      at: leaf.at.toISOString(),
      content: leaf.contentHash.toString('hex'),
      seq: leaf.seq,
      subject: leaf.subject,
    });
    const hash = leafHash(input);
    if (!hash.equals(leaf.leafHash)) return so('the leaf is not what was hashed');
    const next = sha256(chain, hash);
    if (!next.equals(leaf.chain)) return so('the chain breaks');
    chain = next;
    size += 1;
  }
  return head.size === size && head.chain?.equals(chain) ? so() : so(`the head speaks of ${head.size} leaves`);
}
