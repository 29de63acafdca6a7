import { expect, test } from '@playwright/test';
import { look, lookAll } from './look';
import { become } from './people';

test('cases ticked on the list go out together, go to somebody else, and are taken out as a sheet', async ({
  page,
}) => {
  await become(page, 'hotline', '/desk/demo/cases');
  for (const title of ['门卫室玻璃碎了', '广场长椅断了一条腿']) {
    await page.goto('/desk/demo/cases/new');
    await page.locator('[name=kind][value=help]').check();
    await page.locator('[name=source][value=walk_in]').check();
    for (const [name, words] of Object.entries({ title, place: title, words: '晚上看不见路' }))
      await page.locator(`[name=${name}]`).fill(words);
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page).not.toHaveURL(/\/cases\/new$/);
  }
  await page.goto('/desk/demo/cases?tab=untaken&sort=newest');
  const boxes = page.locator('.order-tick input');
  expect(await boxes.count()).toBeGreaterThan(1);
  const [first, second] = [await boxes.nth(0).inputValue(), await boxes.nth(1).inputValue()];
  await boxes.nth(0).focus();
  await page.keyboard.press('Space');
  await boxes.nth(1).check();
  await page.getByRole('button', { name: '一起派单' }).click();
  await expect(page).toHaveURL(/\/cases\/ticked\/dispatch\?/);
  await look(page);
  await expect(page.locator('main [type=checkbox]:checked')).toHaveCount(2);
  const units = page.locator('[name=handler] optgroup');
  for (const unit of ['物业', '居委会']) {
    await page.locator('[name=agency]').selectOption({ label: unit });
    await expect(units.first(), 'whoever is of the unit that was chosen stands first').toHaveAttribute('label', unit);
  }
  await page.locator('[name=tier]').selectOption({ index: 1 });
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page, 'back where they were ticked').toHaveURL(/\/desk\/demo\/cases\?tab=untaken&sort=newest&/);
  await expect(page.locator('#done')).toContainText('一起派单：办好了2件');
  await look(page);
  for (const no of [first, second]) {
    await page.goto(`/desk/demo/cases/${no}`);
    await expect(page.locator('main')).toContainText('派出去了，等签收');
  }

  await page.goto(`/desk/demo/cases/ticked/assign?cases=${first}&cases=${second}`);
  await lookAll(page, `/desk/demo/cases/ticked/assign?cases=${first}&cases=${second}`);
  await page.locator('[name=handler]').selectOption({ index: 1 });
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/desk\/demo\/cases\?done=assign&count=2$/);
  await expect(page.locator('#done')).toContainText('一起换人办：办好了2件');

  await become(page, 'social-worker', '/desk/demo/cases');
  await page.goto('/desk/demo/cases?state=dispatched&who=me&sort=newest');
  await page.getByRole('link', { name: /这一页\d+件都勾上/ }).click();
  await expect(page.locator('.order-tick input:not(:checked)')).toHaveCount(0);
  await look(page);
  await page.getByRole('link', { name: '都不勾' }).click();
  await expect(page.locator('.order-tick input:checked')).toHaveCount(0);
  for (const no of [first, second]) await page.locator(`.order-tick input[value="${no}"]`).check();
  await page.getByRole('button', { name: '一起签收' }).click();
  await expect(page).toHaveURL(/\/cases\/ticked\/sign\?/);
  await look(page);
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/state=dispatched&who=me|who=me&state=dispatched/);
  await page.goto(`/desk/demo/cases/${second}`);
  await expect(page.locator('main')).toContainText('签收了');
  await become(page, 'hotline', '/desk/demo/cases');

  await lookAll(page, `/desk/demo/exports/new?cases=${first}&cases=${second}`);
  await page.locator('[name=purpose]').fill('报街道的月度汇总');
  await page.locator('[value=csv]').check();
  await page.locator('[name=personal]').check();
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/exports\/\d+$/);
  await lookAll(page, new URL(page.url()).pathname);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '存到这台电脑' }).click(),
  ]);
  const text = await new Response((await download.createReadStream()) as never).text();
  expect(text.trim().split('\r\n')).toHaveLength(3);
  expect(text).toContain('来电人电话');
  const address = await page.getByRole('link', { name: '存到这台电脑' }).getAttribute('href');
  await lookAll(page, '/desk/demo/exports');
  await become(page, 'social-worker');
  expect((await page.request.get(address ?? '')).status()).toBe(404);
});
