/** A UniEmens file checked before it is sent: on the device, by a worker, with or without a network. */
import { readFileSync } from 'node:fs';
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import type { Page, Request } from '@playwright/test';

const PAGE = '/strumenti/controllo-uniemens';
const SAMPLE = readFileSync(new URL('../../data/uniemens-2025-09.xml', import.meta.url), 'utf8');

interface Own {
  company: string;
  tax_code: string;
  matricola: string;
}

/** The first company of whoever is signed in, with its position. */
async function own(page: Page): Promise<Own> {
  const companies = await (await page.request.get('/api/v1/companies')).json();
  const [first] = companies.items;
  const company = await (await page.request.get(`/api/v1/companies/${first.id}`)).json();
  return { company: first.id, tax_code: company.tax_code, matricola: company.positions[0].matricola };
}

/** The sample for somebody's company and the month before this one, which is over and may be declared. */
function fileOf({ tax_code, matricola }: Own): string {
  const day = new Date();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - 1);
  return SAMPLE.replace('<CFAzienda>12345678903', `<CFAzienda>${tax_code}`)
    .replace('7012345662', matricola)
    .replace('2025-09', day.toISOString().slice(0, 7));
}

async function choose(page: Page, text: string, name = 'prova.xml'): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });
}

/** Drops a file on the page, as from a folder. */
async function dropped(page: Page, text: string): Promise<void> {
  const files = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'lasciato.xml', { type: 'text/xml' }));
    return data;
  }, text);
  await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: files });
}

const verdict = (page: Page, text: RegExp) => page.locator('.notice-title').filter({ hasText: text });

test('a file dropped on the page is checked without leaving it', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  const mine = await own(page);
  await open(page, PAGE);
  await expect(page.getByText('Il file resta sul tuo dispositivo')).toBeVisible();
  const sent: Request[] = [];
  page.on('request', (request) => sent.push(request));
  await dropped(page, fileOf(mine));
  await expect(verdict(page, /rifiuterebbe questo file|Il file si può importare|Il file è a posto/)).toBeVisible();
  for (const request of sent) {
    expect(request.method(), request.url()).toBe('GET');
    expect(request.postData(), request.url()).toBeNull();
    expect(decodeURIComponent(request.url())).not.toMatch(/RSSMRA80A01H501U|ROSSI/);
  }
  await expect(page.getByRole('heading', { name: 'DM virtuale' })).toBeVisible();
  await expect(page.getByText(/1\.276,00/).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /Differenze rispetto a/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nota di rettifica prevista' })).toBeVisible();
  await expectNoViolations(page, 'a checked file');
  await expectNoSidewaysScroll(page, 'a checked file');
});

test('a broken file shows its line, and its findings can be kept', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, PAGE);
  await choose(page, fileOf(await own(page)).replace('RSSMRA80A01H501U', 'RSSMRA80A01H501X'), 'rotto.xml');
  await expect(verdict(page, /l'importazione rifiuterebbe questo file/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Che cosa dice il controllo' }).getByText(/riga 16, colonna \d+/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Importa ora' })).toHaveCount(0);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Scarica CSV' }).click();
  expect((await saving).suggestedFilename()).toBe('rotto.csv');
  await page.getByRole('button', { name: 'Controlla un altro file' }).click();
  await expect(page.locator('.drop-zone')).toBeVisible();
});

test('what is no UniEmens file has its reason', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, PAGE);
  for (const [text, reason] of [
    ['%PDF-1.7\n1 0 obj', /non è del tipo indicato/],
    ['<!DOCTYPE a><DenunceMensili/>', /DOCTYPE/],
    ['\uFFFDPK\u0003\u0004', /struttura del file non si può leggere|non è del tipo indicato/],
    ["<?xml version='1.0' encoding='KOI8-R'?><DenunceMensili/>", /codifica del file/],
  ] as const) {
    await choose(page, text);
    await expect(page.getByText(reason).first()).toBeVisible();
    await page.getByRole('button', { name: 'Controlla un altro file' }).click();
  }
  await choose(page, '');
  await expect(page.locator('.file-message')).toBeVisible();
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'grande.xml'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByText('Supera i 50 MB ammessi', { exact: false })).toBeVisible();
});

test('the file that was checked is imported', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'amministratore');
  const registry = readFileSync(new URL('../../data/registry-forno.json', import.meta.url));
  await open(page, '/importa');
  await page.getByRole('radio', { name: 'Visure', exact: true }).check();
  await page.locator('input[type=file]').setInputFiles({ name: 'registry-forno.json', mimeType: 'application/json', buffer: registry });
  await expect(page).toHaveURL(/\/importa\/[0-9A-Z]{26}$/);
  await open(page, '/profilo');
  await page.getByRole('button', { name: 'Esci' }).click();
  await page.getByLabel('Codice fiscale del rappresentante legale').fill('RSSMRA85T10A562S');
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page).toHaveURL(/\/oggi$/);
  await open(page, '/importa');
  await page.getByRole('link', { name: 'Controlla un file prima di inviarlo' }).click();
  await settled(page);
  await choose(page, SAMPLE, 'uniemens-2025-09.xml');
  await expect(page.getByRole('heading', { name: 'Evidenze previste' })).toBeVisible();
  await page.getByRole('button', { name: 'Importa ora' }).click();
  await expect(page).toHaveURL(/\/importa\/[0-9A-Z]{26}$/);
  await expect(page.getByRole('status').filter({ hasText: /Accettato|Già importato/ })).toBeVisible();
});

test('without a network the file is checked by itself', { tag: ['@phone', '@desk'] }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'titolare');
  await open(page, PAGE);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await settled(page);
  await withoutNetwork(async () => {
    await choose(page, SAMPLE);
    await expect(verdict(page, /Confronto con il cassetto non fatto/)).toBeVisible();
    await expect(page.getByText('Il confronto ha bisogno della rete.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'DM virtuale' })).toBeVisible();
    await expectNoViolations(page, 'a file checked without a network');
  });
});

test('a file of thirty megabytes leaves the page answering', { tag: '@once' }, async ({ page }) => {
  test.slow();
  await signIn(page, 'titolare');
  await open(page, PAGE);
  await page.evaluate((sample) => {
    const start = sample.indexOf('<DenunciaIndividuale>');
    const end = sample.indexOf('</DenunciaIndividuale>') + '</DenunciaIndividuale>'.length;
    const one = sample.slice(start, end);
    const many = one.repeat(Math.ceil((30 * 1024 * 1024) / one.length));
    const files = new DataTransfer();
    files.items.add(new File([sample.slice(0, start), many, sample.slice(end)], 'grande.xml'));
    const shown = new Set<number>();
    Object.assign(globalThis, { shown });
    const look = () => {
      const bar = document.querySelector('progress');
      if (bar) shown.add(bar.value);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, SAMPLE);
  await expect(verdict(page, /l'importazione rifiuterebbe questo file/)).toBeVisible({ timeout: 60_000 });
  const shown = await page.evaluate(() => (globalThis as unknown as { shown: Set<number> }).shown.size);
  expect(shown, 'frames of the page that showed how far the worker was').toBeGreaterThan(2);
});

test('a check that is stopped leaves nothing behind', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, PAGE);
  await page.route('**/api/v1/preflight/known*', () => undefined);
  await choose(page, SAMPLE);
  await page.getByRole('button', { name: 'Interrompi' }).click();
  await expect(page.getByRole('button', { name: 'Interrompi' })).toHaveCount(0);
  await expect(page.locator('.file-name')).toHaveCount(0);
});
