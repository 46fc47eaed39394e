/** Documents of a message: chosen, dropped, pasted, gone on with, refused each for its reason; on the receipt and in the conversation. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, signIn, test } from '../fixtures';
import type { Page } from '@playwright/test';

const MEBIBYTE = 1024 * 1024;
/** What every scanner takes for a virus; not in one piece, or this file were one. */
const EICAR = [String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$`, 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'];

/** A PDF of so many bytes. */
function pdf(name: string, size = 2000): { name: string; mimeType: string; buffer: Buffer } {
  const head = `%PDF-1.7\n% ${name}\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(head.padEnd(size, '0')) };
}

/** A new request whose details are asked for. */
async function begin(page: Page, subject: string): Promise<void> {
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('In allegato quello che serve.');
}

const files = (page: Page) => page.getByRole('list', { name: 'Documenti aggiunti' });
const chosen = (page: Page) => page.locator('.file-drop input[type=file]');

/** Drops a small document on its place or beside it, or pastes it. */
async function hand(page: Page, way: 'drop' | 'beside' | 'paste', name: string): Promise<void> {
  const data = await page.evaluateHandle(([name]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([`%PDF-1.7\n${name}`], name ?? '', { type: 'application/pdf' }));
    return transfer;
  }, [name]);
  if (way !== 'paste') return page.locator(way === 'drop' ? '.drop-zone' : 'h1').first().dispatchEvent('drop', { dataTransfer: data });
  await page.evaluate((clipboardData) => {
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test('three documents of 3 MB go with a request and are had by the office', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const subject = `Tre documenti ${Date.now()}`;
  await signIn(page, 'titolare');
  await begin(page, subject);
  await chosen(page).setInputFiles(pdf('prima.pdf', 3 * MEBIBYTE));
  await hand(page, 'drop', 'seconda.pdf');
  await hand(page, 'paste', 'terza.pdf');
  await expect(files(page).getByText('Caricato')).toHaveCount(3);
  // A fourth is refused and keeps nothing else from going on once it is taken away.
  await chosen(page).setInputFiles(pdf('quarta.pdf'));
  await expect(files(page).getByText(/Sono già 3 file/)).toBeVisible();
  await page.getByRole('button', { name: 'Togli quarta.pdf' }).click();
  await expectNoViolations(page, 'a request with documents');
  await expectNoSidewaysScroll(page);
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();

  // The draft brings them along after a reload.
  await page.reload();
  await expect(files(page).getByText('Caricato')).toHaveCount(3);
  await expect(files(page).getByText('prima.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'seconda.pdf' })).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toHaveCount(4);
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);

  await signIn(page, 'operatore');
  await open(page, `/coda/${id}`);
  const handed = page.waitForEvent('download');
  await page.getByRole('log').getByRole('link', { name: 'terza.pdf' }).click();
  expect((await handed).suggestedFilename()).toBe('terza.pdf');
  const all = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Scarica la conversazione con i documenti (zip)' }).click();
  expect((await all).suggestedFilename()).toMatch(/\.zip$/);
  await expectNoViolations(page, 'a conversation with documents');
});

test('each bad document is refused for its reason, and the text stays', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/422/);
  await signIn(page, 'titolare');
  await begin(page, `Rifiuti ${Date.now()}`);
  const one = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await chosen(page).setInputFiles(pdf('buona.pdf'));
  await expect(files(page).getByText('Caricato')).toBeVisible();
  for (const [file, why] of [
    [pdf('grande.pdf', 3 * MEBIBYTE + 1), /Il file supera 3 MB/],
    [one('pagina.html', '<html>'), /Questo tipo di file non si può allegare/],
    [one('finta.pdf', '<html><script>'), /Pagine HTML, SVG e XML con script non si possono allegare/],
    [one('programma.exe.pdf', 'MZ'), /Il nome ha due estensioni/],
    [pdf('conto\u202efdp.pdf'), /Il nome del file contiene caratteri invisibili/],
    [one('eicar.txt', EICAR.join('')), /Il file contiene un virus: non è stato conservato/],
  ] as const) {
    await chosen(page).setInputFiles(file);
    // As far as it is written from left to right.
    const name = String(file.name.split('\u202e')[0]);
    const refused = files(page).locator('.file-refused').filter({ hasText: name });
    await expect(refused).toContainText(why);
    if (file.name === 'eicar.txt') await expectNoViolations(page, 'a document with a virus');
    await page.getByRole('button', { name: `Togli ${name}` }).click();
    await expect(refused).toHaveCount(0);
  }
  // The draft stays with what was good.
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.reload();
  await expect(files(page).getByRole('listitem')).toHaveCount(1);
  await expect(files(page).getByText('buona.pdf')).toBeVisible();
  await expect(page.getByLabel('La tua richiesta')).toHaveValue('In allegato quello che serve.');
  // What was refused and not taken away is said before it is sent.
  await chosen(page).setInputFiles(one('pagina.html', '<html>'));
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText(/Un documento non è pronto/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Invia', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Togli pagina.html' }).click();
  await expect(page.getByRole('button', { name: 'Invia', exact: true })).toBeVisible();
});

