import { expect, test } from '@playwright/test';
import { begun } from './beginnings';
import { look } from './look';
import { atTelephone, sure } from './people';
import { follow, send } from './steps';

for (const [scripts, where] of [
  [true, 'leaving'],
  [false, 'leavingPlain'],
] as const)
  test(`whoever was sent leaves: each thing is accepted, named and found by whoever comes next, scripts ${scripts ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const here = begun()[where];
    const desk = `/desk/${here.slug}`;
    const enter = (who: string) => atTelephone(browser, scripts, here.phones[who]);
    const see = async (page: Awaited<ReturnType<typeof enter>>, path: string) => {
      expect((await page.goto(path))?.status(), path).toBe(200);
      if (scripts) await look(page);
    };

    const leaver = await enter('governance');
    await see(leaver, `${desk}/things`);
    await leaver.locator('main [name=kind][value=key]').check();
    await leaver.locator('main [name=title]').fill('配电室钥匙');
    await leaver.locator('main [name=place]').fill('值班室第二格');
    await send(leaver);

    const secretary = await enter('secretary');
    await see(secretary, `${desk}/grants`);
    const ending = secretary.getByRole('row', { name: /治理书记/ }).first();
    await follow(ending.getByRole('link', { name: '交接' }));
    const handover = new URL(secretary.url()).pathname;
    const receivers = secretary.locator('main select');
    await expect(receivers).toHaveCount(3);
    if (scripts) await look(secretary);
    const name = async () => {
      for (const one of await receivers.all()) {
        const worker = one.locator('option', { hasText: '社工' }).first();
        await one.selectOption((await worker.getAttribute('value')) ?? '');
      }
      await secretary.locator('main [name=reason]').fill('任期到了');
    };
    await name();
    await secretary.locator('main form.form button[type=submit]').first().click();
    await expect(secretary.locator('main .error-summary')).toContainText('他还没有认下这一件');
    await expect(secretary.locator('main [name=reason]')).toHaveValue('任期到了');

    const worker = await enter('worker');
    await see(worker, handover.replace(/handover$/, 'takeover'));
    for (const one of await worker.locator('main input[type=checkbox]').all()) await one.check();
    await send(worker);
    await expect(worker.locator('#done')).toBeVisible();

    await secretary.goto(handover);
    await name();
    await sure(secretary.locator('main form.form').first(), /./);
    await expect(secretary.locator('#done')).toBeVisible();

    await leaver.goto(desk);
    await expect(leaver.locator('main h1')).toHaveText('您在这里的工作结束了');
    await see(leaver, `/${here.slug}/keepers`);
    await expect(leaver.locator('main')).toContainText('归社工办');

    const next = await enter('next');
    await see(next, desk);
    await expect(next.locator('main')).toContainText('您刚到任，先看前任留下的');
    await follow(next.getByRole('link', { name: '看前任留下的' }));
    await expect(next.locator('main')).toContainText('下口北移12米');
    await expect(next.locator('main')).toContainText('试过什么');
    if (scripts) await look(next);
    for (const page of [leaver, secretary, worker, next]) await page.context().close();
  });
