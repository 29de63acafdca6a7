import type pg from 'pg';
import { type StoredLeaf, type Verified, verifyLeaves } from './ledger';

export interface VerifiedRecord extends Verified {
  community: string;
}

async function* leavesOf(client: pg.ClientBase, communityId: number): AsyncGenerator<StoredLeaf> {
  for (let after = 0; ; ) {
    const { rows } = await client.query<Omit<StoredLeaf, 'seq'> & { seq: string }>(
      `select l.seq, l.act, l.subject, l.content_hash as "contentHash", l.leaf_hash as "leafHash", l.chain, l.at,
              c.salt, c.content
         from ledger_leaf l left join ledger_content c using (community_id, seq)
        where l.community_id = $1 and l.seq > $2 order by l.seq limit 1000`,
      [communityId, after],
    );
    for (const row of rows) {
      after = Number(row.seq);
      yield { ...row, seq: after };
    }
    if (rows.length === 0) return;
  }
}

/**
 * Recomputes the record of every community from what is stored, inside the caller's transaction and as the owner.
 * `broken` where a leaf, the chain or the head is not what it must be.
 */
export async function verifyRecords(client: pg.ClientBase): Promise<VerifiedRecord[]> {
  const { rows } = await client.query<{ id: number; slug: string; size: string | null; chain: Buffer | null }>(
    'select c.id, c.slug, h.size, h.chain from community c left join ledger_head h on h.community_id = c.id order by c.id',
  );
  const found: VerifiedRecord[] = [];
  for (const { id, slug, size, chain } of rows) {
    const verified = await verifyLeaves(leavesOf(client, id), { size: Number(size ?? -1), chain });
    found.push({ community: slug, ...verified });
  }
  return found;
}

export const saysBroken = ({ community, broken }: VerifiedRecord): string[] =>
  broken ? [`the record of ${community} does not verify at leaf ${broken.seq}: ${broken.why}`] : [];
