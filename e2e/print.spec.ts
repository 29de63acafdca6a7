import { inflateSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { addressesOf, knownNumbers, pageTypes, visitorsOf } from '../tests/system/page-types';
import { begun } from './beginnings';
import { become } from './people';

/** How often something is written on each sheet a page takes. */
async function sheets(page: Page, path: string, format = 'A4'): Promise<number[]> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
  // As long as it says it is: its last byte may look like the end of a line.
  const contents = (no: string): string => {
    const found = new RegExp(`\\n${no} 0 obj\\s*<<[^>]*/Length (\\d+)[^>]*>>\\s*stream\\r?\\n`).exec(pdf);
    const from = (found?.index ?? 0) + (found?.[0].length ?? 0);
    return inflateSync(Buffer.from(pdf.slice(from, from + Number(found?.[1])), 'latin1')).toString('latin1');
  };
  const pages = pdf.match(/<<[^<]*\/Type\s*\/Page(?!s)[\s\S]*?endobj/g) ?? [];
  return pages.map((one) => contents(/\/Contents (\d+) 0 R/.exec(one)?.[1] ?? '').match(/T[jJ]\b/g)?.length ?? 0);
}

for (const path of [
  '/zhuguang/resolutions/1',
  '/en/zhuguang/resolutions/1',
  '/zhuguang/proposals/1/objections',
  '/en/zhuguang/proposals/1/objections',
  '/demo/proposals/1/objections',
])
  test(`${path} is pinned to the wall as one sheet`, async ({ page }) => {
    expect(await sheets(page, path), path).toHaveLength(1);
  });

/** A poster: one sheet, of A4 or of A3, on which stand the code, until when, the telephone and the day it was printed. */
async function hangs(page: Page, path: string): Promise<void> {
  for (const format of ['A4', 'A3']) expect(await sheets(page, path, format), `${path} ${format}`).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.qr', '.poster-until', '.poster-from']) await expect(page.locator(part), path).toBeVisible();
  await expect(page.locator('.poster-until'), path).toHaveText(/\d/);
  await expect(page.locator('.poster-from'), path).toHaveText(/\d+日打印|printed on \d/);
  await page.emulateMedia({ media: null });
}

for (const path of ['/demo/rounds/2/poster', '/demo/proposals/4/alternatives/poster'])
  test(`${path} hangs by a door as one sheet, of A4 or of A3, with the telephone`, async ({ page }) => {
    for (const one of [path, `/en${path}`]) {
      await hangs(page, one);
      await expect(page.locator('.poster-telephone')).toHaveText(/\d{3}-\d{4}/);
    }
  });

test('so does the poster of a public notice, and of a small thing', async ({ page }) => {
  const { noticed, small } = begun();
  for (const path of [`/${noticed.slug}/proposals/1/notice/poster`, `/${small.slug}/proposals/2/short/poster`])
    for (const one of [path, `/en${path}`]) await hangs(page, one);
});

test('the list a captain takes along is one sheet for an entrance', async ({ page }) => {
  await become(page, 'captain-14');
  await page.goto('/door/demo/rounds/2');
  const lists = await page
    .locator('a[href*="/sheet/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(lists.length).toBeGreaterThan(1);
  for (const list of lists.flatMap((one) => [one, `/en${one}`])) {
    expect(await sheets(page, list), list).toHaveLength(1);
    expect(await page.locator('.door-sheet tbody tr').count(), list).toBeGreaterThanOrEqual(24);
  }
});

test('the month of a governance secretary is one sheet', async ({ page }) => {
  await become(page, 'party-secretary');
  for (const path of ['/desk', '/en/desk'].map((one) => `${one}/zhuguang/diagnosis/month?month=2022-07`))
    expect(await sheets(page, path), path).toHaveLength(1);
});

/** What is made to be printed, as the classes of its page say. */
const PRINTED = '.a4, .poster';

test('whatever is made for one sheet takes one, in either language; folded in large print, it is printed whole', async ({
  page,
}) => {
  const numbers = await knownNumbers(process.env.DATABASE_URL ?? '');
  const printed = pageTypes().filter((type) => /\/(sheet|poster|notice|month|report|service)(\/\[|$)/.test(type));
  for (const type of printed)
    for (const identity of visitorsOf(type).slice(0, 1)) {
      if (identity) await become(page, identity);
      const there = await Promise.all(
        addressesOf(type, numbers)
          .slice(0, 12)
          .map(async (one) => ((await page.request.get(one, { maxRedirects: 0 })).status() === 200 ? one : '')),
      );
      const path = there.find(Boolean);
      if (!path) continue;
      await page.goto(path);
      const count = await page.locator(PRINTED).count();
      if (count === 0) continue;
      for (const one of [path, `/en${path}`]) expect(await sheets(page, one), one).toHaveLength(count);
    }
  await page.context().addCookies([{ name: 'edition', value: 'big', url: new URL(page.url()).origin }]);
  await page.goto('/zhuguang/proposals/1/notice');
  const clause = page.locator('#what dd').first();
  await expect(clause).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(clause).toBeVisible();
  await expect(page.locator('.fold-open').first()).toBeHidden();
});
