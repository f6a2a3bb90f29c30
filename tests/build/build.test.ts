import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { toFingerprint } from '#release/tree.ts';
import { run } from '../fixtures/command.ts';
import { all } from '../fixtures/html.ts';
import { build, startBuild } from '../fixtures/build.ts';
import { makeSite } from '../fixtures/project.ts';

const TEA = 'articles/tea.mdx';

test(
  'a good build takes the place of dist/, and a broken one leaves it as it was',
  { timeout: 240_000 },
  () => {
    const project = makeSite();
    expect(build(project.root)).toMatchObject({ status: 0 });
    expect(existsSync(join(project.root, 'dist/articles/tea/index.html'))).toBe(true);
    expect(existsSync(join(project.root, 'dist/pagefind/pagefind.js'))).toBe(true);
    const site = toFingerprint(join(project.root, 'dist'));

    for (const [edit, message] of [
      [
        ['topics.yaml', 'title: Drinks', 'title: "Drinks'],
        /^content\/topics\.yaml:\d+:\d+ {2}.* {2}\[broken-yaml\]$/m,
      ],
      [
        [TEA, 'owner:', 'ownr:'],
        /^content\/articles\/tea\.mdx:11:1 {2}.* {2}\[unknown-key\]\n {2}Did you mean owner \?$/m,
      ],
      [
        [TEA, '<Comparison id', '<Comparisn id'],
        /^content\/articles\/tea\.mdx:23:1 {2}.* {2}\[unknown-component\]\n {2}Did you mean Comparison \?$/m,
      ],
      [
        ['articles/water.md', '/articles/tea/', '/articles/tee/'],
        /^content\/articles\/water\.md:19:19 {2}.* {2}\[broken-link\]\n {2}Did you mean \/articles\/tea\/ \?$/m,
      ],
      [
        ['articles/water.md', '/articles/tea/', '/articles/tea/#what-is-te'],
        /^content\/articles\/water\.md:19:19 {2}.* {2}\[broken-link\]\n {2}Did you mean what-is-tea \?$/m,
      ],
      [
        [
          'links.lock.json',
          '{\n',
          '{\n  "/_headers": {"to":"/"},\n  "/articles/tea.md": {"to":"KB-1001"},\n',
        ],
        /^content\/links\.lock\.json:2:3 {2}\/_headers cannot be kept: .* {2}\[address-conflict\]\n.*\ncontent\/links\.lock\.json:3:3 {2}\/articles\/tea\.md cannot be kept/m,
      ],
    ] as const) {
      const [file, from, to] = edit;
      project.edit(file, from, to);
      const { status, output } = build(project.root);
      expect(output).toMatch(message);
      expect(output).toMatch(/^1 problem in 1 file\.$|^2 problems in 1 file\.$/m);
      expect(output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
      expect(status).toBe(1);
      expect(toFingerprint(join(project.root, 'dist'))).toBe(site);
      expect(readdirSync(join(project.root, '.build'))).toEqual(['lock']);
      project.edit(file, to, from);
    }

    // Each of these stopped Astro itself with a trace of its own code.
    const content = join(project.root, 'content');
    writeFileSync(
      join(content, 'articles/latin.md'),
      Buffer.from('---\ntitle: caf\u00e9\n---\n', 'latin1'),
    );
    symlinkSync('nowhere.md', join(content, 'articles/lost.md'));
    project.edit('glossary.yaml', 'term: Tea', 'term: !secret Tea');
    project.edit('sources.yaml', 'publisher: A. Writer', 'publisher: &a A. Writer');
    project.edit(
      TEA,
      '## What is coffee?',
      '<StackDiagram label="Cup" stacks={nothing.at.all} />\n\n{null.x}\n\n## What is coffee?',
    );
    const { status, output } = build(project.root, { GITHUB_ACTIONS: 'true' });
    for (const message of [
      'content/articles/latin.md:2:11  is not UTF-8 from here on  [wrong-encoding]',
      'content/articles/lost.md  is a link that leads nowhere',
      'content/articles/tea.mdx:25:27  <StackDiagram>: the value of stacks is code',
      'content/articles/tea.mdx:27:1  code in the text: {null.x}',
      'content/glossary.yaml:2:17  broken YAML: the tag !secret',
      'content/sources.yaml:3:17  broken YAML: the anchor &a',
      '::error file=content/articles/tea.mdx,line=27,col=1,title=code-in-article::code in the text: {null.x}%0A',
      '6 problems in 5 files.',
    ])
      expect(output).toContain(message);
    expect(output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    expect(status).toBe(1);
    expect(toFingerprint(join(project.root, 'dist'))).toBe(site);
  },
);

test('a site below a base path has all its links below it', { timeout: 120_000 }, () => {
  const { root, edit } = makeSite();
  // What looks odd and is right.
  mkdirSync(join(root, 'public'));
  copyFileSync('src/logo.svg', join(root, 'public/page.svg'));
  edit('articles/water.md', 'From the tap.', 'From the tap. ![A page](/page.svg)');
  edit('articles/water.md', /^/, '\uFEFF');
  edit('articles/water.md', /\n/g, '\r\n');
  const feedback = { PUBLIC_FEEDBACK: 'https://github.com/drinks/kb' };
  expect(
    build(root, { PUBLIC_BASE_PATH: '/kb/', PUBLIC_SITE_URL: 'https://help.example', ...feedback }),
  ).toMatchObject({ status: 0 });
  const html = readFileSync(join(root, 'dist/articles/water/index.html'), 'utf8');
  const own = [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, address = '']) => address);
  expect(own.filter((address) => !address.startsWith('/kb/'))).toEqual([]);
  expect(own).toEqual(
    expect.arrayContaining(['/kb/articles/tea/', '/kb/page.svg', '/kb/favicon.svg']),
  );
  expect(html).toContain('<link rel="canonical" href="https://help.example/kb/articles/water/">');
  expect(html).toContain('href="https://github.com/drinks/kb/edit/main/content/articles/water.md"');
  expect(html).toContain(encodeURIComponent('https://help.example/kb/k/1002/'));
});

