import { test as base, expect, type Page } from '@playwright/test';
import { type Beginning, begun } from './beginnings';
import { look } from './look';
import { signIn, sure } from './people';

/** Everybody at a telephone of their own, signed in once. */
const test = base.extend<{ enter: (here: Beginning, who: string) => Promise<Page> }>({
  enter: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (here, who) => {
      const page = await (await browser.newContext()).newPage();
      pages.push(page);
      await signIn(page, here.phones[who] ?? '');
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

/** Sends a form and is told that it is done. */
async function finish(page: Page, form = 'main form.form >> nth=0'): Promise<void> {
  await page.locator(form).locator('button[type=submit]').last().click();
  await expect(page.locator('#done')).toBeVisible();
}

async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await look(page);
}

/** Sends the first form, or this one, and is led on to the next page. */
async function send(page: Page, next: RegExp, form = 'main form.form >> nth=0'): Promise<void> {
  await page.locator(form).locator('button[type=submit]').last().click();
  await expect(page).toHaveURL(next);
}

test('whoever signed does not sign again, in whichever office; the other sends it back and says why', async ({
  enter,
}) => {
  const here = begun().signedOnce;
  const desk = `/desk/${here.slug}/proposals/1`;
  const governance = await enter(here, 'governance');
  const before = await governance.context().newPage();
  await before.goto(`${desk}/signature`);
  await open(governance, `${desk}/signature`);
  await finish(governance);
  await before.locator('main form.form button[type=submit]').click();
  await expect(before.locator('main .error-summary')).toContainText('您已经签过了，一个人不签两次');
  await look(before);
  await open(governance, `${desk}/signature`);
  await expect(governance.locator('main form.form')).toHaveCount(0);
  await expect(governance.locator('main')).toContainText('您已经签过了，一个人不签两次');
  expect((await governance.goto(`/${here.slug}/resolutions/1`))?.status()).toBe(404);

  const secretary = await enter(here, 'secretary');
  await open(secretary, `${desk}/return`);
  await secretary.locator('main form.form button[type=submit]').click();
  await expect(secretary.locator('main .error-summary')).toContainText('请填写这一项');
  await secretary.locator('[name=reason]').fill('下口的灯还没有写进方案');
  await sure(secretary.locator('main form.form'), /正在挂的公示撤下来.*1个人的签批作废/);
  await expect(secretary.locator('#done')).toBeVisible();
  await open(governance, `${desk}/signature`);
  await expect(governance.locator('main')).toContainText('公示过了才能签批');
  await open(secretary, `/${here.slug}/proposals/1`);
  await expect(secretary.locator('main')).toContainText('在改方案');
  await expect(secretary.locator('main .notice', { hasText: '下口的灯还没有写进方案' })).toBeVisible();
});

test('a promise not kept gets a day of repair, and is not written down without one; then both buildings accept', async ({
  enter,
}) => {
  const here = begun().built;
  const completion = `/desk/${here.slug}/works/1/completion`;
  const acceptance = `/act/${here.slug}/works/1/acceptance`;
  const accepted = new RegExp(`${acceptance}$`);
  const worker = await enter(here, 'worker');
  await open(worker, completion);
  await expect(worker.locator('main')).toContainText('还差2方没通过，1条答应过的没看');
  const below = await enter(here, 'below');
  await open(below, acceptance);
  const form = below.locator('#acceptance-form');
  await form.locator('[name=outcome][value=accepted]').check();
  await form.locator('[name^=note_]').fill('扶手还短一截');
  await form.locator('button[type=submit]').click();
  await expect(below.locator('main .error-summary')).toContainText('答应过的第1条还没看');
  await form.locator('[name^=outcome_][value=refused]').check();
  await form.locator('button[type=submit]').click();
  await expect(below.locator('main .error-summary')).toContainText('没做到的，请定一个修好的日子');
  await expect(form.locator('[name^=note_]')).toHaveValue('扶手还短一截');
  await expect(form.locator('[name=outcome][value=accepted]')).toBeChecked();
  await form.locator('[name^=repairOn_]').fill('2099-05-01');
  await send(below, accepted, '#acceptance-form');
  await expect(below.locator('#done')).toContainText('办好了');
  await expect(below.locator('main .notice-warn')).toHaveCount(0);
  await open(worker, completion);
  await expect(worker.locator('main')).toContainText('还差1方没通过，0条答应过的没看');
  const above = await enter(here, 'above');
  await open(above, acceptance);
  await expect(above.locator('[name^=outcome_]')).toHaveCount(0);
  await above.locator('[name=outcome][value=accepted]').check();
  await send(above, accepted, '#acceptance-form');
  await expect(above.locator('#done')).toContainText('办好了');
  await open(worker, completion);
  await send(worker, /\/works\/1$/);
  await open(worker, `/${here.slug}/works/1`);
  await expect(worker.locator('main')).toContainText('没做到，2099年5月1日前修好');
  await open(worker, `/desk/${here.slug}/works/1/mending`);
  await worker.locator('main [name=note]').fill('接长了');
  await worker.locator('main form.form button[type=submit]').click();
  await expect(worker.locator('main')).toContainText('没有等修的');
  await open(below, acceptance);
  await expect(below.locator('main')).toContainText('现在报修好了：再看一眼');
  await below.locator('[name=outcome][value=accepted]').check();
  await below.locator('form[id^=promise-] button[type=submit]').click();
  await expect(below.locator('form[id^=promise-]')).toHaveCount(0);
  await expect(below.locator('#done')).toContainText('办好了');
  await open(worker, `/${here.slug}/works/1`);
  await expect(worker.locator('#commitments')).toContainText('✓ 看到了');
});

test('after four weeks a group below its floor opens the matter again: numbers of each group, then an owner and a day', async ({
  enter,
}) => {
  const here = begun().completed;
  const desk = `/desk/${here.slug}/callbacks/1`;
  const list = new RegExp(`${desk}$`);
  const hotline = await enter(here, 'hotline');
  await open(hotline, desk);
  await hotline.locator('#four_weeks button[type=submit]').click();
  const rows = hotline.locator('#wave-four_weeks tbody tr');
  await expect(rows).toHaveCount(10);
  const calls = await rows.evaluateAll((all) =>
    all.map((row) => ({ href: row.querySelector('a')?.getAttribute('href') ?? '', words: row.textContent ?? '' })),
  );
  for (const [n, { href, words }] of calls.entries()) {
    await (n === 0 ? open(hotline, href) : hotline.goto(href));
    await hotline.locator('[name=reached][value=yes]').check();
    await hotline.locator('[name=resolved][value=yes]').check();
    const said = words.includes('15号楼') ? 'dissatisfied' : 'satisfied';
    await hotline.locator(`[name=satisfaction][value=${said}]`).check();
    await send(hotline, list);
  }
  await hotline.locator('#four_weeks button[type=submit]').click();
  await expect(hotline.locator('main')).toContainText('重开了');
  await open(hotline, `/${here.slug}/proposals/1`);
  const said = hotline.locator('#callbacks');
  await expect(said).toContainText('14号楼：12户里打给5户');
  await expect(said).toContainText('5户作答，满意的够数');
  await expect(said).toContainText('5户作答，满意的不够数');

  const governance = await enter(here, 'governance');
  await open(governance, `/desk/${here.slug}/proposals/1/resumption`);
  await governance.locator('[name=to][value=building]').check();
  await governance.locator('[name=responsible]').fill('物业');
  await governance.locator('[name=dueOn]').fill('2099-05-01');
  await governance.locator('[name=reason]').fill('下口再修一回');
  await finish(governance);
  await open(governance, `/${here.slug}/proposals/1`);
  await expect(governance.locator('main')).toContainText('在施工');
  await expect(governance.locator('main')).toContainText('下口再修一回');
});

test('declined, and the district hears the appeal; another is shelved by two people; one is taken back', async ({
  enter,
}) => {
  const here = begun().asked;
  const desk = `/desk/${here.slug}/proposals`;
  const board = `/${here.slug}/proposals`;
  const governance = await enter(here, 'governance');
  await open(governance, `${desk}/2/decline`);
  await governance.locator('[name=reason]').fill('路灯不归社区管');
  await governance.locator('[name=askInstead]').fill('市政热线');
  await sure(governance.locator('main form.form'), '提出的人就此被回绝');
  await expect(governance.locator('#done')).toBeVisible();
  await open(governance, `${desk}/4/shelving`);
  await governance.locator('[name=reason]').fill('今年没有钱');
  await governance.locator('[name=lookAgainOn]').fill('2099-03-01');
  await finish(governance);
  await open(governance, `${desk}/4/shelving`);
  await expect(governance.locator('#confirmation form')).toHaveCount(0);
  await expect(governance.locator('#confirmation')).toContainText('这一步要由另一个人来办');
  const secretary = await enter(here, 'secretary');
  await open(secretary, `${desk}/4/shelving`);
  await finish(secretary, '#confirmation form');
  await open(secretary, `${board}/4`);
  await expect(secretary.locator('main')).toContainText('先放一放');
  await expect(secretary.locator('main')).toContainText('2099年3月1日');

  const author = await enter(here, 'author');
  await open(author, `${board}/2`);
  await expect(author.locator('main')).toContainText('路灯不归社区管');
  await expect(author.locator('main')).toContainText('市政热线');
  await open(author, `/act${board}/2/appeal`);
  await author.locator('[name=reason]').fill('老人夜里摔过');
  await send(author, new RegExp(`/act${board}/2/said\\?done=appealed$`));
  await expect(author.locator('main')).toContainText('已经请区里再看了，等区里答复。 现在在区里手里');
  await open(author, `${board}/2`);
  await expect(author.locator('main')).toContainText('已经请区里再看了，等区里答复');
  await expect(author.locator('main')).not.toContainText('可以请区里再看');
  await open(author, `/act${board}/3/withdrawal`);
  await author.locator('[name=reason]').fill('邻居自己挪了');
  await send(author, new RegExp(`/act${board}/3/said\\?done=withdrawn$`));
  await open(author, `${board}/3`);
  await expect(author.locator('main')).toContainText('提的人收回了');
  await expect(author.locator('main'), 'why a resident takes it back is not for everybody').not.toContainText(
    '邻居自己挪了',
  );
  await open(author, `/act${board}/3/withdrawal`);
  await expect(author.locator('main form.form')).toHaveCount(0);

  await open(governance, `${desk}/2/appeal`);
  await expect(governance.locator('main form.form')).toHaveCount(0);
  await expect(governance.locator('main')).toContainText('申诉由区里来定');
  const district = await enter(here, 'district');
  await open(district, `${desk}/2/appeal`);
  await expect(district.locator('main')).toContainText('老人夜里摔过');
  await district.locator('[name=outcome][value=upheld]').check();
  await district.locator('[name=reason]').fill('社区能装的先装');
  await finish(district);
  await open(district, `${board}/2`);
  await expect(district.locator('main')).toContainText('刚提出来');
  await expect(district.locator('main')).not.toContainText('老人夜里摔过');
});
