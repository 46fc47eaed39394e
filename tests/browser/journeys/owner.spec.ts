/** The owner of a company: figures, the month's declaration, its payment. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('the owner signs in and follows a month from the figures to its payment', async ({ page }) => {
  await open(page, '/');
  await expect(page.getByText('Questo è un simulatore')).toBeVisible();
  await expectNoViolations(page, 'sign-in');
  await page.getByRole('button', { name: /Mario Rossi/ }).click();

  await expect(page).toHaveURL(/\/oggi$/);
  await settled(page);
  await expect(page.getByText('Forno Modello S.r.l.').first()).toBeVisible();
  const figures = page.getByRole('region', { name: 'Contributi, ultimi 12 mesi' });
  await expect(figures.getByText(/Dovuto .+€ · versato .+€/)).toBeVisible();
  await expect(figures.getByRole('img', { name: /Contributi, ultimi 12 mesi/ })).toBeVisible();
  await expectNoViolations(page, 'home');

  await figures.getByRole('button', { name: 'Mostra come tabella' }).click();
  await expect(figures.getByRole('table')).toBeVisible();

  await page.getByRole('region', { name: 'Ultime denunce' }).getByRole('link', { name: /13 lavoratori/ }).first().click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: /UniEmens \d\d\/\d{4}/ })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Stato della denuncia' }).getByText('Quadrata')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Il conto' }).getByRole('rowheader')).toHaveText(['A debito', 'A credito']);
  await expect(page.getByRole('table', { name: 'Lavoratori denunciati' }).getByRole('rowheader')).toHaveCount(13);
  await expectNoViolations(page, 'declaration');

  await page.getByRole('region', { name: 'Versamenti abbinati' }).getByRole('link', { name: /F24 del/ }).click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: /F24 del/ })).toBeVisible();
  await expectNoViolations(page, 'payment');
  await page.getByRole('link', { name: 'Apri la denuncia' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /UniEmens/ })).toBeVisible();

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /F24 del/ })).toBeVisible();
});

test('at a desk what happened stands beside what there is to do', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  const box = async (name: string) => (await page.getByRole('region', { name }).boundingBox())!;
  const [standing, chart, latest] = [await box('Regolarità'), await box('Contributi, ultimi 12 mesi'), await box('Ultime denunce')];
  expect(latest.x, 'the rail is at the right of all').toBeGreaterThanOrEqual(chart.x + chart.width);
  expect(latest.width).toBeLessThan(standing.width);
  // With less room it is among the others.
  await page.setViewportSize({ width: 1280, height: 900 });
  const narrow = [await box('Regolarità'), await box('Ultime denunce')];
  expect(Math.round(narrow[0]!.width)).toBe(Math.round(narrow[1]!.width));
});

test('what is missing leads to the month it is missing from', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  const missing = page.getByRole('link', { name: /Versamento incompleto di \d\d\/\d{4}/ }).first();
  const month = /\d\d\/\d{4}/.exec((await missing.textContent()) ?? '')?.[0] ?? '';
  await missing.click();
  await settled(page);
  const row = page.getByRole('table', { name: 'Dovuto e versato, mese per mese' }).getByRole('row', { name: month }).first();
  await expect(row).toContainText(/Versato in parte|Non versato/);
});

test('filters stand in the address and survive a reload', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  await page.goto((await page.getByRole('link', { name: 'Mese per mese' }).getAttribute('href')) ?? '');
  await settled(page);
  await page.getByRole('radio', { name: 'Non abbinate' }).check();
  await expect(page).toHaveURL(/mostra=non-abbinate/);
  await expect(page.getByText('Matricola sconosciuta').first()).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(page.getByRole('radio', { name: 'Non abbinate' })).toBeChecked();
  await expect(page.getByText('Alla denuncia')).toHaveCount(0);
});

test('a company page says what the register says', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  await page.getByRole('link', { name: 'Azienda', exact: true }).first().click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Forno Modello S.r.l.' })).toBeVisible();
  await expect(page.getByText('Rappresentante legale')).toBeVisible();
  await expect(page.getByText('Roma Tuscolano (7010)').first()).toBeVisible();
  await expectNoViolations(page, 'company');
});

test('the pieces of a company page and of an archive that come late push nothing away', { tag: ['@phone', '@tablet', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await page.addInitScript(() => {
    const moved: string[] = PerformanceObserver.supportedEntryTypes.includes('layout-shift') ? [] : ['this browser does not say what moves'];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (entry.value > 0.003 && !entry.hadRecentInput) moved.push(`${entry.value.toFixed(4)} after ${Math.round(entry.startTime)} ms`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let asked = 0;
  await page.route(/\/api\/v1\/(companies|evidence|changes)/, async (route) => {
    // Out of their order, the first of them last.
    await new Promise((over) => setTimeout(over, 900 - 200 * (asked++ % 4)));
    await route.continue();
  });
  const { items } = await (await page.request.get('/api/v1/companies')).json();
  for (const [path, last] of [['', 'Contatti'], ['/crediti', 'Debiti per anzianità']]) {
    await open(page, `/azienda/${items[0].id}${path}`);
    await expect(page.getByRole('region', { name: last })).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved), path).toEqual([]);
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a piece of a company page that fails says which it is, and the others stand', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/500/);
  await signIn(page, 'titolare');
  const { items } = await (await page.request.get('/api/v1/companies')).json();
  await page.route(/\/sections\/(crediti|situazione-pagamenti|storico-stati)|\/changes\?/, (route) => route.fulfill({ status: 500, body: '' }));
  await open(page, `/azienda/${items[0].id}`);
  for (const name of ['Debiti per anzianità', 'Novità', 'Dovuto e versato, ultimi 12 mesi', 'Posizioni nel tempo']) {
    await expect(page.getByRole('region', { name }).getByRole('button', { name: 'Riprova' })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'Contatti' })).toBeVisible();
  await page.unrouteAll();
  const debts = page.getByRole('region', { name: 'Debiti per anzianità' });
  await debts.getByRole('button', { name: 'Riprova' }).click();
  await expect(debts.getByRole('button', { name: 'Mostra come tabella' })).toBeVisible();
});

test('on a phone the parts of the file are one tap away', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'titolare');
  const { items } = await (await page.request.get('/api/v1/companies')).json();
  await open(page, `/azienda/${items[0].id}`);
  const parts = page.getByRole('group', { name: "Archivi dell'azienda" });
  await parts.getByRole('button', { name: /^Debiti e atti/ }).press('Enter');
  await expect(page.getByRole('link', { name: /^Crediti e inadempienze/ })).toBeFocused();
  await page.emulateMedia({ media: 'print' });
  await expect(parts).toBeHidden();
  await expect(page.locator('.page-header h1')).toHaveText('Forno Modello S.r.l.');
  await expect(page.locator('.page-header h1')).toBeVisible();
});
