/** One request to the offices of many clients: from the grid or a list, looked at company by company, sent, and what became of it. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('clients selected in the grid are written to at once', { tag: '@desk' }, async ({ page }) => {
  const subject = `Per tutti ${Date.now()}`;
  await signIn(page, 'consulente');
  await open(page, '/clienti?cerca=forno');
  await page.getByRole('columnheader').first().click();
  await page.getByRole('button', { name: 'Scrivi alle sedi' }).click();
  await expect(page).toHaveURL(/\/strumenti\/richiesta-multipla\?id=/);
  await settled(page);
  await page.getByLabel('Dillo con parole tue').fill('la denuncia non risulta');
  await page.getByRole('list', { name: 'Argomenti' }).getByRole('button').first().click();
  await expect(page.getByRole('button', { name: 'Cambia' })).toBeFocused();
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('Testo della richiesta').fill('Si chiede conferma per');
  await page.getByRole('button', { name: "Nome dell'azienda" }).click();
  await expect(page.getByLabel('Testo della richiesta')).toHaveValue('Si chiede conferma per {company}');
  await expect(page.getByText(/^Salvata /)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Oggetto')).toHaveValue(subject);
  // A word in braces that stands for nothing is said before it is sent.
  await page.getByLabel('Testo della richiesta').fill('Si chiede conferma per {azienda}');
  await expect(page.getByText(/^Salvata /)).toBeVisible();
  await page.getByRole('button', { name: /^Invia \d+ richiest/ }).click();
  await expect(page.getByText(/può stare solo \{company\}/)).toBeVisible();
  await expect(page.getByLabel('Testo della richiesta')).toBeFocused();
  await page.getByLabel('Testo della richiesta').fill('Si chiede conferma per {company}, posizione {matricola}.');
  // In the subject line it is said there.
  await page.getByLabel('Oggetto').fill('Per {azienda}');
  await expect(page.getByLabel('Oggetto')).toHaveAccessibleDescription(/può stare solo \{company\}/);
  await page.getByLabel('Oggetto').fill(subject);
  await expect(page.getByText(/^Salvata /)).toBeVisible();
  await expectNoViolations(page, 'a request for several companies');
  await page.getByRole('button', { name: /^Invia \d+ richiest/ }).click();
  const question = page.getByRole('dialog');
  await expectNoViolations(page, 'the question before many requests are sent');
  await question.getByRole('button', { name: /^Invia \d+ richiest/ }).click();
  await expect(page.getByText('Invio concluso')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/\d+ richiest[ae] inviat[ae]/).first()).toBeVisible();
  const handed = page.waitForEvent('download');
  await page.getByRole('link', { name: "Scarica l'esito (XLSX)" }).click();
  expect((await handed).suggestedFilename()).toMatch(/\.xlsx$/);
  await expectNoViolations(page, 'what became of it');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
});

test('a list of tax codes says which company cannot be written to, on a phone', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'consulente');
  const reply = await page.request.get('/api/v1/companies');
  const [first] = (await reply.json()).items;
  await open(page, '/strumenti/richiesta-multipla');
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText('Incolla almeno un codice fiscale')).toBeVisible();
  await page.getByLabel('Oppure incolla i codici fiscali').fill(`${first.tax_code}\n12345678903\n12345678904`);
  await expect(page.getByText('3 aziende', { exact: true }).last()).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText('Nessuna delega')).toBeVisible();
  await expect(page.getByText('Codice fiscale non valido')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta a più aziende' })).toBeFocused();
  await page.getByRole('radio', { name: /^Non si inviano \(2\)/ }).check();
  await expect(page.getByText('Azienda non tua').first()).toBeVisible();
  await page.getByRole('button', { name: /Togli Azienda non tua/ }).click();
  await expect(page.getByText('Nessuna delega')).toHaveCount(0);
  await page.getByRole('button', { name: /Togli 12345678904/ }).click();
  await expect(page.getByText('Codice fiscale non valido')).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'a request for several companies on a phone');
  // It waits among those there are, until it is thrown away.
  await open(page, '/strumenti/richiesta-multipla');
  await page.getByRole('button', { name: /Elimina Senza oggetto/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Elimina' }).click();
});
