/** Every archive of a company's file, as the issue that asked for it wants it: on a phone and at a desk, in three languages. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';

const LANGUAGES = ['it', 'en', 'de'] as const;

test('every archive and its first record, in three languages', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page, 'titolare');
  const company = (await (await page.request.get('/api/v1/companies')).json()).items[0].id;
  const file = `/api/v1/companies/${company}/sections`;
  const { sections } = await (await page.request.get(file)).json();
  expect(sections.length).toBeGreaterThanOrEqual(25);
  const language = page.getByRole('contentinfo').getByRole('combobox');
  const look = async (path: string) => {
    await open(page, path);
    const heading = page.getByRole('heading', { level: 1 });
    const said: string[] = [];
    for (const lang of LANGUAGES) {
      await language.selectOption(lang);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await settled(page);
      await expect.soft(heading, path).toHaveCount(1);
      await expect.soft(page.locator('.state-error'), path).toHaveCount(0);
      await expectNoSidewaysScroll(page, `${path}, ${lang}`);
      said.push((await page.getByRole('main').innerText()).trim());
    }
    expect.soft(new Set(said).size, `${path} says something else in each language`).toBe(LANGUAGES.length);
    await language.selectOption('it');
    await settled(page);
    await expectNoViolations(page, path);
  };
  for (const { section } of sections as { section: string }[]) {
    await test.step(section, async () => {
      await look(`/azienda/${company}/${section}`);
      const rows = await page.request.get(`${file}/${section}`);
      const first = rows.ok() ? (await rows.json()).items[0] : undefined;
      if (first) await look(`/azienda/${company}/${section}/${first.key}`);
    });
  }
});
