/** What really crosses the wire for the first screen, compressed as the browser got it; the heads of the answers are not counted. */
import type { Page } from '@playwright/test';
import { expect, open, signIn, test } from './fixtures';

const KB = 1024;
const budgets = [
  { name: 'wasm and JS', kind: /wasm|javascript/, limit: 170 * KB },
  { name: 'CSS', kind: /text\/css/, limit: 20 * KB },
  { name: 'HTML', kind: /text\/html/, limit: 12 * KB },
  { name: 'fonts', kind: /font/, limit: 75 * KB },
];

/** Opens `path` with an empty cache; gives the bytes of each media type. What is fetched for later, once the screen is idle, is not counted. */
async function transferred(page: Page, path: string): Promise<Map<string, number>> {
  const types = new Map<string, string>();
  const bytes = new Map<string, number>();
  const network = await page.context().newCDPSession(page);
  const later = new Set<string>();
  network.on('Network.requestWillBeSent', (event) => new URL(event.request.url).pathname.startsWith('/cassetto-app-') && later.add(event.requestId));
  const heads = new Map<string, number>();
  network.on('Network.responseReceived', (event) => {
    types.set(event.requestId, event.response.mimeType);
    heads.set(event.requestId, event.response.encodedDataLength);
  });
  network.on('Network.loadingFinished', (event) => {
    if (later.has(event.requestId)) return;
    const type = types.get(event.requestId) ?? 'unknown';
    bytes.set(type, (bytes.get(type) ?? 0) + event.encodedDataLength - (heads.get(event.requestId) ?? 0));
  });
  await network.send('Network.enable');
  await open(page, path);
  await page.waitForLoadState('networkidle');
  return bytes;
}

for (const persona of ['nobody', 'titolare'] as const) {
  test(`the first screen of ${persona} is light`, { tag: '@once' }, async ({ page }) => {
    if (persona !== 'nobody') await signIn(page, persona);
    const bytes = await transferred(page, '/');
    for (const { name, kind, limit } of budgets) {
      const sum = [...bytes].filter(([type]) => kind.test(type)).reduce((total, [, size]) => total + size, 0);
      expect.soft(sum, `bytes of ${name}`).toBeLessThanOrEqual(limit);
    }
    expect([...bytes.keys()].some((type) => /wasm/.test(type)), 'the app itself was loaded').toBe(true);
  });
}
