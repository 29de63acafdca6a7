import { expect, type Page, test } from '@playwright/test';
import { type Beginning, begun } from './beginnings';
import { look } from './look';
import { atTelephone, sure } from './people';

const day = (more: number) => new Date(Date.now() + (8 * 60 + more * 24 * 60) * 60_000).toISOString().slice(0, 10);

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts';

  const enter = (page: Page, here: Beginning, who: string) =>
    atTelephone(page.context().browser(), scripts, here.phones[who]);

  async function open(page: Page, path: string): Promise<void> {
    expect((await page.goto(path))?.status(), path).toBe(200);
    if (scripts) await look(page);
  }

  const submit = (page: Page, form: string) => page.locator(`${form} button[type=submit]`).last().click();
  const done = (page: Page) => expect(page.locator('#done')).toBeVisible();

  test(`an organisation outside is asked, refuses, is asked anew and consents; the board says on whom it waits: ${how}`, async ({
    page,
  }) => {
    const here = begun()[scripts ? 'outside' : 'outsidePlain'];
    const worker = await enter(page, here, 'worker');
    const no = 4;
    const list = `/desk/${here.slug}/proposals/${no}/outside`;
    const [first, second] = [1, 2];
    const office = `园林局${first}`;
    await open(worker, list);
    await worker.locator('[name=organisation]').fill(office);
    await worker.locator('[name=asked]').fill('西侧绿地开一条路');
    await worker.locator('[name=askedOn]').fill(day(1));
    await worker.locator('[name=due]').fill(day(2));
    await submit(worker, 'main form.form');
    await expect(worker.locator('main .error-summary')).toContainText('问的日子不能在今天以后');
    await expect(worker.locator('[name=organisation]')).toHaveValue(office);
    await worker.locator('[name=askedOn]').fill(day(-20));
    await worker.locator('[name=due]').fill(day(-10));
    await submit(worker, 'main form.form');
    await done(worker);
    await page.goto(`/${here.slug}/proposals/${no}`);
    await expect(page.locator('#outside')).toContainText(office);
    await expect(page.locator('#outside')).toContainText('过了约好的日子');
    await open(worker, `${list}/${first}`);
    await expect(worker.locator('main')).toContainText('约好的日子过了');
    const form = '#answer form.form';
    await worker.locator(`${form} [name=outcome][value=refused]`).check();
    await worker.locator(`${form} [name=answer]`).fill('三棵树不能动');
    await worker.locator(`${form} [name=answeredOn]`).fill(day(-1));
    await submit(worker, form);
    await done(worker);
    await expect(worker.locator('main')).toContainText('照他们说的改方案');
    await worker.locator('#again [name=asked]').fill('同一条路，绕开三棵树');
    await worker.locator('#again [name=due]').fill(day(9));
    await submit(worker, '#again form.form');
    await done(worker);
    await open(worker, `${list}/${second}`);
    await worker.locator(`${form} [name=outcome][value=given]`).check();
    await worker.locator(`${form} [name=answer]`).fill('园函7号：同意');
    await worker.locator(`${form} [name=answeredOn]`).fill(day(0));
    await submit(worker, form);
    await done(worker);
    await page.goto(`/${here.slug}/proposals/${no}`);
    await expect(page.locator('#outside')).toContainText('园函7号：同意');
    await expect(page.locator('#outside')).toContainText('三棵树不能动');
    // Written down wrongly: it says what it undoes, and wants a second press.
    await open(worker, `${list}/${second}`);
    await worker.locator(`${form} [name=outcome][value=refused]`).check();
    await worker.locator(`${form} [name=answer]`).fill('记错了，还没定');
    await worker.locator(`${form} [name=answeredOn]`).fill(day(0));
    await sure(worker.locator(form), '别人签名定下的改掉');
    await done(worker);
    const secretary = await enter(page, here, 'secretary');
    await open(secretary, `${list}/${second}`);
    await secretary.locator('#drop [name=reason]').fill('路改在墙里');
    await submit(secretary, '#drop form.form');
    await done(secretary);
  });

  test(`one place of ten is named, built with a picture, looked at, and a home beside it says yes: ${how}`, async ({
    page,
  }) => {
    const here = begun()[scripts ? 'places' : 'placesPlain'];
    const worker = await enter(page, here, 'worker');
    const site = `/desk/${here.slug}/works/1`;
    const milestone = 2;
    await open(worker, `${site}/milestones`);
    await worker.locator('[name=name]').fill(`车棚${milestone}`);
    await worker.locator('[name=plannedOn]').fill(day(3));
    await worker.locator('[name=target]').fill('2');
    await worker.locator('[name=places][value=yes]').check();
    await submit(worker, 'main form.form');
    await done(worker);
    const places = `${site}/milestones/${milestone}/places`;
    await open(worker, places);
    await worker.locator('[name=name]').fill('1号棚');
    await worker.locator('[name=spot]').fill('墙边');
    await submit(worker, '#add form.form');
    await expect(worker.locator('main .error-summary')).toContainText('找不到');
    await worker.locator('[name=spot]').fill('12.5 30');
    await worker.locator('label', { hasText: '15号楼1单元' }).click();
    await submit(worker, '#add form.form');
    await done(worker);

    const property = await enter(page, here, 'property');
    await open(property, `${places}/1`);
    await property.locator('input[type=file]').setInputFiles('docs/pictures/story.png');
    await submit(property, '#pictures form');
    await expect(property.locator('#pictures img')).toHaveCount(1);
    await submit(property, '#build form.form');
    await done(property);
    await expect(property.locator('#check')).toContainText('报的人和去看的人不是同一个');

    await open(worker, `${places}/1`);
    await submit(worker, '#check form.form');
    await done(worker);
    const captain = await enter(page, here, 'captain');
    await open(captain, `/door/${here.slug}/places`);
    await captain.locator('main .entries a').last().click();
    await captain.waitForURL(/households/);
    if (scripts) await look(captain);
    await captain.locator('[name=outcome][value=refused]').check();
    await captain.locator('[name=reason]').fill('挡着窗');
    await captain.locator('[name=proof]').selectOption('read_back');
    await captain.locator('[name=witnessName]').fill('对门王阿姨');
    await submit(captain, 'main form.form');
    await done(captain);

    await open(property, `${places}/1`);
    await property.locator('#words [name=answer]').fill('往北挪一米');
    await property.locator('#words [name=mendOn]').fill(day(5));
    await submit(property, '#words form.form');
    await done(property);

    const below = await enter(page, here, 'below');
    await open(below, `/act/${here.slug}/works/1/places`);
    const own = below.locator('main section').filter({ hasText: '1号棚' }).last();
    await own.locator('[name=outcome][value=accepted]').check();
    await own.locator('button[type=submit]').click();
    await done(below);

    await page.goto(`/${here.slug}/works/1`);
    const board = page.locator(`#places-${milestone}`);
    await expect(board).toContainText('2处里建好了1处');
    await expect(board).toContainText('1处还没写明在哪儿');
    await expect(board).toContainText('旁边的单元都问过了');
    await expect(board).not.toContainText('挡着窗');
  });
}
