/** The archives of a company's file: found, narrowed, opened, followed, corrected. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import type { Page } from '@playwright/test';

/** The first company that the person works for. */
async function company(page: Page): Promise<string> {
  const reply = await page.request.get('/api/v1/companies');
  return (await reply.json()).items[0].id;
}

/** A company of the person whose archive has this many records at least, and the key of the first. */
async function withRecords(page: Page, archive: string, count = 1): Promise<{ id: string; key: string }> {
  const companies = await (await page.request.get('/api/v1/companies?limit=50')).json();
  for (const { id } of companies.items) {
    const { items } = await (await page.request.get(`/api/v1/companies/${id}/sections/${archive}`)).json();
    if (items.length >= count) return { id, key: items[0].key };
  }
  throw new Error(`no company has ${count} records in ${archive}`);
}

test('the owner opens every archive from the company page', { tag: '@phone' }, async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'titolare');
  const home = `/azienda/${await company(page)}`;
  await open(page, home);
  const parts = ['Anagrafica', 'Contribuzione', 'Debiti e atti', 'Domande e comunicazioni'];
  const archives: string[] = [];
  for (const part of parts) {
    const region = page.getByRole('region', { name: part, exact: true });
    await expect(region).toBeVisible();
    archives.push(...(await region.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))));
    await page.getByRole('group', { name: "Archivi dell'azienda" }).getByRole('button', { name: part }).click();
    await expect(region.getByRole('heading', { name: part })).toBeInViewport();
    await expect(region.getByRole('link').first()).toBeFocused();
  }
  expect(new Set(archives).size, 'an archive is listed once').toBe(archives.length);
  expect(archives.length).toBeGreaterThanOrEqual(30);
  for (const archive of archives) {
    await test.step(archive, async () => {
      await open(page, archive);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Azienda');
      await expect(page.locator('.state-error')).toHaveCount(0);
      await expectNoSidewaysScroll(page, archive);
    });
  }
});

test('a debt is found, narrowed down and followed to its month', { tag: ['@phone', '@desk'] }, async ({ page, isMobile }) => {
  await signIn(page, 'titolare');
  const list = `/azienda/${await company(page)}/crediti`;
  await open(page, list);
  await page.getByText("Che cos'è").click();
  await expect(page.getByText(/Una denuncia non pagata passa fra gli insoluti/)).toBeVisible();

  if (isMobile) {
    await page.getByRole('button', { name: 'Filtri e ordine' }).click();
    const sheet = page.getByRole('dialog', { name: 'Filtri e ordine' });
    await sheet.getByLabel('Tipo', { exact: true }).selectOption({ label: 'Denuncia non pagata' });
    await sheet.getByLabel('Ordina per').selectOption('residual');
    await expectNoViolations(page, 'filters');
    await sheet.getByRole('button', { name: 'Mostra', exact: true }).click();
    await expect(page).toHaveURL(/ordine=residual/);
    await expect(page.getByRole('group', { name: 'Filtri' }).getByText('Tipo: Denuncia non pagata')).toBeVisible();
  } else {
    await page.getByLabel('Tipo', { exact: true }).selectOption({ label: 'Denuncia non pagata' });
    await page.getByRole('button', { name: 'Residuo' }).click();
    await expect(page.getByRole('columnheader', { name: 'Residuo' })).toHaveAttribute('aria-sort', 'ascending');
  }
  await expect(page).toHaveURL(/filtro=kind%3Adenuncia_insoluta/);
  await page.reload();
  await settled(page);
  await expect(page).toHaveURL(/filtro=kind%3Adenuncia_insoluta/);
  await expectNoViolations(page, 'a narrowed list');

  const main = page.getByRole('main');
  // One of the past year: of older months there are no returns.
  const month = (back: number) => new Date(Date.now() - back * 30.4 * 86_400_000).toISOString().slice(0, 7).split('-').reverse().join('/');
  // A month, and not the end of a day.
  const recent = new RegExp(`(?<![/\\d])(?:${Array.from({ length: 10 }, (_, back) => month(back + 1)).join('|')})`);
  const unpaid = isMobile ? main.getByRole('link') : main.getByRole('row').filter({ hasText: recent }).getByRole('link');
  await unpaid.filter({ hasText: /Denuncia non pagata/ }).filter({ hasText: isMobile ? recent : '' }).first().click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Denuncia non pagata, \d\d\/\d{4}$/ })).toBeVisible();
  // At a desk the list stays beside the record.
  await expect(main.getByRole('table')).toHaveCount(isMobile ? 0 : 1);
  await expectNoViolations(page, 'a record');
  await page.getByRole('region', { name: 'Collegamenti' }).getByRole('link', { name: /Denuncia UniEmens/ }).first().click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: /UniEmens/ })).toBeVisible();
  await page.goBack();
  await settled(page);
  await page.goBack();
  await expect(page).toHaveURL(/crediti\?.*filtro=/);
});

