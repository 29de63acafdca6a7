// `npm run bench:scale`: every kind of page on the demonstration and on a hundred communities with a million opinions.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { installMissing } from '../scripts/install.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
if (process.argv.includes('--help')) {
  say(`npm run bench:scale [-- --keep --only /desk --build]: the demonstration beside 100 communities, 210,000 households, 1,000,000 opinions
(loaded anew in about five minutes; --keep leaves them in .data/scale and takes them up again). Every kind of page is rendered for both
in turn; it fails where the large one takes more than twice as long, or reads a table of more than 50,000 rows from end to end.`);
  process.exit(0);
}
installMissing(say);
const { checkout } = await import('../scripts/binaries.mjs');
const { openTrial } = await import('./trial.mjs');
const { visitor } = await import('../tests/system/visitor.mjs');
const { addressesOf, homes, knownNumbers, pageTypes, visitorsOf } = await import('../tests/system/page-types.mjs');
const { following, plansIn, readBy } = await import('./plans.mjs');

process.chdir(checkout);
const most = 50_000;
const mostTimes = 2;
const keep = process.argv.includes('--keep');
const wanted = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const adminOf = ({ database }) => {
  const url = new URL(database.adminUrl);
  url.pathname = '/tongxin';
  return url.href;
};

async function as(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Somebody who is signed in once for each identity on one server. */
function visits({ port }) {
  const known = new Map();
  return {
    async of(identity) {
      if (!known.has(identity)) {
        const visit = visitor({ port, host: `127.0.0.1:${port}` });
        if (identity) await visit.become(identity);
        known.set(identity, visit);
      }
      return known.get(identity);
    },
    end: () => [...known.values()].map((visit) => visit.end()),
  };
}

/** Which address a kind of page is measured at, and for whom: the first that is there. */
async function choose(type, numbers, who) {
  for (const identity of visitorsOf(type)) {
    const visit = await who.of(identity);
    for (const address of addressesOf(type, numbers))
      if ((await visit.get(address)).status === 200) return { type, address, identity };
  }
  return undefined;
}

/** Further pages of a list are read in the large one alone, and compared with the list of the small one. */
const isFurther = (type) => /\/(after|before)\/\[/.test(type);

async function measureBoth({ small, large, page, times }) {
  const took = { small: [], large: [] };
  for (let at = -3; at < times; at += 1)
    for (const [name, visit, address] of [
      ['small', small, page.beside ?? page.address],
      ['large', large, page.address],
    ]) {
      const started = performance.now();
      const { status } = await visit.get(address);
      if (status !== 200) throw new Error(`${address}: ${status} (${name})`);
      if (at >= 0) took[name].push(performance.now() - started);
    }
  return { small: median(took.small), large: median(took.large) };
}

/** Statements of the last render of an address. */
function statements(log, address) {
  const line = fs
    .readFileSync(log, 'utf8')
    .split('\n')
    .findLast((one) => one.includes(`"path":"${address}"`));
  return line ? JSON.parse(line).queries : Number.NaN;
}

async function fill(trial) {
  const marker = path.join('.data', 'scale', 'loaded');
  if (keep && fs.existsSync(marker)) {
    await trial.must(['--import', 'tsx', path.join('cli', 'migrate.ts')], 'migration');
    return;
  }
  await trial.seed();
  say('the large one is being filled');
  const args = ['--max-old-space-size=4096', '--import', 'tsx', path.join('db', 'scale', 'main.ts')];
  const said = await trial.must(args, 'filling', { TONGXIN_ADMIN_URL: adminOf(trial) });
  say(said.split('\n').slice(-2).join('; '));
  if (keep) fs.writeFileSync(marker, '');
}

async function pagesOf(smallWeb, largeWeb, trials) {
  const [here, there] = [visits(smallWeb), visits(largeWeb)];
  const numbers = await knownNumbers(trials.small.env.DATABASE_URL);
  const many = await knownNumbers(trials.large.env.DATABASE_URL);
  const found = [];
  const missing = [];
  for (const type of pageTypes().filter((one) => one.startsWith(wanted))) {
    const list = type.replace(/\/(after|before)\/\[[a-z]+\]$/, '');
    const chosen = isFurther(type) ? await choose(list, numbers, here) : await choose(type, numbers, here);
    const further = isFurther(type) && chosen ? await choose(type, many, there) : undefined;
    if (!chosen || (isFurther(type) && !further)) missing.push(type);
    else if (further) found.push({ ...chosen, ...further, identity: chosen.identity, beside: chosen.address });
    else {
      found.push(chosen);
      const others = (homes[type] ?? []).filter((identity) => identity !== chosen.identity);
      for (const identity of others) {
        const { status } = await (await here.of(identity)).get(chosen.address);
        if (status === 200) found.push({ ...chosen, identity });
      }
    }
  }
  return { found, missing, here, there };
}

/** What each page's statements read in the large database: once for each page, with every plan in PostgreSQL's log. */
async function audit(trial, pages) {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_nested_statements': 'on',
  };
  const big = await as(adminOf(trial), async (client) => {
    for (const [name, value] of Object.entries(settings))
      await client.query(`alter database tongxin set ${name} = '${value}'`);
    const { rows } = await client.query(`select relname from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > ${most}`);
    return new Set(rows.map(({ relname }) => relname));
  });
  const web = await trial.web({ TONGXIN_BOARD: 'never-kept' });
  const who = visits(web);
  const log = following(path.join(path.dirname(trial.database.pgdata), 'postgres.log'));
  const found = [];
  for (const page of pages) {
    const visit = await who.of(page.identity);
    log();
    await visit.get(page.address);
    found.push(readBy(plansIn(log()), { big, most }));
  }
  who.end();
  await web.stop();
  await as(adminOf(trial), async (client) => {
    for (const name of Object.keys(settings)) await client.query(`alter database tongxin reset ${name}`);
  });
  say(`tables of more than ${most} rows: ${[...big].sort().join(', ')}`);
  return found;
}

async function measure(trials) {
  say(`${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}`);
  await trials.small.seed();
  await fill(trials.large);
  await trials.small.build();
  const counts = await as(adminOf(trials.large), (client) =>
    client.query(`select (select count(*) from community) as communities, (select count(*) from household) as households,
      (select count(*) from opinion) as opinions, pg_size_pretty(pg_database_size('tongxin')) as size`),
  );
  say(JSON.stringify(counts.rows[0]));
  for (const trial of Object.values(trials)) await as(adminOf(trial), (client) => client.query('vacuum analyze'));
  const rendering = { TONGXIN_BOARD: 'never-kept' };
  const [smallWeb, largeWeb] = [await trials.small.web(rendering), await trials.large.web(rendering)];
  const { found, missing, here, there } = await pagesOf(smallWeb, largeWeb, trials);
  const missed = [];
  const read = await audit(trials.large, found);
  say(['page', 'for', 'statements', 'small ms', 'large ms', 'ratio', 'rows read'].join('\t'));
  for (const [at, page] of found.entries()) {
    const [small, large] = [await here.of(page.identity), await there.of(page.identity)];
    let times = await measureBoth({ small, large, page, times: 9 });
    for (let again = 0; again < 2 && times.large > mostTimes * times.small; again += 1)
      times = await measureBoth({ small, large, page, times: 21 });
    const ratio = times.large / times.small;
    const counted = statements(largeWeb.log, page.address);
    const { whole, rows } = read[at];
    const figures = [counted, times.small.toFixed(1), times.large.toFixed(1), ratio.toFixed(2), rows];
    say([page.address, page.identity ?? '', ...figures].join('\t'));
    if (ratio > mostTimes) missed.push(`${page.address}: ${ratio.toFixed(2)} times as long`);
    for (const one of whole)
      missed.push(`${page.address}: ${one.how} of ${one.table}, ${one.looked} rows: ${one.text}`);
  }
  here.end();
  there.end();
  say(`${found.length} pages of ${pageTypes().length} kinds; not measured, for nothing of the kind is under way:`);
  for (const type of missing) say(`  ${type}`);
  if (missed.length > 0) throw new Error(`missed:\n${[...new Set(missed)].join('\n')}`);
}

const small = await openTrial({ name: 'scale-small' });
const large = await openTrial({ name: 'scale-large', dir: path.join('.data', 'scale'), keep });
let code = 0;
try {
  await measure({ small, large });
} catch (error) {
  say(error.message);
  code = 1;
}
await small.end();
await large.end();
process.exit(code);
