// `npm run torture`: clients act through HTTP while the app and PostgreSQL are killed. Nothing acknowledged may be lost.
import type { ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { given, say } from '../../bench/figures';
import { checkout } from '../../scripts/binaries.mjs';
import { freePort, startDatabase } from '../../scripts/database.mjs';
import {
  commands,
  hurried,
  listening,
  newSecrets,
  openLog,
  runNode,
  startNode,
  stopAll,
} from '../../scripts/stack.mjs';
import { hiddenFields, visitor } from './visitor';

if (process.argv.includes('--help')) {
  say(
    'npm run torture [-- --kills 200 --clients 6]: kills app and PostgreSQL in turn while clients write, then looks for what is missing or double',
  );
  process.exit(0);
}
process.chdir(checkout);
const kills = given('kills', 200);
const clients = given('clients', 6);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-torture-'));
const dir = path.join(scratch, 'postgres');
let database = await startDatabase({ dir, passing: true });
process.on('SIGTERM', () => {
  fs.rmSync(scratch, { recursive: true, force: true });
  process.exit(143);
});
const port = await freePort();
const secrets = newSecrets();
const environment = () => ({
  DATABASE_URL: database.url,
  TONGXIN_SEED_URL: database.seedUrl,
  TONGXIN_MODE: 'demonstration',
  TONGXIN_DATA: path.join(scratch, 'data'),
  TONGXIN_DIST: '.next-test',
  NODE_ENV: 'production',
  PORT: String(port),
  TONGXIN_HOST: '127.0.0.1',
  TONGXIN_URL: `http://127.0.0.1:${port}`,
  ...hurried,
  ...secrets,
});

let web: ChildProcess;
const startWeb = async () => {
  web = startNode(commands.web, environment(), { output: openLog(path.join(scratch, 'web.log')) });
  await listening(web);
};
const gone = (child: ChildProcess) =>
  new Promise<unknown>((resolve) =>
    (child.exitCode ?? child.signalCode) !== null ? resolve(0) : child.once('exit', resolve),
  );

/** A wire between clients and the app that now and then breaks when the answer is on its way: the write has happened. */
async function wire(oneIn: number) {
  const server = net.createServer((near) => {
    const far = net.connect(port, '127.0.0.1');
    let posting = false;
    near.on('data', (data) => {
      posting ||= data.subarray(0, 5).toString() === 'POST ';
      far.write(data);
    });
    far.on('data', (data) => {
      if (posting && oneIn > 0 && randomInt(oneIn) === 0) {
        near.destroy();
        far.destroy();
      } else near.write(data);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.end());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, end: () => server.close() };
}

const acts = {
  comment: {
    form: '/act/demo/proposals/1/comment',
    more: (words: string) => ({ stance: 'for', words }),
    count: 'select words, count(*)::int as n from comment_content group by 1',
  },
  opinion: {
    form: '/act/demo/rounds/2/opinion',
    more: (words: string) => ({ stance: 'support', words }),
    count: 'select words, count(*)::int as n from opinion_content group by 1',
  },
} as const;
type Name = keyof typeof acts;

const seen = {
  /** Words that were acknowledged, and by which act. */
  acknowledged: new Map<string, Name>(),
  retries: 0,
  answersThatChanged: 0,
  refused: [] as string[],
};

/** One client: writes, and asks again with the same key until it is answered. */
async function client(line: { port: number }, identity: string, running: () => boolean): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const visit = visitor({ port: line.port, host, agent: false });
  const insist = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      const done = await work().catch(() => undefined);
      if (done !== undefined) return done;
      await sleep(200);
    }
  };
  const fieldsOf = async ({ form }: (typeof acts)[Name]) => hiddenFields((await visit.get(form)).body, 'name="words"');
  // A database that answers too early may have forgotten, too, that somebody signed in: they begin anew.
  const hidden = await insist(async () => {
    await visit.become(identity);
    return { comment: await fieldsOf(acts.comment), opinion: await fieldsOf(acts.opinion) };
  });
  /** Whoever has commented as often as one may in a day goes on with opinions. */
  let commented = false;
  const patiently = async (act: (typeof acts)[Name], given: Record<string, string>) => {
    let fields = given;
    for (;;) {
      const answer = await visit.post(act.form, fields).catch(() => undefined);
      if (answer?.status === 303 && !answer.location?.includes('sign-in')) return { fields, answer: answer.location };
      if (answer?.status === 200 && answer.body.includes('data-code="overtaken"')) {
        // Somebody else of the household has spoken meanwhile; what was written still counts, having seen that.
        fields = { ...fields, shown: hiddenFields(answer.body, 'name="words"').shown ?? '' };
        continue;
      }
      if (answer?.status === 200 && answer.body.includes('data-code="comments_of_day"')) {
        commented = true;
        return undefined;
      }
      if (answer && answer.status < 500) {
        const summary = /<[^>]*error-summary[^>]*>([\s\S]*?)<\/div>/.exec(answer.body)?.[1];
        const page = /<main[\s\S]*/.exec(answer.body.replace(/<script[\s\S]*?<\/script>/g, ''))?.[0] ?? answer.body;
        const why = (summary ?? page).replace(/<[^>]*>|\s+/g, ' ').trim();
        seen.refused.push(`${act.form}: ${answer.status} ${answer.location ?? why.slice(0, 400)}`);
        return undefined;
      }
      seen.retries += 1;
      await sleep(50 + randomInt(100));
    }
  };
  while (running()) {
    const name = commented || randomInt(3) === 0 ? 'opinion' : 'comment';
    const act = acts[name];
    const words = `折腾测试 ${randomUUID()}`;
    const fields = { ...hidden[name], submission: randomUUID(), ...act.more(words) };
    const first = await patiently(act, fields);
    if (first === undefined) continue;
    seen.acknowledged.set(words, name);
    if (randomInt(4) === 0 && (await patiently(act, first.fields))?.answer !== first.answer)
      seen.answersThatChanged += 1;
  }
}

