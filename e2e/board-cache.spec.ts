import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { become } from './people';

const path = '/zhuguang/proposals/1';

test('a board page is a finished answer: no script, one policy, an ETag, compressed', async ({ request }) => {
  for (const address of ['/', '/zhuguang', path, `/en${path}`, '/zhuguang/figures']) {
    const answer = await request.get(address);
    const { etag = '', ...headers } = answer.headers();
    expect(answer.status(), address).toBe(200);
    expect(await answer.text(), address).not.toMatch(/<script|style="|<link[^>]+script/);
    expect(headers['content-security-policy'], address).toContain(`default-src 'none'; style-src 'self'`);
    expect(headers['content-security-policy'], address).not.toMatch(/unsafe|script-src/);
    expect(headers['cache-control'], address).toBe('no-cache');
    expect(headers.vary, address).toContain('Cookie');
    expect(headers['x-content-type-options'], address).toBe('nosniff');
    const again = await request.get(address, { headers: { 'if-none-match': etag } });
    expect(again.status(), address).toBe(304);
    for (const coding of ['br', 'gzip', 'identity']) {
      const coded = await request.get(address, { headers: { 'accept-encoding': coding } });
      expect(coded.headers()['content-encoding'] ?? 'identity', address).toBe(coding);
    }
  }
});

test('the whole proposal page weighs less than 25 kB', async ({ request }) => {
  const page = await request.get(path, { headers: { 'accept-encoding': 'br' } });
  const html = await page.text();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
  expect(sheets.length).toBeGreaterThan(0);
  let weight = Number(page.headers()['content-length']);
  for (const href of sheets) {
    const sheet = await request.get(href, { headers: { 'accept-encoding': 'gzip' } });
    expect(sheet.headers()['content-encoding']).toBe('gzip');
    weight += gzipSync(await sheet.body()).length;
  }
  expect(weight).toBeLessThan(25_000);
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  for (const [image] of html.matchAll(/<img[^>]*>/g))
    expect(image).toMatch(/width="\d+".*height="\d+"|height="\d+".*width="\d+"/);
});

test('only looking is possible, at addresses as they are written', async ({ request }) => {
  const posted = await request.post(path, { data: 'x' });
  expect(posted.status()).toBe(405);
  const slash = await request.get(`${path}/`, { maxRedirects: 0 });
  expect(slash.status()).toBe(308);
  expect(slash.headers().location).toBe(path);
  for (const odd of [
    '/zhuguang/proposals/%31',
    '/zhuguang//proposals',
    '/nowhere',
    '/zhuguang/proposals/1%00',
    '/..%2f',
  ]) {
    const answer = await request.get(odd, { maxRedirects: 0 });
    expect(answer.status(), odd).toBe(404);
    expect(await answer.text(), odd).toContain('没有找到这一页');
    expect(answer.headers()['content-security-policy'], odd).toContain(`default-src 'none'`);
  }
  const questioned = await request.get(`${path}?x=<script>`);
  expect(await questioned.text()).toBe(await (await request.get(path)).text());
});

test('nobody reads on the board who somebody is, and each edition is its own page', async ({ page, request }) => {
  await become(page, 'social-worker');
  const signedIn = await page.request.get(path);
  expect(await signedIn.text()).toBe(await (await request.get(path)).text());
  expect(signedIn.headers()['set-cookie']).toBeUndefined();
  const big = await request.get(path, { headers: { cookie: 'edition=big' } });
  expect(await big.text()).toContain('data-elder');
  expect(await (await request.get(path)).text()).not.toContain('data-elder');
});

test('who writes, reads it on the board at once', async ({ page }) => {
  await become(page, 'resident-14');
  for (const words of ['先看一眼再说，第一句', '先看一眼再说，第二句']) {
    await page.goto('/zhuguang/proposals/1');
    await page.goto('/act/zhuguang/proposals/1/comment');
    const form = page.locator('main form.form').first();
    await form.locator('input[name=stance]').first().check();
    await form.locator('[name=words]').fill(words);
    await form.locator('button[type=submit]').last().click();
    await page.waitForURL((url) => !url.pathname.includes('/comment'));
    await page.goto('/zhuguang/proposals/1');
    await expect(page.locator('main')).toContainText(words);
  }
});

test('every page names its icon, and there is one, also for whoever asks for favicon.ico', async ({
  page,
  request,
}) => {
  for (const address of ['/', `/en${path}`, '/zhuguang/nowhere', '/sign-in']) {
    const html = await (await request.get(address)).text();
    const [, icon = ''] = /<link rel="icon" href="([^"]+)"/.exec(html) ?? [];
    expect(icon, address).toMatch(/^\/icon\.svg/);
    for (const asked of [icon, '/icon.svg', '/favicon.ico']) {
      const answer = await request.get(asked);
      expect(answer.status(), asked).toBe(200);
      expect(answer.headers()['content-type'], asked).toBe('image/svg+xml');
    }
  }
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const address of [path, '/sign-in']) {
    await page.goto(address);
    // As an image of the page: the same directive decides, and it is asked for without a window too.
    const shown = await page.evaluate(async () => {
      const image = document.createElement('img');
      image.src = '/icon.svg';
      await image.decode();
      return image.naturalWidth > 0;
    });
    expect(shown, address).toBe(true);
  }
  expect(complaints).toEqual([]);
});
