/** How long offices take, for everybody; how an office stands, for whoever heads it. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('anybody sees how long offices take, by office and topic', async ({ page }) => {
  await open(page, '/statistiche');
  await expect(page.getByRole('heading', { level: 1, name: 'Tempi di risposta delle sedi' })).toBeVisible();
  const whole = page.getByRole('region', { name: 'In tutto' });
  await expect(whole).toContainText('giorni lavorativi');
  await expect(whole).toContainText('Nove su dieci entro');
  const topics = page.getByRole('region', { name: 'Per argomento' });
  await expect(topics.getByRole('img', { name: /Per argomento/ })).toBeVisible();
  await topics.getByRole('button').click();
  await expect(topics.getByRole('table')).toBeVisible();
  await expectNoViolations(page, 'the figures as a table');
  await topics.getByRole('link', { name: 'Versamenti' }).click();
  await settled(page);
  await expect(page).toHaveURL(/gruppo=300/);
  await expect(page.getByLabel('Argomento', { exact: true })).toHaveValue('300');
  await page.getByLabel('Sede', { exact: true }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/sede=\d{4}/);
  await expect(page.getByRole('region', { name: 'In tutto' })).toBeVisible();
  for (const [language, word] of [['English', 'How long offices take'], ['Deutsch', 'Antwortzeiten der Stellen']]) {
    await page.getByLabel(/Lingua|Language|Sprache/).selectOption({ label: language });
    await expect(page.getByRole('heading', { level: 1, name: word })).toBeVisible();
  }
});

test('the figures are a file for whoever is signed in', { tag: '@once' }, async ({ page }) => {
  const files = page.locator('a[href*="/export/statistics?"]');
  await open(page, '/statistiche?gruppo=300');
  await expect(files).toHaveCount(0);
  await signIn(page, 'titolare');
  await open(page, '/statistiche?gruppo=300');
  await page.locator('summary').filter({ hasText: 'Esporta' }).click();
  await expect(page.getByRole('link', { name: 'CSV per fogli di calcolo' })).toHaveAttribute('href', /group=300.*format=csv/);
  await expect(files).toHaveCount(3);
});

test('of a few requests nothing is said', { tag: '@once' }, async ({ page }) => {
  await open(page, '/statistiche?sede=0100');
  await expect(page.getByRole('region', { name: 'In tutto' })).toContainText('meno di 10');
});

test('whoever heads an office sees how it stands, and each figure leads to its requests', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'responsabile');
  await open(page, '/coda');
  await page.getByRole('link', { name: 'Andamento della sede' }).click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Andamento della sede' })).toBeVisible();
  const inTime = page.getByRole('region', { name: 'Risposte entro il termine' });
  await expect(inTime).toContainText(/Dal 01\/\d\d\/\d{4}/);
  await expect(inTime).toContainText(/\d+ %.*\d+ rispost[ae] su \d+/);
  const loads = page.getByRole('region', { name: 'Chi ha quanto da fare' });
  await expect(loads.getByRole('row')).not.toHaveCount(1);
  const weeks = page.getByRole('region', { name: 'Arrivi e uscite per settimana' });
  await weeks.getByRole('button').click();
  await expect(weeks.getByRole('row')).toHaveCount(13);
  await expect(page.getByRole('region', { name: 'Voti negli ultimi 30 giorni' })).toBeVisible();
  const ages = page.getByRole('list', { name: 'Aperte da giorni lavorativi' });
  await ages.getByRole('link', { name: /Da 0 a 5/ }).click();
  await settled(page);
  await expect(page).toHaveURL(/\/coda\?eta=0/);
  await page.getByRole('button', { name: 'Togli i filtri' }).click();
  await expect(page).not.toHaveURL(/eta=/);
});

test('a new request says how long answers take', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await expect(page.getByText(/metà delle risposte entro \d+ giorn/)).toBeVisible();
  await page.getByRole('link', { name: 'I tempi di tutte le sedi' }).click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Tempi di risposta delle sedi' })).toBeVisible();
});
