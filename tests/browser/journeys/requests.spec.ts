/** Requests: a company asks, an office answers, each on its own screens. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the focus is on the wanted thing; fails if it never is. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the Tab key never reaches ${wanted}`);
}

/** The owner sends a request and opens its conversation. */
async function asked(page: Page, subject: string): Promise<void> {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('Che cosa manca?');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
}

/** The number of the office's register of what came in. */
const PROTOCOL = /^\d{4}\.E\.\d{4}\.\d{7}$/;

test('a company asks and the office answers', { tag: '@once' }, async ({ page }) => {
  const subject = `DM di agosto ${Date.now()}`;
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova');
  await page.getByLabel('Dillo con parole tue').fill('il DURC risulta irregolare ma ho pagato');
  const topic = page.getByRole('list', { name: 'Argomenti' }).getByRole('button').first();
  await expect(topic).toContainText(/Risposta attesa entro il \d\d\/\d\d\/\d{4}/);
  await topic.click();
  await expect(page.getByText('Passo 2 di 3')).toBeVisible();
  await expect(page.getByText(/di norma entro il \d\d\/\d\d\/\d{4}/)).toBeVisible();
  await page.getByLabel('Oggetto').fill(subject);

  // What is missing is said before the last look, with the way there.
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('group', { name: 'Prima di inviare' }).getByRole('link', { name: 'Scrivi la richiesta' }).click();
  await expect(page.getByLabel('La tua richiesta')).toBeFocused();
  await page.getByLabel('La tua richiesta').fill('Ho pagato il 16, ma la nota è ancora aperta.');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('La tua richiesta')).toHaveValue(/Ho pagato il 16/);
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText('Passo 3 di 3')).toBeFocused();
  await expect(page.getByText(/hanno valore di dichiarazione/)).toBeVisible();
  // Each answer can be changed, and where it is the focus is.
  await page.getByRole('button', { name: 'Cambia La tua richiesta' }).click();
  await expect(page.getByLabel('La tua richiesta')).toBeFocused();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Cambia Argomento' }).click();
  await expect(page.getByText('Passo 1 di 3')).toBeFocused();
  await page.getByLabel('Dillo con parole tue').fill('il DURC risulta irregolare ma ho pagato');
  await topic.click();
  await page.getByRole('button', { name: 'Continua' }).click();
  await expectNoViolations(page, 'the last look at a request');
  await page.getByRole('button', { name: 'Invia' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible();
  await expect(page.locator('#passo')).toBeFocused();
  await expect(page.getByText(PROTOCOL)).toBeVisible();
  await expect(page.getByText(/La risposta è attesa entro il/)).toBeVisible();
  await expectNoViolations(page, 'the receipt');
  // It is there again after a reload, and when one comes back from its verification.
  const protocol = (await page.getByText(PROTOCOL).textContent()) ?? '';
  await page.reload();
  await expect(page.getByText(protocol)).toBeVisible();
  await page.getByRole('link', { name: 'Verifica la ricevuta' }).click();
  await expect(page.getByText('Ricevuta autentica').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible();
  await expect(page.getByText(protocol)).toBeVisible();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  const theirs = new URL(page.url()).pathname;
  await page.getByLabel('Messaggio').fill('Aggiungo che la quietanza è del 16.');
  await page.getByRole('button', { name: 'Rispondi' }).click();
  const reply = page.getByRole('listitem').filter({ hasText: 'la quietanza è del 16' });
  await expect(reply).toBeVisible();
  // What proves it is at hand, as for the request itself.
  await reply.locator('summary').click();
  await expect(reply.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(reply.getByRole('link', { name: 'Verifica' })).toBeVisible();

  await signIn(page, 'operatore');
  await open(page, '/coda?vista=non-assegnate');
  await page.getByRole('main').getByRole('link', { name: subject }).click();
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(page.getByText('ha preso in carico la richiesta')).toBeVisible();
  // The button that did it is gone: whoever pressed it by keyboard goes on from the first of the others.
  await expect(page.getByRole('button', { name: 'Dai la risposta' })).toBeFocused();
  await page.getByRole('button', { name: 'Annota' }).click();
  await expect(page.getByLabel('Nota interna')).toBeFocused();
  await page.getByLabel('Nota interna').fill('Da verificare in archivio');
  await page.getByRole('button', { name: 'Annota' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Da verificare in archivio' })).toBeVisible();
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await page.getByLabel('Esito').selectOption({ label: 'Accolta' });
  await page.getByLabel('Decisione e motivi').fill('La nota è chiusa.');
  await page.getByLabel('Norma o circolare').fill('Circolare 106/2018');
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'La nota è chiusa.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Annota' })).toBeFocused();
  await expectNoViolations(page, 'a request at the desk');

  await signIn(page, 'titolare');
  await open(page, theirs);
  await expect(page.getByText('Circolare 106/2018')).toBeVisible();
  await expect(page.getByText(/^Puoi riaprirla fino al \d\d\/\d\d\/\d{4}$/)).toBeVisible();
  await expect(page.getByText('Da verificare in archivio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Dai un voto' }).click();
  await page.getByRole('button', { name: 'Dai un voto' }).click();
  await expect(page.getByText('Serve una risposta')).toBeVisible();
  await expect(page.getByLabel('Voto')).toBeFocused();
  // What follows depends on the stars, and need not be said.
  await page.getByLabel('Voto').selectOption('2');
  await page.getByLabel(/maggiori difficoltà/).selectOption({ label: 'Ho avuto problemi tecnici' });
  await page.getByLabel('Voto').selectOption('5');
  const liked = page.getByLabel(/aspetti che hai preferito/);
  await expect(liked).toHaveValue('');
  await liked.selectOption({ label: 'Le indicazioni erano chiare' });
  await page.getByLabel(/^Dettagli/).fill('x'.repeat(201));
  await expect(page.getByText('201 caratteri: al massimo 200')).toBeVisible();
  await page.getByLabel(/^Dettagli/).fill('Veloci.');
  await expectNoViolations(page, 'a rating');
  await page.getByRole('button', { name: 'Dai un voto' }).click();
  await expect(page.getByText('5 su 5').first()).toBeVisible();
  await expect(page.getByRole('log').getByText('Le indicazioni erano chiare')).toBeVisible();
  await expect(page.getByRole('log').getByText('Veloci.')).toBeVisible();
});

test('two of an office do not answer at once, and nothing written is lost', { tag: '@once' }, async ({ page, context, allowErrors }) => {
  allowErrors(/409|ERR_FAILED/);
  // Told at once, it would have seen the other one be faster.
  await context.route('**/api/v1/live*', (route) => route.abort());
  const subject = `Due colleghi ${Date.now()}`;
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('Quale dei due risponde?');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  const id = new URL(page.url()).pathname.split('/').at(-1);

  await signIn(page, 'operatore');
  await open(page, `/coda/${id}`);
  await page.getByRole('button', { name: 'Annota' }).click();
  await page.getByLabel('Nota interna').fill('La mia nota');
  const other = await context.newPage();
  await open(other, `/coda/${id}`);
  await other.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(other.getByText('ha preso in carico la richiesta')).toBeVisible();
  await page.getByRole('button', { name: 'Annota' }).click();
  await expect(page.getByText(/Qualcuno è stato più veloce/)).toBeVisible();
  await expect(page.getByText('ha preso in carico la richiesta')).toBeVisible();
  await expect(page.getByLabel('Nota interna')).toHaveValue('La mia nota');
  await page.getByRole('button', { name: 'Annota' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'La mia nota' })).toBeVisible();
});

