import assert from 'node:assert/strict';
import { witnessed } from '@/features/rooms';
import { canonical, leafHash, sha256 } from '@/lib/ledger';
import { verifyWords } from '@/lib/told';
import { sql } from './fixture';

/**
 * Recomputes every hash from what is stored beside it, and the chain from nothing, and compares what was said with it.
 * Returns how many leaves there are.
 */
export async function verifyRecord(communityId: number): Promise<number> {
  const rows = await sql<{
    seq: string;
    act: string;
    subject: string;
    content_hash: Buffer;
    leaf_hash: Buffer;
    chain: Buffer;
    at: string;
    salt: Buffer;
    content: string;
  }>(
    `select l.*, to_json(l.at)#>>'{}' as at, c.salt, c.content from ledger_leaf l
       join ledger_content c using (community_id, seq) where community_id = $1 order by seq`,
    [communityId],
  );
  let chain: Buffer = Buffer.alloc(32);
  for (const [index, row] of rows.entries()) {
    assert.equal(Number(row.seq), index + 1, 'a gap in the record');
    assert.deepEqual(row.content_hash, sha256(row.salt, row.content));
    const input = canonical({
      act: row.act,
      at: new Date(row.at).toISOString(),
      content: row.content_hash.toString('hex'),
      seq: index + 1,
      subject: row.subject,
    });
    assert.deepEqual(row.leaf_hash, leafHash(input), `leaf ${row.seq}`);
    chain = sha256(chain, row.leaf_hash);
    assert.deepEqual(row.chain, chain, `chain at ${row.seq}`);
  }
  const [head] = await sql<{ size: string; chain: Buffer }>(
    'select size, chain from ledger_head where community_id = $1',
    [communityId],
  );
  assert.equal(Number(head?.size), rows.length);
  assert.deepEqual(head?.chain, chain);
  const asked = {
    query: async <R extends object>(text: string, values: unknown[]) => ({ rows: await sql<R>(text, values) }),
  };
  assert.deepEqual(await verifyWords(asked, witnessed, communityId), []);
  return rows.length;
}
