import { expect, test } from 'vitest';
import { parsePage, toPublished } from '#markdown/export/page.ts';
import {
  toMarkdownLink,
  toMarkdownText,
  toTableMarkdown,
  toMarkdown,
} from '#markdown/export/markdown.ts';

const URL = 'https://help.example/kb/articles/tea/';
const read = (prose: string) =>
  toMarkdown(
    parsePage(
      `<body><header><a href="/x/">x</a></header><main id="main"><article><div data-export="prose">${prose}</div></article></main></body>`,
    ),
    URL,
  );

test('links become full addresses in both forms', () => {
  const { html, markdown } = read(
    '<p>See <a href="/kb/glossary/#tea">tea</a>, <a href="#milk">milk</a>.</p>',
  );
  expect(html).toBe(
    '<p>See <a href="https://help.example/kb/glossary/#tea">tea</a>, <a href="https://help.example/kb/articles/tea/#milk">milk</a>.</p>',
  );
  expect(markdown).toBe(
    'See [tea](https://help.example/kb/glossary/#tea), [milk](https://help.example/kb/articles/tea/#milk).',
  );
});

test('an address in running text or in code stays as it is', () => {
  const prose = '<p>Write <code>&lt;a href="/x/"&gt;</code> &amp; go</p>';
  expect(read(prose).html).toBe(prose);
});

test('scripts, hidden forms and links of a heading to itself are left out', () => {
  const { html, markdown, headings } = read(
    '<h2 id="milk">Milk &amp; more<a href="#milk" data-export="none" aria-label="Link"></a></h2><script src="/x.js"></script><form hidden><p>Ask</p></form>',
  );
  expect(html).toBe('<h2 id="milk">Milk &amp; more</h2>');
  expect(markdown).toBe('## Milk & more');
  expect(headings).toEqual([{ depth: 2, text: 'Milk & more', anchor: 'milk' }]);
});

test('no reader gets the marks of the build', () => {
  const page = parsePage(
    '<article data-pagefind-body class="a"><div data-export="prose"><p data-pagefind-ignore data-title="b">c <code>data-export="none"</code></p></div></article>',
  );
  const prose = '<p data-title="b">c <code>data-export="none"</code></p>';
  expect(toPublished(page)).toBe(`<article class="a"><div>${prose}</div></article>`);
  expect(toMarkdown(page, URL).html).toBe(prose);
});

const cell = (content: string) =>
  read(
    `<table><caption>Drinks</caption><thead><tr><th>Criterion</th><th>Tea</th></tr></thead><tbody><tr><th scope="rowgroup" colspan="2">Taste</th></tr><tr id="x--heat"><th scope="row"><a href="#x--heat">Heat</a><p>It matters.</p><p data-export="aside">as of 2026</p></th><td>${content}</td></tr></tbody></table>`,
  ).markdown;

test('a table stays a table, and its numbers lead to their sources', () => {
  expect(
    cell(
      '<b>Yes</b><p>Hot | warm</p><span data-export="marks"><a href="#s-1">1</a><a href="#s-2a">2a</a></span>',
    ).split('\n'),
  ).toEqual([
    '**Drinks**',
    '',
    '| Criterion | Tea |',
    '| - | - |',
    '| **Taste** | |',
    '| **Heat**. It matters. (as of 2026) | **Yes**. Hot \\| warm [\\[1\\]](https://help.example/kb/articles/tea/#s-1) [\\[2a\\]](https://help.example/kb/articles/tea/#s-2a) |',
  ]);
});

test('a list within a table becomes a line of its cell', () => {
  expect(cell('<ul><li>hot</li><li>cold</li></ul><p>Or warm</p>').split('\n')).toEqual([
    '**Drinks**',
    '',
    '| Criterion | Tea |',
    '| - | - |',
    '| **Taste** | |',
    '| **Heat**. It matters. (as of 2026) | hot; cold. Or warm |',
  ]);
});

test('drawings, asides, code and charts have a form without their looks', () => {
  expect(
    read('<div role="group" aria-label="A cup."><ol><li>Cup<small>hot</small></li></ol></div>')
      .markdown,
  ).toBe('Drawing: A cup.\n\n1. Cup (hot)');
  expect(read('<svg role="img" aria-label="A pot."><text>pot</text></svg>').markdown).toBe(
    'Drawing: A pot.',
  );
  expect(
    read('<aside><p><span data-export="label">Note</span> Hot</p><p>Wait.</p></aside>').markdown,
  ).toBe('> **Note: Hot**\n>\n> Wait.');
  expect(
    read(
      '<pre data-language="sh"><code><span><span>boil</span> water</span>\n<span>wait</span></code></pre>',
    ).markdown,
  ).toBe('```sh\nboil water\nwait\n```');
  expect(read('<dl><div><dt>Tea</dt><dd><svg></svg>3 cups</dd></div></dl>').markdown).toBe(
    '- Tea: 3 cups',
  );
});

test('a citation is a word of its own', () =>
  expect(
    read(
      '<p>Hot.<sup data-export="mark"><a href="#source-2b" aria-label="Source 2b">2b</a></sup></p>',
    ).markdown,
  ).toBe('Hot.[\\[2b\\]](https://help.example/kb/articles/tea/#source-2b)'));

test('titles with signs of Markdown and HTML are shown letter for letter', () => {
  expect(toMarkdownText('# <b> & "x" | [y](z) *')).toBe('\\# \\<b> & "x" | \\[y]\\(z) \\*');
  expect(toMarkdownLink('a ] b', 'https://x.example/(1)')).toBe(
    '[a \\] b](https://x.example/\\(1\\))',
  );
});

test('a comparison is its table and its sources, without the tools', () => {
  const page =
    '<main><h1>Drinks</h1><section data-export="table"><p>Facts as of 2026.</p><table-tools data-export="none"><a href="/x.csv">CSV</a></table-tools><table-region><table><tr><th>Criterion</th><th>Tea</th></tr><tr><th scope="row"><a href="#x--heat">Heat</a></th><td>hot</td></tr></table></table-region><details><summary>Sources</summary><ol><li>A book.</li></ol></details></section></main>';
  expect(toTableMarkdown(parsePage(page), URL)).toBe(
    'Facts as of 2026.\n\n| Criterion | Tea |\n| - | - |\n| **Heat** | hot |\n\n**Sources**\n\n1. A book.',
  );
});