test('words that match nothing say so and lead back', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, `/azienda/${await company(page)}/crediti?cerca=non+esiste+davvero`);
  await expect(page.getByText('Nessuna voce corrisponde')).toBeVisible();
  await expectNoViolations(page, 'an empty list');
  await page.getByRole('main').getByRole('button', { name: 'Mostra tutto' }).click();
  await expect(page.getByText('Nessuna voce corrisponde')).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: 'Cerca in questo elenco' })).toHaveValue('');
});

test('a list is handed out as files that say what was asked for', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, `/azienda/${await company(page)}/crediti?cerca=denuncia`);
  await page.locator('summary').filter({ hasText: 'Esporta' }).click();
  const link = page.getByRole('link', { name: 'CSV per fogli di calcolo' });
  await expect(link).toHaveAttribute('href', /search=denuncia.*format=csv/);
  await expectNoViolations(page, 'the menu of the files');
  const download = page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await expect(link).toBeHidden();
});

test('how a debt stands and what is left of it are in sight at a desk, beside the record too', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  const { id, key } = await withRecords(page, 'crediti');
  for (const path of ['crediti', `crediti/${encodeURIComponent(key)}`]) {
    await open(page, `/azienda/${id}/${path}`);
    for (const [place, name] of ['Tipo', 'Fase', 'Residuo'].entries()) {
      const head = page.getByRole('main').locator('.table-wrap').getByRole('columnheader').nth(place);
      await expect(head, path).toContainText(name);
      const beyond = await head.evaluate((head) => {
        const room = head.closest('.table-wrap')!.getBoundingClientRect().right;
        return head.getBoundingClientRect().right - room;
      });
      expect(beyond, `${path}: ${name}`).toBeLessThanOrEqual(1);
    }
  }
});

test('a consultant goes through archives and records at a desk', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  const { id } = await withRecords(page, 'forza-lavoro', 3);
  await open(page, `/azienda/${id}`);
  const menu = page.getByRole('navigation').filter({ has: page.getByRole('heading', { name: 'Debiti e atti' }) });
  const archive = menu.locator('a[href$="/forza-lavoro"]');
  await archive.click();
  await settled(page);
  await expect(archive).toHaveAttribute('aria-current', 'page');
  const rows = page.getByRole('main').getByRole('row');
  await rows.nth(1).getByRole('rowheader').getByRole('link').click();
  await settled(page);
  await expect(rows.and(page.locator('[aria-current="true"]'))).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Storia di questa voce' })).toBeVisible();
  await rows.nth(2).getByRole('rowheader').getByRole('link').click();
  await expect(rows.nth(2)).toHaveAttribute('aria-current', 'true');
});

test('the office corrects a record, with a reason that stays', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'operatore');
  const { id } = await withRecords(page, 'crediti');
  await open(page, `/azienda/${id}/crediti`);
  await page.getByRole('main').getByRole('row').nth(1).getByRole('rowheader').getByRole('link').click();
  await settled(page);
  await page.getByRole('button', { name: 'Correggi' }).click();
  await page.getByLabel('Residuo').fill('dodici euro');
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  const summary = page.getByRole('group', { name: 'Controlla questi dati' });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([/Residuo: Scrivi un importo/, /Motivo: Scrivi il motivo/]);
  await expectNoViolations(page, 'a correction with errors');
  await summary.getByRole('link', { name: /Residuo/ }).click();
  await expect(page.getByLabel('Residuo')).toBeFocused();
  await page.getByLabel('Residuo').fill('1.234,56');
  const reason = `Rilettura della distinta ${Date.now()}`;
  await page.getByLabel('Motivo').fill(reason);
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await expect(page.getByText('Correzione registrata.')).toBeVisible();
  const history = page.getByRole('region', { name: 'Storia di questa voce' });
  await expect(history.getByText(reason)).toBeVisible();
  await expect(history.getByText('1.234,56 €').first()).toBeVisible();
});

