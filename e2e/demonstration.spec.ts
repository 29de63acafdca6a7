// On a demonstration of its own, begun by `npm start`: nobody else is there whose days would go on too.
import { expect, type Page, test } from '@playwright/test';
import { look } from './look';
import { become } from './people';
import { formsOf, type Sent, sendForm } from './posting';

const photo = 'docs/pictures/story.png';
const desk = '/desk/demo/proposals/1';
const works = '/desk/demo/works/1';
const doors = '/door/demo/rounds/2';

/** Looks at pages and reads their forms: what the visitor sees, with scripts. */
let eyes: Page;

const look360 = async (page: Page, path: string) => {
  await eyes.context().clearCookies();
  await eyes.context().addCookies(await page.context().cookies());
  await eyes.goto(path);
  await look(eyes);
};

/** Opens a page; it must bear being looked at. */
async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await look360(page, path);
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

/** The form of a page that asks for all of this, sent as a script would: for what is done forty times. */
async function fill(page: Page, path: string, values: Sent): Promise<void> {
  const html = await (await page.request.get(path)).text();
  const asked = Object.keys(values);
  const form = (await formsOf(eyes, html)).find(({ controls }) =>
    asked.every((field) => controls.some(({ name }) => name === field)),
  );
  if (!form) throw new Error(`${path} does not ask for ${asked.join(', ')}`);
  const answer = await sendForm(page, path, form, values);
  expect(answer.status(), `${path}: ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(0, 2_000)}`).toBe(303);
}

const today = async (page: Page): Promise<Date> => {
  const said = (await page.locator('form.clock summary').textContent()) ?? '';
  const [year = 0, month = 0, day = 0] = (/(\d{4})年(\d+)月(\d+)日/.exec(said) ?? []).slice(1).map(Number);
  return new Date(Date.UTC(year, month - 1, day));
};

/** The same for many pages, four at a time. */
async function fillAll(page: Page, paths: readonly string[], values: (n: number) => Sent): Promise<void> {
  for (let first = 0; first < paths.length; first += 4) {
    const some = paths.slice(first, first + 4);
    await Promise.all(some.map((path, n) => fill(page, path, values(first + n))));
  }
}

/** Presses a button of the clock, from the page one is on, and comes back to it. */
async function press(page: Page, to: string): Promise<void> {
  const where = page.url();
  await page.locator('form.clock summary').click();
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.locator(`form.clock button[value=${to}]`).click(),
  ]);
  await page.waitForURL(where);
}

/** Lets time go on. */
async function goOn(page: Page, to: string): Promise<void> {
  const before = await today(page);
  await press(page, to);
  await expect.poll(async () => (await today(page)).getTime()).toBeGreaterThan(before.getTime());
}

const links = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''));

