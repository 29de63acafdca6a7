import fs from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { survey } from '@/db/seed/blank-sheets';
import { look, lookAll } from './look';
import { become } from './people';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const submit = (page: Page) => page.locator('main form.form button[type=submit]').last().click();
const select = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first();

async function putIn(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.goto('/desk/demo/blanks');
  await page.locator('[name=file]').setInputFiles({ name, mimeType: XLSX, buffer: bytes });
  await page.getByRole('button', { name: '交表' }).click();
}

test.describe('on a phone, without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a sheet is put in, one column is named by hand, it is filled in and taken; the next of that heading knows it', async ({
    page,
    browser,
  }) => {
    await become(page, 'social-worker', '/desk/demo/blanks');
    await putIn(page, '住房摸排表.xlsx', survey());
    await expect(page).toHaveURL(/\/blanks\/\d+$/);
    await expect(page.locator('h1')).toHaveText('住房摸排表.xlsx');
    await expect(select(page, '业主信息 / 姓名')).toHaveValue('owners');
    await expect(select(page, '养犬情况')).toHaveValue('');
    await page.locator('[name=building]').selectOption({ label: '14' });
    await page.getByRole('button', { name: '就要这些' }).click();
    await expect(page).toHaveURL(/building=\d+/);
    await select(page, '养犬情况').selectOption('area');
    await submit(page);
    await expect(page.locator('.error-summary')).toBeVisible();
    await expect(select(page, '养犬情况')).toHaveValue('area');
    await page.locator('[name=purpose]').fill('街道住房情况摸底');
    await submit(page);
    await expect(page).toHaveURL(/\/exports\/\d+$/);
    await expect(page.locator('main')).toContainText('街道住房情况摸底');
    const exported = new URL(page.url()).pathname;
    // So many homes with who owns them: somebody else has to agree.
    const second = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await become(second, 'party-secretary', exported);
    await second.getByRole('button', { name: '同意导出' }).click();
    await expect(second.locator('main')).not.toContainText('等另一位同事看过');
    await second.close();
    await page.reload();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '存到这台电脑' }).click(),
    ]);
    const { sheets } = await readXlsx(fs.readFileSync(await download.path()));
    const [first] = sheets[0]?.rows.slice(3) ?? [];
    expect(first?.[0]).toBe(1);
    expect(typeof first?.[6]).toBe('number');
    expect(String(first?.[4])).not.toBe('');
    expect(sheets[1]?.name).toBe('填表说明');

    await putIn(
      page,
      '又来一张.xlsx',
      survey((sheet) => sheet.replace('附件1', '附件2')),
    );
    await expect(select(page, '养犬情况')).toHaveValue('area');
    await expect(page.locator('#columns')).toContainText('有人选过');
    const again = new URL(page.url()).pathname;

    await putIn(
      page,
      '会外传的表.xlsx',
      survey((sheet) => sheet.replace('COUNTA(E4:E6)', 'WEBSERVICE(E4)')),
    );
    await expect(page).toHaveURL(/problem=formula/);
    await expect(page.locator('main')).toContainText('请把公式改成值');

    // What looks at pages runs on them.
    const looking = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    await become(looking, 'social-worker', '/desk/demo/blanks');
    for (const path of ['/desk/demo/blanks', again, `${again}?of=cases&from=2022-02-30`, exported])
      await lookAll(looking, path);
    await looking.goto(`${again}?of=cases&from=2022-02-30`);
    await expect(looking.locator('main')).toContainText('没有这一天');
    await become(looking, 'resident-14', '/me/data');
    await look(looking);
    await looking.close();
  });
});
