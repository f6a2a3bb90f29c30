import { expect, type Locator, test } from '../fixtures/test.ts';

const boxes = async (locator: Locator) =>
  Promise.all((await locator.all()).map(async (one) => (await one.boundingBox()) ?? undefined));

for (const width of [320, 820, 1440])
  test(`stacks stand side by side on one line, on ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const drawing = page.getByRole('group', { name: /a strainer between the drink/ });
    const frame = await drawing.boundingBox();
    const titles = await boxes(drawing.getByText(/^(Tea|Filter coffee|Cocoa)$/).locator('..'));
    const columns = new Set(titles.map((title) => Math.round(title?.x ?? 0)));
    expect(columns.size).toBe(3);
    const line = await boxes(drawing.getByText('trust boundary'));
    expect(line).toHaveLength(1);
    expect(line[0]).toMatchObject({ x: frame?.x, width: frame?.width });
    const foot = (line[0]?.y ?? 0) + (line[0]?.height ?? 0);
    for (const [part, list] of (await boxes(drawing.getByRole('list'))).entries())
      if (part % 2 === 0) expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThan(foot);
      else expect(list?.y).toBeGreaterThan(foot);
    expect(await drawing.evaluate((own) => own.scrollWidth - own.clientWidth)).toBe(0);
  });

for (const width of [390, 820, 1440])
  test(`a decision is a list of the same height, on ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/articles/morning-rush/');
    const rows = page.getByRole('group', { name: /^A guest in a hurry/ }).getByRole('listitem');
    const [first, second] = await boxes(rows);
    expect(first?.height).toBeLessThan(45);
    expect(second?.y).toBeGreaterThan(first?.y ?? 0);
  });

for (const [width, columns] of [
  [390, 1],
  [820, 1],
  [1100, 3],
  [1440, 3],
] as const)
  test(`verdicts on three subjects are a list or stand in three columns, on ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/comparisons/hot-drinks/');
    const verdicts = await boxes(page.getByText('Choose it when').locator('..'));
    expect(verdicts).toHaveLength(3);
    expect(new Set(verdicts.map((verdict) => verdict?.x)).size).toBe(columns);
    for (const verdict of verdicts) expect(verdict?.width).toBeGreaterThan(15 * 18);
  });

for (const [width, columns] of [
  [390, 1],
  [1440, 2],
] as const)
  test(`verdicts on four subjects are a list or stand in two columns, on ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/style/');
    const verdicts = await boxes(page.getByText(/of four\.$/).locator('..'));
    expect(verdicts).toHaveLength(4);
    expect(new Set(verdicts.map((verdict) => verdict?.x)).size).toBe(columns);
  });
