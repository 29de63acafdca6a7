import { expect, type Page, test } from '@playwright/test';
import { type Beginning, begun } from './beginnings';
import { look } from './look';
import { signIn } from './people';

const photo = 'docs/pictures/story.png';

/** A number is sent one code a minute, so whoever comes back comes with the session they have. */
const sessions = new Map<string, Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>();

async function as(page: Page, here: Beginning, who: string): Promise<void> {
  const phone = here.phones[who] ?? '';
  const held = sessions.get(phone);
  if (!held) await signIn(page, phone);
  else {
    await page.context().clearCookies();
    await page.context().addCookies(held);
  }
  sessions.set(phone, await page.context().cookies());
}

/** Opens a page; it must bear being looked at, for which the one who looks needs scripts. */
async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  const eyes = await page
    .context()
    .browser()
    ?.newContext({
      storageState: await page.context().storageState(),
      javaScriptEnabled: true,
      viewport: page.viewportSize(),
      baseURL: new URL(page.url()).origin,
    });
  const seen = await eyes?.newPage();
  await seen?.goto(path);
  if (seen) await look(seen);
  await eyes?.close();
}

/** Sends a form and is not told off; what was done is said. */
async function send(page: Page, form = 'main form.form >> nth=0'): Promise<void> {
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.locator(form).locator('button[type=submit]').last().click(),
  ]);
  await page.waitForLoadState();
  await expect(page.locator('main .error-summary, main .untaken'), page.url()).toHaveCount(0);
}

