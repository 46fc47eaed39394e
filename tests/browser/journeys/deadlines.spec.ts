/** What is due: list, board, calendar, and the private feed. */
import { expect, expectNoViolations, open, signIn, test } from '../fixtures';

test('deadlines as a list, a board and a calendar', async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/scadenze');
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Bacheca' }).check();
  await expect(page.getByRole('region', { name: 'Entro 30 giorni' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Più avanti' })).toBeVisible();
  await expectNoViolations(page, 'the board');
  await page.getByRole('radio', { name: 'Calendario' }).check();
  await expect(page.getByRole('table')).toBeVisible();
  await expectNoViolations(page, 'the calendar');
  await page.getByRole('button', { name: 'Mese successivo' }).click();
  await expect(page).toHaveURL(/mese=/);
  // The day that is chosen is one of the month in sight: its first, until another is.
  await expect(page.getByRole('table').getByRole('button', { pressed: true }).locator('.day-number')).toHaveText('1');
});

test('a long lane of the board pushes no other out of sight', { tag: ['@tablet', '@desk'] }, async ({ page, viewport }) => {
  await signIn(page, 'consulente');
  await open(page, '/scadenze?vista=bacheca');
  const late = page.getByRole('region', { name: 'In ritardo' });
  await expect(late.getByRole('link').nth(5)).toBeAttached();
  for (const lane of await page.locator('.board > .card').all()) {
    expect((await lane.boundingBox())!.height).toBeLessThanOrEqual(viewport!.height * 0.7 + 1);
  }
  await late.getByRole('link').nth(5).focus();
  await expect(late.getByRole('link').nth(5)).toBeInViewport();
});

test('each way deadlines stand has one heading, and what is done stands last', { tag: '@desk' }, async ({ page }) => {
  const headings = ['In ritardo', 'Oggi', 'Entro 7 giorni', 'Entro 30 giorni', 'Più avanti', 'Fatto'];
  await signIn(page, 'titolare');
  await open(page, '/scadenze');
  const main = page.getByRole('main');
  await expect(main.getByRole('link').first()).toBeVisible();
  const shown = await main.getByRole('heading').allTextContents();
  const groups = shown.filter((heading) => headings.includes(heading));
  expect(groups.length).toBeGreaterThan(1);
  expect(groups).toEqual(headings.filter((heading) => groups.includes(heading)));
});

test('a deadline leads to what is due', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/scadenze?tipo=f24');
  await page.getByRole('main').getByRole('link', { name: /F24/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pagamenti' })).toBeVisible();
});

test('the terms of what was notified say what for and by which law', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/scadenze?tipo=archivio');
  const main = page.getByRole('main');
  await expect(main.getByText(/L\. 88\/1989/).first()).toBeVisible();
  await main.getByText(/Note di rettifica .*Fare ricorso/).first().click();
  await expect(page).toHaveURL(/note-rettifica/);
});

test('the feed is made, read without signing in, and revoked', { tag: '@once' }, async ({ page, playwright }) => {
  await signIn(page, 'collaboratore');
  await open(page, '/scadenze');
  await page.getByRole('button', { name: /Crea .*indirizzo/ }).click();
  const address = await page.getByLabel('Indirizzo del calendario').inputValue();
  await expectNoViolations(page, 'the address of the feed');
  const stranger = await playwright.request.newContext();
  const calendar = await stranger.get(address);
  expect(calendar.ok()).toBe(true);
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
  await page.getByRole('button', { name: 'Revoca' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoca' }).click();
  await expect(page.getByText('Non hai ancora un indirizzo.')).toBeVisible();
  expect((await stranger.get(address)).status()).toBe(404);
  await stranger.dispose();
});
