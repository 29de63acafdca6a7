import { expect, test } from '@playwright/test';
import { fits } from './look';
import { become } from './people';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('a retired welder finds on the board what is on this week, takes a place without scripts, and gives it up again', async ({
  page,
}) => {
  await page.goto('/demo');
  await page.locator('#week a[href*="/programmes/"]').first().click();
  await expect(page.locator('h1')).toBeVisible();
  await become(page, 'resident-15');
  await page.goto('/act/demo/occasions/5');
  await page.locator('[name=heads]').selectOption('2');
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page.locator('main [role=status]')).toContainText('报上了，2人');
  await page.goto('/me/programmes');
  await expect(page.locator('main')).toContainText('报上了');
  await page.goto('/act/demo/occasions/5');
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page.locator('[name=heads]')).toBeVisible();
  await page.goto('/me/programmes');
  await expect(page.locator('main')).toContainText('说了不去');
});

test('a captain signs a neighbour up at the door; a wrong door loses nothing that was typed, and the slip has the number', async ({
  page,
}) => {
  await become(page, 'captain-14');
  await page.goto('/door/demo/programmes/5');
  await page.locator('[name=door]').fill('9909');
  await page.locator('[name=heads]').selectOption('3');
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page.locator('.error-summary')).toContainText('门牌');
  await expect(page.locator('[name=heads]')).toHaveValue('3');
  await page.locator('[name=door]').fill('701');
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page.locator('main')).toContainText('3人');
  await expect(page.locator('main .slip-no')).toContainText('号');
});

test('the month is a sheet for the wall, and a calendar for those who have one', async ({ page }) => {
  await page.goto('/demo/programmes');
  await page.locator('a[href*="/programmes/months/"]').click();
  await expect(page.locator('table.month')).toBeVisible();
  await page.locator('a[href$="/sheet"]').click();
  await expect(page.locator('table.month-full')).toBeVisible();
  await fits(page);
  const calendar = await page.request.get('/demo/programmes/calendar.ics');
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toContain('BEGIN:VEVENT');
});
