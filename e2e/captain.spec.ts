import { expect, type Page, test } from '@playwright/test';
import { lookAll } from './look';
import { become } from './people';
import { follow } from './steps';

const round = '/door/demo/rounds/2';
const untried = 'main ul.tiles a:has-text("未访")';

/** Everything that may be written down at a door: open where nothing has been written down today. */
async function openForm(page: Page): Promise<void> {
  await page.locator('#say summary').waitFor();
  if (!(await page.locator('#form').isVisible())) await page.locator('#say summary').click();
}
const submit = (page: Page) => page.locator('#form button[type=submit]').click();

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
    await expect(page).toHaveTitle(/^\d+ · .+，方案第\d+稿/);
    await openForm(page);
    await expect(page.locator('[name=witnessName], [name=condition], [name=photo]').first()).toBeHidden();
    await page.locator('#form input[name=stance][value=support]').check();
    await page.locator('#form [name=words]').fill('路离窗远了，我没意见。');
    await page.locator('#form [name=proof]').selectOption('read_back');
    await page.locator('#form [name=witnessName]').fill('同楼邻居');
    await submit(page);
    await expect(page.locator('main')).toContainText('同意');
    await expect(page.locator('[role=alert], .error-summary')).toHaveCount(0);
    await expect(page.locator('main [role=status]')).toContainText(/记下了：\d+，同意/);
    // At the next door, which is open already, the proof is known; whoever was there is asked about anew.
    await expect(page.locator('#supports')).toContainText('同楼邻居');
    await page.locator('#supports button').click();
    await expect(page.locator('#supports .error-summary')).toContainText('要有旁人作证');
    await page.locator('#supports input[type=radio]').check();
    await page.locator('#supports button').click();
    await expect(page.locator('main [role=status]')).toContainText(/记下了：\d+，同意/);
  });

  test('a signature needs its picture, and the picture is seen at the door', async ({ page }) => {
    await become(page, 'captain-15', round);
    await page.goto(round);
    await follow(page.locator(untried).first());
    const home = page.url();
    await openForm(page);
    await page.locator('#form input[name=stance][value=no_view]').check();
    await page.locator('#form [name=proof]').selectOption('signature_photo');
    await submit(page);
    await expect(page).toHaveTitle(/^有误：/);
    await expect(page.locator('.error-summary h2')).toBeInViewport();
    const summary = page.locator('.error-summary');
    await expect(summary).toContainText('要附上签字的照片');
    await expect(summary).not.toContainText('选过的照片');
    await expect(page.locator('#form input[name=stance][value=no_view]')).toBeChecked();
    await page.locator('[name=photo]').setInputFiles('docs/pictures/story.png');
    await submit(page);
    await expect(page.locator('main [role=status]')).toContainText('不表态');
    await page.goto(home);
    const seen = await page.request.get(
      (await page.locator('main a[href^="/api/pictures/"]').getAttribute('href')) ?? '',
    );
    expect(seen.status()).toBe(200);
    expect(seen.headers()['content-type']).toBe('image/webp');
  });

  test('nobody home is one tap and says so', async ({ page }) => {
    await become(page, 'captain-15', round);
    await page.goto(round);
    const knocked = async () =>
      Number(/户里找过、答过(\d+)户/.exec((await page.locator('.page-title').textContent()) ?? '')?.[1]);
    const before = await knocked();
    await follow(page.locator(untried).last());
    const home = page.url();
    await page.locator('#visit button[value=not_home]').click();
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
      await openForm(page);
      await page.locator(`#form input[name=stance][value=${stance}]`).check();
      await page.locator('#form [name=words]').fill(words);
      await page.locator('#form [name=proof]').selectOption('read_back');
      await page.locator('#form [name=witnessName]').fill('同楼邻居');
    };
    for (const page of [one, two]) await page.goto(home ?? '');
    await write(one, 'support', '第一个窗口');
    await write(two, 'no_view', '第二个窗口');
    await submit(one);
    await expect(one.locator('main [role=status]')).toContainText('同意');
    await submit(two);
    await expect(two.locator('.error-summary')).toContainText(/刚刚由.+记过“同意”.+要改吗/);
    await expect(two.locator('#form [name=words]')).toHaveValue('第二个窗口');
    await submit(two);
    await expect(two.locator('main [role=status]')).toContainText('不表态');
    await context.close();
  });
}