test('a reply that was not sent is there again after a reload, until it is sent', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByLabel('Oggetto').fill(`Non inviata ${Date.now()}`);
  await page.getByLabel('La tua richiesta').fill('Una domanda.');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  const reply = page.getByLabel('Messaggio', { exact: true });
  await reply.fill('Aggiungo che la ricevuta');
  const document = { name: 'ricevuta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n'.padEnd(2000, '0')) };
  await page.locator('.file-drop input[type=file]').setInputFiles(document);
  const files = page.getByRole('list', { name: 'Documenti aggiunti' });
  await expect(files.getByText('Caricato')).toBeVisible();
  await expect(page.getByText(/Conservato: lo ritrovi/)).toBeVisible();
  await expectNoViolations(page, 'a reply that is kept');
  await page.reload();
  await expect(reply).toHaveValue('Aggiungo che la ricevuta');
  await expect(files.getByText('ricevuta.pdf')).toBeVisible();
  await expect(files.getByText('Caricato')).toBeVisible();
  await page.getByRole('button', { name: 'Rispondi' }).click();
  await expect(page.getByRole('log').getByText('Aggiungo che la ricevuta')).toBeVisible();
  await expect(page.getByRole('log').getByText('ricevuta.pdf')).toBeVisible();
  await page.reload();
  await expect(reply).toHaveValue('');
});

