import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { look } from './look';
import { become } from './people';

const comment = '/act/demo/proposals/1/comment';
const proposal = '/demo/proposals/1';
const phone = { viewport: { width: 360, height: 740 } };

const form = (page: Page) => page.locator('main form.form').first();
const said = (page: Page) => form(page).locator('.error-summary');
const field = (page: Page) => form(page).locator('[name=words]');
const send = (page: Page) => form(page).locator('.actions button[type=submit]').first().click();
const submission = (page: Page) => form(page).locator('[name=submission]').getAttribute('value');

async function write(page: Page, words: string): Promise<void> {
  await form(page).locator('[name=stance][value=against]').check();
  await field(page).fill(words);
}

async function timesOnBoard(page: Page, words: string): Promise<number> {
  await page.goto(proposal);
  return ((await page.locator('main').textContent()) ?? '').split(words).length - 1;
}

/** What the server answers to the next post is lost on the way. */
async function loseAnswer(page: Page, path: string): Promise<void> {
  await page.route(
    `**${path}`,
    async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502</h1>' });
    },
    { times: 1 },
  );
}

const online = async (context: BrowserContext, page: Page, path: string) => {
  await context.setOffline(false);
  await page.goto(path);
};

test('without a network the words stay, also over a reload; an answer lost, sent again, is one comment; so is Back', async ({
  browser,
}) => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const words = `没有网也写得完${Date.now()}`;
  await become(page, 'resident-14', comment);
  await expect(form(page).locator('.form-whose')).toHaveText(/14号楼居民/);
  const id = await submission(page);
  await write(page, words);
  await context.setOffline(true);
  await send(page);
  await expect(said(page)).toHaveAttribute('data-code', 'offline');
  await expect(field(page)).toHaveValue(words);
  await page.reload().catch(() => {});
  await online(context, page, comment);
  await expect(field(page)).toHaveValue(words);
  await look(page);

  await loseAnswer(page, comment);
  await send(page);
  await expect(said(page)).toHaveAttribute('data-code', 'unanswered');
  expect(await submission(page)).toBe(id);
  await look(page);
  await said(page).locator('button').click();
  await page.waitForURL(`**${proposal}/said?done=commented`);
  await page.goBack();
  await expect(field(page)).toHaveValue(words);
  expect(await submission(page)).toBe(id);
  await send(page);
  await page.waitForURL(`**${proposal}/said?done=commented`);
  expect(await timesOnBoard(page, words)).toBe(1);
  await page.goto(comment);
  await expect(field(page)).toHaveValue('');
  await context.close();
});

test('at the door, on a page older than the site: the words stay and are there after it is loaded anew', async ({
  page,
}) => {
  await page.setViewportSize(phone.viewport);
  await become(page, 'captain-14', '/door/demo/rounds/2');
  await page.locator('main ul.tiles a:has-text("未访")').last().click();
  await page.waitForURL('**/households/*');
  const said = page.locator('#form .error-summary');
  const open = async () => {
    if (!(await page.locator('#form').isVisible())) await page.locator('#say summary').click();
  };
  await open();
  const box = page.locator('#form textarea');
  await box.fill('怕晚上吵');
  await page.route('**/households/*', (route) =>
    route.continue({ headers: { ...route.request().headers(), 'next-action': '00'.repeat(21) } }),
  );
  await page.locator('#form .actions button[type=submit]').click();
  await expect(said).toHaveAttribute('data-code', 'outdated');
  await page.unroute('**/households/*');
  await said.locator('button').click();
  await expect(said).toHaveCount(0);
  await open();
  await expect(box).toHaveValue('怕晚上吵');
});

test('no scripts and no cookie left: signed in in the same tab the words are there, and Back does not send them twice', async ({
  browser,
}) => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  const words = `登录没了字还在${Date.now()}`;
  await become(page, 'resident-15', comment);
  await write(page, words);
  await context.clearCookies();
  await send(page);
  await expect(page).toHaveURL(/sign-in\?kept=1/);
  await page.locator('[data-identity="resident-15"]').click();
  await expect(page).toHaveURL(new RegExp(`${comment}$`));
  await expect(field(page)).toHaveValue(words);
  await send(page);
  await page.waitForURL(`**${proposal}/said?done=commented`);
  await page.goBack();
  await write(page, words);
  await send(page);
  await page.waitForURL(`**${proposal}/said?done=commented`);
  expect(await timesOnBoard(page, words)).toBe(1);
  await context.close();
});

