// Every server action of the build by everybody who is anybody: what is taken and what is refused must be exactly
// docs/permissions.md, which is made of the policies themselves. A refused try must leave no trace.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { keepOpposites, keepSelection, keepTopics } from '../../features/topics/acts';
import { filesBelow } from '../../scripts/test-files.mjs';
import { subjectsOf } from './acts-subjects';
import { type Try, triesOf } from './acts-table';
import { tryDoors } from './doors';
import { browsersOf, type Cells, columnOf, everybodyIn, stranger, type Who } from './everybody';
import { type Action, trySpoiled } from './spoiled';
import type { Said, Visitor } from './visitor';

const STRANGER = `stranger-${process.pid}`;
const REFUSED = ['not_allowed', 'not_found', 'signed_out'];

/** Name → id and a page it can be sent from, of every action in the build. */
export function actionsOf(distribution: string): Map<string, Action> {
  const manifest: { node: Record<string, { exportedName: string; workers: object }> } = JSON.parse(
    fs.readFileSync(`${distribution}/server/server-reference-manifest.json`, 'utf8'),
  );
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
      const [worker = ''] = Object.keys(workers);
      const page = worker.replace(/^app\/\[locale\]/, '').replace(/\/page$/, '');
      return [exportedName, { id, page: page.replace('[community]', 'zhuguang').replace(/\[[^\]]+\]/g, '1') || '/' }];
    }),
  );
}

