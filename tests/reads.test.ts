import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { recordCase } from '@/features/cases/commands';
import { newAnswer, whileAnswering } from '@/lib/answer';
import { env } from '@/lib/env';
import { openQuery, query } from '@/lib/query';
import { done } from './consultation';
import { closeAll, makeCommunity, sql as ownerSql } from './fixture';

after(closeAll);

const answer = (url = '/me', forBoard = false) =>
  newAnswer(new ServerResponse({ method: 'GET', url } as never), 'test', forBoard);
const request = <T>(work: () => Promise<T>): Promise<T> => whileAnswering(answer(), work);

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

test('who asks, and where, is asked once for the reads of a request, also when others came between', async () => {
  const here = await makeCommunity();
  const there = await makeCommunity();
  const [worker, stranger] = [here.by(await here.staff('social-worker')), here.by(await here.outsider())];
  done(await recordCase(worker, fall));
  const made = answer();
  await whileAnswering(made, async () => {
    assert.equal((await seen(worker, {}))?.cases, 1);
    const once = made.statements;
    assert.equal((await seen(worker, {}))?.cases, 1);
    assert.equal(made.statements, once + 1);
    assert.equal((await seenOutside(undefined))?.cases, 0);
    assert.equal((await seen(worker, {}))?.cases, 1);
    assert.equal(made.statements, once + 3);
    await sleep(50);
    assert.equal((await seen(worker, {}))?.cases, 1);
    assert.equal(made.statements, once + 4);
    assert.equal((await seen({ ...worker, community: there.slug }, {}))?.cases, 0);
    assert.equal((await seen(stranger, {}))?.cases, 1);
    assert.equal((await seen(worker, {}))?.cases, 1);
    assert.equal(made.statements, once + 10);
  });
});

test('attack 9: what the database has no time for is said on its answer, and nothing else is', async () => {
  const slow = openQuery({
    name: 'test.slow',
    read: async ({ db }, statement: string) => {
      await db.execute(sql`set local statement_timeout = '50ms'`);
      return (await db.execute(sql.raw(statement))).rows;
    },
  });
  const said = async (statement: string) => {
    const made = answer();
    await assert.rejects(whileAnswering(made, () => slow(statement)));
    return made.overloaded === true;
  };
  assert.deepEqual([await said('select pg_sleep(5)'), await said('select 1/0')], [true, false]);
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

/** Reads until somebody sets it free, seen by the name it has in the database. */
const held = openQuery({
  name: 'test.held',
  read: async ({ db }, key: number) => db.execute(sql`select pg_advisory_xact_lock_shared(7701, ${key})`),
});

/** While `work` goes on nobody gets past a lock. */
async function whileHeld(key: number, work: () => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: env.databaseUrl });
  await owner.connect();
  await owner.query('select pg_advisory_lock(7701, $1)', [key]);
  try {
    await work();
  } finally {
    await owner.end();
  }
}
const waiting = async (key: number) =>
  (
    await ownerSql<{ n: number }>(
      `select count(*)::int as n from pg_locks where locktype = 'advisory' and classid = 7701 and objid = $1 and not granted`,
      [key],
    )
  )[0]?.n ?? 0;
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('pages that wait for the database take nothing from the board, from signing in, or from whether it answers', async () => {
  await whileHeld(1, async () => {
    const slow = Array.from({ length: 8 }, () => request(() => held(1)));
    await until(async () => (await waiting(1)) === 8);
    for (const one of [
      answer('/sign-in'),
      answer('/en/sign-in/code?back=/me'),
      answer('/api/health'),
      answer('/demo', true),
    ])
      await whileAnswering(one, () => seenOutside(undefined));
    assert.equal(await waiting(1), 8, 'and they still wait');
    for (const one of slow) one.catch(() => {});
  });
});

test('a statement nobody waits for any more is ended, and the request reads nothing more', async () => {
  await whileHeld(2, async () => {
    const left = answer();
    const reading = whileAnswering(left, () => held(2));
    await until(async () => (await waiting(2)) === 1);
    left.response.emit('close');
    await assert.rejects(reading);
    await until(async () => (await waiting(2)) === 0);
    await assert.rejects(
      whileAnswering(left, () => seenOutside(undefined)),
      /nobody waits/,
    );
  });
});

test('no statement of a request, and no transaction that stands still, lasts for ever', async () => {
  const limits = openQuery({
    name: 'test.limits',
    read: async ({ db }, _: undefined) =>
      (
        await db.execute<Record<string, string>>(sql`select current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle`)
      ).rows[0],
  });
  for (const one of [answer('/me'), answer('/sign-in'), answer('/demo', true)]) {
    const found = await whileAnswering(one, () => limits(undefined));
    for (const limit of [found?.statement, found?.idle]) assert.match(limit ?? '', /^\d+s$/, one.lane);
  }
});
