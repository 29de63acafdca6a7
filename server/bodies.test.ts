import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { atMost } from '@/tests/pace';
import { pacing } from './bodies';

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A server that answers with the hash of what it was sent; closed when `work` is done. */
async function hashing(bytesPerSecond: number, work: (port: number) => Promise<void>): Promise<void> {
  const pace = pacing({ bytesPerSecond });
  const server = http.createServer((request, response) => {
    pace(request);
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => response.end(sha(Buffer.concat(parts))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const post = async (port: number, body: Buffer) =>
  (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: new Uint8Array(body) })).text();

test('long bodies arrive whole, all of them together no faster than said; short ones at once', async () => {
  await hashing(4_000_000, async (port) => {
    const bodies = Array.from({ length: 6 }, () => randomBytes(1_000_000));
    const started = performance.now();
    let arrived = 0;
    const long = Promise.all(bodies.map((body) => post(port, body).finally(() => (arrived += 1))));
    const short = randomBytes(100_000);
    assert.equal(await post(port, short), sha(short));
    assert.ok(arrived < bodies.length, 'a short body waited for all the long ones');
    assert.deepEqual(await long, bodies.map(sha));
    const took = performance.now() - started;
    assert.ok(took > 1_200, `6 MB at 4 MB/s took ${took.toFixed(0)} ms`);
  });
});

/** Forty that have begun to send and go no further, half of which soon go away. Resolves how to end them. */
async function halfSent(port: number): Promise<() => void> {
  const sockets = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.on('error', () => {});
      await once(socket, 'connect');
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n${'x'.repeat(1000)}`);
      if (at % 2) setTimeout(() => socket.destroy(), 20);
      return socket;
    }),
  );
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

test('whoever sends slowly, or goes away, holds nobody up', async () => {
  await hashing(8_000_000, async (port) => {
    const body = randomBytes(2_000_000);
    const send = async () => assert.equal(await post(port, body), sha(body));
    const sendAmongThem = async () => {
      const end = await halfSent(port);
      await send();
      end();
    };
    await atMost(3, sendAmongThem, send);
  });
});

test('several bodies on one connection', async () => {
  await hashing(20_000_000, async (port) => {
    for (let n = 0; n < 5; n += 1) {
      const body = randomBytes(300_000 * n + 1);
      assert.equal(await post(port, body), sha(body));
    }
  });
});
