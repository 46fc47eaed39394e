/** Rectification notices: of all clients, gathered by cause, explained from the return, and tried out with another size. */
import { expect, expectNoViolations, open, signIn, test } from '../fixtures';

test('notices of the same cause are gathered over clients', async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/note');
  await expect(page.getByRole('heading', { level: 1, name: 'Note di rettifica' })).toBeVisible();
  await expect(page.getByText(/note aperte ·/)).toBeVisible();
  const main = page.getByRole('main');
  await main.getByText(/^Aliquota applicata · A debito · \d+ not[ae], \d+ aziend/).first().click();
  await expect(main.getByText("L'Istituto applica un'altra aliquota da quella denunciata.").filter({ visible: true }).first()).toBeVisible();
  await main.getByRole('button', { name: 'Mostra queste note' }).first().click();
  await expect(page).toHaveURL(/causa=aliquota/);
  await expect(page).toHaveURL(/tipo=debito/);
  await expectNoViolations(page, 'notices by cause');
});

test('what is looked for and how it is ordered stand in the address', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/note');
  await page.getByLabel('Ordine', { exact: true }).selectOption('importo');
  await expect(page).toHaveURL(/ordine=importo/);
  await page.getByLabel('Stato', { exact: true }).selectOption('pagata');
  await expect(page).toHaveURL(/stato=pagata/);
  await page.getByRole('button', { name: 'Entro 7 giorni' }).click();
  await expect(page).toHaveURL(/entro=7/);
  await expect(page.getByText('Nessuna nota con questi filtri')).toBeVisible();
  await page.getByRole('button', { name: 'Togli i filtri' }).click();
  await expect(page).not.toHaveURL(/entro=7/);
});

test('several notices are put together', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/note?tipo=debito');
  await page.getByRole('button', { name: 'Scegli più note' }).click();
  await page.getByRole('checkbox', { name: /^Scegli NR/ }).first().check();
  await page.getByRole('checkbox', { name: /^Scegli NR/ }).nth(1).check();
  await expect(page.getByText('2 note scelte')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copia le righe F24' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copia la richiesta di ricalcolo' })).toBeVisible();
  await expectNoViolations(page, 'notices put together');
});

test('a notice is set against its return and tried out with another size', async ({ page }) => {
  await signIn(page, 'consulente');
  await open(page, '/note?causa=cig_fondi&tipo=debito');
  await page.getByRole('main').getByRole('link', { name: /NR\d+/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Ricalcolo dalla denuncia e dalle aliquote' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'E se il CA o la dimensione fossero diversi?' })).toBeVisible();
  await page.getByLabel('Dipendenti', { exact: true }).fill('60');
  await expect(page).toHaveURL(/dipendenti=60/);
  await expect(page.getByText(/La nota (sarebbe|resterebbe)|Non ci sarebbe nessuna nota/)).toBeVisible();
  await page.getByRole('button', { name: '2H' }).click();
  await expect(page).toHaveURL(/ca=/);
  await expect(page.getByText('è un\'agevolazione che va a conguaglio')).toBeVisible();
  await expectNoViolations(page, 'a notice tried out');
  await page.getByRole('button', { name: 'Torna al registro' }).click();
  await expect(page).not.toHaveURL(/dipendenti=60/);
  await page.getByLabel('Fondo di integrazione salariale').selectOption({ label: 'Un altro, o nessuno' });
  await expect(page).toHaveURL(/fondo=altro/);
  await page.getByLabel('Fondo di integrazione salariale').selectOption({ label: 'CIGO dei lapidei' });
  await expect(page).toHaveURL(/fondo=lapidei/);
  await page.getByRole('button', { name: 'Torna al registro' }).click();
  await expect(page).not.toHaveURL(/fondo=/);
});

test('the head of the archive of notices says what the server counts', { tag: '@desk' }, async ({ page }) => {
  await page.route('**/api/v1/notices/count?company=*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), open: 250, soon: 120 } });
  });
  await signIn(page, 'consulente');
  await open(page, '/note');
  // From a notice to the archive of its company, which may have more of them than a page shows.
  const notice = await page.getByRole('main').getByRole('link', { name: /NR\d+/ }).first().getAttribute('href');
  await open(page, String(notice).replace(/\/[^/]+$/, ''));
  await expect(page.getByRole('heading', { name: /^250 note aperte · 120 scadono/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Termini dei prossimi 60 giorni' })).toBeVisible();
});
