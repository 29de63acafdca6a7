// Pictures nobody should send, twenty at once, while others read: what comes of each, and how long the others wait.
import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { median, quantile } from '../../bench/figures';
import { threadOf } from './thread';
import type { Throw, Thrown } from './thrower';
import { hiddenFields, type Said, type Visitor, visitor } from './visitor';

const throwers = [
  'resident-14',
  'captain-14',
  'captain-15',
  'social-worker',
  'party-secretary',
  'governance-secretary',
  'district',
];
/** Nine in ten pages come within so many times what they take without uploads, on this machine and in this minute. */
const mostTimes = 6;
/** By turns without and with uploads, so often; seconds of each. */
const turns = { of: 3, quiet: 4, busy: 3 };
/** Uploads under way at any time. */
const atOnce = 20;

interface Page {
  path: string;
  perSecond: number;
}

/**
 * How often a page is asked for: at most so many times a second, and no oftener than takes this share of the time of one
 * processor without uploads. A machine that has time for fewer readers is asked by fewer.
 */
const pages = [
  { path: '/zhuguang/proposals/1', most: 20, share: 0.1 },
  { path: '/me', most: 5, share: 0.15 },
  { path: '/act/demo/rounds/2/opinion', most: 5, share: 0.15 },
];
/** Asked for so often, one after another, a page says how long it takes when nobody else asks. */
const alone = 20;

interface Turn {
  count: number;
  p90: number;
}

type Author = Awaited<ReturnType<typeof draftOf>>;

/** A draft of this person's, the page its pictures are sent from, and the hidden fields of that form. */
async function draftOf(visit: Visitor) {
  const begin = '/act/demo/proposals/new';
  const first = hiddenFields((await visit.get(begin)).body, 'name="title"');
  const words = { title: '路灯不亮', kind: 'other', place: '14号楼', problem: '晚上看不见', ask: '修一修' };
  const { location, status } = await visit.post(begin, { ...first, ...words });
  if (!location?.includes('/drafts/')) throw new Error(`no draft was begun: ${status} ${location}`);
  const back = location.split('?')[0] ?? '';
  return { visit, back, fields: async () => hiddenFields((await visit.get(back)).body, 'type="file"') };
}

const send = (visit: Visitor, fields: Record<string, string>, bytes: Buffer, caption: string) =>
  visit.post('/api/pictures', {
    ...visit.own(fields),
    submission: randomUUID(),
    picture: new File([new Uint8Array(bytes)], 'photo.jpg', { type: 'image/jpeg' }),
    caption,
  });
const codeOf = ({ location }: Said) => new URL(location ?? '/', 'http://local').searchParams.get('picture');

interface Place {
  port: number;
  host: string;
}

/** An upload that stands still half way; ends when its promise is called. */
async function halfSent({ port, host, cookie }: Place & { cookie: string }): Promise<() => void> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const head = '--x\r\nContent-Disposition: form-data; name="picture"; filename="a.jpg"\r\n\r\n';
  socket.write(`POST /api/pictures HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nCookie: ${cookie}\r
Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000\r\n\r\n${head}${'x'.repeat(1000)}`);
  return () => void socket.destroy();
}

/** Without a place: 503 when all are taken, 429 when one person's are; what was written beside the picture stays. */
async function withoutPlace(
  { port, host }: Place,
  { author, others, found }: { author: Author; others: Visitor[]; found: string[] },
): Promise<void> {
  const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#468' } })
    .jpeg()
    .toBuffer();
  const halves: (() => void)[] = [];
  for (const visit of others.slice(0, 4))
    for (let n = 0; n < 3; n += 1) halves.push(await halfSent({ port, host, cookie: visit.cookie() }));
  await sleep(500);
  const fields = await author.fields();
  const full = await send(author.visit, fields, photo, '坡上结了冰');
  const wait = Number(full.headers['retry-after']);
  if (full.status !== 503 || !(wait > 0)) found.push(`all places taken: ${full.status}, come again after ${wait}`);
  const form = (await author.visit.get(author.back)).body;
  if (!form.includes('value="坡上结了冰"'))
    found.push('what was written beside a picture there was no place for is lost');
  const own = others[0] && (await send(others[0], fields, photo, ''));
  if (own?.status !== 429 || !own.headers['retry-after']) found.push(`too many of one person: ${own?.status}`);
  for (const end of halves) end();
  for (let n = 0; n < 50; n += 1) {
    const again = await send(author.visit, fields, photo, '坡上结了冰');
    if (again.status === 303 && codeOf(again) === null) return;
    await sleep(100);
  }
  found.push('places of uploads that were broken off are not free again');
}

/** What is wrong with the pictures that were taken. */
async function stored(author: Author, found: string[]): Promise<void> {
  const numbers = [...(await author.visit.get(author.back)).body.matchAll(/\/api\/pictures\/(\d+)\/small/g)];
  if (numbers.length < 3) found.push(`only ${numbers.length} pictures were taken`);
  for (const [, number] of numbers)
    for (const size of ['small', 'large']) {
      const { status, body, headers } = await author.visit.get(`/api/pictures/${number}/${size}`);
      if (status !== 200 || !body.startsWith('RIFF')) found.push(`picture ${number} is no WebP (${status})`);
      for (const trace of ['SecretCamera', 'EXIF', '<script'])
        if (body.includes(trace)) found.push(`picture ${number} still holds ${trace}`);
      const guarded = String(headers['content-security-policy']).includes('sandbox');
      if (headers['x-content-type-options'] !== 'nosniff' || !guarded) found.push(`picture ${number} is not guarded`);
    }
}

