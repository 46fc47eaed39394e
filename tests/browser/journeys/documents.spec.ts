/** The app comes as several documents: going from one to the other feels like one page. */
import { expect, open, settled, signIn, test } from '../fixtures';

/** The heading that can be seen: on a phone the one of the bar, elsewhere the page's own. */
const heading = { level: 1 } as const;

test('a link into the other document moves the focus to its heading', async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  await page.getByRole('link', { name: 'Mese per mese' }).click();
  await expect(page).toHaveURL(/\/pagamenti$/);
  await settled(page);
  await expect(page.getByRole('heading', heading)).toBeFocused();

  await page.goBack();
  await expect(page).toHaveURL(/\/oggi$/);
  await settled(page);
  await expect(page.getByRole('heading', heading)).toBeFocused();
});

test('opening or reloading a page leaves the focus at its beginning', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  for (const path of ['/oggi', '/profilo']) {
    await open(page, path);
    await expect(page.locator('body')).toBeFocused();
    await page.reload();
    await settled(page);
    await expect(page.locator('body')).toBeFocused();
  }
});

test('the way back leads to where one was', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  const link = page.getByRole('region', { name: 'Ultime denunce' }).getByRole('link').last();
  // As far as the click itself will scroll: out from under the bar of a phone.
  await link.click({ trial: true });
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(200);
  await link.click();
  await expect(page).toHaveURL(/\/uniemens/);
  await settled(page);
  expect(await page.evaluate(() => scrollY), 'a new page begins at its top').toBe(0);

  await page.goBack();
  await expect(page).toHaveURL(/\/oggi$/);
  await settled(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);

  await page.reload();
  await settled(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
});
