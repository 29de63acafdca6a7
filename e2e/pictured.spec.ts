import { expect, test } from '@playwright/test';
import { begun } from './beginnings';
import { fits } from './look';
import { signIn } from './people';

const viewport = { width: 360, height: 740 };

for (const scripts of [true, false])
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts, viewport });

    test('those on a picture of an afternoon are asked; without a yes of each, or with one no, it does not hang', async ({
      page: board,
      browser,
    }) => {
      const { slug, phones } = begun()[scripts ? 'pictured' : 'picturedPlain'];
      const enter = async (who: string) => {
        const page = await (await browser.newContext({ javaScriptEnabled: scripts, viewport })).newPage();
        await signIn(page, phones[who] ?? '');
        return page;
      };
      const hangs = async (there: boolean) => {
        await board.goto(`/${slug}/programmes/1`);
        const picture = board.locator('main figure img');
        if (there) await expect(picture.first()).toBeVisible();
        else await expect(picture).toHaveCount(0);
      };
      const pictures = `/desk/${slug}/occasions/1/pictures`;
      const worker = await enter('worker');
      await worker.goto(pictures);
      await expect(worker.locator('main')).toContainText('还有1户没有说可以');
      const name = worker.locator('form[id^="name-"]');
      await worker.locator('summary', { hasText: '照片上还有谁家的人' }).click();
      await name.locator('[name=building]').fill('14');
      await name.locator('[name=entrance]').fill('1');
      await name.locator('[name=door]').fill('102');
      await name.locator('[name=people]').fill('小孙子');
      await name.locator('button[type=submit]').click();
      await expect(worker.locator('main')).toContainText('还有2户没有说可以');
      await fits(worker);

      const [one, two] = [await enter('one'), await enter('two')];
      await one.goto('/me/pictures');
      await expect(one.locator('main')).toContainText('您家还没有说，没说就不贴');
      await expect(one.locator('main img')).toBeVisible();
      await one.getByRole('button', { name: '可以贴' }).click();
      await expect(one.locator('main')).toContainText('您家说了：可以贴');
      await two.goto('/me/pictures');
      await two.getByRole('button', { name: '不贴', exact: true }).click();
      await expect(two.locator('main')).toContainText('您家说了：不贴');
      await fits(two);
      await hangs(false);

      const second = await enter('second');
      await second.goto(pictures);
      await expect(second.locator('form[id^="look-"]')).toHaveCount(0);
      await two.getByRole('button', { name: '可以贴' }).click();
      await expect(two.locator('main')).toContainText('您家说了：可以贴');
      await second.goto(pictures);
      const look = second.locator('form[id^="look-"]');
      await look.locator('[name=verdict][value=board]').check();
      await Promise.all([
        second.waitForResponse((answer) => answer.request().method() === 'POST'),
        look.locator('button[type=submit]').click(),
      ]);
      await hangs(true);

      await one.goto('/me/pictures');
      await expect(one.locator('main')).toContainText('正贴在公示栏上');
      await one.getByRole('button', { name: '还是不贴，马上拿下来' }).click();
      await expect(one.locator('main')).toContainText('您家说了：不贴');
      await hangs(false);
      await two.goto('/me/pictures');
      await expect(two.locator('main')).toContainText('没有贴');
    });
  });
