import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardCache, type Made, withoutScripts } from './board-cache';

const made = (body: string, more: Partial<Made> = {}): Made => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body,
  turnsAt: Number.POSITIVE_INFINITY,
  ...more,
});
const text = async (page: { encoded(coding: 'identity'): Promise<Buffer> }) => String(await page.encoded('identity'));

/** Whatever is settled by now has been answered. */
const tick = () => new Promise((done) => setImmediate(done));

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

test('a page is made once, and again after a change of what it shows; two editions are two pages', async () => {
  const { cache, waiting } = staged();
  const first = cache.page('zh', '/c/proposals/1');
  const beside = cache.page('zh', '/c/proposals/1');
  assert.equal(waiting.length, 1, 'who comes meanwhile waits for the same render');
  waiting[0]?.end(made('one', { shows: ['c/proposal/1', 'c/term'] }));
  assert.equal(await text(await first), 'one');
  assert.equal(await text(await beside), 'one');
  assert.equal(await text(await cache.page('zh', '/c/proposals/1')), 'one');
  void cache.page('en', '/c/proposals/1');
  assert.equal(waiting.length, 2);
  cache.takeDown(['c/proposal/2', 'c/proposals', 'd']);
  void cache.page('zh', '/c/proposals/1');
  assert.equal(waiting.length, 2, 'a change elsewhere leaves it');
  for (const [at, change] of ['c/proposal/1', 'c/proposal/1/objection/2', 'c/term/3', 'c'].entries()) {
    cache.takeDown([change]);
    const anew = cache.page('zh', '/c/proposals/1');
    assert.equal(waiting.length, 3 + at, change);
    waiting.at(-1)?.end(made('anew', { shows: ['c/proposal/1', 'c/term'] }));
    await anew;
  }
});

test('a page that does not say what it shows is made anew after any change in its community', async () => {
  const { cache, waiting } = staged();
  const visit = cache.page('zh', '/c/odd/page');
  waiting[0]?.end(made('odd'));
  await visit;
  cache.takeDown(['cc/proposal/1', 'd']);
  void cache.page('zh', '/c/odd/page');
  assert.equal(waiting.length, 1);
  cache.takeDown(['c/draft/7']);
  void cache.page('zh', '/c/odd/page');
  assert.equal(waiting.length, 2);
});

test('who comes after a change joins no render that began before it, and that render is not kept', async () => {
  const { cache, waiting } = staged();
  const shows = ['c/proposals'];
  void cache.page('zh', '/c');
  waiting[0]?.end(made('first', { shows }));
  await tick();
  cache.takeDown(shows);
  const before = cache.page('zh', '/c');
  cache.takeDown(shows);
  const after = cache.page('zh', '/c');
  assert.equal(waiting.length, 3, 'what it showed last is known: nobody waits');
  waiting[2]?.end(made('new', { shows }));
  waiting[1]?.end(made('old', { shows }));
  assert.equal(await text(await before), 'old');
  assert.equal(await text(await after), 'new');
  assert.equal(await text(await cache.page('zh', '/c')), 'new');
  assert.equal(waiting.length, 3);
});

test('a page made for the first time while things change: who comes after a change gets it unless it shows that', async () => {
  const { cache, waiting } = staged();
  const shows = ['c/round/1', 'c/proposal/1'];
  const before = cache.page('zh', '/c/rounds/1');
  cache.takeDown(['c/round/2']);
  const after = cache.page('zh', '/c/rounds/1');
  cache.takeDown(['c/proposal/1']);
  const later = [cache.page('zh', '/c/rounds/1'), cache.page('zh', '/c/rounds/1')];
  assert.equal(waiting.length, 1);
  waiting[0]?.end(made('old', { shows }));
  assert.equal(await text(await before), 'old');
  assert.equal(await text(await after), 'old');
  await tick();
  assert.equal(waiting.length, 2, 'one render for all who came after it');
  waiting[1]?.end(made('new', { shows }));
  for (const visit of later) assert.equal(await text(await visit), 'new');
  assert.equal(await text(await cache.page('zh', '/c/rounds/1')), 'new');
  assert.equal(waiting.length, 2);
});

test('a render during which something else changed is kept; one that failed is tried again by who came later', async () => {
  const { cache, waiting } = staged();
  const visit = cache.page('zh', '/c/rounds/1');
  cache.takeDown(['c/round/2', 'd']);
  waiting[0]?.end(made('kept', { shows: ['c/round/1'] }));
  await visit;
  assert.equal(await text(await cache.page('zh', '/c/rounds/1')), 'kept');
  const failing = cache.page('zh', '/c/rounds/2');
  cache.takeDown(['c/round/2']);
  const later = cache.page('zh', '/c/rounds/2');
  waiting[1]?.fail(new Error('no'));
  await assert.rejects(failing);
  await tick();
  waiting[2]?.end(made('now'));
  assert.equal(await text(await later), 'now');
});

test('nobody waits for a render that outlasts hundreds of changes', () => {
  const { cache, waiting } = staged();
  void cache.page('zh', '/c');
  for (let no = 0; no < 201; no += 1) cache.takeDown([`c/proposal/${no}`]);
  void cache.page('zh', '/c');
  assert.equal(waiting.length, 2);
});

test('a change in the middle of a render leaves nothing behind', async () => {
  const { cache, waiting } = staged();
  const visit = cache.page('zh', '/c');
  cache.takeDown(['c/proposals']);
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
  cache.takeDown(['c/case/404']);
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
