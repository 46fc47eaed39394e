/** What contributions, sanctions and instalments come to, reckoned on the device. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, settled, signIn, test } from '../fixtures';
import { address } from '../screens';

test('a contribution is explained and compared with what was declared', { tag: ['@phone', '@desk'] }, async ({ page, isMobile }) => {
  await signIn(page, 'consulente');
  await open(page, isMobile ? '/altro' : '/oggi');
  await page.getByRole('link', { name: /^Strumenti/ }).first().click();
  await settled(page);
  await page.getByRole('link', { name: /Contributi di un dipendente/ }).click();
  await settled(page);
  await page.getByLabel('Mese di competenza').fill('2026-09');
  await page.getByLabel('CSC', { exact: true }).fill('702');
  await expect(page.getByText(/Il CSC ha cinque cifre/)).toBeVisible();
  await page.getByLabel('CSC', { exact: true }).fill('70201');
  await page.getByLabel('Dipendenti in media').fill('12');
  await page.getByLabel('Retribuzione del mese').fill('2.000,00');
  await page.getByLabel(/Contributo dichiarato/).fill('773,40');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText('IVS (pensioni)').first()).toBeVisible();
  await expect(result.getByText(/Parametri del .*, versione \d+/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Confronto con il dichiarato' })).toBeVisible();
  await expect(page).toHaveURL(/csc=70201.*retribuzione=/);
  await expectNoViolations(page, 'a contribution');
  await expectNoSidewaysScroll(page, 'a contribution');
  await page.reload();
  await settled(page);
  await expect(page.getByLabel('CSC', { exact: true })).toHaveValue('70201');
  await expect(result.getByText('IVS (pensioni)').first()).toBeVisible();
});

test('the company worked for fills in its classification', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/aliquote');
  await expect(page.getByLabel('CSC', { exact: true })).toHaveValue(/^\d{5}$/);
});

test('a month without values is said in words', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/aliquote?mese=1999-01&csc=70201&dipendenti=12&retribuzione=2000');
  await expect(page.getByText(/I parametri non hanno .* per il/)).toBeVisible();
});

test('a sanction changes with the day it is paid on', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/sanzioni?importo=1000&scadenza=2026-01-16&pagamento=2026-03-17');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText(/sanata entro 120 giorni/).first()).toBeVisible();
  const slider = page.getByRole('slider', { name: 'Giorno del pagamento' });
  await slider.fill('200');
  await expect(result.getByText('Omissione (lett. a)').first()).toBeVisible();
  await expect(result.getByText('È stato pagato dopo il termine per un caso più favorevole.')).toBeVisible();
  await expect(page).toHaveURL(/pagamento=2026-08-04/);
  await page.getByRole('button', { name: /tabella/ }).click();
  await expect(page.getByRole('table', { name: 'E se pagassi un altro giorno?' })).toBeVisible();
  await expectNoViolations(page, 'a sanction');
  await expectNoSidewaysScroll(page, 'a sanction');
});

test('a plan has its limits, its instalments and its end', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/rateazione?debito=10000&rate=12&domanda=2025-03-03');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByRole('region', { name: 'I limiti' })).toBeVisible();
  await page.getByRole('button', { name: /tabella/ }).first().click();
  const instalments = page.getByRole('table', { name: 'Piano delle rate' }).getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(instalments).toHaveCount(12);
  await page.getByLabel(/E se pagassi solo le prime/).fill('3');
  await expect(page.getByText(/la rateazione è revocata il/)).toBeVisible();
  await page.getByLabel('Numero di rate').fill('200');
  await expect(page.getByText(/Al massimo \d+ rate/).first()).toBeVisible();
  await expectNoViolations(page, 'a plan');
  await page.getByRole('slider', { name: 'Rate da provare' }).fill('6');
  await expect(page).toHaveURL(/rate=6/);
  await expect(result.getByText(/al mese, per 6 rate/).first()).toBeVisible();
});

test('a deferral costs interest that grows with the days', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/differimento?importo=10000&mese=2025-07&fino=2025-09-16');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText(/60,29/).first()).toBeVisible();
  await page.getByRole('slider', { name: 'Giorno del pagamento' }).fill('0');
  await expect(page).toHaveURL(/fino=2025-08-20/);
  await page.getByLabel('Pagamento differito al').fill('2025-08-01');
  await expect(page.getByText('Il pagamento viene prima della scadenza dei contributi.')).toBeVisible();
  await expectNoViolations(page, 'a deferral');
  await expectNoSidewaysScroll(page, 'a deferral');
});

test('a contribution is time-barred, unless something stopped or renewed the term', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/prescrizione?dal=2018-09-17&al=2026-09-30');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText('È prescritto dal 25/07/2024.')).toBeVisible();
  await expect(result.getByText(/Sospensione: 129 giorni in più/).first()).toBeVisible();
  await page.getByText('Senza le sospensioni per legge del 2020 e 2021').click();
  await expect(result.getByText('È prescritto dal 18/09/2023.')).toBeVisible();
  await page.getByLabel('Prima interruzione').fill('2023-09-17');
  await expect(result.getByText(/^Non è prescritto/)).toBeVisible();
  await expect(result.getByText('17/09/2028').first()).toBeVisible();
  await page.getByLabel('Seconda interruzione').fill('2017-01-01');
  await expect(page.getByText(/non può venire prima del giorno da cui si poteva chiedere/)).toBeVisible();
  await page.getByLabel('Seconda interruzione').fill('');
  await expect(page).toHaveURL(/senza-emergenza=si/);
  await expectNoViolations(page, 'a prescription');
  await expectNoSidewaysScroll(page, 'a prescription');
  // The law of ten years for refunds is older than that of five for contributions.
  await page.getByLabel('Da quando si poteva chiedere').fill('1990-01-01');
  await expect(page.getByText(/I parametri non hanno gli anni della prescrizione per il 01\/01\/1990/)).toBeVisible();
});

test('a credit pays the oldest debt first and gives the rows of the F24', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/compensazione?credito=1000&mese=2026-06&causale=DMRP&sorto=2026-07-01&giorno=2026-10-01&debito1=1200&mese1=2026-08&debito2=800&mese2=2026-07');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText(/Scrivi sede e matricola/)).toBeVisible();
  await page.getByLabel(/^Sede INPS/).fill('7010');
  await page.getByLabel(/^Matricola/).fill('7012345600');
  await expect(page.getByText(/le ultime due la controllano/)).toBeVisible();
  await page.getByLabel(/^Matricola/).fill('7012345662');
  const rows = result.getByRole('region', { name: 'Righe F24' });
  await expect(rows.getByRole('button')).toHaveCount(3);
  await expect(rows.getByText('DMRP')).toBeVisible();
  await expect(rows.getByText(/(?<![.\d])200,00\s€/).first()).toBeVisible();
  await expectNoViolations(page, 'a set-off');
  await expectNoSidewaysScroll(page, 'a set-off');
  // Above 5,000.00 in the year it waits for the tenth day after its return: 28/9/2026 and ten days.
  await page.getByLabel(/^Crediti già compensati/).fill('4500');
  await expect(result.getByText('Prima va inviata la denuncia che espone il credito.')).toBeVisible();
  await page.getByLabel(/^Denuncia che lo espone/).fill('2026-09-28');
  await expect(result.getByText('Il credito si può compensare solo dal 08/10/2026.')).toBeVisible();
  await expect(rows).toHaveCount(0);
  await page.getByLabel(/^Denuncia che lo espone/).fill('2026-06-01');
  await expect(result.getByText(/non può essere inviata prima che il credito sorga/)).toBeVisible();
});

test('legal interest is said rate by rate and follows the slider', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/interessi-legali?importo=10000&dal=2023-06-30&al=2024-06-30');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText(/252,05\s€/).first()).toBeVisible();
  await expect(result.getByText(/124,66\s€/).first()).toBeVisible();
  await page.getByRole('slider', { name: 'Giorno da provare' }).fill('184');
  await expect(page).toHaveURL(/al=2023-12-31/);
  await expect(result.getByText(/252,05\s€/).first()).toBeVisible();
  await page.getByLabel(/^Al giorno/).fill('2023-01-01');
  await expect(page.getByText('La seconda data viene prima della prima.')).toBeVisible();
  await page.getByLabel(/^Dal giorno/).fill('1998-01-01');
  await expect(page.getByText(/I parametri non hanno il tasso legale per il/)).toBeVisible();
  await page.getByLabel(/^Dal giorno/).fill('2023-06-30');
  await page.getByLabel(/^Al giorno/).fill('2024-06-30');
  await expectNoViolations(page, 'legal interest');
  await expectNoSidewaysScroll(page, 'legal interest');
});

test('authorised wage support costs on top, the dearer the longer it was used', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/aliquote?mese=2026-03&csc=10101&dipendenti=20&retribuzione=2000&integrazione=si&perse=1000&settimane=52&addizionale=90');
  const surcharge = page.getByRole('region', { name: 'Contributo addizionale CIG' });
  await expect(surcharge.getByText(/120,00\s€/).first()).toBeVisible();
  await expect(surcharge.getByText('Art. 5 c. 1 D.Lgs 148/2015')).toBeVisible();
  await expect(surcharge.getByText('È stato dichiarato meno del dovuto.')).toBeVisible();
  await page.getByText('Nessuna cassa integrazione nei 24 mesi prima').click();
  await expect(surcharge.getByText('Art. 5 c. 1-ter D.Lgs 148/2015')).toBeVisible();
  await expect(surcharge.getByText('Il contributo dichiarato corrisponde a quello atteso.')).toBeVisible();
  await expectNoViolations(page, 'wage support');
  await expectNoSidewaysScroll(page, 'wage support');
  // Crafts have a fund of their own, unless they work stone.
  await open(page, '/strumenti/aliquote?mese=2026-03&csc=40901&dipendenti=8&retribuzione=2000&integrazione=si&perse=1000');
  await expect(page.getByText(/Il fondo scelto non è di questo settore/)).toBeVisible();
  await page.getByLabel('Fondo di integrazione salariale').selectOption('lapidei');
  await expect(surcharge.getByText(/90,00\s€/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Risultato' }).getByText('CIGO lapidei').first()).toBeVisible();
});

test('a manager of industry is reckoned, to be verified', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/aliquote?mese=2026-03&csc=10101&dipendenti=20&retribuzione=2000&qualifica=dirigente&dichiarato=700');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText(/723,00\s€/).first()).toBeVisible();
  await expect(result.getByText('Da verificare').first()).toBeVisible();
  await expect(result.getByText(/l'aliquota attesa è da verificare/)).toBeVisible();
  // Of other sectors the parameters do not say what managers cost.
  await open(page, '/strumenti/aliquote?mese=2026-03&csc=70201&dipendenti=20&retribuzione=2000&qualifica=dirigente');
  await expect(page.getByText('I parametri non hanno le aliquote della qualifica «Dirigente» nel settore Commercio e servizi.').first()).toBeVisible();
});

test('in a pastry shop sickness is dearer', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/aliquote?mese=2026-03&csc=70201&dipendenti=4&retribuzione=2000');
  const result = page.getByRole('region', { name: 'Risultato' });
  await expect(result.getByText(/773,40\s€/).first()).toBeVisible();
  await page.getByLabel('Pasticceria: malattia degli operai come nei pubblici esercizi').check();
  await expect(result.getByText(/788,80\s€/).first()).toBeVisible();
  await expect(result.getByText('Malattia pasticcerie').first()).toBeVisible();
});

test('who pays on an income of their own sees each part, its law, and what they paid beside it', { tag: ['@phone', '@desk'] }, async ({ page }) => {
  await signIn(page, 'titolare');
  const result = page.getByRole('region', { name: 'Risultato' });
  await open(page, '/strumenti/artigiani-commercianti?attivita=commerciante&anno=2025&reddito=40000&versato=9799,44');
  await expect(result.getByText('Indennizzo per la cessazione (già compreso)').first()).toBeVisible();
  await expect(result.getByText('Art. 49 c. 1 L. 488/1999').first()).toBeVisible();
  await expect(result.getByText('Il contributo dichiarato corrisponde a quello atteso.')).toBeVisible();
  await page.getByLabel(/^Dichiarato o versato/).fill('9700');
  await expect(result.getByText('È stato dichiarato meno del dovuto.')).toBeVisible();
  await expectNoViolations(page, 'an income of artisans and merchants');
  await expectNoSidewaysScroll(page, 'an income of artisans and merchants');
  await open(page, '/strumenti/gestione-separata?mese=2025-06&compenso=1500&dichiarato=525,45');
  await expect(result.getByText('Art. 59 c. 16 L. 449/1997; DM 12/7/2007').first()).toBeVisible();
  await expect(result.getByText('Il contributo dichiarato corrisponde a quello atteso.')).toBeVisible();
  await expectNoViolations(page, 'a fee');
  await expectNoSidewaysScroll(page, 'a fee');
});

test('what cannot be reckoned is said by each calculator', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  for (const [address, why] of Object.entries(REFUSALS)) {
    await open(page, `/strumenti/${address}`);
    await expect(page.getByRole('main').getByText(why).first(), address).toBeVisible();
  }
});

test('part time is reckoned by the hour', { tag: '@once' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, '/strumenti/aliquote?mese=2026-09&csc=70201&dipendenti=12&retribuzione=300&parziale=si&ore=80');
  await expect(page.getByLabel('Ore retribuite')).toHaveValue('80');
  await expect(page.getByText(/minimale/i).first()).toBeVisible();
});

test('a company and its DURC lead to the calculators with what is known', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  await open(page, await address(page, '/azienda/{company}'));
  await page.getByRole('link', { name: 'Calcola i contributi' }).first().click();
  await expect(page).toHaveURL(/aliquote\?csc=\d{5}/);
  await expect(page.getByLabel('CSC', { exact: true })).toHaveValue(/^\d{5}$/);
});

/** What each calculator says of what is not known, is on no calendar, or is below zero. */
const REFUSALS: Record<string, RegExp> = {
  'aliquote?mese=2026-13&csc=70201&dipendenti=12&retribuzione=2000': /Scrivi il mese come/,
  'aliquote?mese=2027-01&csc=70201&dipendenti=12&retribuzione=2000': /I parametri non hanno .* per il/,
  'aliquote?mese=2026-03&csc=20101&dipendenti=12&retribuzione=2000': /non hanno aliquote per il CSC 20101/,
  'aliquote?mese=2026-03&csc=70201&ca=9Z&dipendenti=12&retribuzione=2000': /Non è noto che effetto ha il CA 9Z/,
  'aliquote?mese=2026-03&csc=70201&ca=3X&dipendenti=12&retribuzione=2000': /Il CA 3X non va con questo CSC/,
  'aliquote?mese=2026-03&csc=70201&dipendenti=12&retribuzione=-1': /non può essere negativo/,
  'aliquote?mese=2027-01&csc=10101&dipendenti=20&retribuzione=1&integrazione=si&perse=-1': /non può essere negativo/,
  'gestione-separata?mese=2027-01&compenso=1500': /I parametri non hanno le aliquote della gestione separata/,
  'gestione-separata?mese=2026-03&compenso=-5': /non può essere negativo/,
  'artigiani-commercianti?anno=2031&reddito=1': /I parametri non hanno le aliquote di artigiani e commercianti/,
  'artigiani-commercianti?anno=2026&reddito=1&mesi=0': /I mesi non sono possibili/,
  'sanzioni?importo=1000&scadenza=2015-01-16&pagamento=2015-03-17': /I parametri non hanno/,
  'sanzioni?importo=-1&scadenza=2026-01-16&pagamento=2026-03-17': /non può essere negativo/,
  'sanzioni?importo=1000&scadenza=2026-01-16&pagamento=2026-03-17&richiesta=2026-01-10': /non può venire prima della scadenza/,
  'rateazione?debito=1000&rate=6&domanda=2015-01-01': /I parametri non hanno/,
  'differimento?importo=-1&mese=2026-07': /non può essere negativo/,
  'compensazione?credito=1&mese=2019-01&sorto=2019-02-18&debito1=1&mese1=2019-02': /non hanno le regole della compensazione per il/,
};