test('on a phone the reply is in reach wherever one reads, and hides nothing that has the focus', { tag: '@phone' }, async ({ page }) => {
  await asked(page, `In vista ${Date.now()}`);
  const [reply, send] = [page.getByLabel('Messaggio', { exact: true }), page.getByRole('button', { name: 'Rispondi' })];
  await reply.fill('Una riga tra tante.\n'.repeat(60));
  await send.click();
  await expect(page.getByRole('log').getByRole('listitem')).toHaveCount(2);
  await page.reload();
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  const bar = await page.locator('.tab-bar').boundingBox();
  for (const one of [reply, send]) {
    await expect(one).toBeInViewport({ ratio: 1 });
    const box = await one.boundingBox();
    expect(box && bar && box.y + box.height <= bar.y, 'above the bar').toBe(true);
  }
  // What one writes does not move what one reads.
  const field = await reply.boundingBox();
  await page.touchscreen.tap((field?.x ?? 0) + 40, (field?.y ?? 0) + 20);
  await page.keyboard.type('Letto.');
  await expect(reply).toHaveValue('Letto.');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const proof = page.getByRole('log').locator('summary').last();
  await proof.focus();
  const clear = await proof.evaluate((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(clear, 'nothing lies over it').toBe(true);
  // Another act is a form of its own, in its place.
  await page.getByRole('button', { name: 'Fatti richiamare' }).click();
  await expect(page.getByLabel('Da richiamare al')).toBeFocused();
  await expect(page.locator('.composer')).toHaveCount(0);
});

test('evidence leads to a request that is already written', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/evidenze');
  await page.getByRole('main').getByRole('link', { name: /E5 ·/ }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Scrivi alla sede' }).first().click();
  await expect(page.getByText('Passo 2 di 3')).toBeVisible();
  await expect(page.getByLabel('La tua richiesta')).toHaveValue(/Si chiede di verificare/);
  const subject = `Da un'evidenza ${Date.now()}`;
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByRole('link', { name: 'Evidenza', exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();

  // A draft that nobody wants any more goes, once that was asked.
  await open(page, '/richieste');
  const drafts = page.getByRole('region', { name: 'Bozze' });
  // How many there are, and what becomes of the oldest.
  await expect(drafts).toContainText(/\d+ bozz[ae] su 100\. La più vecchia è del \d\d\/\d\d\/\d{4}\. Se nessuno la riprende, dopo il \d\d\/\d\d\/\d{4} si cancella\./);
  await drafts.getByRole('button', { name: new RegExp(`Elimina ${subject}`) }).click();
  await expectNoViolations(page, 'the question before a draft is thrown away');
  await page.getByRole('dialog').getByRole('button', { name: 'Elimina' }).click();
  await expect(page.getByRole('link', { name: subject })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Richieste' })).toBeFocused();
});

test('evidence that the office was asked about is in hand', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/evidenze');
  await page.getByRole('main').getByRole('link', { name: /E5 ·/ }).last().click();
  await page.getByRole('main').getByRole('link', { name: 'Scrivi alla sede' }).first().click();
  await page.getByLabel('Oggetto').fill(`In gestione ${Date.now()}`);
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await page.getByRole('link', { name: 'Evidenza', exact: true }).click();
  await expect(page.getByText(/In gestione: la sede ha la richiesta/)).toBeVisible();
  await expectNoViolations(page, 'evidence in hand');
  await page.getByRole('link', { name: 'Apri la richiesta' }).click();
  await expect(page.getByRole('log')).toBeVisible();
});

test('a draft waits for the network', { tag: '@once' }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await withoutNetwork(async () => {
    await page.getByLabel('La tua richiesta').fill('Scritta in galleria.');
    await expect(page.getByText("Non c'è connessione").first()).toBeVisible();
    await expect(page.getByText('Bozza non ancora salvata')).toBeVisible();
  });
  await expect(page.getByText(/Bozza salvata/)).toBeVisible({ timeout: 15_000 });
});

const KEPT_HERE = 'cassetto.unsaved';

test('a request that is written without a network goes out when it is back, if that is wished', { tag: ['@phone', '@desk'] }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await withoutNetwork(async () => {
    await page.getByLabel('Oggetto').fill(`In galleria ${Date.now()}`);
    await page.getByLabel('La tua richiesta').fill('Scritta in galleria.');
    await expect(page.getByText(/resta su questo dispositivo e diventa una bozza/)).toBeVisible();
    await expect(page).toHaveURL(/scritta=\d+/);
    await expectNoViolations(page, 'a request that is written without a network');
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.getByRole('button', { name: 'Invia quando torna la rete' }).click();
    await expect(page.getByText('Non ancora inviata')).toBeVisible();
    await expectNoViolations(page, 'a request that waits for the network');
    await expectNoSidewaysScroll(page);
    // It can be thought over.
    await page.getByRole('button', { name: 'Non inviare' }).click();
    await expect(page.getByText('Non ancora inviata')).toHaveCount(0);
    await page.getByRole('button', { name: 'Invia quando torna la rete' }).click();
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT_HERE)).toBeNull();
});

test('what was written without a network becomes a draft, whatever page is open then', { tag: '@desk' }, async ({ page, withoutNetwork }) => {
  const subject = `Sul treno ${Date.now()}`;
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await withoutNetwork(async () => {
    await page.getByLabel('Oggetto').fill(subject);
    await expect(page.getByText(/resta su questo dispositivo e diventa una bozza/)).toBeVisible();
    await page.getByRole('link', { name: 'Richieste', exact: true }).first().click();
    const here = page.getByRole('region', { name: 'Su questo dispositivo' });
    await here.getByRole('link', { name: subject }).click();
    await expect(page.getByLabel('Oggetto')).toHaveValue(subject);
    await page.getByRole('link', { name: 'Richieste', exact: true }).first().click();
    await expect(here.getByRole('link', { name: subject })).toBeVisible();
  });
  await expect(page.getByRole('region', { name: 'Bozze' }).getByRole('link', { name: subject })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'Su questo dispositivo' })).toHaveCount(0);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT_HERE)).toBeNull();
});

