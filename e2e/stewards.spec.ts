import { expect, test } from '@playwright/test';
import { fits } from './look';
import { become } from './people';
import { follow, send } from './steps';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('a captain who cannot come asks for a stand-in, and says that she can come after all', async ({ page }) => {
  await become(page, 'captain-14');
  await page.goto('/me/service');
  const offer = page.locator('main form[id^=offer-]').first();
  await offer.locator('[name=words]').fill('上午去医院');
  await offer.locator('button[type=submit]').click();
  await expect(page.locator('main')).toContainText('请人替了，还没有人接');
  await fits(page);
  const keep = page.locator('main form[id^=back-]');
  await expect(keep).toHaveCount(1);
  await keep.locator('button[type=submit]').click();
  await expect(page.locator('main')).not.toContainText('还没有人接');
  await offer.locator('[name=words]').fill('下午去医院');
  await offer.locator('button[type=submit]').click();
  await become(page, 'social-worker');
  await page.goto('/desk/demo');
  await expect(page.locator('main')).toContainText('值班缺人');
  await page.goto('/desk/demo/stewards');
  const turn = page.locator('main li', { hasText: '下午去医院' });
  await turn.locator('[name=steward]').selectOption({ index: 1 });
  await fits(page);
  await turn.locator('form[id^=give-] button[type=submit]').click();
  await expect(page.locator('#done')).toContainText('请他替');
  await expect(turn).toHaveCount(0);
  await page.goto('/desk/demo/stewards');
  await expect(page.locator('#done')).toHaveCount(0);
});

test('at the desk many lines of one kind are one, and each of them is behind it', async ({ page }) => {
  await become(page, 'social-worker');
  await page.goto('/desk/demo');
  const many = page.locator('main .entries details').first();
  await many.locator('summary').click();
  expect(await many.locator('ol a').count()).toBeGreaterThan(3);
  await fits(page);
});

test('a volunteer asks for a stand-in and another takes the turn; where she has been she writes down, and sees doors alone', async ({
  page,
}) => {
  await become(page, 'resident-14');
  await page.goto('/me/service');
  const offer = page.locator('main form[id^=offer-]').first();
  await offer.locator('[name=words]').fill('带孙子看牙');
  await offer.locator('button[type=submit]').click();
  await expect(page.locator('main')).toContainText('请人替了，还没有人接');
  await become(page, 'resident-15');
  await page.goto('/me/service');
  const turn = page.locator('li', { hasText: '带孙子看牙' });
  await turn.getByRole('button', { name: '我来替' }).click();
  await expect(page.locator('main')).toContainText('您替别人');
  await become(page, 'resident-14');
  await page.goto('/me/service');
  await expect(page.locator('main')).toContainText('有人替您了');

  await follow(page.locator('[id^="demo-"]').getByRole('link', { name: '去过哪一家，记一句' }));
  await fits(page);
  const door = page.locator('main .entries a.tap').first();
  const name = (await door.textContent()) ?? '';
  await follow(door);
  await expect(page.locator('main')).toContainText('住的是谁、别人记了什么，这里没有');
  await fits(page);
  await page.locator('[name=outcome][value=met]').check();
  await page.locator('[name=met]').fill('老两口');
  await page.locator('[name=said]').fill('楼道灯暗');
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page).toHaveURL(/\/act\/demo\/visits$/);
  await expect(page.locator('li', { hasText: name }).first()).toContainText('去过');
  await expect(page.locator('main')).not.toContainText('楼道灯暗');
  expect((await page.goto('/door/demo/visits'))?.status()).toBe(404);
});

test('a social worker asks a volunteer to go to a door; she reads what for and by when, and having been there it is done', async ({
  page,
}) => {
  await become(page, 'resident-14');
  await page.goto('/act/demo/visits');
  const doors = page.locator('main .entries a.tap');
  const home = (await doors.last().getAttribute('href'))?.split('/').at(-1);
  await become(page, 'social-worker');
  await page.goto(`/door/demo/visits/homes/${home}/plan`);
  const team = page.locator('[name=visitor] option', { hasText: '（志愿者）' });
  await page.locator('[name=visitor]').selectOption((await team.first().getAttribute('value')) ?? '');
  await page.locator('[name=reason]').selectOption('unseen');
  await fits(page);
  await send(page);
  await become(page, 'resident-14');
  await page.goto('/act/demo/visits');
  await expect(page.locator('#planned')).toContainText('暖心慰问');
  await expect(page.locator('main')).not.toContainText('很久没有见着');
  await fits(page);
  await follow(page.locator('#planned a.tap').first());
  await expect(page.locator('main')).toContainText('去过记一次，就办完了');
  await fits(page);
  await page.locator('[name=outcome][value=not_home]').check();
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page).toHaveURL(/\/act\/demo\/visits$/);
  await expect(page.locator('#planned')).toHaveCount(0);
});

test('a month of visits is printed with the columns the office chose, and names no door', async ({ page }) => {
  await become(page, 'social-worker');
  await page.goto('/desk/zhuguang/visits/ledger');
  await fits(page);
  await follow(page.locator('main .tabs a').nth(1));
  await expect(page.locator('main thead')).toContainText('谁记的');
  await follow(page.getByRole('link', { name: '换栏目、换次序' }));
  await fits(page);
  for (const [at, column] of ['day', 'purpose', 'visitor', 'outcome', '', '', '', '', '', '', '', ''].entries())
    await page.locator(`[name=column${at + 1}]`).selectOption(column);
  await send(page);
  await follow(page.locator('main .tabs a').nth(1));
  await expect(page.locator('main thead')).toHaveText('日期为什么事去谁去的见着没有');
  await page.goto('/desk/zhuguang/stewards/ledger');
  await fits(page);
});
