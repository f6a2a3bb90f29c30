import { KINDS } from '../fixtures/kinds.ts';
import { expect, type Page, test } from '../fixtures/test.ts';

const pages = [...KINDS, '/search/?q=kettle'];

const phone = { width: 320, height: 700 };
const desktop = { width: 1280, height: 800 };
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
const LARGE = ':root { font-size: 200% !important }';

async function open(page: Page, path: string) {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

/** Lays a reader's own rules over the page. */
async function restyle(page: Page, css: string) {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** Whether the page as a whole scrolls sideways, and which texts are cut off or lie over one another. */
function findCrowding(page: Page) {
  return page.evaluate(() => {
    const seen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const name = (element: Element) =>
      `${element.localName}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    const faults: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth)
      faults.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
    const boxes: { text: Text; left: number; right: number; top: number; bottom: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (
      let node = walker.nextNode() as Text | null;
      node !== null;
      node = walker.nextNode() as Text | null
    ) {
      const parent = node.parentElement;
      if (
        parent === null ||
        node.data.trim() === '' ||
        !seen(parent) ||
        parent.closest('.sr-only, .skip, option, noscript, svg')
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // A box of letters is higher than the letters: only its middle counts.
      for (const { left, right, top, height } of range.getClientRects())
        if (right - left > 2)
          boxes.push({
            text: node,
            left: left + 1,
            right: right - 1,
            top: top + height * 0.3,
            bottom: top + height * 0.7,
          });
    }
    boxes.sort((a, b) => a.top - b.top);
    for (const [index, box] of boxes.entries())
      for (let next = index + 1; next < boxes.length; next++) {
        const other = boxes[next];
        if (other === undefined || other.top >= box.bottom) break;
        if (other.text !== box.text && other.left < box.right && box.left < other.right)
          faults.push(
            `“${box.text.data.trim().slice(0, 40)}” and “${other.text.data.trim().slice(0, 40)}” lie over one another`,
          );
      }
    for (const element of document.body.querySelectorAll('*')) {
      if (!seen(element) || element.closest('.sr-only, svg, select, textarea, input')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      )
        faults.push(`${name(element)} is cut off`);
    }
    return [...new Set(faults)].slice(0, 10);
  });
}

/** Targets below 24 by 24 pixels that no exception of WCAG 2.5.8 covers. */
function findSmallTargets(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip'),
      )
      .map((element) => {
        // A click on the label is a click on its field.
        const target = element.closest('label') ?? element;
        const { left, top, width, height } = target.getBoundingClientRect();
        return { element, left, top, width, height, x: left + width / 2, y: top + height / 2 };
      });
    const isSmall = ({ width, height }: { width: number; height: number }) =>
      width < 23.9 || height < 23.9;
    const isInSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      const block = element.parentElement?.closest(
        'p, li, dd, dt, td, th, figcaption, blockquote, div, span:not([class])',
      );
      const rest = block?.cloneNode(true) as Element | undefined;
      for (const link of rest?.querySelectorAll('a, button') ?? []) link.remove();
      return (rest?.textContent ?? '').trim().length > 1;
    };
    const isCrowded = (target: (typeof all)[number]) =>
      all.some((other) => {
        if (
          other === target ||
          other.element.contains(target.element) ||
          target.element.contains(other.element)
        )
          return false;
        if (isSmall(other) && Math.hypot(other.x - target.x, other.y - target.y) < 24) return true;
        const dx = Math.max(other.left - target.x, 0, target.x - other.left - other.width);
        const dy = Math.max(other.top - target.y, 0, target.y - other.top - other.height);
        return Math.hypot(dx, dy) < 12;
      });
    return all
      .filter(
        (target) =>
          target.width > 0 && isSmall(target) && !isInSentence(target.element) && isCrowded(target),
      )
      .map(
        ({ element, width, height }) =>
          `${element.outerHTML.slice(0, 90)} is ${Math.round(width)} by ${Math.round(height)}`,
      )
      .slice(0, 10);
  });
}

/** Walks through the page with the Tab key; says where focus is not seen or is covered. */
async function findLostFocus(page: Page) {
  const faults: string[] = [];
  for (let step = 0; step < 2000; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(async () => {
      const element = document.activeElement;
      if (element === null || element === document.body) return { end: true };
      const name = element.outerHTML.slice(0, 110);
      const isOutlined = (candidate: Element | null) => {
        if (candidate === null) return false;
        const { outlineStyle, outlineWidth, opacity } = getComputedStyle(candidate);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && opacity !== '0';
      };
      if (element.getClientRects().length === 0) return { fault: `${name} has no box` };
      // Of a region that scrolls, the part in sight counts.
      const clamp = (value: number, most: number) => Math.min(Math.max(value, 1), most - 1);
      const findHit = () => {
        const [box = new DOMRect()] = element.getClientRects();
        const x = clamp((Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, innerWidth);
        const y = clamp(
          (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
          innerHeight,
        );
        return document.elementFromPoint(x, y);
      };
      const isOwn = (hit: Element | null) =>
        hit !== null &&
        (element.contains(hit) || (element.closest('label')?.contains(hit) ?? false));
      // The browser may scroll to it a few frames later.
      for (let frame = 0; frame < 30 && !isOwn(findHit()); frame++)
        await new Promise(requestAnimationFrame);
      const hit = findHit();
      const count = Number((element as HTMLElement).dataset['walked'] ?? 0);
      (element as HTMLElement).dataset['walked'] = '1';
      if (count > 0) return { end: true };
      if (!isOutlined(element) && !isOutlined(element.parentElement))
        return { fault: `${name} has no outline` };
      return isOwn(hit)
        ? {}
        : { fault: `${name} is covered by ${hit?.outerHTML.slice(0, 60) ?? 'nothing'}` };
    });
    if (found.end) break;
    if (found.fault !== undefined) faults.push(found.fault);
  }
  return faults.slice(0, 10);
}

for (const path of pages) {
  test(`${path} fits a window of 320 pixels, wide spacing and letters of 200 %`, async ({
    page,
  }) => {
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      await open(page, path);
      for (const css of ['', SPACING, LARGE]) {
        await restyle(page, css);
        // A table learns in the next frame that it scrolls now.
        await expect
          .poll(() => findCrowding(page), { message: `${viewport.width} pixels wide, ${css}` })
          .toEqual([]);
      }
    }
  });

  test(`${path} shows where the focus is, and covers it with nothing`, async ({ page }) => {
    test.slow();
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      await open(page, path);
      expect(await findLostFocus(page), `${viewport.width} pixels wide`).toEqual([]);
    }
  });

  test(`${path} has targets that are large enough, or stand apart`, async ({ page }) => {
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      await open(page, path);
      expect(await findSmallTargets(page), `${viewport.width} pixels wide`).toEqual([]);
    }
  });

  test(`${path} has its landmarks once, and headings without a gap`, async ({ page }) => {
    await open(page, path);
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      await expect(page.getByRole(role)).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const ways = await page
      .getByRole('navigation')
      .evaluateAll((elements) =>
        elements.map(
          (element) =>
            element.getAttribute('aria-label') ??
            document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent,
        ),
      );
    expect(new Set(ways).size, 'each navigation has a name of its own').toBe(ways.length);
    const levels = await page
      .getByRole('heading')
      .evaluateAll((elements) => elements.map((element) => Number(element.localName.slice(1))));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test(`${path} stands still for readers who asked for less motion`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .flatMap((element) =>
          [undefined, '::before', '::after'].map(
            (part) => [element, getComputedStyle(element, part)] as const,
          ),
        )
        .filter(
          ([, style]) =>
            /[1-9]/.test(style.transitionDuration) ||
            (style.animationName !== 'none' && /[1-9]/.test(style.animationDuration)) ||
            style.scrollBehavior === 'smooth',
        )
        .map(([element]) => element.outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
  });
}

test.describe('where colours are the reader’s own', () => {
  test.use({ forcedColors: 'active', viewport: desktop });

  const isOutlined = (element: Element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return (
      outlineStyle !== 'none' &&
      Number.parseFloat(outlineWidth) >= 2 &&
      !/^rgba\(.*, 0\)$/.test(outlineColor)
    );
  };
  const isFramed = (element: Element) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
  };

  test('states keep their signs and words', async ({ page }) => {
    await open(page, '/style/');
    for (const state of ['yes', 'no', 'partial', 'unknown', 'not-applicable']) {
      const word = page.locator(`[data-state="${state}"]`).first();
      await expect(word).toHaveText(/\w/);
      expect(
        await word.evaluate((element) => getComputedStyle(element, '::before').content),
      ).toMatch(/^"\S/);
    }
  });

  for (const address of [
    '/articles/what-is-coffee/#what-is-coffee-made-of',
    '/articles/tea-coffee-or-cocoa/#hot-drinks--strength',
    '/glossary/#tannin',
  ]) {
    test(`what ${address} leads to is marked`, async ({ page }) => {
      await page.goto(address);
      expect(await page.locator(':target').evaluate(isOutlined)).toBe(true);
    });
  }

  test('focus, the current page, fields and buttons can be told', async ({ page }) => {
    await open(page, '/articles/what-is-tea/');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').evaluate(isOutlined)).toBe(true);
    const current = page.locator('nav [aria-current]').first();
    const weight = (element: Element) => getComputedStyle(element).fontWeight;
    expect(await current.evaluate(weight)).not.toBe(
      await page.locator('[data-rail] a:not([aria-current])').first().evaluate(weight),
    );
    await open(page, '/search/');
    for (const control of await page
      .locator('main :is(input[type="search"], button):visible')
      .all())
      expect(
        await control.evaluate(isFramed),
        await control.evaluate((element) => element.outerHTML),
      ).toBe(true);
  });

  test('drawings keep their lines, whatever was chosen for the colours', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await open(page, '/articles/life-of-a-cup/');
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('Light');
    const { line, paper } = await page.evaluate(() => ({
      line: getComputedStyle(document.querySelector('[marker-end]') as Element).stroke,
      paper: getComputedStyle(document.body).backgroundColor,
    }));
    const lightness = (colour: string) =>
      Number(/[\d.]+/.exec(colour)?.[0] ?? 0) / (colour.startsWith('rgb') ? 255 : 1);
    expect(Math.abs(lightness(line) - lightness(paper))).toBeGreaterThan(0.5);
  });
});