test('somebody else was faster: what was typed stays, and what changed is told', { tag: '@desk' }, async ({ page, allowErrors }) => {
  allowErrors(/409/);
  await signIn(page, 'operatore');
  const { id, key } = await withRecords(page, 'note-rettifica');
  await open(page, `/azienda/${id}/note-rettifica/${key}`);
  await page.getByRole('button', { name: 'Correggi' }).click();
  await page.getByLabel('Motivo').fill('La mia ragione');

  const path = `/api/v1/companies/${id}/sections/note-rettifica/${key}`;
  const record = await (await page.request.get(path)).json();
  const cells: (string | null)[] = [...record.row.cells];
  const amount = cells.findIndex((cell) => /^-?\d+\.\d\d$/.test(cell ?? ''));
  // More than what notices are not shown for.
  cells[amount] = `${100 + (Date.now() % 900)}.50`;
  const meanwhile = await page.request.put(path, {
    data: { version: record.version, reason: 'Un collega prima di me', cells },
    headers: { 'Idempotency-Key': `meanwhile-${Date.now()}-abcdefgh`, 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(meanwhile.ok(), await meanwhile.text()).toBe(true);

  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await expect(page.getByText('Nel frattempo qualcuno ha cambiato questa voce')).toBeVisible();
  await expect(page.getByLabel('Motivo')).toHaveValue('La mia ragione');
  await page.getByRole('button', { name: 'Leggi la versione attuale' }).click();
  await expect(page.getByText('Nel frattempo qualcuno ha cambiato questa voce')).toHaveCount(0);
  await expect(page.getByText(/Ora nell'archivio: .+,50/)).toBeVisible();
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await expect(page.getByText('Correzione registrata.')).toBeVisible();
});

test('what two archives say differently is told with both values', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  const clients = await (await page.request.get('/api/v1/companies?limit=100')).json();
  let found: { company: string; key: string } | undefined;
  for (const client of clients.items) {
    const rows = await (await page.request.get(`/api/v1/companies/${client.id}/sections/infocamere`)).json();
    const row = rows.items.find((each: { differs?: unknown[] }) => each.differs?.length);
    if (row) {
      found = { company: client.id, key: row.key };
      break;
    }
  }
  expect(found, 'some client differs between the chamber and the institute').toBeTruthy();
  await open(page, `/azienda/${found?.company}/infocamere/${found?.key}`);
  const card = page.getByRole('region', { name: 'Dati che non coincidono' });
  await expect(card.getByText('Diverso')).toBeVisible();
  await expect(card.getByRole('term')).not.toHaveCount(0);
  await expectNoViolations(page, 'differences');
});

test('the pictures of a company say the same as a table', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, `/azienda/${await company(page)}`);
  const returns = page.getByRole('region', { name: 'Denunce, ultimi 13 mesi' });
  await expect(returns.getByRole('img', { name: /Denunce, ultimi 13 mesi/ })).toBeVisible();
  await returns.getByRole('button', { name: 'Mostra come tabella' }).click();
  await expect(returns.getByRole('rowheader')).toHaveCount(13);
  const paid = page.getByRole('region', { name: 'Dovuto e versato, ultimi 12 mesi' });
  await expect(paid.getByRole('img', { name: /Dovuto e versato/ })).toBeVisible();
  await paid.getByRole('button', { name: 'Mostra come tabella' }).click();
  await expect(paid.getByRole('rowheader')).toHaveCount(12);
  const positions = page.getByRole('region', { name: 'Posizioni nel tempo' });
  await expect(positions.getByRole('img')).toBeVisible();
  await positions.getByRole('button', { name: 'Mostra come tabella' }).click();
  await expect(positions.getByRole('rowheader').first()).toBeVisible();
  await expectNoViolations(page, 'pictures as tables');
});

test('the roll and its plans begin with what is left, and are told as a table too', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, `${await withRecord(page, 'dilazioni-cartella', ({ cells }) => cells.includes('attiva'))}/dilazioni-cartella`);
  const roll = page.getByRole('region', { name: 'Ruolo e dilazioni' });
  await expect(roll.getByText(/residuo di \d+ iscrizion[ei] a ruolo/)).toBeVisible();
  await expect(roll.getByRole('img', { name: /Piani di rate in corso/ })).toBeVisible();
  await roll.getByRole('button', { name: 'Mostra come tabella' }).click();
  await expect(roll.getByRole('rowheader').first()).toBeVisible();
  await expectNoViolations(page, 'the roll and its plans');
});

test('the positions are drawn over time where they are listed', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, `/azienda/${await company(page)}/posizioni`);
  await expect(page.getByRole('region', { name: 'Posizioni nel tempo' }).getByRole('img')).toBeVisible();
});

