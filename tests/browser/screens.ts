/**
 * Every screen that the sweeps visit. A new screen adds its row here and is held to everything, at all sizes and in both
 * schemes. `{company}`, `{declaration}` and `{payment}` stand for the first that the person sees.
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
    '/non-esiste': /Pagina non trovata/,
    '/_ui': /Componenti/,
  }),
  ...of('titolare', {
    '/oggi': /Oggi/,
    '/azienda/{company}': /\S/,
    '/azienda/{company}/uniemens': /UniEmens trasmessi/,
    '/azienda/{company}/uniemens/{declaration}': /UniEmens/,
    '/azienda/{company}/pagamenti': /Pagamenti/,
    '/azienda/{company}/pagamenti/{payment}': /F24/,
    '/profilo': /Profilo/,
    '/altro': /Altro/,
  }),
  ...of('dipendente', { '/oggi': /Oggi/ }),
  ...of('consulente', { '/oggi': /Oggi/, '/clienti': /Clienti/, '/importa': /Importa/ }),
  ...of('collaboratore', { '/clienti': /Clienti/ }),
  ...of('associazione', { '/clienti': /Clienti/ }),
  ...of('operatore', { '/oggi': /Oggi/, '/clienti': /Aziende/ }),
  ...of('responsabile', { '/oggi': /Oggi/ }),
  ...of('amministratore', { '/oggi': /Oggi/, '/importa': /Importa/ }),
  ...of('revisore', { '/oggi': /Oggi/, '/registro': /Registro delle operazioni/ }),
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
  return filled;
}
