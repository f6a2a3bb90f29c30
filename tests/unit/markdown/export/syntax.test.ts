import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import {
  fence,
  indent,
  type Piece,
  quote,
  separate,
  toCell,
  toLine,
  toTable,
} from '#markdown/export/syntax.ts';

const parser = new MarkdownIt({ html: true, linkify: true });
const show = (markdown: string) => parser.render(markdown).trim();
const toEntities = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

test.each([
  '# no heading',
  '- no item',
  '+ no item',
  '12. no item',
  '12) no item',
  '> no quotation',
  '---',
  '===',
  'a * b * c, *x*, **y**, snake_case and _z_',
  'two `ticks` and \\ and \\*',
  '<b> & &amp; &#35; a < b',
  '[x](y), ![x](y), [^1], ~~no~~',
  'https://tea.example www.tea.example me@tea.example',
  'a | b',
])('%s is shown letter for letter', (text) => {
  // An address is text all the same when a reader makes a link of it.
  expect(show(toLine([{ text }])).replace(/<\/?a[^>]*>/g, '')).toBe(`<p>${toEntities(text)}</p>`);
});

test('a sign at the end of a text does not take hold of what follows it', () => {
  const link: Piece = { url: '/tea', pieces: [{ text: 'tea' }] };
  const shown = '<a href="/tea">tea</a>';
  expect(show(toLine([{ text: 'It works!' }, link]))).toBe(`<p>It works!${shown}</p>`);
  expect(show(toLine([{ text: 'a' }, { mark: '_', pieces: [{ text: 'b!' }] }, link]))).toBe(
    `<p>ab!${shown}</p>`,
  );
  expect(show(toLine([{ text: 'a!' }, { mark: '**', pieces: [link] }, { text: 'b' }]))).toBe(
    `<p>a!${shown}b</p>`,
  );
  expect(show(toLine([{ text: 'C:\\' }, { code: 'tea' }]))).toBe('<p>C:\\<code>tea</code></p>');
  expect(show(toLine([{ mark: '**', pieces: [{ text: 'C:\\ ' }] }]))).toBe(
    '<p><strong>C:\\</strong></p>',
  );
  expect(show(toLine([{ text: 'C:\\ ' }, { break: true }, { text: 'tea' }]))).toBe(
    '<p>C:\\<br>\ntea</p>',
  );
  expect(toLine([{ text: 'It works!' }])).toBe('It works!');
});

test('an underscore within a word needs no sign', () =>
  expect(toLine([{ text: 'uid_map' }])).toBe('uid_map'));

describe('a mark', () => {
  const strong = (text: string): Piece => ({ mark: '**', pieces: [{ text }] });
  test('has the space of its ends outside', () =>
    expect(toLine([{ text: 'a' }, strong(' b '), { text: 'c' }])).toBe('a **b** c'));
  test('is left out where no Markdown would show it', () => {
    expect(toLine([strong('"a"'), { text: 'b' }])).toBe('"a"b');
    expect(toLine([{ text: 'a' }, { mark: '_', pieces: [{ text: 'b' }] }])).toBe('ab');
  });
  test('holds beside punctuation', () =>
    expect(show(toLine([strong('a.'), { text: ' b' }]))).toBe('<p><strong>a.</strong> b</p>'));
});

test('code has a longer fence than any in it', () => {
  expect(show(toLine([{ code: 'a `` b' }]))).toBe('<p><code>a `` b</code></p>');
  expect(show(fence('```\na\n```\n', 'sh'))).toBe(
    '<pre><code class="language-sh">```\na\n```\n</code></pre>',
  );
});

test('a link keeps its brackets, and one that shows its own address is short', () => {
  expect(show(toLine([{ url: 'https://tea.example/(a)', pieces: [{ text: 'a ] b' }] }]))).toBe(
    '<p><a href="https://tea.example/(a)">a ] b</a></p>',
  );
  expect(
    toLine([{ url: 'https://tea.example/', pieces: [{ text: 'https://tea.example/' }] }]),
  ).toBe('<https://tea.example/>');
});

test('two lists in a row stay two', () => {
  const blocks = separate(['- a\n- b', '- c', '1. d', '1. e']);
  expect(show(blocks.join('\n\n')).match(/<[ou]l>/g)).toHaveLength(4);
});

test('what is indented or quoted stays within its item or quotation', () => {
  expect(show(indent('a\n\nb', '1. '))).toBe('<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>');
  expect(show(quote('a\n\nb'))).toBe('<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>');
});

test('a table is as wide as its widest row, and a bar in a cell does not end it', () => {
  expect(toTable([['a'], ['b', toCell([{ text: 'c | d' }])]], [undefined, 'right'])).toBe(
    '| a | |\n| - | -: |\n| b | c \\| d |',
  );
});
