import { expect, type Page, test } from '@playwright/test';
import { fits, lookAll } from './look';
import { become } from './people';

/** So that what is written is like nothing that was written before. */
const mark = () => String(Date.now()).slice(-6);
const send = (page: Page) => page.locator('main form.form button[type=submit]').last().click();

async function say(page: Page, words: Record<string, string>): Promise<void> {
  await page.locator('main form.form input[name=kind][value=help]').check();
  for (const [name, text] of Object.entries(words)) await page.locator(`main form.form [name=${name}]`).fill(text);
}

test.describe('without scripts, on a small phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a captain writes down at the door what a home says; it is that home’s', async ({ page }) => {
    await become(page, 'captain-15', '/door/demo');
    await page.goto('/door/demo');
    await page.locator('main').getByRole('link', { name: '替人记一条诉求' }).click();
    await expect(page).toHaveURL(/\/door\/demo\/cases\/new$/);
    const home = page.locator('[name=household] option').nth(1);
    const door = (await home.textContent()) ?? '';
    expect(door).toMatch(/^15号楼\d单元/);
    await page.locator('[name=household]').selectOption((await home.getAttribute('value')) ?? '');
    const title = `窗户把手松了${mark()}`;
    await say(page, { title, place: '15号楼', words: '她说关不严，夜里灌风。' });
    await send(page);
    await expect(page).toHaveURL(/\/door\/demo(\?|$)/);
    await become(page, 'social-worker', '/desk/demo/cases');
    await page.goto(`/desk/demo/cases?q=${encodeURIComponent(title)}`);
    await page.locator('.order-what a').first().click();
    await expect(page.locator('main')).toContainText('上门听的');
    await fits(page);
  });

  test('whoever has just reported something is asked for a picture, first of all', async ({ page }) => {
    await become(page, 'resident-14', '/act/demo/cases/new');
    await page.goto('/act/demo/cases/new');
    await say(page, { title: `树枝搭在电线上${mark()}`, place: '14号楼后', words: '刮风就打火花。' });
    await send(page);
    await expect(page).toHaveURL(/\/act\/demo\/cases\/\d+/);
    await expect(page.locator('main h2').first()).toHaveText('拍一张');
    await page.locator('[name=picture]').setInputFiles('docs/pictures/story.png');
    await page.locator('form[action="/api/pictures"] button[type=submit]').click();
    await expect(page.locator('main figure')).toHaveCount(1);
    await expect(page.locator('main h2').first()).not.toHaveText('拍一张');
  });
});

test('what is like one that hangs is joined for the home that says it, and by a resident for their own', async ({
  page,
}) => {
  const pillar = `${mark()}号柱子`;
  const words = { title: `地下车库${pillar}旁渗水`, place: '地下车库', words: '一下雨就滴' };
  await become(page, 'social-worker', '/desk/demo/cases/new');
  await page.goto('/desk/demo/cases/new');
  await say(page, words);
  await page.locator('[name=source][value=walk_in]').check();
  await send(page);
  await expect(page).toHaveURL(/\/desk\/demo\/cases(\?|$)/);

  await page.goto('/desk/demo/cases/new');
  await say(page, words);
  await page.locator('[name=source][value=telephone]').check();
  await page.locator('[name=home]').fill('14-1-9999');
  await send(page);
  await expect(page.locator('.error-summary')).toContainText('没有这一户');
  await page.locator('[name=home]').fill('');
  await send(page);
  await expect(page.locator('.error-summary')).toContainText('像是已经有人说过');
  await page.locator('.error-summary, .notice').getByRole('link', { name: '看看' }).click();
  await expect(page.locator('main')).toContainText('没有写是哪一户');
  await expect(page.getByRole('link', { name: '他家也是' })).toHaveCount(0);
  await lookAll(page, '/desk/demo/cases/new');

  await page.goto('/desk/demo/cases/new');
  await say(page, words);
  await page.locator('[name=source][value=telephone]').check();
  await page.locator('[name=home]').fill('14-1-101');
  await send(page);
  await page.locator('.error-summary, .notice').getByRole('link', { name: '看看' }).click();
  await expect(page.locator('main')).toContainText('14号楼1单元101会收到来信');
  const similar = new URL(page.url());
  await lookAll(page, similar.pathname + similar.search);
  await page.locator('li').filter({ hasText: pillar }).getByRole('link', { name: '他家也是' }).click();
  await expect(page.locator('h1')).toContainText('替14号楼1单元101记');
  await send(page);
  await expect(page).toHaveURL(/\/desk\/demo\/cases(\?|$)/);

  await become(page, 'resident-15', '/act/demo/cases/new');
  await page.goto('/act/demo/cases/new');
  await say(page, words);
  await send(page);
  const look = page.locator('.error-summary, .notice').getByRole('link', { name: '看看' });
  await look.click();
  await page.getByRole('link', { name: '都不是' }).click();
  await expect(page.locator('[name=title]')).toHaveValue(words.title);
  await expect(page.locator('[name=words]')).toHaveValue(words.words);
  await expect(page.locator('[name=alike]')).toHaveValue('seen');
  await page.goto('/act/demo/cases/new');
  await send(page);
  await look.click();
  await page.locator('li').filter({ hasText: pillar }).getByRole('link', { name: '我家也是' }).click();
  await send(page);
  await expect(page).toHaveURL(/\/act\/demo\/cases\/\d+(\?|$)/);
  const joined = page.url();
  await page.goto('/act/demo/cases/new');
  await expect(page.locator('[name=title]')).toHaveValue('');
  await page.goto(joined);
  await expect(page.locator('main')).toContainText(pillar);
  await become(page, 'social-worker', '/desk/demo/cases');
  await page.goto(`/desk/demo/cases?q=${encodeURIComponent(pillar)}`);
  await page.locator('.order-what a').first().click();
  await expect(page.locator('main')).toContainText('2户');
});
