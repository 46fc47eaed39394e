/** The practice: all clients in one grid, what changed, what is done to many at once. */
import type { Page } from '@playwright/test';
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

const grid = (page: Page) => page.getByRole('grid', { name: 'Clienti' });
const bodyRows = (page: Page) => page.locator('.grid-body .grid-row:not(.grid-away)');

test('a consultant finds clients while typing, and opens one', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  expect(await bodyRows(page).count()).toBeLessThanOrEqual(60);
  const search = page.getByRole('searchbox', { name: 'Cerca per nome, matricola o codice fiscale' });
  await search.fill('caffe');
  await expect(bodyRows(page).first()).toContainText('Caffè');
  await expect(page).toHaveURL(/cerca=caffe/);
  await expect(search).toBeFocused();
  await expectNoViolations(page, 'clients');
  await search.fill('non esiste davvero');
  await expect(page.getByText('Nessuna azienda corrisponde')).toBeVisible();
  await page.getByRole('button', { name: 'Mostra tutte' }).click();
  await expect(search).toHaveValue('');
  await search.fill('forno modello');
  await page.getByRole('link', { name: 'Forno Modello S.r.l.', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Forno Modello S.r.l.' })).toBeVisible();
});

test('a scroll draws what comes into sight and leaves the other rows alone', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  // The focus is in the heading, so no row is kept beside those in sight.
  await grid(page).getByRole('columnheader').nth(2).click();
  await expect(bodyRows(page).first()).toHaveAttribute('aria-rowindex', '2');
  const before = await page.evaluateHandle(() => {
    const rows = [...document.querySelectorAll('.grid-body .grid-row')];
    return new Map(rows.map((row) => [row, row.getAttribute('aria-rowindex')]));
  });
  await grid(page).evaluate((scroller) => {
    scroller.scrollTop += 14 * 44;
  });
  await expect(bodyRows(page).first()).not.toHaveAttribute('aria-rowindex', '2');
  const after = await before.evaluate((before) => {
    const rows = [...document.querySelectorAll('.grid-body .grid-row')];
    const kept = rows.filter((row) => before.has(row));
    return { kept: kept.length, moved: kept.filter((row) => before.get(row) !== row.getAttribute('aria-rowindex')).length };
  });
  expect(after.moved).toBe(0);
  expect(after.kept).toBeGreaterThan(8);
});

test('the grid by keyboard: move, select, sort, open', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  await grid(page).focus();
  const active = () => page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.parentElement?.getAttribute('aria-rowindex') : null;
  });
  expect(await active()).toBe('2');
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe('3');
  await page.keyboard.press('Control+End');
  const last = await grid(page).getAttribute('aria-rowcount');
  expect(Number(await active())).toBe(Number(last) - 1);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 cliente selezionato')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 clienti selezionati')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`${Number(last) - 2} clienti selezionati`)).toBeVisible();
  await expectNoViolations(page, 'a selection');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Operazioni sui clienti selezionati' })).toHaveCount(0);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader').nth(1)).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/ordine=/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page).toHaveURL(/\/azienda\//);
});

test('a filter is added, saved as a tab, and deleted again', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  await page.getByRole('button', { name: 'Filtri' }).click();
  const filters = page.getByRole('dialog', { name: 'Filtri' });
  await filters.getByLabel('Valore').fill('100');
  await filters.getByRole('button', { name: 'Aggiungi il filtro' }).click();
  await expect(page.getByText('Da pagare almeno 100,00 €')).toBeVisible();
  await expect(page).toHaveURL(/filtro=missing/);
  const name = `Da richiamare ${Date.now()}`;
  await page.getByRole('button', { name: 'Vista', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Vista' });
  await expectNoViolations(page, 'a new view');
  await sheet.getByLabel('Nome della vista').fill(name);
  await sheet.getByRole('button', { name: 'Salva' }).click();
  const tab = page.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: `Gestisci la vista ${name}` }).click();
  const manage = page.getByRole('dialog', { name: /Gestisci/ });
  await manage.getByRole('button', { name: 'Elimina' }).click();
  await manage.getByRole('button', { name: 'Elimina' }).click();
  await expect(tab).toHaveCount(0);
});

