import { expect, test } from '@playwright/test';
import { look, lookAll } from './look';
import { become } from './people';

test('the Party secretary sees what is open with whoever leaves, and names a receiver for each', async ({ page }) => {
  await become(page, 'party-secretary');
  await lookAll(page, '/desk/demo/grants');
  const captain = page.getByRole('row', { name: /楼门长/ }).first();
  await captain.getByRole('link', { name: '交接' }).click();
  await expect(page).toHaveURL(/\/handover$/);
  await look(page);
  const receivers = page.locator('main select');
  expect(await receivers.count()).toBeGreaterThan(0);
  await page.locator('main textarea[name="reason"]').fill('搬走了');
  await expect(page.locator('main select').first()).toHaveAttribute('name', /^to_[a-z]+-\d+/);
});

test('pictures of a site have a page where they are looked at', async ({ page }) => {
  await become(page, 'social-worker');
  await lookAll(page, '/desk/zhuguang/works/1/pictures');
  await page.goto('/desk/zhuguang/works/1');
  await expect(page.getByRole('link', { name: /看照片/ })).toBeVisible();
});

test('a captain finds no door for a notice that is over', async ({ page }) => {
  await become(page, 'captain-15');
  await lookAll(page, '/door/zhuguang/notices/1');
  await expect(page.getByText('现在没有在公示')).toBeVisible();
});
