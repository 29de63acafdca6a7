import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isForm,
  MOST_BRACKETS,
  MOST_BYTES,
  MOST_BYTES_READ_PAST,
  MOST_PARTS,
  MOST_WORDS,
  refusedAtOnce,
  watchBody,
} from './intake';

/** Feeds a body in chunks of this size. Returns what came through and how often it was too much. */
function feed(type: string | undefined, body: Buffer, size: number, url = '/me') {
  const taken: Buffer[] = [];
  let refused = 0;
  const request = {
    url,
    headers: { 'content-type': type },
    push: (chunk: Buffer | null) => {
      if (chunk) taken.push(chunk);
      return true;
    },
  };
  watchBody(request, () => {
    refused += 1;
  });
  for (let at = 0; at < body.length; at += size) request.push(body.subarray(at, at + size));
  request.push(null);
  return { taken: Buffer.concat(taken), refused };
}

const multipart = (fields: number) => {
  const parts = Array.from(
    { length: fields },
    (_, n) => `--edge\r\nContent-Disposition: form-data; name="x${n}"\r\n\r\n1\r\n`,
  );
  return Buffer.from(`${parts.join('')}--edge--\r\n`);
};

test('as many fields as a form may have pass whole, however they are cut; one more is too much', () => {
  const type = 'multipart/form-data; boundary=edge';
  const most = multipart(MOST_PARTS - 1);
  for (const size of [1, 3, 7, 64, 65_536]) {
    assert.deepEqual(feed(type, most, size), { taken: most, refused: 0 }, `${size}`);
    assert.equal(feed(type, multipart(MOST_PARTS), size).refused, 1, `${size}`);
  }
  const pairs = (n: number) => Buffer.from(Array.from({ length: n }, (_, i) => `a${i}=1`).join('&'));
  const encoded = 'application/x-www-form-urlencoded';
  assert.equal(feed(encoded, pairs(MOST_PARTS + 1), 5).refused, 0);
  assert.equal(feed(encoded, pairs(MOST_PARTS + 2), 5).refused, 1);
});

test('as many bytes as a picture may have pass, one more is too much and said once', () => {
  const most = Buffer.alloc(MOST_BYTES);
  assert.equal(feed(undefined, most, 65_536).taken.length, MOST_BYTES);
  const more = feed(undefined, Buffer.alloc(MOST_BYTES + 2 * 65_536), 65_536);
  assert.equal(more.refused, 1);
  assert.ok(more.taken.length <= MOST_BYTES);
});

test('a picture too large to take is read to its end, and no further than four times that', () => {
  const long = Buffer.alloc(MOST_BYTES + 65_536);
  assert.equal(feed(undefined, long, 65_536, '/api/pictures').refused, 0);
  assert.equal(feed(undefined, Buffer.alloc(MOST_BYTES_READ_PAST + 1), 65_536, '/api/pictures').refused, 1);
});

test('attack 12, deep JSON and long words: refused while they come in, however they are cut; a file is no words', () => {
  const type = 'multipart/form-data; boundary=edge';
  const part = (head: string, body: string) =>
    Buffer.from(`--edge\r\nContent-Disposition: form-data; name="0"${head}\r\n\r\n${body}\r\n--edge--\r\n`);
  const deep = '['.repeat(MOST_BRACKETS + 1);
  const objects = '{"a":'.repeat(MOST_BRACKETS + 1);
  for (const size of [1, 7, 4096, 65_536]) {
    assert.equal(feed(type, part('', deep), size).refused, 1, `${size}`);
    assert.equal(feed(type, part('', objects), size).refused, 1, `${size}`);
    assert.equal(feed(type, part('', deep.slice(1)), size).refused, 0, `${size}`);
    assert.equal(feed(type, part('; filename="a.jpg"', deep), size).refused, 0, `${size}`);
    assert.equal(feed(type, part(`"${'x'.repeat(5000)}`, deep), size).refused, 1, 'a head that never ends');
  }
  const words = 'x'.repeat(MOST_WORDS + 4096);
  assert.equal(feed(type, part('', words), 65_536).refused, 1);
  assert.equal(feed(type, part('; filename="a.jpg"', words), 65_536).refused, 0);
});

test('a form of ours is multipart with a boundary and not compressed', () => {
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  assert.ok(isForm({ headers: form }));
  assert.ok(isForm({ headers: { 'content-type': 'multipart/form-data; charset=utf-8; boundary="x"' } }));
  for (const type of ['text/plain;charset=UTF-8', 'application/json', 'multipart/form-data', ''])
    assert.ok(!isForm({ headers: { 'content-type': type } }), type);
  assert.ok(!isForm({ headers: { ...form, 'content-encoding': 'gzip' } }));
  assert.ok(!isForm({ headers: {} }));
});

test('verbs no page answers, and bodies that say they are too long, are refused before they are read', () => {
  const ask = (method: string, url: string, length = 0) =>
    refusedAtOnce({ method, url, headers: { 'content-length': String(length) } });
  for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) assert.equal(ask(method, '/me'), 0, method);
  for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'BREW']) assert.equal(ask(method, '/me'), 405, method);
  assert.equal(ask('PUT', '/api/pictures'), 0);
  assert.equal(ask('POST', '/sign-in', MOST_BYTES), 0);
  assert.equal(ask('POST', '/sign-in', MOST_BYTES + 1), 413);
  assert.equal(ask('POST', '/api/register', 20 * 1024 * 1024), 0);
  assert.equal(ask('POST', '/api/register', 21 * 1024 * 1024), 413);
  assert.equal(ask('POST', '/api/pictures', MOST_BYTES_READ_PAST), 0);
  assert.equal(ask('POST', '/api/pictures', MOST_BYTES_READ_PAST + 1), 413);
});
