/** A consultant: many clients, one at a time. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('a consultant searches clients and opens one', async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/oggi');
  await expect(page.getByText('Studio Lombardi Consulenti del lavoro').first()).toBeVisible();
  await page.getByRole('link', { name: 'Clienti', exact: true }).first().click();
  await settled(page);
  const search = page.getByRole('searchbox', { name: 'Cerca per nome, matricola o codice fiscale' });
  await search.fill('forno modello');
  await expect(page).toHaveURL(/cerca=forno/);
  await expect(search).toBeFocused();
  await expectNoViolations(page, 'clients');
  await page.getByRole('button', { name: /^Da pagare/ }).click();
  await expect(page).toHaveURL(/mostra=da-pagare/);
  await page.getByRole('link', { name: /Forno Modello S\.r\.l\./ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Forno Modello S.r.l.' })).toBeVisible();
});

test('a consultant works for one client, and for all again', async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/oggi');
  await page.getByRole('button', { name: /Stai lavorando per/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Per chi vuoi lavorare?' });
  await sheet.getByRole('searchbox').fill('forno');
  await expect(sheet.getByRole('button', { name: /Bottega/ })).toHaveCount(0);
  await expectNoViolations(page, 'choice of the company');
  await sheet.getByRole('button', { name: /Forno Modello/ }).click();
  await expect(page.getByRole('button', { name: /Stai lavorando per Forno Modello S\.r\.l\./ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Contributi, ultimi 12 mesi' })).toBeVisible();
  await expect(page.getByText('Ora lavori per Forno Modello S.r.l..').or(page.getByText(/Ora lavori per Forno/))).toBeVisible();

  await page.getByRole('button', { name: /Stai lavorando per/ }).click();
  await sheet.getByRole('button', { name: 'Tutto lo studio' }).click();
  await expect(page.getByRole('region', { name: 'Dove guardare per prima cosa' })).toBeVisible();
});

test('Esc closes the choice and gives the focus back', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/oggi');
  const chip = page.getByRole('button', { name: /Stai lavorando per/ });
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(chip).toBeFocused();
});

test('a company of somebody else does not exist', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/404/);
  await signIn(page, 'titolare');
  await open(page, '/azienda/01ARZ3NDEKTSV4RRFFQ69G5FAV');
  await expect(page.getByText("Non c'è, oppure non è tra le aziende per cui puoi operare.")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Riprova' })).toHaveCount(0);
});

test('the clients to look at are as many as the first page counts', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/oggi');
  const counted = page.locator('.stat').filter({ hasText: 'da guardare' });
  const number = Number.parseInt(await counted.locator('.stat-value').innerText(), 10);
  expect(number).toBeGreaterThan(0);
  await counted.getByRole('link').click();
  await settled(page);
  await expect(page).toHaveURL(/mostra=da-guardare/);
  const tab = page.getByRole('button', { name: /^Da guardare/ });
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  await expect(tab).toContainText(`${number}`);
});

test('what is counted on the first page is what its page lists', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/oggi');
  for (const label of [/evidenz[ae] nuov[ae]/, /richiest[ae] da leggere/, /scadenz[ae] in 7 giorni/]) {
    await expect(page.locator('.stat').filter({ hasText: label })).toBeVisible();
  }
  const counted = page.locator('.stat').filter({ hasText: /evidenz[ae] nuov[ae]/ });
  expect(Number.parseInt(await counted.locator('.stat-value').innerText(), 10)).toBeGreaterThan(0);
  await counted.getByRole('link').click();
  await settled(page);
  await expect(page).toHaveURL(/\/evidenze\?stato=nuove$/);
});