test('an upload that breaks off is gone on with', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  await signIn(page, 'titolare');
  await begin(page, `Interrotto ${Date.now()}`);
  await page.route('**/api/v1/attachments/*/content*', (route) => route.abort());
  await chosen(page).setInputFiles(pdf('lenta.pdf', MEBIBYTE));
  const again = files(page).getByRole('button', { name: /Riprova/ });
  await expect(again).toBeVisible();
  await page.unroute('**/api/v1/attachments/*/content*');
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(files(page).getByText('Caricato')).toBeVisible();
  await expect(files(page).locator('.file-state')).toBeFocused();
  // A document dropped beside its place is taken as well: the browser does not leave the page for it.
  await hand(page, 'beside', 'accanto.pdf');
  await expect(files(page).getByText('Caricato')).toHaveCount(2);
  // Once there is a network again it goes on unasked.
  await page.route('**/api/v1/attachments/*/content*', (route) => route.abort());
  await chosen(page).setInputFiles(pdf('in-galleria.pdf', MEBIBYTE));
  await expect(files(page).getByText(/^Senza rete: riprende da solo/)).toBeVisible();
  await page.unroute('**/api/v1/attachments/*/content*');
  await expect(files(page).getByText('Caricato')).toHaveCount(3, { timeout: 20_000 });
  await expect(page.getByLabel('La tua richiesta')).toHaveValue('In allegato quello che serve.');
});

test('a reply carries documents, by keyboard alone', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await begin(page, `Tastiera ${Date.now()}`);
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByLabel('Messaggio')).toBeVisible();
  // What was not sent waits for its writer, whatever they look at meanwhile.
  await page.getByLabel('Messaggio').fill('La quietanza è questa.');
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel('Messaggio')).toHaveValue('La quietanza è questa.');
  await page.getByLabel('Messaggio').fill('');
  await chosen(page).focus();
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await asked).setFiles(pdf('quietanza.pdf'));
  await expect(files(page).getByText('Caricato')).toBeVisible();
  // A document says enough.
  await page.getByRole('button', { name: 'Rispondi' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByRole('link', { name: 'quietanza.pdf' })).toBeVisible();
  await expect(files(page).getByRole('listitem')).toHaveCount(0);
});

/** A photograph as a telephone takes it: lying on its side, and a note in it that says how it is to be turned. */
async function photograph(page: Page, [width, height]: [number, number], name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const jpeg = await page.evaluate(async ([width, height]) => {
    const canvas = new OffscreenCanvas(width!, height!);
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(width!, height!);
    // Noise, which no packing makes small.
    for (let at = 0, seed = 1; at < image.data.length; at += 1) {
      seed = (seed * 1664525 + 1013904223) >>> 0;
      image.data[at] = at % 4 === 3 ? 255 : seed >>> 24;
    }
    context.putImageData(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 })).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  }, [width, height]);
  const bytes = Buffer.from(jpeg, 'base64');
  // APP1 with one entry of TIFF: orientation 6, a quarter turned to the left.
  const tiff = Buffer.from('49492a0008000000' + '0100' + '1201' + '0300' + '01000000' + '06000000' + '00000000', 'hex');
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.concat([bytes.subarray(0, 2), app1, bytes.subarray(2)]) };
}

/** Width and height of a JPEG, by the head of its frame. */
function size(jpeg: Buffer): [number, number] {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  throw new Error('no frame');
}

