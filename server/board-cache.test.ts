import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardCache, type Made, reaches, withoutScripts } from './board-cache.mjs';

const made = (body: string, more: Partial<Made> = {}): Made => ({
  ...{ status: 200, type: 'text/html; charset=utf-8', body, turnsAt: Number.POSITIVE_INFINITY },
  ...more,
});
const text = async (page: { encoded(coding: 'identity'): Promise<Buffer> }) => String(await page.encoded('identity'));

/** A cache whose renders end when the test says so. */
function staged() {
  const waiting: { path: string; end: (page: Made) => void; fail: (why: Error) => void }[] = [];
  let now = 0;
  const cache = boardCache({
    render: (_, path) => new Promise((end, fail) => waiting.push({ path, end, fail })),
    clock: () => now,
  });
  cache.hear(true);
  return { cache, waiting, at: (moment: number) => (now = moment) };
}

test('what an address reaches', () => {
  for (const [address, path, yes] of [
    ['/c', '/c', true],
    ['/c', '/c/proposals', false],
    ['/c', '/cc', false],
    ['/c/', '/c', true],
    ['/c/', '/c/proposals/1/plans/2', true],
    ['/c/', '/cc', false],
    ['/', '/', true],
    ['/c/proposals', '/c/proposals', true],
    ['/c/proposals', '/c/proposals/after/20', true],
    ['/c/proposals', '/c/proposals/1', false],
    ['/c/record', '/c/record/before/9', true],
    ['/c/proposals/1', '/c/proposals/1/plans/1/2', true],
    ['/c/proposals/1', '/c/proposals/1/comments/after/3', true],
    ['/c/proposals/1', '/c/proposals/11', false],
    ['/c/proposals/1', '/c/proposals', false],
    ['/c/rounds/', '/c/rounds/3', true],
    ['/c/rounds/', '/c/rounds', true],
  ] as const)
    assert.equal(reaches(address, path), yes, `${address} → ${path}`);
});

test('a page is made once, and again after its change; two editions are two pages', async () => {
  const { cache, waiting } = staged();
  const first = cache.page('zh', '/c/proposals/1');
  const beside = cache.page('zh', '/c/proposals/1');
  assert.equal(waiting.length, 1, 'who comes meanwhile waits for the same render');
  waiting[0]?.end(made('one'));
  assert.equal(await text(await first), 'one');
  assert.equal(await text(await beside), 'one');
  assert.equal(await text(await cache.page('zh', '/c/proposals/1')), 'one');
  void cache.page('en', '/c/proposals/1');
  assert.equal(waiting.length, 2);
  cache.takeDown(['/c/proposals/2', '/c']);
  void cache.page('zh', '/c/proposals/1');
  assert.equal(waiting.length, 2, 'a change elsewhere leaves it');
  cache.takeDown(['/c/proposals/1']);
  void cache.page('zh', '/c/proposals/1');
  assert.equal(waiting.length, 3);
});

test('who comes after a change joins no render that began before it, and that render is not kept', async () => {
  const { cache, waiting } = staged();
  const before = cache.page('zh', '/c');
  cache.takeDown(['/c']);
  const after = cache.page('zh', '/c');
  assert.equal(waiting.length, 2);
  waiting[1]?.end(made('new'));
  waiting[0]?.end(made('old'));
  assert.equal(await text(await before), 'old');
  assert.equal(await text(await after), 'new');
  assert.equal(await text(await cache.page('zh', '/c')), 'new');
  assert.equal(waiting.length, 2);
});

test('a change in the middle of a render leaves nothing behind', async () => {
  const { cache, waiting } = staged();
  const visit = cache.page('zh', '/c');
  cache.takeDown(['/c']);
  waiting[0]?.end(made('old'));
  await visit;
  void cache.page('zh', '/c');
  assert.equal(waiting.length, 2);
});

test('at the moment it turns, not before, it is made anew', async () => {
  const { cache, waiting, at } = staged();
  const visit = cache.page('zh', '/c');
  waiting[0]?.end(made('open', { turnsAt: 1000 }));
  await visit;
  at(999);
  assert.equal(await text(await cache.page('zh', '/c')), 'open');
  at(1000);
  void cache.page('zh', '/c');
  assert.equal(waiting.length, 2);
});

test('without hearing of changes nothing is kept, nor what was under way when hearing began or ended', async () => {
  const { cache, waiting } = staged();
  const kept = cache.page('zh', '/kept');
  waiting[0]?.end(made('kept'));
  await kept;
  const under = cache.page('zh', '/under');
  cache.hear(false);
  waiting[1]?.end(made('under'));
  await under;
  for (const path of ['/kept', '/under']) {
    const visit = cache.page('zh', path);
    waiting.at(-1)?.end(made('deaf'));
    await visit;
  }
  assert.equal(waiting.length, 4);
  const across = cache.page('zh', '/across');
  cache.hear(true);
  waiting[4]?.end(made('across'));
  await across;
  assert.equal(cache.size, 0);
  void cache.page('zh', '/across');
  assert.equal(waiting.length, 6);
});

test('errors are shown and forgotten, failures thrown and forgotten, what is missing is kept for a moment only', async () => {
  const { cache, waiting } = staged();
  const visits = [500, 302, 404].map((status, at) => {
    const visit = cache.page('zh', `/c/${status}`);
    waiting[at]?.end(made('no', { status }));
    return visit;
  });
  assert.deepEqual(
    (await Promise.all(visits)).map((page) => page.status),
    [500, 302, 404],
  );
  assert.equal(cache.size, 0);
  const failing = cache.page('zh', '/c/failing');
  waiting[3]?.fail(new Error('no'));
  await assert.rejects(failing);
  for (const path of ['/c/500', '/c/302', '/c/failing']) void cache.page('zh', path);
  assert.equal(waiting.length, 7);
  void cache.page('zh', '/c/404');
  assert.equal(waiting.length, 7, 'the same missing page is not looked for again at once');
  cache.takeDown(['/c/404']);
  void cache.page('zh', '/c/404');
  assert.equal(waiting.length, 8, 'unless it has just been made');
});

test('pages of any number fit into the bytes allowed', async () => {
  const cache = boardCache({ render: async () => made('x'.repeat(1000)), bytes: 10_000 });
  cache.hear(true);
  for (let no = 1; no <= 50; no += 1) await cache.page('zh', `/c/proposals/${no}`);
  assert.equal(cache.size, 5);
});

test('a page has no script, nor word of one, and keeps the rest', () => {
  const html =
    '<head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/></head><p>&lt;script&gt;</p><script src="/a.js" async=""></script><b>b</b><script>self.x="\\u003c/script"</script>';
  assert.equal(
    withoutScripts(html),
    '<head><link rel="stylesheet" href="/a.css"/></head><p>&lt;script&gt;</p><b>b</b>',
  );
});