/** What was said becomes an objection for each group and reason, and each is answered with a reason. */
async function drawAndAnswerAll(page: Page): Promise<void> {
  const objections = `${desk}/objections`;
  const forms = page.locator('#draw form');
  for (await open(page, objections); (await forms.count()) > 0; await page.goto(objections)) {
    for (const box of await forms.first().locator('input[type=checkbox]').all()) await box.check();
    await forms.first().locator('button[type=submit]').click();
    const ground = page.locator('select[name=ground]');
    if ((await ground.inputValue()) === '') await ground.selectOption('safety');
    await page.locator('input[name=weight][value=harm]').check();
    await page.locator('[name=wording]').fill('说的是这个');
    await send(page);
  }
  const waiting = page.locator('main li[id^=objection-]', { hasText: '说的是这个' }).locator('a[href$="/answer"]');
  const pages = await waiting.evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''));
  expect(pages.length).toBeGreaterThan(0);
  for (const one of pages) {
    await page.goto(one);
    await page.locator('input[name=kind][value=not_possible]').check();
    await page.locator('[name=answer]').fill('放不下，理由贴在公示栏。');
    await send(page);
  }
}

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('from the second round to verified, as everybody, letting time go on', async ({ page, browser }) => {
  const seeing = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 360, height: 740 } });
  eyes = await seeing.newPage();
  await eyes.goto('/demo');

  await open(page, '/sign-in');
  for (const home of ['14', '15']) {
    await become(page, `resident-${home}`);
    await open(page, '/me');
    await page.goto('/act/demo/rounds/2/opinion');
    await page.locator('[name=stance][value=support]').check();
    await send(page);
  }
  const atDoor = { stance: 'support', proof: 'read_back', witnessName: '同楼邻居' };
  for (const home of ['14', '15']) {
    await become(page, `captain-${home}`, doors);
    await page.goto(doors);
    const asked = [
      ...(await links(page, 'main ul.tiles a:has-text("未访")')).slice(0, 2),
      ...(await links(page, 'main ul.tiles a.tile-seal')).slice(0, 2),
    ];
    expect(asked.length).toBeGreaterThan(2);
    await fillAll(page, asked, () => atDoor);
  }
  await page.goto(doors);
  const unheard = page.locator('main ul.tiles a:has-text("未访")');
  expect(await unheard.count()).toBeGreaterThan(5);
  await press(page, 'doors');
  await expect(unheard).toHaveCount(0);
  await expect(page.locator('main ul.tiles a.tile-seal').first()).toBeVisible();
  await press(page, 'doors_agree');
  await expect(page.locator('main ul.tiles a.tile-seal')).toHaveCount(0);
  await page.locator('form.clock summary').click();
  await page.locator('form.clock button[value=doors]').click();
  await expect(page.locator('main h1')).toHaveText('没有要跑的了');
  await page.locator('main a').click();

  await goOn(page, 'round_end');
  await open(page, '/demo/rounds/2');
  await expect(page.locator('.invented')).toContainText('演示里今天是');
  await become(page, 'governance-secretary', '/desk/demo');
  await open(page, '/desk/demo/rounds/2/summary');
  await page.locator('[name=summary]').fill('树保住了，弯也拐了，两栋楼多数都同意了。');
  await send(page);
  await expect(page.locator('#done')).toContainText('办好了');
  await open(page, `${desk}/agreement`);
  await expect(page.locator('main .notice')).toContainText('户的话没归纳成异议');
  await become(page, 'social-worker', '/desk/demo');
  await drawAndAnswerAll(page);
  await become(page, 'captain-15', '/door/demo/objections');
  await expect(page.locator('main')).toContainText('户要问');
  await press(page, 'answers');
  await expect(page.locator('main')).toContainText('没有要问的人家');
  await become(page, 'governance-secretary', '/desk/demo');
  await open(page, `${desk}/agreement`);
  await send(page);
  await expect(page.locator('#done')).toContainText('办好了');

  await become(page, 'party-secretary', '/desk/demo');
  await open(page, `${desk}/gates`);
  const gates = await page
    .locator('main form.form')
    .evaluateAll((forms) => forms.map((form) => form.closest('section')?.id ?? ''));
  expect(gates.length).toBeGreaterThan(0);
  for (const gate of gates) {
    await page.goto(`${desk}/gates`);
    const form = page.locator(`#${gate} form.form`);
    await form.locator('[name=outcome][value=satisfied]').check();
    await form.locator('[name=evidence]').fill('批文第3号（演示编的）');
    await form.locator('[name=decidedOn]').fill('2022-06-26');
    await send(page, `#${gate} form.form`);
  }
  await open(page, `${desk}/notice`);
  await send(page);
  await open(page, '/demo/proposals/1/notice');
  await expect(page.locator('main')).toContainText('公示期内随时可以说');
  await become(page, 'resident-15');
  await open(page, '/act/demo/notices/1/opposition');
  await page.locator('[name=words]').fill('下口还是太近');
  await send(page);
  await expect(page.locator('#done')).toContainText('办好了');
  await expect(page.locator('main .notice-warn')).toHaveCount(0);
  await become(page, 'party-secretary', '/desk/demo');
  await open(page, `${desk}/signature`);
  await expect(page.locator('main form.form')).toHaveCount(0);
  await become(page, 'social-worker', '/desk/demo');
  await open(page, `${desk}/opposition`);
  await expect(page.locator('main blockquote')).toHaveText('下口还是太近');
  await page.locator('[name=outcome][value=not_upheld]').check();
  await page.locator('[name=answer]').fill('已经北移十二米，丈量给您看过。');
  await send(page);
  await open(page, `${desk}/opposition`);
  await expect(page.locator('main')).toContainText('已经北移十二米');

  await goOn(page, 'next');
  await become(page, 'governance-secretary', '/desk/demo');
  await open(page, `${desk}/signature`);
  await send(page);
  await open(page, `${desk}/signature`);
  await expect(page.locator('main form.form')).toHaveCount(0);
  expect((await page.goto('/demo/resolutions/1'))?.status()).toBe(404);
  await become(page, 'party-secretary', '/desk/demo');
  await open(page, `${desk}/signature`);
  await send(page);
  await open(page, '/demo/resolutions/1');
  await expect(page.locator('#signers li')).toHaveCount(2);

  await become(page, 'governance-secretary', '/desk/demo');
  await open(page, `${desk}/works`);
  await page.locator('[name=contractor]').fill('施工队');
  await page.locator('[name=budget]').fill('98000.00');
  await page.locator('[name=budgetReason]').fill('添了一侧护栏。');
  await page.locator('[name=permits]').fill('绿化手续');
  await send(page);
  await become(page, 'property', '/desk/demo');
  await open(page, `${works}/milestones`);
  await page.locator('[name=name]').last().fill('二十三级台阶');
  await page.locator('[name=plannedOn]').fill('2099-11-01');
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
  await become(page, 'social-worker', '/desk/demo');
  await open(page, `${works}/milestones/1`);
  await send(page, '#check-form');
  for (const [position, door] of [
    [1, '-1-401'],
    [2, '-1-1402'],
  ] as const) {
    await open(page, `${works}/delegates`);
    const choice = page.locator(`#group-${position} [name=household]`);
    const home = choice.locator('option', { hasText: door }).first();
    await choice.selectOption((await home.getAttribute('value')) ?? '');
    await send(page, `#group-${position} form.form`);
  }
  await open(page, `${works}/completion`);
  await expect(page.locator('main form.form')).toHaveCount(0);
  for (const home of ['14', '15']) {
    await become(page, `resident-${home}`);
    await open(page, '/act/demo/works/1/acceptance');
    const seen = page.locator('#acceptance-form input[value=accepted]');
    for (const one of await seen.all()) await one.check();
    await send(page, '#acceptance-form');
  }
  await become(page, 'social-worker', '/desk/demo');
  await open(page, `${works}/completion`);
  await send(page);
  await open(page, '/demo/works/1');
  await expect(page.locator('main')).toContainText('23');

  await become(page, 'hotline', '/desk/demo');
  for (let waves = 0; waves < 3; waves += 1) {
    await page.goto('/me');
    const next = (await page.locator('form.clock button').first().getAttribute('value')) ?? '';
    await goOn(page, next);
    const calls = '/desk/demo/callbacks/1';
    await open(page, calls);
    if (next === 'first_snow') {
      const snow = page.locator('#wave-first_snow [name=snowOn]');
      const yesterday = new Date((await today(page)).getTime() - 86_400_000);
      await snow.fill(yesterday.toISOString().slice(0, 10));
      await send(page, '#wave-first_snow form.form');
      await page.goto(calls);
    }
    const asked = await links(page, `#wave-${next} tbody a`);
    expect(asked.length).toBeGreaterThan(10);
    await fillAll(page, asked.slice(0, 2), (n) => ({
      reached: 'yes',
      resolved: 'yes',
      satisfaction: n % 2 ? 'satisfied' : 'fairly_satisfied',
      words: n === 0 ? '雪天也好走' : '',
    }));
    await page.goto(calls);
    await press(page, 'calls');
    await page.goto(calls);
    await send(page, `#wave-${next} form.form`);
  }
  await open(page, '/demo/proposals/1');
  await expect(page.locator('main')).toContainText('办成');
  for (const who of ['district', 'auditor']) {
    await become(page, who, '/desk/demo');
    await open(page, '/desk/demo');
  }
  await seeing.close();
});
