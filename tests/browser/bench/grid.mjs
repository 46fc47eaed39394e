// The grid of clients as a browser draws it, over a running demo server (CASSETTO_URL) whose consultant has thousands of clients:
// first rows after the data, sorting, a keystroke in the search, frames while scrolling, rows in the page, memory of the tab.
// Prints one figure a line, as `cargo xtask bench grid` reads them.
import { chromium } from '@playwright/test';

const server = process.env.CASSETTO_URL;
const RUNS = 7;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--enable-precise-memory-info', '--js-flags=--expose-gc'];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (figure) => console.log(JSON.stringify(figure));
const milliseconds = (name, value, goal) => say({ name, value: Math.round(value * 100) / 100, unit: 'ms', goal });

const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args });
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'it-IT', timezoneId: 'Europe/Rome' });
  const reply = await context.request.post(`${server}/api/v1/session/demo`, {
    data: { persona: 'consulente' },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  if (!reply.ok()) throw new Error(`cannot sign in: ${reply.status()} ${await reply.text()}`);
  const page = await context.newPage();
  await page.addInitScript(watchFirstRows);
  await page.goto(`${server}/clienti`);
  const grid = page.getByRole('grid');
  await grid.waitFor();
  const clients = Number(await grid.getAttribute('aria-rowcount')) - 2;
  say({ name: 'clients', value: clients, unit: 'rows' });
  await columns(page);

  const first = [];
  for (let i = 0; i < RUNS; i += 1) {
    await page.reload();
    await grid.waitFor();
    first.push(await page.evaluate(() => globalThis.rowsAfterData));
  }
  milliseconds('first rows after the data were read', median(first), '<= 16');
  milliseconds('from the answer to the first rows', await page.evaluate(() => globalThis.rowsAfterAnswer));

  milliseconds('sort', median(await page.evaluate(sort, RUNS)), '<= 25');
  milliseconds('keystroke in the search', median(await page.evaluate(keystrokes)), '<= 8');
  const scroll = await page.evaluate(scrolling);
  milliseconds('frame while scrolling, median', scroll.median, '<= 17.5');
  say({ name: 'frames dropped of 240', value: scroll.dropped, unit: 'frames', goal: '<= 2' });
  say({ name: 'rows in the page at most', value: scroll.rows, unit: 'rows', goal: '<= 60' });
  await page.evaluate(() => globalThis.gc?.());
  const client = await context.newCDPSession(page);
  // Objects, what the page's elements take, and the memory of the app itself, which counts as a buffer.
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
  say({ name: 'memory of the tab', value: (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6, unit: 'MB', goal: '<= 48' });
} finally {
  await browser.close();
}

/** Waits for fourteen columns and the name. */
async function columns(page) {
  await page.getByRole('columnheader').nth(14).waitFor({ state: 'attached' });
}

/** In the page, before the app: notes when the last byte of the answer was read, and when the first row is in the page. */
function watchFirstRows() {
  const answer = Response.prototype.text;
  Response.prototype.text = async function text() {
    const value = await answer.call(this);
    if (this.url.endsWith('/practice/grid')) globalThis.answered = performance.now();
    return value;
  };
  const seen = new MutationObserver(() => {
    if (globalThis.rowsAfterAnswer === undefined && document.querySelector('.grid-body .grid-row')) {
      globalThis.rowsAfterAnswer = performance.now() - globalThis.answered;
      const [read] = performance.getEntriesByName('cassetto-grid-read');
      globalThis.rowsAfterData = read ? performance.now() - read.startTime : globalThis.rowsAfterAnswer;
      seen.disconnect();
    }
  });
  seen.observe(document, { childList: true, subtree: true });
}

/** Presses headings; from the press to the page being changed. */
async function sort(runs) {
  const headings = [...document.querySelectorAll('.grid-head .grid-cell')];
  const times = [];
  for (let i = 0; i < runs * 2; i += 1) {
    const heading = headings[1 + (i % 7)];
    const changed = new Promise((resolve) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        resolve(performance.now());
      });
      seen.observe(document.querySelector('.grid-body'), { childList: true, subtree: true, characterData: true, attributes: true });
    });
    const start = performance.now();
    heading.click();
    times.push((await Promise.race([changed, new Promise((r) => setTimeout(() => r(performance.now()), 500))])) - start);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times;
}

/** Types a word letter by letter; from the letter to the grid having its rows. */
async function keystrokes() {
  const field = document.querySelector('.practice-tools input[type=search]');
  const grid = document.querySelector('[role=grid]');
  const times = [];
  for (const word of ['forno', '4980', 'edil']) {
    for (let length = 1; length <= word.length; length += 1) {
      field.value = word.slice(0, length);
      const changed = new Promise((resolve) => {
        const seen = new MutationObserver(() => {
          seen.disconnect();
          resolve(performance.now());
        });
        seen.observe(grid, { childList: true, subtree: true, characterData: true, attributes: true });
      });
      const start = performance.now();
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const end = await Promise.race([changed, new Promise((r) => setTimeout(() => r(undefined), 300))]);
      if (end !== undefined) times.push(end - start);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  return times;
}

/** Scrolls through 240 frames, a screen in six of them; how long a frame takes, and how many took more than one. */
async function scrolling() {
  const grid = document.querySelector('[role=grid]');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  let rows = 0;
  let last = await frame();
  for (let i = 0; i < 240; i += 1) {
    grid.scrollTop += 120;
    const now = await frame();
    times.push(now - last);
    last = now;
    rows = Math.max(rows, document.querySelectorAll('.grid-body .grid-row').length);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[120], dropped: times.filter((time) => time > 25).length, rows };
}