test('the establishments are drawn over time too', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, `${await withRecord(page, 'dipendenze', ({ cells }) => cells.includes('chiusa'))}/dipendenze`);
  const places = page.getByRole('region', { name: 'Unità operative nel tempo' });
  await expect(places.getByRole('img', { name: /Unità operative nel tempo/ })).toBeVisible();
  await places.getByRole('button', { name: 'Mostra come tabella' }).click();
  await expect(places.getByRole('rowheader').first()).toBeVisible();
  await expectNoViolations(page, 'establishments over time');
});

test('a person on the page of a company leads to the record of that person', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, `/azienda/${await company(page)}`);
  await page.getByRole('region', { name: 'Persone collegate' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/soggetti-collegati\/[A-Z0-9]{16}~/);
  await expect(page.getByText('Luogo di nascita')).toBeVisible();
});

/** A company of the person with a record of the archive that is as asked for. */
async function withRecord(page: Page, archive: string, asked: (row: { cells: (string | null)[]; differs?: unknown[] }) => unknown): Promise<string> {
  const companies = await (await page.request.get('/api/v1/companies?limit=100')).json();
  for (const { id } of companies.items) {
    const { items } = await (await page.request.get(`/api/v1/companies/${id}/sections/${archive}`)).json();
    if (items.some(asked)) return `/azienda/${id}`;
  }
  throw new Error(`no company has such a record in ${archive}`);
}

test('the detailed data begin with what differs, and show eight archives in short', { tag: ['@phone', '@desk'] }, async ({ page, isMobile }) => {
  await signIn(page, 'consulente');
  const home = await withRecord(page, 'dati-dettaglio', (row) => row.differs?.length);
  await open(page, `${home}/dati-dettaglio`);
  const main = page.getByRole('main');
  await expect(main.getByRole('region').first()).toHaveAccessibleName('Dati che non coincidono');
  if (isMobile) {
    const parts = main.getByRole('region', { name: 'In dettaglio' });
    await expect(parts.locator('summary')).toHaveCount(8);
    await parts.locator('summary').filter({ hasText: 'Soggetti collegati' }).click();
    await expect(parts.getByRole('link', { name: /^Vedi tutto \(/ }).filter({ visible: true })).toHaveCount(1);
  } else {
    await expect(main.getByRole('region', { name: 'Soggetti collegati', exact: true }).getByRole('link').first()).toBeVisible();
    const ties = main.getByRole('region', { name: 'Soggetti collegati, oggi' });
    await expect(ties.getByRole('img', { name: /\d+ person[ae]; \d+ / })).toBeVisible();
    await ties.getByRole('button', { name: 'Mostra come tabella' }).click();
    await expect(ties.getByRole('rowheader').first().getByRole('link')).toBeVisible();
  }
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'detailed data');
});

test('of wages counted twice the differences are shown, and everything on request', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  const home = await withRecord(page, 'confronto-dm10-o1m', (row) => row.cells.includes('da_verificare'));
  await open(page, `${home}/confronto-dm10-o1m`);
  const lines = page.getByRole('main').getByRole('rowheader');
  await expect(lines.first()).toHaveText(/^\d{4}, retribuzioni$/);
  const differing = await lines.count();
  await page.getByRole('radio', { name: 'Tutti gli anni' }).check();
  await expect(page).toHaveURL(/mostra=tutto/);
  await expect.poll(() => lines.count()).toBeGreaterThan(differing);
  await expectNoViolations(page, 'a comparison');

  const same = await withRecord(page, 'confronto-dm10-o1m', (row) => row.cells.includes('congruente'));
  await open(page, `${same}/confronto-dm10-o1m?filtro=state%3Acongruente`);
  await expect(page.getByText('Nessuna differenza', { exact: true })).toBeVisible();
});

