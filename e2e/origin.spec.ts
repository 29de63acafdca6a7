import { expect, test } from '@playwright/test';
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
