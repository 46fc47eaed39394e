/** Every screen, at every size and scheme: accessible, headed, titled, and never wider than the screen. */
import { expect, expectNoSidewaysScroll, expectNoViolations, open, signIn, test } from './fixtures';
import { address, screens } from './screens';

const people = [...new Set(screens.map((screen) => screen.persona))];

for (const persona of people) {
  test(`the screens of ${persona}`, async ({ page }) => {
    const theirs = screens.filter((screen) => screen.persona === persona);
    test.setTimeout(30_000 + theirs.length * 20_000);
    if (persona !== 'nobody') await signIn(page, persona);
    for (const screen of theirs) {
      await test.step(screen.path, async () => {
        await open(page, await address(page, screen.path));
        await expect.soft(page.getByRole('heading', { level: 1 }), screen.path).toHaveCount(1);
        await expect.soft(page.getByRole('heading', { level: 1 }), screen.path).toHaveText(screen.heading);
        await expect.soft(page, screen.path).toHaveTitle(/\S/);
        await expect.soft(page.locator('html'), screen.path).toHaveAttribute('lang', 'it');
        await expectNoViolations(page, screen.path);
        await expectNoSidewaysScroll(page, screen.path);
      });
    }
  });

  test(`the screens of ${persona} fit 320 px`, { tag: '@once' }, async ({ page }) => {
    const theirs = screens.filter((screen) => screen.persona === persona);
    test.setTimeout(30_000 + theirs.length * 10_000);
    await page.setViewportSize({ width: 320, height: 640 });
    if (persona !== 'nobody') await signIn(page, persona);
    for (const screen of theirs) {
      await open(page, await address(page, screen.path));
      await expectNoSidewaysScroll(page, screen.path);
    }
  });
}
