import { expect, test } from '@playwright/test';
import { lookAll } from './look';
import { become } from './people';

const opinion = '/act/demo/rounds/2/opinion';

test('a resident finds what is theirs', async ({ page }) => {
  await become(page, 'resident-15');
  for (const path of ['/me', '/me/opinions', '/me/objections', '/me/household', '/me/data', '/me/sessions', opinion]) {
    await lookAll(page, path);
  }
});

test('a resident of building 15 says what they think, and it stands there', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await become(page, 'resident-15', opinion);
  await page.goto(opinion);
  await page.locator('input[name=stance][value=support_if]').check();
  await page.locator('[name=condition]').fill('下口再往北挪挪');
  await page.locator('[name=words]').fill('晚上十点以后别有人在上头聊天就行。');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.getByRole('status')).toContainText('记下了');
  await expect(page.locator('main')).toContainText('您家自己说的');
  // Whoever comes back to the same address is not told again.
  await page.goto(page.url());
  await expect(page.locator('main')).toContainText('您家自己说的');
  await expect(page.getByRole('status').filter({ hasText: '记下了' })).toHaveCount(0);
  await page.goto(opinion);
  await expect(page.locator('input[name=stance][value=support_if]')).toBeChecked();
  await expect(page.locator('[name=condition]')).toHaveValue('下口再往北挪挪');
  await page.locator('input[name=stance][value=oppose]').check();
  await page.locator('[name=ground]').selectOption('noise');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText('因为：吵');
  await expect(page.locator('input[name=stance][value=oppose]')).toBeChecked();
  await expect(page.getByRole('link', { name: '看这一稿全文' })).toBeVisible();
  await page.goto('/me/opinions');
  await expect(page.locator('main')).toContainText('因为：吵');
  await expect(page.locator('main')).toContainText('晚上十点以后别有人在上头聊天就行。');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a missing condition is named, and the words stay', async ({ page }) => {
    await become(page, 'resident-14', opinion);
    await page.goto(opinion);
    await page.locator('input[name=stance][value=support_if]').check();
    await page.locator('[name=condition]').fill('');
    await page.locator('[name=words]').fill('<b>话</b>还在 "\'&');
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page.locator('[name=words]')).toHaveValue('<b>话</b>还在 "\'&');
    await expect(page.locator('#form-condition-error, [id$=condition-error]').first()).toBeVisible();
  });

  test('what was typed survives the end of the session', async ({ page, browser }) => {
    await become(page, 'resident-14', opinion);
    await page.goto(opinion);
    const other = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const elsewhere = await other.newPage();
    await elsewhere.goto('/me/sessions');
    await elsewhere.locator('main form:not(.form) button').first().click();
    await elsewhere.waitForLoadState();
    await page.locator('input[name=stance][value=support]').check();
    await page.locator('[name=words]').fill('这句话不能丢。');
    await page.locator('main form.form button[type=submit]').last().click();
    await expect(page).toHaveURL(/sign-in/);
    await page.locator('[data-identity="resident-14"]').click();
    await page.goto(opinion);
    await expect(page.locator('[name=words]')).toHaveValue('这句话不能丢。');
    await other.close();
  });
});

test('an answer: still not is asked why, and says what comes next; the wording can be refused', async ({ page }) => {
  await become(page, 'resident-15');
  await page.goto('/me/objections');
  const [one] = await page.locator('main section:has(textarea[name=words]):has(input[value=maintained])').all();
  if (!one) throw new Error('resident-15 has nothing to judge');
  const id = (await one.getAttribute('id')) ?? '';
  const section = page.locator(`[id="${id}"]`);
  const form = section.locator('form', { has: page.locator('input[value=maintained]') });
  await form.locator('input[value=maintained]').check();
  await form.locator('[name=words]').fill('');
  await form.locator('button[type=submit]').click();
  await expect(form.locator('.error-summary')).toContainText('请写一句为什么');
  await form.locator('input[value=maintained]').check();
  await form.locator('[name=words]').fill('夜里还是睡不着');
  await form.locator('button[type=submit]').click();
  const receipt = page.locator('main .page-title [role=status]');
  await expect(receipt).toContainText('还是不行');
  await expect(receipt, 'what was done is read first').toBeInViewport();
  await expect(receipt.locator('a')).toHaveAttribute('href', `#${id}`);
  await form.locator('input[value=settled]').check();
  await form.locator('button[type=submit]').click();
  await expect(receipt).toContainText('有了着落');
});

