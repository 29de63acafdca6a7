import { expect, type Page, test } from '@playwright/test';
import pg from 'pg';
import { awkward, corpus, markup, more, postable } from './hostile-corpus';
import { look } from './look';
import { become } from './people';

test.describe.configure({ mode: 'parallel' });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

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

  test('a caption with what no database keeps is a 400, and stands in its form without it', async ({ page }) => {
    const path = '/desk/demo/proposals/1/pictures';
    await become(page, 'social-worker', path);
    await page.goto(path);
    const form = page.locator('form[id^=picture-]').first();
    await form
      .locator('[name=picture]')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(900) });
    await form.locator('[name=caption]').evaluate((one: HTMLInputElement) => {
      one.value = '土坡\0结冰';
    });
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      form.locator('button[type=submit]').click(),
    ]);
    expect(answer.status()).toBe(400);
    await expect(page.locator('main')).toContainText('存不下的字符');
    await page.locator('main a').click();
    await expect(page).toHaveTitle(/^有误：/);
    await expect(form.locator('[name=caption]')).toHaveValue('土坡结冰');
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
  await page.waitForURL(/\/act\/demo\/proposals\/\d+\?done=brought$/);
  return new URL(page.url()).pathname.replace('/act', '');
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

/** What resident-14's household said last in round 1, as a form shows it. */
async function saidInFirstRound() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ stance: string; condition: string | null; words: string | null }>(
    `select o.stance, nullif(w.condition, '') as condition, nullif(w.words, '') as words from community c join round r on r.community_id = c.id and r.no = 1
       join opinion o on (o.community_id, o.round_id) = (r.community_id, r.id)
       join opinion_content w on (w.community_id, w.opinion_id) = (o.community_id, o.id)
       join residency v on (v.community_id, v.household_id) = (o.community_id, o.household_id)
       join person p on p.id = v.person_id and p.demonstration = 'resident-14'
      where c.slug = 'demo' order by o.seq desc limit 1`,
  );
  await client.end();
  return rows[0] ?? {};
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
    await other.waitForURL(/\/demo\/proposals\/\d+\?done=brought$/);
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
    const shown = JSON.stringify(await saidInFirstRound());
    await post({ round: '1', shown }, '/act/demo/rounds/1/opinion');
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
