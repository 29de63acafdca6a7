// Every server action of the build by everybody who is anybody: what is taken and what is refused must be exactly
// docs/permissions.md, which is made of the policies themselves. A refused try must leave no trace.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';
import { filesBelow } from '../../scripts/test-files.mjs';
import { subjectsOf, triesOf } from './acts-table.mjs';
import { trySpoiled } from './spoiled.mjs';
import { visitor } from './visitor.mjs';

const staff = {
  'social-worker': 'social worker',
  'party-secretary': 'Party secretary',
  'governance-secretary': 'governance secretary',
  hotline: 'hotline',
  property: 'property',
  district: 'district',
  auditor: 'auditor',
};
const STRANGER = `stranger-${process.pid}`;
const REFUSED = ['not_allowed', 'not_found', 'signed_out'];

/** Name → id and a page it can be sent from, of every action in the build. */
function actionsOf(distribution) {
  const manifest = JSON.parse(fs.readFileSync(`${distribution}/server/server-reference-manifest.json`, 'utf8'));
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
      const [worker = ''] = Object.keys(workers);
      const page = worker.replace(/^app\/\[locale\]/, '').replace(/\/page$/, '');
      return [exportedName, { id, page: page.replace('[community]', 'zhuguang').replace(/\[[^\]]+\]/g, '1') || '/' }];
    }),
  );
}