test('a tag is made and put on the clients selected', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti?cerca=forno');
  await page.getByRole('columnheader').first().click();
  await page.getByRole('button', { name: 'Etichette' }).click();
  const sheet = page.getByRole('dialog', { name: /Etichette di/ });
  const name = `prova ${Date.now() % 100_000}`;
  await sheet.getByLabel("Nome dell'etichetta").fill(name);
  await sheet.getByRole('button', { name: 'Crea e metti' }).click();
  await expect(page.getByText(/client[ei] aggiornat[oi]\./)).toBeVisible();
  await expect(sheet.locator('.tag', { hasText: name })).toBeVisible();
  await expectNoViolations(page, 'tags');
  await sheet.getByRole('button', { name: `Elimina ${name}` }).click();
  await sheet.getByRole('button', { name: 'Elimina', exact: true }).click();
  await expect(sheet.locator('.tag', { hasText: name })).toHaveCount(0);
});

test('the selection is exported as a file', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Operazioni sui clienti selezionati' });
  await bar.getByRole('button', { name: 'Esporta' }).click();
  const sheet = page.getByRole('dialog', { name: /Esporta/ });
  const loading = page.waitForEvent('download');
  await sheet.getByRole('link', { name: /CSV/ }).click();
  expect((await loading).suggestedFilename()).toMatch(/\.csv$/);
});

