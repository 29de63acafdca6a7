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
import { SHORT, whole } from '@/server/bodies';
import { outdatedForms } from '@/server/outdated';
import { closeAll, makePerson } from './fixture';

const page = '/act/demo/proposals/1/comment';
const build = fs.mkdtempSync(path.join(os.tmpdir(), 'tongxin-outdated-'));
fs.mkdirSync(path.join(build, 'server'));
const routes = { '/[locale]/act/[community]/proposals/[no]/comment/page': '' };
fs.writeFileSync(path.join(build, 'server', 'app-paths-manifest.json'), JSON.stringify(routes));
const known = 'ab'.repeat(21);
fs.writeFileSync(
  path.join(build, 'server', 'server-reference-manifest.json'),
  JSON.stringify({ node: { [known]: {} } }),
);
after(async () => {
  fs.rmSync(build, { recursive: true, force: true });
  await closeAll();
});

/** What a server with this build answers to a form of somebody's; `passed on` where it is none of an older page. */
async function posted(person: number | null, action: string, fields: Record<string, string>) {
  const isOutdated = outdatedForms(build);
  const server = createServer({ highWaterMark: 2 * SHORT }, async (incoming, response) => {
    await whole(incoming);
    if (await isOutdated(incoming, newAnswer(response, 'test'), { person, address: '192.0.2.1' })) return;
    let bytes = 0;
    for await (const part of incoming) bytes += (part as Buffer).length;
    response.end(`passed on ${bytes > 0 && bytes === Number(incoming.headers['content-length'])}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const data = new FormData();
  const all = { $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${action}","bound":"$@1"}`, ...fields };
  for (const [name, value] of Object.entries(all)) data.append(name, value);
  const at = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${at}${page}`, { method: 'POST', body: data, headers: { origin: at } });
  const text = await answer.text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { answer, text };
}

test('a form of an older page is kept for whoever it was made for, and its page begins with it; any other is passed on whole', async () => {
  const person = await makePerson();
  const own = { [MARK]: markOf(person), form: 'form', words: '写了半天的话' };
  const older = '00'.repeat(21);
  assert.equal((await posted(person, known, own)).text, 'passed on true');
  const signedIn = await posted(person, older, own);
  assert.equal(signedIn.answer.status, 409);
  assert.ok(signedIn.text.includes('您写的替您留着') && signedIn.text.includes(`href="${page}"`));
  assert.deepEqual(await keptDraft(person, page), { form: 'form', words: '写了半天的话' });

  const other = await makePerson();
  const signedOut = await posted(null, older, { ...own, [MARK]: markOf(other), words: '没登录时写的' });
  const browser = /tongxin\.kept=([^;]+)/.exec(signedOut.answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
  assert.ok(signedOut.text.includes(`/sign-in?kept=1&amp;back=${encodeURIComponent(page)}`));
  await takeKept({ browser, personId: other });
  assert.deepEqual(await keptDraft(other, page), { form: 'form', words: '没登录时写的' });
});