test('a reply that is written without a network is there after the page was left', { tag: ['@phone', '@desk'] }, async ({ page, withoutNetwork }) => {
  await asked(page, `Risposta in galleria ${Date.now()}`);
  const field = page.getByLabel('Messaggio', { exact: true });
  await expect(field).toBeVisible();
  const address = page.url();
  await withoutNetwork(async () => {
    await field.fill('Scritta in galleria.');
    await expect(page.getByText(/Senza rete resta su questo dispositivo/)).toBeVisible();
    await page.goto('about:blank');
  });
  await open(page, address);
  await expect(field).toHaveValue('Scritta in galleria.');
  await expect(page.getByText(/Conservato: lo ritrovi/)).toBeVisible({ timeout: 15_000 });
  expect(await page.evaluate(() => localStorage.getItem('cassetto.unsent'))).toBeNull();
  await page.getByRole('button', { name: 'Rispondi' }).click();
  await expect(page.getByRole('log').getByText('Scritta in galleria.')).toBeVisible();
});

test('what somebody wrote without a network is nobody else\'s', { tag: '@once' }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await withoutNetwork(async () => {
    await page.getByLabel('Oggetto').fill('Solo mia');
    await expect(page).toHaveURL(/scritta=\d+/);
    await page.goto('about:blank');
  });
  await signIn(page, 'dipendente');
  await open(page, '/richieste');
  await expect(page.getByText('Solo mia')).toHaveCount(0);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT_HERE)).toBeNull();
});

test('a conversation is archived, by a button and by a key, and taken back', { tag: ['@phone', '@desk'] }, async ({ page, isMobile }) => {
  const subject = `Da archiviare ${Date.now()}`;
  await asked(page, subject);
  await page.getByRole('button', { name: 'Archivia', exact: true }).click();
  await expect(page.getByText(/Archiviata: non è più nel tuo elenco/)).toBeVisible();
  await expectNoViolations(page, 'a conversation that is archived');
  await expectNoSidewaysScroll(page);
  const words = `cerca=${encodeURIComponent(subject)}`;
  const row = page.getByRole('main').getByRole('link', { name: new RegExp(subject) });
  await open(page, `/richieste?${words}`);
  await expect(row).toHaveCount(0);
  await page.getByRole('tab', { name: 'Archiviate' }).click();
  await expect(page).toHaveURL(/stato=archiviate/);
  await row.click();
  await expect(page.getByRole('button', { name: "Togli dall'archivio" })).toBeVisible();
  if (isMobile) await page.getByRole('button', { name: "Togli dall'archivio" }).click();
  else await page.keyboard.press('e');
  await expect(page.getByText(/Archiviata: non è più nel tuo elenco/)).toHaveCount(0);
  await open(page, `/richieste?${words}`);
  await expect(row).toBeVisible();
});

/** Moves a finger over the screen, from a point by so much. */
async function finger(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [from]);
  for (let step = 1; step <= 8; step += 1) {
    await send('touchMove', [{ x: from.x + (by.x * step) / 8, y: from.y + (by.y * step) / 8 }]);
  }
  await send('touchEnd', []);
}

