/** Notifications: what one is told, what became of it on its way, and what one wishes to be told. */
import type { APIResponse, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';

/** Writes over the API as whoever is signed in on the page. */
async function write(page: Page, path: string, data: object, method: 'post' | 'put' = 'post'): Promise<unknown> {
  const key = `notifications-${Date.now()}-${Math.random()}`;
  const headers = { 'Idempotency-Key': key, 'Sec-Fetch-Site': 'same-origin' };
  const reply: APIResponse = await page.request[method](`/api/v1/${path}`, { data, headers });
  expect(reply.ok(), `${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
  return reply.json();
}

/** Sends a request of the person's first company; its protocol number. */
async function sent(page: Page): Promise<string> {
  const companies = await (await page.request.get('/api/v1/companies')).json();
  const content = { company: companies.items[0].id, topic: 201, subject: 'DM di agosto', text: 'Non risulta il DM di agosto.' };
  const { draft, version } = (await write(page, 'requests/drafts', { version: 0, content })) as { draft: string; version: number };
  const { receipt } = (await write(page, 'requests', { draft, version })) as { receipt: { registered: { number: string } } };
  return receipt.registered.number;
}

test('a receipt is told in the app, leaves by mail, and what became of it is there in words', { tag: '@once' }, async ({ page }) => {
  // Somebody whom no other test writes to: beyond the second of a kind within the hour they are gathered.
  await signIn(page, 'consulente3');
  const number = await sent(page);
  const left = async () => (await (await page.request.get('/api/v1/demo/mailbox?to=consulente3')).text()).includes(number);
  await expect.poll(left).toBe(true);
  await open(page, '/altro');
  await page.getByRole('main').getByRole('link', { name: 'Avvisi', exact: true }).click();
  const told = page.getByRole('listitem').filter({ hasText: number });
  await expect(told.getByRole('link', { name: `Richiesta registrata: ${number}` })).toHaveAttribute('href', /^\/richieste\//);
  await expect(told).toContainText('Risposta attesa entro il');
  await expect(told.getByText('Nuovo', { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: /^\d+ da vedere ?Altro/ })).toBeVisible();
  await expectNoViolations(page, 'notifications');
  await expectNoSidewaysScroll(page, 'notifications');

  await told.getByRole('button', { name: /^Com'è stato recapitato/ }).focus();
  await page.keyboard.press('Enter');
  const ledger = page.getByRole('dialog', { name: "Com'è stato recapitato" });
  await expect(ledger.getByRole('heading', { name: 'E-mail' })).toBeVisible();
  await expect(ledger).toContainText('Consegnato al gestore.');
  await expectNoViolations(page, 'the ways of a notification');
  await page.keyboard.press('Escape');
  await expect(ledger).toBeHidden();

  await told.getByRole('button', { name: /^Segna come letto/ }).click();
  await expect(told).toHaveCount(0);
  await page.getByRole('radio', { name: 'Tutti' }).check();
  await expect(told).toBeVisible();
  await expect(told.getByText('Nuovo', { exact: true })).toHaveCount(0);

  await page.getByRole('link', { name: 'Posta di prova' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Posta di prova' })).toBeVisible();
  const mail = page.locator('details').filter({ hasText: number });
  await mail.first().locator('summary').click();
  await expect(mail.first()).toContainText('Gentile');
  await expect(mail.first()).toContainText('Consegnato al gestore.');
  await expectNoViolations(page, 'the mailbox of the demo');
});

test('the bell counts what is unread, and leads there', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await sent(page);
  await open(page, '/oggi');
  const bell = page.getByRole('banner').getByRole('link', { name: /^Avvisi \d+/ });
  await bell.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Avvisi' })).toBeVisible();
  await page.getByRole('button', { name: 'Segna tutti come letti' }).click();
  await expect(page.getByText('Hai letto tutto')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Avvisi' })).toBeFocused();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Avvisi', exact: true })).toBeVisible();
});

test('receipts of certified mail say that nobody verified who signed them', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'consulente');
  const number = await sent(page);
  // Played here: no provider writes to this machine.
  await page.route(/\/api\/v1\/notifications\/\d+(\?|$)/, async (route) => {
    const response = await route.fetch();
    const shown = await response.json();
    const steps = ['handed_over', { receipted: 'accepted' }, { receipted: 'delivered' }].map((step) => ({ at: shown.row.at, step }));
    await route.fulfill({ response, json: { ...shown, trails: [{ channel: 'pec', together: 1, steps }] } });
  });
  await open(page, '/avvisi');
  const told = page.getByRole('listitem').filter({ hasText: number });
  await told.getByRole('button', { name: /^Com'è stato recapitato/ }).click();
  const ledger = page.getByRole('dialog', { name: "Com'è stato recapitato" });
  await expect(ledger).toContainText('Ricevuta di avvenuta consegna');
  await expect(ledger).toContainText('la firma del gestore non è stata verificata');
  await expectNoViolations(page, 'receipts of certified mail');
});

test('an address is proven by its code, and wishes are kept', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/422/);
  await signIn(page, 'associazione');
  await open(page, '/profilo');
  await page.getByRole('link', { name: 'Preferenze degli avvisi' }).click();
  // Each thing that one is told of has its own name.
  for (const name of ['Richiesta registrata', 'Registrazione annullata', 'DURC in scadenza']) {
    await expect(page.getByRole('group', { name, exact: true })).toBeVisible();
  }
  const mobile = page.getByRole('region', { name: 'SMS', exact: true });
  await mobile.getByLabel('Nuovo recapito SMS').fill('12');
  await mobile.getByRole('button', { name: 'Manda il codice' }).click();
  await expect(mobile).toContainText('Non è un cellulare');
  const number = `333${Date.now().toString().slice(-7)}`;
  await mobile.getByLabel('Nuovo recapito SMS').fill(number);
  await mobile.getByRole('button', { name: 'Manda il codice' }).click();
  await expect(mobile.getByLabel('Codice di 6 cifre')).toBeVisible();
  await expectNoViolations(page, 'an address that waits for its code');
  await mobile.getByLabel('Codice di 6 cifre').fill('00000x');
  await mobile.getByRole('button', { name: 'Conferma' }).click();
  await expect(mobile).toContainText('Il codice non è questo');
  let code = '';
  await expect
    .poll(async () => {
      const [posted] = await (await page.request.get(`/api/v1/demo/mailbox?to=${number}`)).json();
      code = /\b\d{6}\b/.exec(posted?.body ?? '')?.[0] ?? '';
      return code;
    })
    .not.toBe('');
  await mobile.getByLabel('Codice di 6 cifre').fill(code);
  await mobile.getByRole('button', { name: 'Conferma' }).click();
  await expect(mobile).toContainText(`+39${number}`);

  const closed = page.getByRole('group', { name: 'Richiesta chiusa' });
  const before = await closed.getByLabel('SMS').isChecked();
  await closed.getByLabel('SMS').setChecked(!before);
  await page.getByRole('combobox', { name: 'Quanti alla volta' }).selectOption({ label: 'Insieme, ogni ora' });
  const quiet = page.getByRole('switch', { name: 'Ore di silenzio' });
  await quiet.setChecked(true);
  await expect(page.getByLabel('Dalle')).toHaveValue('1260');
  await expect(page.getByText('Preferenze salvate.')).toBeVisible();
  // Hours that are none are not saved, and what is chosen beside them is.
  await page.getByLabel('Alle', { exact: true }).selectOption('1260');
  await expect(page.getByText('Scegli due ore diverse.')).toBeVisible();
  await expect(page.getByText('Non ancora salvate.')).toBeVisible();
  await page.getByLabel('Alle', { exact: true }).selectOption('420');
  await expect(page.getByText('Preferenze salvate.')).toBeVisible();
  await page.reload();
  await settled(page);
  expect(await closed.getByLabel('SMS').isChecked()).toBe(!before);
  await expect(quiet).toBeChecked();
  await expectNoViolations(page, 'wishes');

  // As it was before, for whoever comes next.
  await closed.getByLabel('SMS').setChecked(before);
  await quiet.setChecked(false);
  // Whoever leaves at once loses nothing, and finds it changed.
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.url().endsWith('/notifications/settings'));
  await page.getByRole('combobox', { name: 'Quanti alla volta' }).selectOption({ label: 'Uno per volta, subito' });
  await page.getByRole('banner').getByRole('link', { name: /^Profilo/ }).click();
  await saved;
  await page.getByRole('link', { name: 'Preferenze degli avvisi' }).click();
  await expect(page.getByRole('combobox', { name: 'Quanti alla volta' })).toHaveValue('0');
  await expect(quiet).not.toBeChecked();
  await mobile.getByRole('button', { name: /^Togli/ }).click();
  await expect(mobile).toContainText('nessun indirizzo');
});

test('without a network it says so and keeps what was read', { tag: '@desk' }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'consulente');
  await open(page, '/avvisi?mostra=tutti');
  await withoutNetwork(async () => {
    await page.getByRole('radio', { name: 'Da leggere' }).check();
    await expect(page.getByText(/Non c'è connessione/)).toBeVisible();
  });
});
