import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { keepDraft, keptDraft } from '@/lib/drafts';
import { dropKept, keepPost, takeKept } from '@/lib/kept-post';
import { markOf } from '@/lib/mark';
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

test('attack 3: what is kept goes to whoever the form was made for, in that browser, whoever else signs in there before', async () => {
  const [owner, other] = [await makePerson(), await makePerson()];
  const [browser, thief] = [newBrowser(), newBrowser()];
  assert.equal(await keepPost(browser, path, words, markOf(owner)), true);
  assert.equal(await keepPost(thief, path, { words: '塞进来的' }, markOf(owner)), true);
  await takeKept({ browser, personId: other });
  assert.equal(await keptDraft(other, path), undefined);
  await takeKept({ browser, personId: owner });
  assert.deepEqual(
    await keptDraft(owner, path),
    words,
    'as it was written, without the mark, and only of their own browser',
  );
});

test('attack 3: one person is given so many kept forms and no more, the newest; what somebody signed in keeps stands in a room', async () => {
  const person = await makePerson();
  for (let n = 0; n < 110; n += 1) {
    const browser = newBrowser();
    await keepPost(browser, `/act/demo/proposals/${n}/comment`, words);
    await takeKept({ browser, personId: person });
  }
  const [held] = await sql<{ count: number }>('select count(*)::int as count from draft where person_id = $1', [
    person,
  ]);
  assert.equal(held?.count, 100);
  assert.deepEqual(await keptDraft(person, '/act/demo/proposals/109/comment'), words);
  assert.equal(await keptDraft(person, '/act/demo/proposals/9/comment'), undefined);
  assert.deepEqual(await keptDraft(person, '/act/demo/proposals/10/comment'), words);
  for (const other of ['register:demo:1', '/demo', '/api/pictures', '//evil.example/act'])
    assert.equal((await keepDraft(person, { path: other, values: words })).ok, false, other);
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
