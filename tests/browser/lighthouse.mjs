// Lighthouse as a phone sees a running demo server (CASSETTO_URL): five runs of each page, each in a new browser, and their
// median. Prints one figure a line, as `cargo xtask bench lighthouse` reads them, and keeps the median run's report.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RUNS = 5;
const server = process.env.CASSETTO_URL;
const results = process.env.CASSETTO_RESULTS ?? 'test-results';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const categories = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 };
const pages = [
  { name: 'sign-in', goals: categories },
  { name: 'home', persona: 'titolare', goals: { ...categories, performance: 95 } },
];
const times = {
  'first-contentful-paint': 'ms',
  'largest-contentful-paint': 'ms',
  'total-blocking-time': 'ms',
  'cumulative-layout-shift': '',
  'speed-index': 'ms',
};

/** The cookie of a new session, as a header. */
async function session(persona) {
  const reply = await fetch(`${server}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!reply.ok) throw new Error(`${persona} cannot sign in: ${reply.status} ${await reply.text()}`);
  return { Cookie: reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ') };
}

/** One cold run; its report. The browser sometimes loses its own trace, which says nothing about the page: then it runs again. */
async function run(page, attempts = 3) {
  const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: flags });
  try {
    const extraHeaders = page.persona ? await session(page.persona) : undefined;
    const options = { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(categories), extraHeaders };
    const { lhr } = await lighthouse(server, options);
    if (!lhr.runtimeError) return lhr;
    if (attempts === 1) throw new Error(`${page.name}: ${lhr.runtimeError.message}`);
  } finally {
    chrome.kill();
  }
  return run(page, attempts - 1);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (figure) => console.log(JSON.stringify(figure));

mkdirSync(results, { recursive: true });
for (const page of pages) {
  const reports = [];
  for (let i = 0; i < RUNS; i += 1) reports.push(await run(page));
  for (const [category, goal] of Object.entries(page.goals)) {
    const scores = reports.map((report) => Math.round(report.categories[category].score * 100));
    say({ name: `${page.name}: ${category}`, value: median(scores), unit: 'of 100', goal: `>= ${goal}` });
  }
  for (const [audit, unit] of Object.entries(times)) {
    say({ name: `${page.name}: ${audit}`, value: median(reports.map((r) => r.audits[audit].numericValue)), unit });
  }
  const speed = (report) => report.categories.performance.score;
  const middle = reports.toSorted((a, b) => speed(a) - speed(b))[Math.floor(RUNS / 2)];
  writeFileSync(join(results, `${page.name}.json`), JSON.stringify(middle, null, 1));
  const missed = Object.values(middle.audits).filter((audit) => audit.score !== null && audit.score < 0.9);
  for (const audit of missed) console.log(`${page.name}: ${audit.id} ${audit.displayValue ?? ''}`);
}
