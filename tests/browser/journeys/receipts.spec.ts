/** Receipts: a document to keep, and a page where anybody verifies it and a file that came with it. */
import { readFile } from 'node:fs/promises';
import { expect, expectNoSidewaysScroll, expectNoViolations, open, signIn, test } from '../fixtures';

test('a receipt is downloaded, verified by a stranger, and a document compared', { tag: ['@phone', '@desk'] }, async ({ page, browser, allowErrors }) => {
  allowErrors(/404/);
  const subject = `Ricevuta ${Date.now()}`;
  const receipt = { name: 'quietanza.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${subject}`) };
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('In allegato la quietanza.');
  await page.locator('.file-drop input[type=file]').setInputFiles(receipt);
  await expect(page.getByRole('list', { name: 'Documenti aggiunti' }).getByText('Caricato')).toBeVisible();
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible();

  const handed = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Scarica la ricevuta (PDF)' }).click();
  const file = await handed;
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  const address = await page.getByRole('link', { name: 'Verifica la ricevuta' }).getAttribute('href');
  // How it was to send it is said once, and kept with the request.
  const rating = page.getByRole('region', { name: "Com'è stato inviare questa richiesta?" });
  await rating.getByRole('button', { name: 'Dai un voto' }).click();
  await expect(rating.getByLabel('Voto')).toBeFocused();
  await rating.getByLabel('Voto').selectOption('4');
  await rating.getByLabel(/^Dettagli/).fill('Facile.');
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'how it was to send a request');
  await rating.getByRole('button', { name: 'Dai un voto' }).click();
  await expect(page.getByText("Grazie: il voto all'invio è registrato.")).toBeFocused();
  // From the conversation as well.
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByText('4 su 5 · Facile.')).toBeVisible();
  await page.locator('summary', { hasText: 'Ricevuta' }).click();
  await expect(page.getByRole('link', { name: 'Scarica la ricevuta (PDF)' })).toBeVisible();

  const context = await browser.newContext();
  const stranger = await context.newPage();
  await open(stranger, new URL(address ?? '', page.url()).href);
  await expect(stranger.getByRole('status').getByText('Ricevuta autentica')).toBeVisible();
  const compared = stranger.locator('.file-drop input[type=file]');
  await compared.setInputFiles(receipt);
  await expect(stranger.getByText('quietanza.pdf è uno dei documenti inviati')).toBeVisible();
  await compared.setInputFiles({ ...receipt, name: 'altra.pdf', buffer: Buffer.from('%PDF-1.7\naltra') });
  await expect(stranger.getByText('altra.pdf non è uno dei documenti inviati')).toBeVisible();
  await expectNoViolations(stranger, 'a receipt that is verified');
  await expectNoSidewaysScroll(stranger);
  // By hand, and wrong.
  await stranger.getByLabel('Codice o impronta').fill('0000-0000-0000-0000');
  await stranger.getByLabel('Codice o impronta').press('Enter');
  await expect(stranger.getByText('Nessuna ricevuta con questo numero e questo codice')).toBeVisible();
  await stranger.getByLabel('Numero di protocollo').fill('7010');
  await stranger.getByRole('button', { name: 'Verifica' }).click();
  await expect(stranger.getByLabel('Numero di protocollo')).toBeFocused();
  await context.close();
});
