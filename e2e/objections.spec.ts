import { deflateSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { lookAll } from './look';
import { become } from './people';

const objections = '/desk/demo/proposals/1/objections';
const plans = '/desk/demo/proposals/1/plans';
const round = '/door/demo/rounds/2';
const untried = 'main ul.tiles a:has-text("未访")';

/** A small picture, red all over: a PNG by hand, so that the journey carries no file. */
function png(): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    let crc = ~0;
    for (const byte of body) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(~crc >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const [width, height] = [40, 30];
  const head = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 'b0302a', 'hex')]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

test('what was objected, and the plan that answers it, at every width', async ({ page }) => {
  await become(page, 'social-worker');
  for (const path of [objections, `${objections}/1/answer`, `${objections}/1/wording`, plans])
    await lookAll(page, path);
});

/** The lines of a refused form, each leading to a field that is marked. */
async function told(page: Page, lines: RegExp[]): Promise<void> {
  const links = page.locator('main .error-summary li a');
  await expect(links).toHaveText(lines);
  for (const link of await links.all())
    await expect(page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`)).toHaveAttribute(
      'aria-invalid',
      'true',
    );
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is ticked beforehand; words are put together after a look at how many, and taken apart again', async ({
    page,
    browser,
  }) => {
    const door = await browser.newContext({ javaScriptEnabled: false });
    const captain = await door.newPage();
    await become(captain, 'captain-14', round);
    await captain.goto(round);
    await captain.locator(untried).first().click();
    await captain.locator('#say summary').waitFor();
    if (!(await captain.locator('#form').isVisible())) await captain.locator('#say summary').click();
    await captain.locator('#form [value=support_if]').check();
    await captain.locator('[name=condition]').fill('晚上要有灯');
    await captain.locator('#form [name=proof]').selectOption('read_back');
    await captain.locator('#form [name=witnessName]').fill('同楼邻居');
    await captain.locator('#form button[type=submit]').click();
    await expect(captain.locator('main [role=status]')).toContainText('记下了');
    await door.close();

    await become(page, 'social-worker', objections);
    await page.goto(objections);
    await expect(page.locator('#draw input[type=checkbox]:checked')).toHaveCount(0);
    const form = page.locator('#draw form', { hasText: '晚上要有灯' });
    const boxes = form.locator('input[type=checkbox]');
    const lines = await boxes.count();
    expect(lines).toBeGreaterThan(1);
    for (let at = 0; at < lines; at += 1) await boxes.nth(at).check();
    await form.locator('button[type=submit]').click();
    await expect(page).toHaveURL(/\/objections\/drawing\?/);
    await expect(page.locator('main')).toContainText(new RegExp(`您正要把${lines}种说法、\\d+户的话归成一条`));
    await expect(page.locator('main .notice-warn')).toContainText('晚上要有灯');
    await page.locator('[name=ground]').selectOption('safety');
    await page.locator('input[name=weight][value=harm]').check();
    await page.locator('[name=wording]').fill('路要走得稳');
    await page.locator('main form.form button[type=submit]').click();
    const worded = (wording: string) => page.locator('main li', { has: page.locator('p', { hasText: wording }) });
    await worded('路要走得稳').locator('a[href$="/split"]').click();
    await page.locator('label', { hasText: '晚上要有灯' }).locator('input').check();
    await page.locator('[name=wording]').fill('夜里要看得见');
    await page.locator('main form.form button[type=submit]').click();
    await expect(worded('夜里要看得见')).toContainText('1户提的');
    await expect(worded('路要走得稳')).toContainText('户提的');

    await worded('夜里要看得见').locator('a[href$="/wording"]').click();
    await expect(page.locator('#words')).toContainText('晚上要有灯');
    await page.locator('main form.form button[type=submit]').click();
    await expect(page.locator('.error-summary')).toContainText('写法和分量都没有改');
    await page.locator('[name=wording]').fill('夜里要看得清');
    await page.locator('input[name=weight][value=inconvenience]').check();
    await page.locator('main form.form button[type=submit]').click();
    await expect(worded('夜里要看得清')).toContainText('不方便');

    const other = await page.context().newPage();
    await other.goto(objections);
    const one = other.locator('main li', { has: other.locator('p', { hasText: '夜里要看得清' }) });
    await worded('夜里要看得清').locator('a[href$="/answer"]').click();
    const choose = one.locator('select[name=into]');
    await choose.selectOption((await choose.locator('option', { hasText: '路要走得稳' }).getAttribute('value')) ?? '');
    await one.locator('form:has(select[name=into]) button[type=submit]').click();
    await expect(one).toHaveCount(0);
    await page.locator('input[name=kind][value=not_possible]').check();
    await page.locator('[name=answer]').fill('灯下一稿再说');
    await page.locator('main form.form button[type=submit]').click();
    await expect(page.locator('main')).toContainText(/第\d+号已经并到第\d+号/);
    await expect(page.locator('.untaken')).toContainText('灯下一稿再说');
    await page.locator('.untaken a').click();
    await expect(page).toHaveURL(/\/objections#objection-\d+$/);
  });

  test('“changed as you asked” needs a clause that changed; the draft that changes it gets its drawing, is explained and judged', async ({
    page,
    browser,
  }) => {
    await become(page, 'social-worker', objections);
    await page.goto(`${objections}/1/answer`);
    await page.locator('input[name=kind][value=adopted]').check();
    await page.locator('input[name=clause][value="1"]').check();
    await page.locator('[name=answer]').fill('照办');
    await page.locator('main form.form button[type=submit]').click();
    await expect(page.locator('.error-summary')).toContainText('不能说“照您说的改”');
    await expect(page.locator('[name=answer]')).toHaveValue('照办');

    await page.goto(plans);
    await page.locator('[name=title]').fill('添两盏灯');
    await page.locator('[name=summary]').fill('下口北移，添灯。');
    const clauses = await page.locator('[name=clauses]').inputValue();
    await page.locator('[name=clauses]').fill(`${clauses}\n拐弯处添两盏路灯。`);
    const form = page.locator('main form', { has: page.locator('[name=clauses]') });
    const save = form.locator('button[type=submit]').first();
    await save.click();
    await expect(page.locator('.error-summary a')).toContainText(['要花多少钱']);
    await page.locator('[name=cost]').fill('1200');
    await save.click();

    // On the way to the drawings what was written is kept.
    await page.locator('[name=summary]').fill('下口北移，拐弯处添灯。');
    await form.locator('button[value=drawings]').click();
    await expect(page).toHaveURL(new RegExp(`${plans}/drawings$`));
    const drawings = page.locator('#drawings');
    await drawings.locator('input[type=file]').setInputFiles({
      name: 'line.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('一条线'),
    });
    await drawings.locator('[name=caption]').fill('两盏灯的位置');
    await drawings.locator('button[type=submit]').click();
    await expect(drawings).toContainText('不是 JPEG、PNG 或 WebP 照片');
    await expect(drawings.locator('[name=caption]')).toHaveValue('两盏灯的位置');
    await page.locator('input[type=file]').setInputFiles({ name: 'line.png', mimeType: 'image/png', buffer: png() });
    await page.locator('#drawings button[type=submit]').click();
    await expect(page.locator('#drawings img').first()).toBeVisible();
    await expect(page.locator('#drawings')).toContainText('两盏灯的位置');
    await expect(page.locator('#drawings')).toContainText('请另一位社工、治理书记或社区党总支书记来看');
    await page.goto(plans);
    await expect(page.locator('[name=summary]')).toHaveValue('下口北移，拐弯处添灯。');
    await become(page, 'governance-secretary', plans);
    await page.goto('/desk/demo');
    await page.getByRole('link', { name: '方案的图，等您看过再上公示栏' }).click();
    await page.locator('#drawings input[value=board]').check();
    await page
      .locator('#drawings form', { has: page.locator('[name=verdict]') })
      .locator('button')
      .click();
    await expect(page.locator('#drawings')).toContainText('随这一稿一起登出来');

    await become(page, 'social-worker', plans);
    const [changes, materiality] = [`${plans}/3/changes`, `${plans}/3/materiality`];
    const second = await browser.newContext({ javaScriptEnabled: true });
    const colleague = await second.newPage();
    await become(colleague, 'social-worker', plans);
    for (const path of [`${plans}/drawings`, changes, materiality]) await lookAll(colleague, path);
    await page.goto(materiality);
    await expect(page.locator('#changed ins')).toContainText(['拐弯处添两盏路灯']);
    await expect(page.locator('main .notice-warn')).toContainText('还没写明回应什么');
    await page.goto(changes);
    const submit = page.locator('main form.form button[type=submit]').last();
    await submit.click();
    await told(page, [/^第\d+条改了什么：请填写这一项$/]);
    await page.locator('main textarea').fill('拐弯处添两盏灯');
    await submit.click();
    await told(page, [/^第\d+条技术上的原因：请写明回应什么/]);
    await expect(page.locator('main textarea')).toHaveValue('拐弯处添两盏灯');
    await page.locator('input[name^=technical]').fill('夜里看不清');
    await submit.click();
    await expect(page).toHaveURL(new RegExp(`${plans}$`));

    await become(colleague, 'governance-secretary', materiality);
    await colleague.goto(materiality);
    await page.goto(materiality);
    await submit.click();
    await told(page, [/^对14.+：请选一项$/, /^对14.+：请填写这一项$/, /^对15.+：请选一项$/, /^对15.+：请填写这一项$/]);
    const judge = async (by: Page, reason: string) => {
      for (const n of [1, 2]) {
        await by.locator(`input[name=material_${n}][value=no]`).check();
        await by.locator(`[name=reason_${n}]`).fill(reason);
      }
      await by.locator('#judging button[type=submit]').click();
    };
    await judge(page, '只添了灯');
    await expect(page).toHaveURL(new RegExp(`${plans}$`));
    await judge(colleague, '路没有动');
    const summary = colleague.locator('main .error-summary');
    await expect(summary).toContainText('判断不是大改的');
    await expect(summary).toContainText('只添了灯');
    await expect(summary.locator('a', { hasText: '看现在的内容' })).toHaveAttribute('href', materiality);
    await expect(colleague.locator('[name=reason_1]')).toHaveValue('路没有动');
    await colleague.goto(materiality);
    await expect(colleague.locator('#confirmation')).toContainText(/社工.*判断，\d+年/);
    await lookAll(colleague, materiality);
    await second.close();
  });
});
