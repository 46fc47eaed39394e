/** The operator's desk: text modules, the checklist of documents, who else is at it, several answered together. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test, type Persona } from '../fixtures';
import type { Page } from '@playwright/test';

/** Sends a request of the owner's about a topic; its id. */
async function asked(page: Page, topic: number, subject: string): Promise<string> {
  await signIn(page, 'titolare');
  const companies = await (await page.request.get('/api/v1/companies')).json();
  const post = async (path: string, data: object) => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': `${subject} ${path}`.replace(/[^!-~]/g, '-') };
    const reply = await page.request.post(path, { data, headers });
    expect(reply.ok(), `${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
    return reply.json();
  };
  const content = { company: companies.items[0].id, topic, subject, text: 'Aspettiamo una risposta.' };
  const { draft, version } = await post('/api/v1/requests/drafts', { content });
  return (await post('/api/v1/requests', { draft, version })).id;
}

/** Opens it at the desk, in charge of it. */
async function taken(page: Page, request: string, persona: Persona = 'operatore'): Promise<void> {
  await signIn(page, persona);
  await open(page, `/coda/${request}`);
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(page.getByText('ha preso in carico la richiesta')).toBeVisible();
}

test('a text module goes into the answer and takes nothing away', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await taken(page, await asked(page, 602, `Modulo ${Date.now()}`));
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await page.getByLabel('Decisione e motivi').fill('Buongiorno.');
  await page.getByLabel('Modulo di testo').selectOption({ label: 'Avviso bonario annullato: già pagato' });
  await page.getByRole('button', { name: 'Inserisci nella risposta' }).click();
  await expect(page.getByLabel('Decisione e motivi')).toHaveValue(/^Buongiorno\.\n\nIl mese indicato/);
  await expect(page.getByLabel('Che cosa fare adesso')).toHaveValue('Non deve fare nulla.');
  await page.getByRole('button', { name: 'Togli il modulo inserito' }).click();
  await expect(page.getByLabel('Decisione e motivi')).toHaveValue('Buongiorno.');
  await expect(page.getByLabel('Che cosa fare adesso')).toHaveValue('');
  await page.getByRole('button', { name: 'Inserisci nella risposta' }).click();
  await page.getByLabel('Norma o circolare').fill('Circolare 106/2018');
  // What was typed since is not lost: there is nothing to undo any more.
  await expect(page.getByRole('button', { name: 'Togli il modulo inserito' })).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  // A day that is past is told before anything is sent.
  const until = page.getByLabel('Contestabile fino al');
  await until.fill('2020-01-01');
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await expect(page.getByText('Questo giorno è già passato.')).toBeVisible();
  await expect(until).toBeFocused();
  await expectNoViolations(page, 'an answer with a text module');
  await until.fill('');
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await expect(page.getByRole('log').getByText(/Il mese indicato nell'avviso risulta pagato/)).toBeVisible();
});

test('a placeholder that nobody filled in is not sent to a company', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await taken(page, await asked(page, 602, `Segnaposto ${Date.now()}`));
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  const [decision, next] = [page.getByLabel('Decisione e motivi'), page.getByLabel('Che cosa fare adesso')];
  await decision.fill('Fatto {per voi}.');
  await next.fill('Versi sulla posizione {matricola}.');
  const send = page.getByRole('button', { name: 'Dai la risposta' });
  await send.click();
  await expect(page.getByText('Scrivi che cosa va al posto di {matricola}')).toBeVisible();
  await expect(next).toBeFocused();
  await expect(decision).not.toHaveAttribute('aria-invalid', 'true');
  await expectNoViolations(page, 'an answer with a placeholder');
  await next.fill('Versi sulla posizione 7012345662.');
  await expect(page.getByText('Scrivi che cosa va al posto di')).toHaveCount(0);
  await send.click();
  // Braces of one's own are sent as they are.
  await expect(page.getByRole('log').getByText('Fatto {per voi}.')).toBeVisible();
});

test('a comment goes with taking charge, and the company reads it; one between colleagues it does not', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const request = await asked(page, 602, `Commento ${Date.now()}`);
  await signIn(page, 'operatore');
  await open(page, `/coda/${request}`);
  const comment = page.getByLabel("Commento per l'azienda, che lo legge (facoltativo)");
  await comment.fill('Domani sento la cassa.');
  await expectNoViolations(page, 'a comment before taking charge');
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(page.getByRole('log').getByText('Domani sento la cassa.')).toBeVisible();
  await expect(comment).toHaveCount(0);
  await page.getByRole('button', { name: 'Assegna' }).click();
  await page.getByLabel('A chi', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Commento interno (facoltativo)').fill('Sembra doppia.');
  await comment.fill('Se ne occupa chi la conosce.');
  await page.getByRole('button', { name: 'Assegna' }).click();
  await expect(page.getByRole('log').getByText('Sembra doppia.')).toBeVisible();
  await signIn(page, 'titolare');
  await open(page, `/richieste/${request}`);
  await expect(page.getByRole('listitem').filter({ hasText: 'ha preso in carico' }).getByText('Domani sento la cassa.')).toBeVisible();
  await expect(page.getByText('Se ne occupa chi la conosce.')).toBeVisible();
  await expect(page.getByText('Sembra doppia.')).toHaveCount(0);
});

test('who waits for a call stands out in the queue until somebody called', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const subject = `Richiamata ${Date.now()}`;
  const request = await asked(page, 602, subject);
  await open(page, `/richieste/${request}`);
  await page.getByRole('button', { name: 'Fatti richiamare' }).click();
  await page.getByLabel('Da richiamare al').fill('06 555 0100');
  await page.getByLabel('Quando ti va bene').fill('la mattina');
  await page.getByRole('button', { name: 'Fatti richiamare' }).click();
  await expect(page.getByRole('log').getByText('ha chiesto di essere richiamato')).toBeVisible();
  await signIn(page, 'operatore');
  await open(page, '/coda?vista=da-richiamare');
  // Nobody at the office has looked at it: that is heard before its subject.
  const link = page.getByRole('main').getByRole('link', { name: new RegExp(`Da leggere.*${subject}`) });
  await expect(link).toBeVisible();
  await expect(page.getByRole('main').getByText('Da richiamare', { exact: true }).first()).toBeVisible();
  await expectNoViolations(page, 'a queue with a call that is asked for');
  await taken(page, request);
  await page.getByRole('button', { name: 'Ho telefonato' }).click();
  await page.getByLabel("Che cosa vi siete detti (l'azienda lo legge)").fill('Manca la quietanza.');
  await page.getByRole('button', { name: 'Ho telefonato' }).click();
  await expect(page.getByRole('log').getByText('Manca la quietanza.')).toBeVisible();
  await expect(page.getByText('Da richiamare', { exact: true })).toHaveCount(0);
  // On neither side is it to be done any more: that it was asked for, and done, is told as it happened.
  for (const way of [`/coda/${request}`, `/richieste/${request}`]) {
    if (way.startsWith('/richieste')) await signIn(page, 'titolare');
    await open(page, way);
    await expect(page.getByRole('log').getByText('ha chiesto di essere richiamato')).toBeVisible();
    await expect(page.getByRole('log').getByText('ha telefonato')).toBeVisible();
    await expect(page.getByText('Telefono indicato')).toBeVisible();
    await expect(page.getByText('Da richiamare al')).toHaveCount(0);
  }
});

test('a request goes to another office by its name, and to a unit that it has', { tag: ['@phone', '@desk'] }, async ({ page, allowErrors }) => {
  // What its page still asks for is another office's by now.
  allowErrors(/404 \(Not Found\) \(.*\/requests\//);
  const request = await asked(page, 602, `Passaggio ${Date.now()}`);
  await taken(page, request);
  await page.getByRole('button', { name: 'Trasferisci' }).click();
  // One of so many is found by words, whatever their case and accents, and by keys alone.
  const office = page.getByRole('combobox', { name: 'Sede', exact: true });
  const here = await office.inputValue();
  await office.press('ArrowDown');
  await expect(page.getByRole('option', { name: here })).toHaveAttribute('aria-selected', 'true');
  await office.fill('nessuna così');
  await expect(page.getByRole('status').filter({ hasText: 'Nessun risultato' })).toBeVisible();
  await office.press('Escape');
  await expect(office).toHaveValue(here);
  await office.fill('FORLI');
  await expect(page.getByRole('option', { name: /^Forlì/ }).first()).toBeVisible();
  await office.fill('milano 4900');
  await expect(page.getByRole('status').filter({ hasText: 'Un risultato' })).toBeAttached();
  await expectNoViolations(page, 'a list of offices');
  await expectNoSidewaysScroll(page);
  await office.press('Enter');
  await expect(office).toHaveValue('Milano · 4900');
  await expect(page.getByRole('listbox', { name: 'Risultati' })).toHaveCount(0);
  // By pointer or finger too: what is typed then begins anew.
  await office.click();
  await page.keyboard.type('forl');
  await expect(page.getByRole('listbox', { name: 'Risultati' }).getByRole('option').first()).toHaveText(/^Forlì/);
  await office.press('Escape');
  await expect(office).toHaveValue('Milano · 4900');
  await office.click();
  await page.getByRole('option', { name: here }).click();
  await expect(office).toHaveValue(here);
  await office.fill('4900');
  await page.getByRole('option', { name: 'Milano · 4900' }).click();
  await expect(office).toHaveValue('Milano · 4900');
  await page.getByLabel('Unità', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Motivo').fill('Competenza');
  await expectNoViolations(page, 'a transfer');
  await page.getByRole('button', { name: 'Trasferisci' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Coda' })).toBeVisible();
  await signIn(page, 'titolare');
  await open(page, `/richieste/${request}`);
  await expect(page.getByRole('log').getByText('ha trasferito la richiesta: Milano')).toBeVisible();
});

test('the archives of the company stand beside its request, and lead to their records', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const request = await asked(page, 201, `Archivi ${Date.now()}`);
  await signIn(page, 'operatore');
  await open(page, `/coda/${request}`);
  await page.locator('summary', { hasText: "Archivi dell'azienda" }).click();
  const archives = page.locator('details', { hasText: "Archivi dell'azienda" });
  await expect(archives.getByText(/^\d+ da guardare$/).first()).toBeVisible();
  await expectNoViolations(page, 'archives beside a request');
  await expectNoSidewaysScroll(page);
  const first = archives.getByRole('link').first();
  const href = String(await first.getAttribute('href'));
  expect(href).toMatch(/^\/azienda\//);
  await first.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('documents are ticked off, and what is missing is asked for', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await taken(page, await asked(page, 602, `Documenti ${Date.now()}`));
  await page.locator('summary', { hasText: 'Documenti richiesti' }).click();
  await page.getByLabel("L'avviso ricevuto").selectOption({ label: "C'è" });
  await page.getByLabel('La quietanza del pagamento').selectOption({ label: 'Manca' });
  await expect(page.getByText('1 documento manca')).toBeVisible();
  await page.getByLabel('Un altro documento').fill('Delega firmata');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByText('2 documenti mancano')).toBeVisible();
  await expectNoViolations(page, 'the checklist');
  await page.getByRole('button', { name: 'Chiedi ciò che manca' }).click();
  await expect(page.getByLabel('Che cosa serve')).toHaveValue(/– La quietanza del pagamento\n– Delega firmata/);
  await page.getByRole('button', { name: "Chiedi all'azienda" }).click();
  await expect(page.getByRole('log').getByText(/Per rispondere ci servono/)).toBeVisible();
  // Until the company replies no day runs out.
  await expect(page.getByText("Queste date valgono se l'azienda risponde oggi.")).toBeVisible();
  await page.reload();
  await expect(page.getByText('2 documenti mancano')).toBeVisible();
});

test('two of an office see each other at a request, before an answer is sent', { tag: '@once' }, async ({ page, browser, baseURL }) => {
  const request = await asked(page, 201, `Insieme ${Date.now()}`);
  await taken(page, request);
  const other = await browser.newContext({ baseURL });
  const head = await other.newPage();
  await signIn(head, 'responsabile');
  await open(head, `/coda/${request}`);
  await expect(page.getByText(/Ha aperto questa richiesta anche/)).toBeVisible();
  await head.getByRole('button', { name: 'Dai la risposta' }).click();
  await head.getByLabel('Decisione e motivi').fill('Rispondo io');
  await expect(page.getByText(/Sta scrivendo una risposta/)).toBeVisible();
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await page.getByLabel('Decisione e motivi').fill('La denuncia è stata trovata.');
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await expect(page.getByText(/Sta scrivendo anche/)).toBeVisible();
  await expectNoViolations(page, 'a collision that is told before');
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await expect(page.getByRole('log').getByText('La denuncia è stata trovata.')).toBeVisible();
  // Whoever goes elsewhere in the app is gone at once.
  await head.getByRole('link', { name: 'Coda' }).first().click();
  await expect(head.getByRole('heading', { level: 1, name: 'Coda' })).toBeVisible();
  await expect(page.getByText(/Sta scrivendo una risposta/)).toHaveCount(0);
  await other.close();
});

test('an office finds what it closed, with how it ended and who answered', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const subject = `Chiusa ${Date.now()}`;
  await taken(page, await asked(page, 602, subject));
  await page.getByRole('main').getByRole('button', { name: 'Chiudi', exact: true }).click();
  await page.getByLabel('Esito', { exact: true }).selectOption({ label: 'Respinta' });
  await page.getByLabel('Motivo', { exact: true }).fill('Non spetta.');
  await page.getByRole('main').getByRole('button', { name: 'Chiudi', exact: true }).click();
  await expect(page.getByRole('log').getByText('Non spetta.')).toBeVisible();
  await open(page, '/coda');
  await page.getByRole('link', { name: 'Tutte le richieste' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tutte le richieste' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Archiviate' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Chiuse' }).click();
  await page.getByLabel('Cerca per oggetto, protocollo o azienda').fill(subject);
  const rows = page.getByRole('main').locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole('link', { name: subject })).toBeVisible();
  await expect(rows.getByText('Respinta', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/pagina=tutte.*stato=chiuse/);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'all requests of an office');
  await page.getByRole('link', { name: subject }).press('Enter');
  await expect(page.getByRole('log').getByText('Non spetta.')).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(1);
  await page.getByRole('link', { name: 'Torna alla coda' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Coda' })).toBeVisible();
});

test('several requests are answered together, each by itself', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const mark = Date.now();
  const first = await asked(page, 301, `Una ${mark}`);
  const second = await asked(page, 301, `Due ${mark}`);
  await taken(page, first);
  await open(page, '/coda');
  const boxes = page.getByRole('checkbox', { name: `Seleziona: Una ${mark}` });
  if ((await boxes.count()) === 0) await page.getByRole('button', { name: 'Seleziona più richieste' }).click();
  await boxes.check();
  await page.getByRole('checkbox', { name: `Seleziona: Due ${mark}` }).check();
  await expectNoViolations(page, 'the queue with a selection');
  await page.getByRole('link', { name: 'Rispondi insieme (2)' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Risposta a più richieste' })).toBeVisible();
  await page.getByLabel('Testo', { exact: true }).fill('{company}: il versamento è abbinato, protocollo {protocol}.');
  await expect(page.getByText(/il versamento è abbinato, protocollo \d{4}\.E\./)).toBeVisible();
  // What is too long is told, not cut, and not sent.
  const answer = page.getByLabel('Testo', { exact: true });
  const said = await answer.inputValue();
  await answer.fill('x'.repeat(10_001));
  await expect(page.getByText('10.001 caratteri: al massimo 10.000')).toBeVisible();
  await page.getByRole('button', { name: 'Invia a 1 richiesta' }).click();
  await expect(answer).toHaveValue('x'.repeat(10_001));
  await expect(page.getByText('Fatto', { exact: true })).toHaveCount(0);
  // What is too long only with what stands in the place of braces is told of the request whose that is, and not sent.
  await answer.fill(`${'x'.repeat(9_990)}{company}`);
  await expect(page.getByText(/^10\.\d{3} caratteri: al massimo 10\.000$/)).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Invia a/ })).toHaveCount(0);
  await answer.fill(said);
  // The other one is nobody's yet, and left out.
  await expect(page.getByText('Esclusa', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Invia a 1 richiesta' }).click();
  await expect(page.getByText('Fatto', { exact: true })).toBeVisible();
  await page.getByLabel('Azione', { exact: true }).selectOption({ label: 'Prendi in carico' });
  await page.getByRole('button', { name: /^Invia a \d+ richiest/ }).click();
  await expect(page.getByText('Fatto', { exact: true })).toHaveCount(2);
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'a joint answer');
  await open(page, `/coda/${first}`);
  await expect(page.getByRole('log').getByText(/il versamento è abbinato/)).toBeVisible();
  await open(page, `/coda/${second}`);
  await expect(page.getByText('ha preso in carico la richiesta')).toBeVisible();
});

test('keys lead through the queue and open what is written', { tag: '@desk' }, async ({ page }) => {
  const subject = `Con i tasti ${Date.now()}`;
  await asked(page, 301, subject);
  await signIn(page, 'operatore');
  await open(page, '/coda?vista=non-assegnate');
  await page.getByRole('main').getByRole('link', { name: subject }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page).toHaveURL(/vista=non-assegnate/);
  const beside = page.getByRole('region', { name: 'Coda', exact: true });
  await expect(beside.getByRole('link', { name: subject })).toHaveAttribute('aria-current', 'page');
  const address = page.url();
  // It was asked just now: others stand before it.
  await page.keyboard.press('k');
  await expect(page).not.toHaveURL(address);
  await expect(page.getByRole('heading', { level: 1, name: subject })).toHaveCount(0);
  await expect(beside.locator('[aria-current="page"]')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(address);
  await expectNoViolations(page, 'a request beside its queue');
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(page.getByText('ha preso in carico la richiesta')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Nota interna', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Nota interna', { exact: true })).toHaveValue('');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('r');
  await expect(page.getByLabel('Decisione e motivi')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  // The keys are told where the app can lay them over the page.
  await page.keyboard.press('?');
  await expect(page).toHaveURL(/\/profilo/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Aggiungi una nota interna')).toBeVisible();
});

test('keys that are pressed quickly lead one request further each', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'operatore');
  await open(page, '/coda');
  const links = page.getByRole('main').locator('tr a.row-link');
  await expect(links.nth(3)).toBeVisible();
  const rows = await links.evaluateAll((all) => all.map((link) => String(link.getAttribute('href'))));
  await links.first().click();
  const beside = page.getByRole('region', { name: 'Coda', exact: true });
  await expect(beside.locator('[aria-current="page"]')).toBeVisible();
  // None of the conversations is there before all keys are pressed.
  await page.route(/\/api\/v1\/requests\/[0-9A-Z]{26}$/, async (route) => {
    await new Promise((later) => setTimeout(later, 1_000));
    await route.fallback();
  });
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  await expect(page).toHaveURL(new RegExp(`${rows[2]}$`));
  // What stands around it is there though it is on its way itself.
  await expect(beside.locator('[aria-current="page"]')).toHaveAttribute('href', String(rows[2]));
  await settled(page);
  await expect(page.getByRole('log')).toBeVisible();
});

test('answered together, each customer reads the text module in their language', { tag: '@once' }, async ({ page }) => {
  const mark = Date.now();
  const first = await asked(page, 602, `Italiana ${mark}`);
  const second = await asked(page, 602, `Tedesca ${mark}`);
  await taken(page, first);
  await taken(page, second);
  // Whoever asked the second one reads German. Played here: the people of the demo are shared by all tests.
  await page.route(`**/api/v1/requests/${second}`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), lang: 'de' } });
  });
  await open(page, `/strumenti/insieme?richieste=${first},${second}`);
  await page.getByLabel('Modulo di testo').selectOption({ label: 'Avviso bonario annullato: già pagato' });
  await page.getByLabel(/^Testo/).fill('Buongiorno.');
  const row = (subject: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: `${subject} ${mark}` });
  await expect(row('Italiana').getByText('Modulo in italiano: la lingua di chi ha scritto')).toBeVisible();
  await expect(row('Italiana').getByText(/Buongiorno\.[^]*Non deve fare nulla\./)).toBeVisible();
  await expect(row('Tedesca').getByText('Modulo in tedesco: la lingua di chi ha scritto')).toBeVisible();
  await expect(row('Tedesca').getByText(/Buongiorno\.[^]*Sie müssen nichts tun\./)).toBeVisible();
  await expectNoViolations(page, 'a joint answer with a text module');
  await page.getByRole('button', { name: 'Invia a 2 richieste' }).click();
  await expect(page.getByText('Fatto', { exact: true })).toHaveCount(2);
  await open(page, `/coda/${first}`);
  await expect(page.getByRole('log').getByText('Non deve fare nulla.')).toBeVisible();
});

test('the head of an office sets the hours of a colleague', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'responsabile');
  await open(page, '/coda?pagina=orari');
  await page.getByRole('main').getByRole('listitem').last().getByRole('button').click();
  const days = page.getByRole('group', { name: 'Giorni' });
  for (const box of await days.getByRole('checkbox').all()) await box.uncheck();
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('Scegli almeno un giorno')).toBeVisible();
  await days.getByLabel('venerdì').check();
  await page.getByLabel('Recapito pubblico').fill('06 5550 0000');
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'hours that are being written');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('main').getByRole('listitem').last()).toContainText('venerdì');
  await expect(page.getByText(/Ultima modifica di/)).toBeVisible();
});

test('the head of an office keeps its text modules', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const title = `Modulo della sede ${Date.now()}`;
  await signIn(page, 'responsabile');
  await open(page, '/strumenti/moduli');
  await page.getByRole('button', { name: 'Nuovo modulo' }).click();
  await page.getByLabel('Decisione e motivi').fill('{compny}: fatto.');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByLabel('Titolo')).toBeFocused();
  await page.getByLabel('Titolo').fill(title);
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText(/Una parola fra graffe/)).toBeVisible();
  await page.getByLabel('Decisione e motivi').fill('{company}: fatto.');
  await expect(page.getByText('Forno Esempio S.r.l.: fatto.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoViolations(page, 'a text module that is being written');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: new RegExp(title) })).toBeVisible();
  await page.getByRole('button', { name: 'Ritira', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ritira', exact: true }).click();
  await expect(page.getByRole('main').getByRole('button', { name: new RegExp(title) })).toHaveCount(0);
});

test('a duplicate goes on in another request, and both say so', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const mark = Date.now();
  const first = await asked(page, 201, `Prima ${mark}`);
  const second = await asked(page, 201, `Doppione ${mark}`);
  await taken(page, second);
  await page.locator('summary', { hasText: 'Altre richieste di questa azienda' }).click();
  await page.getByRole('button', { name: new RegExp(`^Collega Prima ${mark}`) }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^Scollega Prima ${mark}`) })).toBeVisible();
  await expectNoViolations(page, 'requests that are linked');
  await page.getByRole('button', { name: "Riunisci a un'altra" }).click();
  const into = page.getByLabel('In quale continua');
  const option = into.locator('option', { hasText: `Prima ${mark}` });
  await into.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByRole('button', { name: "Riunisci a un'altra" }).click();
  await expect(page.getByText("ha riunito la richiesta a un'altra")).toBeVisible();
  await expectNoSidewaysScroll(page);

  await signIn(page, 'titolare');
  await open(page, `/richieste/${second}`);
  await expect(page.getByText("Riunita a un'altra").first()).toBeVisible();
  await expect(page.getByText('Altre richieste di questa azienda')).toHaveCount(0);
  await page.getByRole('log').getByRole('link', { name: /^\d{4}\.E\.\d{4}\.\d{7}$/ }).click();
  await expect(page).toHaveURL(new RegExp(first));
  await expect(page.getByText("ha riunito qui un'altra richiesta")).toBeVisible();
});

