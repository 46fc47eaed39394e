/** Whoever acts for companies: an association asks for a member; a collaborator loses a client while they write. */
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';

interface Company {
  id: string;
  name: string;
}

/** The companies of whoever is signed in. */
async function companies(page: Page): Promise<Company[]> {
  return (await (await page.request.get('/api/v1/companies?limit=100')).json()).items;
}

test('an association asks for a member, and the answer of its office is there', { tag: '@desk' }, async ({ page, browser, baseURL }) => {
  const subject = `Per un associato ${Date.now()}`;
  const elsewhere = await browser.newContext({ baseURL });
  const office = await elsewhere.newPage();
  await signIn(office, 'operatore');
  await signIn(page, 'associazione');
  const here = (await companies(office)).map(({ id }) => id);
  const member = (await companies(page)).find(({ id }) => here.includes(id));
  if (!member) throw new Error('the demo has a member with a position at the office of its staff');

  // For which company is asked first, among all members.
  await open(page, '/richieste/nuova?argomento=201&passo=2');
  await page.getByRole('searchbox', { name: 'Cerca per nome, matricola o codice fiscale' }).fill(member.name);
  await page.getByRole('main').getByRole('button', { name: member.name }).click();
  await page.getByLabel('Oggetto').fill(subject);
  await page.getByLabel('La tua richiesta').fill('La denuncia di agosto non risulta.');
  await expect(page.getByText(/di norma entro il \d\d\/\d\d\/\d{4}/)).toBeVisible();
  await expect(page.getByText(/Bozza salvata/)).toBeVisible();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('link', { name: 'Apri la conversazione' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);

  await open(office, '/coda?vista=non-assegnate');
  await expect(office.getByRole('main').getByRole('link', { name: subject })).toBeVisible();
  await open(office, `/coda/${id}`);
  await expect(office.getByText(member.name).first()).toBeVisible();
  await office.getByRole('button', { name: 'Prendi in carico' }).click();
  await office.getByRole('button', { name: 'Dai la risposta' }).click();
  await office.getByLabel('Esito', { exact: true }).selectOption({ label: 'Accolta' });
  await office.getByLabel('Decisione e motivi').fill('La denuncia è stata trovata.');
  await office.getByRole('button', { name: 'Dai la risposta' }).click();

  // It is there without a reload, and among the requests of this member.
  await expect(page.getByRole('log').getByText('La denuncia è stata trovata.')).toBeVisible();
  await expectNoViolations(page, 'an answer about a member');
  await open(page, `/richieste?stato=chiuse&cerca=${encodeURIComponent(subject)}`);
  const row = page.getByRole('row').filter({ hasText: subject });
  await expect(row).toContainText(member.name);
  await expect(row).toContainText('Accolta');
  await elsewhere.close();
});

test('a client that is taken from whoever writes: it is said, and the draft stays', { tag: '@phone' }, async ({ page, browser, baseURL, allowErrors }) => {
  allowErrors(/404/);
  const subject = `Tolto ${Date.now()}`;
  const elsewhere = await browser.newContext({ baseURL });
  const head = await elsewhere.newPage();
  await signIn(head, 'consulente');
  await signIn(page, 'collaboratore');
  // The last one that is nobody's: whoever else tries assignments takes the first.
  const theirs = (await companies(page)).map(({ id }) => id);
  const client = (await companies(head)).filter(({ id }) => !theirs.includes(id)).at(-1);
  const { viewer } = await (await page.request.get('/api/v1/session/who')).json();
  const assign = async (on: boolean) => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': `${subject} ${on}`.replaceAll(' ', '-') };
    const data = { companies: [client?.id], on };
    const reply = await head.request.post(`/api/v1/practice/staff/${viewer.person}/companies`, { data, headers });
    expect(reply.ok(), `assigned: ${on}: ${reply.status()} ${await reply.text()}`).toBe(true);
  };
  const text = page.getByLabel('La tua richiesta');
  const documents = page.getByRole('list', { name: 'Documenti aggiunti' });
  await assign(true);
  try {
    await open(page, `/richieste/nuova?azienda=${client?.id}&argomento=201&passo=2`);
    await page.getByLabel('Oggetto').fill(subject);
    await text.fill('Sto ancora scrivendo');
    const document = { name: 'ricevuta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n'.padEnd(2000, '0')) };
    await page.locator('.file-drop input[type=file]').setInputFiles(document);
    await expect(documents.getByText('Caricato')).toBeVisible();
    await expect(page.getByText(/Bozza salvata/)).toBeVisible();
    await assign(false);

    // What is typed goes on being kept; sending it is refused, and why.
    const kept = page.waitForResponse((reply) => reply.request().method() === 'POST' && reply.url().endsWith('/requests/drafts') && reply.ok());
    await text.fill('Sto ancora scrivendo, e aggiungo');
    await kept;
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await expect(page.getByText(/Questa richiesta o questa azienda non è più tra le tue/)).toBeVisible();
    await expectNoViolations(page, 'a client that was taken while somebody wrote');
    await expectNoSidewaysScroll(page);
  } finally {
    await assign(false);
  }

  await open(page, '/richieste');
  const drafts = page.getByRole('region', { name: 'Bozze' });
  await drafts.getByRole('link', { name: subject }).click();
  await settled(page);
  await expect(text).toHaveValue('Sto ancora scrivendo, e aggiungo');
  await expect(documents.getByText('ricevuta.pdf')).toBeVisible();
  await expect(documents.getByText('Caricato')).toBeVisible();
  await open(page, '/richieste');
  await drafts.getByRole('button', { name: `Elimina ${subject}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Elimina' }).click();
  await expect(drafts.getByRole('link', { name: subject })).toHaveCount(0);
  await elsewhere.close();
});
