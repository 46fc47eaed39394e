/** No network: what was read stays in sight, with its age. */
import { expect, expectNoViolations, open, settled, signIn, test } from '../fixtures';

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
