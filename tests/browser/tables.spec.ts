/** Tables where there is little room: no column is out of sight, and no tag is of two lines. */
import type { Page } from '@playwright/test';
import { expect, open, signIn, test, type Persona } from './fixtures';
import { address } from './screens';

/** Lists of every kind, by who reads them. */
const lists: [Persona, string[]][] = [
  ['titolare', ['/azienda/{company}/pagamenti', '/azienda/{company}/uniemens', '/azienda/{company}/crediti', '/azienda/{company}/note-rettifica']],
  ['consulente', ['/richieste', '/evidenze', '/note', '/clienti']],
  ['operatore', ['/coda', '/coda?pagina=tutte']],
  ['responsabile', ['/sede', '/protocollo?vista=cerca&cerca=e', '/protocollo?vista=chiusi']],
  ['revisore', ['/registro']],
];

/** What is wrong with the tables of a page. */
async function wrong(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const right = (element: Element) => element.getBoundingClientRect().right;
    const name = (element: Element) => element.textContent?.trim().slice(0, 60) ?? '';
    for (const table of document.querySelectorAll('main .table-wrap')) {
      const room = Math.min(right(table), document.documentElement.clientWidth) + 1;
      for (const cell of table.querySelectorAll('tbody :is(th, td)')) {
        const inside = [cell, ...cell.querySelectorAll('*')].filter((part) => part.getClientRects().length > 0);
        if (inside.some((part) => right(part) > room)) found.push(`out of sight: ${name(cell)}`);
      }
    }
    // The grid of clients is scrolled below its frozen columns: the last of them comes into sight.
    for (const grid of document.querySelectorAll('main .grid')) {
      grid.scrollLeft = grid.scrollWidth;
      const last = [...grid.querySelectorAll('[role="columnheader"]')].at(-1);
      if (!last || right(last) > right(grid) + 1) found.push(`out of reach: ${last ? name(last) : 'every column'}`);
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(grid).overflowX);
      if (grid.scrollWidth > grid.clientWidth && !scrolls) found.push('the grid does not scroll');
      grid.scrollLeft = 0;
    }
    for (const tag of document.querySelectorAll('main :is(.table-wrap, .grid) .tag')) {
      const lines = tag.getBoundingClientRect().height / parseFloat(getComputedStyle(tag).lineHeight);
      if (lines > 1.6) found.push(`a tag of ${lines.toFixed(1)} lines: ${name(tag)}`);
    }
    return found;
  });
}

for (const [persona, paths] of lists) {
  test(`on a tablet the lists of ${persona} have every column in sight`, { tag: '@tablet' }, async ({ page, viewport }) => {
    test.setTimeout(30_000 + paths.length * 20_000);
    await signIn(page, persona);
    for (const path of paths) {
      await test.step(path, async () => {
        await page.setViewportSize(viewport!);
        await open(page, await address(page, path));
        await expect(page.locator('main :is(.table-wrap, .grid)').filter({ visible: true }), path).not.toHaveCount(0);
        // As it is, held the other way, and as narrow as a tablet can be.
        for (const width of [viewport!.width, 1180, 768]) {
          await page.setViewportSize({ width, height: viewport!.height });
          await expect.poll(() => wrong(page), `${path}, ${width} px wide`).toEqual([]);
        }
      });
    }
  });
}

test('at a desk the headings of a list stand on one line, each over its column', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'titolare');
  for (const path of ['/azienda/{company}/uniemens', '/azienda/{company}/crediti']) {
    await open(page, await address(page, path));
    const table = page.locator('main .table-rows').filter({ has: page.locator('.sort') }).first();
    await expect(table.locator('thead .cell-number .sort'), path).not.toHaveCount(0);
    const [lines, icons, edges] = await table.evaluate((table) => {
      const round = (values: number[]) => [...new Set(values.map(Math.round))];
      const sorts = [...table.querySelectorAll('thead .sort')];
      const words = (sort: Element) => {
        const range = document.createRange();
        range.selectNodeContents(sort.firstChild!);
        return range.getBoundingClientRect();
      };
      // Below the words of a column of numbers its numbers end, not the icon.
      const ends = [...table.querySelectorAll('thead .cell-number')].map((head) => {
        const { right } = words(head.querySelector('.sort') ?? head);
        return right - head.getBoundingClientRect().right + parseFloat(getComputedStyle(head).paddingInlineEnd);
      });
      return [round(sorts.map((sort) => words(sort).top)), round(sorts.map((sort) => sort.querySelector('.icon')!.getBoundingClientRect().top)), round(ends)];
    });
    expect(lines, `${path}: words`).toHaveLength(1);
    expect(icons, `${path}: icons`).toHaveLength(1);
    expect(edges.map(Math.abs), `${path}: right edges`).toEqual([0]);
  }
});

test('columns come back where there is room for them', { tag: '@tablet' }, async ({ page, viewport }) => {
  await signIn(page, 'consulente');
  await open(page, '/richieste');
  const [cards, columns] = ['.table-cards', '.table-rows'].map((drawn) => page.locator(`main ${drawn}`));
  await expect(cards!).toHaveCount(1);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(columns!).toHaveCount(1);
  await expect(columns!.getByRole('columnheader').last()).toBeVisible();
  await page.setViewportSize(viewport!);
  await expect(cards!).toHaveCount(1);
  // A card leads where its row did.
  await cards!.getByRole('row').filter({ has: page.getByRole('rowheader') }).first().click();
  await expect(page).toHaveURL(/\/richieste\/[^/?]+$/);
});