test('a card moved aside is archived, and that is undone', { tag: '@phone' }, async ({ page }) => {
  const subject = `Da scorrere ${Date.now()}`;
  await asked(page, subject);
  const words = `cerca=${encodeURIComponent(subject)}`;
  await open(page, `/richieste?${words}`);
  const card = page.getByRole('row').filter({ hasText: subject });
  const middle = async () => {
    await card.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await card.boundingBox();
    if (!box) throw new Error('the card is not there');
    return { x: box.x + box.width * 0.75, y: box.y + box.height / 2 };
  };
  await expect(card).toHaveCSS('touch-action', 'pan-y pinch-zoom');
  // Not far enough, to the right, up and down: nothing, and it lies where it was.
  for (const by of [{ x: -60, y: 0 }, { x: 70, y: 0 }, { x: -10, y: -160 }]) {
    await finger(page, await middle(), by);
    await expect(card).toBeVisible();
    await expect(card).not.toHaveAttribute('data-swipe');
    await expect(page).toHaveURL(/\/richieste\?/);
  }
  await finger(page, await middle(), { x: -220, y: 4 });
  const toast = page.getByRole('status').filter({ hasText: 'Archiviata: non è più nel tuo elenco' });
  await expect(toast).toBeVisible();
  await expect(card).toHaveCount(0);
  await expectNoViolations(page, 'a card that was moved aside');
  await toast.getByRole('button', { name: 'Annulla' }).click();
  await expect(card).toBeVisible();
  await expect(toast.getByText('Archiviata')).toHaveCount(0);

  // Among those put away the same takes it back.
  await finger(page, await middle(), { x: -220, y: 4 });
  await expect(card).toHaveCount(0);
  await open(page, `/richieste?${words}&stato=archiviate`);
  await finger(page, await middle(), { x: -220, y: 4 });
  await expect(page.getByText("Tolta dall'archivio.")).toBeVisible();
  await expect(card).toHaveCount(0);
});

test('several requests are archived at once, and that is undone', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const mark = Date.now();
  await asked(page, `Prima ${mark}`);
  await asked(page, `Seconda ${mark}`);
  await open(page, `/richieste?cerca=${mark}`);
  const boxes = page.getByRole('checkbox', { name: new RegExp(`^Seleziona: (Prima|Seconda) ${mark}$`) });
  if ((await boxes.count()) === 0) await page.getByRole('button', { name: 'Seleziona più richieste' }).click();
  await expect(boxes).toHaveCount(2);
  await boxes.first().check();
  await expect(page.getByRole('button', { name: 'Archivia (1)' })).toBeVisible();
  await boxes.last().check();
  await expectNoViolations(page, 'requests that are selected');
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Archivia (2)' }).click();
  await expect(boxes).toHaveCount(0);
  await page.getByRole('button', { name: 'Annulla' }).click();
  await expect(boxes).toHaveCount(2);
  await expect(boxes.first()).not.toBeChecked();

  // Those put away are taken back the same way.
  await boxes.first().check();
  await boxes.last().check();
  await page.getByRole('button', { name: 'Archivia (2)' }).click();
  await expect(boxes).toHaveCount(0);
  await page.getByRole('tab', { name: 'Archiviate' }).click();
  await expect(boxes).toHaveCount(2);
  await boxes.first().check();
  await boxes.last().check();
  await page.getByRole('button', { name: "Togli dall'archivio (2)" }).click();
  await expect(boxes).toHaveCount(0);
});

test('whatever is said there is something to choose, and what was said need not be said twice', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova');
  const [field, topics] = [page.getByLabel('Dillo con parole tue'), page.getByRole('list', { name: 'Argomenti' })];
  await field.fill('xyzzy');
  await expect(page.getByText(/^Nessun argomento trovato/)).toBeVisible();
  await expect(topics.getByRole('button')).toHaveCount(1);
  await expect(topics.getByRole('button', { name: /^Altro/ })).toBeVisible();
  await field.fill('cartella esattoriale già pagata');
  await expect(page.getByText(/^Nessun argomento trovato/)).toHaveCount(0);
  await expect(topics.getByRole('button').last()).toHaveAccessibleName(/^Altro/);
  await topics.getByRole('button', { name: /^Avviso di addebito/ }).click();
  await expect(page.getByLabel('Oggetto')).toHaveValue('cartella esattoriale già pagata');
});

test('a request by keyboard alone', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova');
  await tabTo(page, page.getByLabel('Dillo con parole tue'));
  await page.keyboard.type('la nota è calcolata male');
  const found = page.getByRole('list', { name: 'Argomenti' }).getByRole('button').first();
  await expect(found).toBeVisible();
  await tabTo(page, found);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Passo 2 di 3')).toBeFocused();
  await tabTo(page, page.getByLabel('La tua richiesta'));
  await page.keyboard.type('Il ricalcolo non torna.');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Continua' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Passo 3 di 3')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Invia' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible();
  await expect(page.locator('#passo')).toBeFocused();
  // From there another one is begun.
  await page.keyboard.press('Control+k');
  await expect(page).toHaveURL(/\/cerca$/);
  await settled(page);
  await page.getByRole('main').getByRole('combobox').fill('nuova richiesta');
  await page.getByRole('option', { name: 'Nuova richiesta' }).first().click();
  await expect(page.getByText('Passo 1 di 3')).toBeVisible();
  await expect(page.getByLabel('Dillo con parole tue')).toHaveValue('');
});

