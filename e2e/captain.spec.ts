import { expect, test } from '@playwright/test';
import { lookAll } from './look';
import { become } from './people';

const round = '/door/demo/rounds/2';

test('a captain sees her doors and how far she has come', async ({ page }) => {
  await become(page, 'captain-15');
  for (const path of ['/door/demo', round, '/door/demo/joins', '/door/demo/objections']) await lookAll(page, path);
});

test.describe('without scripts, on a small phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a captain writes down what somebody says at the door', async ({ page }) => {
    await become(page, 'captain-15', round);
    await page.goto(round);
    await page.locator('main ul.tiles a:not(.tile-jade):not(.tile-ochre):not(.tile-seal)').first().click();
    await page.locator('input[name=stance][value=support]').check();
    await page.locator('[name=words]').fill('路离窗远了，我没意见。');
    await page.locator('[name=proof]').selectOption('read_back');
    await page.locator('[name=witnessName]').fill('同楼邻居');
    await page.locator('main form.form button[type=submit]').first().click();
    await expect(page.locator('main')).toContainText('同意');
    await expect(page.locator('[role=alert], .error-summary')).toHaveCount(0);
  });

  test('somebody else’s entrance is not there', async ({ page }) => {
    await become(page, 'resident-15', '/me');
    const response = await page.goto('/door/demo');
    expect(response?.status()).toBe(404);
  });
});
