import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askForCode, proveCode } from '@/lib/sign-in';
import { closeAll, newPhone, sql } from '@/tests/fixture';
import { gateway } from '@/tests/sms-gateways';
import { handlers } from './jobs';

after(closeAll);

const address = () => `test-${crypto.randomUUID()}`;
const ask = (phone: string) => askForCode({ phone, address: address() });

/** The gateway of this process, which answers with these statuses, one after another, and then with 200. */
async function answering(...statuses: number[]) {
  const there = await gateway('webhook', () => ({ status: statuses.shift() ?? 200, json: {} }));
  Object.assign(process.env, { SMS_DRIVER: 'webhook', SMS_URL: there.url, SMS_KEY_SECRET: there.settings.keySecret });
  const codes = () => there.asked.map(({ body }) => JSON.parse(body).data.values.code as string);
  return { ...there, codes };
}

async function waiting(phone: string): Promise<string> {
  const asked = await ask(phone);
  assert.ok(asked.ok && asked.value.waits);
  return asked.value.request;
}

const jobsOf = (request: string) =>
  sql<{ payload: Record<string, string | number> }>(
    'select payload from graphile_worker._private_jobs where key = $1',
    [`code:${request}`],
  );
const send = (request: string, tries = 1) => handlers.account_send_code?.({ request, tries });

test('what a busy gateway has not taken leaves later, once, and the job holds neither number nor code', async () => {
  const { asked, codes, close } = await answering(429, 503);
  const request = await waiting(newPhone());
  assert.deepEqual(await jobsOf(request), [{ payload: { request, tries: 1 } }]);
  await send(request);
  assert.deepEqual(await jobsOf(request), [{ payload: { request, tries: 2 } }]);
  await Promise.all([1, 2, 3, 4].map(() => send(request, 2)));
  await send(request, 2);
  assert.equal(asked.length, 3, 'two that were not taken, and one');
  const [code = '', ...same] = codes();
  assert.deepEqual(same, [code, code]);
  assert.ok((await proveCode({ request, code, address: address() })).ok);
  await close();
});

test('a late code does not leave: nearly run out, replaced by a newer one, or of nobody', async () => {
  const { asked, close } = await answering(429, 429);
  const late = await waiting(newPhone());
  await sql(`update sign_in_code set expires_at = moment() + interval '59 seconds' where id = $1`, [late]);
  const phone = newPhone();
  const older = await waiting(phone);
  await sql(`update sign_in_code set created_at = created_at - interval '61 seconds' where id = $1`, [older]);
  assert.ok((await ask(phone)).ok);
  assert.equal(asked.length, 3);
  for (const request of [late, older, crypto.randomUUID()]) await send(request);
  assert.equal(asked.length, 3);
  await close();
});

test('where nobody knows whether it was taken it does not leave again, and may be on its way', async () => {
  const { asked, close } = await answering(500);
  const phone = newPhone();
  const first = await ask(phone);
  assert.ok(first.ok && !first.value.waits);
  assert.deepEqual(await jobsOf(first.value.request), []);
  await send(first.value.request);
  assert.equal(asked.length, 1);
  const second = await ask(phone);
  assert.ok(!second.ok && second.refusal.code === 'too_soon');
  await close();
});

test('what will never arrive is said at once, and keeps nobody from asking again', async () => {
  const { close } = await answering(422, 401);
  const phone = newPhone();
  assert.deepEqual(await ask(phone), { ok: false, refusal: { code: 'sms_number' } });
  assert.deepEqual(await ask(phone), { ok: false, refusal: { code: 'sms_down' } });
  assert.ok((await ask(phone)).ok);
  await close();
});

test('a gateway busy to the last try is reported, in one line without number and code', async (t) => {
  const { close } = await answering(429, 429);
  const said = t.mock.method(console, 'error', () => {});
  const request = await waiting(newPhone());
  await send(request, 4);
  assert.deepEqual(
    said.mock.calls.map((call) => call.arguments),
    [['sms webhook: the gateway is busy or not to be reached (status 429)']],
  );
  assert.deepEqual(await sql('select 1 from sign_in_code where id = $1', [request]), []);
  await close();
});
