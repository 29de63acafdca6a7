import { inflateSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { become } from './people';

/** How often something is written on each sheet a page takes. */
async function sheets(page: Page, path: string, format = 'A4'): Promise<number[]> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
  const contents = (no: string): string => {
    const [, packed = ''] =
      new RegExp(`\\n${no} 0 obj\\s*<<[^>]*>>\\s*stream\\r?\\n([\\s\\S]*?)\\r?\\nendstream`).exec(pdf) ?? [];
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
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

for (const path of ['/demo/rounds/2/poster', '/en/demo/rounds/2/poster'])
  test(`${path} hangs by a door as one sheet, of A4 or of A3`, async ({ page }) => {
    for (const format of ['A4', 'A3']) expect(await sheets(page, path, format), format).toHaveLength(1);
  });

test('the list a captain takes along is one sheet for an entrance', async ({ page }) => {
  await become(page, 'captain-14');
  await page.goto('/door/demo/rounds/2');
  const lists = await page
    .locator('a[href*="/sheet/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(lists.length).toBeGreaterThan(1);
  for (const list of [...lists, `/en${lists[0]}`]) {
    expect(await sheets(page, list), list).toHaveLength(1);
  }
});