test(
  'what looks like HTML in a title, a heading, a table, a term or a source is text everywhere',
  { timeout: 120_000 },
  () => {
    const { root, edit } = makeSite();
    const tag = '<img src=x onerror=alert(1)>';
    edit(TEA, 'title: Tea vs coffee', `title: 'Tea ${tag}'`);
    edit(TEA, 'summary: What differs', `summary: 'What ${tag} differs`);
    edit(TEA, 'between the two.', "between the two.'");
    edit(TEA, /$/, `\n## Is \\${tag} hot?\n\nSo they say, in \`${tag}\`.\n`);
    edit('glossary.yaml', 'definition: A brew of leaves.', `definition: 'A ${tag} brew.'`);
    edit('comparisons/tea-vs-coffee.yaml', 'label: Caffeine', `label: 'Caffeine ${tag}'`);
    edit(
      'comparisons/tea-vs-coffee.yaml',
      'unknown: nobody agrees',
      `unknown: 'nobody ${tag} agrees'`,
    );
    edit('sources.yaml', 'title: The book of drinks', `title: 'The ${tag} book'`);
    expect(run(root, 'links')).toMatchObject({ status: 0 });
    expect(build(root)).toMatchObject({ status: 0 });
    const files = globSync('dist/**/*.{html,xml}', { cwd: root }).map((file) => ({
      file,
      text: readFileSync(join(root, file), 'utf8'),
    }));
    const having = (part: string) =>
      files.filter(({ text }) => text.includes(part)).map(({ file }) => file);
    expect(
      files.filter(
        ({ file, text }) =>
          file.endsWith('.html') &&
          all(parseDocument(text), ({ name }) => name === 'img').length > 0,
      ),
    ).toEqual([]);
    const shown = [
      'articles/tea/index.html',
      'glossary/index.html',
      'sources/index.html',
      'comparisons/tea-vs-coffee/index.html',
      'feed.xml',
    ];
    expect(having('&lt;img src=x')).toEqual(
      expect.arrayContaining(shown.map((file) => `dist/${file}`)),
    );
  },
);

