import { expect, type Page, test } from '@playwright/test';
import { become } from './people';

/** Where the block that begins here ends. */
function endOf(css: string, from: number): number {
  let depth = 0;
  for (let at = css.indexOf('{', from); at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return css.length;
}

/** What a WebView of 2021 makes of a style sheet: what it does not know it throws away, with all that stands in it. */
function asOldEngine(css: string): string {
  const unknown =
    /@layer[^;{]*\{|@container[^{]*\{|@property[^{]*\{|@supports selector[^{]*\{|@supports \(width: ?1cqi\)[^{]*\{/;
  let rest = css;
  for (let found = unknown.exec(rest); found; found = unknown.exec(rest))
    rest = rest.slice(0, found.index) + rest.slice(endOf(rest, found.index));
  return rest.replace(/[^{}]*:has\([^{}]*\{[^{}]*\}/g, '').replace(/container-type:[^;}]*;?/g, '');
}

/** What is tapped and is lower than a thumb; links in the midst of a text are as high as its lines. */
const tooLow = (page: Page) =>
  page
    .locator(':is(.btn, .tap, nav a, summary, button, .choice, .input):visible')
    .evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 120)),
    );

test('an engine that knows neither layers nor containers shows readable pages with large targets, in large print too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.route('**/*.css*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: asOldEngine(await answer.text()) });
  });
  const paths = ['/demo', '/demo/proposals/1', '/zhuguang/proposals/1', '/zhuguang/figures', '/demo/cases', '/how'];
  const own = ['/me', '/act/demo/rounds/2/opinion', '/act/demo/proposals/new'];
  for (const size of [18, 25]) {
    if (size === 25)
      await page.context().addCookies([{ name: 'edition', value: 'big', url: new URL(page.url()).origin }]);
    for (const path of size === 18 ? paths : [...paths, ...own]) {
      await page.goto(path);
      const shown = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        size: Math.round(Number.parseFloat(getComputedStyle(document.documentElement).fontSize)),
        paper: getComputedStyle(document.body).backgroundColor,
      }));
      expect(shown, path).toEqual({ width: 390, size, paper: 'rgb(251, 248, 241)' });
      expect(await tooLow(page), path).toEqual([]);
    }
    if (size === 18) await become(page, 'resident-14');
  }
});
