import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { beginSheet, keepSheet, keptSheet } from '@/lib/sheet/kept';
import { closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { importOrders } from './commands';
import { bringKept } from './jobs';
import { orderImportOf } from './queries';

after(closeAll);

const nothing = { category: '', closed: null, resolved: null, satisfied: null, effective: null, contacted: null };
const written = { kind: 'complaint', content: '三天了，楼前漆黑', caller: '', phone: '', place: '14号楼', others: [] };
const row = (n: number, came = '2021-01-31T07:03:00.000Z') => ({
  ...nothing,
  ...written,
  said: {},
  row: n + 2,
  no: `K${n}`,
  title: `路灯不亮 ${n}`,
  came,
});

async function keptOf(here: TestCommunity, rows: ReturnType<typeof row>[]) {
  const personId = await here.staff('hotline');
  const bytes = Buffer.from(JSON.stringify(rows));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const kept = { personId, community: here.slug, sheet: 'cases', hash };
  const found = { problems: [], total: 0, totals: [], columns: { heading: '', taken: [] } as never };
  await keepSheet({ ...kept, rows: bytes, count: rows.length, file: '工单.xlsx', ...found });
  const countOf = async (table: string) =>
    (await sql<{ n: number }>(`select count(*)::int as n from ${table} where community_id = $1`, [here.communityId]))[0]
      ?.n;
  const now = async () => [await countOf('cases'), await countOf('order_import')];
  return { kept, now, call: here.by(personId), begin: () => beginSheet({ ...kept, task: 'orders_import' }) };
}

const many = (n: number) => Array.from({ length: n }, (_, at) => row(at));

test('a large sheet goes on as a job that says how far it is; the same job once more finds nothing to do', async () => {
  const here = await makeCommunity();
  const { kept, now, call, begin } = await keptOf(here, many(2_300));
  await bringKept(kept);
  assert.deepEqual(await now(), [0, 0], 'nobody has asked for it');
  await begin();
  const waiting = await sql<{ key: string }>(`select key from graphile_worker.jobs where key like $1 order by key`, [
    `orders_import ${kept.personId} %`,
  ]);
  assert.equal(waiting.length, 2, 'now, and a little later');
  const [begun] = [await keptSheet(kept)];
  assert.deepEqual([begun?.begunAt !== null, begun?.readRows, begun?.late], [true, 0, false]);
  await bringKept(kept);
  assert.equal(await keptSheet(kept), undefined);
  const done = await orderImportOf(call, { hash: kept.hash });
  assert.deepEqual([done?.rows, done?.added, done?.changed], [2_300, 2_300, 0]);
  await bringKept(kept);
  assert.deepEqual(await now(), [2_300, 1]);
  assert.equal(await orderImportOf(here.by(await here.staff('district')), { hash: kept.hash }), undefined);
});

test('killed in the middle nothing has come in; begun again it comes in once', async () => {
  const here = await makeCommunity();
  const { kept, now, begin } = await keptOf(here, many(12_000));
  await begin();
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bring-kept.ts', JSON.stringify(kept)]);
  const ended = once(child, 'close');
  let read = 0;
  while (read === 0 && child.exitCode === null) read = (await keptSheet(kept))?.readRows ?? 0;
  child.kill('SIGKILL');
  await ended;
  assert.ok(read >= 1_000 && read < 12_000, `${read} rows were read when it was killed`);
  assert.deepEqual(await now(), [0, 0]);
  await bringKept(kept);
  assert.deepEqual(await now(), [12_000, 1]);
});

test('what had come in when its job was killed is not brought in again; what is refused says why and can be sent anew', async () => {
  const here = await makeCommunity();
  const { kept, now, call, begin } = await keptOf(here, many(3));
  assert.ok((await importOrders(call, { hash: kept.hash, rows: many(3) })).ok);
  await begin();
  await bringKept(kept);
  assert.deepEqual([await keptSheet(kept), await now()], [undefined, [3, 1]]);

  const early = await keptOf(here, [...many(3), row(3, '2999-01-01T00:00:00.000Z')]);
  await early.begin();
  await bringKept(early.kept);
  const refused = await keptSheet(early.kept);
  assert.deepEqual(
    [refused?.refusal?.code, refused?.refusal?.details, refused?.begunAt],
    ['in_the_future', { row: 5 }, null],
  );
  assert.deepEqual(await early.now(), [3, 1]);
});