async function killPostgres() {
  process.kill(database.pid, 'SIGKILL');
  for (;;) {
    await sleep(200);
    const again = await startDatabase({ dir, passing: true }).catch(() => undefined);
    if (!again) continue;
    database = again;
    return;
  }
}

async function killWeb() {
  process.kill(-(web.pid ?? 0), 'SIGKILL');
  await gone(web);
  await startWeb();
}

/** Nobody gets past the record's head for a while: writers wait until the pool has no connection left. */
async function exhaustPool() {
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query('begin');
  await owner.query('select 1 from ledger_head for update');
  await sleep(6_500);
  await owner.query('rollback');
  await owner.end();
}

/** What is wrong with what is stored, one line each. */
async function faults(): Promise<string[]> {
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const found: string[] = [];
  for (const [name, act] of Object.entries(acts)) {
    const { rows } = await owner.query<{ words: string; n: number }>(act.count);
    const counts = new Map(rows.map((row) => [row.words, row.n]));
    let lost = 0;
    for (const [words, of] of seen.acknowledged) if (of === name && !counts.has(words)) lost += 1;
    if (lost > 0) found.push(`${lost} acknowledged writes lost (${name})`);
    const double = rows.filter((row) => row.words.startsWith('折腾测试') && row.n > 1).length;
    if (double > 0) found.push(`${double} writes doubled (${name})`);
  }
  const { rows } = await owner.query(`
    with chained as (select community_id, seq, chain, leaf_hash, content_hash,
        sha256(coalesce(lag(chain) over w, decode(repeat('00', 32), 'hex')) || leaf_hash) as wanted
      from ledger_leaf window w as (partition by community_id order by seq))
    select
      (select count(*) from chained where chain <> wanted)::int as "broken links of the record",
      (select count(*) from (select community_id from ledger_leaf group by 1 having count(*) <> max(seq)) x)::int as "gaps in the record",
      (select count(*) from ledger_head h where size <> (select count(*) from ledger_leaf l
        where l.community_id = h.community_id))::int as "heads that are wrong",
      (select count(*) from ledger_leaf l join ledger_content c using (community_id, seq)
        where l.content_hash <> sha256(c.salt || convert_to(c.content, 'UTF8')))::int as "leaves that do not match",
      (select count(*) from idempotency where response is null)::int as "keys without an answer",
      abs((select count(*) from comment)::int - (select count(*) from ledger_leaf where act = 'comment.add')::int) as "comments without their leaf",
      (select count(*) from (select community_id, round_id, household_id from opinion group by 1, 2, 3
        having count(*) <> max(seq)) x)::int as "opinions out of their chain"`);
  for (const [what, count] of Object.entries(rows[0] ?? {})) if (count !== 0) found.push(`${count} ${what}`);
  await owner.end();
  return found;
}

