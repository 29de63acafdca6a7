import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { newAnswer } from '../lib/answer';
import { sayLastWord } from './last-word';

/** What comes of an answer of Next's that failed, where the database had no time for it and where it had. */
async function failed(overloaded: boolean, method: string, path = '/me', cookie = '') {
  const server = http.createServer((request, response) => {
    const answer = newAnswer(response, 'r1');
    answer.overloaded = overloaded;
    sayLastWord(request, answer, false);
    response.statusCode = 500;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { cookie } });
  const body = await answer.text();
  server.close();
  return { status: answer.status, after: answer.headers.get('retry-after'), body };
}

test('attack 9: where the database has no time a page says to come again, also to a form, and never that the form was broken', async () => {
  for (const method of ['GET', 'POST']) {
    const { status, after, body } = await failed(true, method);
    assert.deepEqual([status, after], [503, '20']);
    assert.match(body, /过半分钟再打开一次/);
  }
  assert.match((await failed(true, 'GET', '/en/me')).body, /again in half a minute/);
  const own = await failed(false, 'GET');
  assert.deepEqual([own.status, own.after], [500, null]);
});

test('a page that could not be made leads to somebody who helps, and is large where pages are asked for large', async () => {
  const plain = await failed(false, 'GET', '/demo');
  assert.match(plain.body, /<html lang="zh-CN"><head>/);
  assert.match(plain.body, /<a href="\/help">打电话问/);
  const large = await failed(false, 'GET', '/en/demo', 'a=b; edition=big');
  assert.match(large.body, /<html lang="en" data-elder><head>/);
  assert.match(large.body, /<a href="\/en\/help">/);
});

test('an act whose page is made within its answer leaves nothing for another visit; one that only leads on does', async () => {
  const cookies = async (type: string) => {
    const server = http.createServer((request, response) => {
      sayLastWord(request, newAnswer(response, 'r1'), false);
      response.setHeader('x-action-redirect', '/me;push');
      response.setHeader('set-cookie', ['done=%2Fme; Path=/', 'did=ok; Path=/', 'session=1']);
      response.writeHead(303, { 'content-type': type });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/me`, { method: 'POST', redirect: 'manual' });
    server.close();
    return answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  };
  assert.deepEqual(await cookies('text/x-component'), ['session=1', 'done=', 'did=']);
  assert.deepEqual(await cookies('text/html'), ['done=%2Fme', 'did=ok', 'session=1']);
});
