import { expect, type Locator, type Page, test } from '@playwright/test';
import { crawl, kindOf } from './crawl';
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

/** Every kind of page behind the board that links lead to and that has a form to write in. */
async function pagesToWriteOn(page: Page, starts: string[]): Promise<string[]> {
  const isOne = (html: string) =>
    /<form[^>]* class="form"/.test(html) && /<textarea|<select|<input[^>]* type="(?!hidden)/.test(html);
  return (await crawl(page, starts)).filter(({ html }) => isOne(html)).map(({ path }) => path);
}

const TEXTS = 'textarea, input[type=text]:not([inputmode]), input[type=search]';

async function fillAll(form: Locator, text: (at: number) => string): Promise<string[]> {
  const fields = form.locator(TEXTS);
  const texts = Array.from({ length: await fields.count() }, (_, at) => text(at));
  // A browser would not let so much be typed; a script would send it.
  return fields.evaluateAll(
    (all, words) =>
      all.map((one, at) => {
        const field = one as HTMLInputElement;
        field.removeAttribute('maxlength');
        field.value = words[at] ?? '';
        return field.value;
      }),
    texts,
  );
}

/** As if nobody had touched it: nothing written, nothing chosen, nothing ticked. */
const emptyAll = (form: Locator) =>
  form.evaluate((one: HTMLFormElement) => {
    for (const field of one.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
      else field.value = '';
    }
  });

/** What is wrong with how a refused form says what is wrong: each line leads to a field that is marked and demanded. */
const unnamed = (form: Locator): Promise<string[]> =>
  form.evaluate((one: HTMLFormElement) => {
    const lines = [...one.querySelectorAll('.error-summary li')];
    const fault = (line: Element) => {
      const link = line.querySelector('a')?.getAttribute('href') ?? '';
      const field = link.startsWith('#') ? document.getElementById(link.slice(1)) : null;
      if (!field) return 'leads to no field';
      if (field.getAttribute('aria-invalid') !== 'true') return 'its field is not marked';
      const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
      const told = described.some((id) => document.getElementById(id)?.classList.contains('field-error'));
      if (!told) return 'is not told at its field';
      const label = field.closest('.field')?.querySelector('.field-label')?.textContent ?? '';
      return label.includes('可以不填') ? 'its field is said to be optional' : '';
    };
    const faults = lines.map((line) => [line.textContent, fault(line)]).filter(([, found]) => found !== '');
    return lines.length === 0 ? ['no field is named'] : faults.map((two) => two.join(': '));
  });

const valuesOf = (form: Locator): Promise<string[]> =>
  form.locator(TEXTS).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

