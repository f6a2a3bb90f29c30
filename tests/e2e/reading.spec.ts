import { expect, type Locator, test } from '../fixtures/test.ts';
import { readShelf } from '../fixtures/shelf.ts';

const { current, comparisons, topics } = readShelf('tests/fixtures/shelf');

test.describe('reading an article', () => {
  for (const slug of current) {
    test(`${slug} opens with its answer and says how sure it is`, async ({ page }) => {
      await page.goto(`/articles/${slug}/`);
      const article = page.getByRole('article');
      await expect(article.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(article.getByText('The short answer')).toBeVisible();
      await expect(article.getByRole('link', { name: /^KB-\d{4}, permanent link$/ })).toBeVisible();
      await expect(article.getByText(/^Reviewed \d+ \w+ \d{4} by /)).toBeVisible();
      await expect(
        page.getByRole('navigation', { name: 'Reading order' }).getByRole('link').first(),
      ).toHaveAttribute('href', /^\/topics\//);
      const hasCitations = (await article.locator('sup[data-marks]').count()) > 0;
      await expect(article.getByRole('heading', { name: 'Sources' })).toHaveCount(
        hasCitations ? 1 : 0,
      );
      await expect(article.getByRole('heading', { name: 'Related articles' })).toBeVisible();
      // What to read next comes before the evidence, which is long.
      const last = await article.getByRole('heading', { level: 2 }).allTextContents();
      expect(last.map((text) => text.trim()).slice(hasCitations ? -3 : -2)).toEqual([
        'Related articles',
        topics.some(({ sections = [] }) => sections.some(({ articles }) => articles.includes(slug)))
          ? 'In this section'
          : 'In this topic',
        ...(hasCitations ? ['Sources'] : []),
      ]);
    });

    test(`${slug} leads from its contents to each section`, async ({ page }) => {
      await page.goto(`/articles/${slug}/`);
      const contents = page.getByRole('navigation', { name: 'On this page' });
      const first = contents.getByRole('link').first();
      await first.click();
      const name = (await first.textContent()) ?? '';
      await expect(page.locator(':target')).toBeInViewport();
      await expect(page.locator(':target')).toHaveText(name);
      expect(new URL(page.url()).hash).toMatch(/^#[a-z][a-z0-9-]*$/);
    });
  }

  test('a review that is overdue is said to be, on any day and on no earlier one', async ({
    page,
  }) => {
    const due = page.getByRole('article').getByText(/\(overdue\)/);
    for (const [today, isOverdue] of [
      ['2026-02-01', false],
      ['2026-02-02', true],
    ] as const) {
      await page.clock.setFixedTime(`${today}T12:00:00Z`);
      await page.goto('/articles/water-hardness/');
      await page.waitForLoadState('networkidle');
      await expect(due).toHaveCount(isOverdue ? 1 : 0);
    }
  });

  test('a picture has its place before it comes, within the text, and one in a sentence stays there', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 400 });
    await page.route(/\.svg$/, (route) => route.abort());
    await page.goto('/articles/water-hardness/');
    const strip = page.getByRole('img', { name: /^A strip with three fields/ });
    const text = page.locator('p', { has: strip });
    await strip.scrollIntoViewIfNeeded();
    const box = await strip.boundingBox();
    const column = await text.boundingBox();
    expect(box?.width).toBe(column?.width);
    expect(box?.height).toBeCloseTo((box?.width ?? 0) / 6, 0);
    await page.unroute(/\.svg$/);
    await page.reload();
    await strip.scrollIntoViewIfNeeded();
    await expect
      .poll(() => strip.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(2400);
    expect((await strip.boundingBox())?.height).toBeCloseTo(box?.height ?? 0, 0);
    const drop = page.getByRole('img', { name: 'Drop' });
    const sentence = page.locator('p', { has: drop });
    expect(await drop.evaluate((image) => getComputedStyle(image).display)).toBe('inline');
    await expect(sentence).toHaveText(/^Each\s+on it stands for a degree/);
    await expect(sentence.getByRole('link')).toHaveAttribute(
      'href',
      '/articles/what-is-tea/#what-helps',
    );
  });

  test('a citation leads to its source, which is dated', async ({ page }) => {
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const citation = page.getByRole('link', { name: /^Source 1a?$/ }).first();
    await citation.press('Enter');
    const source = page.locator(':target');
    await expect(source).toBeInViewport();
    await expect(page.locator('li', { has: source }).or(source).first()).toContainText(
      /Checked .+ \d{4}/,
    );
    // The entry is tinted too when a place in it is arrived at.
    for (const hash of ['#source-1', '#source-1b']) {
      await page.goto(`/articles/tea-coffee-or-cocoa/${hash}`);
      const entry = page.getByRole('listitem').filter({ has: page.locator('[data-publisher]') });
      await expect(entry.first()).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
      await expect(entry.nth(1)).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    }
  });

  test('a term leads to its entry in the glossary', async ({ page }) => {
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const term = page.getByRole('article').locator('a[href^="/glossary/#"]').first();
    const id = (await term.getAttribute('href'))?.split('#')[1] ?? '';
    await term.click();
    await expect(page).toHaveURL(`/glossary/#${id}`);
    await expect(page.locator(`#${id}`)).toBeInViewport();
  });

  test('on a phone the contents open below the answer', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const list = page.getByRole('navigation', { name: 'On this page' });
    await expect(list.getByRole('link').first()).toBeHidden();
    await list.getByText('On this page').locator('visible=true').click();
    await expect(list.getByRole('link').first()).toBeVisible();
  });

  test('the contents follow the reading, and only the rail scrolls for them', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 420 });
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const current = contents.locator('[aria-current="true"]');
    await expect(current).toHaveCount(0);
    for (const at of [8, 2]) {
      const heading = page.locator('[data-prose] h2[id]').nth(at);
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      const top = await page.evaluate(() => window.scrollY);
      await expect(current).toHaveText((await heading.textContent()) ?? '');
      await expect(current).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => window.scrollY)).toBe(top);
    }
  });

  test('above its title it leads to the articles before and after it, and to its topic', async ({
    page,
  }) => {
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const topic = page.getByRole('navigation', { name: 'In this topic' }).getByRole('listitem');
    const names = (await topic.allTextContents()).map((name) => name.trim());
    const here = (await topic.locator('[aria-current="page"]').textContent()) ?? '';
    const at = names.indexOf(here.trim());
    const order = page.getByRole('navigation', { name: 'Reading order' });
    await expect(order).toContainText(`${at + 1} of ${names.length}`);
    await expect(order.locator('[rel="prev"]')).toHaveText(`‹ ${names[at - 1] ?? ''}`);
    await expect(order.locator('[rel="next"]')).toHaveText(`${names[at + 1] ?? ''} ›`);
    await order.getByRole('link').first().click();
    await expect(page).toHaveURL('/topics/start/');
  });

  test('what vouches for it stands beside its answer where there is room, and below it elsewhere', async ({
    page,
  }) => {
    const answer = page.getByText('The short answer').locator('..');
    const evidence = page.getByText(/^Reviewed \d/).locator('..');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const [text, margin] = [await answer.boundingBox(), await evidence.boundingBox()];
    expect(margin?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    expect(margin?.y).toBeLessThan((text?.y ?? 0) + (text?.height ?? 0));
    await page.setViewportSize({ width: 820, height: 900 });
    const [above, below] = [await answer.boundingBox(), await evidence.boundingBox()];
    expect(below?.x).toBe(above?.x);
    expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
  });

  test('code scrolls within its block, and is a stop for the keyboard only then', async ({
    page,
  }) => {
    await page.goto('/articles/morning-rush/');
    const code = page.locator('pre > code').first();
    await expect(code).toHaveAttribute('tabindex', '0');
    await page.getByRole('link').first().focus();
    await expect(code).not.toHaveAttribute('tabindex');
    await page.setViewportSize({ width: 320, height: 700 });
    await expect(code).toHaveAttribute('tabindex', '0');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test.describe('finding the way', () => {
  for (const width of [390, 820, 1440, 1920])
    test(`the title of every page stands at the same place in a window of ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      const places = new Map<string, string>();
      for (const path of [
        '/',
        '/articles/tea-coffee-or-cocoa/',
        '/topics/start/',
        '/comparisons/',
        '/comparisons/brewing/',
        '/glossary/',
        '/sources/',
        '/accessibility/',
        '/suggest/',
        '/404.html',
      ]) {
        await page.goto(path);
        const title = page.getByRole('heading', { level: 1 });
        // A page may still be on its way to what it shows.
        await expect(async () => {
          const box = await title.evaluate((element) => element.getBoundingClientRect().toJSON());
          // Above the title stands one line, which may take two on a phone.
          places.set(path, `${box.x}, ${width === 390 ? '' : box.y}`);
        }).toPass();
      }
      expect([...new Set(places.values())], JSON.stringify([...places])).toHaveLength(1);
    });

  test('the header, the title and the footer share their left edges', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/articles/tea-coffee-or-cocoa/');
    const left = async (part: Locator) => Math.round((await part.boundingBox())?.x ?? 0);
    const title = await left(page.getByRole('heading', { level: 1 }));
    expect(await left(page.getByRole('navigation', { name: 'Sections' }))).toBe(title);
    expect(await left(page.getByRole('contentinfo').last().getByRole('paragraph'))).toBe(title);
  });

  test('home leads to every article in one click', async ({ page }) => {
    await page.goto('/');
    for (const slug of current)
      await expect(page.locator(`main a[href="/articles/${slug}/"]`).first()).toBeVisible();
  });

  test('a comparison shows its question, its answer and rows of its table, down to a small phone', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/');
    for (const [id, { article }] of comparisons) {
      const teaser = page.locator(`section[aria-labelledby="teaser-${id}"]`);
      await expect(teaser.getByRole('heading').getByRole('link')).toHaveAttribute(
        'href',
        `/articles/${article}/`,
      );
      await expect(teaser.getByRole('rowheader')).toHaveCount(2);
      await expect(teaser.getByRole('table')).toBeVisible();
      await expect(teaser.getByRole('link', { name: /^See all \d+ rows/ })).toHaveAttribute(
        'href',
        `/comparisons/${id}/`,
      );
    }
  });

  test('a page tells in the header which part of the site it belongs to', async ({ page }) => {
    const current = page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current]');
    await page.goto('/comparisons/brewing/');
    await expect(current).toHaveText('Comparisons');
    await page.goto('/topics/care/');
    await expect(current).toHaveText('Topics');
    await page.goto('/');
    await expect(current).toHaveCount(0);
  });

  test('the letters of the glossary lead to their first terms', async ({ page }) => {
    await page.goto('/glossary/');
    await page
      .getByRole('navigation', { name: 'Terms by letter' })
      .getByRole('link', { name: 'M', exact: true })
      .click();
    await expect(page.locator(':target dt')).toHaveText(/^m/i);
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('the topics stand in the order of their file', async ({ page }) => {
    await page.goto('/');
    const headings = page
      .getByRole('region', { name: 'Contents' })
      .getByRole('heading', { level: 3 });
    await expect(headings).toHaveText(
      topics.filter(({ articles }) => articles !== undefined).map(({ title }) => title),
    );
  });

  for (const path of [
    ...topics.map(({ id }) => `/topics/${id}/`),
    '/comparisons/',
    '/glossary/',
    '/sources/',
    '/search/',
  ]) {
    test(`${path} is there`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    });
  }

  for (const [id, { article }] of comparisons) {
    test(`the table ${id} has a page of its own that leads to its article`, async ({ page }) => {
      await page.goto(`/comparisons/${id}/`);
      await expect(page.getByRole('table', { name: /./ })).toHaveCount(1);
      await page.getByRole('link', { name: 'Read the article' }).click();
      await expect(page).toHaveURL(`/articles/${article}/`);
    });
  }

  test('an address that does not exist answers 404 and offers the search', async ({ page }) => {
    expect((await page.goto('/no/such/page/'))?.status()).toBe(404);
    await expect(page.getByRole('searchbox')).toBeVisible();
  });
});

for (const path of [
  '/',
  '/articles/tea-coffee-or-cocoa/',
  '/articles/who-cleans-what/',
  '/comparisons/brewing/',
  '/glossary/',
  '/sources/',
  '/search/?q=kettle',
]) {
  test(`${path} never scrolls sideways on a small phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('on paper the table is whole and the chrome is gone', async ({ page }) => {
  await page.goto('/articles/tea-coffee-or-cocoa/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expect(page.getByText(/^https:.*\/k\/1001\/$/)).toBeVisible();
});

test('on paper a table of any width is whole, and the text keeps its size', async ({ page }) => {
  await page.goto('/articles/water-hardness/');
  const size = () =>
    page.getByText('hard water leaves a ring').evaluate((text) => getComputedStyle(text).fontSize);
  await page.emulateMedia({ media: 'print' });
  const before = await size();
  // A4 between its margins; what is wider makes a browser shrink the whole page.
  await page.setViewportSize({ width: 672, height: 900 });
  const tables = page.getByRole('table');
  await expect(tables).toHaveCount(3);
  for (const table of await tables.all()) {
    const { x = 0, width = 0 } = (await table.boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(672);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(672);
  expect(await size()).toBe(before);
});

test('the footnotes are named, and no stop of the keyboard among them is unseen', async ({
  page,
}) => {
  await page.goto('/articles/water-hardness/');
  const mark = page
    .getByRole('link', { name: '1', exact: true })
    .and(page.locator('sup a[href^="#user-content"]'));
  await expect(mark).toHaveAccessibleDescription('Footnotes');
  await expect(page.getByText('Footnotes', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Footnotes' })).toHaveCount(0);
  for (const link of await page.locator('[data-footnotes] a').all())
    await expect(link).toBeVisible();
});

for (const width of [320, 390, 1440])
  test(`a state machine is drawn whole in ${width} pixels, in letters that can be read, and named once`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/articles/life-of-a-cup/');
    const drawing = page.getByRole('img', { name: /^The states of a cup: clean to full by pour/ });
    await expect(drawing).toHaveCount(1);
    const seen = drawing.locator('svg:visible');
    await expect(seen).toHaveCount(1);
    const { left, right, letters } = await seen.evaluate((svg: SVGSVGElement) => {
      const box = svg.getBoundingClientRect();
      const scale = box.width / svg.viewBox.baseVal.width;
      const sizes = [...svg.querySelectorAll('text')].map((text) =>
        Number.parseFloat(getComputedStyle(text).fontSize),
      );
      return { left: box.left, right: box.right, letters: Math.min(...sizes) * scale };
    });
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(letters).toBeGreaterThan(11.5);
  });

test('paper shows the wide drawing of a state machine', async ({ page }) => {
  await page.goto('/articles/life-of-a-cup/');
  const drawings = page.locator('svg:has([marker-end])');
  await page.emulateMedia({ media: 'print' });
  for (const width of [600, 900]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(drawings.first()).toBeVisible();
    await expect(drawings.last()).toBeHidden();
  }
});

test('on a phone a state and its meaning stand above what leads out of it and what it keeps', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto('/articles/life-of-a-cup/');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'full' }) });
  const boxes = await row
    .locator('th, td')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect));
  const [state, meaning, ways, keeps] = boxes;
  expect(boxes).toHaveLength(4);
  expect(state?.bottom).toBeLessThanOrEqual((meaning?.top ?? 0) + 1);
  expect(meaning?.bottom).toBeLessThanOrEqual((ways?.top ?? 0) + 1);
  expect(ways?.top).toBe(keeps?.top);
  expect(ways?.width).toBeGreaterThanOrEqual(150);
  expect(keeps?.width).toBeGreaterThanOrEqual(150);
});
