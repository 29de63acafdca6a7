import fs from 'node:fs';
import path from 'node:path';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import pg from 'pg';

/** Signs in as a demonstration identity by its button, with or without scripts. */
export async function become(page: Page, identity: string, back = '/me'): Promise<void> {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
  await page.locator(`[data-identity="${identity}"]`).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** The code last sent to a number, as the outbox of the file driver holds it. */
function codeFor(phone: string): string {
  const outbox = path.join(process.env.TONGXIN_DATA ?? '.data', 'outbox', 'sms.ndjson');
  const sent = fs
    .readFileSync(outbox, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { to: string; text: string })
    .findLast(({ to }) => to === phone);
  return /\d{6}/.exec(sent?.text ?? '')?.[0] ?? '';
}

/** Everybody in the journeys sits behind one address, which an hour has no codes enough for. */
async function asFromElsewhere(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`delete from attempt where key like 'code-address:%' or key like 'code-network:%'`);
  await client.end();
}

/** Signs in as anybody does: with a number and the code sent to it. */
export async function signIn(page: Page, phone: string): Promise<void> {
  await asFromElsewhere();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.locator('[name=phone]').fill(phone);
  await page.locator('main form.form button[type=submit]').first().click();
  await page.waitForURL(/\/sign-in\/code/);
  await page.locator('[name=code]').fill(codeFor(phone));
  await page.locator('main form.form button[type=submit]').first().click();
  await expect(page).toHaveURL(/\/(me|desk\/[\w-]+|door\/[\w-]+)$/);
}

/** Somebody at a telephone of 360 px, with scripts or without. */
export async function atTelephone(browser: Browser | null, scripts: boolean, phone = ''): Promise<Page> {
  const context = await browser?.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 780 } });
  const page = await context?.newPage();
  if (!page) throw new Error('no browser');
  await signIn(page, phone);
  return page;
}

/** Presses twice: in between it is said what the act costs others. */
export async function sure(form: Locator, costs: string | RegExp): Promise<void> {
  const press = form.locator('button[type=submit]').last();
  await press.click();
  await expect(form.locator('.error-summary[data-code=undoes]')).toContainText(costs);
  await expect(press).toContainText('确实要');
  await press.click();
}