/** What is folded away is unfolded, so that it can be sent. */
const unfold = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });

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
  await unfold(page);
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
      await become(page, persona);
      const tried = new Set<string>();
      for (const path of await pagesToWriteOn(page, starts)) {
        await page.goto(path);
        await unfold(page);
        const forms = await page.locator('main form.form').evaluateAll(
          (all, texts) =>
            all.map((one) => ({
              names: [
                ...new Set(
                  Array.from(
                    one.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select'),
                    ({ name }) => name,
                  ),
                ),
              ].join(),
              needed: one.querySelector('[required]') !== null,
              texts: one.querySelector(texts) !== null,
              file: one.querySelector('input[type=file]') !== null,
            })),
          TEXTS,
        );
        for (const [at, { names, needed, texts, file }] of forms.entries()) {
          // A list may hold the same form for each of its lines.
          if (file || names === '' || tried.has(`${kindOf(path)} ${names}`)) continue;
          tried.add(`${kindOf(path)} ${names}`);
          let form = page.locator('main form.form').nth(at);
          if (needed) {
            await emptyAll(form);
            form = await refused(page, path, at, 'empty');
            expect(await unnamed(form), `${path}: form ${at + 1} sent empty`).toEqual([]);
          }
          if (!texts) continue;
          const filled = await fillAll(form, (n) => {
            const text = corpus[(n * 7 + tried.size) % corpus.length] ?? '';
            return n === 0 ? tooLong(text) : text;
          });
          form = await refused(page, path, at, 'hostile and too long');
          expect(await valuesOf(form), `${path}: a text is lost`).toEqual(filled);
        }
      }
      expect(tried.size, 'no form was found').toBeGreaterThan(0);
    });
  }

  test('whatever is typed comes back as it was typed', async ({ page }) => {
    await become(page, 'resident-14');
    const all = [...new Set([...corpus, ...more()].map(postable))].filter(Boolean);
    const pages: string[] = [''];
    for (const text of all.filter((one) => one.length < 1900)) {
      const last = pages.at(-1) ?? '';
      if (last.length + text.length < 1900) pages[pages.length - 1] = `${last}\n${text}`.trim();
      else pages.push(text);
    }
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

  test('what no database keeps is refused with 400 and comes back without it; lines stay lines', async ({ page }) => {
    await become(page, 'resident-14');
    await page.goto('/act/demo/proposals/1/comment');
    const send = page.locator('main form.form button[type=submit]').last();
    await page.locator('main form.form input[name=stance]').first().check();
    await page.locator('[name=words]').evaluate((one: HTMLTextAreaElement) => {
      one.value = '我写了\0半天的话';
    });
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      send.click(),
    ]);
    expect(answer.status()).toBe(400);
    await expect(page.locator('main .error-summary')).toContainText('存不下的字符');
    await expect(page.locator('[name=words]')).toHaveValue('我写了半天的话');
    await page.locator('[name=words]').fill('第一行\n第二行\n• 点 \u202e反');
    await send.click();
    await page.waitForURL((url) => !url.pathname.includes('/comment'));
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/demo/proposals/1');
    const said = page.locator('bdi.written', { hasText: '第一行' }).first();
    await expect(said).toContainText('• 点');
    expect((await said.boundingBox())?.height).toBeGreaterThan(50);
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
  await page.locator('form[id^=hide-] button[type=submit]').first().click();
  await expect(page.locator('.error-summary li')).toHaveCount(1);
  expect(dialogs).toEqual([]);
});

/** Brings a proposal of resident-14 and gives its address on the board. */
async function bring(page: Page, title: string): Promise<string> {
  await become(page, 'resident-14');
  await page.goto('/act/demo/proposals/new');
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=kind]').first().check();
  for (const name of ['place', 'problem', 'ask']) await page.locator(`[name=${name}]`).fill(`${title}：${name}`);
  await send(page);
  await page.waitForURL(/\/drafts\/\d+\/pictures/);
  await page.goto(page.url().replace(/pictures$/, 'submission'));
  await send(page);
  await page.waitForURL(/\/demo\/proposals\/\d+$/);
  return new URL(page.url()).pathname;
}

const send = (page: Page) => page.locator('main form.form button[type=submit]').last().click();

/** Where nothing is left to send, the page says why and gives the text back. */
async function givenBack(page: Page, reason: string | RegExp, ...words: string[]): Promise<void> {
  const notice = page.locator('main .untaken');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText(reason);
  await expect(notice.locator('blockquote')).toHaveText(words);
  await expect(page.locator('[data-pwned]')).toHaveCount(0);
}

const sharp = `${markup[0]} 我写了半天的话`;

