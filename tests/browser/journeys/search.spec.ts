/** Finding anything from anywhere, by keyboard. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

const FIELD = "Cerca un'azienda, un dato, una richiesta, una pagina o un comando";

test('Ctrl-K finds a client and opens it', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: FIELD });
  await expect(field).toBeFocused();
  await expectNoViolations(page, 'the palette');
  await field.fill('forno mod');
  const option = page.getByRole('option', { name: /Forno Modello/ }).first();
  await expect(option).toBeVisible();
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expectNoViolations(page, 'the palette with results');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Forno Modello S.r.l.' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('option', { name: /Forno Modello/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a request is found by words of its subject, and opens', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: FIELD }).fill('cambio séde');
  const option = page.getByRole('option', { name: /Cambio della sede legale/ }).first();
  await expect(option).toBeVisible();
  await expectNoViolations(page, 'the palette with a request');
  await option.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cambio della sede legale' })).toBeVisible();
});

test('commands are found by their words, whatever accents, and do what they say', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  const find = async (text: string, name: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: FIELD }).fill(text);
    return page.getByRole('option', { name });
  };
  const loading = page.waitForEvent('download');
  await (await find('esporta scàdenze', 'Esporta le scadenze (Excel)')).click();
  expect((await loading).suggestedFilename()).toMatch(/\.xlsx$/);
  // A language is found by its word for itself as well.
  await expect(await find('sprache', 'Lingua: Deutsch')).toBeVisible();
  await page.keyboard.press('Escape');
  await (await find('impostazioni avvisi', 'Impostazioni degli avvisi')).click();
  await expect(page).toHaveURL(/\/profilo\/avvisi$/);
});

test('whoever answers is offered no page of those who ask', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'operatore');
  await open(page, '/cerca');
  const field = page.getByRole('combobox', { name: FIELD });
  await field.fill('protocollo');
  await expect(page.getByRole('option', { name: 'Registro di protocollo' })).toBeVisible();
  await field.fill('nuova richiesta');
  await expect(page.getByRole('option', { name: 'Nuova richiesta', exact: true })).toHaveCount(0);
});

test('nothing found says what to try', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/cerca');
  await page.getByRole('combobox', { name: FIELD }).fill('zzqqxx');
  await expect(page.getByText('Nessun risultato: prova con la matricola o il codice fiscale.')).toBeVisible();
});

test('the page of the search gives more, and says what it leaves out', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/cerca');
  const now = new Date();
  const month = new Date(now.getFullYear(), now.getMonth() - 3, 1);
  await page.getByRole('combobox', { name: FIELD }).fill(`${month.getMonth() + 1}/${month.getFullYear()}`);
  const more = page.getByRole('button', { name: 'Mostra altri' });
  await expect(more).toBeVisible();
  const before = await page.getByRole('option').count();
  await more.click();
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(before);
  await expectNoViolations(page, 'the page of the search with more');
});

test('what is found is written as everywhere: days, months, codes and matricole', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/cerca');
  const field = page.getByRole('combobox', { name: FIELD });
  const clients = await (await page.request.get('/api/v1/companies?limit=100')).json();
  const { matricola } = clients.items.find((client: { state: string }) => client.state === 'active');
  await field.fill(matricola);
  await expect(page.getByRole('group', { name: 'Forza lavoro' }).getByRole('option').first()).toBeVisible();
  const said = (await page.getByRole('option').allInnerTexts()).join('\n');
  // Numbers of records may look like a month: `2024-07.6818830`.
  expect(said).not.toMatch(/\b\d{4}-\d{2}(-\d{2})?(?![\d.])/);
  expect(said).not.toContain(matricola);
  expect(said).not.toMatch(/ · (adesione|revoca)\b/);
});

test('a phone has the search in its bar, over the whole screen', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  await page.getByRole('button', { name: 'Cerca', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Cerca' });
  await expect(dialog).toBeVisible();
  const box = await dialog.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(388);
  await expectNoViolations(page, 'the palette on a phone');
});

test('from the first screen the search is a page of its own', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/oggi');
  await page.keyboard.press('Control+k');
  await expect(page).toHaveURL(/\/cerca$/);
  await settled(page);
  await expect(page.getByRole('combobox', { name: FIELD })).toBeFocused();
});

test('keys lead to pages, and can be switched off', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/profilo');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Scadenze' })).toBeVisible();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' });
  await expect(help).toBeVisible();
  await expectNoViolations(page, 'the list of keys');
  await help.getByRole('switch', { name: 'Scorciatoie di una lettera' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('dialog', { name: 'Per chi vuoi lavorare?' })).toBeVisible();
});