async function torture(): Promise<string[]> {
  for (const args of [commands.migrate, commands.seed]) {
    const { code, said } = await runNode(args, environment());
    if (code !== 0) throw new Error(said);
  }
  if (!fs.existsSync('.next-test/BUILD_ID')) {
    const { code, said } = await runNode(commands.build, environment());
    if (code !== 0) throw new Error(said);
  }
  await startWeb();
  const line = await wire(12);
  let running = true;
  const all = Array.from({ length: clients }, (_, at) =>
    client(line, at % 2 ? 'resident-14' : 'resident-15', () => running),
  );
  const failed = Promise.all(all).catch((error) => {
    running = false;
    throw error;
  });
  /** A kill falls among writes, however slow the machine: something was acknowledged since the one before, or refused. */
  let before = 0;
  const written = async () => {
    while (running && seen.acknowledged.size <= before && seen.refused.length === 0) await sleep(50);
    before = seen.acknowledged.size;
  };
  for (let done = 0; done < kills && running; done += 1) {
    await written();
    await sleep(400 + randomInt(800));
    if (done % 20 === 3) await exhaustPool();
    await (done % 2 ? killPostgres() : killWeb());
    if (kills > 20 && done % 10 === 9) say(`${done + 1} kills, ${seen.acknowledged.size} writes acknowledged`);
  }
  await written();
  await sleep(1_500);
  running = false;
  await failed;
  line.end();
  const found = await faults();
  if (seen.answersThatChanged > 0) found.push(`${seen.answersThatChanged} retries with another answer`);
  if (seen.acknowledged.size < kills) found.push(`only ${seen.acknowledged.size} writes in ${kills} kills`);
  found.push(...new Set(seen.refused));
  say(`${kills} kills, ${seen.acknowledged.size} writes acknowledged, ${seen.retries} asked again`);
  return found;
}

/** The same look at a database that answers before it has written: it must be caught. */
async function control(): Promise<string[]> {
  seen.acknowledged.clear();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  for (const set of ["synchronous_commit = 'off'", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'"])
    await admin.query(`alter system set ${set}`);
  await admin.query('select pg_reload_conf()');
  await admin.end();
  await sleep(300);
  const line = await wire(0);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    let running = true;
    // Whoever the database forgot was refused in the attempt before; that says nothing of this one.
    seen.refused.length = 0;
    const all = Promise.all(['resident-14', 'resident-15'].map((who) => client(line, who, () => running)));
    const before = seen.acknowledged.size;
    while (seen.acknowledged.size <= before && seen.refused.length === 0) await sleep(50);
    await sleep(500);
    await killPostgres();
    running = false;
    await all;
    if ((await faults()).some((one) => one.includes('lost'))) {
      line.end();
      return [];
    }
  }
  line.end();
  return ['the control lost nothing: this torture would not notice'];
}

let code = 1;
try {
  const found = [...(await torture()), ...(await control())];
  for (const one of found) say(one);
  code = found.length === 0 ? 0 : 1;
  if (code === 0) say('nothing lost, nothing doubled; the control, which answers too early, was caught');
} catch (error) {
  say(
    `${error instanceof Error ? error.stack : error}\n${fs.readFileSync(path.join(scratch, 'web.log'), 'utf8').split('\n').slice(-8).join('\n')}`,
  );
}
await stopAll();
await database.stop();
fs.rmSync(scratch, { recursive: true, force: true });
process.exit(code);
