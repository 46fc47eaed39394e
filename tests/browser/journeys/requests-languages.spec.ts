/** Requests on both sides of the counter in English and in German: what one does there, and that no Italian is left. */
import type { Page } from '@playwright/test';
import { expect, expectNoViolations, italian, open, settled, signIn, speak, test, writings } from '../fixtures';

const ENGLISH = {
  lang: 'en', tag: '@desk',
  // Asking.
  requests: 'Requests', new: 'New request', words: 'Say it in your own words', asked: 'I paid but you say I did not', topics: 'Topics',
  step: 'Step 2 of 3', subject: 'Subject', text: 'Your request', saved: /Draft saved/, uploaded: 'Uploaded', refused: 'This type of file cannot be attached',
  remove: 'Remove page.html', next: 'Continue', send: 'Send', sent: 'Request sent', conversation: 'Open the conversation',
  // Answering.
  queue: 'Queue', take: 'Take charge', taken: 'took charge', checklist: 'Required documents', answer: 'Answer', outcome: 'Outcome', accepted: 'Accepted',
  decision: 'Decision and reasons',
  // The register.
  register: 'Register', search: 'Search', find: 'Number, company or subject', closed: 'Closed days',
  // What one wishes to be told.
  wishes: 'Notification preferences', address: 'New address for SMS', code: 'Send the code', noMobile: 'This is no mobile', digest: 'How many at once',
  quiet: 'Quiet hours',
  // What an administrator decides.
  administration: 'Administration of requests', list: 'List of topics', newTopic: 'New topic', record: 'Record', empty: 'Write something in this language.',
  // For many companies at once.
  bulk: 'Request for several companies', codes: 'Or paste tax codes', noCodes: 'Paste one tax code at least', bulkText: 'Text of the request',
  kept: /^Saved /, sendOne: /^Send 1 request/, done: 'All done',
};

const GERMAN: typeof ENGLISH = {
  lang: 'de', tag: '@phone',
  requests: 'Anfragen', new: 'Neue Anfrage', words: 'Sagen Sie es mit eigenen Worten', asked: 'ich habe bezahlt', topics: 'Themen',
  step: 'Schritt 2 von 3', subject: 'Betreff', text: 'Ihre Anfrage', saved: /Entwurf gespeichert/, uploaded: 'Hochgeladen',
  refused: 'Dateien dieser Art können nicht angehängt werden', remove: 'page.html entfernen', next: 'Weiter', send: 'Senden', sent: 'Anfrage gesendet',
  conversation: 'Unterhaltung öffnen',
  queue: 'Warteschlange', take: 'Übernehmen', taken: 'hat die Anfrage übernommen', checklist: 'Erforderliche Unterlagen', answer: 'Bescheid geben',
  outcome: 'Ergebnis', accepted: 'Angenommen', decision: 'Entscheidung und Gründe',
  register: 'Protokoll', search: 'Suchen', find: 'Nummer, Betrieb oder Betreff', closed: 'Abgeschlossene Tage',
  wishes: 'Einstellungen der Mitteilungen', address: 'Neue Adresse für SMS', code: 'Code senden', noMobile: 'Das ist keine Mobilnummer',
  digest: 'Wie viele auf einmal', quiet: 'Ruhezeiten',
  administration: 'Verwaltung der Anfragen', list: 'Themenliste', newTopic: 'Neues Thema', record: 'Eintragen',
  empty: 'Schreiben Sie etwas in dieser Sprache.',
  bulk: 'Sammelanfrage', codes: 'Oder Steuernummern einfügen', noCodes: 'Fügen Sie mindestens eine Steuernummer ein', bulkText: 'Text der Anfrage',
  kept: /^Gespeichert /, sendOne: /^1 Anfrage senden/, done: 'Fertig gesendet',
};

/** Something to attach. */
function file(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(`%PDF-1.7\n${name}`) };
}

/** Looks at the page, or at what lies over it: no Italian but what people wrote, and no rule broken. */
async function looker(page: Page, lang: string): Promise<(where: string) => Promise<void>> {
  await speak(page, lang);
  const written = writings(page);
  return async (where) => {
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expectNoViolations(page, `${where} in ${lang}`);
    const said = await written();
    const left = (await italian(page)).filter((part) => !said.some((text) => part.includes(text)));
    expect.soft(left, `Italian on ${where} in ${lang}`).toEqual([]);
  };
}

