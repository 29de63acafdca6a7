import { expect, type Page, test } from '@playwright/test';
import { look, lookAll } from './look';
import { become } from './people';
import { follow } from './steps';

test('the secretary finds what needs her, and why a step is not possible yet', async ({ page }) => {
  await become(page, 'governance-secretary');
  for (const path of [
    '/desk/demo',
    '/desk/demo/proposals',
    '/desk/demo/proposals/1',
    '/desk/demo/rounds/2',
    '/desk/demo/rounds/2/extension',
  ]) {
    await lookAll(page, path);
  }
  await page.goto('/desk/demo/proposals/1/agreement');
  await look(page);
  await expect(page.locator('main form.form')).toHaveCount(0);
});

test('the social worker at the desk', async ({ page }) => {
  await become(page, 'social-worker');
  for (const path of [
    '/desk/demo',
    '/desk/demo/cases',
    '/desk/demo/register',
    '/desk/demo/joins',
    '/desk/demo/proposals/1/groups',
  ]) {
    await lookAll(page, path);
  }
});

test('the hotline reads a case and is told who links it', async ({ page }) => {
  await become(page, 'hotline', '/desk/demo/cases/1');
  for (const path of ['/desk/demo/cases/1', '/desk/demo/cases/1/link']) {
    await lookAll(page, path);
    await expect(page.locator('main')).toContainText('归到提案由社工或者书记来办');
    await expect(page.locator('main form.form')).toHaveCount(0);
  }
});

/** The addresses a part of the page links to, each once. */
const waysOf = (page: Page, where: string) =>
  page
    .locator(`${where} a`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')?.split('#')[0] ?? ''))]);

for (const role of [
  ...['social-worker', 'governance-secretary', 'party-secretary', 'hotline', 'property', 'district', 'auditor'],
]) {
  test(`at the desk of ${role} every way on the bar, of today and of a proposal opens, none to a form of somebody else`, async ({
    page,
  }) => {
    await become(page, role);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/desk/demo');
    const rows = await page
      .locator(':is(.nav a, .nav summary):visible')
      .evaluateAll((links) => new Set(links.map((link) => link.getBoundingClientRect().top)).size);
    expect(rows).toBeLessThanOrEqual(2);
    const bar = await waysOf(page, '.nav');
    const today = await waysOf(page, 'main');
    const tasks = await waysOf(page, 'main > div > .entries');
    await page.goto('/desk/demo/proposals/1');
    const next = await waysOf(page, '#next');
    const parts = await waysOf(page, '#parts');
    for (const way of new Set([...bar, ...today, ...next, ...parts])) {
      const response = await page.goto(way);
      expect(response?.status(), way).toBe(200);
      if (next.includes(way) || tasks.includes(way))
        await expect(page.locator('main'), way).not.toContainText(/由.+来(办|定|写|报)。$/);
    }
  });
}

test('the page of a proposal says what comes next, for whom it waits, and folds away what cannot be done', async ({
  page,
}) => {
  await become(page, 'hotline');
  await page.goto('/desk/demo/proposals/1');
  await expect(page.locator('#next')).toContainText('眼下没有等您办的');
  await expect(page.locator('#others')).toContainText('社工');
  await expect(page.locator('#others')).toContainText('户没听到');
  const folded = page.locator('main details').first();
  await expect(folded.locator('li').first()).toBeHidden();
  await folded.locator('summary').click();
  await expect(folded).toContainText('宣布谈拢');
  await expect(folded).toContainText('这一轮还没听完');
  await expect(page.locator('#history')).toContainText('治理书记');
});

test('whoever holds an office lands on its day, and their own page says what waits in each', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [who, at] of [
    ['social-worker', '/desk/demo'],
    ['captain-14', '/door/demo'],
    ['district', '/desk/district/fengtai'],
    ['resident-14', '/me'],
  ] as const) {
    await page.goto('/sign-in');
    await page.locator(`[data-identity="${who}"]`).click();
    await expect(page).toHaveURL(new RegExp(`${at}$`));
  }
  for (const [who, at] of [
    ['social-worker', '/desk/demo'],
    ['district', '/desk/district/fengtai'],
  ] as const) {
    await become(page, who, at);
    await page.goto('/me');
    await expect(page.locator('#work li').first()).toContainText(/件等着您|眼下没有/);
    await look(page);
  }
  await become(page, 'captain-14', '/door/demo');
  const waiting = await page.locator('#waits li').allTextContents();
  const homes = waiting.map((one) => Number(/(\d+)(?:户|个人|位)/.exec(one)?.[1]));
  await look(page);
  await page.goto('/me');
  await expect(page.locator('#work')).toContainText(`${homes.reduce((sum, n) => sum + n, 0)}户等着您`);
});

