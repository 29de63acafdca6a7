import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql as raw } from 'drizzle-orm';
import pg from 'pg';
import { appRole, boardRole } from '@/db/client';
import { plainSheet } from '@/db/seed/blank-sheets';
import { putBlank } from '@/features/blanks/commands';
import { recordCase } from '@/features/cases/commands';
import { callCase } from '@/features/evaluations/commands';
import { importOrders } from '@/features/exchange/commands';
import { orders } from '@/features/exchange/sheet';
import { askExport } from '@/features/exports/commands';
import { fillBlank } from '@/features/exports/commands/blank';
import { drawObjection } from '@/features/objections/commands/draw';
import { noteVisit } from '@/features/opinions/commands/visit';
import { mergeCase } from '@/features/orders/commands/end';
import { dispatchCase } from '@/features/orders/commands/give';
import { lookCase } from '@/features/orders/commands/household';
import { deskDay } from '@/features/orders/queries/day';
import { filterFrom } from '@/features/orders/rules/filter';
import { revokeGrant } from '@/features/people/commands/grant';
import { importRegister } from '@/features/people/commands/register';
import { endResidency } from '@/features/people/commands/residents';
import { ground } from '@/features/rooms';
import { handOver } from '@/features/terms/commands';
import { keepSelection } from '@/features/topics/commands/selection';
import { decideOpposite } from '@/features/topics/commands/topics';
import { MATTERS } from '@/features/topics/rules/opposites';
import { subjectsIn } from '@/lib/board';
import { env } from '@/lib/env';
import { boardQuery } from '@/lib/query';
import { readBlankApart } from '@/lib/sheet/apart';
import { all, makeCounted, makeNoticed } from './agreeing';
import { code, done, makeConsultation } from './consultation';
import { makeProfiled } from './district';
import { closeAll, makeCommunity, sql } from './fixture';
import { makeChosen, makeCompared, makeDiagnosed, makeListed, makeMarked, makePlaybook } from './lived';
import { makeMinuted } from './meetings';
import { closed, office, value } from './office';
import { verifyRecord } from './record';
import { linesOf } from './sheets';
import { signResolution } from './shown';

after(closeAll);

const fall = { kind: 'complaint', source: 'walk_in', title: '土坡路滑', words: '我妈今年摔了三回', place: '14号楼前' };

/** What is of a community in a table, or all of it where it is of a whole district; and a column of it. */
async function ownOf(table: string, communityId: number) {
  const columns = await sql<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum',
    [table],
  );
  const isOwn = columns.some(({ name }) => name === 'community_id');
  const column = isOwn ? 'community_id' : (columns[0]?.name ?? '');
  return { column, where: isOwn ? `where community_id = ${communityId}` : '' };
}

