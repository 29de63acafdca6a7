import { expect, test } from '@playwright/test';
import { look, lookAll } from './look';
import { become } from './people';

test('the secretary finds what needs her, and why a step is not possible yet', async ({ page }) => {
  await become(page, 'governance-secretary');
  for (const path of ['/desk/demo', '/desk/demo/proposals', '/desk/demo/proposals/1', '/desk/demo/rounds/2']) {
    await lookAll(page, path);
  }
  await page.goto('/desk/demo/proposals/1/agreement');
  await look(page);
  await expect(page.locator('main form.form')).toHaveCount(0);
});

test('the social worker at the desk', async ({ page }) => {
  await become(page, 'social-worker');
  for (const path of [
    '/desk/demo',
    '/desk/demo/cases',
    '/desk/demo/register',
    '/desk/demo/joins',
    '/desk/demo/proposals/1/groups',
  ]) {
    await lookAll(page, path);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the desk does not exist for a resident, and asks the unknown to sign in', async ({ page }) => {
    await page.goto('/desk/demo/proposals/1');
    await expect(page).toHaveURL(/sign-in/);
    await become(page, 'resident-15');
    for (const path of ['/desk/demo/proposals', '/desk/demo/proposals/1', '/desk/zhuguang/proposals/1/gates']) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
    }
  });

  test('the social worker records a case, and an empty form says what is missing', async ({ page }) => {
    await become(page, 'social-worker', '/desk/demo/cases/new');
    await page.goto('/desk/demo/cases/new');
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page.locator('main form.form')).toBeVisible();
    await page.locator('[name=title]').fill('楼道灯不亮');
    await page.locator('[name=words]').fill('三单元一层的灯坏了半个月。');
    await page.locator('[name=place]').fill('3号楼3单元');
    for (const name of ['kind', 'source']) {
      const radio = page.locator(`input[name=${name}]`).first();
      if (await radio.count()) await radio.check();
      else await page.locator(`select[name=${name}]`).selectOption({ index: 1 });
    }
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page.locator('main')).toContainText('楼道灯不亮');
  });

  test('a post from another site is refused', async ({ request }) => {
    for (const origin of ['https://elsewhere.example', 'null']) {
      const answer = await request.post('/act/demo/rounds/2/opinion', {
        headers: { origin },
        form: { stance: 'support' },
      });
      expect(answer.status(), origin).toBe(403);
      expect(await answer.text()).toContain('<h1');
    }
  });
});
