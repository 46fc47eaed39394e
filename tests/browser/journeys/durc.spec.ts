/** The DURC: how a company stands, what turns it green, and a document that somebody else verifies. */
import { expect, expectNoViolations, open, signIn, test } from '../fixtures';
import { address } from '../screens';

test('the page says how it stands, and the table says what the strip shows', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, await address(page, '/azienda/{company}/durc'));
  await expect(page.getByRole('heading', { level: 1, name: 'DURC' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Oggi' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Documento' })).toContainText('INPS_');
  await expectNoViolations(page, 'the DURC');
  const internal = page.getByRole('region', { name: 'DURC interno' });
  await internal.getByRole('button').click();
  await expect(internal.getByRole('table')).toBeVisible();
  await expect(internal.getByRole('table')).toContainText('Regolare per il DURC INPS_');
});

test('what turns it green is suggested and reckoned on the device', { tag: '@desk' }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'consulente');
  await page.goto('/clienti');
  await page.getByRole('link', { name: /Edil Torre/ }).first().click();
  await page.getByRole('link', { name: 'Apri la pagina del DURC' }).click();
  const simulate = page.getByRole('region', { name: 'Simula' });
  await withoutNetwork(async () => {
    await simulate.getByRole('button', { name: 'Scegli il minimo che basta' }).click();
    await expect(simulate.getByRole('status')).toContainText(/Diventa verde il|Così non diventa verde/);
  });
});

test("the demo's own link shows what a stranger sees", { tag: ['@phone', '@desk'] }, async ({ page, browser, baseURL }) => {
  await signIn(page, 'titolare');
  await open(page, await address(page, '/azienda/{company}/durc'));
  const link = page.getByRole('region', { name: 'Link di verifica' }).getByRole('link', { name: 'Apri come chi lo riceve' });
  const context = await browser.newContext({ baseURL });
  const stranger = await context.newPage();
  await open(stranger, (await link.getAttribute('href')) ?? '');
  await expect(stranger.getByText('Documento valido')).toBeVisible();
  await context.close();
});

test('a DURC that is not regular leads to a request about its outcome', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await page.goto('/clienti');
  await page.getByRole('link', { name: /Edil Torre/ }).first().click();
  await page.getByRole('link', { name: 'Apri la pagina del DURC' }).click();
  await page.getByRole('region', { name: 'Che cosa conta' }).getByRole('link', { name: 'Scrivi alla sede' }).click();
  await expect(page.getByText('Passo 2 di 3')).toBeVisible();
  await expect(page.getByText('Esito del DURC').first()).toBeVisible();
  // What stands in the way is written already, gestione by gestione.
  await expect(page.getByLabel('Oggetto')).toHaveValue(/^Esito del DURC al \d\d\/\d\d\/\d{4}$/);
  const written = /^Scrivo a proposito della verifica .*\.\n\n[^\n]+\n– [^\n]+[\s\S]*che cosa resta da sistemare\.$/;
  await expect(page.getByLabel('La tua richiesta')).toHaveValue(written);
});

test('a link is made, opened by a stranger in three languages, and revoked', { tag: '@once' }, async ({ page, browser, allowErrors }) => {
  allowErrors(/404/);
  await signIn(page, 'titolare');
  await open(page, await address(page, '/azienda/{company}/durc'));
  const links = page.getByRole('region', { name: 'Link di verifica' });
  await links.getByRole('button', { name: 'Condividi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Condividere il documento' });
  await dialog.getByRole('button', { name: 'Crea il link' }).click();
  const secret = await dialog.getByLabel('Indirizzo di verifica', { exact: true }).inputValue();
  await expect(dialog.getByRole('img', { name: /QR/ })).toBeVisible();
  await expectNoViolations(page, 'the link');
  await page.keyboard.press('Escape');

  const context = await browser.newContext();
  const stranger = await context.newPage();
  await open(stranger, secret);
  await expect(stranger.getByText('Documento valido')).toBeVisible();
  await expectNoViolations(stranger, 'the verified document');
  for (const [language, word] of [['English', 'Valid document'], ['Deutsch', 'Gültiges Dokument']]) {
    await stranger.getByLabel(/Lingua|Language|Sprache/).selectOption({ label: language });
    await expect(stranger.getByText(word)).toBeVisible();
  }

  await links.getByRole('button', { name: 'Revoca' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoca' }).click();
  await expect(links.getByText('Revocato').first()).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByText(/opens no document|öffnet kein Dokument|non apre nessun documento/)).toBeVisible();
  await context.close();
});

test('a notice says why, and its arithmetic adds up', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, await address(page, '/azienda/{company}/note-rettifica/{record:note-rettifica}'));
  const explained = page.getByRole('region', { name: /come si arriva/ });
  await expect(explained).toContainText('Differenza contributiva');
  await expectNoViolations(page, 'the notice explained');
});