test('a photograph is turned and made smaller, and pages from the camera become one PDF', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await begin(page, `Fotografie ${Date.now()}`);
  const large = await photograph(page, [2000, 1500], 'ricevuta.jpg');
  expect(large.buffer.length).toBeGreaterThan(3 * MEBIBYTE);
  await chosen(page).setInputFiles(large);
  await expect(files(page).getByText('La foto supera 3 MB.')).toBeVisible();
  await page.getByRole('button', { name: 'Riduci automaticamente ricevuta.jpg' }).click();
  await expect(files(page).getByText('Caricato')).toHaveCount(1, { timeout: 20_000 });

  const camera = page.locator('input[type=file][capture]');
  await camera.setInputFiles(await photograph(page, [800, 600], 'uno.jpg'));
  await expect(page.getByText('1 pagina fotografata')).toBeVisible();
  await camera.setInputFiles(await photograph(page, [800, 600], 'due.jpg'));
  await expect(page.getByText('2 pagine fotografate')).toBeVisible();
  await expectNoViolations(page, 'pages from the camera');
  await page.getByRole('button', { name: 'Unisci in un PDF' }).click();
  await expect(files(page).getByText('Caricato')).toHaveCount(2, { timeout: 20_000 });

  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  const had = async (name: RegExp) => {
    const link = page.getByRole('log').getByRole('link', { name });
    return (await page.request.get((await link.getAttribute('href')) ?? '')).body();
  };
  const [width, height] = size(await had(/^ricevuta\.jpg/));
  expect(height, `${width} × ${height} stands upright`).toBeGreaterThan(width);
  const document = (await had(/^scansione-.*\.pdf/)).toString('latin1');
  expect(document.startsWith('%PDF-')).toBe(true);
  expect(document.match(/\/Type ?\/Page\b(?!s)/g)).toHaveLength(2);
});

test('a small photograph leaves its place on the device', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await begin(page, `Posto ${Date.now()}`);
  await expect(page.getByText(/il dispositivo toglie luogo, ora e dati della fotocamera/)).toBeVisible();
  const photo = await photograph(page, [80, 60], 'piccola.jpg');
  const note = Buffer.from('GPS 46.49 N 11.35 E', 'latin1');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note]);
  const buffer = Buffer.concat([photo.buffer.subarray(0, 2), comment, photo.buffer.subarray(2)]);
  await chosen(page).setInputFiles({ ...photo, buffer });
  await expect(files(page).getByText('Caricato')).toHaveCount(1);
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  const link = page.getByRole('log').getByRole('link', { name: 'piccola.jpg' });
  const kept = await (await page.request.get((await link.getAttribute('href')) ?? '')).body();
  expect(kept.includes('GPS')).toBe(false);
  // How it is turned, and the points as they were.
  expect(kept.includes('Exif')).toBe(true);
  expect(size(kept)).toEqual([80, 60]);
});

test('photos that are there already become one PDF that may be sent, and none is lost', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await begin(page, `Foto che ho già ${Date.now()}`);
  const there = page.locator('input[type=file][accept="image/*"]:not([capture])');
  const names = ['uno.jpg', 'due.jpg', 'tre.jpg', 'mossa.jpg'];
  // Each of them is more than a whole document may have.
  const photos = await Promise.all(names.map((name) => photograph(page, [2000, 1500], name)));
  await there.setInputFiles(photos);
  await expect(page.getByText('4 pagine fotografate')).toBeVisible();
  await page.getByRole('button', { name: "Togli l'ultima pagina" }).click();
  await expect(page.getByText('3 pagine fotografate')).toBeVisible();
  await page.getByRole('button', { name: 'Unisci in un PDF' }).click();
  await expect(files(page).getByText('Caricato')).toHaveCount(1, { timeout: 30_000 });
  await expect(page.locator('input[type=file][capture]')).toBeFocused();

  // Where there is no room for another document the page stays until there is.
  await chosen(page).setInputFiles([pdf('a.pdf'), pdf('b.pdf')]);
  await expect(files(page).getByText('Caricato')).toHaveCount(3, { timeout: 20_000 });
  await there.setInputFiles(await photograph(page, [800, 600], 'quattro.jpg'));
  await page.getByRole('button', { name: 'Unisci in un PDF' }).click();
  await expect(page.getByText(/^Sono già 3 file/)).toBeVisible();
  await expect(page.getByText('1 pagina fotografata')).toBeVisible();
  await page.getByRole('button', { name: 'Togli b.pdf' }).click();
  await page.getByRole('button', { name: 'Unisci in un PDF' }).click();
  await expect(files(page).getByText('Caricato')).toHaveCount(3, { timeout: 20_000 });
  await expect(page.getByText('1 pagina fotografata')).toHaveCount(0);
});
