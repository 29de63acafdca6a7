import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrate } from '@/db/migrate';
import { fill } from '@/db/scale/fill';
import { ground } from '@/features/rooms';
import { oneOfEverything } from './everything';

interface Cluster {
  url: string;
  adminUrl: string;
  stop: () => Promise<void>;
}

/** Filling needs a superuser, and fills a whole database: a cluster of its own. */
const scratch = mkdtempSync(path.join(tmpdir(), 'tongxin-scale-'));
let cluster: Cluster;

before(async () => {
  const script = pathToFileURL(path.resolve('scripts/database.mjs')).href;
  const { startDatabase }: { startDatabase: (options: object) => Promise<Cluster> } = await import(script);
  cluster = await startDatabase({ dir: path.join(scratch, 'postgres'), durable: false, demonstration: false });
  await migrate(cluster.url, ground);
});

after(async () => {
  await cluster?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

test('what is measured can be filled, whatever tables there are: rows in every one of them, told again in three communities', async () => {
  const client = new pg.Client({ connectionString: cluster.adminUrl.replace(/postgres$/, 'tongxin') });
  await client.connect();
  try {
    const empty = await oneOfEverything(client, { households: 120 });
    assert.deepEqual(empty, [], 'tables nothing was put into');
    const said: string[] = [];
    await fill(client, { towns: 3, stories: 2, communities: 5, cases: 200, say: (line) => said.push(line) });
    assert.match(said.join('\n'), /^5 communities lie in the district$/m);
    assert.match(said.join('\n'), /^\d{3} foreign keys hold/m);
    const { rows } = await client.query(
      `select c.slug, count(*)::int as households, (select count(*)::int from proposal p where p.community_id = c.id and p.no > 0) as told,
         (select count(*)::int from agency a where a.community_id = c.id) as agencies
         from community c join household h on h.community_id = c.id group by c.id order by c.id`,
    );
    // Two proposals twice told of the finished community, once of the other; two lie there already but in the new one.
    const extra = rows[0]?.told - 8;
    assert.deepEqual(
      rows.map(({ slug, households, told, agencies }) => [slug, households, told - extra, agencies]),
      [
        ['zhuguang', 120, 8, 2],
        ['demo', 120, 8, 2],
        ['c003', 120, 6, 2],
      ],
    );
  } finally {
    await client.end();
  }
});
