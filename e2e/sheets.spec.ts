import { expect, test } from '@playwright/test';
import { look, lookAll } from './look';
import { become } from './people';

test.describe('without scripts, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a heading nobody knows is set right where it is refused, and the same sheet is read so', async ({ page }) => {
    const mark = Date.now();
    const rows = [
      ['工单编号', '反映情况', '来电时间', '小区点位'],
      [`M${mark}`, '楼道灯不亮', '2022-03-05 10:00', '14号楼'],
      ['', '合计：1件', '', ''],
    ];
    const buffer = Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\n')}`);
    const file = { name: '工单.csv', mimeType: 'text/csv', buffer };
    await become(page, 'social-worker', '/desk/zhuguang/sheets');
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page.locator('#sheet')).toContainText('没有选表');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page).toHaveURL(/\/sheets\/[0-9a-f]{64}$/);
    await expect(page.locator('main')).toContainText('表头少了“主要内容”这一列');
    await expect(page.locator('[name="column:工单编号"]')).toHaveValue('no');
    await page.locator('[name="column:反映情况"]').selectOption('content');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page).toHaveURL(/\/sheets\/[0-9a-f]{64}$/);
    await expect(page.locator('main')).toContainText('都读懂了，还没有存');
    await page.locator('summary').filter({ hasText: '哪些是新工单' }).click();
    await expect(page.locator('main')).toContainText(`M${mark}：楼道灯不亮`);
    await expect(page.locator('main')).toContainText('第 3 行是“合计:1件”，不是一条记录，没有读。');
    await page.getByRole('button', { name: '导入这张表' }).click();
    await expect(page.locator('main')).toContainText('1 行：新增 1 件');
  });
});

test('what is wrong with a sheet stands beside how many of its orders are new', async ({ page }) => {
  await become(page, 'social-worker', '/desk/zhuguang/sheets');
  for (const _ of ['once', 'again']) {
    const loaded = page.waitForEvent('load');
    await page.locator('main form.form button[type=submit]').last().click();
    await loaded;
    await expect(page.locator('#sheet'), 'with scripts, too').toContainText('没有选表');
  }
  const rows = ['工单编号,主要内容,来电时间', `B${Date.now()},垃圾桶满了,2022-03-05`, '1.23E+17,电梯坏了,昨天'];
  const buffer = Buffer.from(`\ufeff${rows.join('\n')}`);
  await page.locator('input[type=file]').setInputFiles({ name: '工单.csv', mimeType: 'text/csv', buffer });
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/sheets\/[0-9a-f]{64}$/);
  await expect(page.locator('main')).toContainText('有 2 处要改');
  await expect(page.locator('main')).toContainText('1 件');
  await look(page);
  await lookAll(page, new URL(page.url()).pathname);
});