test('whoever lives nowhere here is asked to register first, on every act of a household', async ({ page }) => {
  await become(page, 'hotline');
  for (const act of ['rounds/2/opinion', 'proposals/1/support', 'proposals/1/comment', 'cases/new', 'proposals/new']) {
    await page.goto(`/act/demo/${act}`);
    await expect(page.locator('main'), act).toContainText('先登记您住哪一户');
  }
  await lookAll(page, '/act/demo/rounds/2/opinion');
  await page.getByRole('link', { name: '去登记我住哪一户' }).click();
  await expect(page.locator('#join-demo [name=door]')).toBeVisible();
  await expect(page.locator('#join-zhuguang [name=door]')).toBeHidden();
  await page.locator('#join-demo [name=entrance]').fill('东门');
  await page.locator('#join-demo form button[type=submit]').click();
  await expect(page.locator('#join-demo .error-summary')).toContainText('几单元');
});

test('whoever would rather talk asks the captain to come; it waits at the door until somebody was there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/sign-in?back=/act/demo/invitation');
  await expect(page.locator('main a[href^="tel:"]')).toContainText('请楼门长上门');
  await expect(page.locator('footer a[href^="tel:"]')).toBeVisible();
  await page.goto('/help#visit');
  await expect(page.locator('#visit li:has(a[href="/act/demo/invitation"]) a[href^="tel:"]')).toHaveCount(1);
  await become(page, 'resident-15');
  await page.goto('/act/demo/invitation');
  await page.locator('[name=words]').fill('晚上七点以后在家');
  await page.locator('main form.form button[type=submit]').click();
  await expect(page.locator('main [role=status]')).toContainText('信已经送给');
  await become(page, 'captain-15');
  await page.goto('/door/demo');
  await page.locator('main a[href$="/invitations"]').click();
  await expect(page.locator('main')).toContainText('晚上七点以后在家');
  await lookAll(page, '/door/demo/invitations');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText('现在没有人家请您上门');
  await become(page, 'resident-15');
  await page.goto('/act/demo/invitation');
  await expect(page.locator('main')).toContainText('来过了');
});

test('what a resident reports has a receipt, and hangs as somebody at the desk wrote it who has looked', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await become(page, 'resident-14');
  await page.goto('/act/demo/cases/new');
  await expect(page.locator('main')).toContainText('公示栏');
  await page.locator('main form.form input[name=kind]').first().check();
  await page.locator('[name=title]').fill('二楼203门口的灯不亮');
  await page.locator('[name=place]').fill('14号楼1单元2层');
  await page.locator('[name=words]').fill('半个月了，夜里看不见锁眼。');
  await page.locator('main form.form button[type=submit]').last().click();
  // Lamps are out elsewhere, too: who says where is not held up by them.
  await page.waitForURL(/\/act\/demo\/cases\/\d+/);
  const [, no = ''] = /cases\/(\d+)/.exec(page.url()) ?? [];
  await page.locator('[name=picture]').setInputFiles('docs/pictures/story.png');
  await page.locator('[name=caption]').fill('夜里的楼道');
  await page.locator('form[action="/api/pictures"] button[type=submit]').click();
  await expect(page.locator('main figure')).toContainText('夜里的楼道');
  await lookAll(page, `/act/demo/cases/${no}`);
  await expect(page.locator('main')).toContainText('社工看过再上公示栏');
  const onBoard = `/demo/cases/${no}`;
  expect((await page.request.get(onBoard)).status()).toBe(404);
  await become(page, 'social-worker', `/desk/demo/cases/${no}/posting`);
  await page.goto(`/desk/demo/cases/${no}/posting`);
  await page.locator('[name=title]').fill('楼道灯不亮');
  await page.locator('[name=place]').fill('14号楼');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('#done')).toBeVisible();
  await page.locator(`main a[href$="/cases/${no}/pictures"]`).click();
  await page.locator('input[name=verdict][value=board]').check();
  await page.locator('main form.form:has([name=verdict]) button[type=submit]').click();
  await expect(page.locator('main figure')).toContainText('在公示栏上');
  await page.goto(onBoard);
  await expect(page.locator('main figure')).toContainText('夜里的楼道');
  await expect(page.locator('main')).toContainText('楼道灯不亮');
  await expect(page.locator('main')).not.toContainText('203');
});

