/** What one side writes is before the other without a reload. */
import { expect, expectNoViolations, open, signIn, test } from '../fixtures';

test('both sides of a conversation see each other write', { tag: ['@phone', '@desk'] }, async ({ page, browser, baseURL }) => {
  const subject = `Dal vivo ${Date.now()}`;
  const office = await browser.newContext({ baseURL });
  const desk = await office.newPage();
  await signIn(desk, 'operatore');
  await open(desk, '/coda?vista=non-assegnate');

  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('Ci siete?');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByLabel('Messaggio')).toBeVisible();

  // The queue has it by itself.
  const found = desk.getByRole('main').getByRole('link', { name: subject });
  await expect(found).toBeVisible();
  const row = await found.getAttribute('href');
  await open(desk, row ?? '/coda');
  await page.getByLabel('Messaggio').fill('Sto ancora scrivendo');
  await desk.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(page.getByText('ha preso in carico la richiesta')).toBeVisible();
  await expect(page.getByLabel('Messaggio')).toHaveValue('Sto ancora scrivendo');
  await page.getByRole('button', { name: 'Rispondi' }).click();
  await expect(desk.getByRole('log').getByText('Sto ancora scrivendo')).toBeVisible();
  await expectNoViolations(page, 'a conversation that grew by itself');
  await office.close();
});

test('words stay for whom they were written, also when the other side ends it meanwhile', { tag: ['@phone', '@desk'] }, async ({ page, browser, baseURL }) => {
  const subject = `Per chi ${Date.now()}`;
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('Ci siete?');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByLabel('Messaggio', { exact: true })).toBeVisible();

  const office = await browser.newContext({ baseURL });
  const desk = await office.newPage();
  await signIn(desk, 'operatore');
  await open(desk, '/coda?vista=non-assegnate');
  const row = await desk.getByRole('main').getByRole('link', { name: subject }).getAttribute('href');
  await open(desk, row ?? '/coda');
  await desk.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(desk.getByText('ha preso in carico la richiesta')).toBeVisible();
  // A note is never before the company, whatever is done next and after a reload.
  await desk.getByRole('button', { name: 'Annota' }).click();
  await desk.getByLabel('Nota interna').fill('Solo tra noi');
  await desk.getByRole('button', { name: 'Dai la risposta' }).click();
  await expect(desk.getByLabel('Decisione e motivi')).toHaveValue('');
  await desk.getByLabel('Decisione e motivi').fill('Tutto in ordine.');
  await expect(desk.getByText('Conservato: lo ritrovi qui')).toBeVisible();
  await desk.reload();
  await expect(desk.getByLabel('Decisione e motivi')).toHaveValue('Tutto in ordine.');
  await desk.getByRole('button', { name: 'Annota' }).click();
  await expect(desk.getByLabel('Nota interna')).toHaveValue('Solo tra noi');
  await desk.getByRole('button', { name: 'Annota' }).click();
  await expect(desk.getByRole('log').getByText('Solo tra noi')).toBeVisible();
  // What was noted took nothing of the answer with it.
  await page.getByLabel('Messaggio', { exact: true }).fill('Sto ancora scrivendo');
  await desk.getByRole('button', { name: 'Dai la risposta' }).click();
  await expect(desk.getByLabel('Decisione e motivi')).toHaveValue('Tutto in ordine.');
  await desk.getByLabel('Esito', { exact: true }).selectOption({ label: 'Accolta' });
  await desk.getByRole('button', { name: 'Dai la risposta' }).click();

  // The reply that was not sent is where it can be: in the reason to reopen; and in no rating.
  await expect(page.getByText('Nel frattempo la richiesta è stata chiusa')).toBeVisible();
  const reason = page.locator('.act-form textarea');
  await expect(reason).toHaveValue('Sto ancora scrivendo');
  await expectNoViolations(page, 'a reply that came too late');
  await page.getByRole('button', { name: 'Dai un voto' }).click();
  await expect(reason).toHaveValue('');
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.getByRole('button', { name: 'Riapri' }).click();
  await expect(reason).toHaveValue('Sto ancora scrivendo');
  await page.getByRole('button', { name: 'Riapri' }).click();
  await expect(page.getByRole('log').getByText('Sto ancora scrivendo')).toBeVisible();
  await expect(page.getByLabel('Messaggio', { exact: true })).toHaveValue('');
  await office.close();
});
