import './fixture';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { newAnswer } from '@/lib/answer';
import { keptDraft } from '@/lib/drafts';
import { takeKept } from '@/lib/kept-post';
import { MARK, markOf } from '@/lib/mark';
import { signedOutForms } from '@/server/signed-out';
import { closeAll, makePerson } from './fixture';

const page = '/door/demo/notices/1/entrances/3';
const build = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-signed-out-'));
fs.mkdirSync(path.join(build, 'server'));
const routes = {
  '/[locale]/door/[community]/notices/[no]/entrances/[entrance]/page': '',
  '/[locale]/act/[community]/drafts/[draft]/pictures/page': '',
};
fs.writeFileSync(path.join(build, 'server', 'app-paths-manifest.json'), JSON.stringify(routes));
after(async () => {
  fs.rmSync(build, { recursive: true, force: true });
  await closeAll();
});

type Fields = [string, string | Blob][];

/** What a form with a file is answered that nobody signed in sends; `passed on` where it is none of a page of ours. */
async function sent(to: string, fields: Fields, headers: Record<string, string> = {}) {
  const isSignedOut = signedOutForms(build);
  const server = createServer(async (incoming, response) => {
    if (await isSignedOut(incoming, newAnswer(response, 'test'))) return;
    incoming.resume();
    response.end('passed on');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const answer = await fetch(`${at}${to}`, {
    method: 'POST',
    body,
    headers: { origin: at, ...headers },
    redirect: 'manual',
  });
  const text = await answer.text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return {
    status: answer.status,
    text,
    location: answer.headers.get('location') ?? '',
    cookie: answer.headers.get('set-cookie') ?? '',
  };
}

const photo = new Blob([new Uint8Array(3_000_000).fill(120)]);

test('a form with a photo, sent when the session is over: its words are kept for whose form it was, on the way to sign in', async () => {
  const person = await makePerson();
  const fields: Fields = [
    [MARK, markOf(person)],
    ['form', 'form'],
    ['words', '家里老人不同意，\n怕吵'],
    ['photo', photo],
    ['after', '照片后面的'],
  ];
  const { status, location, cookie } = await sent(page, fields);
  assert.deepEqual([status, location], [303, `/sign-in?kept=1&back=${encodeURIComponent(page)}`]);
  const browser = /tongxin\.kept=([^;]+)/.exec(cookie)?.[1] ?? '';
  const other = await makePerson();
  await takeKept({ browser, personId: other });
  assert.equal(await keptDraft(other, page), undefined, 'nobody else’s');
  await takeKept({ browser, personId: person });
  assert.deepEqual(await keptDraft(person, page), { form: 'form', words: '家里老人不同意，\r\n怕吵' });
});

test('a picture goes back to its page, with its caption, in its language; a sheet to where it was sent from', async () => {
  const person = await makePerson();
  const draft = '/en/act/demo/drafts/7/pictures';
  const picture = await sent('/api/pictures', [
    [MARK, markOf(person)],
    ['locale', 'en'],
    ['back', draft],
    ['caption', 'the ice'],
    ['picture', photo],
  ]);
  assert.equal(picture.location, `/en/sign-in?kept=1&back=${encodeURIComponent(draft)}`);
  const browser = /tongxin\.kept=([^;]+)/.exec(picture.cookie)?.[1] ?? '';
  await takeKept({ browser, personId: person });
  assert.equal((await keptDraft(person, draft))?.caption, 'the ice');
  const back = '/desk/demo/register';
  const sheet = await sent('/api/register', [
    ['back', back],
    ['file', photo],
  ]);
  assert.equal(sheet.location, `/sign-in?back=${encodeURIComponent(back)}`);
});

test('attack 3: a form of another site, of a program, or of scripts is told nothing and keeps nothing', async () => {
  for (const headers of [
    { origin: 'https://evil.example' },
    { accept: 'application/json' },
    { 'next-action': '00' },
  ] as Record<string, string>[]) {
    const { text, cookie } = await sent(
      page,
      [
        ['words', '塞进来的'],
        ['photo', photo],
      ],
      headers,
    );
    assert.deepEqual([text, cookie], ['passed on', ''], JSON.stringify(headers));
  }
});
