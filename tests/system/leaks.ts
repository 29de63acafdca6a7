// What bundles, addresses, headers and the log tell, and how many telephone numbers a page.
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { filesBelow } from '../../scripts/test-files.mjs';
import { type Attack, send } from './attack';
import { hiddenFields, visitor } from './visitor';

/** A telephone number that is no part of a longer number, of a hash or of a token. */
const dialled = /(?<![\da-f])1[3-9]\d{9}(?![\da-f])/g;
/** Attack 13: secrets and people in what every browser gets. */
export async function bundles({ distribution, env, db, found }: Attack) {
  const { rows } = await db.query<{ word: string }>(
    `select distinct word from (select phone as word from person union select name from person where demonstration is null
       union select complainant from case_content union select phone from case_content
       union select owner_name from ownership) x where length(word) >= 2`,
  );
  const secrets = ['AUTH_SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'TONGXIN_SIGNING_KEY', 'DATABASE_URL'];
  const forbidden = [...secrets, ...secrets.map((name) => env[name]), new URL(env.DATABASE_URL ?? '').password];
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
export async function addresses({ ports: [port], host, log, found }: Attack) {
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
    const names = [...begun.matchAll(/<(?:textarea|input|select)\b[^>]*\sname="([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
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
export async function contacts({ ports, host, db, found }: Attack) {
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
  const seen = new Set<string>();
  const begin = '/desk/zhuguang';
  const queue = [begin];
  while (queue.length > 0 && seen.size < 60) {
    const path = queue.shift() ?? begin;
    if (seen.has(path)) continue;
    seen.add(path);
    const { status, body } = await worker.get(path);
    if (status !== 200) continue;
    const numbers = new Set(body.match(dialled) ?? []);
    if (numbers.size > 3) found.push(`attack 16: ${path} shows ${numbers.size} numbers`);
    for (const [, link = begin] of body.matchAll(
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
