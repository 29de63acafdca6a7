// At a telephone of 360 px: the shed at somebody's wall, the drying rack, the roof.
import { expect, type Page, test } from '@playwright/test';
import { type Beginning, begun } from './beginnings';
import { look } from './look';
import { atTelephone } from './people';

const photo = 'docs/pictures/story.png';

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts';

  const enter = (page: Page, here: Beginning, who: string) =>
    atTelephone(page.context().browser(), scripts, here.phones[who]);

  async function open(page: Page, path: string): Promise<void> {
    expect((await page.goto(path))?.status(), path).toBe(200);
    if (scripts) await look(page);
  }

  /** Sends a form, is not told off, and is told that it was done. */
  async function send(page: Page, form = 'main form.form'): Promise<void> {
    await page.locator(form).locator('button[type=submit]').last().click();
    await expect(page.locator('#done, .error-summary').first()).toBeVisible();
    await expect(page.locator('main .error-summary')).toHaveCount(0);
    if (scripts) await look(page);
  }

  test(`somebody on the ground floor says that a shed at the wall will not do, with ground and words: ${how}`, async ({
    page,
  }) => {
    const here = begun().comparing;
    const below = await enter(page, here, scripts ? 'below' : 'next');
    await open(below, '/me');
    await below.locator('main a', { hasText: '电动车充电棚放哪儿' }).first().click();
    await below.waitForURL(/\/act\/.+\/alternatives|\/proposals\/1/);
    await open(below, `/act/${here.slug}/proposals/1/alternatives`);
    await expect(below.locator('main')).toContainText('离窗6米');
    const form = 'main form.form';
    await expect(below.locator(`${form} [name=answer_2]`), 'the lawn is no concern of building 7').toHaveCount(0);
    await below.locator(`${form} [name=answer_1][value=cannot]`).check();
    await below.locator(`${form} [name=words_1]`).fill('离我家窗6米，充电夜里嗡嗡响');
    await below.locator(`${form} button[type=submit]`).last().click();
    await expect(below.locator('main .error-summary')).toContainText('为什么不行');
    await expect(below.locator('[name=words_1]')).toHaveValue('离我家窗6米，充电夜里嗡嗡响');
    await below.locator('[name=ground_1]').selectOption('noise');
    await send(below);
    await expect(below.locator('#done')).toContainText('A 不行');
    await open(below, `/act/${here.slug}/proposals/1/said`);
    await expect(below.locator('main')).toContainText('离我家窗6米，充电夜里嗡嗡响');
    await page.goto(`/${here.slug}/proposals/1/alternatives`);
    await expect(page.locator('main')).not.toContainText('夜里嗡嗡响');
  });

  test(`the shed comes to the wall all the same: why is said, the no is an objection, answered, and judged: ${how}`, async ({
    page,
  }) => {
    const here = begun()[scripts ? 'compared' : 'comparedPlain'];
    const desk = `/desk/${here.slug}/proposals/1`;
    const governance = await enter(page, here, 'governance');
    await open(governance, `${desk}/alternatives/choice`);
    await governance.locator('[name=alternative][value="1"]').check();
    await governance.locator('main form.form button[type=submit]').last().click();
    await expect(governance.locator('main .error-summary')).toBeVisible();
    await governance.locator('[name=reason]').fill('草坪底下是自来水总管，动不得');
    await send(governance);
    const below = await enter(page, here, 'below');
    await open(below, `/${here.slug}/proposals/1/alternatives`);
    await expect(below.locator('main')).toContainText('草坪底下是自来水总管，动不得');
    await open(below, `/act/${here.slug}/proposals/1/said`);
    await expect(below.locator('main')).toContainText('棚顶正对我家窗，屋里要黑了');
    await expect(below.locator('main')).toContainText('备选A');

    const worker = await enter(page, here, 'worker');
    await open(worker, `${desk}/objections`);
    await expect(worker.locator('#draw')).toContainText('棚顶正对我家窗，屋里要黑了');
    for (const box of await worker.locator('#draw form').first().locator('input[type=checkbox]').all())
      await box.check();
    await worker.locator('#draw form button[type=submit]').first().click();
    await worker.waitForURL(/\/objections\/drawing\?/);
    await expect(worker.locator('select[name=ground]')).toHaveValue('privacy');
    await worker.locator('input[name=weight][value=harm]').check();
    await worker.locator('[name=wording]').fill('棚顶正对窗，屋里没有光');
    await send(worker);

    await open(below, '/me/objections');
    const mine = below.locator('main section', { hasText: '棚顶正对窗，屋里没有光' });
    await expect(mine).toHaveCount(1);
    await mine.getByRole('button', { name: '是这个意思' }).click();
    await expect(below.locator('main [role=status]').first()).toBeVisible();

    await open(worker, `${desk}/objections/1/answer`);
    await worker.locator('input[name=kind][value=not_possible]').check();
    await worker.locator('[name=answer]').fill('棚顶改用透光板，矮半米，不高过窗台');
    await send(worker);

    await open(below, '/me/objections');
    await expect(mine).toContainText('棚顶改用透光板，矮半米，不高过窗台');
    await mine.locator('input[value=maintained]').check();
    await mine.locator('[name=words]').fill('先看看样板再说');
    await mine
      .locator('form', { has: below.locator('input[value=maintained]') })
      .locator('button[type=submit]')
      .click();
    await expect(below.locator('main [role=status]').first()).toContainText('还是不行');
    await mine.locator('input[value=settled]').check();
    await mine
      .locator('form', { has: below.locator('input[value=settled]') })
      .locator('button[type=submit]')
      .click();
    await expect(below.locator('main [role=status]').first()).toContainText('有了着落');
    if (scripts) await look(below);
    await page.goto(`/${here.slug}/proposals/1/objections`);
    await expect(page.locator('main')).toContainText('棚顶正对窗，屋里没有光');
    await expect(page.locator('main')).not.toContainText('屋里要黑了');
  });

  test(`a drying rack in five acts; and one reason brings the next onto the full way with nothing lost: ${how}`, async ({
    page,
  }) => {
    const here = begun()[scripts ? 'racks' : 'racksPlain'];
    const author = await enter(page, here, 'author');
    await open(author, `/act/${here.slug}/proposals/new`);
    await author.locator('[name=title]').fill('楼后添一条长椅');
    await author.locator('[name=kind][value=other]').check();
    await author.locator('[name=place]').fill('14号楼后');
    await author.locator('[name=problem]').fill('老人走累了没处坐');
    await author.locator('[name=ask]').fill('放一条长椅');
    await author.locator('main form.form button[type=submit]').last().click();
    await author.waitForURL(/\/drafts\/\d+\/pictures/);
    await author.goto(author.url().replace(/pictures.*$/, 'submission'));
    await author.locator('main form.form button[type=submit]').last().click();
    await author.waitForURL(/\/act\/.+\/proposals\/2\?done=brought$/);

    const worker = await enter(page, here, 'worker');
    const way = `/desk/${here.slug}/proposals/2/short`;
    await open(worker, way);
    await worker.locator('[name=what]').fill('楼后树下放一条长椅');
    await worker.locator('[name=who]').fill('物业');
    await worker.locator('[name=cost]').fill('6000');
    await worker.locator('[name=harmless]').fill('不占路，不挡窗');
    for (const one of await worker.locator('main details').all())
      await one.evaluate((node) => node.setAttribute('open', ''));
    await worker.locator('[name^="places."]').first().check();
    await worker.locator('main form.form button[type=submit]').last().click();
    await expect(worker.locator('main .error-summary')).toContainText('5,000');
    await worker.locator('[name=cost]').fill('900');
    await send(worker);
    await open(worker, way);
    await expect(worker.locator('main form.form').first().locator('[name=what]')).toHaveCount(0);
    const other = await enter(page, here, 'other');
    await open(other, way);
    await send(other, '#form');
    await open(author, `/${here.slug}/proposals/2`);
    await expect(author.locator('#short')).toContainText('楼后树下放一条长椅');

    const neighbour = await enter(page, here, 'neighbour');
    await open(neighbour, `/act/${here.slug}/proposals/2/support`);
    await send(neighbour);
    await open(neighbour, `/act/${here.slug}/proposals/2/short`);
    await neighbour.locator('[name=words]').fill('夜里有人坐着聊天，吵得睡不着');
    await neighbour.locator('main form.form button[type=submit]').last().click();
    await expect(neighbour.locator('main')).toContainText('夜里有人坐着聊天，吵得睡不着');
    if (scripts) await look(neighbour);
    await open(author, `/${here.slug}/proposals/2`);
    await expect(author.locator('main')).toContainText('有一户说出了道理');
    await expect(author.locator('main')).not.toContainText('吵得睡不着');
    await expect(author.locator('main')).toContainText('老人走累了没处坐');
    await open(worker, `/desk/${here.slug}/proposals/2/groups`);
    await expect(worker.locator('main')).toContainText('夜里有人坐着聊天，吵得睡不着');

    const property = await enter(page, here, 'property');
    await open(property, `/desk/${here.slug}/proposals/1/short/done`);
    await property.locator('main form.form button[type=submit]').last().click();
    await expect(property.locator('main .error-summary')).toBeVisible();
    await property.locator('input[type=file]').setInputFiles(photo);
    await send(property);
    await open(author, `/act/${here.slug}/proposals/1/short`);
    await author.locator('[name=answer][value=good]').check();
    await send(author);
    await open(author, `/${here.slug}/proposals/1`);
    await expect(author.locator('main')).toContainText('办成');
  });

  test(`a roof is looked at, repaired, good by its own word, and leaks again: only that home is open: ${how}`, async ({
    page,
  }) => {
    const here = begun()[scripts ? 'roofs' : 'roofsPlain'];
    const property = await enter(page, here, 'property');
    const work = `/desk/${here.slug}/proposals/1/repair/work`;
    const report = async (form: string, note: string) => {
      await open(property, work);
      for (const box of await property.locator(`${form} [name^="units."]`).all()) await box.check();
      await property.locator(`${form} [name=note]`).fill(note);
      await send(property, form);
    };
    await report('#looked form.form', '防水层老化');
    await report('#repaired form.form', '重做两层');

    const author = await enter(page, here, 'author');
    const mine = `/act/${here.slug}/proposals/1/repair`;
    await open(author, mine);
    await expect(author.locator('main')).toContainText('修好了，等这家说');
    await author.locator('[name=outcome][value=refused]').check();
    await author.locator('form[id^=judge-] button[type=submit]').click();
    await expect(author.locator('main .error-summary')).toContainText('改好');
    await author.locator('[name=outcome][value=confirmed]').check();
    await send(author, 'form[id^=judge-]');
    await expect(author.locator('main')).toContainText('在保修');

    const captain = await enter(page, here, 'captain');
    await open(captain, `/door/${here.slug}/repairs`);
    await captain.locator('main .entries a').first().click();
    await captain.waitForURL(/\/repairs\/\d+$/);
    if (scripts) await look(captain);
    await captain.locator('[name=outcome][value=confirmed]').check();
    await captain.locator('[name=proof]').selectOption('read_back');
    await captain.locator('[name=witnessName]').fill('对门王阿姨');
    await send(captain);

    const worker = await enter(page, here, 'worker');
    await open(worker, `/desk/${here.slug}/proposals/1/repair/completion`);
    await send(worker);
    await page.goto(`/${here.slug}/proposals/1`);
    await expect(page.locator('main')).toContainText('办成');

    await open(author, mine);
    await author.locator('form[id^=again-] [name=note]').fill('西北角又渗水');
    await send(author, 'form[id^=again-]');
    await expect(author.locator('main')).toContainText('排上了');
    await open(property, work);
    await expect(property.locator('#looked [name^="units."]')).toHaveCount(1);
    await expect(property.locator('#repaired [name^="units."]')).toHaveCount(0);
    await page.goto(`/${here.slug}/proposals/1`);
    await expect(page.locator('main')).not.toContainText('西北角');
  });
}
