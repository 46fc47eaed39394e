/** An office writes to a company first: about one of its positions or all of it, read and answered, and sent once whatever becomes of the answer. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import type { Page, Route } from '@playwright/test';

/** The company of the owner. */
async function owned(page: Page): Promise<string> {
  await signIn(page, 'titolare');
  const companies = await (await page.request.get('/api/v1/companies')).json();
  return companies.items[0].id;
}

test('an operator writes to a company first, and its owner reads it and replies', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const subject = `Dalla sede ${Date.now()}`;
  const company = await owned(page);
  await signIn(page, 'operatore');
  await open(page, `/azienda/${company}`);
  await page.getByRole('link', { name: "Scrivi all'azienda" }).click();
  await expect(page.getByRole('heading', { level: 1, name: "Scrivi all'azienda" })).toBeVisible();
  // What is missing is said, and what was written stays.
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page.getByText('Serve una risposta').first()).toBeVisible();
  await expect(page.getByLabel('Argomento')).toBeFocused();
  await expectNoViolations(page, 'a first message to a company');
  await expectNoSidewaysScroll(page);
  // Nor is it lost with the page. It may be about one of the company's positions.
  const position = page.getByLabel('Posizione');
  await expect(position.locator('option:checked')).toHaveText("Tutta l'azienda");
  await position.selectOption({ index: 1 });
  const code = String(await position.locator('option:checked').textContent()).replace(/ · .*/, '');
  await expect(page.getByText(/^Resta su questo dispositivo/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Oggetto')).toHaveValue(subject);
  await expect(position.locator('option:checked')).toContainText(code);
  await page.getByLabel('Argomento').selectOption({ label: 'DM trasmessi' });
  await page.getByLabel('Messaggio').fill('Manca il mese di agosto: quando lo trasmettete?');
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page).toHaveURL(/\/coda\//);
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByRole('log').getByText('ha aperto la conversazione per la sede')).toBeVisible();
  await expect(page.getByRole('log').getByText(/^\d{4}\.U\.\d{4}\.\d{7}$/)).toBeVisible();
  await expect(page.getByText(/la sede attende una risposta dall'azienda/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Dati', exact: true }).getByText(code, { exact: true })).toBeVisible();
  await expectNoViolations(page, 'what an office began, at the desk');
  await page.getByRole('link', { name: "Scrivi all'azienda" }).click();
  await expect(page.getByLabel('Oggetto')).toHaveValue('');

  await signIn(page, 'titolare');
  await open(page, '/richieste');
  const row = page.getByRole('main').getByRole('link', { name: new RegExp(`Da leggere.*${subject}`) });
  await expect(row).toContainText('Aperta dalla sede');
  await expectNoSidewaysScroll(page);
  await row.click();
  await expect(page.getByText('Manca il mese di agosto: quando lo trasmettete?')).toBeVisible();
  // Nobody takes back what another one began.
  await expect(page.getByRole('button', { name: 'Fatti richiamare' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ritira' })).toHaveCount(0);
  await expectNoViolations(page, 'what an office began, as the company reads it');
  await page.getByLabel('Messaggio').fill('Lo trasmettiamo domani.');
  await page.getByRole('button', { name: 'Rispondi' }).click();
  await expect(page.getByRole('log').getByText('Lo trasmettiamo domani.')).toBeVisible();
  await expect(page.getByText(/la sede attende una risposta dall'azienda/)).toHaveCount(0);
});

test('what was sent and whose answer was lost is sent once', { tag: '@desk' }, async ({ page, allowErrors }) => {
  allowErrors(/ERR_FAILED/);
  const subject = `Una volta ${Date.now()}`;
  const company = await owned(page);
  await signIn(page, 'operatore');
  await open(page, `/strumenti/scrivi?azienda=${company}`);
  await page.getByLabel('Argomento').selectOption({ label: 'DM trasmessi' });
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('Messaggio').fill('Manca il mese di agosto.');
  const arrived: boolean[] = [];
  const lose = async (route: Route) => {
    const headers = { ...route.request().headers(), 'sec-fetch-site': 'same-origin' };
    arrived.push((await route.fetch({ headers })).ok());
    await route.abort();
  };
  await page.route('**/api/v1/companies/*/requests', lose, { times: 1 });
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page.getByText("Non c'è connessione: controlla la rete e riprova.").first()).toBeVisible();
  expect(arrived, 'the server has it').toEqual([true]);
  await page.reload();
  await settled(page);
  await expect(page.getByLabel('Oggetto')).toHaveValue(subject);
  await expect(page.getByLabel('Messaggio')).toHaveValue('Manca il mese di agosto.');
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page).toHaveURL(/\/coda\//);
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByRole('log').getByText('Manca il mese di agosto.')).toHaveCount(1);
  await open(page, '/coda?pagina=tutte');
  await page.getByLabel('Cerca per oggetto, protocollo o azienda').fill(subject);
  const rows = page.getByRole('main').locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole('link', { name: subject })).toBeVisible();
  // What is written next is another one.
  await open(page, `/strumenti/scrivi?azienda=${company}`);
  await expect(page.getByLabel('Oggetto')).toHaveValue('');
});