/** Name of an action → the act its command writes into the record. */
function actNames(root) {
  const found = new Map();
  for (const file of filesBelow(root, 'features').filter((one) => one.endsWith('/commands.ts')))
    for (const [, name, act] of fs
      .readFileSync(file, 'utf8')
      .matchAll(/export const (\w+) = (?:command|accountCommand)\(\{\n {2}act: '([\w.-]+)'/g))
      found.set(name, act);
  return found;
}

/** Act or policy, and what it is tried on → column → cell. */
function matrix() {
  const cells = (line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const rows = new Map();
  let columns = [];
  for (const line of fs.readFileSync('docs/permissions.md', 'utf8').split('\n')) {
    if (!line.startsWith('|')) continue;
    const [name, on, ...row] = cells(line);
    if (name === 'act' || name === 'policy') columns = row;
    else rows.set(`${name} ${on}`, Object.fromEntries(columns.map((column, n) => [column, row[n]])));
  }
  return rows;
}

/** The verbs of the machine doors, from their files; every other verb is refused. */
const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const answered = (file) =>
  new Set([...fs.readFileSync(file, 'utf8').matchAll(/export async function ([A-Z]+)\(/g)].map(([, verb]) => verb));

/**
 * Each machine door by everybody: `GET /api/me/export` for whoever is signed in, the picture nobody has looked at for
 * whom docs/permissions.md says, a register for whoever may import it. Returns what is wrong.
 */
async function tryDoors({ everybody, guests, subjects, may }) {
  const found = [];
  const picture = may.get('pictures.maySeePicture somebody else sent it');
  const register = may.get('register.import ');
  const expected = {
    '/api/health': () => [200],
    '/api/edition': () => [303],
    '/api/me/export': (_, visits) => (visits ? [303] : [200]),
    '/api/pictures/[id]/[size]': (who, visits) =>
      !visits && (picture[columnOf(who, subjects.home)] === 'yes' || who.identity === subjects.picture.identity)
        ? [200]
        : [404],
    '/api/pictures': () => [303],
    '/api/register': (who, visits) => (visits || register[columnOf(who, subjects.home)] === 'staff' ? [303] : [404]),
  };
  for (const file of filesBelow('.', 'app/api').filter((one) => one.endsWith('/route.ts'))) {
    const door = file.replace(/^app/, '').replace('/route.ts', '');
    const wanted = expected[door];
    if (!wanted) found.push(`${door} is tried by nobody`);
    const verbs = answered(file);
    const address = door.replace('[id]', subjects.picture.id).replace('[size]', 'small');
    for (const who of [...everybody, { identity: 'visitor', households: [], grants: [] }]) {
      for (const verb of VERBS) {
        const { status } = await guests.get(who.identity).knock(verb, address, { community: 'zhuguang' });
        const right = verbs.has(verb) ? (wanted?.(who, who.identity === 'visitor') ?? []) : [405];
        if (!right.includes(status)) found.push(`${verb} ${door} by ${who.identity}: ${status}, not ${right}`);
      }
    }
  }
  return found;
}

/** Who everybody is in the community, by the rows; the stranger lives in another one. */
async function people(db, slug) {
  const { rows } = await db.query(
    `select p.id, p.demonstration as identity,
       (select coalesce(json_agg(r.household_id), '[]') from residency r join community c on c.id = r.community_id
         where r.person_id = p.id and c.slug = $1 and (r.to_at is null or r.to_at > moment())) as households,
       (select coalesce(json_agg(json_build_object('role', g.role, 'entrance', g.entrance_id)), '[]')
         from grants g join community c on c.id = g.community_id where g.person_id = p.id and c.slug = $1
           and g.from_at <= moment() and (g.to_at is null or g.to_at > moment())) as grants
     from person p where p.demonstration is not null order by p.id`,
    [slug],
  );
  return rows;
}

/** The column of the table for whom: their office, else where they live in view of the household it is about. */
function columnOf({ grants, households }, home) {
  const office = grants.find((grant) => staff[grant.role]);
  if (office) return staff[office.role];
  if (grants.some((grant) => grant.role === 'captain'))
    return grants.some((grant) => grant.entrance === home.entrance) ? 'captain there' : 'captain elsewhere';
  if (households.includes(home.id)) return 'of the household';
  return households.length > 0 ? 'neighbour' : 'of another community';
}

/** Sends a form as the browser's own scripts do. */
function send(guest, action, { values, bare }) {
  const fields = Object.entries(values).map(([name, value]) => [`_1_${name}`, value]);
  return guest.send(action.page, [...fields, ['0', bare ? '["$K1"]' : '[{},"$K1"]']], {
    'next-action': action.id,
    accept: 'text/x-component',
  });
}

/** Returns the code of the refusal; `taken` when there is none. */
async function tryIt(guest, action, { values, bare }) {
  const answer = await send(guest, action, { values, bare });
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.headers['x-action-redirect']?.includes('/sign-in?kept')) return 'signed_out';
  return /"refusal":\{"code":"(\w+)"/.exec(answer.body)?.[1] ?? 'taken';
}

/**
 * @param {{ port: number, url: string, distribution: string, say: (line: string) => void }} given `url`: the database, as its owner
 * @returns {Promise<string[]>} what was found wrong
 */
export async function tryActs({ port, url, distribution, say }) {
  const found = [];
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const actions = actionsOf(distribution);
  const acts = actNames('.');
  const may = matrix();
  await db.query('begin');
  await db.query(`insert into person (name, demonstration) values ('路人', $1)`, [STRANGER]);
  const subjects = await subjectsOf(db);
  await db.query('commit');
  const tries = triesOf(subjects);
  for (const name of actions.keys()) if (!tries[name]) found.push(`${name} is in the build and is tried on nothing`);
  for (const name of Object.keys(tries)) if (!actions.has(name)) found.push(`${name} is tried and is not in the build`);
  const everybody = await people(db, 'zhuguang');
  const guests = new Map([['visitor', visitor({ port })]]);
  for (const { identity } of everybody) {
    const guest = visitor({ port });
    await guest.become(identity);
    guests.set(identity, guest);
  }
  const sheet = 'building,entrance,door,area,owners\n15,1,101,80.00,王某\n';
  await guests.get('social-worker').post('/api/register', {
    ...{ community: 'zhuguang', locale: 'zh' },
    file: new File([sheet], 'register.csv', { type: 'text/csv' }),
  });
  subjects.sheet = createHash('sha256').update(sheet).digest('hex');
  const leaves = async () => Number((await db.query('select count(*) from ledger_leaf')).rows[0].count);
  found.push(...(await tryDoors({ everybody, guests, subjects, may })));
  let asked = 0;
  for (const [name, one] of Object.entries(tries)) {
    const action = actions.get(name);
    if (!action) continue;
    const row = one.only || one.open ? undefined : may.get(`${acts.get(name)} ${one.on ?? ''}`);
    if (!row && !one.only && !one.open) {
      found.push(`${name}: docs/permissions.md has no line "${acts.get(name)} ${one.on ?? ''}"`);
      continue;
    }
    for (const who of [...everybody, { identity: 'visitor', households: [], grants: [] }]) {
      const visits = who.identity === 'visitor';
      const cell = row?.[visits ? 'visitor' : columnOf(who, one.home ?? subjects.home)] ?? '·';
      const allowed = visits
        ? one.open === 'everybody'
        : one.open
          ? true
          : one.only
            ? one.only.includes(who.identity)
            : cell !== '·' && (cell !== 'home' || one.homeless || who.households.length > 0);
      const before = await leaves();
      const values = { community: 'zhuguang', locale: 'zh', confirmed: 'on', ...one.values, sheet: subjects.sheet };
      const code = await tryIt(guests.get(who.identity), action, { values, bare: one.bare });
      asked += 1;
      const what = `${name} by ${who.identity}`;
      if (code.startsWith('status') || (code === 'invalid' && one.stops !== code && !visits))
        found.push(`${what}: ${code}`);
      else if (allowed === REFUSED.includes(code))
        found.push(`${what}: ${code}, the table says ${allowed ? 'yes' : 'no'}`);
      if (!allowed && (await leaves()) !== before) found.push(`${what}: refused, and the record has grown`);
    }
  }
  const usual = { community: 'zhuguang', locale: 'zh', confirmed: 'on' };
  const spoiled = await trySpoiled({
    ...{ actions, tries },
    send: (action, values) => send(guests.get('social-worker'), action, { values: { ...usual, ...values } }),
  });
  found.push(...spoiled.found);
  for (const guest of guests.values()) guest.end();
  await db.end();
  say(`${actions.size} actions, ${guests.size} people, ${asked} tries, ${spoiled.sent} with a field spoiled`);
  return found;
}