/** What each calculator comes to for an example. */
const EXAMPLES: Record<string, RegExp> = {
  'sanzioni?importo=1000&scadenza=2026-01-16&pagamento=2026-09-30': /Omissione \(lett\. a\)/,
  'aliquote?mese=2026-09&csc=70201&dipendenti=12&retribuzione=2000&dichiarato=773,40&giorni=26': /779,40\s€/,
  'gestione-separata?mese=2026-09&compenso=1500': /525,45\s€/,
  'artigiani-commercianti?anno=2026&reddito=60000': /14\.445,20\s€/,
  'rateazione?debito=10000&rate=24&domanda=2026-03-02&pagate=3': /452,96\s€/,
  'differimento?importo=10000&mese=2026-07&fino=2026-09-16': /60,29\s€/,
  // Five years from 17/9/2018 are 17/9/2023; 129 and 182 days of suspension make it 24/7/2024.
  'prescrizione?dal=2018-09-17&al=2026-09-30': /24\/07\/2024/,
  // 1,000.00 pays the 800.00 due on 20/8/2026 and 200.00 of the 1,200.00 due on 16/9/2026: 1,000.00 stay open.
  'compensazione?credito=1000&mese=2026-06&sorto=2026-07-01&giorno=2026-10-01&debito1=1200&mese1=2026-08&debito2=800&mese2=2026-07': /(?<![.\d])200,00\s€/,
  // 184 days at 5 % are 252.05 (252.0548), and 182 at 2.5 % 124.66: 376.71.
  'interessi-legali?importo=10000&dal=2023-06-30&al=2024-06-30': /376,71\s€/,
};

test('without a network every calculator is there, from the first page on', { tag: ['@phone', '@desk'] }, async ({ page, withoutNetwork }) => {
  await signIn(page, 'consulente');
  await open(page, '/strumenti');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await withoutNetwork(async () => {
    for (const [address, figure] of Object.entries(EXAMPLES)) {
      await page.goto(`/strumenti/${address}`);
      await expect(page.getByRole('main').getByText(figure).first(), address).toBeVisible();
      await expect(page.getByText(/Parametri del .*, versione \d+/).first(), address).toBeVisible();
    }
  });
});
