import { globSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SiteConfig } from '#schemas/site.ts';
import { build, copyCode } from '../fixtures/build.ts';
import { run } from '../fixtures/command.ts';
import { writeTree } from '../fixtures/folder.ts';

// The steps of "Use it for your own knowledge base" in the README, done for a shelf that has nothing but two articles and a page.

const CONFIG: SiteConfig = {
  name: 'Tea House',
  description: 'All about leaves and hot water.',
  url: 'https://tea-house.example/help/',
  feedback: 'https://github.com/tea-house/help',
  idPrefix: 'CUP',
  requires: [],
  locale: 'en-US',
  roles: ['cup', 'saucer'],
  sections: [
    { label: 'Subjects', path: '/#topics' },
    { label: 'Tables', path: '/comparisons/', description: 'Leaves side by side.' },
    { label: 'Words', path: '/glossary/' },
    { label: 'Books', path: '/sources/' },
  ],
  footer: [{ label: 'About us', path: '/about/' }],
};

const CONTENT = {
  'topics.yaml':
    '- { id: leaves, title: Leaves, summary: What is in the pot. }\n- { id: milk, title: Milk, summary: What comes later. }\n',
  'pages/about.md':
    '---\ntitle: About us\ndescription: Who pours.\nreviewed: 2026-03-01\nreport: { subject: About you }\n---\n\nWe pour.\n',
};

let root: string;
let output: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'fork-')));
  copyCode(root);
  writeTree(join(root, 'content'), CONTENT);
  writeFileSync(
    join(root, 'src/site.config.ts'),
    `import type { SiteConfig } from '#schemas/site.ts';\n\nexport const config: SiteConfig = ${JSON.stringify(CONFIG, undefined, 2)};\n`,
  );
  const said = ['How long must tea steep?', 'Which pot is best?'].map((title) =>
    run(root, 'new', title),
  );
  for (const file of globSync('content/articles/*.mdx', { cwd: root })) {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8')
      .replaceAll('TODO ', '')
      .replace('status: draft', 'status: published')
      .replace(
        /\n## a heading[^\n]*/,
        '\n<StackDiagram label="A cup on its saucer" stacks={[{ title: "A set", layers: [{ role: "cup", label: "Cup" }, { role: "saucer", label: "Saucer" }] }]} />\n\n## A heading',
      );
    writeFileSync(path, text);
  }
  const recorded = run(root, 'links');
  const checked = run(root, 'check:content');
  const built = build(root);
  output =
    [...said, recorded, checked].map((answer) => answer.stdout + answer.stderr).join('') +
    built.output;
  if (built.status !== 0) throw new Error(output);
  return () => rmSync(root, { recursive: true });
}, 240_000);

const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');

describe('another shelf', () => {
  test('is checked and built as it is', () => {
    expect(output).toContain('CUP-1001 is content/articles/how-long-must-tea-steep.mdx');
    expect(output).toContain('Nothing wrong; the site has');
    expect(output).not.toContain('[ERROR]');
  });

  test('speaks of itself alone', () => {
    const files = globSync('dist/**/*.{html,json,xml,txt,md,csv,js,css,svg}', { cwd: root });
    expect(files.length).toBeGreaterThan(30);
    const ours = /container[ -]?kb|enscale|\bKB-/i;
    expect(files.filter((file) => ours.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  test('has its name, its locale, its ids and its address', () => {
    const home = read('index.html');
    expect(home).toContain('<html lang="en-US">');
    expect(home).toContain('<title>Tea House</title>');
    expect(home).toContain('<link rel="canonical" href="https://tea-house.example/help/">');
    expect(read('k/1002/index.html')).toContain('>CUP-1002</a>');
    expect(home).toContain(
      'All about leaves and hot water. Each article says whether and when its facts were checked.',
    );
    expect(read('k/1002/index.html')).toContain('/help/k/1002/');
    expect(read('about/index.html')).toContain('>March 1, 2026</time>');
    expect(read('about/index.html')).toContain(
      'github.com/tea-house/help/issues/new?title=About%20you',
    );
  });

  test('shows nothing that is empty, and leads to none of it', () => {
    const home = read('index.html');
    expect(home).toContain('>Subjects</a>');
    expect(home).not.toMatch(/>(?:Tables|Words|Books|Milk)<\/a>/);
    expect(read('search/index.html')).not.toMatch(/Terms, A to Z|<legend[^>]*>Topic/);
    for (const path of ['comparisons', 'glossary', 'sources', 'topics/milk']) {
      expect(read(`${path}/index.html`)).toContain('<meta name="robots" content="noindex">');
      expect(read('sitemap.xml')).not.toContain(`/${path}/`);
    }
  });
});
