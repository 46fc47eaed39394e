import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

/** The three sizes that every screen is drawn for, each in both schemes: six projects. */
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 820, height: 1180 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
} as const;
const schemes = ['light', 'dark'] as const;

/**
 * A test runs in all six projects unless tags say otherwise: with `@phone`, `@tablet` or `@desk` it runs in the light project of each
 * size that is named, with `@once` in the phone's. These are the tests that a project leaves out: those with tags, none of them its own.
 */
function othersThan(size: string, scheme: string): RegExp {
  const own = scheme === 'light' ? [`@${size}`, ...(size === 'phone' ? ['@once'] : [])] : [];
  const any = ['@once', ...Object.keys(sizes).map((name) => `@${name}`)];
  const none = own.length > 0 ? `(?!.*(${own.join('|')})\\b)` : '';
  return new RegExp(`^${none}.*(${any.join('|')})\\b`, 's');
}

function chromium(): string | undefined {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return process.env.CHROME_PATH ?? known.find((path) => existsSync(path));
}

if (!process.env.CASSETTO_URL) {
  throw new Error('CASSETTO_URL names no server: run `cargo xtask test --only browser`, or start one and set it.');
}

export default defineConfig({
  testDir: '.',
  outputDir: process.env.CASSETTO_RESULTS ?? 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // What passes only when it is run again is not held against a change, but named at the end of every run: a bug to be mended.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    baseURL: process.env.CASSETTO_URL,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: Object.entries(sizes).flatMap(([size, use]) =>
    schemes.map((scheme) => ({
      name: `${size}-${scheme}`,
      grepInvert: othersThan(size, scheme),
      use: { ...use, colorScheme: scheme },
    })),
  ),
});
