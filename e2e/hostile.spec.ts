import { expect, type Locator, type Page, test } from '@playwright/test';
import { awkward, corpus, markup, more, postable } from './hostile-corpus';
import { look } from './look';
import { become } from './people';

test.describe.configure({ mode: 'parallel' });

const personas = {
  'resident-14': ['/me', '/act/demo/proposals/1/comment', '/act/demo/rounds/2/opinion', '/act/demo/proposals/new'],
  'captain-15': ['/door/demo', '/me'],
  'social-worker': ['/desk/demo', '/desk/demo/cases/new', '/desk/zhuguang'],
  'party-secretary': ['/desk/demo', '/desk/demo/grants/new'],
  'governance-secretary': ['/desk/demo', '/desk/zhuguang'],
  hotline: ['/desk/demo', '/desk/zhuguang'],
  property: ['/desk/demo', '/desk/zhuguang'],
  district: ['/desk/demo'],
  auditor: ['/desk/demo', '/desk/demo/figures'],
};

/** Addresses that differ only in their numbers are one kind of page. */
const kindOf = (path: string): string => path.replace(/\/(zhuguang|demo)(?=\/|$)/, '/c').replace(/\d+/g, 'n');

/** Every kind of page behind the board that links lead to. */
async function crawl(page: Page, starts: string[]): Promise<string[]> {
  const found = new Map(starts.map((path) => [kindOf(path), path]));
  for (const path of found.values()) {
    const response = await page.goto(path);
    expect([200, 404], path).toContain(response?.status());
    const links = await page
      .locator('main a[href], header a[href], nav a[href]')
      .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
    for (const link of links)
      if (/^\/(me|act|desk|door)(\/|$)/.test(link) && !found.has(kindOf(link))) found.set(kindOf(link), link);
    expect(found.size, 'a crawl without end').toBeLessThan(150);
  }
  return [...found.values()];
}

const TEXTS = 'textarea, input[type=text]:not([inputmode]), input[type=search]';

async function fillAll(form: Locator, text: (at: number) => string): Promise<string[]> {
  const fields = await form.locator(TEXTS).all();
  const filled = [];
  for (const [at, field] of fields.entries()) {
    // A browser would not let so much be typed; a script would send it.
    const area = await field.evaluate((one) => {
      one.removeAttribute('maxlength');
      return one.tagName === 'TEXTAREA';
    });
    const words = area ? text(at) : text(at).replaceAll('\n', ' ');
    await field.fill(words);
    filled.push(words);
  }
  return filled;
}

/** Posts it and expects to be told what is wrong, on the same page, with no element that came out of a text. */
async function refused(page: Page, path: string, form: number, what: string): Promise<Locator> {
  const about = `${path}, form ${form + 1}, ${what}`;
  const [response] = await test.step(about, () =>
    Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      page.locator('main form.form').nth(form).locator('button[type=submit]').last().click(),
    ]),
  );
  await page.waitForLoadState();
  expect(response.status(), about).toBe(200);
  await expect(page.locator('main .error-summary').first(), about).toContainText(/\S/);
  await expect(page.locator('[data-pwned]'), about).toHaveCount(0);
  return page.locator('main form.form').nth(form);
}

