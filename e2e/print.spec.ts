import { expect, type Page, test } from '@playwright/test';

/** How many sheets of A4 a page takes. */
async function sheets(page: Page, path: string): Promise<number> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}

for (const path of [
  '/zhuguang/resolutions/1',
  '/en/zhuguang/resolutions/1',
  '/zhuguang/proposals/1/objections',
  '/en/zhuguang/proposals/1/objections',
  '/demo/proposals/1/objections',
])
  test(`${path} is pinned to the wall as one sheet`, async ({ page }) => {
    expect(await sheets(page, path), path).toBe(1);
  });
