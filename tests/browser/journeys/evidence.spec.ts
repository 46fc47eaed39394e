/** Evidence: what is wrong, why, and what settles it. */
import { expect, expectNoViolations, open, signIn, test } from '../fixtures';

test('a piece of evidence says why, and has the next step ready', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/evidenze');
  await expect(page.getByText(/da gestire · \d+ scad/)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: /E5 ·/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /E5 ·/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Che cosa fare adesso' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copia la riga F24' }).first()).toBeVisible();
  await expect(page.getByText('La procedura ufficiale')).toBeVisible();
  await expect(page.getByText('Stato della posizione')).toBeVisible();
  await expectNoViolations(page, 'a piece of evidence');
});

test('what is narrowed stands in the address', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/evidenze');
  await page.getByLabel('Tipo', { exact: true }).selectOption('e8');
  await expect(page).toHaveURL(/tipo=e8/);
  await expect(page.getByRole('main').getByText(/^(\d{11}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])$/).first(), 'whose it is').toBeVisible();
  await page.getByRole('button', { name: 'Ferma il DURC' }).click();
  await expect(page).toHaveURL(/durc=si/);
  await page.getByRole('button', { name: 'Filtri' }).click();
  await expect(page.getByRole('dialog').getByLabel('Gestione')).toBeVisible();
  await expectNoViolations(page, 'the filters of evidence');
});

test('many pieces are archived at once and taken back', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'associazione');
  await open(page, '/evidenze?tipo=e13');
  await page.getByRole('button', { name: 'Scegli più evidenze' }).click();
  await page.getByRole('checkbox', { name: 'Scegli' }).first().check();
  await page.getByRole('button', { name: 'Archivia' }).click();
  await page.getByRole('dialog').getByLabel('Perché').fill('Spiegata alla sede');
  await page.getByRole('dialog').getByRole('button', { name: 'Archivia' }).click();
  await expect(page.getByText('1 evidenza aggiornata')).toBeVisible();
  await open(page, '/evidenze?tipo=e13&stato=archiviate');
  await page.getByRole('main').getByRole('link', { name: /E13 ·/ }).first().click();
  await expect(page.getByText('Archiviata: Spiegata alla sede')).toBeVisible();
  await page.getByRole('button', { name: 'Riapri' }).click();
  await expect(page.getByRole('button', { name: 'Archivia' })).toBeVisible();
});

test('the picture has a table', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/evidenze');
  await page.getByText('Evidenze per tipo ed età').first().click();
  await page.getByRole('button', { name: /tabella/i }).first().click();
  await expect(page.getByRole('table', { name: 'Evidenze per tipo ed età' })).toBeVisible();
});