test('groups are named on a page one can oversee, and a refused form keeps its ticks', async ({ page }) => {
  await become(page, 'social-worker', '/desk/demo/proposals/1/groups');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/desk/demo/proposals/1/groups');
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5000);
  const third = page.locator('fieldset').filter({ hasText: '第3方是哪些' });
  await third.locator('summary').click();
  await third.locator('input').last().check();
  await page.locator('[name=name_3]').fill('没有写为什么');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('.error-summary')).toBeVisible();
  await expect(third.locator('.grid-row').first().locator('input').last()).toBeChecked();
  await look(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the desk does not exist for a resident, and asks the unknown to sign in', async ({ page }) => {
    await page.goto('/desk/demo/proposals/1');
    await expect(page).toHaveURL(/sign-in/);
    await become(page, 'resident-15');
    for (const path of ['/desk/demo/proposals', '/desk/demo/proposals/1', '/desk/zhuguang/proposals/1/gates']) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
    }
  });

  test('figures are published once somebody has looked at what they come to', async ({ page }) => {
    await become(page, 'hotline', '/desk/demo/figures');
    await page.goto('/desk/demo/figures');
    const period = { from: '2021-03-01', to: '2021-03-31', effective: '１００', resolved: '90' };
    for (const [name, value] of Object.entries(period)) await page.locator(`main [name=${name}]`).fill(value);
    const send = page.locator('main form.form button[type=submit]').last();
    await send.click();
    await expect(page.locator('main .error-summary')).toContainText('90/100 = 90.00%');
    await send.click();
    await expect(page.locator('#done')).toBeVisible();
  });

  test('the social worker records a case, and an empty form says what is missing', async ({ page }) => {
    await become(page, 'social-worker', '/desk/demo/cases/new');
    await page.goto('/desk/demo/cases/new');
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page.locator('main form.form')).toBeVisible();
    await page.locator('[name=title]').fill('楼道灯不亮');
    await page.locator('[name=words]').fill('三单元一层的灯坏了半个月。');
    await page.locator('[name=place]').fill('3号楼3单元');
    for (const name of ['kind', 'source']) {
      const radio = page.locator(`input[name=${name}]`).first();
      if (await radio.count()) await radio.check();
      else await page.locator(`select[name=${name}]`).selectOption({ index: 1 });
    }
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page.locator('main')).toContainText('楼道灯不亮');
  });

  test('an extension shows both days, has a limit, wants a tick, and is taken back', async ({ page }) => {
    const extension = '/desk/demo/rounds/2/extension';
    await become(page, 'governance-secretary', extension);
    await page.goto(`${extension}?closesOn=2099-01-01`);
    await expect(page.locator('main .notice-warn')).toContainText('最多比最初定的日子晚30天');
    const latest = (await page.locator('[name=closesOn]').getAttribute('max')) ?? '';
    await page.locator('[name=closesOn]').fill(latest);
    await page.locator('main form.form button[type=submit]').click();
    const [year, month, day] = latest.split('-').map(Number);
    const named = new RegExp(`${year}年${month}月${day}日（星期.）半夜为止`);
    await expect(page.locator('main label')).toContainText(named);
    await expect(page.locator('main .facts')).toContainText(named);
    await page.locator('main form.form button[type=submit]').click();
    await expect(page.locator('.error-summary')).toContainText('请先看清楚，再打勾');
    await page.locator('[name=confirmed]').check();
    await page.locator('main form.form button[type=submit]').click();
    await page.locator('main a[href$="/extension/withdrawal"]').click();
    await page.locator('[name=confirmed]').check();
    await page.locator('main form.form button[type=submit]').click();
    await expect(page).toHaveURL(/rounds\/2$/);
    await expect(page.locator('main a[href$="/extension/withdrawal"]')).toHaveCount(0);
  });

  test('a post from another site is refused', async ({ request }) => {
    for (const origin of ['https://elsewhere.example', 'null']) {
      const answer = await request.post('/act/demo/rounds/2/opinion', {
        headers: { origin },
        form: { stance: 'support' },
      });
      expect(answer.status(), origin).toBe(403);
      expect(await answer.text()).toContain('<h1');
    }
  });
});

