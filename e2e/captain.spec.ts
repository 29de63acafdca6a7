import { expect, test } from '@playwright/test';
import { lookAll } from './look';
import { become } from './people';

const round = '/door/demo/rounds/2';
const untried = 'main ul.tiles a:has-text("未访")';

test('a captain sees her doors and how far she has come', async ({ page }) => {
  await become(page, 'captain-15');
  for (const path of ['/door/demo', round, '/door/demo/joins', '/door/demo/objections']) await lookAll(page, path);
});

test('one door of hers', async ({ page }) => {
  await become(page, 'captain-15', round);
  await page.goto(round);
  await lookAll(page, (await page.locator(untried).nth(1).getAttribute('href')) ?? '');
});

test.describe('without scripts, on a small phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a captain writes down what somebody says at the door', async ({ page }) => {
    await become(page, 'captain-15', round);
    await page.goto(round);
    await page.locator(untried).first().click();
    await page.locator('input[name=stance][value=support]').check();
    await page.locator('[name=words]').fill('路离窗远了，我没意见。');
    await page.locator('[name=proof]').selectOption('read_back');
    await page.locator('[name=witnessName]').fill('同楼邻居');
    await page.locator('main form.form button[type=submit]').first().click();
    await expect(page.locator('main')).toContainText('同意');
    await expect(page.locator('[role=alert], .error-summary')).toHaveCount(0);
    await expect(page.locator('main [role=status]')).toContainText(/记下了：\d+，同意/);
  });

  test('a signature needs its picture, and the picture is seen at the door', async ({ page }) => {
    await become(page, 'captain-15', round);
    await page.goto(round);
    await page.locator(untried).first().click();
    const home = page.url();
    await page.locator('input[name=stance][value=no_view]').check();
    await page.locator('[name=proof]').selectOption('signature_photo');
    await page.locator('main form.form button[type=submit]').first().click();
    const summary = page.locator('.error-summary');
    await expect(summary).toContainText('要附上签字的照片');
    await expect(summary).toContainText('选过的照片要再选一次');
    await expect(page.locator('input[name=stance][value=no_view]')).toBeChecked();
    await page.locator('[name=photo]').setInputFiles('docs/pictures/story.png');
    await page.locator('main form.form button[type=submit]').first().click();
    await expect(page.locator('main [role=status]')).toContainText('不表态');
    await page.goto(home);
    const seen = await page.request.get(
      (await page.locator('main a[href^="/api/pictures/"]').getAttribute('href')) ?? '',
    );
    expect(seen.status()).toBe(200);
    expect(seen.headers()['content-type']).toBe('image/webp');
  });

  test('nobody home takes two steps and says so', async ({ page }) => {
    await become(page, 'captain-15', round);
    await page.goto(round);
    const knocked = async () =>
      Number(/敲过\d+户中的(\d+)户/.exec((await page.locator('h1').textContent()) ?? '')?.[1]);
    const before = await knocked();
    await page.locator(untried).last().click();
    const home = page.url();
    await page.locator('#visit button').click();
    await expect(page.locator('.error-summary')).toContainText('请选一项');
    await page.locator('#visit input[value=not_home]').check();
    await page.locator('#visit button').click();
    await expect(page.locator('main [role=status]')).toContainText('没人');
    await page.goto(round);
    expect(await knocked()).toBe(before + 1);
    await page.goto(home);
    await expect(page.locator('main [data-visits]')).toContainText(/敲门：没人在家.*\d{4}年/s);
  });

  test('somebody else’s entrance is not there', async ({ page }) => {
    await become(page, 'resident-15', '/me');
    const response = await page.goto('/door/demo');
    expect(response?.status()).toBe(404);
  });
});

for (const scripts of [true, false]) {
  test(`two windows at one door, ${scripts ? 'with' : 'without'} scripts: the second is shown the first`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const [one, two] = [await context.newPage(), await context.newPage()];
    await become(one, 'captain-15', round);
    await one.goto(round);
    const home = await one.locator(untried).first().getAttribute('href');
    const write = async (page: typeof one, stance: string, words: string) => {
      await page.locator(`input[name=stance][value=${stance}]`).check();
      await page.locator('[name=words]').fill(words);
      await page.locator('[name=proof]').selectOption('read_back');
      await page.locator('[name=witnessName]').fill('同楼邻居');
    };
    const submit = (page: typeof one) => page.locator('main form.form button[type=submit]').first().click();
    for (const page of [one, two]) await page.goto(home ?? '');
    await write(one, 'support', '第一个窗口');
    await write(two, 'no_view', '第二个窗口');
    await submit(one);
    await expect(one.locator('main [role=status]')).toContainText('同意');
    await submit(two);
    await expect(two.locator('.error-summary')).toContainText(/刚刚由.+记过“同意”.+要改吗/);
    await expect(two.locator('[name=words]')).toHaveValue('第二个窗口');
    await submit(two);
    await expect(two.locator('main [role=status]')).toContainText('不表态');
    await context.close();
  });
}
