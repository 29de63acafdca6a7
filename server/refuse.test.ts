import assert from 'node:assert/strict';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { newAnswer } from '../lib/answer';
import { watchBody } from './intake';
import { refuse } from './refuse';

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
