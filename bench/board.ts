// `npm run bench`: pages and acts with 2,100 households and 300 proposals beside a bare handler, in one run.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { checkout } from '../scripts/binaries.mjs';
import { listening } from '../scripts/stack.mjs';
import { given, say } from './figures';
import { type Load, load, type Target } from './load';
import { actIn, readRooms, settleVisitors, settleWriters } from './rooms';
import { measuring, openTrial, type Web } from './trial';
import { delayElsewhere, readWhileWriting, slowComments, writeThenRead } from './writes';

if (process.argv.includes('--help')) {
  say(
    `npm run bench [-- --seconds 5 --pairs 10000]: board pages kept and rendered each time, beside a bare node:http + pg
handler; the same page while it is written to, a second instance, and reads right after writes; pages made for whoever asks,
and acts into one community and into ten. Fails on a missed ratio.`,
  );
  process.exit(0);
}
process.chdir(checkout);
const seconds = given('seconds', 5);
const pairs = given('pairs', 10_000);
const pages = {
  'proposal page': '/zhuguang/proposals/1',
  'proposal list': '/zhuguang/proposals',
  'community home': '/zhuguang',
  'cases list': '/zhuguang/cases',
};
const trial = await openTrial({ name: 'bench', durable: true });
const missed: string[] = [];

/** 299 more proposals, so that lists have something to list; words are invented. */
async function fill() {
  const client = new pg.Client({ connectionString: trial.database.url });
  await client.connect();
  await client.query(`insert into proposal (community_id, no, kind, state, title, place, problem, author_id, submitted_at)
    select c.id, coalesce((select max(no) from proposal where community_id = c.id), 0) + n, 'other', 'submitted',
      '第' || n || '件小事', '第' || n % 22 + 1 || '号楼', '为了测量编的提案，第' || n || '件', (select min(id) from person), moment()
    from community c, generate_series(1, 299) n where c.slug = 'zhuguang'`);
  await settleWriters(client);
  await settleVisitors(client);
  await client.end();
}

/** Pages made anew for whoever asks, and acts that are acknowledged when they are durable. */
async function rooms({ port }: Web) {
  const bare = await listening(trial.start(['--import', 'tsx', path.join('bench', 'bare.ts')]));
  await readRooms(port, seconds, row);
  const yardstick = await load({ port: bare, path: '/row', seconds });
  row('bare node:http + pg, one row kept', yardstick);
  for (const communities of [1, 10]) {
    const done = await actIn(port, seconds * 2, communities);
    row(`acts into ${communities}`, done, (done.perSecond / yardstick.perSecond).toFixed(2));
  }
  const [read, done] = await Promise.all([
    load({ port, path: pages['proposal page'], seconds: seconds * 2 }),
    actIn(port, seconds * 2, 1),
  ]);
  row('acts into one while the board is read', done, (done.perSecond / yardstick.perSecond).toFixed(2));
  row('the board meanwhile', read);
}

/** Statements of the last render of a page, from the log. */
function statements({ log }: Web, address: string): number {
  const lines = fs.readFileSync(log, 'utf8').split('\n');
  const made = lines.filter((line) => line.includes(`"path":"${address}"`));
  return JSON.parse(made.at(-1) ?? '{}').queries;
}

async function run(target: Target): Promise<Load> {
  await load({ ...target, seconds: 1 });
  const found = await load({ ...target, seconds });
  if (found.bad > 0) throw new Error(`${target.path}: ${found.bad} answers were not 200`);
  return found;
}

const row = (name: string, found: Load, ...more: (string | number)[]) =>
  say([name, ...[found.perSecond, found.p50, found.p99].map((figure) => figure.toFixed(1)), ...more].join('\t'));

async function besideBare({ port }: Web) {
  const bare = trial.start(['--import', 'tsx', path.join('bench', 'bare.ts')]);
  const yardstick = await run({ port: await listening(bare), path: '/' });
  const never = await trial.web({ TONGXIN_BOARD: 'never-kept' });
  say(['page', 'requests/s', 'p50 ms', 'p99 ms', 'statements', 'of bare', 'times dynamic'].join('\t'));
  row('bare node:http + pg, list', yardstick, 1, '1.00');
  for (const [name, address] of Object.entries(pages)) {
    const dynamic = await run({ port: never.port, path: address });
    const kept = await run({ port, path: address });
    const [ofBare, times] = [kept.perSecond / yardstick.perSecond, kept.perSecond / dynamic.perSecond];
    const share = (dynamic.perSecond / yardstick.perSecond).toFixed(2);
    row(`${name}, rendered each time`, dynamic, statements(never, address), share);
    row(`${name}, kept`, kept, 0, ofBare.toFixed(2), times.toFixed(1));
    if (ofBare < 0.5 || times < 8)
      missed.push(`${name}: ${ofBare.toFixed(2)} of bare, ${times.toFixed(1)} times dynamic`);
  }
}

async function writtenTo({ port }: Web, other: Web) {
  const busy = await readWhileWriting({ port, seconds: seconds * 2 });
  row(`proposal page with ${busy.writes} writes to it`, busy);
  if (busy.p99 >= 150) missed.push(`p99 ${busy.p99.toFixed(0)} ms while writing`);
  const late = await delayElsewhere({ port, other: other.port, times: 200 });
  const [p50, p99, most] = [late.p50, late.p99, late.most].map((figure) => figure.toFixed(1));
  say(`a second instance shows a write after (ms): p50 ${p50}, p99 ${p99}, most ${most}`);
  if (late.p99 > 100 || late.most > 1000) missed.push('the second instance is late');
  const read = await slowComments(trial.database.url, 20, () => writeThenRead({ port, pairs }));
  const took = `${read.pairs} pairs in ${read.seconds.toFixed(0)} s`;
  say(`write, then read on the same instance, page made slow by 20 ms: ${read.stale} stale of ${took}`);
  if (read.stale > 0) missed.push(`${read.stale} stale reads`);
}

await measuring([trial], async () => {
  say('database: ready, migrating and living through the story');
  await trial.seed();
  await fill();
  await trial.build();
  const [web, other] = [await trial.web(), await trial.web()];
  await besideBare(web);
  await rooms(web);
  await writtenTo(web, other);
  if (missed.length > 0) throw new Error(`missed:\n${missed.join('\n')}`);
});