for (const scripts of [true, false])
  test.describe(`what moved on meanwhile, ${scripts ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled: scripts });

    test('a proposal that somebody else accepted, a draft that was saved elsewhere', async ({ page, browser }) => {
      const address = await bring(page, `楼道添扶手${scripts ? '一' : '二'}`);
      await become(page, 'governance-secretary');
      await page.goto(`/desk${address}/decline`);
      await page.locator('[name=reason]').fill(sharp);
      await page.locator('[name=askInstead]').fill('物业');
      const desk = await browser.newContext({ javaScriptEnabled: scripts });
      const other = await desk.newPage();
      await become(other, 'social-worker');
      await other.goto(`/desk${address}/acceptance`);
      await other.locator('[name=confirmed]').check();
      await send(other);
      await expect(other).toHaveURL(new RegExp(`/desk${address}$`));
      await expect(other.locator('#done')).toContainText('办好了');
      await send(page);
      if (scripts) {
        await expect(page.locator('main .error-summary')).toContainText('提案现在不在这一步');
        await expect(page.locator('[name=reason]')).toHaveValue(sharp);
        await expect(page.locator('main .untaken')).toBeHidden();
      } else await givenBack(page, '提案现在不在这一步', sharp, '物业');

      const plans = `/desk${address}/plans`;
      await become(page, 'social-worker');
      for (const one of [page, other]) await one.goto(plans);
      const write = async (one: Page, summary: string) => {
        await one.locator('[name=title]').fill('扶手');
        await one.locator('[name=summary]').fill(summary);
        await one.locator('[name=clauses]').fill('三层以上装扶手。');
        await one.locator('[name=cost]').fill('800');
        await one
          .locator('main form', { has: one.locator('[name=clauses]') })
          .locator('button[type=submit]')
          .first()
          .click();
      };
      await write(other, '先存的这一稿');
      await expect(other.locator('[name=summary]')).toHaveValue('先存的这一稿');
      await write(page, sharp);
      await expect(page.locator('main .error-summary')).toContainText('先存的这一稿');
      await expect(page.locator('[name=summary]')).toHaveValue(sharp);
      await write(page, `${sharp}，合到一起`);
      await expect(page.locator('main .error-summary')).toHaveCount(0);
      await expect(page.locator('[name=summary]')).toHaveValue(`${sharp}，合到一起`);
      await desk.close();
    });
  });

test.describe('what moved on meanwhile', () => {
  test.use({ javaScriptEnabled: false });

  test('a draft that was brought from another window', async ({ page, context }) => {
    await become(page, 'resident-14');
    await page.goto('/act/demo/proposals/new');
    await page.locator('[name=title]').fill('单元门关不严');
    await page.locator('[name=kind]').first().check();
    for (const name of ['place', 'problem', 'ask']) await page.locator(`[name=${name}]`).fill(name);
    await send(page);
    await page.waitForURL(/\/drafts\/\d+\/pictures/);
    const [draft = ''] = /.*\/drafts\/\d+/.exec(page.url()) ?? [];
    await page.goto(draft);
    await page.locator('[name=problem]').fill(sharp);
    const other = await context.newPage();
    await other.goto(`${draft}/submission`);
    await send(other);
    await other.waitForURL(/\/demo\/proposals\/\d+$/);
    await send(page);
    await givenBack(page, '没有找到', '单元门关不严', 'place', sharp, 'ask');
  });

  test('a round that is over, a plan that was replaced', async ({ page }) => {
    await become(page, 'resident-14');
    const post = async (change: Record<string, string>, at?: string) => {
      await page.goto('/act/demo/rounds/2/opinion');
      await page.locator('input[name=stance][value=oppose]').check();
      await page.locator('[name=ground]').selectOption('noise');
      await page.locator('[name=words]').fill(sharp);
      const form = page.locator('main form.form').first();
      await form.evaluate(
        (one: HTMLFormElement, [to, values]) => {
          if (to) one.action = to;
          for (const [name, value] of Object.entries(values)) {
            const field = one.elements.namedItem(name);
            if (field instanceof HTMLInputElement) field.value = value;
          }
        },
        [at, change] as const,
      );
      await send(page);
    };
    // The same post a page opened while the first round was asking would make.
    await post({ round: '1' }, '/act/demo/rounds/1/opinion');
    await givenBack(page, '这一轮已经结束了', sharp);
    await post({ version: '99' });
    await expect(page.locator('main .error-summary')).toContainText(/稿/);
    await expect(page.locator('[name=words]')).toHaveValue(sharp);
    await expect(page.locator('main .untaken')).toBeHidden();
  });
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