test('requests are narrowed in the address', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/richieste');
  await page.getByRole('tab', { name: 'Chiuse' }).click();
  await expect(page).toHaveURL(/stato=chiuse/);
  await expectNoViolations(page, 'requests');
  await open(page, '/richieste?stato=chiuse&aggiornata-dal=2000-01-01');
  await page.getByRole('button', { name: 'Togli i filtri' }).click();
  await expect(page).toHaveURL(/\/richieste\?stato=chiuse$/);
  await signIn(page, 'operatore');
  await open(page, '/coda');
  await page.getByRole('tab', { name: /^In attesa/ }).click();
  await expect(page).toHaveURL(/vista=in-attesa/);
  await settled(page);
  await expectNoViolations(page, 'the queue');
});

test('a reply without a network waits and goes out by itself', { tag: '@once' }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste?stato=in-carico');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await settled(page);
  const text = `Scritto senza rete ${Date.now()}`;
  await withoutNetwork(async () => {
    await page.getByLabel('Messaggio').fill(text);
    await page.getByRole('button', { name: 'Rispondi' }).click();
    await expect(page.getByText('In attesa della rete')).toBeVisible();
    await expect(page.getByText(text)).toBeVisible();
    await expectNoViolations(page, 'a reply that waits');
    // It can be taken back, and is as it was.
    await page.getByRole('button', { name: 'Modifica' }).click();
    await expect(page.getByLabel('Messaggio')).toHaveValue(text);
    await page.getByRole('button', { name: 'Rispondi' }).click();
    await expect(page.getByText('In attesa della rete')).toBeVisible();
  });
  await expect(page.getByRole('log').getByRole('listitem').filter({ hasText: text })).toHaveCount(1, { timeout: 15_000 });
  await expect(page.getByText('In attesa della rete')).toHaveCount(0);
});

test('what is new is marked until it is opened, and a filter is saved', { tag: '@desk' }, async ({ page }) => {
  const subject = `Da leggere ${Date.now()}`;
  await asked(page, subject);
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await signIn(page, 'operatore');
  await open(page, `/coda/${id}`);
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(page.getByText('ha preso in carico la richiesta')).toBeVisible();

  await signIn(page, 'titolare');
  await open(page, `/richieste?cerca=${encodeURIComponent(subject)}`);
  const row = page.getByRole('main').getByRole('link', { name: new RegExp(`Da leggere ${subject}`) });
  await expect(row).toBeVisible();
  // The filter of now, under a name.
  await page.getByRole('button', { name: 'Salva o apri un filtro' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filtri salvati' });
  await sheet.getByRole('button', { name: 'Salva il filtro' }).click();
  await expect(sheet.getByText('Scrivi un nome')).toBeVisible();
  await sheet.getByLabel('Nome del filtro').fill(`Mio ${id}`);
  await sheet.getByRole('button', { name: 'Salva il filtro' }).click();
  await expect(sheet.getByRole('button', { name: new RegExp(`^Mio ${id}`) })).toBeVisible();
  await expectNoViolations(page, 'saved filters');
  await page.keyboard.press('Escape');
  const looked = page.waitForResponse(/\/looks$/);
  await row.click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  expect((await looked).ok()).toBe(true);
  await open(page, '/richieste');
  await page.getByRole('button', { name: `Mio ${id}` }).click();
  await expect(page).toHaveURL(/cerca=/);
  await expect(page.getByRole('main').getByRole('link', { name: subject, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Salva o apri un filtro' }).click();
  await sheet.getByRole('button', { name: new RegExp(`Elimina Mio ${id}`) }).click();
  await expect(sheet.getByRole('button', { name: new RegExp(`Elimina Mio ${id}`) })).toHaveCount(0);
  // The focus stays in the sheet.
  await expect(sheet.locator(':focus')).toHaveCount(1);
});

test('a text that is too long is told, not cut, and kept', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  const [field, text] = [page.getByLabel('La tua richiesta'), 'x'.repeat(10_001)];
  await field.fill(text);
  await expect(page.getByText('10.001 caratteri: al massimo 10.000')).toBeVisible();
  await expectNoViolations(page, 'a text that is too long');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(text);
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('group', { name: 'Prima di inviare' }).getByRole('link', { name: 'La richiesta è troppo lunga' }).click();
  await field.fill(text.slice(1));
  await expect(page.getByText('10.001 caratteri: al massimo 10.000')).toHaveCount(0);
  await expect(page.getByText(/10\.000 di 10\.000 caratteri\.$/)).toBeVisible();
  await field.fill(text.slice(2_002));
  await expect(page.getByText(/di 10\.000 caratteri\.$/)).toHaveCount(0);
});

test('a subject that is too long is told, not cut, and kept', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  const [field, subject] = [page.getByLabel('Oggetto'), `Incollato per intero ${Date.now()} `.padEnd(130, 'x')];
  await field.fill(subject);
  await expect(page.getByText('130 caratteri: al massimo 120')).toBeVisible();
  await expectNoViolations(page, 'a subject that is too long');
  await page.getByLabel('La tua richiesta').fill('Che cosa manca?');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(subject);
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('group', { name: 'Prima di inviare' }).getByRole('link', { name: "L'oggetto è troppo lungo" }).click();
  await expect(field).toBeFocused();
  await field.fill(subject.slice(0, 120));
  await expect(page.getByText('130 caratteri: al massimo 120')).toHaveCount(0);
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText('Passo 3 di 3')).toBeVisible();
});

test('a text of a hundred thousand characters is refused in plain words, and the draft stays', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/413/);
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  const field = page.getByLabel('La tua richiesta');
  await field.fill('Che cosa manca?');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  const text = 'x'.repeat(100_000);
  await field.fill(text);
  await expect(page.getByText('100.000 caratteri: al massimo 10.000')).toBeVisible();
  await expect(page.getByText(/Il testo è troppo lungo per essere salvato/)).toBeVisible();
  await expect(page.getByText('0 MB')).toHaveCount(0);
  await expect(field).toHaveValue(text);
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByRole('group', { name: 'Prima di inviare' })).toContainText('La richiesta è troppo lunga');
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(field).toHaveValue('Che cosa manca?');
});

