import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsWithoutFile } from './upload';

const post = (fields: [string, string | Blob][]): Request => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return new Request('http://local/', { method: 'POST', body: data });
};
const read = async (fields: [string, string | Blob][]) => {
  const words = await wordsWithoutFile(post(fields));
  return Object.fromEntries([...words].filter(([, value]) => typeof value === 'string'));
};

test('words before and after a file of any size are kept, the file is not', async () => {
  for (const size of [0, 1, 1000, 63_000, 65_536, 70_000, 131_072, 200_000, 5_000_000]) {
    const file = new Blob([new Uint8Array(size).fill(45)]);
    const found = await read([
      ['back', '/me'],
      ['picture', file],
      ['caption', '坡上结了冰'],
      ['more', '二'],
    ]);
    assert.deepEqual(found, { back: '/me', caption: '坡上结了冰', more: '二' }, String(size));
  }
});

test('a file that looks like a form gives no words of its own', async () => {
  const trap = new Blob([`${'\r\n--x\r\nContent-Disposition: form-data; name="caption"\r\n\r\nno\r\n'.repeat(4000)}`]);
  assert.deepEqual(
    await read([
      ['picture', trap],
      ['caption', '是'],
    ]),
    { caption: '是' },
  );
});

test('what is no form, or broken off, is empty', async () => {
  const broken = (body: string, type: string) =>
    wordsWithoutFile(new Request('http://local/', { method: 'POST', body, headers: { 'content-type': type } }));
  assert.deepEqual([...(await broken('{}', 'application/json'))], []);
  assert.deepEqual([...(await broken('--x\r\nContent-', 'multipart/form-data; boundary=x'))], []);
  assert.deepEqual([...(await broken('x'.repeat(200_000), 'multipart/form-data; boundary=x'))], []);
  assert.deepEqual([...(await wordsWithoutFile(new Request('http://local/', { method: 'POST' })))], []);
});
