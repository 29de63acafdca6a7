import { expect, test } from '@playwright/test';
import { lookAll } from './look';

const pages = [
  '/',
  '/zhuguang',
  '/zhuguang/proposals',
  '/zhuguang/proposals/1',
  '/zhuguang/proposals/1/circle',
  '/zhuguang/proposals/1/plans/4',
  '/zhuguang/proposals/1/plans/1/2',
  '/zhuguang/proposals/1/objections',
  '/zhuguang/proposals/1/notice',
  '/zhuguang/cases',
  '/zhuguang/rounds',
  '/zhuguang/rounds/4',
  '/zhuguang/resolutions',
  '/zhuguang/resolutions/1',
  '/zhuguang/works',
  '/zhuguang/works/1',
  '/zhuguang/figures',
  '/zhuguang/record',
  '/zhuguang/record/1',
  '/demo',
  '/demo/proposals/1',
  '/demo/rounds/2',
  '/en/zhuguang/proposals/1',
  '/en/zhuguang/figures',
  '/sign-in',
];

for (const path of pages) {
  test(`the board: ${path} can be read by everybody`, async ({ page }) => {
    await lookAll(page, path);
  });
}

test('the story is told from the complaint to the callback', async ({ page }) => {
  await page.goto('/zhuguang/proposals/1');
  const main = page.locator('main');
  for (const words of ['第一轮', '第四轮', '路正对窗户', '下口北移', '护栏', '23级', '决议第1号']) {
    await expect(main).toContainText(words);
  }
  await expect(page.locator('.invented')).toContainText('编的');
  await expect(main).not.toContainText('%');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('what is not there says so, with a way on', async ({ page }) => {
    for (const path of ['/nowhere', '/zhuguang/proposals/999', '/zhuguang/nothing/here', '/en/zhuguang/rounds/999']) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.locator('h1'), path).toHaveCount(1);
      await expect(page.locator('main a').first(), path).toBeVisible();
    }
  });

  test('elder mode and the other language are one tap away and remembered', async ({ page }) => {
    await page.goto('/zhuguang/proposals/1');
    await page.getByRole('button', { name: '长辈版' }).click();
    await expect(page).toHaveURL(/\/zhuguang\/proposals\/1$/);
    await expect(page.locator('html')).toHaveAttribute('data-elder', '');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/zhuguang\/proposals\/1$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).toHaveAttribute('data-elder', '');
  });
});
