/** Italian, English and German: whose choice it is, and every screen in each. */
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import { address, screens } from '../screens';

test('a device without a choice speaks the language of the person', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'dipendente');
  await open(page, '/profilo');
  await page.getByRole('combobox', { name: 'Lingua' }).first().selectOption('de');
  await expect(page.getByRole('heading', { level: 1, name: 'Profil' })).toBeVisible();
  await expect.poll(async () => (await (await page.request.get('/api/v1/session')).json()).lang).toBe('de');

  // Another device of the same person, whose browser is Italian.
  await page.evaluate(() => localStorage.clear());
  await open(page, '/oggi');
  await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  // The page painted before the app is in it too, from then on.
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/oggi', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.unroute('**/*.wasm');

  // What is chosen on the device wins over the person's, and does not change it outside the profile.
  await open(page, '/oggi');
  await page.getByRole('contentinfo').getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await page.reload();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect((await (await page.request.get('/api/v1/session')).json()).lang).toBe('de');
  await page.request.put('/api/v1/session/preferences', {
    data: { lang: 'it' },
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': `back-${Date.now()}-0123456789abcdef` },
  });
});

/** Words of ours that only Italian has; names of people, companies and offices are data. */
const ITALIAN =
  /\b(oggi|clienti|aziende|azienda|importa|pagamenti|profilo|registro|altro|denuncia|denunce|versament[oi]|versato|dovuto|scadenz[ae]|mostra|cerca|chiudi|annulla|lingua|aspetto|caricamento|entra|esci|mesi|lavoratori|dipendenti|nessun[ao]?|nulla|tutt[aei]|stato|della|delle|degli|dell'|nella|sulla|questo|questa|sono|puoi|vedi|apri|errore|avviso)\b/gi;

/** What the screen says that is in Italian. */
async function italian(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const text = (node: Element): string[] => {
      if (node.closest('[lang="it"]:not(html)') || node.matches('script, style, noscript')) return [];
      const own = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE).map((child) => child.textContent ?? '');
      const named = ['aria-label', 'title', 'placeholder', 'alt'].map((name) => node.getAttribute(name) ?? '');
      return [...own, ...named, ...[...node.children].flatMap(text)].filter((part) => part.trim());
    };
    return [document.title, ...text(document.body)];
  });
  return said.filter((part) => part.match(ITALIAN));
}

/** Data that are Italian in every language. */
const DATA = /S\.r\.l\.|S\.p\.A\.|S\.n\.c\.|Studio |Forno|Simulatore|Associazione|Confartigianato|Ai Tigli/;

for (const lang of ['en', 'de'] as const) {
  for (const persona of [...new Set(screens.map((screen) => screen.persona))]) {
    test(`the screens of ${persona} in ${lang}`, { tag: '@once' }, async ({ page }) => {
      const theirs = screens.filter((screen) => screen.persona === persona && screen.path !== '/_ui');
      test.setTimeout(30_000 + theirs.length * 15_000);
      await page.addInitScript((chosen) => localStorage.setItem('cassetto.lang', chosen), lang);
      await page.setViewportSize({ width: 320, height: 640 });
      if (persona !== 'nobody') await signIn(page, persona);
      for (const screen of theirs) {
        await test.step(screen.path, async () => {
          await open(page, await address(page, screen.path));
          await expect.soft(page.locator('html'), screen.path).toHaveAttribute('lang', lang);
          await expectNoSidewaysScroll(page, `${screen.path} in ${lang}`);
          await expectNoViolations(page, `${screen.path} in ${lang}`);
          const left = (await italian(page)).filter((part) => !DATA.test(part));
          expect.soft(left, `Italian on ${screen.path} in ${lang}`).toEqual([]);
        });
      }
    });
  }
}
