import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { ledgerContent, ledgerHead, ledgerLeaf } from '@/db/schema/ledger';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What a command puts on the public record: what it is about, and the content whose salted hash goes in. */
export interface Leaf {
  subject: string;
  content: { [key: string]: Json };
}

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

/** RFC 6962, 2.1: a leaf's hash is SHA-256(0x00 || leaf input). */
export const leafHash = (input: Buffer | string): Buffer => sha256(Buffer.of(0), input);

/**
 * Appends a leaf in the command's transaction. The head's row lock makes the sequence gapless and is the last lock taken.
 * Returns the leaf's number, from 1.
 */
export async function append(
  db: Database,
  communityId: number,
  entry: { act: string; leaf: Leaf; personId: number | null; now: Date },
): Promise<number> {
  const [head] = await db.select().from(ledgerHead).where(eq(ledgerHead.communityId, communityId)).for('update');
  if (!head) throw new Error(`community ${communityId} has no ledger`);
  const seq = head.size + 1;
  const content = canonical(entry.leaf.content);
  const salt = randomBytes(16);
  const contentHash = sha256(salt, content);
  const input = canonical({
    act: entry.act,
    at: entry.now.toISOString(),
    content: contentHash.toString('hex'),
    seq,
    subject: entry.leaf.subject,
  });
  const hash = leafHash(input);
  const chain = sha256(head.chain, hash);
  const at = entry.now;
  await db
    .insert(ledgerLeaf)
    .values({ communityId, seq, act: entry.act, subject: entry.leaf.subject, contentHash, leafHash: hash, chain, at });
  await db.insert(ledgerContent).values({ communityId, seq, personId: entry.personId, salt, content });
  await db.update(ledgerHead).set({ size: seq, chain }).where(eq(ledgerHead.communityId, communityId));
  return seq;
}
