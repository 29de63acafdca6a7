// What a test of one process cannot show, tried on two instances behind one database: limits that hold over both, bodies
// that are no form, and what holds everybody up.
import pg from 'pg';
import { actionsOf } from './acts';
import { type Asked, type Attack, form, type Parts, send } from './attack';
import { ended } from './ended';
import { floods } from './flood';
import { addresses, bundles, contacts } from './leaks';
import { threadOf } from './thread';
import { hiddenFields, type Said, visitor } from './visitor';

/** Forms a minute of one person and of one address, on the servers of this run. */
export const posts = { ofPerson: 20, ofAddress: 120 };
/** While somebody sends what means harm others wait at most so many times as long as while somebody sends as much that is harmless. */
const mostTimes = 8;
const opinion = '/act/demo/rounds/2/opinion';
const median = (times: number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
/** Attack 4 and 9: whoever is over the limit on one instance is over it on the other; nobody else is. */
async function limits({ ports, host, found }: Attack) {
  const [first, second] = ports;
  const flooding = visitor({ port: first, host });
  await flooding.become('resident-15');
  const fields = hiddenFields((await flooding.get('/act/demo/proposals/1/comment')).body, 'name="words"');
  const typed = { ...fields, stance: '', words: '我写的话还在' };
  const encoded = form(Object.entries(typed));
  const from = (address: string) => ({ 'x-forwarded-for': address, cookie: flooding.cookie() });
  const comment = (port: number, address: string) =>
    send(
      { port, host },
      { ...encoded, path: '/act/demo/proposals/1/comment', headers: { ...encoded.headers, ...from(address) } },
    );
  let taken = 0;
  let refused: Said | undefined;
  for (let n = 0; n < 3 * posts.ofPerson && !refused; n += 1) {
    const answer = await comment(n % 2 ? second : first, `2001:db8:${n}::1`);
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
async function codes({ ports: [first, second], host, found }: Attack) {
  const visit = visitor({ port: first, host });
  const page = (await visit.get('/sign-in')).body;
  const fields = hiddenFields(page, 'name="phone"');
  const ask = (port: number, phone: string, address: string) => {
    const { headers, body } = form(Object.entries({ ...fields, phone }));
    return send({ port, host }, { path: '/sign-in', headers: { ...headers, 'x-forwarded-for': address }, body });
  };
  const phone = `139${String(Date.now()).slice(-8)}`;
  const began = performance.now();
  const one = await ask(first, phone, '192.0.2.1');
  const again = await ask(second, phone, '192.0.2.2');
  const wait = Number(again.headers['retry-after']);
  const since = (performance.now() - began) / 1000;
  if (one.status !== 303 || again.status !== 429)
    found.push(`attack 4: two codes at once: ${one.status} ${again.status}`);
  if (!(wait >= 59 - since && wait <= 60) || !again.body.includes(`过 ${wait} 秒`) || !again.body.includes(phone))
    found.push(`attack 4: the page does not say after how many seconds (${wait}), or has lost the number`);
  const statuses: number[] = [];
  for (let n = 0; n < 64; n += 1)
    statuses.push(
      (await ask(n % 2 ? second : first, `137${String(10_000_000 + n)}`, `2001:db8:7:7::${n.toString(16)}`)).status,
    );
  const taken = statuses.filter((status) => status === 303).length;
  // Two windows when an hour ended meanwhile.
  if (taken > 60 && !statuses.slice(0, 60).includes(429) && new Date().getUTCMinutes() > 1)
    found.push(`attack 4: ${taken} codes asked for from one line`);
  visit.end();
}

/** What is posted and no form of ours, with the name of an action that is one: 400, never 500. */
async function malformed({ ports: [port], host, action, cookie, found, uncounted }: Attack) {
  const post = async (
    name: string,
    { headers = {}, body, path = opinion, ...more }: Partial<Asked> & { wanted?: number },
  ) => {
    await uncounted();
    const asked = { path, body, headers: { cookie, ...headers }, ...more };
    const { status, body: said } = await send({ port, host }, asked);
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
  const parts: Record<string, Parts> = {
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
  const lists: Parts[] = [
    [['a', 'b']],
    [
      [`$ACTION_ID_${action}`, ''],
      ['$ACTION_KEY', 'k'],
    ],
    [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', '{bad'],
    ],
  ];
  for (const list of lists) await post(`without scripts ${list.at(-1)?.[0]}`, form(list));
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
async function longestWait(port: number, work: () => Promise<unknown>): Promise<number> {
  const thread = threadOf('./pinger.ts', { port });
  await new Promise((resolve) => thread.once('message', resolve));
  await work();
  const worst = new Promise<number>((resolve) => thread.once('message', resolve));
  thread.postMessage('stop');
  return worst;
}

/** Attack 12: nothing anybody sends stops the answers to everybody else for much longer than as much that is harmless. */
async function heldUp({ ports: [port], host, action, cookie, worker, found, say, uncounted }: Attack) {
  const post = async (parts: Parts) => {
    await uncounted();
    const { headers, body } = form(parts);
    return send({ port, host }, { path: opinion, body, headers: { ...headers, cookie, 'next-action': action } }).catch(
      () => {},
    );
  };
  const row = (n: number) =>
    `${(n % 200) + 1},${(n % 6) + 1},${Math.floor(n / 1200) + 1}0${n % 10}-${n},80.00,王某${n},`;
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
      post([['0', '[{},"$K1"]'], ...Array.from({ length: 1900 }, (_, n): Parts[number] => [`_1_x.${n}`, 'on'])]),
  };
  const upload = async (text: string) => {
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
  const pairs: [name: string, work: () => Promise<unknown>, harmless: () => Promise<unknown>][] = [
    ...Object.entries(tries).map(([name, work]): (typeof pairs)[number] => [name, work, words]),
    ['a register of 50,000 rows', () => upload(sheet), () => upload(noRegister)],
  ];
  const seen: { worst: number; usual: number }[] = [];
  for (const [name, work, harmless] of pairs) {
    const [plain, waits]: [number[], number[]] = [[], []];
    // A machine with other work to do makes both wait; then more tries tell them apart.
    do {
      plain.push(await longestWait(port, harmless));
      waits.push(await longestWait(port, work));
    } while (waits.length < 5 && median(waits) > mostTimes * median(plain));
    seen.push({ worst: median(waits), usual: median(plain) });
    if (median(waits) > mostTimes * median(plain))
      found.push(
        `attack 12: ${name} held everybody up: ${waits.map(Math.round)} ms; as much that is harmless ${plain.map(Math.round)} ms`,
      );
  }
  const most = (of: 'worst' | 'usual') => Math.round(Math.max(...seen.map((one) => one[of])));
  say(`longest hold-up ${most('worst')} ms (${most('usual')} ms by as much that is harmless)`);
}

/**
 * @param given `ports` of two instances that believe their proxy and take `posts`; `log` of the first
 * @returns what was found wrong
 */
export async function tryAttacks({
  ports,
  host,
  env,
  distribution,
  log,
  say,
}: Pick<Attack, 'ports' | 'host' | 'env' | 'distribution' | 'log' | 'say'>): Promise<string[]> {
  const found: string[] = [];
  const db = new pg.Client({ connectionString: env.DATABASE_URL });
  await db.connect();
  const action = actionsOf(distribution).get('giveOpinion')?.id ?? '';
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
