import { expect, type Page, test } from '@playwright/test';
import { look, lookAll } from './look';
import { become } from './people';

/** The last form of the page, and the page it leads to. */
async function send(page: Page) {
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('#done, .error-summary').first()).toBeVisible();
}

/** One step of a case, with what its form asks. */
async function step(page: Page, no: string, name: string, filled: Record<string, string> = {}) {
  await page.goto(`/desk/demo/cases/${no}/steps/${name}`);
  for (const [field, value] of Object.entries(filled)) {
    const control = page.locator(`main [name="${field}"]`).first();
    if ((await control.getAttribute('type')) === 'radio')
      await page.locator(`main [name="${field}"][value="${value}"]`).check();
    else if (await control.evaluate((node) => node.tagName === 'SELECT')) await control.selectOption({ label: value });
    else await control.fill(value);
  }
  await send(page);
  await expect(page, name).toHaveURL(new RegExp(`/desk/demo/cases/${no}$`));
}

/** Effective callbacks of the present month, in the assessed view. */
async function effective(page: Page): Promise<number> {
  await page.goto('/desk/demo/figures');
  return Number(
    await page.locator('#month table').first().locator('tbody tr').first().locator('td').first().textContent(),
  );
}

test('a case is given out, answered, called back by another and archived, and the figures move', async ({ page }) => {
  await become(page, 'hotline');
  const before = await effective(page);
  await page.goto('/desk/demo/cases/new');
  await page.locator('[name=title]').fill('单元门关不上');
  await page.locator('[name=words]').fill('门碰坏了，夜里谁都能进。');
  await page.locator('[name=place]').fill('14号楼1单元');
  await page.locator('[name=phone]').fill('13800004321');
  for (const name of ['kind', 'source']) await page.locator(`input[name=${name}]`).first().check();
  await send(page);
  await page.goto(`/desk/demo/cases?q=${encodeURIComponent('单元门关不上')}`);
  await page.locator('.order-what a').first().click();
  await expect(page.locator('main h1')).toContainText('单元门关不上');
  const no = /cases\/(\d+)/.exec(page.url())?.[1] ?? '';
  await step(page, no, 'dispatch', { agency: '居委会', tier: '7天' });
  await become(page, 'social-worker');
  await step(page, no, 'sign');
  await step(page, no, 'contact', { reached: 'yes' });
  await step(page, no, 'handle');
  await step(page, no, 'reply', { words: '换了新的闭门器，请试试。' });
  await step(page, no, 'close');
  await page.goto(`/desk/demo/cases/${no}/callback`);
  await expect(page.locator('main form.form'), 'whoever handled it does not call').toHaveCount(0);

  await become(page, 'hotline');
  await page.goto('/desk/demo/cases?tab=callback');
  await page.locator(`main a[href$="/cases/${no}/callback"]`).click();
  await page.locator('#dial button[type=submit]').click();
  await expect(page.locator('#dial')).toContainText('138');
  await look(page);
  await page.locator('[name=outcome][value=answered]').check();
  await page.locator('[name=words]').fill('门换了，还是关不严。');
  await send(page);
  await expect(page.locator('.error-summary')).toBeVisible();
  await expect(page.locator('[name=words]'), 'nothing typed is lost').toHaveValue('门换了，还是关不严。');
  for (const [name, value] of [
    ['contacted', 'yes'],
    ['resolved', 'partial'],
    ['satisfaction', 'fairly_satisfied'],
  ])
    await page.locator(`[name=${name}][value=${value}]`).check();
  await send(page);
  await expect(page.locator('#result')).toContainText('解决了一部分，基本满意');
  await expect(page.locator('#result textarea')).toHaveValue('门换了，还是关不严。');
  await look(page);
  expect(await effective(page)).toBe(before + 1);

  await page.goto(`/desk/demo/cases/${no}/callback`);
  await send(page);
  await become(page, 'social-worker');
  await step(page, no, 'reply', { words: '又调过了，关严了。' });
  await step(page, no, 'close');
  await become(page, 'hotline', `/desk/demo/cases/${no}/callback`);
  await page.goto(`/desk/demo/cases/${no}/callback`);
  for (const [name, value] of [
    ['outcome', 'answered'],
    ['contacted', 'yes'],
    ['resolved', 'yes'],
    ['satisfaction', 'satisfied'],
  ])
    await page.locator(`[name=${name}][value=${value}]`).check();
  await send(page);
  await expect(page.locator('#result')).toContainText('解决了，满意');
  expect(await effective(page), 'the last one counts, and is one').toBe(before + 1);
  await step(page, no, 'archive');
  await expect(page.locator('main')).toContainText('归档了');

  await page.goto(`/desk/demo/cases/${no}/scope`);
  await page.locator('[name=scope][value=excluded]').check();
  await page.locator('[name=reason]').fill('和另一件是同一件事，没有新的情况');
  await send(page);
  await become(page, 'party-secretary', `/desk/demo/cases/${no}/scope`);
  await lookAll(page, `/desk/demo/cases/${no}/scope`);
  await page.locator('[name=agreed][value=yes]').check();
  await send(page);
  await expect(page.locator('main .facts')).toContainText('剔除');
  await become(page, 'hotline');
  expect(await effective(page), 'left out of the assessed view').toBe(before);
});
