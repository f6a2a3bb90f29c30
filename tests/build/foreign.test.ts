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
import { listFiles } from '#release/tree.ts';
import { openLibrary } from '#cli/library.ts';
import { Engine } from '#search/engine.ts';
import type { SiteConfig } from '#schemas/site.ts';
import { build, copyCode } from '../fixtures/build.ts';
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
  sections: [
    { label: 'Subjects', path: '/#topics' },
    { label: 'Tables', path: '/comparisons/', description: 'Leaves side by side.' },
    { label: 'Words', path: '/glossary/' },
    { label: 'Books', path: '/sources/' },
  ],
  footer: [
    { label: 'Messages', path: '/errors/' },
    { label: 'About us', path: '/about/' },
  ],
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
const REMEDY = [
  'remedy',
  'remedy-1',
  ...['cold', 'hot'].map(
    (end) => `what-to-do-when-the-kettle-on-the-second-floor-of-the-house-is-${end}`,
  ),
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
    .replace(' the ', '\u2028the\u0010 ');
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
        '\n<StackDiagram label="A cup on its saucer" stacks={[{ title: "A set", layers: [{ label: "Cup" }, { label: "Saucer" }] }]} />\n\n## A heading',
      );
    writeFileSync(path, text);
  }
  const imported = ['jekyll', 'grav'].map(importFrom);
  told = imported
    .flatMap(({ stdout }) => stdout.split('\n'))
    .filter((line) => /^\S.* {2}(?:lost|open): /.test(line));
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
    // What an author must still write, and nothing else.
    const warned = output.split('\n').filter((line) => line.includes('[WARN]'));
    expect(
      warned.filter((line) => !/an image without a text|is \d+ characters long/.test(line)),
    ).toEqual([]);
  });

  test('speaks of itself alone', () => {
    const files = listFiles(join(root, 'dist')).filter((file) =>
      /\.(?:html|json|xml|txt|md|csv|js|css|svg)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(30);
    const ours = /container[ -]?kb|enscale|\bKB-/i;
    expect(files.filter((file) => ours.test(read(file)))).toEqual([]);
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
    expect(home).not.toMatch(/>(?:Tables|Words|Books|Messages|Milk)<\/a>/);
    expect(read('search/index.html')).not.toContain('Terms, A to Z');
    expect(read('search/index.html')).not.toContain('Answering a ticket?');
    for (const path of ['comparisons', 'glossary', 'sources', 'errors', 'topics/milk']) {
      expect(read(`${path}/index.html`)).toContain('<meta name="robots" content="noindex">');
      expect(read('sitemap.xml')).not.toContain(`${CONFIG.url}${path}/`);
    }
  });
});

