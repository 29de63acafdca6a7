import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { appRole } from '@/db/client';
import { Planned } from '@/db/planned';
import { community } from '@/db/schema/people';
import { env } from '@/lib/env';
import { closeAll, makeCommunity } from './fixture';

let client: pg.Client;
before(async () => {
  client = new Planned({ connectionString: env.databaseUrl });
  await client.connect();
});
after(async () => {
  await client.end();
  await closeAll();
});

const planned = async () => {
  const { rows } = await client.query('select statement from pg_prepared_statements where not from_sql');
  return rows.map(({ statement }) => statement as string);
};

test('what is asked again and again is planned once, and answers for the values at hand', async () => {
  const text = 'select $1::int + 1 as more';
  for (let at = 1; at <= 20; at += 1) assert.deepEqual((await client.query(text, [at])).rows, [{ more: at + 1 }]);
  assert.deepEqual((await client.query({ text, values: [1], rowMode: 'array' })).rows, [[2]]);
  assert.deepEqual(await planned(), [text]);
});

test("so is what the commands and pages ask, by whichever of the library's two ways", async () => {
  const db = drizzle(client);
  for (let at = 1; at <= 5; at += 1) {
    await db.execute(sql`select ${at}::int + 3 as more`);
    await db
      .select({ id: community.id })
      .from(community)
      .where(eq(community.slug, `none-${at}`));
  }
  const kept = await planned();
  assert.ok(kept.includes('select $1::int + 3 as more'));
  assert.ok(kept.some((text) => /from "community" where "community"."slug" = \$1$/.test(text)));
});

test('what is asked twice, or without values, or as several statements is not kept', async () => {
  for (let at = 0; at < 2; at += 1) await client.query('select $1::int + 2', [at]);
  for (let at = 0; at < 9; at += 1) await client.query('select 1; select 2');
  const kept = await planned();
  assert.ok(!kept.some((text) => text.includes('+ 2') || text.includes('select 2')));
});

test('a statement that failed, in a transaction that is given up, can be asked anew', async () => {
  const text = 'select 1 / $1::int as part';
  for (let at = 1; at <= 5; at += 1) {
    await client.query('begin');
    await assert.rejects(client.query(text, [0]), { code: '22012' });
    await client.query('rollback');
    assert.deepEqual((await client.query(text, [1])).rows, [{ part: 1 }]);
  }
});

test('a plan never outlives whose it was: another role sees its own rows', async () => {
  const here = await makeCommunity();
  const text = 'select count(*)::int as n from household where community_id = $1';
  const count = async () => (await client.query(text, [here.communityId])).rows[0].n as number;
  const as = (role: string, communities: string) =>
    client.query(
      `set role ${pg.escapeIdentifier(role)}; select set_config('tongxin.communities', '${communities}', false)`,
    );
  for (let at = 0; at < 8; at += 1) {
    await client.query('reset role');
    assert.ok((await count()) > 0);
    await as(appRole(env.databaseUrl), '');
    assert.equal(await count(), 0);
    await as(appRole(env.databaseUrl), `{${here.communityId}}`);
    assert.ok((await count()) > 0);
  }
  await client.query('reset role');
});
