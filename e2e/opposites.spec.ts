import { expect, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { asCsv, orderSheet } from '../db/seed/orders';
import { look, lookAll } from './look';
import { become } from './people';
import { answers, follow, send, stepsIn } from './steps';

const { step, settle, effective } = stepsIn('zhuguang');

const SHANGHAI = 8 * 60 * 60 * 1000;
/** Today at the beginning of the day, as an office writes it. */
const today = () => `${new Date(Date.now() + SHANGHAI).toISOString().slice(0, 10)} 00:00`;

/** The hotline's columns, as such a sheet has them from the left. */
const [NUMBER, CONTENT, STATE, CALLER, PHONE, CAME, SPOT] = [1, 6, 7, 8, 9, 16, 23];
const COLUMNS = 26;

/**
 * Four hundred orders with every nuisance; the last six are of today: three ask for light, two next door cannot sleep for it, and a
 * lock is broken.
 */
function sheet(mark: string): string[][] {
  const rows = orderSheet(394).map((row) => row.map((cell, at) => (at === NUMBER ? cell.replace('热线', mark) : cell)));
  const own = (no: number, content: string, spot: string) => {
    const row = Array.from({ length: COLUMNS }, () => '');
    for (const [at, text] of [
      [NUMBER, `${mark}-${no}`],
      [CONTENT, content],
      [STATE, '办理中'],
      [CALLER, '刘女士'],
      [PHONE, '138 0000 4321'],
      [CAME, today()],
      [SPOT, spot],
    ] as const)
      row[at] = text;
    return row;
  };
  const ofToday = [
    ...[0, 1, 2].map((at) => own(at, `晚上楼前漆黑，请装一盏灯，说了${at}回`, '71号楼')),
    ...[3, 4].map((at) => own(at, `路灯太亮晃眼，照得一夜没睡，${at}`, '72号楼')),
    own(LOCK, '单元门的锁坏了，谁都能进', '73号楼'),
  ];
  const end = rows.findIndex(([first]) => first === '合计');
  return rows.toSpliced(end, 0, ...ofToday);
}
const LOCK = 5;

test('four hundred orders come in; one is signed for, answered and called back, and the figures move; two sides among them become one proposal', async ({
  page,
}) => {
  await become(page, 'social-worker', '/desk/zhuguang/sheets');
  const mark = `E${Date.now()}`;
  const buffer = iconv.encode(asCsv(sheet(mark)), 'gb18030');
  await page.locator('input[type=file]').setInputFiles({ name: '工单.csv', mimeType: 'text/csv', buffer });
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/sheets\/[0-9a-f]{64}$/);
  await expect(page.locator('main')).toContainText('400 件');
  await lookAll(page, new URL(page.url()).pathname);
  await page.getByRole('button', { name: '导入这张表' }).click();
  await expect(page).toHaveURL(/\/desk\/zhuguang\/sheets(\?|$)/);
  await expect(page.locator('main')).toContainText('400 行：新增 400 件');

  await become(page, 'hotline');
  const before = await effective(page);
  await page.goto(`/desk/zhuguang/cases?q=${mark}-${LOCK}`);
  await page.locator('.order-what a').first().click();
  await expect(page.locator('main')).toContainText('单元门的锁坏了');
  const no = /cases\/(\d+)/.exec(page.url())?.[1] ?? '';
  await step(page, no, 'dispatch', { agency: '居委会', tier: '7天' });
  await become(page, 'social-worker');
  await settle(page, no, '换了新锁，钥匙放在门卫。');
  await become(page, 'hotline', `/desk/zhuguang/cases/${no}/callback`);
  await page.goto(`/desk/zhuguang/cases/${no}/callback`);
  await page.locator('#dial button[type=submit]').click();
  await expect(page.locator('#dial')).toContainText('13800004321');
  await answers(page, { outcome: 'answered', contacted: 'yes', resolved: 'yes', satisfaction: 'satisfied' });
  await send(page);
  await expect(page.locator('#result')).toContainText('解决了，满意');
  expect(await effective(page)).toBe(before + 1);

  await become(page, 'social-worker');
  const pair = page.locator('main section, main li').filter({ hasText: '71号楼' }).filter({ hasText: '72号楼' });
  await expect(async () => {
    await page.goto('/desk/zhuguang/topics/opposites');
    await expect(pair.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await look(page);
  await pair.last().getByRole('link', { name: '说是不是一回事' }).click();
  await expect(page.locator('[name^="asks"][type=checkbox]:checked')).toHaveCount(3);
  await expect(page.locator('[name^="bears"][type=checkbox]:checked')).toHaveCount(2);
  await page.locator('[name=verdict][value=confirmed]').check();
  await page.locator('[name=reason]').fill('说的是同一盏灯');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/topics\/opposites(\?|$)/);
  const confirmed = page.locator('#confirmed li').filter({ hasText: '说的是同一盏灯' });
  await confirmed.getByRole('link', { name: '是不是两边的话' }).click();
  await follow(page.getByRole('link', { name: '拿两边的诉求提一件提案' }));
  await look(page);
  await page.locator('[name=kind][type=radio]').first().check();
  const said = { title: '两栋楼之间的灯', place: '两栋楼之间', problem: '一边黑，一边晃眼', ask: '换一盏不晃眼的' };
  for (const [name, words] of Object.entries(said)) await page.locator(`[name=${name}]`).fill(words);
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/desk\/zhuguang\/proposals\/\d+/);
  await expect(page.locator('main')).toContainText('盼着办的3件，怕受影响的2件');
  await lookAll(page, new URL(page.url()).pathname);
});
