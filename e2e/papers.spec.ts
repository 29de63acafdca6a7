import { expect, test } from '@playwright/test';
import { pdfOf } from '@/tests/pdf';
import { lookAll } from './look';
import { become } from './people';

const papers = '/desk/demo/proposals/1/papers';
const file = (buffer: Buffer) => ({ name: 'approval.pdf', mimeType: 'application/pdf', buffer });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a PDF is a paper: refused where it runs something, kept as it came, saved and never shown, hung by a second person', async ({
    page,
  }) => {
    await become(page, 'social-worker', papers);
    const form = page
      .locator('form')
      .filter({ has: page.locator('[name=picture]') })
      .first();
    await form.locator('[name=caption]').fill('区里的批复');
    await form
      .locator('[name=picture]')
      .setInputFiles(file(pdfOf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })));
    await form.locator('[type=submit]').click();
    await expect(page.locator('.notice-warn')).toContainText('另存为PDF');
    await expect(form.locator('.notice-warn')).toHaveCount(1);
    await expect(form.locator('[name=caption]')).toHaveValue('区里的批复');
    const paper = pdfOf();
    await form.locator('[name=picture]').setInputFiles(file(paper));
    await form.locator('[type=submit]').click();
    const link = page.locator('main a[download]').first();
    await expect(link).toContainText('PDF');
    const address = (await link.getAttribute('href')) ?? '';
    const answer = await page.request.get(address);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="paper-\d+\.pdf"$/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await answer.body()).equals(paper)).toBe(true);
    await expect(page.locator(`img[src="${address}"], iframe, embed, object`)).toHaveCount(0);
    await become(page, 'party-secretary', papers);
    await page.locator('[name=verdict][value=board]').first().check();
    await page
      .locator('main form')
      .filter({ has: page.locator('[name=verdict]') })
      .first()
      .locator('[type=submit]')
      .click();
    await page.goto('/demo/proposals/1');
    await expect(page.locator(`main a[href="${address}"]`)).toContainText(/文件1（PDF，1 kB）/);
    await page.context().clearCookies();
    expect((await page.request.get(address)).headers()['cache-control']).toBe('public, max-age=600');
  });
});

test('the papers of a proposal bear large print, a phone and a reader', async ({ page }) => {
  await become(page, 'social-worker', papers);
  await lookAll(page, papers);
});