test('notices are counted by cause, with the terms that run out', { tag: ['@phone', '@tablet', '@desk'] }, async ({ page, isMobile }) => {
  await signIn(page, 'consulente');
  const home = await withRecord(page, 'note-rettifica', ({ cells }) => cells.includes('inviata') && cells.includes('attiva'));
  await open(page, `${home}/note-rettifica`);
  const main = page.getByRole('main');
  const terms = main.getByRole('region', { name: 'Termini dei prossimi 60 giorni' });
  await expect(terms.getByRole('link', { name: /giorn[oi]|scaduta/ }).first()).toBeVisible();
  await main.getByRole('region', { name: /not[ae] apert[ae]/ }).getByRole('link').first().click();
  await expect(page).toHaveURL(/filtro=cause(:|%3A)/);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'notices of a cause');
  const wide = (page.viewportSize()?.width ?? 0) >= 768;
  if (!wide) await expect(main.getByRole('heading', { level: 2, name: /· \d+ voc[ei]$/ })).toHaveCount(1);

  await main.getByRole('link', { name: /^NR\d+$/ }).first().click();
  await settled(page);
  await expect(main.getByRole('region', { name: /come si arriva/ })).toBeVisible();
  // From a tablet on the list stays beside the notice; only a desk has room for its columns.
  await expect(page.locator('.pane-list')).toBeVisible({ visible: wide });
  await expect(page.locator('.pane-list').getByRole('table')).toHaveCount(isMobile ? 0 : 1);
});

test('the returns are searched, narrowed and put in order like every archive', { tag: ['@phone', '@desk'] }, async ({ page, isMobile }) => {
  await signIn(page, 'titolare');
  const list = `/azienda/${await company(page)}/uniemens`;
  await open(page, list);
  const main = page.getByRole('main');
  await expect(main.getByText(/^\d+ voc[ei]$/)).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Cerca in questo elenco' });
  await search.fill('non esiste davvero');
  await expect(page.getByText('Nessuna voce corrisponde')).toBeVisible();
  await main.getByRole('button', { name: 'Mostra tutto' }).click();
  await expect(search).toHaveValue('');

  if (isMobile) {
    await page.getByRole('button', { name: 'Filtri e ordine' }).click();
    const sheet = page.getByRole('dialog', { name: 'Filtri e ordine' });
    await sheet.getByLabel('Tipo', { exact: true }).selectOption({ label: 'Corrente' });
    await sheet.getByLabel('Ordina per').selectOption('due');
    await sheet.getByRole('button', { name: 'Mostra', exact: true }).click();
  } else {
    await page.getByLabel('Tipo', { exact: true }).selectOption({ label: 'Corrente' });
    await main.getByRole('button', { name: 'Dovuto' }).click();
    await expect(main.getByRole('columnheader', { name: 'Dovuto' })).toHaveAttribute('aria-sort', 'ascending');
  }
  await expect(page).toHaveURL(/ordine=due/);
  await expect(page).toHaveURL(/filtro=kind%3Acorrente/);
  await settled(page);
  await expectNoSidewaysScroll(page, list);
  await expectNoViolations(page, 'the returns');
  const first = isMobile ? main.locator('.record-title').first() : main.locator('tr a.row-link').first();
  await first.click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: /UniEmens/ })).toBeVisible();
  await expect(main.getByText('Corrente', { exact: true })).toBeVisible();
});

test('a letter is handed out as a document', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  const { id, key } = await withRecords(page, 'posta-ibrida');
  await open(page, `/azienda/${id}/posta-ibrida/${key}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Scarica il PDF di questi dati' }).click();
  expect((await download).suggestedFilename()).toMatch(/^posta-ibrida.*\.pdf$/);
});

test('at a desk each position has its own row of months', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, `/azienda/${await company(page)}/uniemens`);
  const returns = page.getByRole('region', { name: 'Denunce, ultimi 13 mesi' });
  await expect(returns.getByRole('img', { name: /Denunce/ })).toContainText(/\d\d \d{6} \d\d/);
  await returns.getByRole('button', { name: 'Mostra come tabella' }).click();
  await expect(returns.getByRole('rowheader')).toHaveCount(13);
  await expect(returns.getByRole('columnheader', { name: /\d\d \d{6} \d\d/ })).not.toHaveCount(0);
  await expectNoViolations(page, 'a matrix as a table');
});

test('an archive read before is shown without a network, with its age', { tag: '@phone' }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'titolare');
  const home = `/azienda/${await company(page)}`;
  await open(page, home);
  await page.getByRole('link', { name: /Crediti e inadempienze/ }).click();
  await settled(page);
  await page.goBack();
  await settled(page);
  await withoutNetwork(async () => {
    await page.waitForTimeout(2_100); // What is younger than two seconds is not asked again.
    await page.getByRole('link', { name: /Crediti e inadempienze/ }).click();
    await expect(page.getByText(/dati del \d\d\/\d\d\/\d{4}, \d\d:\d\d/).first()).toBeVisible();
    await expect(page.getByText('Nessuna connessione').filter({ visible: true })).toHaveCount(1);
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await expectNoViolations(page, 'an archive without a network');
  });
});
