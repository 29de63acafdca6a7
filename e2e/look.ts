import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds otherwise on the same page when it is wider: what lies over what, what has to be scrolled. */
const OF_SIZE = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];
/** In elder mode the same page is larger, and sections are folded. */
const OF_ELDER = [...OF_SIZE, 'heading-order', 'region', 'summary-name'];

/** What axe finds on the page as it is displayed now, by these rules or by all that are usual. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  expect(page.frames(), `${page.url()} has frames, which nobody looks into`).toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, rules);
  const never = new Promise<never>((_, reject) => {
    setTimeout(reject, 120_000, new Error(`${page.url()}: axe does not end, as it never does without scripts`)).unref();
  });
  return Promise.race([found, never]);
}

/** What every page must bear: no axe violation, and what `fits` says. */
export async function look(page: Page, rules?: string[]): Promise<void> {
  expect(await violations(page, rules), page.url()).toEqual([]);
  await fits(page);
}

/** No sideways scroll, one heading: also where nothing runs on the page. */
export async function fits(page: Page): Promise<void> {
  const [width, most] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(width, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(most);
  await expect(page.locator('h1'), page.url()).toHaveCount(1);
}

/** The page at 360 px, at 1280 px, and in elder mode. */
export async function lookAll(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await look(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await look(page, OF_SIZE);
  await page.context().addCookies([{ name: 'edition', value: 'big', url: new URL(page.url()).origin }]);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  await expect(page.locator('html'), path).toHaveAttribute('data-elder', '');
  await look(page, OF_ELDER);
  await page.context().clearCookies({ name: 'edition' });
}
