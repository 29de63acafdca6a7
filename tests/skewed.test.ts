import './fixture';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { type Plan, readBy } from '@/bench/plans';
import { appRole } from '@/db/client';
import { linkCase, recordCase } from '@/features/cases/commands';
import { deskToday } from '@/features/desk/queries';
import { boardFront } from '@/features/front/queries/front';
import { boardRecord } from '@/features/ledger/queries';
import { myHomes, myToday } from '@/features/me/queries';
import { doorRound } from '@/features/opinions/queries/door';
import { doorHousehold } from '@/features/opinions/queries/household';
import { myOpinions, myRound } from '@/features/opinions/queries/mine';
import { joinRequests } from '@/features/people/queries/joins';
import { myHouseholds, myPlace, placeToJoin } from '@/features/people/queries/place';
import { boardStory } from '@/features/story/queries';
import { env } from '@/lib/env';
import { done, makeConsultation } from './consultation';
import { closeAll, makeCommunity, sql } from './fixture';
import { giveOpinion } from './shown';

after(closeAll);

const TINY = 300;

interface Asked {
  text: string;
  values: unknown[];
}

/** Statements with their values, as the connections of this process are asked them while `work` is done. */
async function statementsOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const { query } = pg.Client.prototype;
  const asked: Asked[] = [];
  pg.Client.prototype.query = function (this: pg.Client, question: string | Partial<Asked>, values?: unknown[]) {
    const { text = '', values: own = values ?? [] } =
      typeof question === 'string' ? { text: question, values } : question;
    asked.push({ text, values: own });
    return Reflect.apply(
      query,
      this,
      [question, values].filter((one) => one !== undefined),
    );
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return asked;
}

/** A value as the driver would send it. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.join(',')}}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return pg.escapeLiteral(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/**
 * How many rows they look at, by plans made for the values at hand, or by plans kept for whatever values come: what a
 * connection turns to once it was asked often enough (db/planned.ts).
 */
async function rowsRead(
  asked: Asked[],
  plans: 'force_custom_plan' | 'force_generic_plan',
  small: ReadonlySet<string> = new Set(),
): Promise<number[]> {
  const client = new pg.Client({ connectionString: env.seedUrl });
  await client.connect();
  await client.query(`set role ${pg.escapeIdentifier(appRole(env.databaseUrl))}; set plan_cache_mode = ${plans}`);
  const read: number[] = [];
  try {
    for (const [at, { text, values }] of asked.entries()) {
      if (values.length === 0) {
        await client.query(text);
        read.push(0);
        continue;
      }
      await client.query(`prepare s${at} as ${text}`);
      const given = values.map(literal).join(', ');
      const { rows } = await client.query(`explain (analyze, format json) execute s${at}(${given})`);
      const told = (rows as { 'QUERY PLAN': Pick<Plan, 'Plan'>[] }[]).flatMap((one) => one['QUERY PLAN']);
      const named = told.map((one) => ({ ...one, 'Query Text': text }));
      read.push(readBy(named, { big: new Set(), most: Number.POSITIVE_INFINITY, small }).rows);
    }
  } finally {
    await client.end();
  }
  return read;
}

/** Tables of a few pages, in which whatever other tests have left is read as quickly as what is asked for. */
async function smallTables(): Promise<Set<string>> {
  const found = await sql<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relpages between 1 and 30`,
  );
  return new Set(found.map(({ relname }) => relname));
}

const building = (name: string, entrances: number, doorsPerEntrance: number) => ({ name, entrances, doorsPerEntrance });

test('attack 9: beside one huge community and three hundred tiny ones, a kept plan reads hardly more than one made for the moment', async () => {
  const others = Array.from({ length: 8 }, (_, n) => `${20 + n}`);
  const huge = await makeConsultation(['14', '15', ...others].map((name) => building(name, 5, 40)));
  for (let n = 0; n < TINY; n += 1) await makeCommunity({ buildings: [building('1', 1, 2)] });
  const tiny = await makeConsultation([building('14', 1, 3), building('15', 1, 3)]);
  for (const here of [huge, tiny]) {
    await here.firstRound();
    for (const home of [...here.households('14').slice(1, 31), ...here.households('15').slice(0, 30)])
      done(await giveOpinion(here.by(await here.resident(home)), { round: 1, household: home, stance: 'support' }));
  }
  await sql('analyze');
  const small = await smallTables();

  const worse: string[] = [];
  for (const [size, here] of Object.entries({ huge, tiny })) {
    const [resident, newcomer] = [here.author, await here.outsider()];
    const call = here.by(resident);
    const household = here.household('14', 1);
    const reads: Record<string, () => Promise<unknown>> = {
      'my household': () => myHouseholds(resident, undefined),
      'a newcomer’s place': () => myPlace(here.by(newcomer), {}),
      'where to join': () => placeToJoin(here.by(newcomer), {}),
      'my home': () => myHomes(resident, {}),
      'my day': () => myToday(resident, {}),
      'my round': () => myRound(call, { no: 1 }),
      'my opinions': () => myOpinions(call, undefined),
      'a door': () => doorHousehold(here.by(here.captain), { no: 1, household }),
      'the doors': () => doorRound(here.by(here.captain), { no: 1, entrance: null }),
      'the desk': () => deskToday(here.by(here.worker), {}),
      'who wants in': () => joinRequests(here.by(here.worker), {}),
      'the story': () => boardStory(here.slug, { no: 1 }),
      'the front': () => boardFront(here.slug, {}),
      'the record': () => boardRecord(here.slug, {}),
    };
    for (const [name, read] of Object.entries(reads)) {
      const asked = await statementsOf(read);
      assert.ok(asked.length > 0, name);
      const made = await rowsRead(asked, 'force_custom_plan', small);
      const kept = await rowsRead(asked, 'force_generic_plan', small);
      for (const [at, { text }] of asked.entries()) {
        const [own = 0, rows = 0] = [made[at], kept[at]];
        const what = `${name} of the ${size} one, ${rows} rows by a kept plan, ${own} by its own: ${text.slice(0, 300)}`;
        if (rows > 2 * own + 200 || (here === tiny && rows > 2_000)) worse.push(what);
      }
    }
  }
  assert.deepEqual(worse, []);
});

test('the whole story reads no more, however many cases hang on the board', async () => {
  const here = await makeConsultation();
  const worker = here.by(here.worker);
  for (const title of ['土坡路滑', '夜里太黑', '台阶断了']) {
    const { no } = done(
      await recordCase(worker, { kind: 'complaint', source: 'walk_in', title, words: '摔了三回', place: '14号楼前' }),
    );
    done(await linkCase(worker, { case: no, proposal: 1, side: 'for' }));
  }
  const story = await boardStory(here.slug, { no: 1 });
  assert.deepEqual(
    story?.cases.map(({ count }) => count),
    [3],
  );
  const asked = await statementsOf(() => boardStory(here.slug, { no: 1 }));
  const read = async () => {
    await sql('analyze');
    return (await rowsRead(asked, 'force_custom_plan')).reduce((sum, rows) => sum + rows, 0);
  };
  const before = await read();
  await sql(
    `insert into cases (community_id, no, kind, source, title, place, happened_at)
       select $1, 1000 + n, 'complaint', 'walk_in', '又一件', '14号楼', now() from generate_series(1, 3000) n`,
    [here.communityId],
  );
  const now = await read();
  assert.ok(now <= before + 200, `${now} rows, before ${before}`);
});
