/** A new version of the app, taken when the person agrees and never over something unfinished; and the app on the home screen. */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, open, settled, test } from '../fixtures';

/** Before the server under test, a second version of the app: from `next` on the service worker is another one. */
class Versions {
  next = false;
  /** Held open while an upload is to stay under way. */
  release: () => void = () => {};
  private held: Promise<void> = Promise.resolve();
  private server: Server = createServer((asked, answer) => void this.pass(asked, answer));

  hold(): void {
    this.held = new Promise((done) => (this.release = done));
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.release();
    this.server.closeAllConnections();
    this.server.close();
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (asked.url?.startsWith('/api/v1/imports') && asked.method === 'POST') await this.held;
    const worker = asked.url === '/sw.js';
    const headers = { ...asked.headers, ...(worker && { 'accept-encoding': 'identity', 'if-none-match': '' }) };
    const passed = request(process.env.CASSETTO_URL + (asked.url ?? '/'), { method: asked.method, headers }, (reply) => {
      const { 'content-length': _, etag: __, ...rest } = reply.headers;
      answer.writeHead(reply.statusCode ?? 502, worker ? rest : reply.headers);
      if (!worker || !this.next) return void reply.pipe(answer);
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => (text += part));
      reply.on('end', () => answer.end(text.replace(/const VERSION = '(\w+)'/, "const VERSION = '$1-next'")));
    });
    asked.pipe(passed);
  }
}

const versions = test.extend<{ versions: Versions }>({
  versions: async ({}, use) => {
    const versions = new Versions();
    await use(versions);
    versions.stop();
  },
  baseURL: async ({ versions }, use) => use(await versions.start()),
});

/** The version that controls the page, by the cache it keeps. */
const caches = () => globalThis.caches.keys();

versions('a new version is taken when the person agrees', { tag: '@once' }, async ({ page, versions }) => {
  await open(page, '/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await settled(page);
  expect(await page.evaluate(caches)).toHaveLength(1);

  versions.next = true;
  await page.reload();
  await expect(page.getByText("C'è una nuova versione.")).toBeVisible();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await loaded;
  await settled(page);
  await expect.poll(() => page.evaluate(caches)).toEqual([expect.stringMatching(/-next$/)]);
  await expect(page.getByText("C'è una nuova versione.")).toHaveCount(0);
});

versions('a new version waits for an upload and for what is being written', { tag: '@once' }, async ({ page, versions }) => {
  let loads = 0;
  page.on('load', () => (loads += 1));
  const agree = async () => {
    await expect(page.getByText("C'è una nuova versione.")).toBeVisible();
    await page.getByRole('button', { name: 'Aggiorna' }).click();
  };
  const waits = page.getByText('La nuova versione parte appena è finito ciò che stai inviando o scrivendo.');

  await open(page, '/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  versions.next = true;
  await page.reload();
  const code = page.getByLabel('Codice fiscale del rappresentante legale');
  await code.fill('RSSMRA');
  loads = 0;
  await agree();
  await expect(waits).toBeVisible();
  await expect(code).toHaveValue('RSSMRA');
  await page.waitForTimeout(500);
  expect(loads, 'nothing is loaded over a form').toBe(0);
  await code.fill('');
  await expect.poll(() => loads).toBe(1);
  await settled(page);

  await page.getByRole('button', { name: /Mario Rossi/ }).click();
  await expect(page).toHaveURL(/\/oggi$/);
  await open(page, '/importa');
  await page.evaluate(() => dispatchEvent(new CustomEvent('cassetto-update-ready')));
  await page.evaluate(() => Object.assign(window, { cassettoUpdate: () => location.reload() }));
  versions.hold();
  await page.getByRole('radio', { name: 'UniEmens', exact: true }).check();
  await page.locator('input[type=file]').setInputFiles({ name: 'rotto.xml', mimeType: 'text/xml', buffer: Buffer.from('<a/>') });
  await expect(page.getByText('rotto.xml').first()).toBeVisible();
  loads = 0;
  await agree();
  await expect(waits).toBeVisible();
  await page.waitForTimeout(500);
  expect(loads, 'nothing is loaded over an upload').toBe(0);
  versions.release();
  await expect(page).toHaveURL(/\/importa\/[0-9A-Z]{26}$/);
  await expect.poll(() => loads).toBe(1);
  await settled(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Rifiutato' })).toBeVisible();
});

test('the app can be put on the home screen when the browser offers it', { tag: '@once' }, async ({ page }) => {
  await page.request.post('/api/v1/session/demo', { data: { persona: 'titolare' }, headers: { 'Sec-Fetch-Site': 'same-origin' } });
  await open(page, '/profilo');
  const card = page.getByRole('region', { name: "Installa l'app" });
  await expect(card.getByText('Su iPhone e iPad', { exact: false })).toBeVisible();
  await expect(card.getByRole('button')).toHaveCount(0);
  const taken = await page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: () => (document.title = 'asked') });
    return !dispatchEvent(offer);
  });
  expect(taken, 'the browser leaves the asking to the app').toBe(true);
  await card.getByRole('button', { name: "Installa l'app" }).click();
  await expect(page).toHaveTitle('asked');
  await expect(card.getByRole('button'), 'an offer is good for once').toHaveCount(0);
});
