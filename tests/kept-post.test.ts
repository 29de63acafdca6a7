import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { keptDraft } from '@/lib/drafts';
import { dropKept, keepPost, takeKept } from '@/lib/kept-post';
import { closeAll, makePerson, sql } from './fixture';

after(closeAll);

const newBrowser = () => randomBytes(32).toString('base64url');
const path = '/act/demo/proposals/1/comment';
const words = { words: '晚上太吵', form: 'form' };

test('what was posted signed out is there for whoever signs in next in that browser, once, and for nobody else', async () => {
  const [first, second] = [await makePerson(), await makePerson()];
  const [browser, elsewhere] = [newBrowser(), newBrowser()];
  assert.equal(await keepPost(browser, path, words), true);
  await takeKept({ browser: elsewhere, personId: second });
  assert.equal(await keptDraft(second, path), undefined);
  await takeKept({ browser, personId: first });
  assert.deepEqual(await keptDraft(first, path), words);
  await takeKept({ browser, personId: second });
  assert.equal(await keptDraft(second, path), undefined);
});

test('it is kept an hour, and not longer than it is needed', async () => {
  const person = await makePerson();
  const browser = newBrowser();
  await keepPost(browser, path, words);
  await sql(`update kept_post set at = at - interval '61 minutes' where browser = sha256($1::bytea)`, [browser]);
  await takeKept({ browser, personId: person });
  assert.equal(await keptDraft(person, path), undefined);
  await keepPost(browser, path, words);
  await dropKept({ browser, path });
  await takeKept({ browser, personId: person });
  assert.equal(await keptDraft(person, path), undefined);
});

test('a browser keeps so much and no more, of forms that stand in a room of the site', async () => {
  const browser = newBrowser();
  for (const other of ['register:demo:1', '/demo', '/api/pictures', '//evil.example/act', '/act/中文'])
    assert.equal(await keepPost(browser, other, words), false, other);
  assert.equal(await keepPost(browser, path, { words: '长'.repeat(70_000) }), false);
  const taken = [];
  for (let n = 0; n < 45; n += 1) taken.push(await keepPost(browser, `/en/desk/demo/proposals/${n}`, words));
  assert.equal(taken.filter(Boolean).length, 40);
  assert.equal(
    await keepPost(browser, '/en/desk/demo/proposals/0', { words: '改过' }),
    true,
    'in the place of an older',
  );
});
