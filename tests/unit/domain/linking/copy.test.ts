import MarkdownIt from 'markdown-it';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import {
  type Facts,
  type Format,
  formats,
  isFormat,
  toCopied,
  toTargetUrl,
} from '#domain/linking/copy.ts';
import { toResultTarget } from '#domain/linking/copy-target.ts';
import { drinks as site } from '../../../fixtures/settings.ts';

const URL_OF_ROW = site.toUrl('/k/1042/#tea-vs-coffee--price');
const PLAIN = {
  id: 'KB-1042',
  title: 'Tea or coffee',
  section: 'Price',
  anchor: 'tea-vs-coffee--price',
};
const FACTS: Facts = {
  answer: 'Tea < coffee & "milk".',
  owner: 'Bar team',
  reviewed: '2026-11-20',
  reviewBy: '2027-05-20',
};
const HARD = [
  'a < b & c > d',
  'say "hello"',
  'this | that ] or [ those ) and (',
  '*bold* _slanted_ **both** __init__ ~~gone~~ `code`',
  '<b>bold</b> &amp; &#124; <https://elsewhere.example>',
  'back\\slash at the end\\',
  '![image](x) [link](y) ](z)',
  'Tea ☕, 👩‍🚀 and 🇬🇧',
  '$x$ {code} {noformat} ??cited?? -gone- +new+ ^up^ (x) :) !x!',
];

