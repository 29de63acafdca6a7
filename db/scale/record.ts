import { canonical, leafHash, sha256 } from '@/lib/ledger';
import { columnOf, type Sheet } from './template';
import type { Town } from './town';

interface Head {
  size: number;
  chain: Buffer;
}

const bytes = (text: string | undefined) => Buffer.from((text ?? '').slice(3), 'hex');

/** The template's record, told so many times in each town behind what is there: numbers without a gap, a whole chain. */
export function* leafLines(
  leaves: Sheet,
  towns: readonly Town[],
  rounds: number,
  heads: Map<number, Head>,
): Generator<string> {
  const at = (name: string) => columnOf(leaves.table, name);
  const [community, seq, hash, chain] = ['community_id', 'seq', 'leaf_hash', 'chain'].map(at) as [
    number,
    number,
    number,
    number,
  ];
  for (const town of towns) {
    const head = heads.get(town.id) ?? { size: 0, chain: Buffer.alloc(32) };
    for (let round = 0; round < rounds; round += 1) {
      for (const row of leaves.rows) {
        head.size += 1;
        const leaf = leafHash(
          canonical({
            act: row[at('act')] ?? '',
            at: new Date(row[at('at')] ?? '').toISOString(),
            content: bytes(row[at('content_hash')]).toString('hex'),
            seq: head.size,
            subject: row[at('subject')] ?? '',
          }),
        );
        head.chain = sha256(head.chain, leaf);
        const fields = row.slice();
        fields[community] = String(town.id);
        fields[seq] = String(head.size);
        fields[hash] = `\\\\x${leaf.toString('hex')}`;
        fields[chain] = `\\\\x${head.chain.toString('hex')}`;
        yield fields.join('\t');
      }
    }
    heads.set(town.id, head);
  }
}

/** Words and keys of the record: the template's again, under the numbers of their leaves. */
export function* repeated(
  sheet: Sheet,
  towns: readonly Town[],
  rounds: number,
  sizes: Map<number, number>,
  change: (fields: string[], town: Town, seq: number, round: number) => void,
): Generator<string> {
  const community = columnOf(sheet.table, 'community_id');
  for (const town of towns) {
    let seq = sizes.get(town.id) ?? 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const row of sheet.rows) {
        seq += 1;
        const fields = row.slice();
        fields[community] = String(town.id);
        change(fields, town, seq, round);
        yield fields.join('\t');
      }
    }
  }
}
