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
