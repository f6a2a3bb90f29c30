import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '#search/engine.ts';
import type { SiteConfig } from '#schemas/site.ts';
import { build, copyCode } from '../fixtures/build.ts';
import { openLibrary } from '../fixtures/built-library.ts';
import { run } from '../fixtures/command.ts';
import { readTree, writeTree } from '../fixtures/folder.ts';
import { askChecker, hasChecker, validate } from '../fixtures/markup.ts';
import { type Server, startPreview, startServer } from '../fixtures/servers.ts';
import { hasServer } from '../servers.ts';

// The steps of "Use it for your own knowledge base" in the README, done for a shelf that begins with two articles and a page, and takes
// in two that stood in other systems: tests/fixtures/foreign. It has no source, no comparison and no term.

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

const LONG = 'three-cups-a-day-why-our-doctor-says-that-nobody-needs-more';
const GREEN_TEA = [
  'water_temp',
  'in-the-mountains',
  'install',
  'install-1',
  'temperature_of_the_pot',
  'temperatureofthepot',
  'größe',
  'sources',
  'related-articles',
];

let root: string;
let source: string;
let output: string;
let told: string[];
let packed: ReturnType<typeof run>;

const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
/** What a shelf that stood elsewhere brings along; it stood where this one stands now. */
const importFrom = (system: string) =>
  run(root, 'import', join(source, system), '--publish', '--url', CONFIG.url);

beforeAll(() => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fork-')));
  root = join(folder, 'site');
  source = join(folder, 'old');
  cpSync('tests/fixtures/foreign', source, { recursive: true });
  // What editors hide, and would take away.
  const samovar = join(source, 'jekyll/retired/samovar.md');
  const hidden = readFileSync(samovar, 'utf8')
    .replaceAll('\n', '\r\n')
    .replace(' the ', '\u2028the ');
  writeFileSync(samovar, `\uFEFF${hidden}`);
  writeTree(join(root, 'content'), CONTENT);
  copyCode(root);
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
  const imported = ['jekyll', 'grav'].map(importFrom);
  told = imported
    .flatMap(({ stdout }) => stdout.split('\n'))
    .filter((line) => /^\S.*  (?:lost|open): /.test(line));
  const recorded = run(root, 'links');
  const old = run(root, 'links', '--import', join(source, 'jekyll/old.csv'));
  const checked = run(root, 'check:content');
  const built = build(root);
  output =
    [...said, ...imported, recorded, old, checked]
      .map((answer) => answer.stdout + answer.stderr)
      .join('') + built.output;
  if (built.status !== 0) throw new Error(output);
  packed = run(root, 'pack');
  return () => rmSync(folder, { recursive: true });
}, 240_000);

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
    expect(read('search/index.html')).not.toContain('Terms, A to Z');
    for (const path of ['comparisons', 'glossary', 'sources', 'topics/milk']) {
      expect(read(`${path}/index.html`)).toContain('<meta name="robots" content="noindex">');
      expect(read('sitemap.xml')).not.toContain(`/${path}/`);
    }
  });
});

test('what an import cannot carry is told by file and line', () =>
  expect(told).toMatchInlineSnapshot(`
    [
      "brewing/green-tea.md:86  lost: the abbreviation HTML: Hot Tea, Mostly Leaves",
      "brewing/oolong.md:13  open: a picture without a text for readers who cannot see it",
      "brewing/oolong.md:15  open: a picture without a text for readers who cannot see it",
      "brewing/oolong.md:17  lost: the width 120 of a picture, which has its own now",
      "brewing/oolong.md:19  lost: the width 40 of a picture, which has its own now",
      "brewing/oolong.md:19  open: a picture without a text for readers who cannot see it",
      "brewing/oolong.md:26  lost: pictures/lost.png: there is no such picture",
      "brewing/oolong.md:28  lost: https://elsewhere.example/cup.png: nothing is loaded from another origin",
      "index.md  lost: 11 words of a page that is no article",
      "index.md:7  lost: {% for page in site.pages %}: what it does",
      "kettle/commands.md:18  open: nothing colours the language kettlescript, so the block is text",
      "kettle/commands.md:32  open: {{ degrees }} stands as code, since nothing is put in its place here",
      "kettle/commands.md:36  lost: {% unknown_tag %}: what it does",
      "kettle/commands.md:36  open: {{ site.fax }} stands as code, since nothing is put in its place here",
      "kettle/commands.md:43  lost: <script>",
      "kettle/commands.md:45  lost: <form>",
      "kettle/commands.md:47  lost: <iframe> is now a link to what it shows",
      "pots/care/seasoning.md:1  open: no day of publication; 2026-11-29 stands there",
      "pots/care/seasoning.md:14  open: [[Wiki]] means nothing here, and is text now",
      "pots/care/seasoning.md:18  open: [color=red]Hot[/color] means nothing here, and is text now",
      "pots/prices.md:8  lost: the first row of the table is its head now",
      "pots/prices.md:10  lost: a list in a cell is lines of its own now",
      "pots/prices.md:16  lost: cells that were one are apart now, and those after the first are empty",
      "pots/prices.md:17  lost: cells that were one are apart now, and those after the first are empty",
      "pots/prices.md:28  open: a picture without a text for readers who cannot see it",
      "support/links.md:22  lost: ftp://elsewhere.example/leaves: ftp: is no scheme for links",
      "support/links.md:22  lost: sms:5550100: sms: is no scheme for links",
      "support/links.md:23  lost: /help/gone.html: it led nowhere",
      "support/links.md:23  lost: #nowhere: there was no such anchor on the page",
      "support/links.md:34  lost: ../kettle/gone.html: it led nowhere",
      "Wärme/heißes Wasser.md:12  lost: the heading ? is text now: it has no letter",
      "pages/01.guests/01.seating/docs.en.md:20  open: a picture without a text for readers who cannot see it",
      "pages/01.guests/01.seating/docs.en.md:20  lost: the width 300 of a picture, which has its own now",
      "pages/01.guests/01.seating/docs.en.md:26  lost: the icon info-circle",
      "pages/01.guests/02.booking-a-table/docs.fr.md  lost: the language fr",
    ]
  `));

