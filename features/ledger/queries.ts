import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import { ledgerHead, ledgerLeaf } from '@/db/schema/ledger';
import { boardQuery } from '@/lib/query';

const PAGE = 30;

const shown = {
  seq: ledgerLeaf.seq,
  act: ledgerLeaf.act,
  at: ledgerLeaf.at,
  leafHash: ledgerLeaf.leafHash,
  chain: ledgerLeaf.chain,
};

/** The newest leaves of the record as it hangs, to the last midnight, or those before `before`. Who and what stands in the salted content, not here. */
export const boardRecord = boardQuery({
  name: 'ledger.record',
  read: async ({ db, communityId }, { before }: { before?: number }) => {
    const [head] = await db.select().from(ledgerHead).where(eq(ledgerHead.communityId, communityId));
    // The record has no gaps: a page of it is a stretch of numbers.
    const size = head?.size ?? 0;
    const end = before ?? size + 1;
    // Beyond what there is, is no page: nothing links there, and each would be kept.
    if (before !== undefined && (before > size || before < 2)) return undefined;
    const rows = await db
      .select(shown)
      .from(ledgerLeaf)
      .where(and(eq(ledgerLeaf.communityId, communityId), lt(ledgerLeaf.seq, end), gte(ledgerLeaf.seq, end - PAGE - 1)))
      .orderBy(desc(ledgerLeaf.seq))
      .limit(PAGE + 1);
    const leaves = rows.slice(0, PAGE).map(inHex);
    return { size, leaves, next: rows.length > PAGE ? (leaves.at(-1)?.seq ?? null) : null };
  },
  shows: () => ['record'],
});

/** One leaf by its number. */
export const boardLeaf = boardQuery({
  name: 'ledger.leaf',
  read: async ({ db, communityId }, { seq }: { seq: number }) => {
    const rows = await db
      .select(shown)
      .from(ledgerLeaf)
      .where(and(eq(ledgerLeaf.communityId, communityId), inArray(ledgerLeaf.seq, [seq, seq - 1])));
    const row = rows.find((one) => one.seq === seq);
    const before = rows.find((one) => one.seq === seq - 1)?.chain ?? Buffer.alloc(32);
    return row && { ...inHex(row), before: before.toString('hex') };
  },
  shows: ({ seq }) => [`record/${seq}`],
});

const inHex = <T extends { leafHash: Buffer; chain: Buffer }>({ leafHash, chain, ...row }: T) => ({
  ...row,
  leafHash: leafHash.toString('hex'),
  chain: chain.toString('hex'),
});
