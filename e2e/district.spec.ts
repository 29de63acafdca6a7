import { expect, type Locator, type Page, test } from '@playwright/test';
import { look, lookAll } from './look';
import { become } from './people';
import { follow } from './steps';

const desk = '/desk/district/fengtai';

/** Pressed again where communities have told no callbacks to be compared with. */
async function meant(page: Page, button: Locator, then: string) {
  await button.click();
  const lacking = page.getByText('没有的以后没法比。真要这样，再交一次。');
  await expect(lacking.or(page.getByText(then)).first()).toBeVisible();
  if (await lacking.count()) await button.click();
  await expect(page.locator('main')).toContainText(then);
}

test('an official chooses communities by what weighs on them, another approves, somebody suited is sent, and it is published', async ({
  page,
}) => {
  await become(page, 'district');
  await lookAll(page, `${desk}/choosing`);
  await page.goto(`${desk}/choosing?volume=2&repeats=2&unresolved=2&overdue=2&opposites=1&trend=1&many=3`);
  const ticked = page.locator('main input[name=c]:checked');
  await expect(ticked).toHaveCount(3);
  await page.getByRole('button', { name: '用打勾的这几个起草一批' }).click();
  await expect(page.locator('main h1')).toContainText('起草一批');
  await look(page);
  for (const [name, value] of Object.entries({
    name: '第二批',
    from: '2031-01-01',
    to: '2031-10-31',
    beforeFrom: '2021-11-19',
    beforeTo: '2021-12-18',
    afterFrom: '2031-03-19',
    afterTo: '2031-06-18',
  }))
    await page.locator(`main [name=${name}]`).fill(value);
  await meant(page, page.locator('main form button[type=submit]').first(), '草稿，等另一个人批');
  await expect(page.locator('main')).toContainText('要另一个人来批');
  const cohort = page.url().replace(/[?#].*$/, '');
  await page.goto('/district/fengtai');
  await expect(page.locator('#coming')).toContainText('第二批');
  await expect(page.locator('#coming')).toContainText('3个社区');
  await look(page);

  await page.context().clearCookies();
  await become(page, 'district-2');
  await page.goto(desk);
  await expect(page.locator('main')).toContainText('第二批：等您批准');
  await page.goto(cohort);
  await expect(page.locator('#sealing')).toContainText('2021年11月19日');
  await expect(page.locator('#sealing')).toContainText('诉求2份（20.00%）');
  await meant(page, page.getByRole('button', { name: '批准，封住“之前”的数' }), '批了，还没公布');
  await page.getByRole('link', { name: '派人' }).first().click();
  await expect(page.locator('main h1')).toContainText('派一位治理书记去');
  await look(page);
  await page.locator('main input[name=candidate]').first().check();
  await page.locator('main form button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText('没人熟悉情况');
  await page.locator('main form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/cohorts\/\d+$/);
  await expect(page.locator('#places')).toContainText('2031年1月1日');
  await page.getByRole('link', { name: '延长或召回' }).click();
  await expect(page.locator('main h1')).toContainText('的任期');
  await look(page);
  await page.goto(cohort);
  await page.getByRole('button', { name: '公布这一批' }).click();
  await expect(page.locator('main')).toContainText('已公布');
  await look(page);
  await page.goto('/district/fengtai');
  await expect(page.locator('main h2').first()).toContainText('第二批');
  await lookAll(page, '/district/fengtai/cohorts/1/sealed');
  await lookAll(page, '/district/fengtai/cohorts/1');
  await expect(page.locator('main')).toContainText('+28.76');
  await expect(page.locator('main')).toContainText('+20.09');

  const address = (await page.getByRole('link', { name: '下载全部回访数' }).getAttribute('href')) ?? '';
  const lines = (await (await page.request.get(address)).text()).replace('\uFEFF', '').trim().split(/\r?\n/);
  expect(lines[0]).toBe('community,cohort,period,effective,resolved,satisfied,fairly_satisfied');
  const sent = lines.map((line) => line.split(',')).filter(([, cohort]) => cohort === 'yes');
  expect(sent).toHaveLength(52);
  const share = (period: string, of: (counts: number[]) => number) => {
    const counts = sent.filter((one) => one[2] === period).map((one) => one.slice(3).map(Number));
    return counts.reduce((sum, one) => sum + of(one), 0) / counts.reduce((sum, [effective = 0]) => sum + effective, 0);
  };
  const points = (of: (counts: number[]) => number) => (100 * (share('after', of) - share('before', of))).toFixed(2);
  expect(points(([, resolved = 0]) => resolved)).toBe('28.76');
  expect(points(([, , satisfied = 0, fairly = 0]) => satisfied + 0.9 * fairly)).toBe('20.09');
});

test('how a district counts is proposed by one and agreed to by another; a draft is taken back, and one begins anew from it', async ({
  page,
}) => {
  await become(page, 'district');
  await lookAll(page, `${desk}/profiles`);
  const filled = async (name: string, satisfaction: string) => {
    const values = { name, response: '1', resolution: '6', satisfaction, fairlyTenths: '8', reason: '先把事办成' };
    for (const [field, value] of Object.entries(values)) await page.locator(`#propose [name=${field}]`).fill(value);
    await page.locator('#propose select[name=month]').selectOption({ index: 2 });
    await page.locator('#propose button[type=submit]').click();
  };
  await filled('试行口径', '4');
  await expect(page.locator('main')).toContainText('三个加起来是11成，要正好十成');
  await look(page);
  await filled('试行口径', '3');
  await expect(page.locator('main')).toContainText('这是您提的，要另一个人来同意');
  await look(page);
  const profiles = page.locator('#profiles');
  await expect(profiles).not.toContainText('试行口径');

  await page.context().clearCookies();
  await become(page, 'district-2');
  await page.goto(`${desk}/profiles`);
  await page.locator('main [name=agreed][value=yes]').check();
  await page.getByRole('button', { name: '就这样定' }).click();
  await expect(profiles).toContainText('按“试行口径”：响应一成、解决六成、满意三成；基本满意按八成算');
  await lookAll(page, '/district/fengtai');
  await expect(profiles).toContainText('试行口径');
  await expect(profiles).toContainText('编的：本区照着一个区印出来的工作算法定的');
  await page.goto('/zhuguang/figures');
  await expect(page.locator('main')).toContainText('解决五成、满意四成');

  await page.goto(`${desk}/choosing?volume=2&repeats=2&unresolved=2&overdue=2&opposites=1&trend=1&many=2`);
  await page.getByRole('button', { name: '用打勾的这几个起草一批' }).click();
  for (const [name, value] of Object.entries({
    name: '写错的一批',
    from: '2032-01-01',
    to: '2032-10-31',
    beforeFrom: '2021-11-19',
    beforeTo: '2021-12-18',
    afterFrom: '2032-03-19',
    afterTo: '2032-06-18',
  }))
    await page.locator(`main [name=${name}]`).fill(value);
  await meant(page, page.locator('main form button[type=submit]').first(), '草稿，等另一个人批');
  await page.locator('#withdraw [name=reason]').fill('任期写错了');
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await expect(page.locator('main')).toContainText('草稿撤回了');
  await expect(page.locator('main')).toContainText('任期写错了');
  await look(page);
  await follow(page.getByRole('link', { name: '照着这份名单和权重重新起草' }));
  await expect(page.locator('main h1')).toContainText('起草一批');
  await expect(page.locator('#chosen')).toBeVisible();
  await expect(page.locator('main [name=name]')).toHaveValue('写错的一批（第2稿）');
  await expect(page.locator('main [name=beforeTo]')).toHaveValue('2021-12-18');
});

test('a matter nobody in the community can loosen is answered by the street it was raised to, on the board of the community', async ({
  page,
}) => {
  await become(page, 'street');
  await lookAll(page, desk);
  await expect(page.locator('main')).toContainText('报给街道的，1件等答复');
  await expect(page.locator('nav').first()).not.toContainText('批次');
  await lookAll(page, `${desk}/raised`);
  await follow(page.getByRole('link', { name: /楼道里的灯有人管/ }));
  await look(page);
  await page.locator('main [name=answer]').fill('下周二把两家叫到街道，当天定下来。');
  await page.locator('main form button[type=submit]').click();
  await expect(page.locator('#answered-street')).toContainText('下周二把两家叫到街道');
  await lookAll(page, '/demo/diagnosis');
  await expect(page.locator('main')).toContainText('下周二把两家叫到街道');
  expect((await page.goto(`${desk}/cohorts`))?.status()).toBe(404);
});

test('a month at the desk stands beside the sealed baseline; what is kept is written down', async ({ page }) => {
  await become(page, 'party-secretary');
  await lookAll(page, '/desk/demo/diagnosis');
  await lookAll(page, '/desk/demo/diagnosis/1');
  await lookAll(page, '/desk/zhuguang/diagnosis/month?month=2022-07');
  await lookAll(page, '/desk/zhuguang/things');
  await page.locator('main [name=kind][value=key]').check();
  await page.locator('main [name=title]').fill('配电室钥匙');
  await page.locator('main [name=place]').fill('值班室第二格');
  await page.locator('main form button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText('值班室第二格');
  await look(page);
});
