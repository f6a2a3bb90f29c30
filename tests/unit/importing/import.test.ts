import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTree } from '../../fixtures/folder.ts';
import { importShelf, KNOWN } from '../../fixtures/importing.ts';

const page = (title: string, body: string) => `---\ntitle: ${title}\n${KNOWN}\n---\n\n${body}\n`;
const FILES = {
  '_config.yml': 'url: https://tea.example\nbaseurl: /help\npermalink: pretty\n',
  'pots/tea-pot.md': page('Tea pot', 'It holds tea.\n\n## Its lid\n\n![A lid](lid.png) covers it.'),
  'pots/lid.png': 'a lid',
  'pots/jug.md': page('Jug', 'It holds milk.\n\nSee [the lid](tea-pot.md#its-lid).'),
};
const states = (plan: { articles: readonly { source: string; state: string }[] }) =>
  Object.fromEntries(plan.articles.map(({ source, state }) => [source, state]));
const file = 'content/articles/pots/tea-pot.md';

describe('a second run', () => {
  test('changes nothing when nothing has changed', () => {
    const { root, again } = importShelf(FILES);
    const before = readTree(root);
    expect(states(again())).toEqual({ 'pots/jug.md': 'same', 'pots/tea-pot.md': 'same' });
    expect(readTree(root)).toEqual(before);
  });

  test('on another day changes nothing either, also where nothing names a day', () => {
    const files = {
      '_config.yml': 'permalink: pretty\n',
      'a.md': '---\ntitle: A\n---\n\nOne.\n\nTwo.\n',
    };
    const { root, head, again } = importShelf(files);
    const before = readTree(root);
    expect(states(again({}, '2026-05-07'))).toEqual({ 'a.md': 'same' });
    expect(readTree(root)).toEqual(before);
    expect(states(again({ 'a.md': `${files['a.md']}\nThree.\n` }, '2026-05-07'))).toEqual({
      'a.md': 'changed',
    });
    expect(head('a')).toContain('published: 2026-03-01\nupdated: 2026-05-07\n');
  });

  test('writes anew what changed in the source, and leaves what an author has touched, moved or deleted', () => {
    const { root, again } = importShelf({
      ...FILES,
      'pots/cup.md': page('Cup', 'It holds a sip.'),
    });
    const path = join(root, file);
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nMine.\n`);
    renameSync(path, join(dirname(path), 'my-pot.md'));
    rmSync(join(root, 'content/articles/pots/cup.md'));
    const topics = readFileSync(join(root, 'content/topics.yaml'), 'utf8');
    const changed = page('Jug', 'It holds cream.\n\nSee [the lid](tea-pot.md#its-lid).');
    const plan = again({
      'pots/jug.md': changed,
      'pots/tea-pot.md': page('Tea pot', 'Other words.'),
    });
    expect(states(plan)).toEqual({
      'pots/cup.md': 'deleted',
      'pots/jug.md': 'changed',
      'pots/tea-pot.md': 'kept',
    });
    expect(readFileSync(join(root, 'content/articles/pots/my-pot.md'), 'utf8')).toContain(
      '\nMine.\n',
    );
    expect(existsSync(path)).toBe(false);
    const jug = readFileSync(join(root, 'content/articles/pots/jug.md'), 'utf8');
    expect(jug).toContain('answer: It holds cream.\n');
    expect(jug).toContain('(/articles/my-pot/');
    expect(readFileSync(join(root, 'content/topics.yaml'), 'utf8')).toBe(topics);
  });

  test('copies pictures anew that changed in the source, and none that an author has touched or put there', () => {
    const two = {
      ...FILES,
      'pots/tea-pot.md': `${FILES['pots/tea-pot.md']}\n![A knob](knob.png) ![A spout](spout.png)\n`,
      'pots/knob.png': 'a knob',
    };
    const { root, again } = importShelf(two);
    const path = (name: string) => join(root, 'content/articles/pots', name);
    writeFileSync(path('knob.png'), 'my knob');
    writeFileSync(path('spout.png'), 'my spout');
    again({
      'pots/knob.png': 'a new knob',
      'pots/lid.png': 'a new lid',
      'pots/spout.png': 'a spout',
    });
    const names = ['knob.png', 'lid.png', 'spout.png', 'spout-2.png'];
    expect(names.map((name) => readFileSync(path(name), 'utf8'))).toEqual([
      'my knob',
      'a new lid',
      'my spout',
      'a spout',
    ]);
    expect(readFileSync(path('tea-pot.md'), 'utf8')).toContain('![A spout](./spout-2.png)');
  });

  test('adds what is new with the next free id, last in its topic', () => {
    const { root, again } = importShelf(FILES);
    again({ 'pots/cup.md': page('Cup', 'It holds a sip.') });
    expect(readFileSync(join(root, 'content/articles/pots/cup.md'), 'utf8')).toContain(
      'id: KB-1003\n',
    );
    expect(readFileSync(join(root, 'content/topics.yaml'), 'utf8')).toMatch(
      /- jug\n\s+- tea-pot\n\s+- cup\n/,
    );
  });

  test('leaves published what is published, and publishes what an earlier run left as a draft', () => {
    const { head, again } = importShelf(FILES);
    const drafts = { 'pots/cup.md': page('Cup', 'It holds a sip.') };
    expect(states(again(drafts, undefined, false))).toEqual({
      'pots/cup.md': 'new',
      'pots/jug.md': 'same',
      'pots/tea-pot.md': 'same',
    });
    expect(head('jug')).toContain('status: published\n');
    const { articles } = again();
    expect(
      articles.filter(({ state }) => state === 'changed').map(({ differences }) => differences),
    ).toEqual([['status']]);
  });

  test('of a folder that is called otherwise now is stopped', () => {
    const { root } = importShelf(FILES);
    expect(() => importShelf(FILES, { root })).toThrow(
      /^2 pages of \S+ came already from a folder \S+\n/,
    );
  });

  test('records the addresses of drafts that were published since, and keeps a line that an author has set', () => {
    const { root, ledger, told, again } = importShelf(FILES, { isPublished: false });
    expect(ledger()).toEqual({});
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace('status: draft', 'status: published'));
    again();
    expect(ledger()).toEqual({ '/help/pots/tea-pot/': { to: 'KB-1002' } });
    writeFileSync(
      join(root, 'content/links.lock.json'),
      '{\n  "/help/pots/tea-pot/": {"to":"/"}\n}\n',
    );
    again();
    expect(ledger()).toEqual({ '/help/pots/tea-pot/': { to: '/' } });
    expect(told().join()).not.toContain('leads elsewhere');
  });
});

test('two shelves keep apart what has one name in both', () => {
  const first = importShelf(FILES);
  const before = readTree(first.root);
  const { root, plan, again } = importShelf(
    {
      ...FILES,
      'pots/tea-pot.md': page('Coffee pot', 'It holds coffee.\n\n![A lid](lid.png)'),
      'pots/lid.png': 'its lid',
    },
    { root: first.root },
  );
  expect(states(plan)).toEqual({ 'pots/jug.md': 'new', 'pots/tea-pot.md': 'new' });
  for (const path of ['pots/tea-pot.md', 'pots/jug.md', 'pots/lid.png'])
    expect(readTree(root)[`content/articles/${path}`]).toBe(before[`content/articles/${path}`]);
  expect(readFileSync(join(root, 'content/articles/pots/lid-2.png'), 'utf8')).toBe('its lid');
  const after = readTree(root);
  for (const shelf of [first.again, again])
    expect(states(shelf())).toEqual({ 'pots/jug.md': 'same', 'pots/tea-pot.md': 'same' });
  expect(readTree(root)).toEqual(after);
});

describe('what is derived', () => {
  test('the answer is the beginning of the first paragraph, which does not stand there twice', () => {
    const { head, body, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page('A', 'One `two`. **Three** four! Five six.\n\nSeven.'),
      'b.md': page('B', 'See [all](https://tea.example/). More.'),
      'c.md': page('C', 'Do this:\n\n1. Pour.\n2. Drink.'),
      'd.md': `---\ntitle: D\ndescription: About &amp; around.\n${KNOWN}\n---\n\n- A list.\n`,
    });
    expect(head('a')).toContain('answer: One two. Three four!\n');
    expect(body('a')).toBe('Five six.\n\nSeven.');
    expect(head('b')).toContain('answer: See all. More.\n');
    expect(body('b')).toBe('See [all](https://tea.example/). More.');
    expect(told()).toEqual([
      'c.md:1  the answer is only a paragraph that stands in the text too',
      'd.md:1  the answer is only what describes the page',
    ]);
    expect(head('c')).toMatch(/answer: Do this\.\n[\s\S]*kind: how-to/);
    expect(head('d')).toMatch(/summary: About & around\.\nanswer: About & around\.\n/);
  });

  test('a sentence goes on where its line ends, and a script that is not closed is left out whole', () => {
    const { body, head, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page(
        'A',
        'It holds milk, tea,\ncoffee and more. It is\nof tin. It\nstands.\n\nMore.\n\n<script type="application/ld+json">\n{\n"name": "Jug",\n\n"of": "tin"\n}',
      ),
    });
    expect(head('a')).toContain('answer: It holds milk, tea, coffee and more. It is of tin.\n');
    expect(body('a')).toBe('It\nstands.\n\nMore.');
    expect(told()).toEqual(['a.md:16  <script>']);
  });

  test('no answer is made of items or headings, and none of an excerpt beyond the first paragraph', () => {
    const { head } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page('A', '- One.\n- Two.\n\n## Three'),
      'b.md':
        '---\ntitle: B\ndescription: "Do these steps: Pour Drink it. 2. Wash"\n---\n\nDo these steps:\n\n## Pour\n\n1. Drink it.\n2. Wash\n',
    });
    expect(head('a')).toContain('summary: A.\nanswer: A.\n');
    expect(head('b')).toContain('summary: Do these steps.\nanswer: Do these steps.\n');
  });

  test.each([
    ['Deploy a pot', 'how-to'],
    ['Set up the tray', 'how-to'],
    ['Pouring milk', 'how-to'],
    ['Tea leaves', 'concept'],
    ['Setup of a pot', 'concept'],
  ])('the kind of "%s" is %s', (title, kind) => {
    const { head } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page(title, 'One.\n\nTwo.'),
    });
    expect(head('a')).toContain(`kind: ${kind}\n`);
  });

  test('days, owner and review are those of the source, and none is made up', () => {
    const { head, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page('A', 'One.\n\nTwo.'),
      'b.md': '---\ntitle: B\n---\n\nOne.\n\nTwo.\n',
    });
    expect(head('a')).toContain(
      'owner: Kitchen\npublished: 2024-05-01\nupdated: 2024-05-01\nreviewed: 2024-06-01\nreviewBy: 2027-06-01\n',
    );
    expect(head('b')).not.toMatch(/owner|review/);
    expect(told()).toContain('b.md:1  no day of publication; 2026-03-01 stands there');
  });

  test('an introduction to nothing else is an article, and the words of any other are told', () => {
    const { plan, ledger, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'pots/index.md': page('Pots', 'All of them.'),
      'pots/clay/index.md': page('Clay', '## Of clay\n\nOr [tin](/b/).'),
      'pots/clay/jug.md': page('Jug', 'One.\n\nTwo.'),
      'pots/lid.md': page('Lid', 'One.\n\nTwo.'),
      'milk/index.md': page('Milk', 'It is cold.'),
    });
    expect(plan.articles.map(({ source }) => source)).toEqual([
      ...['milk/index.md', 'pots/lid.md', 'pots/clay/jug.md'],
    ]);
    expect(ledger()['/milk/']).toEqual({ to: 'KB-1001' });
    expect(told()).toContain(
      'pots/clay/index.md  4 words of a page that is no article, "Of clay Or tin."; its address leads to /topics/pots/#clay',
    );
  });

  test('pictures without a text are told once for a page, and those that no page shows are counted', () => {
    const { plan, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page('A', 'One.\n\n![](1.png) ![lid](lid.png) ![](1.png)'),
      ...{ '1.png': 'one', 'lid.png': 'a lid', 'img/old.svg': 'old' },
    });
    expect(told()).toEqual([
      'a.md:11  1 picture whose text was only the name of the file, 2 pictures without a text: say what readers who cannot see should know',
    ]);
    expect(plan.left).toEqual(['img/old.svg']);
  });

  test('titles and names in lists that stand twice are told apart, and so are files', () => {
    const { plan, head } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'tea/faq.md': page('Questions', 'On tea.\n\nMore.'),
      'milk/faq.md': page('Questions', 'On milk.\n\nMore.'),
    });
    expect(plan.articles.map((article) => article.file)).toEqual([
      'content/articles/milk/faq.md',
      'content/articles/tea/questions.md',
    ]);
    expect(head('questions')).toMatch(/title: Questions \(Tea\)\nshort: Questions \(Tea\)\n/);
    const { plan: deep } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      ...Object.fromEntries(
        ['milk/faq/a', 'tea/faq/b', 'tea/other/c'].map((path) => [
          `${path}.md`,
          page('Questions', 'On it.\n\nMore.'),
        ]),
      ),
    });
    expect(deep.articles.map(({ text }) => /^title: (.*)/m.exec(text)?.[1])).toEqual([
      'Questions',
      'Questions (Tea)',
      'Questions (Other)',
    ]);
  });

  test('a third of the same name gets a number, however long its topic is', () => {
    const name = 'pots-that-are-made-of-clay-and-others-that-are-made-of-tin';
    const folders = [`all/${name}`, `all-${name}`, `all-${name.replace('-', '/')}`];
    const { plan } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      ...Object.fromEntries(folders.map((path) => [`${path}/lid.md`, page('Lid', 'One.\n\nTwo.')])),
    });
    expect(new Set(plan.articles.map((article) => article.file)).size).toBe(3);
  });

  test('levels that are left out close up, and two marks without a space are a heading', () => {
    const { body } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page(
        'A',
        '# A\n\nOne.\n\n### Two\n\n##### Three\n\n##Four\n\nFive\n----\n\n#### {#six}',
      ),
    });
    expect(body('a')).toBe('## Two\n\n### Three\n\n## Four\n\n## Five');
  });

  test('headings that stand twice below one heading are told apart, and their old anchors lead to them', () => {
    const { body, told, ledger } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page(
        'A',
        'One.\n\n## Pour\n\n### Cold\n\nIt is.\n\n### Cold\n\nStill.\n\n### Cold\n\nToo.\n\n## Pour\n\nMore.',
      ),
    });
    expect(body('a').match(/^#.*/gm)).toEqual([
      ...['## Pour', '### Cold', '### Cold (Pour)', '### Cold (3)', '## Pour (2)'],
    ]);
    expect(told()).toContain('a.md:17  a heading that stood twice is now: Cold (Pour)');
    expect(ledger()).toMatchObject({
      '/a/#cold-1': { to: 'KB-1001#cold-pour' },
      '/a/#pour-1': { to: 'KB-1001#pour-2' },
    });
  });

  test('a table is as wide as its longest row, and what only its own system reads as one is one', () => {
    const { body, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page(
        'A',
        'One.\n\n| Pot | Cup |\n|---|---|\n| a | b | c |\n| d |\n\n> Pot | Cup\n> --- | --- | ---\n> a | b | c',
      ),
    });
    expect(body('a')).toBe(
      '| Pot | Cup | |\n|---|---| --- |\n| a | b | c |\n| d |\n\n> Pot | Cup | |\n> --- | --- | ---\n> a | b | c',
    );
    const why = 'a table has longer rows than heads: 1 column without a head';
    expect(told()).toEqual([`a.md:16  ${why}`, `a.md:11  ${why}`]);
  });

  test('a link of a picture without a text says where it leads, and an address that was broken over lines is one', () => {
    const { body, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page(
        'A',
        'One.\n\n[![](cup.png)](https://www.cups.example/buy?a=1) [![A cup](cup.png)](/b/)\n\n- See [the\n  cups](https://cups.example/tea-\n  cups).',
      ),
      'b.md': page('B', 'Two.\n\nThree.'),
      'cup.png': 'a cup',
    });
    expect(body('a')).toBe(
      '![](./cup.png) [cups.example](https://www.cups.example/buy?a=1) [![A cup](./cup.png)](/articles/b/)\n\n- See [the\n  cups](https://cups.example/tea-cups).',
    );
    expect(told()).toContain('a.md:11  a link without words; its address stands there');
  });

  test('bars of what is no table are text', () => {
    const { body, told } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page('A', 'One.\n\nasked@pot:~# list\n+---+---+\n| a | b |\n| c | d |\n+---+---+'),
    });
    expect(body('a')).toContain('\\| a | b |\n\\| c | d |');
    const why = 'a table that is none, and is text now';
    expect(told()).toEqual([`a.md:13  ${why}`, `a.md:14  ${why}`]);
  });

  test('a line break is one in each of its forms', () => {
    const { body } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page('A', 'One.\n\nWarm<br/>the pot,<br />then<BR>the cup.'),
    });
    expect(body('a')).toContain('Warm<br>the pot,<br>then<br>the cup.');
  });

  test('a picture without a text has its title as text, and code that is indented is left as it is', () => {
    const { body } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'a.md': page(
        'A',
        'One.\n\n![](cup.png "A cup") ![cup](cup.png "A [full] cup") ![A mug](cup.png "Of tin")\n\n    awk \'BEGIN{ SIZE="2";} {{ x }}\'\n\nTwo `x`{.file} three.',
      ),
      'cup.png': 'a cup',
    });
    expect(body('a')).toBe(
      '![A cup](./cup.png) ![A \\[full\\] cup](./cup.png) ![A mug](./cup.png "Of tin")\n\n    awk \'BEGIN{ SIZE="2";} {{ x }}\'\n\nTwo `x` three.',
    );
  });

  test('pictures that share a name are kept apart, and other files stand in public/', () => {
    const { root, body } = importShelf({
      '_config.yml': 'permalink: pretty\n',
      'tea/a.md': page(
        'A',
        'One.\n\n![Pot](x/1.png) ![Pot too](y/1.png) [a list](x/list.pdf) ![Far](https://far.example/1.png)',
      ),
      'tea/x/1.png': 'one',
      'tea/y/1.png': 'two',
      'tea/x/list.pdf': 'a list',
    });
    expect(body('a')).toBe(
      '![Pot](./1.png) ![Pot too](./1-2.png) [a list](/files/list.pdf) [Far](https://far.example/1.png)',
    );
    expect(readFileSync(join(root, 'content/articles/tea/1-2.png'), 'utf8')).toBe('two');
    expect(readFileSync(join(root, 'public/files/list.pdf'), 'utf8')).toBe('a list');
  });
});
