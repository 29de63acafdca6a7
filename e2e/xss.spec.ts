import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { become, sure } from './people';
import { bare, packed, payloads } from './xss-corpus';

const flat = (text: string): string => text.replace(/\s+/g, '');
const oneLine = (most: number, at: number): string => {
  const fitting = payloads.filter((one) => one.length <= most && !one.includes('\n'));
  return fitting[(at * 37) % fitting.length] ?? '';
};

/** The fields a page's form posts by itself. */
async function hidden(page: Page, path: string, field: string): Promise<Record<string, string>> {
  await page.goto(path);
  const form = page.locator('main form', { has: page.locator(`[name=${field}]`) }).first();
  const found = await form
    .locator('input[type=hidden], input[type=radio]:first-of-type')
    .evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value] as const));
  return Object.fromEntries(found);
}

/** What a form would send, without the browser: many in the time of one. Resolves where it leads. */
async function send(page: Page, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await page.request.post(path, {
    headers: { origin: new URL(page.url()).origin },
    multipart: { ...fields, submission: randomUUID() },
    maxRedirects: 0,
  });
  expect(answer.status(), `${path}: ${JSON.stringify(fields).slice(0, 300)}`).toBe(303);
  return answer.headers().location ?? '';
}

/** Fills every text of the first form that has `field`, ticks what is to be ticked, and sends it. */
async function fill(page: Page, path: string, field: string, at: number, costs?: string): Promise<void> {
  await page.goto(path);
  const form = page.locator('main form', { has: page.locator(`[name=${field}]`) }).first();
  for (const [n, text] of (await form.locator('textarea, input[type=text]').all()).entries()) {
    const most = Number((await text.getAttribute('data-most')) ?? 200);
    await text.fill(oneLine(most, at + n));
  }
  for (const box of await form.locator('input[type=checkbox]').all()) await box.check();
  if (costs) await sure(form, costs);
  else await form.locator('button[type=submit]').last().click();
  await page.waitForURL((url) => url.pathname !== path);
}

/** Writes them all, without scripts; resolves the addresses where they are to be read. */
async function write(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await become(page, 'resident-14');
  const begin = '/act/demo/proposals/new';
  const empty = await hidden(page, begin, 'title');
  const drafts: string[] = [];
  for (const [at, problem] of packed(payloads, 1900).slice(0, 6).entries()) {
    const words = { title: oneLine(60, at), place: oneLine(80, at + 9), problem, ask: packed(payloads, 390)[at] ?? '' };
    drafts.push((await send(page, begin, { ...empty, ...words })).replace(/\/pictures.*/, ''));
  }
  const [first = ''] = drafts;
  await page.goto(`${first}/submission`);
  await page.locator('main form.form button[type=submit]').last().click();
  await page.waitForURL(/\/act\/demo\/proposals\/\d+\?done=brought$/);
  const proposal = new URL(page.url()).pathname.replace('/act', '');
  const comment = `/act${proposal}/comment`;
  const said = packed(payloads, 990);
  const half = Math.ceil(said.length / 2);
  // One person adds thirty comments a day at most.
  for (const [who, part] of [
    ['resident-15', said.slice(half)],
    ['resident-14', said.slice(0, half)],
  ] as const) {
    await become(page, who);
    const speaking = await hidden(page, comment, 'words');
    for (const words of part) await send(page, comment, { ...speaking, stance: 'question', words });
  }
  const recording = '/act/demo/cases/new';
  const record = await hidden(page, recording, 'title');
  const cases = packed(payloads, 1900).slice(6, 9);
  for (const [at, words] of cases.entries())
    await send(page, recording, { ...record, title: oneLine(80, at + 20), place: oneLine(80, at + 30), words });

  await become(page, 'social-worker');
  const desk = '/desk/demo/cases/new';
  const noted = await hidden(page, desk, 'title');
  for (const [at, words] of packed(payloads, 1900).slice(9, 12).entries()) {
    const who = { externalNo: oneLine(40, at), complainant: oneLine(40, at + 3), alike: 'seen' };
    await send(page, desk, { ...noted, ...who, title: oneLine(80, at + 40), place: oneLine(80, at + 50), words });
  }
  await page.goto(`/desk${proposal}/comments`);
  const hide = page.locator('main form.form').last();
  await hide.locator('[name=reason]').fill(oneLine(400, 60));
  await sure(hide, '从公示栏上拿下来');
  await page.locator('#done').waitFor();
  await become(page, 'governance-secretary');
  await fill(page, `/desk${proposal}/decline`, 'askInstead', 70, '回绝');
  await become(page, 'resident-14');
  await fill(page, `/act${proposal}/appeal`, 'reason', 80);
  await context.close();
  return { proposal, drafts };
}

