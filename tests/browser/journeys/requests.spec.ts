/** Requests: a company asks, an office answers, each on its own screens. */
import { expect, expectNoViolations, open, signIn, test } from '../fixtures';

test('a company asks and the office answers', { tag: '@once' }, async ({ page }) => {
  const subject = `DM di agosto ${Date.now()}`;
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova');
  await page.getByLabel('Dillo con parole tue').fill('il DURC risulta irregolare ma ho pagato');
  await page.getByRole('list', { name: 'Argomenti' }).getByRole('button').first().click();
  await expect(page.getByText('Passo 2 di 3')).toBeVisible();
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('Ho pagato il 16, ma la nota è ancora aperta.');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('La tua richiesta')).toHaveValue(/Ho pagato il 16/);
  await page.getByRole('button', { name: 'Continua' }).click();
  await expectNoViolations(page, 'the last look at a request');
  await page.getByRole('button', { name: 'Invia' }).click();
  await expect(page.getByText('Richiesta inviata')).toBeVisible();
  await expect(page.getByText(/^\d{4}\.E\.\d{4}\.\d{7}$/)).toBeVisible();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  const theirs = page.url();

  await signIn(page, 'operatore');
  await open(page, '/coda?vista=non-assegnate');
  await page.getByRole('main').getByRole('link', { name: subject }).click();
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await page.getByRole('button', { name: 'Annota' }).click();
  await page.getByLabel('Nota interna').fill('Da verificare in archivio');
  await page.getByRole('button', { name: 'Annota' }).last().click();
  await expect(page.getByText('Da verificare in archivio')).toBeVisible();
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await page.getByLabel('Esito').selectOption({ label: 'Accolta' });
  await page.getByLabel('Decisione e motivi').fill('La nota è chiusa.');
  await page.getByRole('button', { name: 'Dai la risposta' }).last().click();
  await expect(page.getByText('La nota è chiusa.')).toBeVisible();
  await expectNoViolations(page, 'a request at the desk');

  await signIn(page, 'titolare');
  await open(page, new URL(theirs).pathname);
  await expect(page.getByText('La nota è chiusa.')).toBeVisible();
  await expect(page.getByText('Da verificare in archivio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Dai un voto' }).click();
  await page.getByRole('button', { name: 'Dai un voto' }).last().click();
  await expect(page.getByText('Serve una risposta')).toBeVisible();
  await page.getByLabel('Voto').selectOption('5');
  await page.getByRole('button', { name: 'Dai un voto' }).last().click();
  await expect(page.getByText('5 su 5').first()).toBeVisible();
});

test('requests are narrowed in the address', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/richieste');
  await page.getByRole('tab', { name: 'Chiuse' }).click();
  await expect(page).toHaveURL(/stato=chiuse/);
  await expectNoViolations(page, 'requests');
});
