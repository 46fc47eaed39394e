/** Files handed in: a whole company from its extract to its first month, and a broken file. */
import { readFileSync } from 'node:fs';
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import type { Page } from '@playwright/test';

const DATA = new URL('../../data/', import.meta.url);

async function hand(page: Page, kind: string, name: string, text = readFileSync(new URL(name, DATA), 'utf8')): Promise<void> {
  await open(page, '/importa');
  const choice = page.getByRole('radio', { name: kind, exact: true });
  if (await choice.count()) await choice.check();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await expect(page).toHaveURL(/\/importa\/[0-9A-Z]{26}$/);
  await settled(page);
}

test('a new company appears with its month balanced and paid', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'amministratore');
  await hand(page, 'Visure', 'registry-forno.json');
  await expect(page.getByRole('status').filter({ hasText: /Accettato|Già importato/ })).toBeVisible();

  await page.goto('/profilo');
  await settled(page);
  await page.getByRole('button', { name: 'Esci' }).click();
  await page.getByLabel('Codice fiscale del rappresentante legale').fill('RSSMRA85T10A562S');
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page).toHaveURL(/\/oggi$/);

  await hand(page, 'UniEmens', 'uniemens-2025-09.xml');
  await expect(page.getByRole('status').filter({ hasText: /Accettato|Già importato/ })).toBeVisible();
  await expectNoViolations(page, 'report of an import');
  await hand(page, 'F24', 'f24-2025-10.csv');
  await expect(page.getByRole('status').filter({ hasText: /Accettato|Già importato/ })).toBeVisible();

  await page.getByRole('navigation', { name: 'Sezioni' }).getByRole('link', { name: 'UniEmens' }).click();
  await settled(page);
  const row = page.getByRole('row', { name: /09\/2025/ }).first();
  await expect(row).toContainText('Quadrato');
  await expect(row).toContainText('Versato');
});

test('a broken file is refused with its line, and nothing of it is stored', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  const broken = '<?xml version="1.0"?>\n<DenunceMensili>\n  <Azienda>\n    <AnnoMeseDenuncia>2025-13</AnnoMeseDenuncia>\n  </Azienda>\n</DenunceMensili>\n';
  await hand(page, 'UniEmens', 'rotto.xml', broken);
  await expect(page.getByRole('alert').filter({ hasText: 'Rifiutato' })).toBeVisible();
  await expect(page.getByText('Nulla di questo file è stato registrato.', { exact: false })).toBeVisible();
  const issues = page.getByRole('table', { name: 'Che cosa dice il controllo' });
  await expect(issues.getByText(/riga 4, colonna \d+/).first()).toBeVisible();
  await expect(page.locator('a[href*="/export/imports/"]'), 'the report as a file').toHaveCount(3);
  await expectNoViolations(page, 'report of a refused import');
  await page.getByRole('link', { name: 'Importa un altro file' }).click();
  await expect(page.getByRole('rowheader', { name: 'rotto.xml' }).first()).toBeVisible();
});

test('records of an archive come from a file, and a wrong one is told by its line', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  const company = (await (await page.request.get('/api/v1/companies')).json()).items[0];
  await signIn(page, 'amministratore');
  const id = `F${Date.now()}`;
  const letter = { id, document: 'altro', outcome: 'consegnata', sent: '2026-03-02', delivered: '2026-03-05', channel: 'raccomandata' };
  const line = (record: object) => JSON.stringify({ section: 'posta-ibrida', company: company.tax_code, op: 'put', record });
  await hand(page, 'Archivi', 'rotto.jsonl', `${line(letter)}\n${line({ ...letter, sent: '2026-02-31' })}\n`);
  await expect(page.getByRole('alert').filter({ hasText: 'Rifiutato' })).toBeVisible();
  await expect(page.getByText(/riga 2/).first()).toBeVisible();
  await hand(page, 'Archivi', 'lettere.jsonl', `${line(letter)}\n`);
  await expect(page.getByRole('status').filter({ hasText: 'Accettato' })).toBeVisible();
  await signIn(page, 'titolare');
  await open(page, `/azienda/${company.id}/posta-ibrida?cerca=${id}`);
  // One row: of the refused file nothing was stored.
  await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(1);
});

test('a file that is too large never leaves', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/importa');
  await expect(page.getByText(/fino a 50 MB/)).toBeVisible();
  let sent = 0;
  page.on('request', (request) => (sent += Number(request.method() === 'POST')));
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'grande.xml'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByText('Supera i 50 MB ammessi', { exact: false })).toBeVisible();
  expect(sent).toBe(0);
});