test('a reply of a hundred thousand characters is not sent, and says why', { tag: '@once' }, async ({ page, allowErrors }) => {
  // What is too long to be kept is refused while one writes.
  allowErrors(/413|422/);
  await signIn(page, 'titolare');
  await open(page, '/richieste?stato=in-carico');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await settled(page);
  const [field, text] = [page.getByLabel('Messaggio'), 'x'.repeat(100_000)];
  await field.fill(text);
  await page.getByRole('button', { name: 'Rispondi', exact: true }).click();
  await expect(page.getByText('100.000 caratteri: al massimo 10.000')).toBeVisible();
  await expect(page.getByText(/0 MB/)).toHaveCount(0);
  await expect(field).toHaveValue(text);
  await field.fill('');
});

test('the history is narrowed by part of a position, by topic and by outcome', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/richieste');
  await page.getByRole('button', { name: 'Filtri', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Filtri' });
  await sheet.getByLabel('Argomento').selectOption({ label: '– F24 non abbinato' });
  await expect(page).toHaveURL(/argomento=301/);
  await sheet.getByLabel('Esito').selectOption({ label: 'Accolta' });
  await expect(page).toHaveURL(/esito=accolta/);
  await sheet.getByLabel('Entrata o uscita').selectOption({ label: "In entrata: l'ultima parola è della sede" });
  await expect(page).toHaveURL(/verso=entrata/);
  await sheet.getByLabel('Posizione').fill('70 12');
  await expect(page).toHaveURL(/posizione=70/);
  await expect(sheet.getByLabel('Sede')).toBeVisible();
  await expect(sheet.getByLabel('Chi se ne occupa')).toBeVisible();
  await expect(sheet.getByLabel('Cliente')).toBeVisible();
  await expectNoViolations(page, 'the filters of the history');
});

test('six topics stand before all others', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova');
  const frequent = page.getByRole('list', { name: 'I più chiesti' });
  await expect(frequent.getByRole('button')).toHaveCount(6);
  await frequent.getByRole('button').first().click();
  await expect(page.getByText('Passo 2 di 3')).toBeVisible();
});

test('a row of an F24 that was not matched leads to a request that asks for its correction', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  const companies = (await (await page.request.get('/api/v1/companies?limit=100')).json()).items;
  let row: { payment: string; company: string } | undefined;
  for (const { id } of companies) {
    const rows = (await (await page.request.get(`/api/v1/companies/${id}/payments?loose=true`)).json()).items;
    const wrong = rows.find((one: { matched: unknown }) => one.matched === 'no_declaration' || one.matched === 'wrong_position');
    if (wrong) row = { payment: wrong.payment, company: id };
    if (row) break;
  }
  expect(row, 'the demo has a payment that was not matched').toBeTruthy();
  await open(page, `/azienda/${row?.company}/pagamenti/${row?.payment}`);
  await page.getByRole('link', { name: 'Scrivi alla sede' }).first().click();
  await expect(page).toHaveURL(/argomento=30[12]/);
  await expect(page.getByLabel('Oggetto')).toHaveValue(/^F24 del .*, Riga \d/);
  await expect(page.getByLabel('La tua richiesta')).toHaveValue(/chiedo la correzione/);
});

