import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What every page must bear: no axe violation, no sideways scroll, a heading, a full body. */
export async function look(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  const named = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(named, page.url()).toEqual([]);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(width[0], `${page.url()} scrolls sideways`).toBeLessThanOrEqual(width[1]);
  await expect(page.locator('h1'), page.url()).toHaveCount(1);
}

/** The page at 360 px, at 1280 px, and in elder mode. */
export async function lookAll(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await look(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await look(page);
  await page.context().addCookies([{ name: 'edition', value: 'big', url: new URL(page.url()).origin }]);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  await expect(page.locator('html'), path).toHaveAttribute('data-elder', '');
  await look(page);
  await page.context().clearCookies({ name: 'edition' });
}