const LONG = 13_000;
const tooLong = (text: string): string => `${text}${'长'.repeat(LONG)}`;

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const [persona, starts] of Object.entries(personas)) {
    test(`${persona}: every form says what is wrong and keeps the text`, async ({ page }) => {
      test.setTimeout(240_000);
      page.setDefaultTimeout(15_000);
      await become(page, persona);
      const tried = new Set<string>();
      for (const path of await crawl(page, starts)) {
        await page.goto(path);
        const forms = await page.locator('main form.form').count();
        for (let at = 0; at < forms; at += 1) {
          const fresh = async () => {
            await page.goto(path);
            await page.locator('details').evaluateAll((all) => {
              for (const one of all) (one as HTMLDetailsElement).open = true;
            });
            return page.locator('main form.form').nth(at);
          };
          const words = page.locator('main form.form').nth(at);
          if (await words.locator('input[type=file]').count()) continue;
          const names = await words
            .locator(TEXTS)
            .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name).join());
          // A list may hold the same form for each of its lines.
          if (names === '' || tried.has(`${kindOf(path)} ${names}`)) continue;
          tried.add(`${kindOf(path)} ${names}`);
          let form = await fresh();
          const needed = await form.locator('textarea[required], input[type=text][required]').count();
          if (needed > 0) {
            await fillAll(form, () => '');
            await refused(page, path, at, 'empty');
          }
          form = await fresh();
          const hostile = (n: number) => {
            const text = corpus[(n * 7 + tried.size) % corpus.length] ?? '';
            return n === 0 ? tooLong(text) : text;
          };
          const filled = await fillAll(form, hostile);
          form = await refused(page, path, at, 'hostile and too long');
          for (const [n, words] of filled.entries())
            expect(await form.locator(TEXTS).nth(n).inputValue(), `${path}: text ${n + 1} is lost`).toBe(words);
        }
      }
      expect(tried.size, 'no form was found').toBeGreaterThan(0);
    });
  }

  test('whatever is typed comes back as it was typed', async ({ page }) => {
    test.setTimeout(240_000);
    await become(page, 'resident-14');
    const all = [...new Set([...corpus, ...more()].map(postable))].filter(Boolean);
    const pages: string[] = [''];
    for (const text of all.filter((one) => one.length < 1900)) {
      const last = pages.at(-1) ?? '';
      if (last.length + text.length < 1900) pages[pages.length - 1] = `${last}\n${text}`.trim();
      else pages.push(text);
    }
    page.setDefaultTimeout(15_000);
    await page.goto('/act/demo/proposals/new');
    for (const [n, words] of pages.entries()) {
      const form = page.locator('main form.form').first();
      const kind = form.locator('input[name=kind]').first();
      if (await kind.count()) await kind.check();
      else await form.locator('select[name=kind]').selectOption({ index: 1 });
      await form.locator('[name=title]').fill(`${markup[n % markup.length]?.slice(0, 40)}${n}`);
      await form.locator('[name=problem]').fill(words);
      await form.locator('button[type=submit]').last().click();
      await page.waitForURL(/\/drafts\/\d+/);
      const [address = ''] = /.*\/drafts\/\d+/.exec(page.url()) ?? [];
      await page.goto(address);
      await expect(page.locator('[name=problem]')).toHaveValue(words);
      await expect(page.locator('[data-pwned]')).toHaveCount(0);
      await page.goto('/act/demo/proposals/new');
    }
  });
});

test('a hostile comment is text on the board, and the page bears it', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await become(page, 'resident-14');
  const words = [...markup.slice(0, 6), ...awkward].join('\n').slice(0, 990).trim();
  await page.goto('/act/demo/proposals/1/comment');
  const form = page.locator('main form.form').first();
  await form.locator('input[name=stance]').first().check();
  await form.locator('[name=words]').fill(words);
  await form.locator('button[type=submit]').last().click();
  await page.waitForURL((url) => !url.pathname.includes('/comment'));
  for (const path of ['/demo/proposals/1', '/en/demo/proposals/1']) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText('onerror=alert(1)');
    await expect(page.locator('[data-pwned]')).toHaveCount(0);
    await look(page);
  }
  await become(page, 'social-worker');
  await page.goto('/desk/demo/proposals/1/comments');
  await expect(page.locator('main')).toContainText('onerror=alert(1)');
  await expect(page.locator('[data-pwned]')).toHaveCount(0);
  await look(page);
  expect(dialogs).toEqual([]);
});

test('addresses that mean harm are answered, not obeyed', async ({ request }) => {
  for (const path of [
    '/zhuguang/proposals/1%00',
    '/zhuguang/proposals/-1',
    '/zhuguang/proposals/99999999999999999999',
    '/zhuguang/proposals/1;select',
    '/zhuguang/proposals/after/%27%3B--',
    '/..%2f..%2fetc%2fpasswd',
    '/%E4%B8%AD/proposals/1',
    '/api/pictures/1%2e%2e/small',
    '/api/pictures/99999999999/large',
    `/${'a'.repeat(3000)}`,
    '/sign-in?back=https://elsewhere.example',
    '/sign-in?back=//elsewhere.example/',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBeLessThan(500);
    expect(answer.headers().location ?? '', path).not.toContain('elsewhere.example');
  }
});
