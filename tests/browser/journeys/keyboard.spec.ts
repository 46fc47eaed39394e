/** Everything by keyboard alone. */
import { expect, open, settled, test } from '../fixtures';
import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the focus is on the wanted thing; fails if it never is. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the Tab key never reaches ${wanted}`);
}

test('from sign-in over home to a declaration', { tag: '@desk' }, async ({ page }) => {
  await open(page, '/');
  await tabTo(page, page.getByRole('button', { name: /Mario Rossi/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/oggi$/);
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Oggi' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  await tabTo(page, page.getByRole('region', { name: 'Ultime denunce' }).getByRole('link', { name: /13 lavoratori/ }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /UniEmens/ })).toBeVisible();
});

test('the first stop leads past the navigation', { tag: '@desk' }, async ({ page }) => {
  await open(page, '/accessibilita');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
