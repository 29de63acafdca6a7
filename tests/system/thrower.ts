// A thread that throws pictures nobody should send, so many at once, and looks at what comes of each.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { hostilePictures } from './picture-corpus';
import type { Field } from './visitor';

/** What a thread is told. `own`: the fields that say whose form it is. */
export interface Throw {
  port: number;
  host: string;
  people: { cookie: string; own: Record<string, Field> }[];
  fields: Record<string, string>;
  seconds: number;
  atOnce: number;
}

/** What a thread says once its pictures are thrown. */
export interface Thrown {
  found: string[];
  /** How often each code was the answer. */
  seen: Record<string, number>;
  thrown: number;
}

const { port, host, people, fields, seconds, atOnce } = workerData as Throw;
const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
const boundary = `----${randomUUID()}`;
const part = (name: string, value: unknown) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

function send({ cookie, own }: Throw['people'][number], bytes: Buffer, caption: string): Promise<http.IncomingMessage> {
  const words = Object.entries({ ...fields, ...own, submission: randomUUID(), caption }).map(([name, value]) =>
    part(name, value),
  );
  const file = 'Content-Disposition: form-data; name="picture"; filename="photo.jpg"\r\nContent-Type: image/jpeg';
  const head = Buffer.from(`${words.join('')}--${boundary}\r\n${file}\r\n\r\n`);
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      cookie,
      origin: `http://${host}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': head.length + bytes.length + tail.length,
    };
    const request = http.request(
      { host: '127.0.0.1', port, method: 'POST', path: '/api/pictures', agent, headers },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer));
      },
    );
    request.once('error', reject);
    request.write(head);
    request.write(bytes);
    request.end(tail);
  });
}

/** What became of it: `taken`, the code of a refusal, or another status than those of a form. */
const codeOf = ({ statusCode, headers }: http.IncomingMessage) =>
  statusCode === 303
    ? (new URL(headers.location ?? '/', 'http://local').searchParams.get('picture') ?? 'taken')
    : String(statusCode);

/** Looked at, and then not theirs to add, or one too many: the picture itself was taken. */
const taken = ['taken', 'not_allowed', 'pictures_full'];

// Whoever throws sits elsewhere: what it costs to throw is not taken from the house.
os.setPriority(os.constants.priority.PRIORITY_LOW);
const corpus = await hostilePictures();

const found: string[] = [];
const seen: Record<string, number> = {};
let next = 0;
/** Until the time is over, and each of the pictures has been thrown once. */
async function throwOn(end: number): Promise<void> {
  while (performance.now() < end || next < corpus.length) {
    const at = next;
    next += 1;
    const [picture, person] = [corpus[at % corpus.length], people[at % people.length]];
    if (!picture || !person) throw new Error('nobody throws, or nothing');
    const { name, bytes, says } = picture;
    const answer = await send(person, bytes, `第${at}张`);
    const code = codeOf(answer);
    seen[code] = (seen[code] ?? 0) + 1;
    if (['429', '503'].includes(code)) {
      if (!(Number(answer.headers['retry-after']) > 0)) found.push(`${name}: ${code} without Retry-After`);
    } else if (!(says.length === 0 ? taken : says).includes(code)) found.push(`${name}: ${code}`);
  }
}
parentPort?.on('message', async (message) => {
  if (message === 'end') {
    agent.destroy();
    parentPort?.close();
    return;
  }
  const end = performance.now() + seconds * 1000;
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, () => throwOn(end)));
  for (const one of ends) if (one.status === 'rejected') found.push(`an upload: ${one.reason.message}`);
  const outcome: Thrown = { found, seen, thrown: next };
  parentPort?.postMessage(outcome);
});
parentPort?.postMessage('ready');
