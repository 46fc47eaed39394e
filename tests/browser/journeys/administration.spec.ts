/** What an administrator decides, of requests and of parameters, is kept with its reason, and holds for whoever asks. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

// Both replace parameters, by the number that they saw.
test.describe.configure({ mode: 'serial' });

test('an administrator gives a topic rules of its own and ends them', { tag: '@once' }, async ({ page }) => {
  const reason = `Prova ${Date.now()}`;
  await signIn(page, 'amministratore');
  await open(page, '/strumenti');
  await page.getByRole('link', { name: /Amministrazione delle richieste/ }).click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Amministrazione delle richieste' })).toBeVisible();
  const form = page.getByRole('region', { name: 'Nuova regola di un argomento' });
  await form.getByRole('button', { name: 'Registra' }).click();
  await expect(form.getByText('Scrivi il motivo')).toBeVisible();
  await expect(form.getByLabel('Argomento')).toBeFocused();
  await form.getByLabel('Argomento').selectOption({ label: 'Altro · Altro' });
  await form.getByLabel('Sede').fill('0100');
  await form.getByLabel('Motivo').fill(reason);
  await form.getByRole('button', { name: 'Registra' }).click();
  const rules = page.getByRole('region', { name: 'Regole degli argomenti' });
  await expect(rules).toContainText(reason);
  await expectNoViolations(page, 'a rule of a topic');
  await rules.getByRole('button', { name: /Termina/ }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ultimo giorno').fill('2099-12-31');
  await dialog.getByLabel('Motivo').fill('Fine della prova');
  await dialog.getByRole('button', { name: 'Termina' }).click();
  await expect(rules).toContainText('31/12/2099');

  await page.getByRole('tab', { name: 'Tempi' }).click();
  await expect(page.getByRole('region', { name: 'Tempi generali' })).toContainText('Calabria');
  await page.getByRole('tab', { name: 'Chiusure' }).click();
  const day = page.getByRole('region', { name: 'Nuovo giorno di chiusura' });
  await day.getByLabel('Sedi').fill('0100');
  await day.getByLabel('Dal giorno').fill('2099-12-30');
  await day.getByLabel('Motivo').fill(reason);
  await day.getByRole('button', { name: 'Registra' }).click();
  const days = page.getByRole('region', { name: 'Chiusure' });
  await expect(days).toContainText('30/12/2099');
  await days.getByRole('button', { name: /Togli 30\/12\/2099/ }).click();
  const question = page.getByRole('dialog', { name: 'Togliere la chiusura?' });
  await question.getByRole('button', { name: 'Lascia' }).click();
  await expect(days).toContainText('30/12/2099');
  await days.getByRole('button', { name: /Togli 30\/12\/2099/ }).click();
  await question.getByRole('button', { name: 'Togli' }).click();
  await expect(page.getByText('30/12/2099')).toHaveCount(0);

  // A trial says what would go before anything does; nothing is kept here.
  await page.getByRole('tab', { name: 'Conservazione' }).click();
  await page.getByLabel(/Mesi per le richieste/).fill('120');
  await expect(page.getByRole('group', { name: /Prova/ })).toContainText('Richieste intere');
  await expectNoViolations(page, 'a trial of what would be forgotten');
});

test('the administrator replaces a parameter, and goes back', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/422/);
  await signIn(page, 'amministratore');
  await open(page, '/strumenti/parametri');
  const terms = page.getByRole('listitem').filter({ hasText: 'Termini e soglie' });
  await terms.getByRole('button').click();
  const text = page.getByLabel('Testo (JSON)');
  const shipped = await text.inputValue();
  await text.fill(shipped.replace('"archive_day"', '"archiveday"'));
  await page.getByLabel(/Che cosa cambia/).fill('Prova');
  await page.getByRole('button', { name: 'Sostituisci', exact: true }).click();
  await expect(page.getByText(/Riga \d+, colonna \d+: unknown field/)).toBeVisible();
  await expectNoViolations(page, 'a refused text');
  await text.fill(shipped);
  await page.getByRole('button', { name: 'Sostituisci', exact: true }).click();
  await expect(terms).toContainText('Sostituito il');
  await expect(page.getByRole('table', { name: 'Storico delle sostituzioni' }).getByText('Prova').first()).toBeVisible();
  await page.getByLabel(/Che cosa cambia/).fill('Come prima');
  await page.getByRole('button', { name: 'Torna ai valori del programma' }).click();
  await expect(terms).not.toContainText('Sostituito il');
});

test('the administrator adds a topic in three languages, and withdraws it', { tag: '@once' }, async ({ page }) => {
  const name = `Prova ${Date.now()}`;
  await signIn(page, 'amministratore');
  await open(page, '/amministrazione?vista=elenco');
  await page.getByRole('button', { name: 'Nuovo argomento' }).click();
  const form = page.getByRole('region', { name: 'Nuovo argomento' });
  await form.getByRole('button', { name: 'Registra' }).click();
  await expect(form.getByText('Scrivi qualcosa in questa lingua.').first()).toBeVisible();
  await expectNoViolations(page, 'a topic that lacks words');
  for (const language of ['Italiano', 'Inglese', 'Tedesco']) {
    await form.getByRole('tab', { name: language }).click();
    await form.getByLabel('Nome').fill(`${name} ${language}`);
    for (const part of ['Quando è quello giusto', 'Esempi', 'Che cosa allegare']) {
      await form.getByLabel(part).fill(`${part}, ${language}`);
    }
  }
  await form.getByLabel('Motivo').fill(name);
  await form.getByRole('button', { name: 'Registra' }).click();
  const change = page.getByRole('region', { name: "Modifica dell'argomento" });
  await expect(change.getByLabel('Nome')).toHaveValue(`${name} Italiano`);
  await expect(change.getByLabel('Al suo posto')).toHaveCount(0);
  await change.getByLabel('Non si può più scegliere').check();
  await change.getByLabel('Al suo posto').selectOption('301');
  await change.getByLabel('Motivo').fill('Fine della prova');
  await expectNoViolations(page, 'a topic that another takes the place of');
  await change.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Non si sceglie più');
  await expect(change.getByLabel('Al suo posto')).toHaveValue('301');

  // Whoever comes from a link to it asks about the other, and is told so.
  await signIn(page, 'titolare');
  const { topics } = await (await page.request.get('/api/v1/requests/topics?withdrawn=true')).json();
  const gone = topics.find(({ title }: { title: string }) => title === `${name} Italiano`);
  expect(gone.instead).toBe(301);
  await open(page, `/richieste/nuova?argomento=${gone.id}`);
  await expect(page.getByText('Questo argomento ha preso il posto di quello scelto', { exact: false })).toBeVisible();
  await expect(page.getByText('Passo 2 di 3')).toBeVisible();
  // Nobody typed anything: nothing is kept until somebody does.
  const drafts = async () => (await (await page.request.get('/api/v1/requests/drafts')).json()).items.length;
  const before = await drafts();
  await expect(page.getByText('Bozza non ancora salvata')).toBeVisible();
  await expectNoViolations(page, 'a topic in the place of another');
  expect(await drafts()).toBe(before);
  await expect(page).not.toHaveURL(/bozza=/);
  await page.getByLabel('La tua richiesta').fill('Che cosa serve?');
  await expect(page).toHaveURL(/bozza=/);
});

test('closures of several days, terms that are corrected, thresholds, retention and offices are kept', { tag: '@once' }, async ({ page }) => {
  const reason = `Moduli ${Date.now()}`;
  await signIn(page, 'amministratore');
  await open(page, '/amministrazione?vista=chiusure');
  const day = page.getByRole('region', { name: 'Nuovo giorno di chiusura' });
  await day.getByLabel('Sedi').fill('0100, 01');
  await day.getByLabel('Dal giorno').fill('2098-12-28');
  await day.getByLabel('Ultimo giorno').fill('2098-12-27');
  await day.getByLabel('Motivo').fill(reason);
  await day.getByRole('button', { name: 'Registra' }).click();
  await expect(day.getByText('Scrivi codici di quattro cifre, con una virgola in mezzo')).toHaveCount(1);
  await expect(day.getByText('Scegli un giorno dopo il primo, entro un anno')).toBeVisible();
  await day.getByLabel('Sedi').fill('');
  await day.getByLabel('Ultimo giorno').fill('2098-12-30');
  await day.getByRole('button', { name: 'Registra' }).click();
  const closed = page.getByRole('region', { name: 'Chiusure' }).getByRole('row').filter({ hasText: reason });
  await expect(closed).toContainText('28/12/2098 – 30/12/2098');
  await expect(closed).toContainText('Tutte');
  await closed.getByRole('button', { name: /Togli/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Togli' }).click();
  await expect(closed).toHaveCount(0);

  await page.getByRole('tab', { name: 'Tempi' }).click();
  const terms = page.getByRole('region', { name: 'Nuovi tempi particolari' });
  await terms.getByLabel('Sede').fill('0100');
  await terms.getByLabel('Dal giorno').fill('2098-01-01');
  await terms.getByLabel('Motivo').fill(reason);
  await terms.getByRole('button', { name: 'Registra' }).click();
  const own = page.getByRole('region', { name: 'Tempi particolari', exact: true }).getByRole('row').filter({ hasText: reason });
  await expect(own).toContainText('sollecito 5');
  await own.getByRole('button', { name: /Correggi/ }).click();
  const corrected = page.getByRole('region', { name: 'Correzione dei tempi particolari' });
  await expect(corrected.getByLabel('Sede')).toHaveValue('0100');
  await corrected.getByLabel('Giorni lavorativi al sollecito').fill('4');
  await corrected.getByRole('button', { name: 'Registra' }).click();
  await expect(own).toHaveCount(1);
  await expect(own).toContainText('sollecito 4');

  await page.getByRole('tab', { name: 'Pubblicazione' }).click();
  const published = page.getByRole('region', { name: 'Nuove soglie di pubblicazione' });
  await published.getByLabel('Richieste sotto le quali non si mostra nulla').fill('1');
  await published.getByLabel('Dal giorno').fill('2098-01-01');
  await published.getByLabel('Motivo').fill(reason);
  await published.getByRole('button', { name: 'Registra' }).click();
  await expect(published.getByText('Almeno 2 richieste, e da 1 a 60 mesi.')).toBeVisible();
  await published.getByLabel('Richieste sotto le quali non si mostra nulla').fill('11');
  await published.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByRole('region', { name: 'Che cosa si pubblica delle sedi' })).toContainText('11');
  await expectNoViolations(page, 'what is published');

  await page.getByRole('tab', { name: 'Conservazione' }).click();
  const keeping = page.getByRole('region', { name: 'Nuovi tempi di conservazione' });
  await keeping.getByLabel(/Mesi per le bozze/).fill('13');
  await keeping.getByLabel('Dal giorno').fill('2098-01-01');
  await keeping.getByLabel('Motivo').fill(reason);
  await keeping.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByRole('region', { name: 'Per quanto si conserva' })).toContainText('13');

  await page.getByRole('tab', { name: 'Sedi' }).click();
  const office = page.getByRole('region', { name: 'Nuova modifica di una sede' });
  await office.getByRole('button', { name: 'Registra' }).click();
  await expect(office.getByText('Scrivi le quattro cifre del codice della sede')).toHaveCount(1);
  await office.getByLabel('Sede', { exact: true }).fill('0100');
  await office.getByLabel('Indirizzo').fill('Via della Prova 1');
  await office.getByLabel('Dal giorno').fill('2098-01-01');
  await office.getByLabel('Motivo').fill(reason);
  await office.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByRole('region', { name: 'Che cosa è stato stabilito' })).toContainText('Via della Prova 1');
});

test('the administrator adds a group of topics, and withdraws it', { tag: '@once' }, async ({ page }) => {
  const name = `Gruppo ${Date.now()}`;
  await signIn(page, 'amministratore');
  await open(page, '/amministrazione?vista=elenco');
  await page.getByRole('button', { name: 'Nuovo gruppo' }).click();
  const form = page.getByRole('region', { name: 'Nuovo gruppo' });
  await form.getByRole('button', { name: 'Registra' }).click();
  await expect(form.getByText('Scrivi qualcosa in questa lingua.').first()).toBeVisible();
  await expectNoViolations(page, 'a group that lacks names');
  for (const language of ['italiano', 'inglese', 'tedesco']) {
    await form.getByLabel(`Nome in ${language}`).fill(`${name} ${language}`);
  }
  await form.getByLabel('Motivo').fill(name);
  await form.getByRole('button', { name: 'Registra' }).click();
  const change = page.getByRole('region', { name: 'Modifica il gruppo' });
  await expect(change.getByLabel('Nome in italiano')).toHaveValue(`${name} italiano`);
  await change.getByLabel('Non si può più scegliere').check();
  await change.getByLabel('Motivo').fill('Fine della prova');
  await change.getByRole('button', { name: 'Registra' }).click();
  await expect(page.locator('details').filter({ hasText: name })).toContainText('Non si sceglie più');
  // A group whose topics are offered cannot go.
  await page.locator('summary').filter({ hasText: 'Anagrafica e inquadramento' }).click();
  await page.getByRole('button', { name: 'Modifica il gruppo Anagrafica e inquadramento' }).click();
  await expect(change.getByText('togli prima quelli')).toBeVisible();
  await expect(change.getByLabel('Non si può più scegliere')).toBeDisabled();
});

test('the administrator finds an office, opens one, and says a notification in other words', { tag: '@once' }, async ({ page }) => {
  const reason = `Sede ${Date.now()}`;
  const code = String(7950 + (Date.now() % 45));
  await signIn(page, 'amministratore');
  await open(page, '/amministrazione?vista=sedi');
  const list = page.getByRole('region', { name: 'Elenco delle sedi' });
  const office = page.getByRole('region', { name: 'Nuova modifica di una sede' });
  await list.getByLabel('Cerca per codice, nome o indirizzo').fill('roma tusco');
  await expect(list.getByText('Trovate: 1', { exact: true })).toBeVisible();
  await expectNoViolations(page, 'the list of offices');
  await list.getByRole('button', { name: 'Modifica 7010' }).click();
  await expect(office.getByLabel('Sede', { exact: true })).toHaveValue('7010');
  await office.getByLabel('Sede', { exact: true }).fill(code);
  await office.getByLabel('Nome').fill('Roma Prova');
  await office.getByLabel('Dal giorno').fill('2098-01-01');
  await office.getByLabel('Motivo').fill(reason);
  await office.getByRole('button', { name: 'Registra' }).click();
  await expect(office.getByText('Il codice è nuovo')).toBeVisible();
  await office.getByLabel('Tipo').selectOption({ label: 'Agenzia' });
  await office.getByLabel('Fa capo a').fill('7010');
  await office.getByRole('button', { name: 'Registra' }).click();
  const opened = page.getByRole('region', { name: 'Che cosa è stato stabilito' }).getByRole('row').filter({ hasText: reason });
  await expect(opened).toContainText('Agenzia · Roma Prova');
  await opened.getByRole('button', { name: /Togli/ }).click();
  await expect(opened).toHaveCount(0);

  await page.getByRole('tab', { name: 'Testi degli avvisi' }).click();
  await page.getByRole('button', { name: /Richiesta al responsabile/ }).click();
  const words = page.getByRole('region', { name: 'Richiesta al responsabile' });
  await words.getByLabel('Testo', { exact: true }).fill('Ora la vede chi dirige {company}.');
  await words.getByLabel('Motivo').fill(reason);
  await words.getByRole('button', { name: 'Registra' }).click();
  await expect(words.getByText('Tra parentesi graffe')).toBeVisible();
  await expectNoViolations(page, 'a text that names what is not told');
  await words.getByLabel('Testo', { exact: true }).fill('Ora la vede chi dirige la sede di {office}.');
  await words.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Richiesta al responsabile' })).toContainText('Testo cambiato');
  await words.getByRole('button', { name: 'Rimetti il testo del programma' }).click();
  await words.getByLabel('Motivo').fill('Fine della prova');
  await words.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByText('Testo cambiato')).toHaveCount(0);
});

test('the view of an address is in sight among many, and the page begins at its top', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'amministratore');
  for (const [view, name] of [['testi', 'Testi degli avvisi'], ['sedi', 'Sedi'], ['elenco', 'Elenco']]) {
    await open(page, `/amministrazione?vista=${view}`);
    const chosen = page.getByRole('tab', { selected: true }).first();
    await expect(chosen).toContainText(name!);
    await expect(chosen).toBeInViewport({ ratio: 0.9 });
    expect(await page.evaluate(() => scrollY), view).toBe(0);
  }
  await page.getByRole('tab', { selected: true }).first().press('End');
  await expect(page.getByRole('tab', { selected: true }).first()).toBeInViewport({ ratio: 0.9 });
});

test('the administrator calls a unit otherwise, adds one and withdraws it, and not one that answers', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/422/);
  const code = `prova_${Date.now()}`;
  await signIn(page, 'amministratore');
  await open(page, '/amministrazione?vista=sedi');
  const units = page.getByRole('region', { name: 'Unità delle sedi' });
  await units.getByRole('button', { name: 'Nuova unità' }).click();
  const form = page.getByRole('region', { name: 'Nuova unità' });
  await form.getByLabel('Codice').fill('Prova');
  await form.getByRole('button', { name: "Salva l'unità" }).click();
  await expect(form.getByText(/Scrivi al massimo 24 minuscole/)).toBeVisible();
  await expectNoViolations(page, 'a unit that lacks its code');
  await form.getByLabel('Codice').fill(code);
  for (const language of ['italiano', 'inglese', 'tedesco']) {
    await form.getByLabel(`Nome in ${language}`).fill(`${code} ${language}`);
  }
  await form.getByLabel('Motivo').fill('Prova');
  await form.getByRole('button', { name: "Salva l'unità" }).click();
  const added = units.getByRole('listitem').filter({ hasText: `${code} italiano` });
  // What the administrator called it by stands beside its name; of what comes with the program no code does.
  await expect(added).toContainText(`Aggiunta qui · codice ${code}`);
  await expect(units.getByText('Prevista dal programma', { exact: true }).first()).toBeVisible();
  await expect(units.getByText(/wage_support|front_office/)).toHaveCount(0);
  await added.getByRole('button').click();
  const change = page.getByRole('region', { name: "Modifica dell'unità" });
  await change.getByLabel('Nome in italiano').fill(`${code} rinominata`);
  await change.getByLabel('Ritirata').check();
  await change.getByLabel('Motivo').fill('Fine della prova');
  await change.getByRole('button', { name: "Salva l'unità" }).click();
  await expect(units.getByRole('listitem').filter({ hasText: `${code} rinominata` })).toContainText('Ritirata');
  await units.getByRole('button', { name: /Regolarità/ }).click();
  await change.getByLabel('Ritirata').check();
  await change.getByLabel('Motivo').fill('Prova');
  await change.getByRole('button', { name: "Salva l'unità" }).click();
  await expect(page.getByText(/«Regolarità» non si può ritirare: le spetta l'argomento \d+/)).toBeVisible();
});
