import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { parseDocument } from 'htmlparser2';
import ogs from 'open-graph-scraper-lite';
import Parser from 'rss-parser';
import { parseSitemap } from 'sitemap';
import { describe, expect, test } from 'vitest';
import { formatDate } from '#domain/date.ts';
import { build } from '../fixtures/build.ts';
import { runWith } from '../fixtures/command.ts';
import { all, attribute, one, text } from '../fixtures/html.ts';
import { makeSite } from '../fixtures/project.ts';
import { drinks } from '../fixtures/settings.ts';
import { readShelf } from '../fixtures/shelf.ts';
import { DIST, SITE } from '../site.ts';

const TITLE = '<b> & "quotes" | ] ) \'one\' 🚀';

const { articles, current, comparisons, topics } = readShelf(`${SITE}/content`);
const read = (path: string, dist = DIST) =>
  readFileSync(join(dist, path.replace(/\/$/, '/index.html')), 'utf8');
const listPages = (dist = DIST) =>
  globSync('**/*.html', { cwd: dist }).map(
    (file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
  );
const toTags = (html: string) =>
  new Map(
    all(parseDocument(html), ({ name }) => name === 'meta').map((tag) => [
      attribute(tag, 'property') ?? attribute(tag, 'name') ?? '',
      attribute(tag, 'content') ?? '',
    ]),
  );
const canonicalOf = (html: string) =>
  attribute(
    one(parseDocument(html), (node) => attribute(node, 'rel') === 'canonical'),
    'href',
  );

describe('preview tags', () => {
  test.each(listPages())('%s has them within the first 8 KB', async (path) => {
    const html = read(path);
    const head = Buffer.from(html).subarray(0, 8192).toString();
    const tags = toTags(head);
    expect(tags.get('og:title')?.length).toBeLessThanOrEqual(75);
    expect(tags.get('og:description')?.length).toBeLessThanOrEqual(200);
    expect(tags.get('twitter:card')).toBe('summary_large_image');
    if (html.includes('rel="canonical"')) expect(tags.get('og:url')).toBe(canonicalOf(html));
    // Another reader of the same tags agrees.
    const { result } = await ogs({ html: head, onlyGetOpenGraphInfo: true });
    expect(result).toMatchObject({
      ogTitle: tags.get('og:title'),
      ogDescription: tags.get('og:description'),
      ogSiteName: drinks.name,
      ogImage: [{ width: '1200', height: '630' }],
    });
    const [image] = result.ogImage ?? [];
    expect(image?.alt).not.toBe('');
    expect(image?.url.startsWith(`${drinks.url}/previews/`)).toBe(true);
    const picture = readFileSync(`${DIST}${image?.url.slice(drinks.url.length) ?? ''}`);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(picture.length).toBeLessThan(40_000);
  });

  test.each(current)('%s says what it is, at its permalink too', async (slug) => {
    const { id = '', title, summary, updated, reviewed = '' } = articles.get(slug) ?? {};
    for (const path of [`/articles/${slug}/`, `/k/${id.slice(3)}/`]) {
      const { result } = await ogs({ html: read(path), onlyGetOpenGraphInfo: true });
      expect(result).toMatchObject({
        ogTitle: title,
        ogDescription: summary,
        ogType: 'article',
        ogUrl: `${drinks.url}/articles/${slug}/`,
        ogImage: [{ url: `${drinks.url}/previews/${id.slice(3)}.png` }],
        articleModifiedTime: updated,
      });
      const tags = toTags(read(path));
      expect(
        ['label1', 'data1', 'label2', 'data2'].map((name) => tags.get(`twitter:${name}`)),
      ).toEqual(['Article', id, 'Reviewed', formatDate(reviewed, drinks.locale)]);
    }
  });

  test('what is no article is a website', () => {
    expect(toTags(read('/')).get('og:type')).toBe('website');
    expect(toTags(read('/glossary/')).get('og:image')).toBe(`${drinks.url}/previews/site.png`);
  });
});

describe('the sitemap', async () => {
  const items = await parseSitemap(Readable.from([readFileSync(`${DIST}/sitemap.xml`)]));
  const days = new Map(items.map(({ url, lastmod }) => [url.slice(drinks.url.length), lastmod]));

  test('lists every page once, by its canonical address, without copies and what search engines must not show', () => {
    const pages = listPages().filter((path) => {
      const html = read(path);
      return (
        !/<meta name="robots" content="noindex"/.test(html) &&
        canonicalOf(html) === `${drinks.url}${path}`
      );
    });
    expect(items.map(({ url }) => url.slice(drinks.url.length)).toSorted()).toEqual(
      pages.toSorted(),
    );
  });

  test('has the days of the content', () => {
    const toDay = (date = '') => (date.length === 7 ? `${date}-01` : date);
    for (const slug of current)
      expect(days.get(`/articles/${slug}/`)).toBe(articles.get(slug)?.updated);
    for (const [id, { asOf }] of comparisons)
      expect(days.get(`/comparisons/${id}/`)).toBe(toDay(asOf));
    const dates = [...comparisons.values()].map(({ asOf }) => toDay(asOf));
    expect(days.get('/comparisons/')).toBe(dates.toSorted().at(-1));
    for (const { id, articles: slugs = [] } of topics) {
      const newest = slugs
        .filter((slug) => current.includes(slug))
        .map((slug) => articles.get(slug)?.updated);
      expect(days.get(`/topics/${id}/`)).toBe(newest.toSorted().at(-1));
    }
  });

  test('is named by robots.txt', () =>
    expect(read('/robots.txt')).toContain(`\nSitemap: ${drinks.url}/sitemap.xml\n`));
});

describe('the feed', async () => {
  const feed = await new Parser().parseString(readFileSync(`${DIST}/feed.xml`, 'utf8'));

  test('holds the articles by their last change, newest first', () => {
    const expected = current
      .map((slug) => ({ slug, id: '', title: '', updated: '', ...articles.get(slug) }))
      .map(({ slug, id, title, updated }) => ({
        title,
        link: `${drinks.url}/articles/${slug}/`,
        guid: `${drinks.url}/k/${id.slice(3)}/#${updated}`,
        isoDate: `${updated}T00:00:00.000Z`,
      }))
      .toSorted((a, b) =>
        a.isoDate === b.isoDate ? (a.guid < b.guid ? -1 : 1) : a.isoDate < b.isoDate ? 1 : -1,
      )
      .slice(0, 50);
    expect(feed.items).toMatchObject(expected);
    expect(feed.items).toHaveLength(expected.length);
  });

  test.each(listPages())('%s leads to it', (path) => {
    const links = all(
      parseDocument(read(path)),
      (node) =>
        attribute(node, 'rel') === 'alternate' && attribute(node, 'type') === 'application/rss+xml',
    );
    expect(links.map((link) => attribute(link, 'href'))).toEqual([
      new URL(feed.feedUrl ?? '').pathname,
    ]);
  });
});

test.each(current)('the structured data of %s says what the page says', (slug) => {
  const html = read(`/articles/${slug}/`);
  const { article, crumbs } = toData(html);
  const page = parseDocument(html);
  const words = text(one(page, ({ name }) => name === 'article'));
  expect(article).toMatchObject({
    headline: text(one(page, ({ name }) => name === 'h1')),
    description: toTags(html).get('description'),
    url: canonicalOf(html),
    image: toTags(html).get('og:image'),
    inLanguage: attribute(
      one(page, ({ name }) => name === 'html'),
      'lang',
    ),
    publisher: { name: drinks.name },
  });
  const own = article as unknown as {
    abstract: string;
    identifier: string;
    dateModified: string;
    author: { name: string };
    mainEntityOfPage: { lastReviewed: string };
  };
  for (const part of [
    own.abstract,
    own.identifier,
    `Reviewed ${formatDate(own.mainEntityOfPage.lastReviewed, drinks.locale)} by ${own.author.name}`,
    ...(own.dateModified === own.mainEntityOfPage.lastReviewed
      ? []
      : [`Last changed ${formatDate(own.dateModified, drinks.locale)}`]),
  ])
    expect(words).toContain(part);
  const [topic] = all(
    one(page, (node) => attribute(node, 'aria-label') === 'Reading order'),
    ({ name }) => name === 'a',
  );
  expect(crumbs.slice(0, -1)).toEqual(
    [
      { name: 'Home', item: `${drinks.url}/` },
      topic && { name: text(topic), item: `${drinks.url}${attribute(topic, 'href')}` },
    ].map((crumb, i) => ({ '@type': 'ListItem', position: i + 1, ...crumb })),
  );
  expect(crumbs.at(-1)).toMatchObject({ name: article['headline'], item: article['url'] });
  expect(article['articleSection']).toBe(crumbs.at(-2)?.name);
});

test(
  'drafts are in no output, no title breaks one, retired articles stand apart, and nothing is drawn twice',
  { timeout: 240_000 },
  async () => {
    const { root, edit } = makeSite();
    const water = readFileSync(join(root, 'content/articles/water.md'), 'utf8');
    const add = (slug: string, id: string, status: string) =>
      writeFileSync(
        join(root, 'content/articles', `${slug}.md`),
        water
          .replace('KB-1002', id)
          .replace('What is water?', `All about ${slug}`)
          .replace('short: Water', `short: About ${slug}`)
          .replace('The drink below all others.', `What ${slug} is.`)
          .replace('status: published', status),
      );
    add('quillwort', 'KB-7777', 'status: draft\nquestions: [Is quillwort a drink?]');
    add('mead', 'KB-1003', 'retired: { on: 2026-02-20, reason: Nobody drinks it. }');
    edit('topics.yaml', '[tea, water]', '[tea, water, quillwort, mead]');
    edit('articles/water.md', 'owner:', 'related: [quillwort]\nowner:');
    edit(
      'articles/water.md',
      'title: What is water?',
      `title: ${JSON.stringify(`${TITLE} ${process.pid}-${Date.now()}`)}`,
    );
    edit(
      'links.lock.json',
      '{\n',
      '{\n  "/articles/mead/": {},\n  "KB-1003": {},\n  "KB-1003#where-it-comes-from": {},\n',
    );
    const settings = { DEV: '1', PROD: '', PUBLIC_BASE_PATH: '/kb/' };
    const pack = () => {
      const { stdout, stderr } = runWith(settings, root, 'pack');
      expect(stderr).toMatch(
        /^content\/articles\/water\.md:\d+ {2}the preview picture cannot show 🚀$/m,
      );
      return stdout;
    };
    expect(build(root, settings)).toMatchObject({ status: 0, stderr: '' });
    expect(pack()).toMatch(/4 preview pictures, [1-4] of them drawn anew/);
    expect(build(root, settings)).toMatchObject({ status: 0, stderr: '' });
    expect(pack()).toContain('4 preview pictures, 0 of them drawn anew');

    const dist = join(root, 'dist');
    const files = globSync('**/*.*', { cwd: dist });
    expect(files.filter((file) => /quillwort|7777/.test(file))).toEqual([]);
    const words = files
      .filter((file) => !/\.(png|br|gz)$/.test(file))
      .map((file) => [file, readWhole(join(dist, file))] as const);
    expect(
      words
        .filter(([, content]) => /quillwort|KB-7777|\/k\/7777/i.test(content))
        .map(([file]) => file),
    ).toEqual([]);

    const html = read('/articles/water/', dist);
    expect(html).toContain('Content-Security-Policy');
    const { result } = await ogs({ html, onlyGetOpenGraphInfo: true });
    expect(result.ogTitle).toContain(TITLE);
    expect(result.ogUrl).toBe(`${drinks.url}/kb/articles/water/`);
    expect(result.ogImage?.[0]?.url).toBe(`${drinks.url}/kb/previews/1002.png`);
    expect(toData(html).article['headline']).toBe(result.ogTitle);
    const feed = await new Parser().parseString(read('/feed.xml', dist));
    expect(feed.items.map(({ title }) => title)).toEqual(['Tea vs coffee', result.ogTitle]);
    const urls = (await parseSitemap(Readable.from([read('/sitemap.xml', dist)]))).map(
      ({ url }) => url,
    );
    expect(urls).toContain(`${drinks.url}/kb/articles/tea/`);
    expect(urls).not.toContain(`${drinks.url}/kb/articles/mead/`);
    expect(toTags(read('/k/1003/', dist)).get('twitter:data2')).toBe('20 February 2026');
  },
);

// The index of search is compressed.
function readWhole(file: string): string {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

interface Crumb {
  name: string;
  item: string;
}

function toData(html: string): { article: Record<string, unknown>; crumbs: Crumb[] } {
  const script = one(
    parseDocument(html),
    (node) => attribute(node, 'type') === 'application/ld+json',
  );
  const data = JSON.parse(text(script)) as {
    '@graph': [Record<string, unknown>, { itemListElement: Crumb[] }];
  };
  return { article: data['@graph'][0], crumbs: data['@graph'][1].itemListElement };
}
