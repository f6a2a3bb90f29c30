import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { listPages } from '../fixtures/pages.ts';
import { checker, findJava } from '../java.ts';

interface Message {
  message: string;
  url: string;
  lastLine?: number;
  extract?: string;
}

const pages = listPages();
const java = findJava();

// Where no Java can be had the checker is left out, but never where a change is judged.
test.skipIf(java === undefined && process.env['CI'] === undefined)(
  'the Nu HTML checker finds no error and no warning',
  () => {
    const files = [...pages.map(({ file }) => file), ...globSync('dist/*.svg')];
    const { stderr, error } = spawnSync(
      java ?? 'java',
      ['-jar', checker, '--format', 'json', '--also-check-svg', ...files],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      },
    );
    if (error !== undefined) throw error;
    const { messages } = JSON.parse(stderr) as { messages: Message[] };
    const lines = messages
      .filter((message) => !isAboutOrigin(message))
      .map(
        ({ url, lastLine, message, extract }) =>
          `${url.slice(url.indexOf('dist/'))}:${lastLine}  ${message}  ${extract ?? ''}`,
      );
    expect(lines).toEqual([]);
  },
  60_000,
);

// 'self' means nothing to a file, which has no origin, and JSON-LD is data, to which the policy does not apply; tests/e2e/safety.spec.ts
// asks a browser whether the pages keep their policy.
function isAboutOrigin({ message, extract = '' }: Message): boolean {
  if (!message.includes('violates Content Security Policy')) return false;
  return (
    /external (script|stylesheet) “\/_astro\//.test(message) ||
    extract.includes('<script type="application/ld+json">')
  );
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // Our own files come from where the page comes from.
      'require-sri': ['error', { target: 'crossorigin' }],
      // A title is the whole question that is answered; search engines cut what they have no room for.
      'long-title': 'off',
      // The custom element of a table's scrolling region is a region only while it scrolls.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // The filters of the search and the chooser answer each choice at once, and are hidden where no script does.
      'wcag/h32': 'off',
    },
  }),
);

test('html-validate finds no error', async () => {
  const lines: string[] = [];
  for (const { file, html } of pages) {
    const { results } = await validator.validateString(html, file);
    for (const { messages } of results)
      for (const { line, column, ruleId, message, selector } of messages)
        lines.push(`${file}:${line}:${column}  ${ruleId}: ${message}  ${selector}`);
  }
  expect(lines).toEqual([]);
}, 60_000);
