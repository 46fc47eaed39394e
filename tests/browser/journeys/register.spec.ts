/** The register of an office: today live, search, annulment with a reason, closed days. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('what arrives is in the register at once, is found, and is annulled with a reason', { tag: '@once' }, async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signIn(page, 'responsabile');
  await open(page, '/protocollo');
  await expect(page.getByText('Il registro di oggi è aperto')).toBeVisible();

  const subject = `Protocollo dal vivo ${Date.now()}`;
  const context = await browser.newContext();
  const customer = await context.newPage();
  await signIn(customer, 'titolare');
  await open(customer, '/richieste/nuova?argomento=201&passo=2');
  await customer.getByLabel('Oggetto').fill(subject);
  await customer.getByLabel('La tua richiesta').fill('La denuncia non risulta.');
  await expect(customer.getByText(/Bozza salvata/)).toBeVisible();
  await customer.getByRole('button', { name: 'Continua' }).click();
  await customer.getByRole('button', { name: 'Invia' }).click();
  await expect(customer.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible();
  await customer.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(customer.getByRole('log').getByText('La denuncia non risulta.')).toBeVisible();
  await expect(page.getByText(subject).first()).toBeVisible({ timeout: 20_000 });

  await page.getByRole('tab', { name: 'Cerca' }).click();
  await page.getByLabel('Numero, azienda o oggetto').fill(subject);
  await expect(page.getByText(subject).first()).toBeVisible();
  await expect(page.locator('a[href*="/export/register/lines?"]'), 'what was found as a file').toHaveCount(3);
  await page.getByRole('main').getByRole('link', { name: /\.E\.\d{4}\./ }).first().click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(subject);
  await expectNoViolations(page, 'a line of the register');
  await sheet.getByRole('button', { name: 'Annulla la registrazione' }).click();
  await expect(sheet.getByText('Scrivi il motivo')).toBeVisible();
  await sheet.getByLabel("Motivo dell'annullamento").fill('Registrata due volte');
  await sheet.getByRole('button', { name: 'Annulla la registrazione' }).click();
  await expect(sheet).toContainText('Registrata due volte');
  await expect(sheet.getByRole('button', { name: 'Annulla la registrazione' })).toHaveCount(0);
  // Whoever sent it reads so in the conversation, at once.
  const line = customer.getByRole('log').getByRole('listitem').filter({ hasText: 'Registrazione annullata' });
  await expect(line).toContainText('Registrata due volte', { timeout: 20_000 });
  await expectNoViolations(customer, 'a conversation with an annulled registration');
  await context.close();
});

test('a closed day says whether its digest still fits', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'operatore');
  await open(page, '/protocollo?vista=chiusi');
  await page.getByRole('table').getByRole('link').first().click();
  await settled(page);
  await expect(page.getByText("L'impronta corrisponde")).toBeVisible();
  // The line that led here is gone, and the page is the same.
  await expect(page.getByRole('heading', { level: 1, name: 'Protocollo' })).toBeFocused();
  await expectNoViolations(page, 'a closed day');
});

test('what was registered by hand while the system was down is entered once', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/422/);
  const subject = `Consegna a mano ${Date.now()}`;
  const number = `1${String(Date.now()).slice(-7)}`;
  await signIn(page, 'responsabile');
  await open(page, '/protocollo?vista=emergenza');
  const form = page.getByRole('region', { name: 'Registro di emergenza' });
  const enter = form.getByRole('button', { name: 'Riporta nel protocollo' });
  await enter.click();
  await expect(form.getByText('Scrivi questo dato').first()).toBeVisible();
  await expectNoViolations(page, 'a line by hand that lacks all');
  const fill = async () => {
    await form.getByLabel('Numero nel registro di emergenza').fill(number);
    await form.getByLabel('Giorno').fill('2026-01-15');
    await form.getByLabel('Ora', { exact: true }).fill('10:15');
    await form.getByLabel('Mittente o destinatario').fill('Forno Esempio');
    await form.getByLabel('Oggetto').fill(subject);
    await form.getByLabel("Causa dell'interruzione").fill('Mancava la corrente');
    await enter.click();
  };
  await fill();
  await expect(form.getByText(/Riportata con il numero \d{4}\.E\./)).toBeVisible();
  await fill();
  await expect(form.getByText('è già stato riportato')).toBeVisible();
  await open(page, `/protocollo?vista=cerca&cerca=${encodeURIComponent(subject)}`);
  await page.getByRole('main').getByRole('link', { name: /\.E\.\d{4}\./ }).first().click();
  await expect(page.getByRole('dialog')).toContainText(`${number}, 15/01/2026`);
});
