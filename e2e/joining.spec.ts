import { expect, test } from '@playwright/test';
import { begun } from './beginnings';
import { look, lookAll } from './look';
import { become, signIn, sure } from './people';
import { follow, send } from './steps';

const phone = { width: 360, height: 740 };
const csv = (...rows: string[]) => ({
  name: '表.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${rows.join('\n')}`),
});

for (const [javaScriptEnabled, name] of [
  [true, '沈'],
  [false, '韩'],
] as const)
  test.describe(`on a phone, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled, viewport: phone });

    test('a social worker signs in, and today leads to those who want to join: two in one press, one refused', async ({
      page,
    }) => {
      const { slug, phones } = begun().joining;
      await signIn(page, phones[javaScriptEnabled ? 'worker' : 'second'] ?? '');
      await expect(page).toHaveURL(new RegExp(`/desk/${slug}$`));
      await follow(page.getByRole('link', { name: '入户登记，等您确认' }).first());
      await expect(page).toHaveURL(new RegExp(`/desk/${slug}/joins$`));
      const waits = (who: string) => page.locator('[data-join]').filter({ hasText: who });
      for (const who of ['一', '二', '三']) await expect(waits(name + who)).toHaveCount(1);
      if (javaScriptEnabled) await look(page);
      for (const who of ['一', '二']) await page.getByLabel(new RegExp(`^${name}${who} `)).check();
      await page.locator('form#joins button[type=submit]').click();
      await expect(page.locator('#done')).toBeVisible();
      for (const who of ['一', '二']) await expect(waits(name + who)).toHaveCount(0);
      await follow(waits(`${name}三`).getByRole('link', { name: '不是' }));
      const refusal = page.locator('form#refuse');
      await refusal.locator('[name=reason]').fill('房号和户册对不上，请带房本来看看');
      await sure(refusal, '被回绝');
      await expect(page).toHaveURL(new RegExp(`/desk/${slug}/joins(\\?|#|$)`));
      await expect(waits(name)).toHaveCount(0);
      await page.goto(`/desk/${slug}/residents`);
      for (const who of ['一', '二']) await expect(page.locator('main')).toContainText(name + who);
      await expect(page.locator('main')).not.toContainText(`${name}三`);
    });
  });

test.describe('without scripts, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test('captains come from a sheet: what is wrong is named row by row, and then all are given at once', async ({
    page,
  }) => {
    const { slug, phones } = begun().joining;
    await signIn(page, phones.secretary ?? '');
    await page.goto(`/desk/${slug}/grants`);
    await follow(page.getByRole('link', { name: '一张表给楼门长授权' }));
    const sheet = async (...rows: string[]) => {
      await page.goto(`/desk/${slug}/captains`);
      await page.locator('input[type=file]').setInputFiles(csv('楼栋,单元,楼门长,电话', ...rows));
      await page.locator('main form.form button[type=submit]').last().click();
      await expect(page).toHaveURL(/\/captains\/[0-9a-f]{64}$/);
    };
    await sheet('14,一单元,孙建华,12', '15,1,,13912340002');
    await expect(page.locator('main')).toContainText('第 2 行：手机号认不出来：“12”');
    await expect(page.locator('main')).toContainText('第 3 行：没有写楼门长的姓名');
    await sheet('14,1,孙建华,139 1234 0001', '14,9,孙建华,13912340001', `15,1,我,${phones.secretary}`);
    await expect(page.locator('main')).toContainText('第 3 行：户册里没有14号楼9单元');
    await expect(page.locator('main')).toContainText('第 4 行是您自己的号码');
    await expect(page.locator('main form.form')).toHaveCount(0);
    await sheet('14,1,孙建华,139 1234 0001', '15,1,孙建华,139-1234-0001', '15,1,周玉梅,13912340002');
    await expect(page.locator('main')).toContainText('孙建华（13912340001）：14号楼1单元、15号楼1单元');
    await send(page);
    await expect(page).toHaveURL(new RegExp(`/desk/${slug}/grants`));
    for (const who of ['孙建华', '周玉梅']) await expect(page.locator('main table')).toContainText(who);
  });
});

test('both trials can be read on every screen, also the further pages of what a register would change', async ({
  page,
}) => {
  const tried = async (path: string, ...rows: string[]) => {
    await page.goto(path);
    await page.locator('input[type=file]').setInputFiles(csv(...rows));
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page).toHaveURL(/\/[0-9a-f]{64}$/);
    return new URL(page.url()).pathname;
  };
  await become(page, 'social-worker', '/desk/zhuguang');
  const doors = Array.from({ length: 230 }, (_, at) => `14,1,N${101 + at},80,张三,,`);
  const register = await tried(
    '/desk/zhuguang/register',
    '楼栋,单元,门牌,面积,业主,电话,住户',
    ...doors,
    ...['14,1,101,12.34,王某、李某,13912340003,无人', '14,1,n101,80,张三,13912340003,', '合计,,,18400,,,'],
  );
  await lookAll(page, register);
  await page.goto(register);
  await follow(page.getByRole('link', { name: /接着看后面的/ }).first());
  await expect(page.locator('main')).toContainText('14号楼1单元N330');
  await lookAll(page, new URL(page.url()).pathname);
  await become(page, 'party-secretary', '/desk/zhuguang');
  const captains = ['楼栋,单元,楼门长,电话', '14,1,孙建华,13912340001', '15,1,孙建华,13912340002'];
  await lookAll(page, await tried('/desk/zhuguang/captains', ...captains));
  await lookAll(page, await tried('/desk/zhuguang/captains', ...captains, '99,1,周玉梅,13912340002'));
});