test('an answer that was not sent is found in the queue once the request went elsewhere', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  const subject = `Altrove ${Date.now()}`;
  const request = await asked(page, 602, subject);
  await taken(page, request);
  await page.getByRole('button', { name: 'Dai la risposta' }).click();
  await page.getByLabel('Decisione e motivi').fill(subject);
  await expect(page.getByText('Conservato: lo ritrovi qui')).toBeVisible();
  await signIn(page, 'responsabile');
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': `transfer-${request}` };
  const { version } = await (await page.request.get(`/api/v1/requests/${request}`)).json();
  const action = { transfer: { office: '4900', unit: 'accounting', reason: 'Competenza' } };
  const moved = await page.request.post(`/api/v1/requests/${request}`, { data: { version, action }, headers });
  expect(moved.ok(), `${moved.status()} ${await moved.text()}`).toBe(true);
  await signIn(page, 'operatore');
  await open(page, '/coda');
  const left = page.getByRole('region', { name: 'Scritto e non inviato' });
  const words = left.getByRole('listitem').filter({ hasText: subject });
  await expect(words).toBeVisible();
  await expectNoViolations(page, 'what was left by whoever answers');
  await words.getByRole('button', { name: /Elimina/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Elimina/ }).click();
  await expect(words).toHaveCount(0);
});

test('a saved filter of the queue keeps all that it asked for', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'operatore');
  await open(page, '/coda?eta=0');
  const name = `Giovani ${Date.now()}`;
  await page.getByRole('button', { name: 'Salva o apri un filtro' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filtri salvati' });
  await sheet.getByLabel('Nome del filtro').fill(name);
  await sheet.getByRole('button', { name: 'Salva il filtro' }).click();
  await expect(sheet.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
  await page.keyboard.press('Escape');
  await open(page, '/coda');
  await page.getByRole('button', { name }).click();
  await expect(page).toHaveURL(/eta=0/);
  await page.getByRole('button', { name: 'Salva o apri un filtro' }).click();
  await sheet.getByRole('button', { name: new RegExp(`Elimina ${name}`) }).click();
  await expect(sheet.getByRole('button', { name: new RegExp(`Elimina ${name}`) })).toHaveCount(0);
});
