/** Italian, English and German: whose choice it is, and every screen in each. */
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolations, italian, open, settled, signIn, speak, test, writings } from '../fixtures';
import { address, screens } from '../screens';

/** What the server keeps of the person's language, played here: the people of the demo are shared by all tests. */
async function preferring(page: Page, lang: string): Promise<{ lang: string }> {
  const person = { lang };
  await page.route('**/api/v1/session/who', async (route) => {
    const reply = await route.fetch();
    const presence = await reply.json();
    if (presence.viewer) presence.viewer.lang = person.lang;
    await route.fulfill({ response: reply, json: presence });
  });
  await page.route('**/api/v1/session/preferences', async (route) => {
    person.lang = route.request().postDataJSON().lang;
    await route.fulfill({ status: 204 });
  });
  return person;
}

test('a device without a choice speaks the language of the person', { tag: '@once' }, async ({ page }) => {
  await preferring(page, 'de');
  await signIn(page, 'dipendente');
  await open(page, '/oggi');
  await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  // From then on the page painted before the app is in it too.
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => Object.assign(window, { painted: document.documentElement.lang })));
  await page.reload();
  expect(await page.evaluate(() => (window as unknown as { painted: string }).painted)).toBe('de');
});

test('a choice on the device wins, and the profile keeps it for the person', { tag: '@once' }, async ({ page }) => {
  const person = await preferring(page, 'de');
  await signIn(page, 'dipendente');
  await open(page, '/oggi');
  await page.getByRole('contentinfo').getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await page.reload();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect(person.lang, 'the foot of the page is about this device').toBe('de');

  await open(page, '/profilo');
  await page.getByRole('combobox', { name: 'Language' }).first().selectOption('it');
  await expect(page.getByRole('heading', { level: 1, name: 'Profilo' })).toBeVisible();
  await expect.poll(() => person.lang).toBe('it');
});

for (const lang of ['en', 'de'] as const) {
  for (const persona of [...new Set(screens.map((screen) => screen.persona))]) {
    test(`the screens of ${persona} in ${lang}`, { tag: '@once' }, async ({ page }) => {
      const theirs = screens.filter((screen) => screen.persona === persona && screen.path !== '/_ui');
      test.setTimeout(30_000 + theirs.length * 15_000);
      await speak(page, lang);
      await page.setViewportSize({ width: 320, height: 640 });
      if (persona !== 'nobody') await signIn(page, persona);
      const written = writings(page);
      for (const screen of theirs) {
        await test.step(screen.path, async () => {
          await open(page, await address(page, screen.path));
          await expect.soft(page.locator('html'), screen.path).toHaveAttribute('lang', lang);
          await expectNoSidewaysScroll(page, `${screen.path} in ${lang}`);
          await expectNoViolations(page, `${screen.path} in ${lang}`);
          const said = await written();
          const left = (await italian(page)).filter((part) => !said.some((text) => part.includes(text)));
          expect.soft(left, `Italian on ${screen.path} in ${lang}`).toEqual([]);
        });
      }
    });
  }
}

for (const lang of ['en', 'de'] as const) {
  test(`every archive and its first record in ${lang}`, { tag: '@once' }, async ({ page }) => {
    test.setTimeout(300_000);
    await speak(page, lang);
    await page.setViewportSize({ width: 320, height: 640 });
    await signIn(page, 'titolare');
    const company = await address(page, '/azienda/{company}');
    const index = await page.request.get(`/api/v1/companies/${company.split('/').at(-1)}/sections`);
    const { sections } = await index.json();
    expect(sections.length).toBeGreaterThanOrEqual(30);
    for (const { section } of sections) {
      await test.step(section, async () => {
        const list = await page.request.get(`/api/v1/companies/${company.split('/').at(-1)}/sections/${section}?limit=1`);
        const [first] = (await list.json()).items;
        for (const path of [`${company}/${section}`, ...(first ? [`${company}/${section}/${first.key}`] : [])]) {
          await open(page, path);
          await expectNoSidewaysScroll(page, `${path} in ${lang}`);
          await expect.soft(page.locator('.state-error'), path).toHaveCount(0);
          expect.soft(await italian(page), `Italian on ${section} in ${lang}`).toEqual([]);
        }
      });
    }
  });
}
