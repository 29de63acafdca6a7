import { expect, test } from '@playwright/test';
import { fits } from './look';
import { become } from './people';
import { follow, send } from './steps';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test('a comfort visit notes a need; a service is booked on behalf, nothing offered fits the rest, two organisations begin a project, and the household says how it went', async ({
  page,
}) => {
  await become(page, 'captain-15');
  await page.goto('/door/demo/visits');
  await follow(page.getByRole('link', { name: /念一念/ }).first());
  await follow(page.locator('main a[href*="/visits/homes/"]').first());
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}/record`);
  await page.locator('[name=outcome][value=met]').check();
  await page.locator('[name=met]').fill('老两口');
  await page.locator('[name=said]').fill('下不了楼，头发长了，窗帘杆也掉了');
  await send(page);
  await page.goto(`${home}/need`);
  await page.locator('[name=wording]').fill('头发长了；窗帘杆掉了没人会装');
  await send(page);
  await follow(page.getByRole('link', { name: /窗帘杆/ }).first());
  const need = new URL(page.url()).pathname;
  await follow(page.locator(`main a[href="${need}/service"]`));
  await expect(page.locator('#nothing')).toContainText('跟社工说');
  await follow(page.locator(`main a[href^="${need}/service?occasion="]`).first());
  await fits(page);
  await send(page);
  await expect(page.locator('#steps')).toContainText('活动报名');
  await fits(page);

  await become(page, 'social-worker');
  await page.goto(`${need}/service`);
  await follow(page.locator('#nothing a'));
  await page.locator('[name=title]').fill('有人上门装窗帘杆');
  await send(page);
  const demand = new URL(page.url()).pathname;
  for (const [member, brings] of [
    ['街角五金店', '借电钻和梯子'],
    ['云岗中学', '两名会装的志愿者'],
  ] as const) {
    await page.locator('#claim-form [name=member]').selectOption({ label: member });
    await page.locator('#claim-form [name=brings]').fill(brings);
    await page.locator('#claim-form button[type=submit]').click();
    await expect(page.locator('#claims')).toContainText(brings);
  }
  await page.goto('/desk/demo/council/projects/new');
  await page.locator('[name=title]').fill('周末上门小修');
  await page.getByLabel('有人上门装窗帘杆').check();
  await page.locator('[name=lead]').selectOption({ label: '街角五金店' });
  await page.getByRole('checkbox', { name: '云岗中学' }).check();
  await page.locator('[name=steps]').fill('量一量 2099-01-05\n装上 2099-01-12');
  await send(page);
  const project = new URL(page.url()).pathname.split('/').at(-1);
  await page.locator('#step-1 [name=note]').fill('量好了');
  await page.locator('#step-1 button[type=submit]').click();
  await expect(page.locator('main')).toContainText('量好了');
  await page.goto(demand);
  await expect(page.locator(`main a[href="${need}"]`)).toBeVisible();
  await page.goto(need);
  await expect(page.locator('#steps')).toContainText(`项目 ${project}`);

  await become(page, 'resident-15');
  await page.goto('/me/visits');
  await follow(page.locator(`main a[href$="/act/demo/council/${project}"]`));
  await page.locator('[name=verdict][value=partly]').check();
  await page.locator('[name=words]').fill('量过了，还没有装');
  await send(page);
  await page.goto(`/demo/council/projects/${project}`);
  await expect(page.locator('main')).toContainText('量过了，还没有装');
  await expect(page.locator('main')).not.toContainText('赵国强');
  await fits(page);
});

test('a retired welder writes what he can do, says that he comes, and is thanked by the name he chose; whose it is stands nowhere', async ({
  page,
}) => {
  await become(page, 'resident-14');
  await page.goto('/me/skills');
  const there = page.locator('main section', { hasText: '演示社区' });
  const fold = there.locator('details:not([open]) > summary');
  if ((await fold.count()) > 0) await fold.click();
  const offer = there.locator('form[id^=offer-]');
  await offer.locator('[name=what]').fill('修老式收音机');
  await offer.locator('[name=whom]').fill('谁都行');
  await offer.locator('button[type=submit]').click();
  await expect(page.locator('main')).toContainText('修老式收音机');
  await fits(page);
  await page.goto('/demo/skills');
  await expect(page.locator('#offered')).toContainText('修老式收音机');
  await expect(page.locator('main')).not.toContainText('刘秀兰');
  await fits(page);
  await follow(page.locator('#wanted a[href*="/help/"]').first());
  await page.locator('form[id^=join-] [name=name]').fill('十四号楼的老刘');
  await page.locator('form[id^=join-] button[type=submit]').click();
  await expect(page.locator('main')).toContainText('您说了来');
  await fits(page);

  await become(page, 'social-worker');
  await page.goto('/desk/demo/skills');
  await follow(page.getByRole('link', { name: '修老式收音机' }));
  await page.locator('#ask-form [name=words]').fill('有一家的收音机不响了');
  await page.locator('#ask-form button[type=submit]').click();
  await expect(page.locator('#done')).toBeVisible();
  await page.goto('/desk/demo/skills');
  await follow(page.getByRole('link', { name: /晾衣竿/ }));
  await expect(page.locator('#those')).toContainText('留名：十四号楼的老刘');
  await fits(page);
  await page.goto('/zhuguang/skills');
  await expect(page.locator('#thanks')).toContainText('十五号楼的老焊工');
  await expect(page.locator('main')).not.toContainText('赵国强');
  await fits(page);
});
