/** Coming in and going out. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

test('a deep link survives signing in', async ({ page }) => {
  await page.goto('/clienti?cerca=forno');
  await expect(page).toHaveURL(/\/entra\?next=/);
  await page.getByRole('button', { name: /Chiara Lombardi/ }).click();
  await expect(page).toHaveURL(/\/clienti\?cerca=forno$/);
  await settled(page);
  await expect(page.getByRole('searchbox')).toHaveValue('forno');
  await expect(page.getByRole('main').getByRole('link', { name: 'Forno Modello S.r.l.' }).first()).toBeVisible();
});

for (const path of ['/azienda/01ARZ3NDEKTSV4RRFFQ69G5FAV/uniemens', '/profilo?a=b&c=%C3%A8', '/importa/']) {
  test(`${path} asks who is there before anything of the app is loaded`, { tag: '@once' }, async ({ page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    const reply = await page.goto(path, { waitUntil: 'commit' });
    expect(reply?.request().redirectedFrom(), 'it is redirected').toBeTruthy();
    await expect(page).toHaveURL('/entra?next=' + encodeURIComponent(path));
    await expect(page.getByRole('button', { name: /Mario Rossi/ })).toBeVisible();
    // What comes after the people is fetched for later.
    const before = loaded.slice(0, loaded.indexOf('/api/v1/session/personas'));
    expect(before).toContain('/api/v1/session/who');
    expect(before.filter((name) => name.startsWith('/cassetto-app'))).toEqual([]);
  });
}

test('a deep link is sent to sign-in where the service worker answers too', { tag: '@once' }, async ({ page }) => {
  await open(page, '/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await settled(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.goto('/clienti?cerca=forno');
  await expect(page).toHaveURL(/\/entra\?next=%2Fclienti%3Fcerca%3Dforno$/);
  await page.getByRole('button', { name: /Chiara Lombardi/ }).click();
  await expect(page).toHaveURL(/\/clienti\?cerca=forno$/);
  await settled(page);
});

test('a deep link of somebody signed in leads there at once', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'consulente');
  const visited: string[] = [];
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname));
  await open(page, '/clienti');
  await expect(page.getByRole('heading', { level: 1, name: 'Clienti' })).toBeVisible();
  expect(visited).toEqual(['/clienti']);
});

test('an ended session at a deep link asks who is there, and leads on', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/profilo');
  const [cookie] = await page.context().cookies();
  await page.context().addCookies([{ ...cookie!, value: 'ended' }]);
  await page.goto('/profilo');
  await expect(page).toHaveURL(/\/entra\?next=%2Fprofilo$/);
  await page.getByRole('button', { name: /Mario Rossi/ }).click();
  await expect(page).toHaveURL(/\/profilo$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Profilo' })).toBeVisible();
});

test('a link to another site is not followed after signing in', { tag: '@once' }, async ({ page }) => {
  const elsewhere = ['//example.org/oggi', 'https://example.org/oggi', '/\\example.org', 'javascript:alert(1)', '/%2Fexample.org'];
  for (const next of elsewhere) {
    // Nothing that the page before still asks for is refused for want of the cookie.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto('/entra?next=' + encodeURIComponent(next));
    await page.getByRole('button', { name: /Mario Rossi/ }).click();
    await expect(page, next).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/oggi$/);
  }
});

test('a tax code is checked before it is sent, and an unknown one is said so', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/422/);
  await open(page, '/');
  const field = page.getByLabel('Codice fiscale del rappresentante legale');
  const enter = page.getByRole('button', { name: 'Entra' });
  await enter.click();
  await expect(page.getByText('Scrivi il codice fiscale.')).toBeVisible();
  await field.fill('RSSMRA85T10A562X');
  await enter.click();
  await expect(page.getByText('Questo codice fiscale non è corretto: controlla lettere e cifre.')).toBeVisible();
  await expect(field).toHaveValue('RSSMRA85T10A562X');
  await expectNoViolations(page, 'sign-in with an error');
  await field.fill('VRDGNN75D41F205Z');
  await enter.click();
  await expect(page.getByText('Nessuna azienda importata ha questo rappresentante legale.')).toBeVisible();
});

test('signing out forgets everything', { tag: '@once' }, async ({ page, allowErrors }) => {
  allowErrors(/401/);
  await signIn(page, 'titolare');
  await open(page, '/profilo');
  await page.getByRole('button', { name: 'Esci' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText('Questo è un simulatore')).toBeVisible();
  await page.goto('/oggi');
  await expect(page).toHaveURL(/\/entra\?next=%2Foggi$/);
});

test('an address that leads nowhere says so', { tag: '@once' }, async ({ page }) => {
  await open(page, '/non-esiste');
  await expect(page.getByRole('heading', { level: 1, name: 'Pagina non trovata' })).toBeVisible();
  await page.getByRole('link', { name: 'Vai alla prima pagina' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('a server without a way to sign in says so, and asks for nothing that is not there', { tag: '@once' }, async ({ page }) => {
  await page.route('**/api/v1/session/who', (route) => route.fulfill({ json: { viewer: null, ways: [] } }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, '/');
  await expect(page.getByText('Qui non si può entrare')).toBeVisible();
  await expect(page.getByText('chiedi a lui o all', { exact: false })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expectNoViolations(page, 'sign-in without a way');
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual(['/api/v1/session/who']);
});
