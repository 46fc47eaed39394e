/**
 * Both sides of the counter at once: a company asks from a phone and an operator answers at a desk, each by keyboard alone and in their
 * own language, and what happens reaches the other side live, by mail and by text message.
 */
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations, open, signIn } from '../fixtures';
import { expect, test } from '../house';

/** What the screens, the mails and the people say. */
const LANGUAGES = {
  it: {
    asked: 'la nota è calcolata male', words: 'Dillo con parole tue', topics: 'Argomenti', subject: 'Oggetto', text: 'La tua richiesta',
    saved: /Bozza salvata/, next: 'Continua', send: 'Invia', sent: 'Richiesta inviata', conversation: 'Apri la conversazione',
    take: 'Prendi in carico', taken: 'ha preso in carico la richiesta', answer: 'Dai la risposta', outcome: 'Esito', accepted: 'Accolta',
    decision: 'Decisione e motivi', registered: 'Richiesta registrata', closed: 'Richiesta chiusa',
  },
  en: {
    asked: 'I paid but you say I did not', words: 'Say it in your own words', topics: 'Topics', subject: 'Subject', text: 'Your request',
    saved: /Draft saved/, next: 'Continue', send: 'Send', sent: 'Request sent', conversation: 'Open the conversation',
    take: 'Take charge', taken: 'took charge', answer: 'Answer', outcome: 'Outcome', accepted: 'Accepted',
    decision: 'Decision and reasons', registered: 'Request registered', closed: 'Request closed',
  },
  de: {
    asked: 'ich habe bezahlt', words: 'Sagen Sie es mit eigenen Worten', topics: 'Themen', subject: 'Betreff', text: 'Ihre Anfrage',
    saved: /Entwurf gespeichert/, next: 'Weiter', send: 'Senden', sent: 'Anfrage gesendet', conversation: 'Unterhaltung öffnen',
    take: 'Übernehmen', taken: 'hat die Anfrage übernommen', answer: 'Bescheid geben', outcome: 'Ergebnis', accepted: 'Angenommen',
    decision: 'Entscheidung und Gründe', registered: 'Anfrage protokolliert', closed: 'Anfrage abgeschlossen',
  },
} as const;

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1440, height: 900 } };
/** Where the owner of the demo's first company is reached. */
const OWNER = { mail: 'titolare@demo.example', mobile: '+393330000001' };
const PROTOCOL = /^\d{4}\.E\.\d{4}\.\d{7}$/;

/** Goes with Tab to something on the page; fails if it is never reached. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reaches ${wanted}`);
}

async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Somebody at their device, in their language. */
async function sitsDown(page: Page, persona: 'titolare' | 'operatore', lang: string): Promise<void> {
  await signIn(page, persona);
  const headers = { 'Idempotency-Key': `${persona}-${lang}`, 'Sec-Fetch-Site': 'same-origin' };
  const kept = await page.request.put('/api/v1/session/preferences', { data: { lang }, headers });
  expect(kept.ok(), `${persona} speaks ${lang}: ${kept.status()}`).toBe(true);
}

for (const [lang, say] of Object.entries(LANGUAGES)) {
  test(`asked from a phone and answered at a desk, by keyboard alone, in ${lang}`, { tag: '@once' }, async ({ house }) => {
    test.setTimeout(120_000);
    const [phone, desk] = [await house.page({ ...PHONE, locale: lang }), await house.page({ ...DESK, locale: lang })];
    await sitsDown(phone, 'titolare', lang);
    await sitsDown(desk, 'operatore', lang);
    await open(desk, '/coda?vista=non-assegnate');

    const [subject, text, decision] = ['F24 08/2026', 'F24 16/08/2026: 1.234,56 €?', 'F24 16/08/2026: OK.'];
    await open(phone, '/richieste/nuova');
    await type(phone, phone.getByLabel(say.words), say.asked);
    await press(phone, phone.getByRole('list', { name: say.topics }).getByRole('button').first());
    await expect(phone.locator('#passo')).toBeFocused();
    await type(phone, phone.getByLabel(say.subject), subject);
    await type(phone, phone.getByLabel(say.text), text);
    await expect(phone.getByText(say.saved)).toBeVisible();
    await press(phone, phone.getByRole('button', { name: say.next }));
    await press(phone, phone.getByRole('button', { name: say.send, exact: true }));
    await expect(phone.getByRole('heading', { level: 1, name: say.sent })).toBeVisible();
    const protocol = await phone.getByText(PROTOCOL).innerText();
    await press(phone, phone.getByRole('link', { name: say.conversation }));
    await expect(phone.getByRole('heading', { level: 1, name: subject })).toBeVisible();

    // It is in the queue by itself; what the operator does is before the company without a reload.
    await press(desk, desk.getByRole('main').getByRole('link', { name: subject }));
    await press(desk, desk.getByRole('button', { name: say.take, exact: true }));
    await expect(phone.getByText(say.taken)).toBeVisible();
    await press(desk, desk.getByRole('button', { name: say.answer, exact: true }));
    const outcome = desk.getByLabel(say.outcome, { exact: true });
    await type(desk, outcome, say.accepted);
    await expect(outcome.locator('option:checked')).toHaveText(say.accepted);
    await type(desk, desk.getByLabel(say.decision), decision);
    await press(desk, desk.getByRole('button', { name: say.answer, exact: true }));
    await expect(phone.getByRole('log').getByText(decision)).toBeVisible();
    await expectNoViolations(phone, 'an answer on a phone');
    await expectNoViolations(desk, 'an answer at a desk');

    // And it was told, at registration and at the end, once each.
    for (const told of [say.registered, say.closed]) {
      const mails = () => house.mails.filter((mail) => mail.to.includes(OWNER.mail) && mail.text.includes(protocol) && mail.text.includes(told));
      await expect.poll(() => mails().length, { message: `a mail says "${told}"`, timeout: 20_000 }).toBe(1);
      const texts = () => house.texts.filter(({ to, text }) => to === OWNER.mobile && text.includes(protocol) && text.includes(told));
      await expect.poll(() => texts().length, { message: `a text message says "${told}"`, timeout: 20_000 }).toBe(1);
    }
  });
}