test('URL is the full permalink on the public site', () => {
  expect(toTargetUrl(PLAIN, site)).toBe(URL_OF_ROW);
  expect(toTargetUrl({ id: 'KB-1042', title: 'x' }, site)).toBe(site.toUrl('/k/1042/'));
  expect(URL_OF_ROW).toMatch(/^https:\/\//);
});

test('each format as it is pasted', () => {
  const show = (format: Format) => toCopied(PLAIN, format, site, FACTS, '2027-01-01');
  expect(show('link')).toEqual({
    text: `Tea or coffee › Price (KB-1042)\n${URL_OF_ROW}`,
    html: `<a href="${URL_OF_ROW}">Tea or coffee › Price</a> (KB-1042)`,
  });
  expect(show('url')).toEqual({ text: URL_OF_ROW });
  expect(show('markdown')).toEqual({ text: `[Tea or coffee › Price](${URL_OF_ROW}) (KB-1042)` });
  expect(show('jira')).toEqual({ text: `[Tea or coffee › Price|${URL_OF_ROW}] (KB-1042)` });
  expect(show('note').text).toBe(
    `KB-1042 Tea or coffee › Price\nState: published · Reviewed: 20 November 2026 · Owner: Bar team\n${URL_OF_ROW}`,
  );
  expect(show('reply')).toEqual({
    text: `Tea < coffee & "milk". More in “Tea or coffee › Price”: ${URL_OF_ROW}`,
    html: `Tea &lt; coffee &amp; &quot;milk&quot;. More in “<a href="${URL_OF_ROW}">Tea or coffee › Price</a>”.`,
  });
});

test('what a result answers stands in the note, and in the place of the short answer in the reply', () => {
  const target = toResultTarget(
    { id: 'KB-1042', title: 'Tea or coffee' },
    { name: 'Price', url: '/articles/x/#tea-vs-coffee--price' },
    'Price — Tea: < 1 € · Coffee: 3 €.',
  );
  const show = (format: Format) => toCopied(target, format, site, FACTS, '2027-01-01');
  expect(show('reply')).toEqual({
    text: `Price — Tea: < 1 € · Coffee: 3 €. More in “Tea or coffee › Price”: ${URL_OF_ROW}`,
    html: `Price — Tea: &lt; 1 € · Coffee: 3 €. More in “<a href="${URL_OF_ROW}">Tea or coffee › Price</a>”.`,
  });
  expect(show('note').text.split('\n')).toEqual([
    'KB-1042 Tea or coffee › Price',
    'Price — Tea: < 1 € · Coffee: 3 €.',
    'State: published · Reviewed: 20 November 2026 · Owner: Bar team',
    URL_OF_ROW,
  ]);
  expect(show('note').html).toContain('</a><br>Price — Tea: &lt; 1 € · Coffee: 3 €.<br>State:');
  for (const format of ['link', 'url', 'markdown', 'jira'] as const)
    expect(show(format)).toEqual(toCopied(PLAIN, format, site));
});

test('the note says plainly what an article lacks', () =>
  expect(toCopied(PLAIN, 'note', site, { answer: 'Tea.' }, '2027-06-01').text).toContain(
    '\nState: published · Reviewed: not yet · Owner: none\n',
  ));

test('the note tells a retired article and an overdue review', () => {
  expect(toCopied(PLAIN, 'note', site, FACTS, '2027-06-01').text).toContain(
    'State: published, review overdue since 20 May 2027 ·',
  );
  expect(
    toCopied(PLAIN, 'note', site, { ...FACTS, retired: '2026-12-01' }, '2027-06-01').text,
  ).toContain('State: retired on 1 December 2026 ·');
});

describe.each(HARD)('%s', (title) => {
  const target = { id: 'KB-1042', title, section: title, anchor: 'price' };
  const label = `${title} › ${title}`;
  const url = site.toUrl('/k/1042/#price');

  test('is the same after Markdown, also in a table', () => {
    const { text } = toCopied(target, 'markdown', site);
    expect(
      readLink(new MarkdownIt({ html: true, linkify: true, typographer: false }).render(text)),
    ).toEqual({ label, url });
    expect(text.replace(/\\\|/g, '')).not.toContain('|');
  });

  test.each(['link', 'note', 'reply'] as const)('is the same after HTML: %s', (format) => {
    expect(readLink(toCopied(target, format, site, FACTS, '2027-01-01').html ?? '')).toEqual({
      label,
      url,
    });
  });

  test('leaves the link of Jira whole', () => {
    const { text } = toCopied(target, 'jira', site);
    const inner = /^\[([^[\]|{}]*)\|([^[\]|{}]*)\] \(KB-1042\)$/.exec(text);
    expect(inner?.[2]).toBe(url);
    const back = (inner?.[1] ?? '')
      .replace(/\\(.)/g, '$1')
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(back).toBe(label);
  });

  test('is untouched in plain text', () => {
    expect(toCopied(target, 'link', site).text).toBe(`${label} (KB-1042)\n${url}`);
  });
});

test('Jira gets no markup from a title', () => {
  const jira = (title: string) =>
    toCopied({ id: 'KB-1042', title }, 'jira', site).text.split('|')[0];
  expect(jira('*a* _b_ -c- d-e')).toBe('[\\*a\\* \\_b\\_ \\-c\\- d-e');
  expect(jira('a | b ] c')).toBe('[a &#124; b &#93; c');
  expect(jira('R & D &lt;')).toBe('[R & D &#38;lt;');
});

test('only names of formats are taken from storage', () => {
  expect(Object.keys(formats).every(isFormat)).toBe(true);
  for (const value of ['toString', '', undefined, 3, {}]) expect(isFormat(value)).toBe(false);
});

test('a result is named like its place in the article', () => {
  const card = { id: 'KB-1042', title: 'Tea: or coffee', summary: 'not copied' };
  expect(toResultTarget(card)).toEqual({ id: 'KB-1042', title: 'Tea: or coffee' });
  expect(toResultTarget(card, { name: 'Why: a story', url: '/articles/tea/#why-a-story' })).toEqual(
    {
      id: 'KB-1042',
      title: 'Tea: or coffee',
      section: 'Why: a story',
      anchor: 'why-a-story',
    },
  );
});

function readLink(html: string): { label: string; url: string } {
  const links: { label: string; url: string }[] = [];
  let open = 0;
  const parser = new Parser(
    {
      onopentag(name, { href = '' }) {
        if (name === 'a') links.push({ label: '', url: href });
        else if (name !== 'p' && name !== 'br') throw new Error(`<${name}> came out of a title`);
        if (name === 'a') open++;
      },
      ontext(text) {
        const last = links.at(-1);
        if (open > 0 && last !== undefined) last.label += text;
      },
      onclosetag(name) {
        if (name === 'a') open--;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  if (links.length !== 1 || links[0] === undefined)
    throw new Error(`${links.length} links in ${html}`);
  return links[0];
}
