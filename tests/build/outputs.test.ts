import { globSync, readFileSync, statSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDocument } from 'htmlparser2';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { toFile } from '#domain/linking/copies.ts';
import { articlePath, markdownPath } from '#domain/linking/permalink.ts';
import type { ApiArticle, ApiArticles, ApiComparison, ApiLinks } from '#schemas/api.ts';
import { drinks } from '../fixtures/settings.ts';
import { all, attribute, text } from '../fixtures/html.ts';
import { readShelf } from '../fixtures/shelf.ts';
import { DIST, SITE } from '../site.ts';

const read = (path: string) => readFileSync(`${DIST}${path}`, 'utf8');
const shelf = readShelf(`${SITE}/content`);
const readJson = <T>(path: string) => JSON.parse(read(path)) as T;
const toLocal = (url: string) => url.slice(drinks.url.length);
const articles = readJson<ApiArticles>('/api/articles.json').articles;
const documents = articles.map(({ json }) => readJson<ApiArticle>(toLocal(json)));
const comparisons = [...shelf.comparisons.keys()].map((id) =>
  readJson<ApiComparison>(`/api/comparisons/${id}.json`),
);

// Ajv's formats are CommonJS, whose default export Node and TypeScript see differently.
const { default: formats } = (await import('ajv-formats')) as unknown as {
  default: { default?: (ajv: Ajv2020) => void };
};
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
(formats.default ?? (formats as (ajv: Ajv2020) => void))(ajv);
for (const file of globSync(`${DIST}/api/schema/*.json`))
  ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')));

