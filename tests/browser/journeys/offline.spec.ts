/** No network: what was read stays in sight, with its age. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import { address } from '../screens';

test('data read before are shown with their age', { tag: ['@phone', '@desk'] }, async ({ page, isMobile, withoutNetwork }) => {
  await signIn(page, 'titolare');
  await open(page, '/oggi');
  await page.getByRole('link', { name: 'Azienda', exact: true }).first().click();
  await settled(page);
  await withoutNetwork(async () => {
    await page.waitForTimeout(2_100); // What is younger than two seconds is not asked again.
    await page.getByRole('link', { name: 'Oggi', exact: true }).first().click();
    await expect(page.getByText('Nessuna connessione')).toBeVisible();
    await expect(page.getByText(/dati del \d\d\/\d\d\/\d{4}, \d\d:\d\d/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Contributi, ultimi 12 mesi' })).toBeVisible();
    await expectNoViolations(page, 'home without a network');

    // At a desk that is a page of another document; on a phone one of the same.
    const unread = isMobile ? 'Scadenze' : 'Importa';
    await page.getByRole('link', { name: unread, exact: true }).first().click();
    await expect(page.getByText("Non c'è connessione: controlla la rete e riprova.").first()).toBeVisible();
  });
  await expect(page.getByText("Non c'è connessione: controlla la rete e riprova.")).toHaveCount(0);
});

test('a page of two lists says once what went wrong, and each is tried again', { tag: ['@phone', '@desk'] }, async ({ page, allowErrors }) => {
  allowErrors(/ERR_FAILED/);
  await signIn(page, 'titolare');
  const lists = /\/api\/v1\/companies\/[^/]+\/(situation|payments)(\?|$)/;
  await page.route(lists, (route) => route.abort());
  await open(page, await address(page, '/azienda/{company}/pagamenti'));
  const said = page.getByText("Non c'è connessione: controlla la rete e riprova.").filter({ visible: true });
  const again = page.getByRole('main').getByRole('button', { name: 'Riprova' });
  await expect(again).toHaveCount(2);
  await expect(said).toHaveCount(1);
  await expectNoViolations(page, 'a page of two lists that failed');

  await page.unroute(lists);
  await again.first().click();
  await expect(again).toHaveCount(1);
  await expect(said, 'what still failed says so').toHaveCount(1);
  await again.click();
  await expect(said).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('table')).toHaveCount(2);
});
