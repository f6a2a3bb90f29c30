import { expect, test } from 'vitest';
import { importShelf, KNOWN } from '../../../fixtures/importing.ts';

const page = (title: string, body: string) =>
  `---\ntitle: ${title}\n${KNOWN}\nmetadata:\n  'og:url': 'https://old.example/kb/pots/tea-pots'\n---\n\n${body}`;

const shelf = () =>
  importShelf({
    'pages/01.home/home.en.md': '---\ntitle: Welcome\n---\n\n# Hello\n',
    'pages/02.pots/chapter.en.md': '---\ntitle: Pots\n---\n\n#Pots\n\nAll about pots\n',
    'pages/02.pots/02.tea-pots/docs.en.md': page(
      "'Tea pots'",
      [
        'A tea pot holds tea. It has a spout. It has a lid.',
        '',
        '! Do not',
        '! drop it.',
        '',
        '!! It breaks.',
        '',
        '!!! Some whistle.',
        'They do.',
        '',
        '!!!! Warm it.',
        '',
        '### The lid of every pot that we sell',
        '',
        '![Lid%20of%20a%20pot](Lid%20of%20a%20pot.png?width=300 "Lid%20of%20a%20pot") and [milk](../../milk/cold-milk#the-jug).',
        '',
        'Hot | Cold',
        '--- | ---',
        '[color=#0f0][fa=check /][/color] | [color=#f00][fa=times /][/color]',
        '',
        '##### The spout',
        '',
        'See [nothing](../no-pots).',
        '',
        '```',
        '! code stays',
        '```',
      ].join('\n'),
    ),
    'pages/02.pots/02.tea-pots/Lid of a pot.png': 'a picture',
    'pages/02.pots/02.tea-pots/docs.fr.md': '---\ntitle: Théières\n---\n\nUne théière.\n',
    'pages/03.milk/01.cold-milk/docs.en.md': `---\ntitle: Cold milk\n${KNOWN}\n---\n\nIt is cold.\n\n## The Jug\n\nIt is blue.\n`,
  });

test('numbered folders become topics, in their order', () => {
  const { system, plan } = shelf();
  expect(system).toBe('Grav');
  expect(plan.articles.map(({ file }) => file)).toEqual([
    'content/articles/pots/tea-pots.md',
    'content/articles/milk/cold-milk.md',
  ]);
  expect(plan.topics).toBe(
    '- id: pots\n  title: Pots\n  summary: All about pots\n  articles:\n    - tea-pots\n- id: milk\n  title: Milk\n  summary: Milk.\n  articles:\n    - cold-milk\n',
  );
});

test('notices become callouts, headings begin with ##, icons are words, and code stays', () => {
  expect(shelf().body('tea-pots')).toBe(`It has a lid.

> [!IMPORTANT]
> Do not
> drop it.

> [!WARNING]
> It breaks.

> [!NOTE]
> Some whistle.

They do.

> [!TIP]
> Warm it.

## The lid of every pot that we sell

![](./lid-of-a-pot.png) and [milk](/articles/cold-milk/#the-jug).

Hot | Cold
--- | ---
Yes | No

### The spout

See nothing.

\`\`\`
! code stays
\`\`\``);
});

test('old addresses and the short anchors of Page TOC lead on', () => {
  expect(shelf().ledger()).toEqual({
    '/kb/': { to: '/' },
    '/kb/home': { to: '/' },
    '/kb/pots': { to: '/topics/pots/' },
    '/kb/pots/tea-pots': { to: 'KB-1001' },
    '/kb/pots/tea-pots#the-lid-of-every-pot-that': {
      to: 'KB-1001#the-lid-of-every-pot-that-we-sell',
    },
    '/kb/milk/cold-milk': { to: 'KB-1002' },
  });
});

test('what could not be carried is told with its line', () => {
  expect(shelf().told()).toEqual([
    'pages/02.pots/02.tea-pots/docs.fr.md  the language fr',
    'pages/02.pots/02.tea-pots/docs.en.md:25  the width 300 of a picture, which has its own now',
    'pages/02.pots/02.tea-pots/docs.en.md:33  ../no-pots: it led nowhere',
    'pages/02.pots/02.tea-pots/docs.en.md:25  1 picture whose text was only the name of the file: say what readers who cannot see should know',
    'pages/01.home/home.en.md  1 word of a page that is no article, "Hello"; its address leads to /',
  ]);
});

const told = (address: string) =>
  `---\ntitle: A page\n${KNOWN}\nmetadata:\n  'og:url': '${address}'\n---\n\nOne.\n\nTwo.\n`;
const LIDS = {
  'pages/02.Pots/01.Tea-lids/docs.en.md': told('https://old.example/kb/pots/tea-lids'),
  'pages/02.Pots/02.knobs/docs.en.md': told('https://old.example/kb/lids/knobs'),
  'pages/02.Pots/03.far/docs.en.md': told('https://far.example/kb/pots/far-off'),
};

test('addresses have small letters, are recorded with capitals too, and so is what a page says of itself', () => {
  const { ledger, told: remarks } = importShelf(LIDS);
  expect(Object.keys(ledger())).toEqual([
    '/kb/Pots/Tea-lids',
    '/kb/Pots/far',
    '/kb/Pots/knobs',
    '/kb/lids/knobs',
    '/kb/pots/far',
    '/kb/pots/knobs',
    '/kb/pots/tea-lids',
  ]);
  expect(remarks()).toContain(
    'pages/02.Pots/02.knobs/docs.en.md  og:url says /kb/lids/knobs, its folder /kb/pots/knobs; both lead here now',
  );
});

test('addresses keep their capitals where the settings say so', () => {
  const { ledger } = importShelf({
    ...LIDS,
    'config/system.yaml': 'force_lowercase_urls: false\n',
  });
  expect(Object.keys(ledger())).not.toContain('/kb/pots/knobs');
});

test('a folder without a page of its own stands where its number says', () => {
  const { plan } = importShelf({
    'pages/10.cups/docs.en.md': '---\ntitle: Cups\n---\n\nAll of them, and more.\n',
    'pages/10.cups/01.mug/docs.en.md': page('Mug', 'One.\n\nTwo.'),
    'pages/09.jugs/01.jug/docs.en.md': page('Jug', 'One.\n\nTwo.'),
  });
  expect(plan.newTopics).toEqual(['jugs', 'cups']);
  expect(plan.remarks.flatMap(({ file, message }) => (/topics/.test(file) ? message : []))).toEqual(
    ['no page names or describes the topic "Jugs"'],
  );
});
