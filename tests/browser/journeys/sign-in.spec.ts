/** Coming in and going out. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('a deep link survives signing in', async ({ page }) => {
  await page.goto('/clienti?cerca=forno');
  await expect(page).toHaveURL(/\/entra\?next=/);
  await page.getByRole('button', { name: /Chiara Lombardi/ }).click();
  await expect(page).toHaveURL(/\/clienti\?cerca=forno$/);
  await settled(page);
  await expect(page.getByRole('rowheader')).toHaveText(['Forno Modello S.r.l.']);
});

test('a link to another site is not followed after signing in', async ({ page }) => {
  await page.goto('/entra?next=' + encodeURIComponent('//example.org/oggi'));
  await page.getByRole('button', { name: /Mario Rossi/ }).click();
  await expect(page).toHaveURL(/\/oggi$/);
});

test('a tax code is checked before it is sent, and an unknown one is said so', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/422/);
  await open(page, '/');
  const field = page.getByLabel('Codice fiscale del rappresentante legale');
  const enter = page.getByRole('button', { name: 'Entra' });
  await enter.click();
  await expect(page.getByText('Scrivi il codice fiscale.')).toBeVisible();
  await field.fill('RSSMRA85T10A562X');
  await enter.click();
  await expect(page.getByText('Questo codice fiscale non è corretto: controlla lettere e cifre.')).toBeVisible();
  await expect(field).toHaveValue('RSSMRA85T10A562X');
  await expectNoViolations(page, 'sign-in with an error');
  await field.fill('VRDGNN75D41F205Z');
  await enter.click();
  await expect(page.getByText('Nessuna azienda importata ha questo rappresentante legale.')).toBeVisible();
});

test('signing out forgets everything', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/401/);
  await signIn(page, 'titolare');
  await open(page, '/profilo');
  await page.getByRole('button', { name: 'Esci' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText('Questo è un simulatore')).toBeVisible();
  await page.goto('/oggi');
  await expect(page).toHaveURL(/\/entra\?next=%2Foggi$/);
});

test('an address that leads nowhere says so', { tag: '@once' }, async ({ page }) => {
  await open(page, '/non-esiste');
  await expect(page.getByRole('heading', { level: 1, name: 'Pagina non trovata' })).toBeVisible();
  await page.getByRole('link', { name: 'Vai alla prima pagina' }).click();
  await expect(page).toHaveURL(/\/$/);
});
