/** Evidence, the DURC, notices, deadlines and the calculators in English and in German: what one does there, and that no Italian is left. */
import type { Page } from '@playwright/test';
import { expect, expectNoViolations, italian, open, settled, signIn, speak, test } from '../fixtures';

/** An example for each calculator; what they come to stands below in the same order. */
const EXAMPLES = [
  'aliquote?mese=2026-09&csc=70201&dipendenti=12&retribuzione=2000&dichiarato=773,40&giorni=26',
  'gestione-separata?mese=2026-09&compenso=1500',
  'artigiani-commercianti?anno=2026&reddito=60000',
  'sanzioni?importo=1000&scadenza=2026-01-16&pagamento=2026-09-30',
  'rateazione?debito=10000&rate=24&domanda=2026-03-02&pagate=3',
  'prescrizione?dal=2018-09-17&al=2026-09-30',
  'compensazione?credito=1000&mese=2026-06&sorto=2026-07-01&giorno=2026-10-01&debito1=1200&mese1=2026-08&debito2=800&mese2=2026-07',
  'interessi-legali?importo=10000&dal=2023-06-30&al=2024-06-30',
  'differimento?importo=10000&mese=2026-07&fino=2026-09-16',
];

interface Words {
  lang: 'en' | 'de';
  evidence: { title: string; kind: string; next: string; procedure: string; row: string };
  durc: { open: string; today: string; counts: string; simulate: string; least: string; green: RegExp };
  notices: { title: string; why: string; difference: string; recalculated: string };
  deadlines: { title: string; board: string; month: string; calendar: string; next: string };
  calculators: { result: string; trial: string; reckoned: [heading: string, figure: string][] };
}

const ENGLISH: Words = {
  lang: 'en',
  evidence: {
    title: 'Evidence',
    kind: 'E5 · Unmatched DM10',
    next: 'What to do now',
    procedure: 'The official procedure',
    row: 'Copy the F24 row',
  },
  durc: {
    open: 'Open the DURC page',
    today: 'Today',
    counts: 'What counts',
    simulate: 'Simulate',
    least: 'Choose the least that is enough',
    green: /It turns green on|Like this it does not turn green/,
  },
  notices: {
    title: 'Rectification notices',
    why: 'Why, and how the amount comes about',
    difference: 'Contribution difference',
    recalculated: 'Recalculated from the return and the rates',
  },
  deadlines: { title: 'Deadlines', board: 'Board', month: 'Within 30 days', calendar: 'Calendar', next: 'Next month' },
  calculators: {
    result: 'Result',
    trial: 'Day of payment',
    reckoned: [
      ['Contributions of an employee', '779.40'],
      ['Gestione separata', '525.45'],
      ['Artisans and merchants', '14,445.20'],
      ['Civil sanctions', 'Omission (lett. a)'],
      ['Instalments', '452.96'],
      ['Prescription', '24/07/2024'],
      ['Set-off', '200.00'],
      ['Legal interest', '376.71'],
      ['Deferral for holidays', '60.29'],
    ],
  },
};

const GERMAN: Words = {
  lang: 'de',
  evidence: {
    title: 'Auffälligkeiten',
    kind: 'E5 · DM10 ohne Gegenstück',
    next: 'Was jetzt zu tun ist',
    procedure: 'Das amtliche Verfahren',
    row: 'F24-Zeile kopieren',
  },
  durc: {
    open: 'DURC-Seite öffnen',
    today: 'Heute',
    counts: 'Was zählt',
    simulate: 'Simulieren',
    least: 'Das Wenigste wählen, das genügt',
    green: /Es wird grün am|So wird es nicht grün/,
  },
  notices: {
    title: 'Berichtigungsmitteilungen',
    why: 'Warum, und wie der Betrag zustande kommt',
    difference: 'Beitragsdifferenz',
    recalculated: 'Neu berechnet aus Meldung und Sätzen',
  },
  deadlines: { title: 'Fristen', board: 'Tafel', month: 'In 30 Tagen', calendar: 'Kalender', next: 'Nächster Monat' },
  calculators: {
    result: 'Ergebnis',
    trial: 'Tag der Zahlung',
    reckoned: [
      ['Beiträge eines Beschäftigten', '779,40'],
      ['Gestione separata', '525,45'],
      ['Handwerker und Kaufleute', '14.445,20'],
      ['Zivilstrafen', 'Unterlassung (Buchst. a)'],
      ['Ratenzahlung', '452,96'],
      ['Verjährung', '24.07.2024'],
      ['Verrechnung', '200,00'],
      ['Gesetzliche Zinsen', '376,71'],
      ['Aufschub wegen Betriebsferien', '60,29'],
    ],
  },
};