async function counted(table: string, communityId: number): Promise<number> {
  const { where } = await ownOf(table, communityId);
  const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${table} ${where}`);
  return row?.n ?? 0;
}

test('the same key with the same body is one write and one answer', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const key = randomUUID();
  const first = await recordCase(here.by(worker, key), fall);
  assert.ok(first.ok);
  const [leaf] = await sql<{ seq: number; hash: string }>(
    `select seq::int, encode(leaf_hash, 'hex') as hash from ledger_leaf where community_id = $1`,
    [here.communityId],
  );
  assert.deepEqual(first.receipt, { seq: 1, leafHash: leaf?.hash }, 'the receipt is the leaf of the act');
  const together = await Promise.all(
    Array.from({ length: 8 }, () => recordCase(here.by(worker, 'double-click'), fall)),
  );
  for (const one of together) assert.deepEqual(one, together[0]);
  assert.deepEqual(await recordCase(here.by(worker, key), fall), first, 'also when others have acted since');
  assert.equal(await counted('cases', here.communityId), 2);
  assert.equal(await verifyRecord(here.communityId), 2);
});

test('what an act changes on the board is heard as its subjects; one that names nothing has changed the whole board', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const heard: string[] = [];
  const ear = new pg.Client({ connectionString: env.databaseUrl });
  await ear.connect();
  try {
    ear.on('notification', ({ payload = '' }) => payload.split('/')[0] === here.slug && heard.push(payload));
    await ear.query('listen board');
    done(await recordCase(here.by(worker), fall));
    const place = { compound: '', building: '1', entrance: 1, door: '101', area: 6000 };
    const owners = [{ name: '某人', phone: null }];
    const rows = [{ row: 2, ...place, owners, status: 'delivered', household: true }];
    done(await importRegister({ by: { import: true }, community: here.slug }, { hash: 'a'.repeat(64), rows }));
    await ear.query('select 1');
  } finally {
    await ear.end();
  }
  const { slug } = here;
  assert.deepEqual(heard, [`${slug}/cases/1 ${slug}/record/1`, slug]);
  assert.deepEqual(subjectsIn('c', ['a', 'b/1']), ['c/a', 'c/b/1']);
  assert.deepEqual(
    subjectsIn(
      'c',
      Array.from({ length: 1000 }, (_, no) => `proposal/${no}`),
    ),
    ['c'],
  );
});

test('the same key with another body, by another person or for another act is refused', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const hotline = await here.staff('hotline');
  const key = randomUUID();
  done(await recordCase(here.by(worker, key), fall));
  assert.equal(code(await recordCase(here.by(worker, key), { ...fall, words: '别的' })), 'key_reused');
  assert.equal(code(await recordCase(here.by(hotline, key), fall)), 'key_reused');
  const [grant] = await sql<{ id: number }>('select id from grants where person_id = $1', [hotline]);
  assert.equal(code(await revokeGrant(here.by(worker, key), { grant: grant?.id, reason: 'x' })), 'key_reused');
  assert.equal(await verifyRecord(here.communityId), 1);
  const elsewhere = await makeCommunity({ buildings: [] });
  await sql(
    `insert into grants (community_id, person_id, role, from_at) values ($1, $2, 'social-worker', '2000-01-01')`,
    [elsewhere.communityId, worker],
  );
  assert.equal(done(await recordCase(elsewhere.by(worker, key), fall)).no, 1);
});

test('a refusal leaves nothing behind: no key, no leaf, no job, no row', async () => {
  const here = await makeCommunity();
  const stranger = await here.outsider();
  const worker = await here.staff('social-worker');
  const refusals = [
    await recordCase(here.by(stranger, 'a'), fall),
    await recordCase(here.by(worker, 'b'), { ...fall, words: '' }),
    await recordCase(here.by(worker, 'c'), { ...fall, household: 2_000_000_000 }),
    await recordCase(here.by(worker, 'd'), { ...fall, title: '张先生摔倒' }),
    await recordCase({ by: { visitor: true }, community: here.slug, key: 'e' }, fall),
  ];
  assert.deepEqual(refusals.map(code), ['not_allowed', 'invalid', 'not_found', 'names_a_person', 'not_allowed']);
  for (const table of ['idempotency', 'ledger_leaf', 'cases', 'letter'])
    assert.equal(await counted(table, here.communityId), 0, table);
  assert.deepEqual(await here.jobs(), []);
  assert.equal(done(await recordCase(here.by(worker, 'd'), fall)).no, 1, 'the key of a refusal is free again');
});

test('thirty writers at once: no gap, no double number, every hash recomputed', async () => {
  const here = await makeCommunity({ buildings: [] });
  const other = await makeCommunity({ buildings: [] });
  const people = await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 3 ? here : other).staff('hotline')));
  const numbers = await Promise.all(
    people.flatMap((person, n) =>
      [1, 2, 3].map(async (round) => {
        const place = n % 3 ? here : other;
        return { place, no: done(await recordCase(place.by(person), { ...fall, words: `${n}-${round}` })).no };
      }),
    ),
  );
  for (const [place, expected] of [
    [here, 60],
    [other, 30],
  ] as const) {
    const own = numbers.filter((one) => one.place === place).map((one) => one.no);
    assert.deepEqual(
      own.sort((a, b) => a - b),
      Array.from({ length: expected }, (_, index) => index + 1),
    );
    assert.equal(await verifyRecord(place.communityId), expected);
  }
});

test('a community that does not exist, or is another one, is not found', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const nowhere = { by: { person: worker }, community: 'nowhere-at-all' };
  assert.equal(code(await recordCase(nowhere, fall)), 'not_found');
  assert.equal(await deskDay(nowhere, filterFrom({})), undefined);
  const other = await makeCommunity({ buildings: [] });
  assert.equal(code(await recordCase(other.by(worker), fall)), 'not_allowed');
  assert.equal(await deskDay(other.by(worker), filterFrom({})), undefined);
});

test('a role that is revoked, or has run out, is gone at the next call', async () => {
  const here = await makeCommunity({ buildings: [] });
  here.at('2022-03-01');
  const [worker, secretary] = [await here.staff('social-worker'), await here.staff('party-secretary')];
  done(await recordCase(here.by(worker), fall));
  const [grant] = await sql<{ id: number }>('select id from grants where person_id = $1', [worker]);
  done(await revokeGrant(here.by(secretary), { grant: grant?.id, reason: '调走了' }));
  assert.equal(code(await recordCase(here.by(worker), fall)), 'not_allowed');
  assert.equal(await deskDay(here.by(worker), filterFrom({})), undefined);
  const hotline = await here.staff('hotline');
  await sql(`update grants set to_at = '2022-03-02T00:00:00+08:00' where person_id = $1`, [hotline]);
  done(await recordCase(here.by(hotline), fall));
  here.at('2022-03-02');
  assert.equal(code(await recordCase(here.by(hotline), fall)), 'not_allowed');
  here.at(undefined);
});

/** A connection of its own, as the owner or as the role a request works in. */
async function session<T>(role: 'owner' | 'app', work: (client: pg.Client) => Promise<T>, url = env.databaseUrl) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (role === 'app') await client.query(`set role ${pg.escapeIdentifier(appRole(url))}`);
    return await work(client);
  } finally {
    await client.end();
  }
}

const refusedWith = async (client: pg.Client, statement: string, state: string) =>
  assert.rejects(
    client.query(statement),
    (error: pg.DatabaseError) => error.code === state || assert.fail(`${statement}: ${error.code} ${error.message}`),
    statement,
  );

/** A community in which every table that only grows holds a row. */
async function lived() {
  const here = await makeNoticed();
  done(await signResolution(here.by(here.secretary), { proposal: 1 }));
  here.at(undefined);
  return here;
}

test('what is append-only refuses a change: to the application by grant, to the owner by trigger', async () => {
  const signed = await lived();
  const against = await makeCounted({ '14': all(9), '15': ['oppose', ...all(6)] });
  const opinion = against.opinion('15', 0);
  done(
    await drawObjection(against.by(against.worker), {
      proposal: 1,
      opinions: [opinion],
      ground: 'noise',
      weight: 'harm',
      wording: '吵',
    }),
  );
  const said = { kind: 'complaint', source: 'walk_in', title: '灯不亮', words: '灯不亮', place: '楼道' };
  for (const title of ['灯不亮', '楼道黑']) done(await recordCase(against.by(against.worker), { ...said, title }));
  done(await mergeCase(against.by(against.worker), { case: 1, into: 2, reason: '同一件事' }));
  await sql('select begin_handling($1)', [against.communityId]);
  const [to] = await sql<{ agency: number; tier: number }>(
    `select min(a.id) as agency, min(t.id) as tier from agency a join case_tier t using (community_id) where community_id = $1`,
    [against.communityId],
  );
  done(await dispatchCase(against.by(against.worker), { case: 2, ...to }));
  done(await lookCase(against.by(against.worker), { case: 2 }));
  done(await askExport(against.by(against.worker), { what: 'cases', file: 'csv', purpose: '报街道', asked: '' }));
  const sheet = plainSheet(['序号', '门牌']);
  const layout = done(await readBlankApart(sheet));
  done(await putBlank(against.by(against.worker), { name: '空表', file: sheet.toString('base64'), layout }));
  const filled = { blank: 1, of: 'homes', asked: '', purpose: '报街道', column2: 'door' };
  done(await fillBlank(against.by(against.worker), filled));
  const [matter] = MATTERS;
  const pair = { matter, asks: [1], bears: [2], verdict: 'dismissed', reason: '说的是同一件事' };
  done(await decideOpposite(against.by(against.worker), pair));
  const [living] = await sql<{ id: number }>(
    `select r.id from residency r join opinion o using (community_id, household_id)
      where community_id = $1 and o.author_id = r.person_id limit 1`,
    [against.communityId],
  );
  const end = (undoes: string) =>
    endResidency({ ...against.by(against.worker), undoes }, { resident: living?.id, reason: '不住这儿' });
  const costs = await end('');
  done(await end(costs.ok ? '' : String(costs.refusal.details?.undoes)));
  const { rows } = orders.read(
    linesOf([
      ['编号', '主要内容'],
      ['1', '路灯不亮'],
    ]),
  );
  done(await importOrders(against.by(against.worker), { hash: '0'.repeat(64), rows }));
  const knocked = await makeConsultation();
  await knocked.firstRound();
  done(
    await noteVisit(knocked.by(knocked.captain), {
      round: 1,
      household: knocked.household('14', 1),
      outcome: 'not_home',
    }),
  );
  const [held] = await sql<{ id: number }>('select id from grants where community_id = $1 and person_id = $2', [
    knocked.communityId,
    knocked.captainBelow,
  ]);
  const doors = await sql<{ item: string }>(
    `select 'doors-' || r.id || '-' || $2 as item from round r where r.community_id = $1`,
    [knocked.communityId, knocked.entrance('15', 1)],
  );
  const receivers = doors.map(({ item }) => ({ item, to: knocked.worker }));
  const secretary = knocked.by(await knocked.staff('party-secretary'));
  done(await handOver(secretary, { grant: held?.id, reason: '搬走了', receivers }));
  const rung = await office();
  const called = { case: await closed(rung) };
  value(await lookCase(rung.by(rung.hotline), called));
  value(await callCase(rung.by(rung.hotline), { ...called, outcome: 'refused' }));
  done(await keepSelection({ by: { system: 'selection_keep' }, community: knocked.slug }, {}));
  knocked.at(undefined);
  const places: { communityId: number }[] = [signed, against, knocked, rung.place];
  for (const make of [
    makeListed,
    makeCompared,
    makeMarked,
    makeDiagnosed,
    makePlaybook,
    makeChosen,
    makeMinuted,
    makeProfiled,
  ])
    places.push(await make());
  knocked.at(undefined);
  await session('owner', async (owner) => {
    for (const table of ground.appendOnly) {
      const full = [];
      for (const place of places) if ((await counted(table, place.communityId)) > 0) full.push(place);
      const [place] = full;
      assert.ok(place, `${table} holds nothing to try it on`);
      const { column, where } = await ownOf(table, place.communityId);
      await refusedWith(owner, `update ${table} set ${column} = ${column} ${where}`, '23001');
      await refusedWith(owner, `delete from ${table} ${where}`, '23001');
    }
  });
  await session('app', async (app) => {
    for (const table of ground.appendOnly) {
      const { column } = await ownOf(table, 0);
      await refusedWith(app, `update ${table} set ${column} = ${column}`, '42501');
      await refusedWith(app, `delete from ${table}`, '42501');
      await refusedWith(app, `truncate ${table} cascade`, '42501');
    }
    await app.query(`select set_config('tongxin.communities', '{${places.map((one) => one.communityId)}}', false)`);
    for (const [table, words] of Object.entries(ground.takenAway)) {
      await refusedWith(app, `update ${table} set ${words} = 'other words'`, '23001');
      await refusedWith(app, `update ${table} set ${words} = '' where ${words} = ''`, '23001');
    }
  });
});

test('the role of a request owns nothing, makes nothing and enqueues only through enqueue()', async () => {
  const role = appRole(env.databaseUrl);
  const owned = await sql(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1
     union all select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = $1`,
    [role],
  );
  assert.deepEqual(owned, []);
  const [itself] = await sql<{ [key: string]: boolean }>(
    'select rolsuper, rolcanlogin, rolcreatedb, rolcreaterole, rolbypassrls from pg_roles where rolname = $1',
    [role],
  );
  assert.deepEqual(Object.values(itself ?? { missing: true }), [false, false, false, false, false]);
  await session('app', async (app) => {
    await refusedWith(app, `select graphile_worker.add_job('round.close', '{}'::json)`, '42501');
    await refusedWith(app, 'select * from graphile_worker._private_jobs', '42501');
    await refusedWith(app, 'create table public.mine (id int)', '42501');
    await refusedWith(app, 'alter table ledger_leaf disable trigger all', '42501');
    await refusedWith(app, 'drop table ledger_leaf', '42501');
    await app.query('begin');
    await app.query(`select enqueue('nobody-does-this', '{}'::json, moment(), null)`);
    await app.query('rollback');
  });
});

