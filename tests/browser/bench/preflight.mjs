// A UniEmens file of 30 MB checked as a browser does it, over a running demo server (CASSETTO_URL): from the file being chosen to the
// report, and the longest time in which the page did not answer. Prints one figure a line, as `cargo xtask bench preflight` reads them.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const server = process.env.CASSETTO_URL;
const RUNS = 5;
const MEGABYTES = 30;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const sample = readFileSync(new URL('../../data/uniemens-2025-09.xml', import.meta.url), 'utf8');

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (figure) => console.log(JSON.stringify(figure));

const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args });
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'it-IT', timezoneId: 'Europe/Rome' });
  const reply = await context.request.post(`${server}/api/v1/session/demo`, {
    data: { persona: 'titolare' },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  if (!reply.ok()) throw new Error(`cannot sign in: ${reply.status()} ${await reply.text()}`);
  const page = await context.newPage();
  const [times, longest] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(`${server}/strumenti/controllo-uniemens`);
    await page.locator('.drop-zone').waitFor();
    const measured = await page.evaluate(check, { sample, bytes: MEGABYTES * 1024 * 1024 });
    times.push(measured.time);
    longest.push(measured.longest);
  }
  const round = (value) => Math.round(value);
  say({ name: `${MEGABYTES} MB checked in the tab`, value: round(median(times)), unit: 'ms', goal: '<= 3000' });
  // A page answers in time where nothing holds it up for longer than this.
  say({ name: 'longest time without an answer of the page', value: round(Math.max(...longest)), unit: 'ms', goal: '<= 100' });
} finally {
  await browser.close();
}

/** In the page: chooses a file of so many bytes, made of the sample's first worker, and waits for the report. */
async function check({ sample: text, bytes }) {
  const start = text.indexOf('<DenunciaIndividuale>');
  const end = text.indexOf('</DenunciaIndividuale>') + '</DenunciaIndividuale>'.length;
  const one = text.slice(start, end);
  const many = one.repeat(Math.ceil(bytes / one.length));
  const files = new DataTransfer();
  files.items.add(new File([text.slice(0, start), many, text.slice(end)], 'grande.xml'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  let over = false;
  let longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setTimeout(() => channel.port2.postMessage(null), 4);
  };
  const began = performance.now();
  const input = document.querySelector('input[type=file]');
  input.files = files.files;
  last = began;
  channel.port2.postMessage(null);
  input.dispatchEvent(new Event('change', { bubbles: true }));
  while (!document.querySelector('.notice[role=alert], .notice[role=status]')) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (performance.now() - began > 120_000) throw new Error('no report in two minutes');
  }
  const time = performance.now() - began;
  over = true;
  return { time, longest };
}