test('a topic that is offered no longer leads to the others, and why is said', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  // Played here: an administrator who withdraws it would do so for all tests.
  await page.route(/\/api\/v1\/requests\/topics\?/, async (route) => {
    const response = await route.fetch();
    const offered = await response.json();
    const asked = new URL(route.request().url()).searchParams;
    const topics = offered.topics.filter(({ id }: { id: number }) => asked.get('withdrawn') === 'true' || id !== 301);
    await route.fulfill({ response, json: { ...offered, topics } });
  });
  await signIn(page, 'titolare');
  const company = (await (await page.request.get('/api/v1/companies')).json()).items[0].id;
  await open(page, `/richieste/nuova?azienda=${company}&argomento=301&oggetto=F24&testo=Chiedo%20la%20correzione`);
  await expect(page.getByText('Su questo argomento non si può più chiedere', { exact: false })).toBeVisible();
  await expect(page.getByText('Passo 1 di 3')).toBeVisible();
  await expectNoViolations(page, 'a topic that is offered no longer');
  await page.getByLabel('Dillo con parole tue').fill('durc irregolare');
  await page.getByRole('list', { name: 'Argomenti' }).getByRole('button').first().click();
  await expect(page.getByText('Passo 2 di 3')).toBeVisible();
  await expect(page.getByText('Su questo argomento non si può più chiedere', { exact: false })).toHaveCount(0);
  // What was written stays.
  await expect(page.getByLabel('Oggetto')).toHaveValue('F24');
  await expect(page.getByLabel('La tua richiesta')).toHaveValue('Chiedo la correzione');
});

test('a month and a record say to the office which position they are about', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  const company = (await (await page.request.get('/api/v1/companies')).json()).items[0].id;
  for (const list of ['uniemens', 'crediti']) {
    await open(page, `/azienda/${company}/${list}`);
    // One with a matricola: collaborators have none.
    const rows = page.getByRole('main').locator('tr').filter({ hasText: /\d{2} \d{6} \d{2}/ });
    await rows.first().locator('a.row-link').click();
    await settled(page);
    await page.getByRole('link', { name: 'Scrivi alla sede' }).first().click();
    await expect(page).toHaveURL(/posizione=\d{10}/);
    await expect(page).toHaveURL(/oggetto=/);
    await expect(page).toHaveURL(/testo=Scrivo/);
  }
  // An archive about one thing brings its topic; a notice that something came of is written about like any other.
  await open(page, `/azienda/${company}/soggetti-collegati`);
  await page.getByRole('main').locator('tr a.row-link').first().click();
  await settled(page);
  await page.getByRole('link', { name: 'Scrivi alla sede' }).first().click();
  await expect(page).toHaveURL(/argomento=101/);
  await expect(page.getByLabel('La tua richiesta')).toHaveValue(/^Scrivo per chiedere chiarimenti su: /);

  // A matricola may be another company's: it is not said, and there is something to choose from.
  await open(page, `/azienda/${company}/stesso-codice-fiscale`);
  for (const row of await page.getByRole('main').locator('tr a.row-link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    await open(page, String(row));
    await page.getByRole('link', { name: 'Scrivi alla sede' }).first().click();
    await settled(page);
    await expect(page.locator('.state-error')).toHaveCount(0);
    await expect(page.getByLabel('Dillo con parole tue')).toBeVisible();
  }
});

test('a draft that went on elsewhere is not overwritten unasked', { tag: '@once' }, async ({ page, context, allowErrors }) => {
  allowErrors(/409/);
  await signIn(page, 'titolare');
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  const field = page.getByLabel('La tua richiesta');
  await field.fill('Scritto al telefono.');
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await expect(page).toHaveURL(/bozza=/);
  const other = await context.newPage();
  await open(other, page.url());
  await expect(other.getByLabel('La tua richiesta')).toHaveValue('Scritto al telefono.');
  await other.getByLabel('La tua richiesta').fill('Finito al computer.');
  await expect(other.getByText(/Bozza salvata/)).toBeVisible();
  await field.fill('Ripreso al telefono.');
  await expect(page.getByRole('button', { name: 'Tieni quello che ho scritto qui' })).toBeVisible();
  await expect(field).toHaveValue('Ripreso al telefono.');
  // What the other device has stands beside it, and both can be kept.
  await expect(page.getByText('Finito al computer.')).toBeVisible();
  await expect(page.locator('mark').filter({ hasText: 'Finito al computer.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tieni entrambe' })).toBeVisible();
  await expectNoViolations(page, 'a draft that went on elsewhere');
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Carica la versione salvata' }).click();
  await expect(field).toHaveValue('Finito al computer.');
  await expect(page.locator('#passo')).toBeFocused();

  const before = page.url();
  await other.getByLabel('La tua richiesta').fill('Ancora al computer.');
  await expect(other.getByText(/Bozza salvata/)).toBeVisible();
  await field.fill('Per conto mio.');
  await page.getByRole('button', { name: 'Tieni entrambe' }).click();
  await expect(page).not.toHaveURL(before);
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await expect(field).toHaveValue('Per conto mio.');
  await open(other, before);
  await expect(other.getByLabel('La tua richiesta')).toHaveValue('Ancora al computer.');
});