/** Whatever a page should not have done or hold. */
async function strangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = (address: string) => new URL(address, location.href).host === location.host;
    const strange = (one: Element) => {
      if (one.matches('[data-pwned], iframe, object, embed, base, math, marquee, meta[http-equiv=refresh]'))
        return true;
      if (one.getAttributeNames().some((name) => name.startsWith('on') || name === 'srcdoc')) return true;
      if (one instanceof HTMLScriptElement) return one.src === '' ? one.nonce === '' : !own(one.src);
      if (one instanceof HTMLStyleElement) return one.nonce === '';
      const leads = ['href', 'src', 'action', 'formaction'].map((name) => one.getAttribute(name)?.trim() ?? '');
      return leads.some((address) => /^(?:javascript|vbscript|data):|elsewhere\.example/i.test(address));
    };
    return [...document.querySelectorAll('*')].filter(strange).map((one) => one.outerHTML.slice(0, 200));
  });
}

test('the payloads are live: a page that took them for its own would have their elements', async ({ page }) => {
  expect(payloads.length).toBeGreaterThanOrEqual(500);
  const dead = await page.evaluate((all) => {
    const parse = (text: string) => new DOMParser().parseFromString(text, 'text/html');
    return all.filter((text) => parse(text).querySelector('[data-pwned]') === null);
  }, bare);
  expect(dead).toEqual([]);
});

test('hundreds of payloads in what people write stay text wherever they are read', async ({
  page,
  browser,
  baseURL,
}) => {
  const { proposal, drafts } = await write(browser, baseURL ?? '');
  const wrong: string[] = [];
  const host = new URL(baseURL ?? '').host;
  page.on('dialog', async (dialog) => {
    wrong.push(`dialog at ${page.url()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on('console', (said) => said.type() === 'error' && wrong.push(`${page.url()}: ${said.text()}`));
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (/^(?:http|ws)/.test(to.protocol) && to.host !== host) wrong.push(`${page.url()} asked ${to.href}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (one) =>
      console.error(`violation: ${one.violatedDirective} ${one.blockedURI}`),
    );
  });
  await page.setViewportSize({ width: 1280, height: 900 });

  let read = '';
  const visit = async (start: string, further?: RegExp) => {
    const paths = new Set([start]);
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      expect(await strangers(page), path).toEqual([]);
      read += flat((await page.locator('main').textContent()) ?? '');
      if (!further) continue;
      const links = await page
        .locator('main a[href]')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      for (const { pathname, search } of links.map((link) => new URL(link)))
        if (further.test(pathname + search) && paths.size < 30) paths.add(pathname + search);
    }
  };

  await visit(proposal, new RegExp(`^${proposal}/comments/after/`));
  for (const path of ['/demo', '/demo/proposals', `/en${proposal}`, '/demo/record', '/demo/figures']) await visit(path);
  await visit('/demo/cases', /^\/demo\/cases\/\d+$/);
  await become(page, 'resident-14');
  for (const path of ['/me', '/me/letters', '/me/data', '/act/demo/proposals/new', ...drafts.slice(1)])
    await visit(path);
  await page.goto(`${drafts[1]}/pictures`);
  const chart = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '"><b data-pwned>.png', mimeType: 'image/png', buffer: chart });
  const caption = oneLine(60, 90);
  await page.locator('[name=caption]').fill(caption);
  await page.locator('main form button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText(caption);
  await visit(`${drafts[1]}/pictures`);
  const opinion = '/act/demo/rounds/2/opinion';
  await page.goto(opinion);
  await page.locator('input[name=stance][value=support_if]').check();
  await page.locator('input[name=stance][value=support_if]').check();
  await page.locator('[name=condition]').fill('');
  await page.locator('[name=words]').fill(packed(payloads, 990)[1] ?? '');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('main .error-summary').first()).toBeVisible();
  expect(await strangers(page), opinion).toEqual([]);
  await become(page, 'social-worker');
  await visit(`/desk${proposal}/comments`, /comments\?after=/);
  for (const path of ['/desk/demo', '/desk/demo/proposals', `/desk${proposal}`, `/desk${proposal}/merger`])
    await visit(path);
  await visit('/desk/demo/cases', /^\/desk\/demo\/cases\/\d+$/);
  expect(payloads.map(flat).filter((one) => !read.includes(one))).toEqual([]);
  expect(wrong).toEqual([]);
});