const anchors = new Map<string, Set<string>>();
const resolves = (url: string): boolean => {
  if (!url.startsWith(`${drinks.url}/`)) return false;
  const [path = '', anchor] = decodeURI(toLocal(url))
    .replace(/\?[^#]*/, '')
    .split('#');
  const file = [path, `/${toFile(path)}`]
    .map((name) => `${DIST}${name}`)
    .find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
  if (file === undefined) return false;
  if (!anchors.has(file))
    anchors.set(
      file,
      new Set(
        all(parseDocument(readFileSync(file, 'utf8')), () => true).map(
          (node) => attribute(node, 'id') ?? '',
        ),
      ),
    );
  return anchor === undefined || anchors.get(file)?.has(anchor) === true;
};

test.each(globSync(`${DIST}/api/**/*.json`, { exclude: [`${DIST}/api/schema/**`] }))(
  '%s is what its schema says',
  (file) => {
    const document = JSON.parse(readFileSync(file, 'utf8')) as { $schema: string };
    expect(resolves(document.$schema)).toBe(true);
    ajv.validate(document.$schema, document);
    expect(ajv.errors ?? []).toEqual([]);
  },
);

test('a schema refuses a document with a field too many, too few, or of another form', () => {
  const [document] = documents;
  const refused = [
    { ...document, more: 1 },
    { ...document, title: undefined },
    { ...document, updated: 'yesterday' },
    { ...document, url: 'here' },
  ];
  for (const wrong of refused)
    expect(ajv.validate(document?.$schema ?? '', JSON.parse(JSON.stringify(wrong)))).toBe(false);
});

test('every article and every heading has an address that never changes and one that readers see', () => {
  expect(articles.map(({ url }) => url).toSorted()).toEqual(
    shelf.current.map((slug) => `${drinks.url}${articlePath(slug)}`),
  );
  const headings = articles.flatMap((article) => article.headings);
  expect(headings.length).toBeGreaterThan(articles.length);
  const addresses = [...articles, ...headings].flatMap(({ url, permalink }) => [url, permalink]);
  expect(addresses.filter((url) => !resolves(url))).toEqual([]);
});

test('the prose as HTML is that of the page, with links that lead to the same places from anywhere', () => {
  for (const document of documents) {
    const page = parseDocument(read(`${toLocal(document.url)}index.html`));
    const [prose] = all(page, (node) => attribute(node, 'data-prose') !== undefined);
    const html = parseDocument(document.html);
    // The tools of a table and the questions of a chooser are for their page alone.
    const toIds = (root: Parameters<typeof all>[0]) =>
      all(root, (node) => attribute(node, 'id') !== undefined && node.name !== 'input').map(
        (node) => attribute(node, 'id'),
      );
    const own = (id: string | undefined) => !/--(title|reasons)$/.test(id ?? '');
    expect(toIds(html).filter(own)).toEqual(toIds(prose ?? html).filter(own));
    expect(all(html, ({ name }) => name === 'script' || name === 'form')).toEqual([]);
    const links = all(html, ({ name }) => name === 'a').map(
      (link) => attribute(link, 'href') ?? '',
    );
    expect(
      links.filter(
        (link) =>
          !/^(https:|mailto:)/.test(link) || (link.startsWith(drinks.url) && !resolves(link)),
      ),
    ).toEqual([]);
  }
});

test('every address ever published leads to where it is now', () => {
  const { links } = readJson<ApiLinks>('/api/links.json');
  const ledger = JSON.parse(readFileSync(`${SITE}/content/links.lock.json`, 'utf8')) as Record<
    string,
    { to?: string }
  >;
  expect(Object.keys(links)).toEqual(Object.keys(ledger));
  const broken = Object.entries(links).filter(
    ([, link]) =>
      link.state !== 'gone' && !(resolves(link.to) && resolves(link.url.split('#')[0] ?? '')),
  );
  expect(broken).toEqual([]);
  const moved = Object.values(links).filter(({ state }) => state === 'moved');
  expect(moved).toHaveLength(Object.values(ledger).filter(({ to }) => to !== undefined).length);
});

test('a comparison has a cell with sources for each subject, and rows that can be linked to', () => {
  for (const { subjects, groups } of comparisons) {
    const rows = groups.flatMap(({ criteria }) => criteria);
    for (const { anchor, url, permalink, cells } of rows) {
      expect(
        [url, permalink].filter((address) => !resolves(address) || !address.endsWith(`#${anchor}`)),
      ).toEqual([]);
      expect(cells.map(({ subject }) => subject)).toEqual(subjects.map(({ id }) => id));
      expect(
        cells.filter(({ state, sources }) => sources.length === 0 && state !== 'not-applicable'),
      ).toEqual([]);
    }
  }
});

test('each page names its Markdown, at its permalink too', () => {
  for (const { id, url, markdownUrl } of articles) {
    for (const path of [toLocal(url), `/k/${id.slice(3)}/`]) {
      const [link] = all(
        parseDocument(read(`${path}index.html`)),
        ({ attribs }) => attribs['type'] === 'text/markdown',
      );
      expect(link?.attribs).toMatchObject({ rel: 'alternate', href: toLocal(markdownUrl) });
    }
  }
});

test('an independent parser reads the Markdown as the page: title, headings, tables, links, and no markup', () => {
  const parser = new MarkdownIt({ html: true });
  for (const { url, title, id, answer, headings, markdown, markdownUrl, reviewed } of documents) {
    expect(read(toLocal(markdownUrl))).toBe(markdown);
    const tokens = parser.parse(markdown, {});
    // What Markdown has no sign for stays as it is.
    const signs = tokens
      .flatMap((token) => [token, ...(token.children ?? [])])
      .filter(({ type, content }) => /^html_/.test(type) && !/^<(\/?su[bp]|br)>$/.test(content));
    expect(signs).toEqual([]);
    const html = parseDocument(parser.render(markdown));
    expect(all(html, ({ name }) => name === 'h1').map(text)).toEqual([title]);
    expect(all(html, ({ name }) => /^h[2-6]$/.test(name)).map(text)).toEqual(
      expect.arrayContaining(headings.map((heading) => heading.text)),
    );
    const words = text({ children: html.children } as never);
    for (const part of [id, answer, reviewed ?? 'Not reviewed yet'])
      expect(words).toContain(part.replace(/\s+/g, ' '));
    const links = all(html, ({ name }) => name === 'a').map(
      (link) => attribute(link, 'href') ?? '',
    );
    expect(
      links.filter(
        (link) =>
          !/^(https:|mailto:)/.test(link) || (link.startsWith(drinks.url) && !resolves(link)),
      ),
    ).toEqual([]);
    // What the page says in cells, items and code stands in the Markdown too.
    const page = parseDocument(read(`${toLocal(url)}index.html`));
    const [prose] = all(page, (node) => attribute(node, 'data-prose') !== undefined);
    for (const code of all(
      prose ?? page,
      ({ name, parent }) => name === 'code' && (parent as { name?: string } | null)?.name === 'pre',
    ))
      expect(markdown.replace(/\s+/g, ' ')).toContain(text(code));
    const plain = words.replace(/\W+/g, '');
    const missing = all(
      prose ?? page,
      ({ name, parent }) =>
        name === 'caption' ||
        name === 'b' ||
        (name === 'p' && /^t[hd]$/.test((parent as { name?: string } | null)?.name ?? '')),
    )
      .map(text)
      .filter((line) => !plain.includes(line.replace(/\W+/g, '')));
    expect(missing).toEqual([]);
    if (headings.length > 0 && read(`${toLocal(url)}index.html`).includes('id="sources"'))
      expect(markdown).toContain('\n## Sources\n\n1. ');
  }
});

test('llms.txt has a title, a summary, and sections of links that lead to Markdown', () => {
  const llms = read('/llms.txt');
  expect(llms).toMatch(/^# .+\n\n> .+\n\n[^#>]+\n\n## /);
  const links = [...llms.matchAll(/^- \[.+\]\((https:\S+)\): .+$/gm)].map(([, url = '']) => url);
  expect(links.filter((url) => url.endsWith('.md')).toSorted()).toEqual(
    shelf.current.map((slug) => `${drinks.url}${markdownPath(slug)}`).toSorted(),
  );
  expect(links.filter((url) => !resolves(url))).toEqual([]);
});

test('licences.txt holds the licence of every package of which readers get something', () => {
  const licences = read('/licences.txt').split(/^-{80}$/m);
  const listed = readFileSync('LICENCES.md', 'utf8').split(/^## What .*$/m)[1] ?? '';
  const names = [...listed.matchAll(/^\| ([\w@/-]+) \| \d/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(licences.map((text) => text.trim().split(':')[0])).toEqual(names);
  for (const text of licences) expect(text).toMatch(/permission|copyright/i);
});