test(
  'what was imported is packed, and neither checker finds a fault in it',
  { timeout: 120_000 },
  async () => {
    expect(packed).toMatchObject({ status: 0, stderr: '' });
    const dist = join(root, 'dist');
    expect(await validate(dist)).toEqual([]);
    if (hasChecker) expect(askChecker(dist)).toEqual([]);
  },
);

// Each page at the address that it had, with the anchors that its headings had; those of Grav end where its plug-in cut them.
const OLD: [address: string, page: string, ...anchors: string[]][] = [
  ['', ''],
  ['brewing/', 'topics/brewing/'],
  ['brewing/3-cups-a-day.html', `articles/${LONG}/`, 'at-night', 'section', '夜のお茶'],
  ['brewing/faq/', 'articles/faq/', 'is-milk-allowed'],
  ['brewing/green-tea.html', 'articles/green-tea/', ...GREEN_TEA],
  ['green_tea.php', 'articles/green-tea/'],
  ['Brewing/Sencha%20&%20Gyokuro', 'articles/green-tea/'],
  ['brewing/oolong.html', 'articles/oolong/', 'setext'],
  ['kettle/commands.html', 'articles/commands/', 'in-a-shell'],
  ['hc/en-us/articles/360012345-error-messages/', 'articles/errors/', 'e07-lid-open'],
  ['hc/en-us/articles/360012345', 'articles/errors/'],
  ['hc/en-us/articles/360012345-in-other-words', 'articles/errors/'],
  ['pots/faq/', 'articles/questions/', 'is-glass-allowed'],
  ['pots/faq', 'articles/questions/'],
  ['pots/care/seasoning.html', 'articles/seasoning-clay/'],
  ['pots/prices.html', 'articles/prices/'],
  ['retired/samovar.html', 'articles/samovar/', 'it-leaked'],
  ['article.php?id=12', 'articles/samovar/'],
  ['support/links.html', 'articles/links/', 'inside', 'Old_Mark'],
  ['W%C3%A4rme/hei%C3%9Fes%20Wasser.html', 'articles/heisses-wasser/', 'gre--ma', 'größe--maß'],
  ['W%c3%a4rme_und_Tee.aspx', 'articles/heisses-wasser/'],
  ['guests', 'topics/guests/'],
  ['guests/seating', 'articles/seating/', 'seats-by-the-window'],
  ['guests/booking-a-table', 'articles/booking-a-table/', 'by-the-way-of-the-letter-'],
  ['book', 'articles/booking-a-table/'],
];

describe.each(['preview', 'nginx', 'caddy'] as const)('served by %s', (name) => {
  describe.skipIf(name !== 'preview' && !hasServer(name))('what was imported', () => {
    let server: Server;
    beforeAll(async () => {
      server =
        name === 'preview'
          ? await startPreview(root)
          : await startServer(name, { root: join(root, 'dist'), project: root });
    });
    afterAll(() => server?.stop());

    test('answers at each old address and anchor in one hop', async () => {
      const wrong = [];
      for (const [old, page, ...anchors] of OLD) {
        const first = await server.ask(`/help/${old}`);
        const way = first.headers.location?.replace(/[?#].*/, '');
        const last = way === undefined ? first : await server.ask(way);
        const html = last.body.toString();
        const missing = anchors.filter((anchor) => !html.includes(`id="${anchor}"`));
        if (last.status !== 200 || html !== read(`${page}index.html`) || missing.length > 0)
          wrong.push({ old, status: first.status, way, missing });
      }
      expect(wrong).toEqual([]);
    });

    test('is gone where the list says so', async () =>
      expect((await server.ask('/help/samovar.html')).status).toBe(name === 'preview' ? 404 : 410));
  });
});

test('a second import changes nothing', () => {
  const before = readTree(join(root, 'content'));
  expect(importFrom('jekyll').stdout).toContain('Jekyll: 12 articles (12 as before), 0 new topics');
  expect(importFrom('grav').stdout).toContain('Grav: 2 articles (2 as before), 0 new topics');
  expect(readTree(join(root, 'content'))).toEqual(before);
});

describe('the search finds', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = new Engine(await openLibrary(join(root, 'dist'), CONFIG.idPrefix));
  });
  const titles = ({ results }: Awaited<ReturnType<Engine['find']>>) =>
    results.map(({ card }) => card.title);

  test.each([
    ['a word of a title', 'oolong', 'How to brew oolong'],
    ['a whole question', 'How many minutes does green tea steep?', 'How to brew green tea'],
    ['a misspelt word', 'the samowar', 'The samovar'],
    ['a message', 'E12: no water', 'Error messages of the kettle'],
  ])('an imported page by %s', async (_name, query, title) =>
    expect(titles(await engine.find(query))[0]).toBe(title),
  );

  test('an imported page by a ticket', async () => {
    const ticket =
      'Hello,\n\nsince this morning our kettle beeps three times and its display blinks red.\nWe tried it twice and switched it off in between. What can we do?\n\nKind regards\nAnn';
    expect(titles(await engine.suggest(ticket))[0]).toBe('Error messages of the kettle');
  });

  test('nothing by what the shelf does not hold', async () =>
    expect(await engine.find('rent a bicycle in Lisbon')).toMatchObject({ total: 0, results: [] }));
});
