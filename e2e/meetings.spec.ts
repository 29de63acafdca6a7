import { expect, test } from '@playwright/test';
import { begun } from './beginnings';
import { fits } from './look';
import { become, signIn, sure } from './people';
import { follow } from './steps';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

const submit = 'main form.form button[type=submit]';

test('a household that was there wants the minutes put right, is answered, and the paper for the wall says so', async ({
  page,
}) => {
  await page.goto('/demo/meetings');
  await expect(page.locator('#coming')).toContainText('一起看新的一稿');
  await page.locator('#held a.tap').first().click();
  await expect(page.locator('#minutes')).toContainText('坡上的人说雨天滑');
  await become(page, 'resident-14', '/act/demo/meetings/1');
  await page.locator('[name=words]').fill('我家101室说的不是这个');
  await page.locator('form[id^="correct-"] button[type=submit]').first().click();
  await expect(page.locator('.error-summary')).toContainText('门牌');
  await expect(page.locator('[name=words]')).toHaveValue('我家101室说的不是这个');
  await page.locator('[name=words]').fill('漏了一句：晚上也要能看见台阶');
  await page.locator('form[id^="correct-"] button[type=submit]').first().click();
  await expect(page.locator('#done')).toContainText('收到了');
  await expect(page.locator('main')).toContainText('等答复');
  await become(page, 'social-worker', '/desk/demo/meetings/1');
  await page.locator('[name=outcome][value=adopted]').check();
  await page.locator('[name=answer]').fill('是漏了，补上了。');
  await page.locator('[name=said]').fill('坡上的人说雨天滑，晚上看不见台阶；坡下的人说怕路贴着窗户。');
  await page.locator('form[id^="answer-"] button[type=submit]').first().click();
  await expect(page.locator('#corrections')).toContainText('照着改了');
  await page.goto('/demo/meetings/1/minutes');
  await expect(page.locator('main')).toContainText('晚上看不见台阶');
  await expect(page.locator('main')).toContainText('到会的一户');
  await fits(page);
  await page.goto('/zhuguang/meetings/1');
  await expect(page.locator('main')).toContainText('纪要定稿了');
  await expect(page.locator('main')).toContainText('SHA-256');
});

test('a social worker calls a meeting, and calling it off costs those invited a letter, which is said first', async ({
  page,
}) => {
  await become(page, 'social-worker', '/desk/demo/meetings/new');
  await page.locator('[name=title]').fill('看看充电棚');
  await page.locator('[name=startsAt]').fill('2031-06-01T19:00');
  await page.locator('[name=place]').fill('活动室');
  await page.locator('[name^="proposals."]').first().check();
  await page.locator(submit).first().click();
  await expect(page.locator('.error-summary')).toContainText('没有请到一户');
  await expect(page.locator('[name=title]')).toHaveValue('看看充电棚');
  const building = page
    .locator('details')
    .filter({ has: page.locator('[name^="entrances."]') })
    .first();
  await building.locator('summary').click();
  await building.locator('[name^="entrances."]').first().check();
  await page.locator(submit).first().click();
  await expect(page.locator('h1')).toContainText('看看充电棚');
  const address = page.url();
  await page.goto(address.replace('/desk', ''));
  await page.locator('a[href$="/poster"]').click();
  await expect(page.locator('.poster')).toContainText('没来的，不算同意');
  await fits(page);
  await page.goto(`${address}/change`);
  const form = page.locator('form#cancel-form');
  await form.locator('[name=reason]').fill('那天停电');
  await sure(form, '不开了的信');
  await expect(page.locator('main')).toContainText('那天停电');
  const calendar = await page.request.get('/demo/programmes/calendar.ics');
  expect(await calendar.text()).toContain('STATUS:CANCELLED');
});

for (const scripts of [true, false])
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a household says that it comes and does not; a word said at a meeting is written down from its list and put right by its household; minutes are fixed', async ({
      page: board,
      browser,
    }) => {
      const { slug, phones } = begun()[scripts ? 'met' : 'metPlain'];
      const enter = async (who: string) => {
        const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 740 } });
        const page = await context.newPage();
        await signIn(page, phones[who] ?? '');
        return page;
      };
      const neighbour = await enter('neighbour');
      await neighbour.goto('/me/meetings');
      await neighbour.getByRole('button', { name: '我们家来' }).click();
      await expect(neighbour.locator('main')).toContainText('您家说来');
      await fits(neighbour);
      await board.goto(`/${slug}/meetings/3`);
      await expect(board.locator('main')).not.toContainText('说来');
      await expect(board.getByRole('link', { name: '我家来不来' })).toBeVisible();

      const captain = await enter('captain');
      await captain.goto(`/door/${slug}/meetings/3`);
      await expect(captain.locator('main')).toContainText('1户说来');
      await follow(captain.locator('main a[href*="/entrances/"]').first());
      await captain.getByLabel('103').check();
      await captain.getByRole('button', { name: '记下他们来' }).click();
      await expect(captain.locator('#coming')).toContainText('103');
      await fits(captain);
      await neighbour.goto(`/act/${slug}/meetings/3`);
      await neighbour.getByRole('button', { name: '不来了' }).click();
      await expect(neighbour.locator('main')).toContainText('还没说来不来');
      await captain.reload();
      await expect(captain.locator('#coming')).not.toContainText('102');

      await captain.goto(`/door/${slug}/meetings/2`);
      await follow(captain.locator('li', { hasText: '102' }).getByRole('link', { name: /记他家/ }));
      const form = captain.locator('form#met');
      await form.locator('[name=stance][value=support]').check();
      await form.locator('[name=words]').fill('会上说的：修吧');
      await form.locator('button[type=submit]').click();
      await expect(captain).toHaveURL(new RegExp(`/door/${slug}/meetings/2`));
      await expect(captain.locator('li', { hasText: '102' })).toContainText('会上说的记下了');

      await neighbour.goto(`/act/${slug}/rounds/1/opinion`);
      await expect(neighbour.locator('main')).toContainText('议事会上说的');
      await neighbour.locator('[name=stance][value=no_view]').check();
      await neighbour.locator('form[id^="form-"] button[type=submit]').first().click();
      await expect(neighbour.locator('#done')).toBeVisible();
      await captain.goto(`/door/${slug}/rounds/1`);
      await fits(captain);

      const worker = await enter('worker');
      await worker.goto(`/desk/${slug}/meetings/3`);
      await expect(worker.locator('#coming')).toContainText('103');
      await worker.goto(`/desk/${slug}/meetings/1`);
      await worker.locator('[name=outcome][value=kept]').check();
      await worker.locator('[name=answer]').fill('听了录音，没有这一句。');
      await worker.locator('form[id^="answer-"] button[type=submit]').first().click();
      await expect(worker.locator('#corrections')).toContainText('没有改');
      await expect(async () => {
        await board.goto(`/${slug}/meetings/1`);
        await expect(board.locator('main')).toContainText('纪要定稿了', { timeout: 500 });
      }).toPass();
      await expect(board.locator('main')).toContainText('SHA-256');
    });
  });
