import { expect, test } from '@playwright/test';
import { lookAll } from './look';
import { become } from './people';
import { follow } from './steps';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a site plan is drawn in lines, put right by the line, and published by somebody else', async ({ page }) => {
    await become(page, 'social-worker', '/desk/demo/site');
    await follow(page.locator('main .entries a').first());
    const address = new URL(page.url()).pathname;
    const shapes = page.locator('[name=shapes]');
    const before = await shapes.inputValue();
    expect(before).toContain('大门 南门: 97 -110');
    await shapes.fill(`${before}\n树 T7: 84`);
    await page.locator('[name=source]').fill('社工又量了一遍');
    await page.locator('main form.form button[type=submit]').first().click();
    await expect(page.locator('.error-summary')).toContainText(/第\d+行“84”：位置要写/);
    await expect(shapes).toHaveValue(`${before}\n树 T7: 84`);
    await shapes.fill(`${before}\n树 T7: 84 -30`);
    await page.locator('main form.form button[type=submit]').first().click();
    await expect(page.locator('#drawing h2')).toHaveText('第2版（草稿）');
    await become(page, 'party-secretary', '/desk/demo');
    await page.goto(address);
    await page.locator('main a[href$="/publication"]').click();
    await page.locator('main form.form button[type=submit]').first().click();
    await expect(page.locator('#drawing h2')).toHaveText('第2版');
  });

  test('what the stairs change for a home is the same on the board, at its door and where it answers', async ({
    page,
  }) => {
    await page.goto('/demo/proposals/1/plans/2');
    await expect(page.locator('#entrances')).toContainText('15号楼1单元');
    await page.goto('/zhuguang/proposals/1/plans/4');
    const first = page.locator('#entrances .consequence').filter({ hasText: '15号楼1单元' });
    await expect(first).toContainText('现在2.7米 → 第4稿11米');
    await expect(page.locator('#entrances .consequence').filter({ hasText: '14号楼2单元' })).toContainText(
      '比现在少走341米',
    );
    await become(page, 'resident-15', '/me');
    await page.goto('/act/demo/rounds/2/opinion');
    await expect(page.locator('main .consequence')).toContainText('窗户到路边最近处');
    await become(page, 'captain-15', '/door/demo');
    await page.goto('/door/demo/rounds/2');
    await page.locator('main a[href*="/households/"]').first().click();
    await expect(page.locator('main .consequence')).toContainText('走到南门');
  });
});

test('pins between two versions lead to what was changed, by the keyboard and in a list', async ({ page }) => {
  await page.goto('/zhuguang/proposals/1/plans/2/3');
  const pin = page.locator('#site svg a').first();
  const href = (await pin.getAttribute('href')) ?? '';
  expect(href).toMatch(/^#clause-\d+$/);
  await expect(page.locator('#site .ways a').first()).toHaveAttribute('href', href);
  await pin.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.locator(href)).toBeInViewport();
});

test('a file that is no drawing in metres is refused with what to do, and nothing written is lost', async ({
  page,
}) => {
  await become(page, 'social-worker', '/desk/demo/site');
  await follow(page.locator('main .entries a').first());
  await page.locator('[name=source]').fill('测绘院');
  const svg = {
    name: 'site.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg><script>alert(1)</script></svg>'),
  };
  await page.locator('[name=file]').setInputFiles(svg);
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page.locator('.error-summary')).toContainText('比例 50');
  await expect(page.locator('[name=source]')).toHaveValue('测绘院');
  const bent = '<svg><line id="比例_50" x2="500"/><path id="路_东路_宽2" d="M0 0C1 1 2 2 3 3"/><image/></svg>';
  await page.locator('[name=file]').setInputFiles({ ...svg, buffer: Buffer.from(bent) });
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page.locator('.error-summary')).toContainText('第1个“路 东路 宽2”：只能是一条笔直相连的线');
  await expect(page.locator('.error-summary')).toContainText('第2个“image”');
  await page.locator('[name=file]').setInputFiles({ ...svg, buffer: Buffer.alloc(1_000_001, 32) });
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page.locator('.error-summary')).toContainText('1001 kB');
});

test('drawings, cards and the table of what is drawn bear large print, a phone and a reader', async ({ page }) => {
  for (const path of ['/zhuguang/proposals/1/plans/4', '/zhuguang/proposals/1/plans/2/3']) await lookAll(page, path);
  await become(page, 'social-worker', '/desk/demo');
  await page.goto('/desk/demo/site');
  const address = await page.locator('main .entries a').first().getAttribute('href');
  for (const path of ['/desk/demo/site', address ?? '']) await lookAll(page, path);
});
