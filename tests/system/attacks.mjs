// What a test of one process cannot show, tried on two instances behind one database: limits that hold over both, bodies
// that are no form, what holds everybody up, and what bundles, addresses and the log tell.
import fs from 'node:fs';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { filesBelow } from '../../scripts/test-files.mjs';
import { ended } from './ended.mjs';
import { floods } from './flood.mjs';
import { threadOf } from './thread.ts';
import { hiddenFields, visitor } from './visitor.ts';

/** Forms a minute of one person and of one address, on the servers of this run. */
export const posts = { ofPerson: 20, ofAddress: 120 };
/** A telephone number that is no part of a longer number, of a hash or of a token. */
const dialled = /(?<![\da-f])1[3-9]\d{9}(?![\da-f])/g;
/** While somebody sends what means harm others wait at most so many times as long as while somebody sends as much that is harmless. */
const mostTimes = 8;
const opinion = '/act/demo/rounds/2/opinion';
const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const form = (parts) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  body: `${parts.map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--edge--\r\n`,
});

/** One request as it stands, with the session of `visit`. */
function send({ port, host }, { method = 'POST', path, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const all = { host, origin: `http://${host}`, ...headers };
    const request = http.request({ host: '127.0.0.1', port, method, path, headers: all, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode, headers: response.headers, body: text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Attack 4 and 9: whoever is over the limit on one instance is over it on the other; nobody else is. */
async function limits({ ports, host, found }) {
  const [first, second] = ports;
  const flooding = visitor({ port: first, host });
  await flooding.become('resident-15');
  const fields = hiddenFields((await flooding.get('/act/demo/proposals/1/comment')).body, 'name="words"');
  const typed = { ...fields, stance: '', words: '我写的话还在' };
  const encoded = form(Object.entries(typed));
  const from = (address) => ({ 'x-forwarded-for': address, cookie: flooding.cookie() });
  const comment = (port, address) =>
    send(
      { port, host },
      { ...encoded, path: '/act/demo/proposals/1/comment', headers: { ...encoded.headers, ...from(address) } },
    );
  let taken = 0;
  let refused;
  for (let n = 0; n < 3 * posts.ofPerson && !refused; n += 1) {
    const answer = await comment(ports[n % 2], `2001:db8:${n}::1`);
    if (answer.status === 429) refused = answer;
    else taken += 1;
  }
  // Two windows when a minute ended meanwhile.
  if (!refused || taken > 2 * posts.ofPerson) found.push(`attack 4: ${taken} forms of one person were taken`);
  const wait = Number(refused?.headers['retry-after']);
  if (!(wait >= 1 && wait <= 60)) found.push(`attack 4: come again after ${wait}`);
  if (!refused?.body.includes('交得太快了') || !refused.body.includes(typed.words))
    found.push('attack 4: the page of a 429 does not say so, or has lost the words');
  if (wait > 3)
    for (const port of ports)
      if ((await comment(port, '2001:db8:ffff::1')).status !== 429)
        found.push(`attack 4: instance ${port} does not know it`);
  const quiet = visitor({ port: second, host });
  await quiet.become('resident-14');
  const calm = await quiet.submit(
    '/act/demo/proposals/1/comment',
    { ...typed, submission: 'calm' },
    { 'x-forwarded-for': '2001:db8:9::1' },
  );
  if (calm.status !== 200) found.push(`attack 9: somebody else is refused too: ${calm.status}`);
  flooding.end();
  quiet.end();
}

/** Attack 4: codes, over both instances: one a minute to a number, sixty an hour of one line. */
async function codes({ ports, host, found }) {
  const visit = visitor({ port: ports[0], host });
  const page = (await visit.get('/sign-in')).body;
  const fields = hiddenFields(page, 'name="phone"');
  const ask = (port, phone, address) => {
    const { headers, body } = form(Object.entries({ ...fields, phone }));
    return send({ port, host }, { path: '/sign-in', headers: { ...headers, 'x-forwarded-for': address }, body });
  };
  const phone = `139${String(Date.now()).slice(-8)}`;
  const began = performance.now();
  const one = await ask(ports[0], phone, '192.0.2.1');
  const again = await ask(ports[1], phone, '192.0.2.2');
  const wait = Number(again.headers['retry-after']);
  const since = (performance.now() - began) / 1000;
  if (one.status !== 303 || again.status !== 429)
    found.push(`attack 4: two codes at once: ${one.status} ${again.status}`);
  if (!(wait >= 59 - since && wait <= 60) || !again.body.includes(`过 ${wait} 秒`) || !again.body.includes(phone))
    found.push(`attack 4: the page does not say after how many seconds (${wait}), or has lost the number`);
  const statuses = [];
  for (let n = 0; n < 64; n += 1)
    statuses.push((await ask(ports[n % 2], `137${String(10_000_000 + n)}`, `2001:db8:7:7::${n.toString(16)}`)).status);
  const taken = statuses.filter((status) => status === 303).length;
  // Two windows when an hour ended meanwhile.
  if (taken > 60 && !statuses.slice(0, 60).includes(429) && new Date().getUTCMinutes() > 1)
    found.push(`attack 4: ${taken} codes asked for from one line`);
  visit.end();
}

/** What is posted and no form of ours, with the name of an action that is one: 400, never 500. */
async function malformed({ ports, host, action, cookie, found, uncounted }) {
  const post = async (name, { headers, body, path = opinion, ...more }) => {
    await uncounted();
    const asked = { path, body, headers: { cookie, ...headers }, ...more };
    const { status, body: said } = await send({ port: ports[0], host }, asked);
    if (status !== (more.wanted ?? 400)) found.push(`attack 12: ${name}: ${status}`);
    if (status === 400 && !headers['next-action'] && !path.startsWith('/api/') && !said.includes('看不懂'))
      found.push(`attack 12: ${name}: no page that says so`);
  };
  const text = { 'content-type': 'text/plain;charset=UTF-8' };
  const called = { 'next-action': action };
  for (const body of ['{bad', '', 'null', '[]', '{"a":1}', '["$K1"]', `["$n${'9'.repeat(1000)}"]`])
    await post(`text ${body.slice(0, 8)}`, { headers: { ...called, ...text }, body });
  await post('no boundary', { headers: { ...called, 'content-type': 'multipart/form-data' }, body: 'x' });
  await post('compressed', { headers: { ...called, ...form([]).headers, 'content-encoding': 'gzip' }, body: 'x' });
  const parts = {
    nothing: [],
    'no arguments': [['1', '{}']],
    'bad JSON': [['0', '{bad']],
    'a form that is none': [['0', '[{},5]']],
    'a form that is a list': [['0', '["$0","$0"]']],
    'a form that is missing': [['0', '[{},"$K1"']],
    'far too deep': [['0', `${'['.repeat(9_000)}${']'.repeat(9_000)}`]],
  };
  for (const [name, list] of Object.entries(parts)) {
    const { headers, body } = form(list);
    await post(name, { headers: { ...headers, ...called }, body });
  }
  const { headers } = form([]);
  await post('cut off', {
    headers: { ...headers, ...called },
    body: '--edge\r\nContent-Disposition: form-data; name="0"\r\n\r\n[',
  });
  await post('cut off, without scripts', {
    headers,
    body: `--edge\r\nContent-Disposition: form-data; name="$ACTION_ID_${action}"\r\n\r\n`,
  });
  for (const list of [
    [['a', 'b']],
    [
      [`$ACTION_ID_${action}`, ''],
      ['$ACTION_KEY', 'k'],
    ],
    [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', '{bad'],
    ],
  ])
    await post(`without scripts ${list.at(-1)[0]}`, form(list));
  const unknown = form([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', `{"id":"${'00'.repeat(21)}","bound":"$@1"}`],
  ]);
  await post('a form of an older page', { ...unknown, wanted: 409 });
  for (const path of ['/api/register', '/api/pictures'])
    await post(path, { headers: { ...headers, 'content-length': '10' }, body: '--edge\r\nab', path });
  for (const path of ['/act/%FF/rounds/2/opinion', '/me/%E0%A4%A', '/%E0%A4%A'])
    await post(path, { headers: {}, path, method: 'GET', wanted: 404 });
}

/** How long a small file takes while `work` goes on: asked for all the time, in a thread of its own. */
async function longestWait(port, work) {
  const thread = threadOf('./pinger.ts', { port });
  await new Promise((resolve) => thread.once('message', resolve));
  await work();
  const worst = new Promise((resolve) => thread.once('message', resolve));
  thread.postMessage('stop');
  return worst;
}

/** Attack 12: nothing anybody sends stops the answers to everybody else for much longer than as much that is harmless. */
async function heldUp({ ports: [port], host, action, cookie, worker, found, say, uncounted }) {
  const post = async (parts) => {
    await uncounted();
    const { headers, body } = form(parts);
    return send({ port, host }, { path: opinion, body, headers: { ...headers, cookie, 'next-action': action } }).catch(
      () => {},
    );
  };
  const row = (n) => `${(n % 200) + 1},${(n % 6) + 1},${Math.floor(n / 1200) + 1}0${n % 10}-${n},80.00,王某${n},`;
  const sheet = `楼栋,单元,门牌,面积,业主,电话\n${Array.from({ length: 50_000 }, (_, n) => row(n)).join('\n')}`;
  const tries = {
    'lists within lists': () => post([['0', `${'['.repeat(5e6)}${']'.repeat(5e6)}`]]),
    'objects within objects': () => post([['0', `${'{"a":'.repeat(1e6)}1${'}'.repeat(1e6)}`]]),
    'a list of a million': () => post([['0', `[{},${'1,'.repeat(1e6)}1]`]]),
    'one form a hundred thousand times': () =>
      post([
        ['0', `[{},${'"$K1",'.repeat(1e5)}1]`],
        ['_1_words', 'x'],
      ]),
    'nineteen hundred fields': () =>
      post([['0', '[{},"$K1"]'], ...Array.from({ length: 1900 }, (_, n) => [`_1_x.${n}`, 'on'])]),
  };
  const upload = async (text) => {
    await uncounted();
    return worker.post(
      '/api/register',
      worker.own({
        community: 'zhuguang',
        locale: 'zh',
        file: new File([text], 'register.csv', { type: 'text/csv' }),
      }),
    );
  };
  const words = () =>
    post([
      ['0', '[{},"$K1"]'],
      ['_1_words', 'x'.repeat(2e6)],
    ]);
  const noRegister = 'x'.repeat(Buffer.byteLength(sheet));
  const pairs = [
    ...Object.entries(tries).map(([name, work]) => [name, work, words]),
    ['a register of 50,000 rows', () => upload(sheet), () => upload(noRegister)],
  ];
  const seen = [];
  for (const [name, work, harmless] of pairs) {
    const [plain, waits] = [[], []];
    // A machine with other work to do makes both wait; then more tries tell them apart.
    do {
      plain.push(await longestWait(port, harmless));
      waits.push(await longestWait(port, work));
    } while (waits.length < 5 && median(waits) > mostTimes * median(plain));
    seen.push([median(waits), median(plain)]);
    if (median(waits) > mostTimes * median(plain))
      found.push(
        `attack 12: ${name} held everybody up: ${waits.map(Math.round)} ms; as much that is harmless ${plain.map(Math.round)} ms`,
      );
  }
  const [worst, usual] = [0, 1].map((at) => Math.round(Math.max(...seen.map((pair) => pair[at]))));
  say(`longest hold-up ${worst} ms (${usual} ms by as much that is harmless)`);
}

/** Attack 13: secrets and people in what every browser gets. */
async function bundles({ distribution, env, db, found }) {
  const { rows } = await db.query(
    `select distinct word from (select phone as word from person union select name from person where demonstration is null
       union select complainant from case_content union select phone from case_content
       union select owner_name from ownership) x where length(word) >= 2`,
  );
  const secrets = ['AUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'TONGXIN_SIGNING_KEY', 'DATABASE_URL'];
  const forbidden = [...secrets, ...secrets.map((name) => env[name]), new URL(env.DATABASE_URL).password];
  const files = filesBelow('.', `${distribution}/static`);
  if (files.length < 10) found.push('attack 13: no bundles to look into');
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    for (const word of [...forbidden, ...rows.map((row) => row.word)])
      if (word && text.includes(word))
        found.push(`attack 13: ${file} holds ${secrets.includes(word) ? word : 'a secret or a name'}`);
    if (text.match(dialled)) found.push(`attack 13: ${file} holds a telephone number`);
    if (/drizzle|pg_advisory|select .{1,80} from (?:person|household|session)\b/.test(text))
      found.push(`attack 13: ${file} holds queries`);
  }
}

/** Attack 13: what somebody typed is in no address they are sent to, no header, and no line of the log. */
async function addresses({ ports: [port], host, log, found }) {
  const visit = visitor({ port, host });
  await visit.become('resident-14');
  const canary = '金丝雀canary13912345678';
  const pages = [
    '/act/demo/proposals/new',
    '/act/demo/cases/new',
    '/act/demo/proposals/1/comment',
    '/me/household?in=demo',
  ];
  for (const page of pages) {
    const html = (await visit.get(page)).body;
    const begun = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((one) => /name="\$words"/.test(one));
    if (!begun) {
      found.push(`attack 13: ${page} has no form`);
      continue;
    }
    const hidden = hiddenFields(html, 'name="$words"');
    const names = [...begun.matchAll(/<(?:textarea|input|select)\b[^>]*\sname="([^"]+)"/g)].map(([, name]) => name);
    const typed = Object.fromEntries(names.filter((name) => !(name in hidden)).map((name) => [name, canary]));
    for (const signedIn of [true, false]) {
      const sender = signedIn ? visit : visitor({ port, host });
      const answer = await sender.post(page, { ...hidden, ...typed });
      const told = `${answer.location ?? ''} ${JSON.stringify({ ...answer.headers, 'set-cookie': undefined })}`;
      if (decodeURIComponent(told).includes('canary'))
        found.push(`attack 13: ${page} puts words into an address or header`);
      if (answer.status >= 500) found.push(`attack 13: ${page}: ${answer.status}`);
    }
  }
  await visit.get(`/me?note=${encodeURIComponent(canary)}`);
  for (const path of ['/', '/demo', '/me', '/sign-in', '/nowhere/at/all', '/api/health', '/icon.svg', '/act/%FF/x']) {
    const { headers } = await visit.get(path);
    if (headers['referrer-policy'] !== 'same-origin') found.push(`attack 13: ${path} lets its address go elsewhere`);
  }
  visit.end();
  await sleep(200);
  const lines = fs.readFileSync(log, 'utf8');
  if (/canary|13912345678|金丝雀/.test(lines)) found.push('attack 13: the log holds what somebody typed');
}

/** Attack 16: how many numbers to dial a page shows to anybody, and how many somebody sees in an hour. */
async function contacts({ ports, host, db, found }) {
  const worker = visitor({ port: ports[0], host });
  await worker.become('hotline');
  const record = '/desk/zhuguang/cases/new';
  const phone = '13900004321';
  const told = { kind: 'complaint', source: 'walk_in', title: '灯不亮', words: '楼道灯不亮', place: '楼道' };
  const hidden = hiddenFields((await worker.get(record)).body, 'name="words"');
  // Whatever else is out of order there by now: it is another one.
  const recorded = await worker.post(record, { ...hidden, ...told, complainant: '来人', phone, alike: 'seen' });
  if (recorded.status !== 303) found.push(`attack 16: the case was not taken: ${recorded.status}`);
  const [shown] = (
    await db.query(
      `select max(k.no) as no from cases k join community c on c.id = k.community_id where c.slug = 'zhuguang'`,
    )
  ).rows;
  const [who] = (await db.query(`select id from person where demonstration = 'hotline'`)).rows;
  const seen = new Set();
  const begin = '/desk/zhuguang';
  const queue = [begin];
  while (queue.length > 0 && seen.size < 60) {
    const path = queue.shift();
    if (seen.has(path)) continue;
    seen.add(path);
    const { status, body } = await worker.get(path);
    if (status !== 200) continue;
    const numbers = new Set(body.match(dialled) ?? []);
    if (numbers.size > 3) found.push(`attack 16: ${path} shows ${numbers.size} numbers`);
    for (const [, link] of body.matchAll(
      /href="(\/desk\/zhuguang\/(?:cases|callbacks|joins|register|grants)[^"?#]*)"/g,
    ))
      queue.push(link);
  }
  const path = `/desk/zhuguang/cases/${shown.no}/contact`;
  const unasked = (await worker.get(path)).body;
  if (unasked.includes(phone)) found.push('attack 16: a number is seen by whoever has not said that they look');
  await worker.post(path, hiddenFields(unasked, 'name="case"'));
  if (!(await worker.get(path)).body.includes(phone))
    found.push('attack 16: the hotline does not see the number to dial');
  await db.query(
    `insert into account_event (person_id, kind, detail, at)
     select $1, 'contact.read', '{}', moment() from generate_series(1, 60)`,
    [who.id],
  );
  for (const port of ports) {
    const other = await send({ port, host }, { method: 'GET', path, headers: { cookie: worker.cookie() } });
    if (other.status !== 429 || !(Number(other.headers['retry-after']) > 0) || other.body.includes(phone))
      found.push(`attack 16: after sixty numbers instance ${port} shows one more: ${other.status}`);
    if (!other.body.includes('分钟再看')) found.push('attack 16: the page does not say when to come again');
  }
  worker.end();
}

/**
 * @param {{ ports: number[], host: string, env: Record<string, string>, distribution: string, log: string, say: (line: string) => void }} given
 *   `ports` of two instances that believe their proxy and take `posts`; `log` of the first
 * @returns {Promise<string[]>} what was found wrong
 */
export async function tryAttacks({ ports, host, env, distribution, log, say }) {
  const found = [];
  const db = new pg.Client({ connectionString: env.DATABASE_URL });
  await db.connect();
  const manifest = JSON.parse(fs.readFileSync(`${distribution}/server/server-reference-manifest.json`, 'utf8'));
  const [action] = Object.entries(manifest.node).find(([, one]) => one.exportedName === 'giveOpinion') ?? [];
  // What the same people sent in the same minute before is not the matter of what comes after.
  const uncounted = () => db.query('delete from attempt');
  await uncounted();
  const resident = visitor({ port: ports[0], host });
  await resident.become('captain-15');
  const worker = visitor({ port: ports[0], host });
  await worker.become('social-worker');
  const cookie = resident.cookie();
  const given = { ports, host, env, distribution, log, say, db, action, cookie, worker, found, uncounted };
  for (const attack of [bundles, addresses, contacts, malformed, heldUp, codes, limits, ended, floods]) {
    await uncounted();
    await attack(given);
  }
  for (const visit of [resident, worker]) visit.end();
  await db.end();
  return [...new Set(found)];
}
