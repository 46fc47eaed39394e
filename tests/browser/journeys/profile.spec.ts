/** The person: devices, language, look. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('another device is disconnected from here', { tag: '@once' }, async ({ page, browser, allowErrors }) => {
  allowErrors(/401/);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, 'dipendente');
  await open(other, '/oggi');

  await signIn(page, 'dipendente');
  await open(page, '/profilo');
  await expectNoViolations(page, 'profile');
  const others = page.getByRole('button', { name: /^Disconnetti / });
  const before = await others.count();
  expect(before).toBeGreaterThan(0);
  await others.first().click();
  const dialog = page.getByRole('dialog', { name: 'Disconnettere il dispositivo?' });
  await expectNoViolations(page, 'disconnecting a device');
  await dialog.getByRole('button', { name: 'Disconnetti' }).click();
  await expect(page.getByText('Dispositivo disconnesso.')).toBeVisible();
  await expect(others).toHaveCount(before - 1);

  await other.reload();
  await expect(other).toHaveURL(/\/entra/);
  await elsewhere.close();
});

test('language and look are chosen once for this device', async ({ page }) => {
  // The people of the demo are shared by all tests: what is kept for the person does not reach the server here.
  await page.route('**/api/v1/session/preferences', (route) => route.fulfill({ status: 204 }));
  await signIn(page, 'titolare');
  await open(page, '/profilo');
  await page.getByRole('combobox', { name: 'Lingua' }).first().selectOption('de');
  await expect(page.getByRole('heading', { level: 1, name: 'Profil' })).toBeVisible();
  await page.getByRole('radio', { name: 'Dunkel' }).check();
  await page.getByRole('radio', { name: 'Weit' }).check();
  await page.reload();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Profil' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-spacing', 'comfortable');
  await expectNoViolations(page, 'profile in German, dark and comfortable');

  await page.getByRole('combobox', { name: 'Sprache' }).first().selectOption('en');
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
});
