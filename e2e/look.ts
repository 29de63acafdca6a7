import fs from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = fs.readFileSync(axeFile, 'utf8');

/** What axe finds otherwise on the same page when it is wider: what lies over what, what has to be scrolled. */
const OF_SIZE = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];
/** In elder mode the same page is larger, and sections are folded. */
const OF_ELDER = [...OF_SIZE, 'heading-order', 'region', 'summary-name'];

/** What axe finds on the page as it is displayed now, by these rules or by all that are usual. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  expect(page.frames(), `${page.url()} has frames, which nobody looks into`).toHaveLength(1);
  await page.waitForLoadState();
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
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

/** So many screens of a telephone are a long page. */
const LONG = 6;

/** On a long page one sees what stands on it, and its act goes along. */
async function isInReach(page: Page): Promise<void> {
  const missing = await page.evaluate((long) => {
    const main = document.querySelector('main');
    if (!main || main.clientHeight <= long * window.innerHeight) return [];
    const parts = main.querySelectorAll('section > h2');
    const act = main.querySelector('.actions a.btn:not(.btn-ghost)');
    const [first] = parts;
    const isAbove = act && first && act.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [
      parts.length > 2 && !main.querySelector('.contents, .tabs') && 'contents',
      isAbove && !act.closest('.actions-near') && 'its act in reach',
    ].filter(Boolean);
  }, LONG);
  expect(missing, `${page.url()} is long, and lacks`).toEqual([]);
}

/**
 * In large print: what is asked first, of each part a sentence with the rest folded where it is more than a screen and a
 * half, and whom to turn to.
 */
async function isSimple(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname;
  const wrong = await page.evaluate(
    ({ isRead, isOffice }) => {
      const seen = (one: Element) => one.getBoundingClientRect().height > 0;
      const main = document.querySelector('main');
      const parts = [...(main?.querySelectorAll(isRead ? 'section:has(> h2), .fold' : '.fold') ?? [])].filter(seen);
      const acts = [...(main?.querySelectorAll('.actions a.btn:not(.btn-ghost)') ?? [])].filter(seen);
      const isAct = (part: Element) => part.querySelector('form, a.btn:not(.btn-ghost)') !== null;
      const above = parts.findIndex((part) => !isAct(part));
      const late = acts.filter((act) =>
        parts.slice(above < 0 ? parts.length : above).some((part) => part.compareDocumentPosition(act) & 4),
      );
      const folds = [...document.querySelectorAll('.fold > summary')];
      const ways = document.querySelectorAll('.call > a[href]').length;
      // A telephone, of each community where there are several, and somebody who comes.
      const rings = Math.max(1, document.querySelectorAll('.call > a[href^="tel:"]').length);
      // What is the whole page is not folded, nor what links of other pages lead to.
      const told = isRead && parts.length > 1 ? parts.filter((part) => part.matches('section:not(#words)')) : [];
      const most = 1.5 * window.innerHeight;
      return [
        ...late.map((act) => `${act.textContent} stands below what is told`),
        ...folds
          .filter((fold) => !fold.querySelector('small')?.textContent)
          .map((fold) => `nothing said: ${fold.textContent}`),
        ...told
          .filter((part) => !isAct(part) && part.clientHeight > most)
          .map((part) => `to be folded: ${part.querySelector('h2')?.textContent}`),
        ...(isOffice || ways === rings + 1 ? [] : [`${ways} ways to somebody who helps`]),
      ];
    },
    { isRead: !/^\/(en\/)?(act|desk|door|me\/|sign-in)/.test(path), isOffice: /^\/(en\/)?(desk|door)\//.test(path) },
  );
  expect(wrong, `${page.url()} in large print`).toEqual([]);
}

const equipped = new WeakSet<Page>();
/** From now on whatever this page visits brings axe with it: half a million signs need not be sent there each time. */
async function equip(page: Page): Promise<void> {
  if (equipped.has(page)) return;
  equipped.add(page);
  await page.addInitScript({ path: axeFile });
}

/** The page at 360 px, at 1280 px, and in elder mode. */
export async function lookAll(page: Page, path: string): Promise<void> {
  await equip(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await look(page);
  await isInReach(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await look(page, OF_SIZE);
  await page.context().addCookies([{ name: 'edition', value: 'big', url: new URL(page.url()).origin }]);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  await expect(page.locator('html'), path).toHaveAttribute('data-elder', '');
  await look(page, OF_ELDER);
  await isSimple(page);
  await page.context().clearCookies({ name: 'edition' });
}
