import fs from 'node:fs';

export interface Node {
  'Node Type': string;
  'Actual Loops': number;
  'Actual Rows': number;
  'Relation Name'?: string;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

export interface Plan {
  'Query Text': string;
  Plan: Node;
}

export interface Read {
  /** Big tables read from end to end, or as good as. */
  whole: { table: string; how: string; looked: number; text: string }[];
  /** How many rows were looked at in all. */
  rows: number;
}

/** What auto_explain has written in a piece of PostgreSQL's log: one plan for each statement, those of functions too. */
export function plansIn(text: string): Plan[] {
  return text
    .split(/^\d{4}-\d\d-\d\d .*LOG: {2}duration: .*plan:$/m)
    .slice(1)
    .flatMap((piece) => {
      const lines = piece.split('\n').filter((line) => line.startsWith('\t'));
      try {
        return [JSON.parse(lines.map((line) => line.slice(1)).join('\n'))];
      } catch {
        return [];
      }
    });
}

/** Every node of a plan that was carried out. */
function* nodesOf(node: Node): Generator<Node> {
  if (node['Actual Loops'] === 0) return;
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/**
 * What the statements of a request read.
 *
 * @param big names of tables with more than `most` rows; a scan that looked at more than `most` rows read it as good as whole
 * @param small names of tables of a few pages: to read one from end to end once costs no more than to look into its index,
 *   and counts for nothing
 */
export function readBy(
  plans: Plan[],
  { big, most, small }: { big: ReadonlySet<string>; most: number; small?: ReadonlySet<string> },
): Read {
  const whole: Read['whole'] = [];
  let rows = 0;
  for (const { 'Query Text': text, Plan: plan } of plans) {
    for (const node of nodesOf(plan)) {
      const table = node['Relation Name'];
      const once = node['Node Type'] === 'Seq Scan' && node['Actual Loops'] === 1;
      if (!table || (once && small?.has(table))) continue;
      const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
      const looked = (node['Actual Rows'] + removed) * node['Actual Loops'];
      rows += looked;
      if ((node['Node Type'] === 'Seq Scan' && big.has(table)) || looked > most)
        whole.push({ table, how: node['Node Type'], looked, text: text.replace(/\s+/g, ' ').slice(0, 160) });
    }
  }
  return { whole, rows: Math.round(rows) };
}

/** Follows a file: each call gives what was written since the one before. */
export function following(file: string): () => string {
  let at = fs.statSync(file).size;
  return () => {
    const end = fs.statSync(file).size;
    const piece = Buffer.alloc(end - at);
    const handle = fs.openSync(file, 'r');
    fs.readSync(handle, piece, 0, piece.length, at);
    fs.closeSync(handle);
    at = end;
    return piece.toString('utf8');
  };
}