test(
  'an article that is only begun does not stop a build, and is not on the site',
  { timeout: 120_000 },
  () => {
    const { root } = makeSite();
    expect(run(root, 'new', 'Why is milk white?')).toMatchObject({ status: 0 });
    // Vitest sets NODE_ENV, and everything but production shows drafts.
    expect(build(root, { NODE_ENV: 'production' })).toMatchObject({ status: 0 });
    expect(existsSync(join(root, 'dist/articles/tea/index.html'))).toBe(true);
    for (const page of ['articles/why-is-milk-white', 'k/1003'])
      expect(existsSync(join(root, 'dist', page))).toBe(false);
  },
);

test(
  'an article may move to another folder, and a record of an old address never replaces a page',
  { timeout: 120_000 },
  () => {
    const { root, edit } = makeSite();
    expect(build(root).status).toBe(0);
    mkdirSync(join(root, 'content/articles/drinks'));
    renameSync(
      join(root, 'content/articles/water.md'),
      join(root, 'content/articles/drinks/water.md'),
    );
    edit(
      'links.lock.json',
      '{\n',
      '{\n  "/old/tea/": {"to":"KB-1001"},\n  "KB-1000": {"to":"KB-1002"},\n',
    );
    expect(build(root)).toMatchObject({ status: 0 });
    for (const [copy, page] of [
      ['old/tea', 'articles/tea'],
      ['k/1000', 'articles/water'],
      ['k/1002', 'articles/water'],
    ] as const) {
      expect(readFileSync(join(root, 'dist', copy, 'index.html'), 'utf8')).toBe(
        readFileSync(join(root, 'dist', page, 'index.html'), 'utf8'),
      );
    }
    const site = toFingerprint(join(root, 'dist'));
    edit('links.lock.json', '{\n', '{\n  "/search/": {"to":"KB-1001"},\n');
    expect(build(root)).toMatchObject({ status: 1 });
    expect(toFingerprint(join(root, 'dist'))).toBe(site);
  },
);

test(
  'a killed build leaves the last site, and the next one cleans up',
  { timeout: 120_000 },
  async () => {
    const { root, edit } = makeSite();
    expect(build(root)).toMatchObject({ status: 0 });
    const site = toFingerprint(join(root, 'dist'));
    edit('articles/water.md', 'The drink below all others.', 'The drink above all others.');
    const killed = startBuild(root);
    const ended = once(killed, 'exit');
    for await (const line of createInterface(killed.stdout))
      if (line.includes('generating static routes')) killed.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(toFingerprint(join(root, 'dist'))).toBe(site);
    expect(readdirSync(join(root, '.build'))).toEqual(['lock', 'next']);
    edit('topics.yaml', 'title: Drinks', 'tittle: Drinks');
    expect(build(root).status).toBe(1);
    expect(toFingerprint(join(root, 'dist'))).toBe(site);
    expect(readdirSync(join(root, '.build'))).toEqual(['lock']);
  },
);

test(
  'two builds at once make two whole sites, one after the other',
  { timeout: 120_000 },
  async () => {
    const { root } = makeSite();
    const hosts = ['https://one.example', 'https://two.example'];
    const outputs = await Promise.all(
      hosts.map(async (host) => text(startBuild(root, { PUBLIC_SITE_URL: host }).stdout)),
    );
    expect(outputs.map((output) => output.includes('Complete!'))).toEqual([true, true]);
    const waited = outputs.filter((output) =>
      output.includes('another build, pack or release is at work in this folder'),
    );
    expect(waited).toHaveLength(1);
    const last = hosts.findIndex((_, i) => outputs[i] === waited[0]);
    const pages = globSync('dist/**/*.{html,json,xml,txt,md}', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    expect(pages.filter((page) => page.includes(hosts[last] ?? '')).length).toBeGreaterThan(10);
    expect(pages.filter((page) => page.includes(hosts[1 - last] ?? ''))).toEqual([]);
  },
);
