/** Every screen, at every size and in both schemes: accessible, headed, titled, and never wider than the screen. */
import { COLOURS, expect, expectNoSidewaysScroll, expectNoViolations, open, signIn, test } from './fixtures';
import { address, screens } from './screens';

/** The narrowest screen there is. */
const NARROWEST = { width: 320, height: 640 };
const people = [...new Set(screens.map((screen) => screen.persona))];

for (const persona of people) {
  // One visit for both schemes: opening a screen takes longer than looking at it.
  test(`the screens of ${persona}`, { tag: ['@phone', '@tablet', '@desk'] }, async ({ page, viewport, isMobile }) => {
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
        await page.emulateMedia({ colorScheme: 'dark' });
        await expectNoViolations(page, `${screen.path}, dark`, COLOURS);
        await page.emulateMedia({ colorScheme: 'light' });
        await expectNoSidewaysScroll(page, screen.path);
        if (isMobile && viewport && viewport.width < 600) {
          await page.setViewportSize(NARROWEST);
          await expectNoSidewaysScroll(page, `${screen.path}, at ${NARROWEST.width} px`);
          await page.setViewportSize(viewport);
        }
      });
    }
  });
}
