/**
 * What every journey stands on. Import `test` and `expect` from here, never from Playwright: each test then fails on any
 * error in the browser's console, a refused source of the content security policy included.
 */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** The people of the demo world, by the ids that `POST /api/v1/session/demo` knows. */
export type Persona =
  | 'titolare'
  | 'dipendente'
  | 'consulente'
  | 'collaboratore'
  | 'associazione'
  | 'operatore'
  | 'responsabile'
  | 'amministratore'
  | 'revisore';

interface Fixtures {
  /** Console errors that this test provokes on purpose: call it with a pattern of each. */
  allowErrors: (pattern: RegExp) => void;
  /** Does `work` without a network, and forgives what the browser itself logs of it, whenever in the test it was about to fetch something. */
  withoutNetwork: (work: () => Promise<void>) => Promise<void>;
  /** Always on: fails the test on any other console error. */
  consoleGuard: void;
}

export const test = base.extend<Fixtures & { allowed: RegExp[] }>({
  allowed: async ({}, use) => use([]),

  allowErrors: async ({ allowed }, use) => use((pattern) => void allowed.push(pattern)),

  withoutNetwork: async ({ context, allowErrors }, use) =>
    use(async (work) => {
      allowErrors(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|error occurred when fetching the script/);
      await context.setOffline(true);
      try {
        await work();
      } finally {
        await context.setOffline(false);
      }
    }),

  consoleGuard: [
    async ({ context, allowed }, use) => {
      const errors: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      await use();
      const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
      expect(unexpected, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in as one of the demo people, without opening a page. What another of them left open is told that its session is over. */
export async function signIn(page: Page, persona: Persona): Promise<void> {
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  const reply = await page.request.post('/api/v1/session/demo', {
    data: { persona },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(reply.ok(), `${persona} signs in: ${reply.status()} ${await reply.text()}`).toBe(true);
}

/** Opens a screen and waits until it is there: a visible first heading, and nothing busy any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until the app has taken over from the shell painted before it, the screen has its heading, and nothing is loading or busy. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('#app > .boot')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // The gallery shows a skeleton and a busy button on purpose.
  await expect(page.locator('.skeleton:not(.gallery *)')).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]:not(.gallery *)')).toHaveCount(0);
}

/** The levels of WCAG 2.2 AA. No rule is ever turned off. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** The rules of theirs that another colour scheme of the same page can break. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Nothing on the page breaks WCAG 2.2 AA, or some rules of it; the message says which rule, where, and why. `where` names the screen. */
export async function expectNoViolations(page: Page, where = page.url(), rules?: string[]): Promise<void> {
  // The whole page at once, from its top: what is under a bar now comes out from under it when the page is scrolled.
  const shown = page.viewportSize();
  const scrolled = await page.evaluate(() => scrollY);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const fits = async () => !shown || (await height()) <= (page.viewportSize()?.height ?? 0);
  // Our pages have no frames: nothing has to be gathered in a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const look = async () => {
    for (let tries = 0; shown && tries < 4 && !(await fits()); tries += 1) {
      await page.setViewportSize({ width: shown.width, height: await height() });
    }
    await page.evaluate(() => scrollTo(0, 0));
    return (await (rules ? axe.withRules(rules) : axe.withTags(WCAG)).analyze()).violations;
  };
  // What still comes in makes it higher, and the bar at its foot lies over the last of it: then it is looked at again.
  let violations = await look();
  for (let tries = 0; violations.length > 0 && tries < 3 && !(await fits()); tries += 1) violations = await look();
  if (shown) await page.setViewportSize(shown);
  await page.evaluate((to) => scrollTo(0, to), scrolled);
  const told = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}\n    ${node.target.join(' ')}\n    ${node.failureSummary}`),
  );
  expect.soft(told, `accessibility of ${where}`).toEqual([]);
}

/** Nothing makes the page scroll sideways; the message names what sticks out. */
export async function expectNoSidewaysScroll(page: Page, where = page.url()): Promise<void> {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > room + 1);
    return [`${document.documentElement.scrollWidth} > ${room}`, ...out.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
  });
  expect.soft(wide, `nothing sticks out of ${where}`).toEqual([]);
}

/** The device has chosen a language, from the next page on. */
export async function speak(page: Page, lang: string): Promise<void> {
  await page.addInitScript((chosen) => {
    // A blank page, which is between two people, keeps nothing.
    if (origin !== 'null') localStorage.setItem('cassetto.lang', chosen);
  }, lang);
}

/** Words of ours that only Italian has; names of people, companies and offices are data. */
const ITALIAN =
  /\b(oggi|clienti|aziende|azienda|importa|pagamenti|profilo|registro|altro|denuncia|denunce|versament[oi]|versato|dovuto|scadenz[ae]|mostra|cerca|chiudi|annulla|lingua|aspetto|caricamento|entra|esci|mesi|lavoratori|dipendenti|nessun[ao]?|nulla|tutt[aei]|stato|della|delle|degli|dell'|nella|sulla|questo|questa|sono|puoi|vedi|apri|errore|avviso)\b/gi;

/** Data that are Italian in every language: names, and the views that people of the demo saved. */
const DATA = /Versamenti scoperti|Scadenze della settimana|Deleghe in scadenza|S\.r\.l\.|S\.p\.A\.|S\.n\.c\.|Studio |Forno|Simulatore|Associazione|Confartigianato|Ai Tigli/;

/** What the screen says that is in Italian, names and views apart. */
export async function italian(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const text = (node: Element): string[] => {
      if (node.closest('[lang="it"]:not(html)') || node.matches('script, style, noscript')) return [];
      const own = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE).map((child) => child.textContent ?? '');
      const named = ['aria-label', 'title', 'placeholder', 'alt'].map((name) => node.getAttribute(name) ?? '');
      return [...own, ...named, ...[...node.children].flatMap(text)].filter((part) => part.trim());
    };
    return [document.title, ...text(document.body)];
  });
  return said.filter((part) => part.match(ITALIAN) && !DATA.test(part));
}

/** Where what people write comes from, and what is called by names of theirs. */
const WRITTEN = /\/api\/v1\/(requests(?!\/topics)|bulk|filters|desk\/modules|desk\/requests\/[^/]+\/related|register|parameters)/;

/** Whether something is there in more than Italian, and so is shown in the language that is spoken. */
function isTranslated(value: object): boolean {
  const said = 'de' in value ? value.de : '';
  return said && typeof said === 'object' ? Object.values(said).some(Boolean) : Boolean(said);
}

/** What people wrote, as the page got it: it stays in their language. Asks for what arrived so far. */
export function writings(page: Page): () => Promise<string[]> {
  const replies: Promise<unknown>[] = [];
  page.on('response', (reply) => {
    if (WRITTEN.test(reply.url())) replies.push(reply.json().catch(() => null));
  });
  const texts = (value: unknown): string[] => {
    // Parameters are a text with texts in it.
    if (typeof value === 'string') return [...(value.length > 8 ? [value] : []), ...(/^\{\s/.test(value) ? texts(JSON.parse(value)) : [])];
    return value && typeof value === 'object' && !isTranslated(value) ? Object.values(value).flatMap(texts) : [];
  };
  return async () => (await Promise.all(replies)).flatMap(texts);
}