/** The screen is headed so, speaks no Italian and breaks no rule. */
async function says(page: Page, heading: string, lang: string): Promise<void> {
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  expect.soft(await italian(page), `Italian on ${page.url()} in ${lang}`).toEqual([]);
  await expectNoViolations(page, `${page.url()} in ${lang}`);
}

for (const { lang, evidence, durc, notices, deadlines, calculators } of [ENGLISH, GERMAN]) {
  test(`a piece of evidence and its next step in ${lang}`, { tag: ['@phone', '@desk'] }, async ({ page }) => {
    await speak(page, lang);
    await signIn(page, 'titolare');
    await open(page, '/evidenze');
    await says(page, evidence.title, lang);
    await page.getByRole('main').getByRole('link', { name: /E5 ·/ }).first().click();
    await says(page, evidence.kind, lang);
    for (const name of [evidence.next, evidence.procedure]) await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: evidence.row }).first()).toBeVisible();
  });

  test(`the DURC and what turns it green in ${lang}`, { tag: ['@phone', '@desk'] }, async ({ page }) => {
    await speak(page, lang);
    await signIn(page, 'consulente');
    await page.goto('/clienti');
    await page.getByRole('link', { name: /Edil Torre/ }).first().click();
    await page.getByRole('link', { name: durc.open }).click();
    for (const name of [durc.today, durc.counts]) await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
    const simulate = page.getByRole('region', { name: durc.simulate, exact: true });
    await simulate.getByRole('button', { name: durc.least }).click();
    await expect(simulate.getByRole('status')).toContainText(durc.green);
    await says(page, 'DURC', lang);
  });

  test(`notices and the arithmetic of one in ${lang}`, { tag: ['@phone', '@desk'] }, async ({ page }) => {
    await speak(page, lang);
    await signIn(page, 'consulente');
    await open(page, '/note?causa=cig_fondi&tipo=debito');
    await says(page, notices.title, lang);
    await page.getByRole('main').getByRole('link', { name: /NR\d+/ }).first().click();
    await expect(page.getByRole('region', { name: notices.why })).toContainText(notices.difference);
    await expect(page.getByRole('heading', { name: notices.recalculated })).toBeVisible();
    await settled(page);
    expect.soft(await italian(page), `Italian in a notice in ${lang}`).toEqual([]);
    await expectNoViolations(page, `a notice in ${lang}`);
  });

  test(`deadlines as a board and a calendar in ${lang}`, { tag: ['@phone', '@desk'] }, async ({ page }) => {
    await speak(page, lang);
    await signIn(page, 'consulente');
    await open(page, '/scadenze');
    await says(page, deadlines.title, lang);
    await page.getByRole('radio', { name: deadlines.board }).check();
    await expect(page.getByRole('region', { name: deadlines.month })).toBeVisible();
    await says(page, deadlines.title, lang);
    await page.getByRole('radio', { name: deadlines.calendar }).check();
    await page.getByRole('button', { name: deadlines.next }).click();
    await expect(page).toHaveURL(/mese=/);
    await expect(page.getByRole('table')).toBeVisible();
    await says(page, deadlines.title, lang);
  });

  test(`what every calculator comes to in ${lang}`, { tag: ['@phone', '@desk'] }, async ({ page }) => {
    await speak(page, lang);
    test.setTimeout(90_000);
    await signIn(page, 'consulente');
    for (const [place, [heading, figure]] of calculators.reckoned.entries()) {
      const address = EXAMPLES[place];
      await open(page, `/strumenti/${address}`);
      await expect(page.getByRole('region', { name: calculators.result, exact: true }).getByText(figure).first(), address).toBeVisible();
      await says(page, heading, lang);
    }
    // The last of them is tried out on another day.
    await page.getByRole('slider', { name: calculators.trial }).fill('0');
    await expect(page).toHaveURL(/fino=2026-08-20/);
    await settled(page);
    expect.soft(await italian(page), `Italian on ${page.url()} in ${lang}`).toEqual([]);
  });
}
