import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { recordCase } from '@/features/cases/commands';
import { ask } from '@/lib/door';
import { closeAll, makeCommunity, sql } from './fixture';

after(closeAll);

const fall = { kind: 'complaint', source: 'walk_in', title: '土坡路滑', words: '我妈今年摔了三回', place: '14号楼前' };

const post = (body: string, headers: Record<string, string> = {}) =>
  new Request('http://local/api/v1/cases', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'idempotency-key': '"a"',
      ...headers,
    },
  });

async function read(answer: Response) {
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const body = (await answer.json()) as Record<string, unknown>;
  const type = answer.headers.get('content-type');
  assert.equal(type, answer.status === 200 ? 'application/json' : 'application/problem+json');
  if (answer.status !== 200) assert.equal(body.status, answer.status);
  return { status: answer.status, body };
}

test('a request with a key is one act, and its receipt is told again to a retry', async () => {
  const here = await makeCommunity({ buildings: [] });
  const given = { person: await here.staff('social-worker'), community: here.slug };
  const first = await read(await ask(recordCase, post(JSON.stringify(fall)), given));
  const [leaf] = await sql<{ hash: string }>(
    `select encode(leaf_hash, 'hex') as hash from ledger_leaf where community_id = $1`,
    [here.communityId],
  );
  assert.equal(first.status, 200);
  assert.deepEqual(first.body.receipt, { seq: 1, leafHash: leaf?.hash });
  assert.deepEqual(
    await read(await ask(recordCase, post(JSON.stringify(fall), { 'idempotency-key': 'a' }), given)),
    first,
  );
  const other = await read(await ask(recordCase, post(JSON.stringify({ ...fall, words: '别的' })), given));
  assert.deepEqual([other.status, other.body.code], [422, 'key_reused']);
});

test('what is refused is a problem with its code and its fields', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = { person: await here.staff('social-worker'), community: here.slug };
  const said = JSON.stringify(fall);
  const tried: [Request, typeof worker, number, string][] = [
    [post(said, { 'idempotency-key': '' }), worker, 400, 'key_missing'],
    [post('{', {}), worker, 400, 'unreadable'],
    [post('[]', {}), worker, 400, 'unreadable'],
    [post(said, { 'content-type': 'text/plain' }), worker, 415, 'no_json'],
    [post(said, { 'content-length': String(1024 * 1024) }), worker, 413, 'too_large'],
    [post(JSON.stringify({ ...fall, words: '' })), worker, 422, 'invalid'],
    [post(JSON.stringify({ ...fall, title: '张先生摔倒' })), worker, 409, 'names_a_person'],
    [post(said), { ...worker, person: await here.outsider() }, 403, 'not_allowed'],
    [post(said), { ...worker, community: 'nowhere' }, 404, 'not_found'],
  ];
  for (const [request, given, status, code] of tried) {
    const { body, ...answer } = await read(await ask(recordCase, request, given));
    assert.deepEqual({ ...answer, code: body.code }, { status, code });
    if (code === 'invalid') assert.deepEqual(body.fields, { words: 'required' });
  }
});

test('when it was taken down comes in a header or in the body, which counts more', async () => {
  const heard: unknown[] = [];
  const listening = Object.assign(
    async (_: unknown, raw: unknown) => {
      heard.push(raw);
      return { ok: false as const, refusal: { code: 'busy' } };
    },
    { act: 'heard', input: z.object({}), undoes: false, recurs: false, allow: () => null },
  );
  const given = { person: 1, community: 'c' };
  const moment = '2022-03-05T09:00:00+08:00';
  for (const body of [{ x: 1 }, { capturedAt: 'z' }]) {
    const answer = await ask(listening, post(JSON.stringify(body), { 'captured-at': moment }), given);
    assert.equal(answer.status, 503);
  }
  assert.deepEqual(heard, [{ capturedAt: moment, x: 1 }, { capturedAt: 'z' }]);
});