for (const javaScriptEnabled of [true, false])
  test(`somebody else signed in in another tab: nothing is done in their name, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled });
    const page = await context.newPage();
    const words = `这是14号楼的话${javaScriptEnabled ? '' : '，没有脚本'}`;
    await become(page, 'resident-14', comment);
    await write(page, words);
    await become(await context.newPage(), 'resident-15');
    await send(page);
    const refused = page.locator('main .untaken');
    await expect(refused).toHaveAttribute('data-code', 'other_person');
    await expect(refused).toContainText('15号楼居民');
    await expect(refused.locator('blockquote')).toHaveText(words);
    await expect(refused.locator('h2')).toBeInViewport();
    if (javaScriptEnabled) await expect(refused.locator('h2')).toBeFocused();
    await expect(form(page), 'nothing is sent on from here').toHaveCount(0);
    if (javaScriptEnabled) await look(page);
    await refused.getByRole('link', { name: /以 .*15号楼居民.* 的身份重新打开/ }).click();
    await expect(form(page).locator('.form-whose')).toHaveText(/15号楼居民/);
    await expect(field(page)).toHaveValue('');
    await page.goto(`/sign-in?kept=1&back=${comment}`);
    await page.locator('[data-identity="resident-14"]').click();
    await expect(page).toHaveURL(new RegExp(`${comment}$`));
    await expect(field(page)).toHaveValue(words);
    expect(await timesOnBoard(page, words)).toBe(0);
    await context.close();
  });

for (const signedIn of [true, false])
  test(`no scripts, a page older than the site, signed ${signedIn ? 'in' : 'out'}: what was written stands in the new one`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    const words = `网站更新了字还在${Date.now()}`;
    await become(page, 'resident-14', comment);
    await write(page, words);
    await form(page)
      .locator('input[name^="$ACTION_"][name$=":0"]')
      .evaluate((one: HTMLInputElement) => {
        one.value = one.value.replace(/"id":"\w+"/, `"id":"${'00'.repeat(21)}"`);
      });
    if (!signedIn) await context.clearCookies();
    const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), send(page)]);
    expect(answer.status()).toBe(409);
    await expect(page.locator('main')).toContainText('您写的替您留着');
    await page.locator('main li a').first().click();
    if (!signedIn) await page.locator('[data-identity="resident-14"]').click();
    await expect(page).toHaveURL(new RegExp(`${comment}$`));
    await expect(field(page)).toHaveValue(words);
    await send(page);
    await page.waitForURL(`**${proposal}/said?done=commented`);
    expect(await timesOnBoard(page, words)).toBe(1);
    await context.close();
  });

test('plain posts, of a picture, a sheet and a clock, and the door: without a network, and over a broken line, they stay and say so', async ({
  browser,
}) => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const tried: [string, string, string, () => Promise<void>][] = [
    ['resident-14', '/me', 'form.clock', () => page.locator('form.clock summary').click()],
    [
      'social-worker',
      '/desk/demo/register',
      '#sheet',
      () =>
        page
          .locator('#sheet [name=file]')
          .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('楼号,门牌') }),
    ],
    [
      'social-worker',
      '/desk/demo/proposals/1/pictures',
      'form[id^=picture-]',
      async () => {
        await page
          .locator('form[id^=picture-] [name=picture]')
          .first()
          .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2_000, 1) });
        await page.locator('form[id^=picture-] [name=caption]').first().fill('土坡');
      },
    ],
  ];
  for (const [who, path, which, fill] of tried) {
    await become(page, who, path);
    await page.goto(path);
    const one = page.locator(which).first();
    const button = one.locator('button[type=submit]').last();
    await fill();
    await context.setOffline(true);
    await button.click();
    await expect(one.locator('.error-summary'), path).toHaveAttribute('data-code', 'offline');
    await context.setOffline(false);
    await page.route(
      '**/api/**',
      (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502</h1>' }),
      {
        times: 1,
      },
    );
    await button.click();
    await expect(one.locator('.error-summary'), path).toHaveAttribute('data-code', 'unanswered');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await look(page);
    if (which !== '#sheet') continue;
    await button.click();
    await page.waitForURL(/problem=|register\/[0-9a-f]{64}/);
  }

  await become(page, 'captain-14', '/door/demo/rounds/2');
  await page.locator('main ul.tiles a:has-text("未访")').last().click();
  await page.waitForURL('**/households/*');
  const visit = page.locator('#form');
  if (!(await visit.isVisible())) await page.locator('#say summary').click();
  await visit.locator('textarea').fill('怕晚上吵，要装灯');
  await context.setOffline(true);
  await visit.locator('.actions button[type=submit]').click();
  await expect(visit.locator('.error-summary')).toHaveAttribute('data-code', 'offline');
  await context.setOffline(false);
  await page.route(
    '**/households/*',
    (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '502' }),
    { times: 1 },
  );
  await visit.locator('.actions button[type=submit]').first().click();
  await expect(visit.locator('.error-summary')).toHaveAttribute('data-code', 'unanswered');
  await expect(visit.locator('textarea')).toHaveValue('怕晚上吵，要装灯');
  await context.close();
});

test('no scripts, a sheet that is none: the title says so, and the page opens at the form', async ({ browser }) => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await become(page, 'social-worker', '/desk/demo/register');
  await page.goto('/desk/demo/register');
  await page
    .locator('#sheet [name=file]')
    .setInputFiles({ name: 'a.xls', mimeType: 'text/csv', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) });
  await page.locator('#sheet button[type=submit]').click();
  await expect(page).toHaveURL(/problem=\w+#sheet$/);
  await expect(page).toHaveTitle(/^有误：/);
  await expect(page.locator('#sheet .notice-danger')).toBeInViewport();
  await context.close();
});

test('no scripts, a photo of two megabytes, the session over: in the same tab, and the words are there', async ({
  browser,
}) => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  const path = '/desk/demo/proposals/1/pictures';
  await become(page, 'social-worker', path);
  await page.goto(path);
  const one = page.locator('form[id^=picture-]').first();
  await one.locator('[name=caption]').fill('土坡上结了冰');
  await one
    .locator('[name=picture]')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2_000_000, 1) });
  await context.clearCookies();
  await one.locator('button[type=submit]').click();
  await expect(page).toHaveURL(/sign-in\?kept=1/);
  await page.locator('[data-identity="social-worker"]').click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(one.locator('[name=caption]')).toHaveValue('土坡上结了冰');
  await context.close();
});
