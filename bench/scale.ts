// `npm run bench:scale`: every kind of page on the demonstration and on a hundred communities with a million opinions, in a district of
// three hundred.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { checkout } from '../scripts/binaries.mjs';
import { commands } from '../scripts/stack.mjs';
import { knownNumbers, pageTypes } from '../tests/system/page-types';
import type { Visitor } from '../tests/system/visitor';
import { median, say } from './figures';
import { following, plansIn, type Read, readBy } from './plans';
import { type Chosen, choosePages, visits } from './scale-pages';
import { measuring, openTrial, type Trial } from './trial';

if (process.argv.includes('--help')) {
  say(`npm run bench:scale [-- --keep --only /desk,/district --build]: the demonstration beside 100 communities, 210,000 households, 1,000,000 opinions,
in a district of 300 communities
(loaded anew; --keep leaves them in .data/scale and takes them up again; TONGXIN_TOWNS, TONGXIN_STORIES, TONGXIN_CASES and
TONGXIN_DISTRICT say how many there are of each). Every kind of page is rendered for both
in turn; it fails where the large one takes more than twice as long, or reads a table of more than 50,000 rows from end to end.`);
  process.exit(0);
}
process.chdir(checkout);
const most = 50_000;
const mostTimes = 2;
const keep = process.argv.includes('--keep');
const wanted = (process.argv.includes('--only') && process.argv[process.argv.indexOf('--only') + 1]) || '';
const rendering = { TONGXIN_BOARD: 'never-kept' };

/** The address of a trial's database for its administrator, who begins in another. */
function adminUrl({ database }: Trial): string {
  const url = new URL(database.adminUrl);
  url.pathname = '/tongxin';
  return url.href;
}

/** Does `work` as the administrator of a trial's database. */
async function asAdmin<T>(trial: Trial, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl(trial) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Median milliseconds of a page for both, asked for in turn. */
async function measureBoth(page: Chosen, small: Visitor, large: Visitor, times: number) {
  const took = { small: [] as number[], large: [] as number[] };
  const sides = [
    ['small', small, page.beside ?? page.address],
    ['large', large, page.address],
  ] as const;
  for (let at = -3; at < times; at += 1)
    for (const [name, visit, address] of sides) {
      const started = performance.now();
      const { status } = await visit.get(address);
      if (status !== 200) throw new Error(`${address}: ${status} (${name})`);
      if (at >= 0) took[name].push(performance.now() - started);
    }
  return { small: median(took.small), large: median(took.large) };
}

/** Statements of the last render of an address. */
function statements(log: string, address: string): number {
  const line = fs
    .readFileSync(log, 'utf8')
    .split('\n')
    .findLast((one) => one.includes(`"path":"${address}"`));
  return line ? JSON.parse(line).queries : Number.NaN;
}

async function fill(trial: Trial): Promise<void> {
  const marker = path.join('.data', 'scale', 'loaded');
  if (keep && fs.existsSync(marker)) {
    await trial.must(commands.migrate, 'migration');
    return;
  }
  await trial.seed();
  say('the large one is being filled');
  const args = ['--max-old-space-size=4096', '--import', 'tsx', path.join('db', 'scale', 'main.ts')];
  const said = await trial.must(args, 'filling', { TONGXIN_ADMIN_URL: adminUrl(trial) });
  say(said.split('\n').slice(-2).join('; '));
  if (keep) fs.writeFileSync(marker, '');
}

/** What each page's statements read in the large database: once for each page, with every plan in PostgreSQL's log. */
async function audit(trial: Trial, pages: Chosen[]): Promise<Read[]> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_nested_statements': 'on',
  };
  const big = await asAdmin(trial, async (client) => {
    for (const [name, value] of Object.entries(settings))
      await client.query(`alter database tongxin set ${name} = '${value}'`);
    const { rows } = await client.query<{ relname: string }>(`select relname from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > ${most}`);
    return new Set(rows.map(({ relname }) => relname));
  });
  const web = await trial.web(rendering);
  const who = visits(web);
  const log = following(path.join(path.dirname(trial.database.pgdata), 'postgres.log'));
  const found: Read[] = [];
  for (const page of pages) {
    const visit = await who.of(page.identity);
    log();
    await visit.get(page.address);
    found.push(readBy(plansIn(log()), { big, most }));
  }
  who.end();
  await web.stop();
  await asAdmin(trial, async (client) => {
    for (const name of Object.keys(settings)) await client.query(`alter database tongxin reset ${name}`);
  });
  say(`tables of more than ${most} rows: ${[...big].sort().join(', ')}`);
  return found;
}

async function sayCounts(trial: Trial): Promise<void> {
  const counts = await asAdmin(trial, (client) =>
    client.query(`select (select count(*) from community) as communities, (select count(*) from household) as households,
      (select count(*) from opinion) as opinions, pg_size_pretty(pg_database_size('tongxin')) as size`),
  );
  say(JSON.stringify(counts.rows[0]));
}

const small = await openTrial({ name: 'scale-small' });
const large = await openTrial({ name: 'scale-large', dir: path.join('.data', 'scale'), durable: keep });
await measuring([small, large], async () => {
  say(`${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}`);
  await small.seed();
  await fill(large);
  await small.build();
  await sayCounts(large);
  for (const trial of [small, large]) await asAdmin(trial, (client) => client.query('vacuum analyze'));
  const [smallWeb, largeWeb] = [await small.web(rendering), await large.web(rendering)];
  const here = { numbers: await knownNumbers(small.database.url), who: visits(smallWeb) };
  const there = { numbers: await knownNumbers(large.database.url), who: visits(largeWeb) };
  const { found, missing } = await choosePages(here, there, wanted);
  const missed = new Set<string>();
  const read = await audit(large, found);
  say(['page', 'for', 'statements', 'small ms', 'large ms', 'ratio', 'rows read'].join('\t'));
  for (const [at, page] of found.entries()) {
    const visitors = [await here.who.of(page.identity), await there.who.of(page.identity)] as const;
    let times = await measureBoth(page, ...visitors, 9);
    for (let again = 0; again < 2 && times.large > mostTimes * times.small; again += 1)
      times = await measureBoth(page, ...visitors, 21);
    const ratio = times.large / times.small;
    const { whole = [], rows = 0 } = read[at] ?? {};
    const figures = [times.small.toFixed(1), times.large.toFixed(1), ratio.toFixed(2), rows];
    say([page.address, page.identity ?? '', statements(largeWeb.log, page.address), ...figures].join('\t'));
    if (ratio > mostTimes) missed.add(`${page.address}: ${ratio.toFixed(2)} times as long`);
    for (const one of whole) missed.add(`${page.address}: ${one.how} of ${one.table}, ${one.looked} rows: ${one.text}`);
  }
  here.who.end();
  there.who.end();
  say(`${found.length} pages of ${pageTypes().length} kinds; not measured, for nothing of the kind is under way:`);
  for (const type of missing) say(`  ${type}`);
  if (missed.size > 0) throw new Error(`missed:\n${[...missed].join('\n')}`);
});
