import { expect, test } from '@playwright/test';
import { fits } from './look';
import { become } from './people';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('whoever deletes their data sees what stays, proves a code, is signed out, and keeps all of it by signing in again', async ({
    page,
  }) => {
    await become(page, 'passer-by', '/me/data');
    await page.goto('/me/data');
    await expect(page.locator('main')).toContainText('来看看的人');
    await page.getByRole('link', { name: '看清楚，再决定删不删' }).click();
    const main = page.locator('main');
    await expect(main).toContainText('这是一个演示身份');
    await expect(main).toContainText('社区的产权登记');
    await fits(page);
    await page.getByRole('button', { name: '发一个验证码' }).click();
    await expect(page).toHaveURL(/\/me\/deletion\/code$/);
    const code = /(\d{6})/.exec((await main.textContent()) ?? '')?.[1] ?? '';
    const form = page.locator('form#confirm-erasure');
    await form.locator('[name=code]').fill(code);
    await form.locator('button[type=submit]').click();
    await expect(page.locator('[id$=understood-error]')).toBeVisible();
    await expect(form.locator('[name=code]')).toHaveValue(code);
    await expect(main.getByRole('link', { name: '不删了，回去' })).toHaveAttribute('href', /\/me\/data$/);
    await fits(page);
    await form.locator('[name=understood]').check();
    await form.locator('[name=code]').fill(code === '000000' ? '000001' : '000000');
    await form.locator('button[type=submit]').click();
    await expect(main).toContainText('验证码不对');
    await form.locator('[name=understood]').check();
    await form.locator('[name=code]').fill(code);
    await form.locator('button[type=submit]').click();
    await expect(page).toHaveURL(/\/sign-in\?until=/);
    await expect(main).toContainText('已经替您退出');
    await fits(page);
    await page.goto('/me/data');
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto('/sign-in');
    await page.locator('[data-identity="passer-by"]').click();
    await expect(page).toHaveURL(/\/me\/deletion$/);
    await expect(main).toContainText('您的资料等着删除');
    await fits(page);
    await page.getByRole('button', { name: '留下我的资料' }).click();
    await expect(page).toHaveURL(/\/me\/data$/);
    await expect(main).toContainText('来看看的人');
  });
});
