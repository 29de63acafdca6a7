import { type APIRequestContext, expect, test } from '@playwright/test';
import { atMost } from '../tests/pace';
import { become } from './people';

test('a form from another site, from nowhere or without Origin is not obeyed, and says so', async ({ page }) => {
  await become(page, 'resident-14');
  const path = '/act/demo/proposals/1/comment';
  await page.goto(path);
  const hidden = await page
    .locator('main form.form')
    .first()
    .locator('input[type=hidden]')
    .evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value] as const));
  const words = '从别处发来的话';
  const multipart = { ...Object.fromEntries(hidden), stance: 'for', words };
  for (const origin of ['https://elsewhere.example', 'null', '']) {
    const answer = await page.request.post(path, {
      multipart,
      headers: origin ? { origin } : {},
      maxRedirects: 0,
    });
    expect([403], origin || 'no Origin').toContain(answer.status());
    expect(await answer.text(), origin || 'no Origin').toMatch(/没有被接受|别的网站|不是从/);
    expect(answer.headers()['content-security-policy'], origin || 'no Origin').toContain(`default-src 'none'`);
  }
  await page.goto('/demo/proposals/1');
  await expect(page.locator('main')).not.toContainText(words);
});

test('a door that is none is not found, whatever is sent there', async ({ request }) => {
  for (const path of ['/api', '/api/nothing', '/api/v9/x?y', '/api/picturesque']) {
    const answer = await request.post(path, {
      multipart: { a: 'b' },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status(), path).toBe(404);
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('the button for size and language leads to this site, and is pressed on no other', async ({
  request,
  baseURL,
}) => {
  const press = (back: string, origin?: string) =>
    request.post('/api/edition', {
      multipart: { language: 'zh', back },
      headers: origin === undefined ? {} : { origin },
      maxRedirects: 0,
    });
  const here = new URL(baseURL ?? '').origin;
  for (const back of ['/en//evil.example', '/en/\\\\evil.example', '/en///evil.example/x', '/en/.//evil.example']) {
    const answer = await press(back, here);
    expect([answer.status(), answer.headers().location], back).toEqual([303, '/']);
  }
  expect((await press('/en/zhuguang', here)).headers().location).toBe('/zhuguang');
  for (const origin of [undefined, 'null', 'https://elsewhere.example'])
    expect((await press('/en/zhuguang', origin)).status(), String(origin)).toBe(403);
});

test('after signing in one comes back to this site and nowhere else', async ({ page }) => {
  const elsewhere = ['/.//evil.example/x', '/me/..//evil.example/x', '//evil.example', '/\\evil.example', '/中文'];
  for (const back of elsewhere) {
    const answer = await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
    expect(answer?.status(), back).toBe(200);
    await page.locator('[data-identity="resident-14"]').click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    expect(new URL(page.url()).pathname, back).toBe('/me');
  }
});

test('signing in as somebody else ends the session before, and no stock page of the library answers', async ({
  page,
  playwright,
  baseURL,
}) => {
  await become(page, 'resident-14');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const before = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
  expect((await before.get('/me', { maxRedirects: 0 })).status()).toBe(200);
  await become(page, 'resident-15');
  expect((await before.get('/me', { maxRedirects: 0 })).status()).toBe(307);
  for (const stock of ['signout', 'signin', 'session', 'providers', 'csrf', 'callback/credentials'])
    expect((await before.get(`/api/auth/${stock}`)).status(), stock).toBe(404);
  await before.dispose();
});

test('verbs no page knows, floods of fields and bodies without end are refused with a page, and nothing waits for them', async ({
  page,
  request,
}) => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE']) {
    const answer = await request.fetch('/sign-in', { method });
    expect(answer.status(), method).toBe(405);
    expect(answer.headers()['content-security-policy'], method).toContain(`default-src 'none'`);
  }
  const board = await request.fetch('/zhuguang', { method: 'POST' });
  expect([board.status(), !!board.headers()['content-security-policy']]).toEqual([405, true]);
  const fields = Array.from(
    { length: 100_000 },
    (_, n) => `--edge\r\nContent-Disposition: form-data; name="x${n}"\r\n\r\n`,
  );
  const flood = Buffer.from(`${fields.join('\r\n')}\r\n--edge--\r\n`);
  await become(page, 'resident-14');
  const send = async (by: APIRequestContext, data: Buffer, status: number, why: string) => {
    const sent = by.post('/sign-in', { headers: { 'content-type': 'multipart/form-data; boundary=edge' }, data });
    expect((await request.get('/api/health')).status()).toBe(200);
    const answer = await sent;
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toContain(why);
  };
  const plain = Buffer.alloc(flood.length, 'x');
  await atMost(
    4,
    () => send(page.request, flood, 413, '太大了'),
    () => send(page.request, plain, 413, '太大了'),
  );
  await send(request, flood, 401, '登录');
});

test('a text far too long is refused and does not come back by the megabyte', async ({ page }) => {
  await become(page, 'resident-14');
  await page.goto('/act/demo/proposals/1/comment');
  const hidden = await page
    .locator('main form.form')
    .first()
    .locator('input[type=hidden]')
    .evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value] as const));
  const answer = await page.request.post('/act/demo/proposals/1/comment', {
    multipart: { ...Object.fromEntries(hidden), stance: 'for', words: '长'.repeat(500_000) },
    headers: { origin: new URL(page.url()).origin },
  });
  const text = await answer.text();
  expect(text).toContain('最多 1000 个字');
  expect(text.length).toBeLessThan(200_000);
  for (const name of ['submission', 'community']) {
    const odd = await page.request.post('/act/demo/proposals/1/comment', {
      multipart: { ...Object.fromEntries(hidden), stance: 'for', words: '好', [name]: `a\0b` },
      headers: { origin: new URL(page.url()).origin },
    });
    expect(odd.status(), name).toBeLessThan(500);
  }
});
