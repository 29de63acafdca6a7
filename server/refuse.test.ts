import assert from 'node:assert/strict';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { newAnswer } from '../lib/answer';
import { SHORT, whole } from './bodies';
import { watchBody } from './intake';
import { refuse, refuseTooFast } from './refuse';

const fields = Array.from(
  { length: 100_000 },
  (_, n) => `--edge\r\nContent-Disposition: form-data; name="x${n}"\r\n\r\n`,
);
const bodies = [Buffer.from(`${fields.join('\r\n')}\r\n--edge--\r\n`), Buffer.alloc(6_000_000, 'x')];

test('whoever sends too much, again and again over connections that stay open, has an answer each time', async () => {
  const server = createServer((incoming, response) => {
    watchBody(incoming, () => refuse(incoming, newAnswer(response, 'test'), 413));
    incoming.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const send = (body: Buffer) =>
    new Promise<number>((resolve, reject) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=edge', 'content-length': body.length };
      const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/sign-in', agent, headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  for (let times = 0; times < 10; times += 1) for (const body of bodies) assert.equal(await send(body), 413);
  agent.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What this form is answered, by a server that takes none today. */
async function tooFast(fields: Record<string, string | File>, headers: Record<string, string> = {}) {
  const server = createServer({ highWaterMark: 2 * SHORT }, async (incoming, response) => {
    await whole(incoming);
    await refuseTooFast(incoming, newAnswer(response, 'test'), 34);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await fetch(`http://127.0.0.1:${port}/en/me/household`, { method: 'POST', body, headers });
  const text = await answer.text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { answer, text };
}

test('attack 4: who comes too often gets their words back, and a button that sends the very same again', async () => {
  const words = '第一行<script>\n第二行"引号"';
  const { answer, text } = await tooFast({
    $ACTION_ID_1: '',
    $words: 'words,other',
    words,
    other: '',
    submission: 'k',
  });
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('retry-after'), '34');
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*form-action 'self'/);
  assert.match(text, /Too fast.* 34 s/);
  const escaped = words.replace('<', '&lt;').replace('>', '&gt;').replaceAll('"', '&quot;');
  assert.ok(text.includes(`<blockquote>${escaped}</blockquote>`));
  assert.ok(text.includes(`name="words" value="${escaped.replace('\n', '&#10;')}"`), text);
  assert.ok(text.includes('name="$ACTION_ID_1"') && text.includes('name="submission" value="k"'));
  assert.ok(text.includes('action="/en/me/household"'));
});

test('a file cannot be given back, and a page with scripts has its words still: they are told so', async () => {
  const { text } = await tooFast({ $words: 'words', words: '说明', picture: new File(['x'], 'a.jpg') });
  assert.ok(text.includes('<blockquote>说明</blockquote>') && !text.includes('<form'));
  const called = await tooFast({ $words: 'words', words: '说明' }, { 'next-action': '00' });
  assert.equal(called.text, 'too_fast:34');
  assert.equal(called.answer.headers.get('content-type'), 'text/plain');
});