test('where a community looks first, a proposal waits; its writer sees where it stands, then it hangs', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const choose = async (first: 'yes' | 'no') => {
    await become(page, 'party-secretary', '/desk/demo/proposals/looking');
    await page.goto('/desk/demo/proposals/looking');
    await page.locator(`input[name=first][value=${first}]`).check();
    await page.locator('main form.form button[type=submit]').click();
    await page.waitForURL('**/desk/demo/proposals');
  };
  await choose('yes');
  await become(page, 'resident-14', '/act/demo/proposals/new');
  await page.goto('/act/demo/proposals/new');
  await page.locator('[name=title]').fill('门厅的灯换成声控的');
  await page.locator('[name=kind]').last().check();
  await page.locator('[name=place]').fill('14号楼门厅');
  await page.locator('[name=problem]').fill('灯总亮着，302的老王天天去关');
  await page.locator('[name=ask]').fill('换声控灯');
  const send = () => page.locator('main form.form button[type=submit]').last().click();
  await send();
  await page.waitForURL(/\/drafts\/\d+\/pictures/);
  await page.goto(page.url().replace(/pictures$/, 'submission'));
  await send();
  await page.waitForURL(/\/act\/demo\/proposals\/\d+\?done=brought$/);
  const receipt = new URL(page.url()).pathname;
  await choose('no');

  await become(page, 'resident-14', receipt);
  await lookAll(page, receipt);
  await expect(page.locator('main')).toContainText('社工看过再上公示栏');
  await expect(page.locator('#done')).toHaveCount(0);
  await lookAll(page, '/me/brought');
  await expect(page.locator('main li', { hasText: '声控' })).toContainText('等社工看过');
  const onBoard = receipt.replace('/act', '');
  expect((await page.request.get(onBoard)).status()).toBe(404);

  await become(page, 'social-worker', `/desk${onBoard}/look`);
  await lookAll(page, `/desk${onBoard}/look`);
  await page.locator('[name=problem]').fill('灯总亮着，要人天天去关');
  await send();
  await expect(page.locator('#done')).toBeVisible();
  await page.goto(onBoard);
  await expect(page.locator('main')).toContainText('要人天天去关');
  await expect(page.locator('main')).not.toContainText('老王');
});

test('after what a household does, its own page says so and what comes next; a board page leads there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await become(page, 'resident-15', '/demo/proposals/1');
  await page.goto('/demo/proposals/1');
  await page.getByRole('link', { name: '您家说过的' }).click();
  await page.waitForURL('**/act/demo/proposals/1/said');
  await lookAll(page, '/act/demo/proposals/1/said');
  await page.goto('/act/demo/proposals/1/comment');
  await page.locator('main form.form input[name=stance]').first().check();
  await page.locator('[name=words]').fill('下口挪远一点就好说');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('#done')).toContainText('贴上去了');
  await expect(page.locator('#done')).toContainText('在治理书记手里');
  await expect(page.locator('#comments')).toContainText('下口挪远一点就好说');
});

test('a proposal is read aloud on a page of its own, when somebody asks', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    Object.defineProperty(window, 'speechSynthesis', {
      value: { cancel: () => said.push('.'), speak: (one: { text: string }) => said.push(one.text) },
    });
  });
  await page.goto('/demo/proposals/1');
  await page.getByRole('link', { name: '念给我听' }).click();
  const button = page.getByRole('button', { name: '念给我听' });
  await expect(button).toBeVisible();
  const heard = () => page.evaluate(() => (window as unknown as { said: string[] }).said.filter((one) => one !== '.'));
  expect(await heard()).toEqual([]);
  await button.click();
  const title = await page.locator('h1').textContent();
  expect((await heard())[0]).toContain(title);
  expect((await heard()).length).toBeGreaterThan(5);
  await page.getByRole('button', { name: '不念了' }).click();
  await expect(button).toBeVisible();
});