/** The screen is headed so. */
async function headed(page: Page, name: string): Promise<void> {
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

for (const say of [ENGLISH, GERMAN]) {
  const chosen = (page: Page) => page.locator('.file-drop input[type=file]');

  test(`asked, answered and registered in ${say.lang}`, { tag: say.tag }, async ({ page, allowErrors }) => {
    test.setTimeout(150_000);
    allowErrors(/422/);
    const [look, subject] = [await looker(page, say.lang), `F24 ${Date.now()}`];
    await signIn(page, 'titolare');
    await open(page, '/richieste');
    await headed(page, say.requests);
    await look('requests');
    await page.getByRole('main').getByRole('link', { name: say.new, exact: true }).first().click();
    await headed(page, say.new);
    await page.getByLabel(say.words).fill(say.asked);
    await page.getByRole('list', { name: say.topics }).getByRole('button').first().click();
    await expect(page.locator('#passo')).toContainText(say.step);
    await page.getByLabel(say.subject).fill(subject);
    await page.getByLabel(say.text).fill('F24 16/08/2026: 1.234,56 €?');
    await chosen(page).setInputFiles(file('f24.pdf'));
    await expect(page.getByText(say.uploaded, { exact: true }).first()).toBeVisible();
    await chosen(page).setInputFiles(file('page.html'));
    await expect(page.getByText(say.refused)).toBeVisible();
    await look('a request with a document that is refused');
    await page.getByRole('button', { name: say.remove }).click();
    await expect(page.getByText(say.saved)).toBeVisible();
    await page.getByRole('button', { name: say.next, exact: true }).click();
    await expect(page.getByRole('button', { name: say.send, exact: true })).toBeVisible();
    await look('the last look');
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await headed(page, say.sent);
    await look('the receipt');
    await page.getByRole('link', { name: say.conversation }).click();
    await headed(page, subject);
    await look('a conversation');

    await signIn(page, 'operatore');
    await open(page, '/coda?vista=non-assegnate');
    await headed(page, say.queue);
    await look('the queue');
    await page.getByRole('main').getByRole('link', { name: subject }).click();
    await headed(page, subject);
    await page.getByRole('button', { name: say.take, exact: true }).click();
    await expect(page.getByText(say.taken)).toBeVisible();
    await page.locator('summary', { hasText: say.checklist }).click();
    await page.getByRole('button', { name: say.answer, exact: true }).click();
    await page.getByLabel(say.outcome, { exact: true }).selectOption({ label: say.accepted });
    await page.getByLabel(say.decision).fill('F24 16/08/2026: OK.');
    await chosen(page).setInputFiles(file('ok.pdf'));
    await expect(page.getByText(say.uploaded, { exact: true }).first()).toBeVisible();
    await look('an answer that is written');
    await page.getByRole('button', { name: say.answer, exact: true }).click();
    await expect(page.getByRole('log').getByRole('link', { name: 'ok.pdf' })).toBeVisible();
    await look('an answer');

    await open(page, '/protocollo');
    await headed(page, say.register);
    await look("today's register");
    await page.getByRole('tab', { name: say.search }).click();
    await page.getByLabel(say.find).fill(subject);
    await expect(page.getByText(subject).first()).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: /\.E\.\d{4}\./ }).first().click();
    await expect(page.getByRole('dialog')).toContainText(subject);
    await look('a line of the register');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: say.closed }).click();
    await headed(page, say.register);
    await look('the closed days');
  });

  test(`preferences, topics and a request for several in ${say.lang}`, { tag: say.tag }, async ({ page, allowErrors }) => {
    test.setTimeout(120_000);
    allowErrors(/422/);
    const [look, subject] = [await looker(page, say.lang), `DURC ${Date.now()}`];
    // Nothing of the person's is changed: people of the demo are shared, and what is chosen is saved by itself.
    await page.route('**/api/v1/notifications/settings', async (route) => {
      if (route.request().method() === 'GET') return route.fallback();
      await route.fulfill({ json: route.request().postDataJSON() });
    });
    await signIn(page, 'operatore');
    await open(page, '/profilo/avvisi');
    await headed(page, say.wishes);
    const mobile = page.getByRole('region', { name: 'SMS', exact: true });
    await mobile.getByLabel(say.address).fill('12');
    await mobile.getByRole('button', { name: say.code }).click();
    await expect(mobile).toContainText(say.noMobile);
    await expect(page.getByRole('combobox', { name: say.digest })).toBeVisible();
    await page.getByRole('switch', { name: say.quiet }).setChecked(true);
    await look('what one wishes to be told');

    await signIn(page, 'amministratore');
    await open(page, '/amministrazione');
    await headed(page, say.administration);
    await look('rules of topics');
    await page.getByRole('tab', { name: say.list, exact: true }).click();
    await page.getByRole('button', { name: say.newTopic }).click();
    const form = page.getByRole('region', { name: say.newTopic });
    await form.getByRole('button', { name: say.record, exact: true }).click();
    await expect(form.getByText(say.empty).first()).toBeVisible();
    await look('a topic that lacks words');

    await signIn(page, 'consulente');
    const { items } = await (await page.request.get('/api/v1/companies?limit=100')).json();
    const client = items.find((one: { state: string; matricola: string | null }) => one.state === 'active' && one.matricola);
    await open(page, '/strumenti/richiesta-multipla');
    await headed(page, say.bulk);
    await page.getByRole('button', { name: say.next, exact: true }).click();
    await expect(page.getByText(say.noCodes)).toBeVisible();
    await look('a choice of companies');
    await page.getByLabel(say.codes).fill(client.tax_code);
    await page.getByRole('button', { name: say.next, exact: true }).click();
    await expect(page).toHaveURL(/richiesta-multipla\?id=/);
    await settled(page);
    await page.getByLabel(say.words).fill(say.asked);
    await page.getByRole('list', { name: say.topics }).getByRole('button').first().click();
    await page.getByLabel(say.subject).fill(subject);
    await page.getByLabel(say.bulkText).fill('{company} {matricola}: 1.234,56 €?');
    await expect(page.getByText(say.kept)).toBeVisible();
    await look('a request for several companies');
    await page.getByRole('button', { name: say.sendOne }).click();
    const question = page.getByRole('dialog');
    await expect(question).toBeVisible();
    await look('the question before many are sent');
    await question.getByRole('button', { name: say.sendOne }).click();
    await expect(page.getByText(say.done)).toBeVisible({ timeout: 30_000 });
    await headed(page, say.bulk);
    await look('what became of it');
  });
}
