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
    await expect(said(page)).toHaveAttribute('data-code', 'other_person');
    await expect(said(page)).toContainText('15号楼居民');
    await expect(field(page)).toHaveValue(words);
    await said(page).locator('a').click();
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