test('all that match are exported without being selected', { tag: ['@desk', '@phone'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti?filtro=missing:at_least:1&cerca=forno');
  await page.getByRole('button', { name: 'Esporta', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: /^Esporta \d+ client[ei]$/ });
  const link = sheet.getByRole('link', { name: /XLSX/ });
  await expect(link).toHaveAttribute('href', /filter=missing%3Aat_least%3A1.*search=forno/);
  await expect(link).not.toHaveAttribute('href', /compan|except/);
  await expectNoViolations(page, 'the export of all that match');
  const loading = page.waitForEvent('download');
  await link.click();
  expect((await loading).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('back from a client the grid stands where it was left', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  const scrolled = () => grid(page).evaluate((scroller) => scroller.scrollTop);
  await grid(page).focus();
  const left = () => grid(page).evaluate((scroller) => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop);
  // The grid reckons with a guessed height until it is measured, a moment after its first rows: who presses before is not at its end yet.
  await expect(async () => {
    await page.keyboard.press('Control+End');
    expect(await left()).toBeLessThanOrEqual(1);
  }).toPass();
  const before = await scrolled();
  expect(before).toBeGreaterThan(100);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page).toHaveURL(/\/azienda\//);
  await page.goBack();
  await settled(page);
  await expect.poll(async () => Math.abs((await scrolled()) - before)).toBeLessThanOrEqual(1);
});

test('columns are chosen and kept on the device', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  await expect(page.getByRole('columnheader')).toHaveCount(19);
  await page.getByRole('button', { name: 'Colonne' }).click();
  const sheet = page.getByRole('dialog', { name: 'Colonne' });
  await sheet.getByLabel('Codice fiscale').check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Codice fiscale' })).toHaveCount(1);
  await page.reload();
  await settled(page);
  await expect(page.getByRole('columnheader', { name: 'Codice fiscale' })).toHaveCount(1);
});

test('columns stay in place while the others scroll', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  const left = (column: number) => page.getByRole('columnheader').nth(column).evaluate((cell) => cell.getBoundingClientRect().left);
  const [second, third, fourth] = [await left(2), await left(3), await left(4)];
  const sideways = () => grid(page).evaluate((grid) => grid.scrollTo({ left: 400 }));
  await page.getByRole('button', { name: 'Colonne' }).click();
  await page.getByRole('dialog', { name: 'Colonne' }).getByLabel('Colonne che restano ferme').selectOption('3');
  await page.keyboard.press('Escape');
  await sideways();
  expect(await left(2)).toBe(second);
  expect(await left(3)).toBe(third);
  expect(await left(4)).toBeLessThan(fourth);
  // Rows as the heading, and after a reload too.
  const cell = page.getByRole('row').nth(3).locator('.grid-frozen-2');
  expect(await cell.evaluate((cell) => cell.getBoundingClientRect().left)).toBe(third);
  await page.reload();
  await settled(page);
  await sideways();
  await expect.poll(() => left(3)).toBe(third);
  await expectNoViolations(page, 'columns that stay');
});

// One after the other: both are about the clients of one colleague.
test.describe('with a colleague', () => {
  test.describe.configure({ mode: 'serial' });

  test('a tab is shared with colleagues, with its counter', { tag: '@desk' }, async ({ page }) => {
    // A name without figures: the counter stands behind it.
    const name = `Condivisa ${[...String(Date.now())].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
    const tab = page.getByRole('button', { name: new RegExp(`^${name}`) });
    await signIn(page, 'consulente');
    await open(page, '/clienti?filtro=missing:at_least:1');
    await page.getByRole('button', { name: 'Vista', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Vista' });
    await sheet.getByLabel('Nome della vista').fill(name);
    await sheet.getByLabel('Per tutto lo studio').check();
    await sheet.getByRole('button', { name: 'Salva' }).click();
    await expect(tab).toHaveAttribute('aria-pressed', 'true');
    // Heading and totals are rows too.
    const rows = async () => Number(await grid(page).getAttribute('aria-rowcount')) - 2;
    const counted = async () => Number(/\d+/.exec(await tab.innerText())?.[0] ?? -1);
    await expect.poll(async () => (await counted()) - (await rows())).toBe(0);

    // A colleague sees the tab, counted over their own clients, and cannot change it.
    await signIn(page, 'collaboratore');
    await open(page, '/clienti');
    await tab.click();
    await expect(tab).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => (await counted()) - (await rows())).toBe(0);
    await expect(page.getByRole('button', { name: `Gestisci la vista ${name}` })).toHaveCount(0);

    await signIn(page, 'consulente');
    await open(page, '/clienti');
    await tab.click();
    await page.getByRole('button', { name: `Gestisci la vista ${name}` }).click();
    const manage = page.getByRole('dialog', { name: /Gestisci/ });
    await manage.getByRole('button', { name: 'Elimina' }).click();
    await manage.getByRole('button', { name: 'Elimina' }).click();
    await expect(tab).toHaveCount(0);
  });

  test('clients are assigned to a colleague and taken back', { tag: '@desk' }, async ({ page }) => {
    const clients = async () => (await (await page.request.get('/api/v1/companies?limit=100')).json()).items.map((one: { name: string }) => one.name);
    await signIn(page, 'collaboratore');
    const before: string[] = await clients();
    await signIn(page, 'consulente');
    const name: string | undefined = (await clients()).find((one: string) => !before.includes(one));
    if (!name) throw new Error('every client is assigned');
    const assign = async (what: RegExp) => {
      await open(page, `/clienti?cerca=${encodeURIComponent(name)}`);
      await page.getByRole('columnheader').first().click();
      await page.getByRole('button', { name: 'Assegna', exact: true }).click();
      await page.getByRole('dialog', { name: /Assegna/ }).getByRole('button', { name: what }).first().click();
      await expect(page.getByText(/client[ei] aggiornat[oi]\./)).toBeVisible();
    };
    await assign(/^Assegna a /);
    try {
      await signIn(page, 'collaboratore');
      await open(page, `/clienti?cerca=${encodeURIComponent(name)}`);
      await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
    } finally {
      await signIn(page, 'consulente');
      await assign(/^Togli a /);
    }
    await signIn(page, 'collaboratore');
    expect(await clients()).not.toContain(name);
  });
});

test('a phone shows cards; a long list stays short in the page', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti');
  const cards = page.getByRole('list', { name: 'Clienti' }).getByRole('listitem');
  expect(await cards.count()).toBeLessThanOrEqual(60);
  // The light of who was checked is the DURC's, in words and with an icon.
  const light = cards.locator('.client-facts > .tag:first-child').filter({ hasText: /DURC: (Regolare|In verifica|Da regolarizzare)/ });
  await expect(light.first().locator('svg')).toBeVisible();
  await page.getByRole('button', { name: 'Seleziona', exact: true }).click();
  await page.getByRole('checkbox').first().click();
  await expect(page.getByText('1 cliente selezionato')).toBeVisible();
  await expectNoViolations(page, 'cards being selected');
});

test('the news of a selection are marked in one call', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'collaboratore');
  await open(page, '/clienti');
  let calls = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/changes/seen')) calls += 1;
  });
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  const mark = page.getByRole('button', { name: 'Segna le novità come viste' });
  await mark.click();
  await expect(page.getByText(/client[ei] aggiornat[oi]\./)).toBeVisible();
  await expect(mark).toHaveCount(0);
  expect(calls).toBe(1);
});

test('what changed is seen, field by field, and marked', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'associazione');
  await open(page, '/novita');
  const first = page.getByRole('main').getByRole('region').first();
  await expect(first).toBeVisible();
  await expectNoViolations(page, 'changes');
  const titles = await page.getByRole('main').getByRole('link', { name: /^(UniEmens trasmessi|Versamenti F24): / }).allInnerTexts();
  for (const title of titles) expect(title).not.toMatch(/\d{4}-\d{2}/);
  const name = await first.getByRole('heading', { level: 2 }).innerText();
  await first.getByRole('button', { name: 'Segna come visti' }).click();
  await expect(page.getByText(/Fatto: /)).toBeVisible();
  await expect(page.getByRole('region', { name })).toHaveCount(0);
});

test('open evidence and requests are columns that lead to them', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/clienti?colonne=evidence,evidence_durc,requests,unread&ordine=-evidence');
  const headings = ['Evidenze aperte', 'Fermano il DURC', 'Richieste aperte', 'Richieste da leggere'];
  for (const name of headings) await expect(page.getByRole('columnheader', { name })).toHaveCount(1);
  await bodyRows(page).first().getByRole('link', { name: /^Evidenze aperte: \d+, / }).click();
  await settled(page);
  await expect(page).toHaveURL(/\/azienda\/[^/]+\/evidenze$/);
  await open(page, '/clienti?filtro=requests:at_least:1&colonne=requests');
  await bodyRows(page).first().getByRole('link', { name: /^Richieste aperte: \d+, / }).click();
  await settled(page);
  await expect(page).toHaveURL(/\/richieste\?azienda=/);
});

test('without clients the first steps are shown, and lead there', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'consulente');
  await page.route('**/api/v1/practice/grid', async (route) => {
    const reply = await route.fetch();
    const grid = Object.entries(await reply.json() as Record<string, unknown>);
    const none = grid.map(([name, list]) => [name, Array.isArray(list) ? [] : list]);
    await route.fulfill({ response: reply, json: { ...Object.fromEntries(none), id: ['', ''] } });
  });
  await open(page, '/clienti');
  await expect(page.getByText('Non hai ancora clienti')).toBeVisible();
  const steps = page.getByRole('region', { name: 'Per cominciare' });
  await expect(steps.getByText('Fatti delegare dal primo cliente')).toBeVisible();
  for (const [name, path] of [[/Importa i file/, '/importa'], [/Scegli di che cosa/, '/profilo/avvisi'], [/Prova il controllo/, '/strumenti/controllo-uniemens']] as const) {
    await expect(steps.getByRole('link', { name })).toHaveAttribute('href', path);
  }
  await expectNoViolations(page, 'no clients');
});
