import { expect, test } from '@playwright/test';
import { crawl } from './crawl';
import { look } from './look';
import { become, signIn } from './people';

/** A number nobody here has ever seen: no grant, no household, no letter. */
const unknown = () => `199${String(Date.now()).slice(-8)}`;

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody nobody knows asks for a household in the community of their choice, and is confirmed', async ({
    page,
    browser,
  }) => {
    await signIn(page, unknown());
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/demo/proposals/1');
    await page.goto('/act/demo/rounds/2/opinion');
    await page.getByRole('link', { name: '去登记我住哪一户' }).click();
    await expect(page).toHaveURL(/in=demo#join-demo$/);
    const form = page.locator('form#form-demo');
    await form.locator('[name=name]').fill('新搬来的周某');
    await form.locator('[name=building]').selectOption({ index: 1 });
    await form.locator('[name=entrance]').fill('1');
    await form.locator('[name=door]').fill('9999');
    await form.locator('button[type=submit]').click();
    await expect(page.locator('[name=door]')).toHaveValue('9999');
    await expect(page.locator('[id$=door-error]')).toBeVisible();
    await page.locator('[name=door]').fill('101');
    await page.locator('form#form-demo button[type=submit]').click();
    await expect(page.locator('main')).toContainText('等楼门长或社工核对');

    const office = await browser.newPage();
    await become(office, 'social-worker', '/desk/demo/joins');
    await office.goto('/desk/demo/joins');
    await expect(office.locator('main')).toContainText('新搬来的周某');
    await office.close();
  });
});

test('every page a stranger can come to is there or says that it is not', async ({ page }) => {
  await signIn(page, unknown());
  const pages = await crawl(page, [
    '/me',
    ...['/me/household', '/me/household?in=zhuguang', '/en/me/household?in=demo', '/me/household?in=nowhere'],
    ...[
      '/act/demo/proposals/new',
      '/act/demo/cases/new',
      '/act/demo/proposals/1/comment',
      '/act/demo/proposals/1/support',
    ],
    ...['/act/demo/rounds/2/opinion', '/act/zhuguang/proposals/1/reopening', '/desk/demo', '/door/demo'],
  ]);
  expect(pages.length).toBeGreaterThan(12);
  for (const { path, html } of pages) expect(html, path).toMatch(/<h1[\s>]/);
  for (const path of ['/me/household', '/me/household?in=zhuguang', '/me/household?in=nowhere']) {
    await page.goto(path);
    await look(page);
  }
  await page.goto('/me/household?in=zhuguang');
  await expect(page.locator('select[name=building] option').nth(1)).toBeAttached();
});