/** The server may close a kept connection at the very moment somebody asks over it: then they ask once more. */
const ask = (visit: Visitor, path: string) =>
  visit.get(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET') throw error;
    return visit.get(path);
  });

/** Asks for a page so many times a second, whether or not the answer before has come, until `running` is false. */
async function reader(
  { visit, path, perSecond }: Page & { visit: Visitor },
  running: () => boolean,
  found: string[],
): Promise<Turn> {
  const times: number[] = [];
  const asked: Promise<unknown>[] = [];
  while (running()) {
    const started = performance.now();
    asked.push(
      ask(visit, path).then(
        ({ status }) => {
          times.push(performance.now() - started);
          if (status !== 200) found.push(`${path}: ${status}`);
        },
        (error) => found.push(`${path}: ${error.message}`),
      ),
    );
    await sleep(1000 / perSecond);
  }
  await Promise.all(asked);
  return { count: times.length, p90: quantile(times, 0.9) };
}

/** Whoever throws, signed in, and the first of them with a draft to throw at. */
export async function gather(place: Place) {
  const people: Visitor[] = [];
  for (const identity of throwers) {
    const visit = visitor(place);
    await visit.become(identity);
    people.push(visit);
  }
  const [first, ...others] = people;
  if (!first) throw new Error('nobody throws');
  return { people, others, author: await draftOf(first) };
}

/** A thread that throws pictures nobody should send, so many seconds a turn. */
export async function throwingAt(
  place: Place,
  { people, author, seconds }: { people: Visitor[]; author: Author; seconds: number },
) {
  const signedIn = people.map((visit) => ({ cookie: visit.cookie(), own: visit.own({}) }));
  const orders: Throw = { ...place, people: signedIn, fields: await author.fields(), seconds, atOnce };
  const thread = threadOf('./thrower.ts', orders);
  const said = () =>
    new Promise<Thrown>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
  await said();
  return {
    turn: () => {
      thread.postMessage('go');
      return said();
    },
    end: () => thread.postMessage('end'),
  };
}

interface Throwing {
  /** Of a demonstration. */
  port: number;
  say: (line: string) => void;
}

/** Resolves what was wrong, one line each. */
export async function throwPictures({ port, say }: Throwing): Promise<string[]> {
  const found: string[] = [];
  const host = `127.0.0.1:${port}`;
  const { people, others, author } = await gather({ port, host });
  await withoutPlace({ port, host }, { author, others, found });

  const readers: (Page & { visit: Visitor })[] = [];
  for (const { path, most, share } of pages) {
    const visit = visitor({ port, host });
    await visit.become('resident-15');
    // Over every connection of the pool once: a new one has to learn the tables.
    const answers = await Promise.all(Array.from({ length: 20 }, () => visit.get(path)));
    if (answers.some(({ status }) => status !== 200)) found.push(`${path} cannot be read`);
    const times: number[] = [];
    for (let n = 0; n < alone; n += 1) {
      const started = performance.now();
      await visit.get(path);
      times.push(performance.now() - started);
    }
    readers.push({ visit, path, perSecond: Math.min(most, (1000 * share) / median(times)) });
  }
  const thread = await throwingAt({ port, host }, { people, author, seconds: turns.busy });
  const readAll = async (work: () => Promise<unknown>) => {
    let running = true;
    const reading = Promise.all(readers.map((one) => reader(one, () => running, found)));
    await work();
    running = false;
    return reading;
  };
  const quiet: Turn[][] = [];
  const busy: Turn[][] = [];
  let outcome: Thrown | undefined;
  for (let turn = 0; turn < turns.of; turn += 1) {
    quiet.push(await readAll(() => sleep(turns.quiet * 1000)));
    busy.push(
      await readAll(async () => {
        outcome = await thread.turn();
      }),
    );
  }
  thread.end();
  if (!outcome) throw new Error('nothing was thrown');
  const { found: wrong, seen, thrown } = outcome;
  found.push(...wrong);
  const usual = readers.map((_, at) => median(quiet.map((turn) => turn[at]?.p90 ?? 0)));
  const limit = mostTimes * Math.max(...usual);
  for (const [at, { path, perSecond }] of readers.entries()) {
    const p90 = median(busy.map((turn) => turn[at]?.p90 ?? 0));
    const count = busy.reduce((sum, turn) => sum + (turn[at]?.count ?? 0), 0);
    const figures = `${count} times, ${perSecond.toFixed(1)} a second, p90 ${p90.toFixed(0)} ms (${usual[at]?.toFixed(0)} ms without uploads)`;
    say(`${path}: ${figures}`);
    if (p90 > limit) found.push(`${path}: ${figures}, more than ${limit.toFixed(0)} ms`);
  }
  const codes = Object.entries(seen).map(([code, n]) => `${code} ${n}`);
  say(`${thrown} uploads, ${atOnce} at once: ${codes.join(', ')}`);
  await stored(author, found);
  for (const visit of [...people, ...readers.map((one) => one.visit)]) visit.end();
  return [...new Set(found)];
}
