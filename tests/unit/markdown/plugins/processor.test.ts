import { markdownToHtml, mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import type { FindRun } from '#domain/proof.ts';
import { toLinks } from '#domain/site.ts';
import { headingAnchors } from '#markdown/plugins/headings.ts';
import { links } from '#markdown/plugins/links.ts';
import { toProcessor } from '#markdown/plugins/processor.ts';
import { drinks } from '../../../fixtures/settings.ts';
import { tags } from '#markdown/plugins/tags.ts';
import { tableAlignment, tableRegions } from '#markdown/plugins/tables.ts';

test('a heading gets the anchor of our own rule and a link without text', () => {
  const { html } = markdownToHtml('## What is a *pot*, really?\n', {
    hastPlugins: [headingAnchors],
  });
  expect(html.trim()).toBe(
    '<h2 id="what-is-a-pot-really">What is a <em>pot</em>, really?<a href="#what-is-a-pot-really" class="anchor" data-export="none" aria-label="Link to the section “What is a pot, really?”"></a></h2>',
  );
});

test('the alignment of a table becomes data, and a class', () => {
  const { html } = markdownToHtml('| a | b | c |\n| --- | ---: | :-: |\n| 1 | 2 | 3 |\n', {
    hastPlugins: [tableAlignment],
  });
  expect(html.replaceAll('\n', '')).toContain(
    '<td>1</td><td data-align="right" class="text-end">2</td><td data-align="center" class="text-center">3</td>',
  );
  expect(html).not.toContain('style=');
});

test('comments of authors reach no page, and a second # of an address is valid', () => {
  const { html } = markdownToHtml(
    'One<!-- inline --> [two](https://a.example/#b#c).\n\n<!--- more\nthan one line --->\n',
    {
      hastPlugins: [
        tags,
        links(toLinks({ url: 'https://drinks.example', base: '/' }), () => undefined),
      ],
    },
  );
  expect(html.trim()).toBe('<p>One <a href="https://a.example/#b%23c">two</a>.</p>');
});

test('a table stands in a region that the keyboard reaches, named by its columns', () => {
  const { html } = markdownToHtml('| Need | Take |\n| --- | --- |\n| 1 | 2 |\n', {
    hastPlugins: [tableRegions],
  });
  expect(html).toContain(
    '<table-region class="table-scroll" role="region" tabindex="0" aria-label="Table: Need, Take"><table>',
  );
});

test('two tables of the same columns have names of their own', () => {
  const table = '| Need | Take |\n| --- | --- |\n| 1 | 2 |\n\n';
  for (const _ of ['a text', 'another']) {
    const { html } = markdownToHtml(table.repeat(2), { hastPlugins: [tableRegions] });
    expect([...html.matchAll(/aria-label="(.*?)"/g)].map(([, name]) => name)).toEqual([
      'Table: Need, Take',
      'Table: Need, Take (2)',
    ]);
  }
});

test('code is coloured by classes, never by inline styles', async () => {
  const code = await (await toRender())('sh', 'docker run --rm alpine # once');
  expect(code).toContain('class="token-comment"');
  expect(code).not.toContain('style=');
});

test('a block of code says its language, or the file that its fence names', async () => {
  const all = await toRender();
  const render = (fence: string) => all(fence, 'boil');
  const aside = '<span data-pagefind-ignore="" data-export="none">';
  expect(await render('sh')).toContain(`<pre data-language="sh">${aside}Shell</span><code`);
  expect(await render('yaml title="kettle.yaml"')).toContain(
    '<pre data-language="yaml"><span>kettle.yaml</span><code',
  );
  expect(await render('text')).toContain(`<pre data-language="text">${aside}</span><code`);
});

test('below a base path, links and pictures from the root get it, in Markdown and MDX', () => {
  const hastPlugins = [
    links(toLinks({ url: 'https://drinks.example', base: '/kb/' }), () => undefined),
  ];
  const source = '[a](/a/) ![b](/b.png) [d](//d.example/) [e](https://e.example/) [f](#f)\n';
  const expected = ['/kb/a/', '/kb/b.png', '//d.example/', 'https://e.example/', '#f'];
  const { html } = markdownToHtml(source, { hastPlugins });
  expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual(
    expected,
  );
  const { code } = mdxToJs(source, { hastPlugins });
  expect([...code.matchAll(/(?:href|src): "([^"]*)"/g)].map(([, address]) => address)).toEqual(
    expected,
  );
});

test('commands that were run say when and on what, and no others', async () => {
  const findRun = (commands: string) =>
    commands === 'boil' ? { engine: '28.5.2', on: '2026-11-28' } : undefined;
  const render = await toRender(findRun);
  expect(await render('sh proof="boil"', 'boil')).toContain(
    '</code><a href="/proofs/" data-pagefind-ignore="">Run on Docker Engine 28.5.2, 28 November 2026</a></pre>',
  );
  expect(await render('sh proof="boil"', 'boil twice')).not.toContain('Run on');
  expect(await render('text', 'boil')).not.toContain('Run on');
});

test('of a session the build marks what was typed, of other blocks nothing', async () => {
  const render = await toRender();
  expect(await render('console', '$ cat <<EOF\nhot\nEOF\nhot')).toMatch(
    /<span class="line" data-typed="2">.*\n<span class="line" data-typed="0">.*\n<span class="line" data-typed="0">.*\n<span class="line">/,
  );
  for (const [language, text] of [
    ['text', 'Costs a month:\n  $ 5 for one'],
    ['text', '$ 5 for one'],
    ['php', '$ tea = 1;'],
  ] as const)
    expect(await render(language, text)).not.toContain('data-typed');
});

test.each(['diff', 'ansi', 'markdown', 'html', 'math', 'text', 'shh', ''])(
  'a block of the language %j has no styles, which the policy forbids',
  async (language) => {
    const render = await toRender();
    const html = await render(language, '- old\n+ new\n*hot*\n');
    expect(html).toContain('<code');
    expect(html).not.toContain('style=');
  },
);

async function toRender(
  findRun?: FindRun,
): Promise<(fence: string, text: string) => Promise<string>> {
  const processor = await toProcessor(drinks, findRun);
  const renderer = await processor.createRenderer({
    syntaxHighlight: false,
    image: { domains: [], remotePatterns: [] },
  } as never);
  return async (fence, text) => (await renderer.render(`\`\`\`${fence}\n${text}\n\`\`\`\n`)).code;
}
