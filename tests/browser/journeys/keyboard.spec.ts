/** Everything by keyboard alone. */
import { expect, open, settled, signIn, test } from '../fixtures';
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
  await expect(page.getByRole('heading', { level: 1, name: /UniEmens/ })).toBeFocused();
});

test('the first stop leads past the navigation', { tag: '@desk' }, async ({ page }) => {
  await open(page, '/accessibilita');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a table is a stop only where it scrolls', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste');
  const tables = page.locator('.table-wrap').first();
  await expect(tables).not.toHaveAttribute('tabindex');
  await expect(tables).not.toHaveAttribute('role', 'group');

  await page.setViewportSize({ width: 1260, height: 700 });
  await tables.locator('table').evaluate((table) => (table.style.minWidth = '2000px'));
  await page.setViewportSize({ width: 1240, height: 700 });
  await expect(tables).toHaveAttribute('tabindex', '0');
  await expect(tables).toHaveRole('group');
  await tables.locator('table').evaluate((table) => (table.style.minWidth = ''));
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(tables).not.toHaveAttribute('tabindex');
});

test('the menus say once where one is', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  const company = await page.getByRole('link', { name: 'Mese per mese' }).getAttribute('href');
  for (const path of ['/oggi', company!, company!.replace('/pagamenti', ''), '/importa']) {
    await open(page, path);
    for (const menu of await page.getByRole('navigation').filter({ has: page.locator('[aria-current="page"]') }).all()) {
      await expect(menu.locator('[aria-current="page"]'), path).toHaveCount(1);
    }
    await expect(page.locator('nav:not(.breadcrumbs) [aria-current="page"]:visible'), path).toHaveCount(1);
  }
});