test('a case put with the wrong proposal is taken out; two that say the same go on in one place and are separated again', async ({
  page,
}) => {
  await become(page, 'resident-15');
  await page.goto('/act/demo/proposals/new');
  await page.locator('[name=title]').fill('14号楼前的坡上修几级台阶');
  await page.locator('[name=kind]').first().check();
  await page.locator('[name=place]').fill('14号楼前土坡');
  await page.locator('[name=problem]').fill('下雨下雪都滑，老人不敢走');
  await page.locator('[name=ask]').fill('修台阶');
  await page.locator('main form.form button[type=submit]').last().click();
  await page.waitForURL(/\/drafts\/\d+\/pictures/);
  await page.goto(page.url().replace(/pictures$/, 'submission'));
  await page.locator('main form.form button[type=submit]').last().click();
  await page.waitForURL(/\/act\/demo\/proposals\/\d+\?done=brought$/);
  const address = new URL(page.url()).pathname.replace('/act', '');
  const no = address.split('/').at(-1) ?? '';
  await become(page, 'social-worker');
  await page.goto('/desk/demo/cases/1/link');
  await page.locator('[name=proposal]').selectOption(no);
  await page.locator('[name=side]').first().check();
  await page.getByRole('button', { name: '归进去' }).click();
  await expect(page).toHaveURL(/\/desk\/demo\/cases\/1$/);
  await follow(page.locator(`main a[href$="/cases/1/removal/${no}"]`));
  await look(page);
  await page.locator('[name=reason]').fill('说的是另一处的坡');
  await page.getByRole('button', { name: '拿出来' }).click();
  await expect(page).toHaveURL(/\/desk\/demo\/cases\/1$/);
  await expect(page.locator('main')).not.toContainText('14号楼前的坡上修几级台阶');
  await page.goto(address);
  await expect(page.locator('main')).toContainText('拿出了一条归错的诉求');
  await page.goto(`/desk${address}/merger`);
  await look(page);
  await page.locator('input[name=into][value="1"]').check();
  await page.locator('[name=reason]').fill('说的是同一个坡');
  await page.getByRole('button', { name: '并过去' }).click();
  await expect(page).toHaveURL(new RegExp(`/desk${address}$`));
  await expect(page.locator('.page-title a', { hasText: '到并入的提案里接着看' })).toHaveAttribute(
    'href',
    /proposals\/1$/,
  );
  await page.locator('#history a', { hasText: '并到了提案第1号' }).click();
  await expect(page).toHaveURL(/\/desk\/demo\/proposals\/1$/);
  await page.goto(address);
  await expect(page.locator('main')).toContainText('并到了另一件里接着办');
  await page.goto('/demo/proposals/1');
  await expect(page.locator('main')).toContainText('并进来的');
  await page.goto(`/desk${address}/separation`);
  await look(page);
  await page.locator('[name=reason]').fill('其实是两处');
  await page.getByRole('button', { name: '分开' }).click();
  await expect(page).toHaveURL(new RegExp(`/desk${address}$`));
  await page.goto('/demo/proposals/1');
  await expect(page.locator('main')).not.toContainText('并进来的');
});
