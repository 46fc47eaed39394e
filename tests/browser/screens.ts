/**
 * Every screen that the sweeps visit. A new screen adds its row here and is held to everything, at all sizes and in both
 * schemes. `{company}`, `{declaration}`, `{payment}`, `{evidence}` and `{request}` stand for the first that the person sees, `{record:crediti}` for
 * the first record of an archive.
 */
import { expect, type Page } from '@playwright/test';
import type { Persona } from './fixtures';

export interface Screen {
  /** Its address. */
  path: string;
  /** Who opens it; nobody is somebody without a session. */
  persona: Persona | 'nobody';
  /** Its first heading, in Italian. */
  heading: RegExp;
}

/** The rows of one person. */
function of(persona: Screen['persona'], headings: Record<string, RegExp>): Screen[] {
  return Object.entries(headings).map(([path, heading]) => ({ path, persona, heading }));
}

export const screens: Screen[] = [
  ...of('nobody', {
    '/': /\S/,
    '/accessibilita': /Dichiarazione di accessibilità/,
    '/note-legali': /Note legali/,
    '/privacy': /Privacy/,
    '/statistiche': /Tempi di risposta delle sedi/,
    '/statistiche?gruppo=200': /Tempi di risposta delle sedi/,
    '/non-esiste': /Pagina non trovata/,
    '/_ui': /Componenti/,
    '/verifica/ricevuta': /Verifica di una ricevuta/,
  }),
  ...of('titolare', {
    '/oggi': /Oggi/,
    '/azienda/{company}': /\S/,
    '/azienda/{company}/uniemens': /UniEmens trasmessi/,
    '/azienda/{company}/uniemens/{declaration}': /UniEmens/,
    '/azienda/{company}/pagamenti': /Pagamenti/,
    '/azienda/{company}/pagamenti/{payment}': /F24/,
    '/azienda/{company}/durc': /DURC/,
    '/azienda/{company}/evidenze': /Evidenze/,
    '/azienda/{company}/evidenze/{evidence}': /\S/,
    '/evidenze': /Evidenze/,
    '/richieste': /Richieste/,
    '/richieste/{request}': /\S/,
    '/richieste/nuova': /Nuova richiesta/,
    '/richieste/nuova?argomento=201&passo=2': /Nuova richiesta/,
    '/richieste/nuova?argomento=201&passo=3': /Nuova richiesta/,
    '/note': /Note di rettifica/,
    '/azienda/{company}/note-rettifica/{record:note-rettifica}': /\S/,
    '/azienda/{company}/note-rettifica': /Note di rettifica/,
    '/azienda/{company}/dati-dettaglio': /Dati anagrafici di dettaglio/,
    '/azienda/{company}/confronto-dm10-o1m?mostra=tutto': /Confronto DM10/,
    '/azienda/{company}/ricorsi': /Ricorsi amministrativi/,
    '/azienda/{company}/crediti': /Crediti e inadempienze/,
    '/azienda/{company}/crediti/{record:crediti}': /\S/,
    '/azienda/{company}/infocamere': /\S/,
    '/azienda/{company}/infocamere/{record:infocamere}': /\S/,
    '/azienda/{company}/storico-stati': /Storico degli stati/,
    '/azienda/{company}/inesistente': /Pagina non trovata/,
    '/profilo': /Profilo/,
    '/profilo/avvisi': /Preferenze degli avvisi/,
    '/avvisi?mostra=tutti': /Avvisi/,
    // Mails are in the language of whoever gets them.
    '/avvisi/posta?a=nobody@example.org': /Posta di prova/,
    '/altro': /Altro/,
    '/strumenti': /Strumenti/,
    '/strumenti/aliquote?mese=2026-09&csc=70201&dipendenti=12&retribuzione=2000&dichiarato=773,40&giorni=26': /Contributi di un dipendente/,
    '/strumenti/sanzioni?importo=1000&scadenza=2026-01-16&pagamento=2026-09-30': /Sanzioni civili/,
    '/strumenti/rateazione?debito=10000&rate=24&domanda=2026-03-02&pagate=3': /Rateazione/,
    '/strumenti/differimento?importo=10000&mese=2026-07&fino=2026-09-16': /Differimento per ferie/,
    '/strumenti/prescrizione?dal=2018-09-17&interruzione1=2023-09-17&al=2026-09-30': /Prescrizione/,
    '/strumenti/compensazione?credito=1000&mese=2026-06&causale=DMRP&sorto=2026-07-01&giorno=2026-10-01&debito1=800&mese1=2026-07&debito2=1200&mese2=2026-08&sede=7010&matricola=7012345662': /Compensazione/,
    '/strumenti/interessi-legali?importo=10000&dal=2023-06-30&al=2024-06-30': /Interessi legali/,
    '/strumenti/controllo-uniemens': /Controllo di un file UniEmens/,
    '/strumenti/inesistente': /Pagina non trovata/,
  }),
  ...of('dipendente', { '/oggi': /Oggi/ }),
  ...of('consulente', {
    '/oggi': /Oggi/,
    '/clienti': /Clienti/,
    '/novita': /Che cosa è cambiato/,
    '/evidenze': /Evidenze/,
    '/evidenze?tipo=e8&stato=nuove': /Evidenze/,
    '/note': /Note di rettifica/,
    '/note?causa=aliquota&ordine=importo': /Note di rettifica/,
    '/richieste': /Richieste/,
    '/scadenze': /Scadenze/,
    '/scadenze?vista=bacheca': /Scadenze/,
    '/scadenze?vista=calendario': /Scadenze/,
    '/cerca': /Cerca/,
    '/profilo': /Profilo/,
    '/importa': /Importa/,
    '/strumenti/richiesta-multipla': /Richiesta a più aziende/,
    '/strumenti/gestione-separata?mese=2026-09&compenso=1500': /Gestione separata/,
    '/strumenti/artigiani-commercianti?anno=2026&reddito=60000': /Artigiani e commercianti/,
  }),
  ...of('collaboratore', { '/clienti': /Clienti/ }),
  ...of('associazione', { '/clienti': /Clienti/ }),
  ...of('operatore', {
    '/oggi': /Oggi/,
    '/clienti': /Aziende/,
    '/azienda/{company}': /\S/,
    '/azienda/{company}/crediti': /Crediti e inadempienze/,
    '/coda': /Coda/,
    '/coda?vista=non-assegnate': /Coda/,
    '/coda?pagina=orari': /Orari e recapiti/,
    '/coda?pagina=tutte': /Tutte le richieste/,
    '/coda/{request}': /\S/,
    '/protocollo': /Protocollo/,
    '/strumenti/moduli': /Moduli di testo/,
    '/strumenti/insieme': /Risposta a più richieste/,
    '/strumenti/insieme?richieste={request}': /Risposta a più richieste/,
    '/strumenti/scrivi': /Scrivi all'azienda/,
    '/strumenti/scrivi?azienda={company}': /Scrivi all'azienda/,
  }),
  ...of('responsabile', {
    '/oggi': /Oggi/,
    '/coda': /Coda/,
    '/coda?eta=0': /Coda/,
    '/coda?pagina=orari': /Orari e recapiti/,
    '/coda?pagina=tutte&stato=chiuse': /Tutte le richieste/,
    '/sede': /Andamento della sede/,
    '/protocollo': /Protocollo/,
    '/protocollo?vista=cerca&cerca=e': /Protocollo/,
    '/protocollo?vista=chiusi': /Protocollo/,
    '/protocollo?vista=emergenza': /Protocollo/,
    '/avvisi': /Avvisi/,
    '/profilo/avvisi': /Preferenze degli avvisi/,
    '/strumenti/moduli?modulo=nuovo': /Moduli di testo/,
  }),
  ...of('amministratore', {
    '/oggi': /Oggi/,
    '/importa': /Importa/,
    '/strumenti': /Strumenti/,
    '/strumenti/parametri?gruppo=interest': /Parametri/,
    '/amministrazione': /Amministrazione delle richieste/,
    '/amministrazione?vista=elenco&argomento=201': /Amministrazione delle richieste/,
    '/amministrazione?vista=tempi': /Amministrazione delle richieste/,
    '/amministrazione?vista=chiusure': /Amministrazione delle richieste/,
    '/amministrazione?vista=conservazione': /Amministrazione delle richieste/,
    '/amministrazione?vista=pubblicazione': /Amministrazione delle richieste/,
    '/amministrazione?vista=sedi': /Amministrazione delle richieste/,
    '/amministrazione?vista=testi': /Amministrazione delle richieste/,
  }),
  ...of('revisore', { '/oggi': /Oggi/, '/registro': /Registro delle operazioni/, '/protocollo?sede=7010': /Protocollo/, '/strumenti/parametri?gruppo=terms': /Parametri/ }),
];

