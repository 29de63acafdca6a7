import { expect, type Locator, type Page } from '@playwright/test';

/** The page a link leads to, once it is there: a click alone does not wait, and what comes next may see the page before. */
export async function follow(link: Locator): Promise<void> {
  const page = link.page();
  const before = page.url();
  await link.click();
  await page.waitForURL(({ href }) => href !== before);
}

/** The last form of the page, and the page it leads to. */
export async function send(page: Page): Promise<void> {
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('#done, .error-summary').first()).toBeVisible();
}

/** What steps of cases, and their figures, are in one community. */
export function stepsIn(community: string) {
  /** One step of a case, with what its form asks. */
  async function step(page: Page, no: string, name: string, filled: Record<string, string> = {}): Promise<void> {
    await page.goto(`/desk/${community}/cases/${no}/steps/${name}`);
    for (const [field, value] of Object.entries(filled)) {
      const control = page.locator(`main [name="${field}"]`).first();
      if ((await control.getAttribute('type')) === 'radio')
        await page.locator(`main [name="${field}"][value="${value}"]`).check();
      else if (await control.evaluate((node) => node.tagName === 'SELECT'))
        await control.selectOption({ label: value });
      else await control.fill(value);
    }
    await send(page);
    await expect(page, name).toHaveURL(new RegExp(`/desk/${community}/cases/${no}$`));
  }

  /** Signed for, the caller reached, handled, answered and closed. */
  async function settle(page: Page, no: string, words: string): Promise<void> {
    await step(page, no, 'sign');
    await step(page, no, 'contact', { reached: 'yes' });
    await step(page, no, 'handle');
    await step(page, no, 'reply', { words });
    await step(page, no, 'close');
  }

  /** Effective callbacks of the present month, in the assessed view. */
  async function effective(page: Page): Promise<number> {
    await page.goto(`/desk/${community}/figures`);
    return Number(
      await page.locator('#month table').first().locator('tbody tr').first().locator('td').first().textContent(),
    );
  }

  return { step, settle, effective };
}

/** What somebody says who is called back, by the names of the form. */
export async function answers(page: Page, said: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(said)) await page.locator(`[name=${name}][value=${value}]`).check();
}
