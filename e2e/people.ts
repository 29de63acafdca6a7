import { expect, type Page } from '@playwright/test';

/** Signs in as a demonstration identity by its button, with or without scripts. */
export async function become(page: Page, identity: string, back = '/me'): Promise<void> {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
  await page.locator(`[data-identity="${identity}"]`).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