test('what an import cannot carry is told by file and line', () =>
  expect(told).toMatchInlineSnapshot(`
    [
      "brewing/green-tea.md:86  lost: the abbreviation HTML: Hot Tea, Mostly Leaves",
      "brewing/oolong.md:19  lost: the width 120 of a picture, which has its own now",
      "brewing/oolong.md:21  lost: the width 40 of a picture, which has its own now",
      "brewing/oolong.md:28  lost: pictures/lost.png: there is no such picture",
      "brewing/oolong.md:30  lost: https://elsewhere.example/cup.png: nothing is loaded from another origin",
      "index.md  lost: 6 words of a page that is no article, "Welcome - Help of the tea house"; its address leads to /",
      "index.md:7  lost: {% for page in site.pages %}: what it does",
      "kettle/commands.md:36  lost: {% unknown_tag %}: what it does",
      "kettle/commands.md:43  lost: <script>",
      "kettle/commands.md:45  lost: <form>",
      "kettle/commands.md:47  lost: <iframe> is now a link to what it shows",
      "pots/prices.md:8  lost: the first row of the table is its head now",
      "pots/prices.md:10  lost: a list in a cell is lines of its own now",
      "pots/prices.md:16  lost: cells that were one are apart now, and those after the first are empty",
      "pots/prices.md:17  lost: cells that were one are apart now, and those after the first are empty",
      "pots/prices.md:34  lost: the first row of the table is its head now",
      "support/links.md:22  lost: ftp://elsewhere.example/leaves: ftp: is no scheme for links",
      "support/links.md:22  lost: sms:5550100: sms: is no scheme for links",
      "support/links.md:23  lost: /help/gone.html: it led nowhere",
      "support/links.md:23  lost: #nowhere: there was no such anchor on the page",
      "support/links.md:34  lost: ../kettle/gone.html: it led nowhere",
      "Wärme/heißes Wasser.md:12  lost: the heading ? is text now: it has no letter",
      "brewing/oolong.md:15  open: 1 picture whose text was only the name of the file, 2 pictures without a text: say what readers who cannot see should know",
      "content/topics.yaml  open: no page names or describes the topic "Kettle"",
      "content/topics.yaml  open: no page names or describes the topic "Pots"",
      "content/topics.yaml  open: no page names the section "Care"",
      "content/topics.yaml  open: no page names or describes the topic "Retired"",
      "content/topics.yaml  open: no page names or describes the topic "Support"",
      "content/topics.yaml  open: no page names or describes the topic "Wärme"",
      "kettle/commands.md:18  open: nothing colours the language kettlescript, so the block is text",
      "kettle/commands.md:32  open: {{ degrees }} stands as code, since nothing is put in its place here",
      "kettle/commands.md:36  open: {{ site.fax }} stands as code, since nothing is put in its place here",
      "kettle/errors.md:21  open: a heading that stood twice is now: Remedy (E12: no water)",
      "pots/care/seasoning.md:1  open: no day of publication; 2026-11-29 stands there",
      "pots/care/seasoning.md:14  open: [[Wiki]] means nothing here, and is text now",
      "pots/care/seasoning.md:18  open: [color=red]Hot[/color] means nothing here, and is text now",
      "pots/care/seasoning.md:20  open: !!! note means nothing here, and is text now",
      "pots/care/seasoning.md:23  open: :::tip means nothing here, and is text now",
      "pots/care/seasoning.md:27  open: {{< shortcode >}} stands as code, since nothing is put in its place here",
      "pots/prices.md:28  open: 1 picture whose text was only the name of the file: say what readers who cannot see should know",
      "pots/prices.md:37  open: a table has longer rows than heads: 1 column without a head",
      "pages/01.guests/01.seating/docs.en.md:20  lost: the width 300 of a picture, which has its own now",
      "pages/01.guests/01.seating/docs.en.md:26  lost: the icon info-circle",
      "pages/01.guests/02.booking-a-table/docs.fr.md  lost: the language fr",
      "pages/01.guests/01.seating/docs.en.md:20  open: 1 picture whose text was only the name of the file: say what readers who cannot see should know",
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

// What readers get of each construct.
const SHOWN: [page: string, ...parts: (string | RegExp)[]][] = [
  [
    'green-tea',
    'Reviewed <time datetime="2024-06-01">June 1, 2024</time> by Counter',
    /gyokuro wants 60 °C\.<sup><a [^>]*id="user-content-fnref-1"/,
    /Some say 50 °C\.<\/p>\s*<p>They have time\./,
    /Let the water cool <br>\s*before you pour it\.<\/p>/,
    ...['Note', 'Caution', 'Tip', 'Warning'].map(
      (word) => new RegExp(`<aside role="note"[^>]*><p [^>]*><span [^>]*>${word}</span>`),
    ),
    'Rinse the pot with <strong>warm</strong> water first.',
    '<p>Ask for a <em>small</em> pot.</p>',
    '<h3 id="in-the-mountains">',
    '90<sup>°</sup>, says H<sub>2</sub>O. Press <kbd>Hold</kbd> + <kbd>Stop</kbd>.',
    /<h3 id="install">.*<h3 id="windows-kettle-install">/s,
    '<a href="#install">the other one</a> and <a href="#windows-kettle-install">this one</a>',
    '<a href="#water-temperature">the first part</a>',
    /<h2 id="sources">.*<h2 id="related-articles">/s,
    '<li><strong>Sencha</strong>: Steamed leaves.</li>',
  ],
  [
    'oolong',
    'Not reviewed yet',
    'No owner',
    'No sources',
    /<p><img src="\/help\/_astro\/colour-chart\.\w{8}\.svg" alt="" width="60" height="20"/,
    /In a sentence <img src="[^"]*\/leaf\.\w{8}\.svg" alt="" width="16" [^>]*> it stands/,
    /<a href="\/help\/articles\/green-tea\/"><img [^>]*alt="A leaf that leads on"/,
    /<img src="[^"]*\/pouring-spout\.\w{8}\.svg" alt="A spout that pours"/,
    /<img [^>]*alt="From pale to dark"[^>]*><\/p>\s*<p>From pale to dark<\/p>/,
    '<p>A picture that is lost</p>',
    '<a href="https://elsewhere.example/cup.png">Another site\'s picture</a>',
    /aria-label="Done"> warm the <del>cup<\/del> pot/,
    /<details>\s*<summary>Why five times\?<\/summary>\s*<p>The leaves open <strong>/,
    'Slowly, <em>slowly</em>, <strong>slowly</strong>, slowly, <strong>slow</strong><em>ly</em>.',
  ],
  [LONG, 'nobody needs more than this, and when you may</h1>', '>夜のお茶<'],
  [
    'prices',
    '<td>Clay<br>Glass</td> <td>• 20<br>• 35</td>',
    '<td>Small</td> <td>20</td> <td>25<br>30</td> </tr> <tr> <td></td> <td>35 | 40</td>',
    /Cork<br>Tin.*<code>a\|b<\/code><\/td> <td data-align="right" class="text-end">4 <br> 5<\/td>/s,
    /<p>Deposit<\/p>\s*<p>What you get back\.<\/p>/,
    '<a href="/help/files/prices.csv">the list</a>',
    '<th>Spout</th> <th>4</th> </tr> </thead> <tbody> <tr> <td>Handle</td> <td>5</td>',
    '<td>A whole pot</td> <td>1</td> <td>with its lid</td>',
    '<th>$\\frac{1}{2}$</th>',
  ],
  [
    'seasoning-clay',
    'Call it &lt;pot-name&gt; or &lt;IP address&gt;, <code>List&lt;String&gt;</code> or List&lt;String&gt;',
    'arr[0][1], [OK][Cancel], {name}, x &lt;5 and {"a": 1}.',
    '<p>import the pot from Yixing.</p> <p>export your data before you break it.</p>',
    'It costs $5, or $x^2$, :smile:, [[Wiki]], ~/pot, 10:30:15, a_b_c and 2 * 3 * 4.',
    '!!! note Written elsewhere.',
    ':::tip So is this. :::',
    'Write <code>{{&lt; shortcode &gt;}}</code> and === "Tab".',
    '[color=red]Hot[/color] clay -- and "soft" clay... it\'s clay\'s way.',
  ],
  [
    'commands',
    'Start it with --quiet and --name="pot"; -- ends the options.',
    /--degrees<\/span>.*\{\{.*degrees/,
    '<pre data-language="console">',
    'boil 100',
    '! code stays &lt;as it&gt; is {{ here }}',
    'indented --code',
    'Write <code>{{ degrees }}</code> for the degrees.',
    'descale --acid citric',
    'Call 555 0100 or <code>{{ site.fax }}</code>.',
    'Press <code>a | b</code>, <code>&lt;Enter&gt;</code> or <code>Esc</code>.',
    '<a href="https://elsewhere.example/film">',
  ],
  [
    'links',
    ...[
      ['articles/green-tea/#water-temperature', 'by file'],
      ['articles/green-tea/', 'by page'],
      ['articles/questions/', 'without a slash'],
      ['articles/questions/', 'with capitals'],
      ['topics/brewing/', 'of a folder'],
      ['', 'home'],
      ['articles/heisses-wasser/', 'encoded'],
      ['articles/heisses-wasser/', 'as it is'],
      ['articles/prices/', 'by Liquid'],
      ['articles/prices/', 'by variable'],
      ['articles/samovar/', 'whole'],
      ['articles/samovar/', 'with www'],
      ['articles/errors/', 'by number'],
      ['articles/errors/#e12-no-water', 'with other words'],
      ['articles/green-tea/', 'with a query'],
      ['articles/questions/', 'its anchor is gone'],
      ['articles/errors/#e07-lid-open', 'by reference'],
    ].map(([to, words]) => `<a href="/help/${to}">${words}</a>`),
    '<a href="https://tea-house.example/shop/">shop</a>',
    '<a href="https://www.elsewhere.example">www.elsewhere.example</a>',
    '<a href="http://elsewhere.example/a_%28b%29">far</a>',
    '<a href="mailto:counter@tea-house.example">counter@tea-house.example</a>',
    '<a href="https://elsewhere.example/">https://elsewhere.example/</a>',
    '<a href="https://elsewhere.example/empty">elsewhere.example/empty</a>',
    '<a href="https://elsewhere.example/nearly">nearly one</a>',
    '<li>files, by message</li> <li>gone, no anchor, ',
    'to nothing and [nowhere defined][none]',
    '<a href="#inside">the mark</a> and <a href="#inside">inside</a>',
  ],
  [
    'errors',
    '<h3 id="remedy">',
    '<h3 id="remedy-e12-no-water"><span id="remedy-1"></span>Remedy (E12: no water)',
    '<a href="#remedy">the first</a> and <a href="#remedy-e12-no-water">the second</a>',
    /<h2 id="(what-to-do-[^"]*)"><span [^>]*><\/span>What to do when [^<]* is cold<.*<h2 id="(\1-[^"]*)">What to do when [^<]* is hot<.*<a href="#\2">Cool it/,
  ],
  ['heisses-wasser', 'Heißes Wasser — “hot water”</h1>', '<p><strong>?</strong></p>'],
  ['samovar', '<p>The samovar stood at the door until 2020.</p>', '<p>We sold it.</p>'],
  [
    'seating',
    ...['Important', 'Warning', 'Note', 'Tip'].map((word) => `>${word}</span>`),
    'Do not step on the trays. They are old.',
    '<p>Ask for one.</p>',
    /<img src="[^"]*\/seat-map\.\w{8}\.svg" alt="" width="40" height="30"[^>]*> shows them\./,
    '<td>Yes</td> <td>No</td>',
    '<a href="/help/articles/booking-a-table/#by-phone">booking</a>',
    '<a href="/help/files/floor-plan.txt">the plan</a>',
  ],
];

test.each(SHOWN)('%s shows all that its page held', (page, ...parts) => {
  const html = read(`articles/${page}/index.html`)
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');
  expect(
    parts.filter((part) => (typeof part === 'string' ? !html.includes(part) : !part.test(html))),
  ).toEqual([]);
});

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
  ["Oolong's%20(new),%20best%20+%20hot.html", 'articles/oolong/'],
  ['oolong-guide.md/', 'articles/oolong/'],
  ['oolong-guide.md', 'articles/oolong/'],
  ['kettle/commands.html', 'articles/commands/', 'in-a-shell'],
  ['hc/en-us/articles/360012345-error-messages/', 'articles/errors/', 'e07-lid-open', ...REMEDY],
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