test('only a session that logged in as seed may say what time it is', async () => {
  const away = '1999-12-31T00:00:00Z';
  const told = async (client: pg.Client) => {
    await client.query(`select set_config('tongxin.now', $1, false)`, [away]);
    const { rows } = await client.query<{ away: boolean; near: boolean }>(
      `select moment() = $1::timestamptz as away, abs(extract(epoch from clock_timestamp() - moment())) < 5 as near`,
      [away],
    );
    return rows[0];
  };
  const real = { away: false, near: true };
  assert.deepEqual(await session('owner', told), real);
  assert.deepEqual(await session('app', told), real);
  const disguised = (client: pg.Client) => client.query('set role seed').then(() => told(client));
  await assert.rejects(session('app', disguised), { code: '42501' });
  await assert.rejects(
    session('owner', (client) => client.query('set session authorization seed')),
    { code: '42501' },
  );
  assert.deepEqual(await session('app', told, env.seedUrl), { away: true, near: false });
});

test('a read for the board works as a role that has its views and nothing else, and leaves nothing of it behind', async () => {
  const here = await makeCommunity({ buildings: [] });
  const tried = boardQuery({
    name: 'tried',
    read: async ({ db }, text: string) => (await db.execute<{ said: string }>(raw.raw(text))).rows[0]?.said,
    shows: () => [],
  });
  assert.equal(await tried(here.slug, 'select current_user as said'), boardRole(env.databaseUrl));
  assert.equal(await tried(here.slug, `select 'proposal'::regclass::oid::regclass::text as said`), 'proposal');
  assert.equal(
    await tried(
      here.slug,
      `select relnamespace::regnamespace::text as said from pg_class
    where oid = 'proposal'::regclass`,
    ),
    'board',
  );
  const why = async (text: string) =>
    tried(here.slug, text).then(
      () => 'nothing refused it',
      (error: { cause?: { code?: string } }) => error.cause?.code,
    );
  for (const table of ['person', 'opinion', 'household', 'public.proposal', 'ledger_content', 'graphile_worker.jobs'])
    assert.equal(await why(`select 1 from ${table}`), '42501', table);
  assert.equal(await why('select words from public.comment_content'), '42501');
  assert.equal(await why('update community set invented = true'), '42501');
  const worker = await here.staff('social-worker');
  done(await recordCase(here.by(worker), fall));
  assert.equal((await deskDay(here.by(worker), filterFrom({})))?.lines.length, 1);
});
