import { expect, type Page } from '@playwright/test';

/** Addresses that differ only in their numbers are one kind of page. */
export const kindOf = (path: string): string => path.replace(/\/(zhuguang|demo)(?=\/|$)/, '/c').replace(/\d+/g, 'n');

export interface Visited {
  path: string;
  html: string;
}

/** Every kind of page behind the board that links lead to from these; read, not displayed. */
export async function crawl(page: Page, starts: string[], kind = kindOf): Promise<Visited[]> {
  const found = new Map(starts.map((path) => [kind(path), path]));
  const pages: Visited[] = [];
  for (const path of found.values()) {
    const answer = await page.request.get(path);
    expect([200, 404], path).toContain(answer.status());
    const html = (await answer.text()).replace(/<script\b.*?<\/script>/gs, '');
    pages.push({ path, html });
    for (const [, link = ''] of html.matchAll(/<a\b[^>]* href="(\/[^"?#]*)/g))
      if (/^\/(me|act|desk|door)(\/|$)/.test(link) && !found.has(kind(link))) found.set(kind(link), link);
    expect(found.size, 'a crawl without end').toBeLessThan(300);
  }
  return pages;
}

const NOT_SAID =
  /<(script|style|textarea|title)\b.*?<\/\1>|<(bdi|\w+)\b[^>]* (?:class="written"|lang="zh-CN")[^>]*>.*?<\/\2>/gs;
const PLACE = /^(?:\d+(?:[、,和]\d+)*号楼)?(?:\d+单元)?(?:\d+(?:室|户))?$/u;

/** Buildings, entrances and homes an English page names in Chinese, other than in words somebody wrote. */
export const placesInChinese = (html: string): string[] =>
  html
    .replace(NOT_SAID, '')
    .replace(/<!--.*?-->/gs, '')
    .split(/<[^>]*>/)
    .flatMap((text) => text.split(/[·:：,，;；()（）]/u))
    .map((text) => text.trim())
    .filter((text) => /号楼|单元|户/u.test(text) && PLACE.test(text));
