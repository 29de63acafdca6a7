import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { recordCase } from '@/features/cases/commands';
import { newAnswer, whileAnswering } from '@/lib/answer';
import { openQuery, query } from '@/lib/gate';
import { done } from './consultation';
import { closeAll, makeCommunity } from './fixture';

after(closeAll);

const request = <T>(work: () => Promise<T>): Promise<T> =>
  whileAnswering(newAnswer(new ServerResponse({ method: 'GET' } as never), 'test'), work);

const transaction = sql`select pg_backend_pid() || '-' || extract(epoch from now())::text as name,
  (select count(*)::int from cases) as cases`;
interface Seen {
  name: string;
  cases: number;
}

const seen = query({
  name: 'test.seen',
  allow: () => true,
  read: async ({ db }, _: Record<never, never>) =>
    (await db.execute<Seen & Record<string, unknown>>(transaction)).rows[0],
});
const seenOutside = openQuery({
  name: 'test.outside',
  read: async ({ db }, _: undefined) => (await db.execute<Seen & Record<string, unknown>>(transaction)).rows[0],
});

const fall = { kind: 'complaint', source: 'walk_in', title: '土坡路滑', words: '摔了三回', place: '14号楼前' };

test('the reads of one request are one transaction; what it writes it reads', async () => {
  const here = await makeCommunity();
  const worker = here.by(await here.staff('social-worker'));
  await request(async () => {
    const [one, other] = await Promise.all([seen(worker, {}), seen(worker, {})]);
    assert.equal(one?.name, other?.name);
    assert.equal(one?.cases, 0);
    done(await recordCase(worker, fall));
    const later = await seen(worker, {});
    assert.equal(later?.cases, 1);
    assert.notEqual(later?.name, one?.name);
  });
  assert.notEqual((await seen(worker, {}))?.name, (await seen(worker, {}))?.name);
});

test('a read that belongs to no community sees none, also after one that had entered it', async () => {
  const here = await makeCommunity();
  const worker = here.by(await here.staff('social-worker'));
  done(await recordCase(worker, fall));
  await request(async () => {
    assert.equal((await seen(worker, {}))?.cases, 1);
    assert.equal((await seenOutside(undefined))?.cases, 0);
    assert.equal((await seen(worker, {}))?.cases, 1);
  });
});

test('a read within a read does not wait for itself, one that fails leaves the next whole', async () => {
  const here = await makeCommunity();
  const worker = here.by(await here.staff('social-worker'));
  const within = query({
    name: 'test.within',
    allow: () => true,
    read: async (_scope, _: Record<never, never>) => seen(worker, {}),
  });
  const failing = query({
    name: 'test.failing',
    allow: () => true,
    read: async ({ db }, _: Record<never, never>) => (await db.execute(sql`select 1 / 0`)).rows[0],
  });
  await request(async () => {
    assert.equal((await within(worker, {}))?.cases, 0);
    await assert.rejects(failing(worker, {}));
    assert.equal((await seen(worker, {}))?.cases, 0);
  });
});

test('more requests than connections, each reading twice with a pause: all are answered', async () => {
  const here = await makeCommunity();
  const worker = here.by(await here.staff('social-worker'));
  const all = await Promise.all(
    Array.from({ length: 40 }, () =>
      request(async () => {
        const first = await seen(worker, {});
        await new Promise((resolve) => setTimeout(resolve, 20));
        return [first?.cases, (await seen(worker, {}))?.cases];
      }),
    ),
  );
  assert.deepEqual(new Set(all.flat()), new Set([0]));
});