/** Name of an action → the act its command writes into the record; those about the person alone say it in their text. */
async function actNames(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const files = filesBelow(root, 'features').filter((one) => /\/commands(\/[a-z-]+)?\.ts$/.test(one));
  for (const file of files) {
    for (const [, name = '', act = ''] of fs
      .readFileSync(file, 'utf8')
      .matchAll(/export const (\w+) = accountCommand\(\{\n {2}act: '([\w.-]+)'/g))
      found.set(name, act);
    const made: Record<string, { act?: unknown } | undefined> = await import(
      pathToFileURL(path.resolve(root, file)).href
    );
    for (const [name, command] of Object.entries(made))
      if (typeof command?.act === 'string') found.set(name, command.act);
  }
  return found;
}

/** Act or policy, and what it is tried on → column → cell. */
function matrix(): Map<string, Cells> {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const rows = new Map<string, Cells>();
  let columns: string[] = [];
  for (const line of fs.readFileSync('docs/permissions.md', 'utf8').split('\n')) {
    if (!line.startsWith('|')) continue;
    const [name, on, ...row] = cells(line);
    if (name === 'act' || name === 'policy') columns = row;
    else rows.set(`${name} ${on}`, Object.fromEntries(columns.map((column, n) => [column, row[n]])));
  }
  return rows;
}

/** Sends a form as the browser's own scripts do. */
type Sent = Pick<Try, 'values' | 'bare'>;

function send(guest: Visitor, action: Action, { values, bare }: Sent): Promise<Said> {
  const fields = Object.entries(guest.own(values)).map(([name, value]): [string, File | string] => [
    `_1_${name}`,
    value,
  ]);
  return guest.submit(action.page, [...fields, ['0', bare ? '["$K1"]' : '[{},"$K1"]']], {
    'next-action': action.id,
    accept: 'text/x-component',
  });
}

/** Returns the code of the refusal; `taken` when there is none. */
async function tryIt(guest: Visitor, action: Action, sent: Sent): Promise<string> {
  const answer = await send(guest, action, sent);
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.headers['x-action-redirect']?.toString().includes('/sign-in?')) return 'signed_out';
  return /"refusal":\{"code":"(\w+)"/.exec(answer.body)?.[1] ?? 'taken';
}

/** Whether the table lets them. */
function isAllowed(one: Try, who: Who, cell: string): boolean {
  if (who === stranger) return one.open === 'everybody';
  if (one.open) return true;
  if (one.only) return one.only.includes(who.identity);
  return cell !== '·' && (cell !== 'home' || one.homeless === true || who.households.length > 0);
}

/**
 * Resolves what was found wrong.
 *
 * @param url the database, as its owner
 * @param distribution the folder of the build
 */
export async function tryActs({
  port,
  url,
  distribution,
  say,
}: {
  port: number;
  url: string;
  distribution: string;
  say: (line: string) => void;
}): Promise<string[]> {
  const found: string[] = [];
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const actions = actionsOf(distribution);
  const acts = await actNames('.');
  const may = matrix();
  await db.query('begin');
  await db.query(`insert into person (name, demonstration) values ('路人', $1)`, [STRANGER]);
  const subjects = await subjectsOf(db);
  await db.query('commit');
  const tries = triesOf(subjects);
  for (const name of actions.keys()) if (!tries[name]) found.push(`${name} is in the build and is tried on nothing`);
  for (const name of Object.keys(tries)) if (!actions.has(name)) found.push(`${name} is tried and is not in the build`);
  const everybody = await everybodyIn(db, 'zhuguang');
  const browsers = await browsersOf(everybody, port);
  const register = 'building,entrance,door,area,owners\n15,1,101,80.00,王某\n';
  const captains = 'building,entrance,captain,phone\n15,1,王楼长,13912345670\n';
  const orders = '工单编号,主要内容\n1,路灯不亮\n';
  const bring = (identity: string, door: string, words: string) => {
    const browser = browsers.of(identity);
    const file = new File([words], 'sheet.csv', { type: 'text/csv' });
    return browser.post(door, browser.own({ community: 'zhuguang', locale: 'zh', file }));
  };
  await bring('social-worker', '/api/register', register);
  await bring('party-secretary', '/api/captains', captains);
  for (const identity of ['social-worker', 'hotline']) await bring(identity, '/api/orders', orders);
  const sheets: Record<string, string> = { importOrders: orders, importCaptains: captains };
  const sheetOf = (name: string) =>
    createHash('sha256')
      .update(sheets[name] ?? register)
      .digest('hex');
  /** Without what is counted by itself, at night and after a sheet was brought. */
  const counted = [keepTopics, keepOpposites, keepSelection].map((act) => act.name);
  const leaves = async () => {
    const { rows } = await db.query('select count(*) from ledger_leaf where act <> all ($1)', [counted]);
    return Number(rows[0].count);
  };
  found.push(...(await tryDoors({ everybody, browsers, subjects, may })));
  let asked = 0;
  for (const [name, one] of Object.entries(tries)) {
    const action = actions.get(name);
    if (!action) continue;
    const row = one.only || one.open ? undefined : may.get(`${acts.get(name)} ${one.on ?? ''}`);
    if (!row && !one.only && !one.open) {
      found.push(`${name}: docs/permissions.md has no line "${acts.get(name)} ${one.on ?? ''}"`);
      continue;
    }
    const values = { community: 'zhuguang', locale: 'zh', confirmed: 'on', sheet: sheetOf(name), ...one.values };
    const people = [...everybody, stranger].map((who) => {
      const cell = row?.[who === stranger ? 'visitor' : columnOf(who, one.home ?? subjects.home)] ?? '·';
      return { who, allowed: isAllowed(one, who, cell) };
    });
    const tried = async ({ who, allowed }: (typeof people)[number]) => {
      const code = await tryIt(browsers.of(who.identity), action, { ...one, values });
      asked += 1;
      const what = `${name} by ${who.identity}`;
      if (code.startsWith('status') || (code === 'invalid' && one.stops !== code && who !== stranger))
        found.push(`${what}: ${code}`);
      else if (allowed === REFUSED.includes(code))
        found.push(`${what}: ${code}, the table says ${allowed ? 'yes' : 'no'}`);
    };
    // Whoever is refused changes nothing, and need not wait for the others; whoever is not does what the next finds done.
    const before = await leaves();
    await Promise.all(people.filter(({ allowed }) => !allowed).map(tried));
    if ((await leaves()) !== before) found.push(`${name}: refused to all of them, and the record has grown`);
    for (const one of people.filter(({ allowed }) => allowed)) await tried(one);
  }
  const usual = { community: 'zhuguang', locale: 'zh', confirmed: 'on' };
  const spoiled = await trySpoiled({
    actions,
    tries,
    send: (action, values) => send(browsers.of('social-worker'), action, { values: { ...usual, ...values } }),
  });
  found.push(...spoiled.found);
  browsers.end();
  await db.end();
  say(`${actions.size} actions, ${browsers.size} people, ${asked} tries, ${spoiled.sent} with a field spoiled`);
  return found;
}