/** The address of a screen for whoever is signed in, its `{…}` replaced by ids that the API gives. */
export async function address(page: Page, path: string): Promise<string> {
  let filled = path;
  let list = '/api/v1';
  for (const [name, collection] of [['company', 'companies'], ['declaration', 'declarations'], ['payment', 'payments']]) {
    if (!filled.includes(`{${name}}`)) continue;
    const reply = await page.request.get(`${list}/${collection}`);
    expect(reply.ok(), `${list}/${collection}: ${reply.status()}`).toBe(true);
    const [first] = (await reply.json()).items;
    expect(first, `${list}/${collection} has a first row`).toBeTruthy();
    filled = filled.replace(`{${name}}`, first.id ?? first.payment);
    if (name === 'company') list = `${list}/companies/${first.id}`;
  }
  if (filled.includes('{evidence}')) {
    const company = list.split('/').at(-1);
    const reply = await page.request.get(`/api/v1/evidence?company=${company}`);
    expect(reply.ok(), `evidence: ${reply.status()}`).toBe(true);
    const [first] = (await reply.json()).items;
    expect(first, 'evidence has a first row').toBeTruthy();
    filled = filled.replace('{evidence}', first.key);
  }
  if (filled.includes('{request}')) {
    const reply = await page.request.get('/api/v1/requests');
    expect(reply.ok(), `requests: ${reply.status()}`).toBe(true);
    const [first] = (await reply.json()).items;
    expect(first, 'requests have a first row').toBeTruthy();
    filled = filled.replace('{request}', first.id);
  }
  const record = /\{record:([\w-]+)\}/.exec(filled);
  if (record) {
    const reply = await page.request.get(`${list}/sections/${record[1]}`);
    expect(reply.ok(), `${list}/sections/${record[1]}: ${reply.status()}`).toBe(true);
    const [first] = (await reply.json()).items;
    expect(first, `${record[1]} has a first record`).toBeTruthy();
    filled = filled.replace(record[0], first.key);
  }
  return filled;
}