test.describe('without scripts, on a telephone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('from the last round to the notice: the law, the agreement, somebody against it, an answer', async ({
    page,
  }) => {
    const here = begun().counted;
    const desk = `/desk/${here.slug}/proposals/1`;
    await as(page, here, 'secretary');
    await open(page, `${desk}/gates`);
    const gates = await page
      .locator('main form.form')
      .evaluateAll((forms) => forms.map((form) => form.closest('section')?.id ?? ''));
    expect(gates.length).toBeGreaterThan(0);
    for (const gate of gates) {
      const form = page.locator(`#${gate} form.form`);
      await form.locator('[name=outcome][value=satisfied]').check();
      await form.locator('[name=evidence]').fill('批文第3号');
      await form.locator('[name=decidedOn]').fill('2022-03-10');
      await send(page, `#${gate} form.form`);
      await open(page, `${desk}/gates`);
    }
    await as(page, here, 'governance');
    await open(page, `${desk}/agreement`);
    await send(page);
    await expect(page.locator('#done')).toContainText('办好了');
    await as(page, here, 'secretary');
    await open(page, `${desk}/notice`);
    await send(page);
    await open(page, `/${here.slug}/proposals/1/notice/poster`);
    await open(page, `/${here.slug}/proposals/1/notice`);
    await expect(page.locator('main')).toContainText('公示期内随时可以说');

    await as(page, here, 'below');
    await open(page, `/act/${here.slug}/notices/1/opposition`);
    await page.locator('[name=words]').fill('下口还是太近');
    await send(page);
    await as(page, here, 'secretary');
    await open(page, `${desk}/signature`);
    await expect(page.locator('main form.form')).toHaveCount(0);
    await as(page, here, 'worker');
    await open(page, `${desk}/opposition`);
    await expect(page.locator('main blockquote')).toHaveText('下口还是太近');
    await page.locator('[name=outcome][value=not_upheld]').check();
    await page.locator('[name=answer]').fill('已经北移十二米，丈量给您看过。');
    await send(page);
    await open(page, `${desk}/opposition`);
    await expect(page.locator('main')).toContainText('已经北移十二米');
  });

  test('two sign, property builds, both buildings accept', async ({ page }) => {
    const here = begun().noticed;
    const desk = `/desk/${here.slug}/proposals/1`;
    const works = `/desk/${here.slug}/works/1`;
    await as(page, here, 'governance');
    await open(page, `${desk}/signature`);
    await send(page);
    await open(page, `${desk}/signature`);
    await expect(page.locator('main form.form')).toHaveCount(0);
    const nobody = await page.goto(`/${here.slug}/resolutions/1`);
    expect(nobody?.status()).toBe(404);
    await as(page, here, 'secretary');
    await open(page, `${desk}/signature`);
    await send(page);
    await open(page, `/${here.slug}/resolutions/1`);
    await expect(page.locator('#signers li')).toHaveCount(2);
    await expect(page.locator('main')).toContainText('从坡上直下');

    await as(page, here, 'governance');
    await open(page, `${desk}/works`);
    await page.locator('[name=contractor]').fill('施工队');
    await page.locator('[name=budget]').fill('98000.00');
    await page.locator('[name=permits]').fill('绿化手续');
    await send(page);

    await as(page, here, 'property');
    await open(page, `${works}/milestones`);
    await page.locator('[name=name]').last().fill('二十三级台阶');
    await page.locator('[name=plannedOn]').fill('2026-11-01');
    await page.locator('[name=target]').fill('23');
    await page.locator('[name=unit]').fill('级');
    await send(page, 'main form.form:has([name=plannedOn])');
    await open(page, `${works}/milestones/1/pictures`);
    await page.locator('input[type=file]').setInputFiles(photo);
    await send(page, 'main form:has(input[type=file])');
    await open(page, `${works}/milestones/1`);
    await page.locator('[name=actual]').fill('23');
    await send(page, '#report-form');
    await open(page, `${works}/milestones/1`);
    await expect(page.locator('#check form')).toHaveCount(0);

    await as(page, here, 'worker');
    await open(page, `${works}/milestones/1`);
    await send(page, '#check-form');
    for (const [position, building] of [
      [1, '14'],
      [2, '15'],
    ] as const) {
      await open(page, `${works}/delegates`);
      await page.locator(`#group-${position} [name=household]`).selectOption(String(here.households[building]));
      await send(page, `#group-${position} form.form`);
    }
    await as(page, here, 'worker');
    await open(page, `${works}/completion`);
    await expect(page.locator('main form.form')).toHaveCount(0);
    for (const who of ['above', 'below']) {
      await as(page, here, who);
      await open(page, '/me');
      await open(page, `/act/${here.slug}/works/1/acceptance`);
      await page.locator('#whole [name=outcome][value=accepted]').check();
      await send(page, '#whole form.form');
    }
    await as(page, here, 'worker');
    await open(page, `${works}/completion`);
    await send(page);
    await open(page, `/${here.slug}/works/1`);
    await expect(page.locator('main')).toContainText('23');
    await open(page, `/${here.slug}/proposals/1`);
  });

  test('the hotline announces the first snow and rings; the last count verifies it', async ({ page }) => {
    const here = begun().calledBack;
    const desk = `/desk/${here.slug}/callbacks`;
    await as(page, here, 'hotline');
    await open(page, desk);
    await open(page, `${desk}/1`);
    await page.locator('#wave-first_snow [name=snowOn]').fill('2022-11-29');
    await send(page, '#wave-first_snow form.form');
    await open(page, `${desk}/1`);
    const calls = await page
      .locator('#wave-first_snow tbody a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(calls.length).toBeGreaterThan(3);
    for (const [n, call] of calls.entries()) {
      await (n < 2 ? open(page, call) : page.goto(call));
      await page.locator('[name=reached][value=yes]').check();
      await page.locator('[name=resolved][value=yes]').check();
      await page.locator(`[name=satisfaction][value=${n % 2 ? 'satisfied' : 'fairly_satisfied'}]`).check();
      if (n === 0) await page.locator('[name=words]').fill('雪天也好走');
      await send(page);
    }
    await open(page, `${desk}/1`);
    await send(page, '#wave-first_snow form.form');
    await open(page, `/${here.slug}/proposals/1`);
    await expect(page.locator('main')).toContainText('办成');
    await open(page, `/${here.slug}/works/1`);
  });
});
