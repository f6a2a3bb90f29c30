import { expect, test } from 'vitest';
import { importShelf, KNOWN } from '../../../fixtures/importing.ts';

const shelf = () =>
  importShelf({
    '_config.yml':
      'source: ./content\nurl: https://old.example\nbaseurl: /how-to/\nname: Pots and more\ndefaults:\n  - scope: { path: "", type: pages }\n    values: { permalink: "/:basename/" }\nassets:\n  sources: [_assets/img]\n',
    '_assets/img/pots/Blue%20pot.PNG': 'a picture',
    '_includes/warm.sh': 'kettle --on\n',
    'content/index.md': '---\ntitle: Home\npermalink: /\n---\n\n<h2>Pots</h2>\n',
    'content/pots/all.md': '---\ntitle: All pots\n---\n\n{% include list.html %}\n',
    'content/pots/tea-pots.md': [
      `---\npermalink: all-tea-pots/\nredirect_from: [/old-pots.html]\ntitle: Tea pots\n${KNOWN}\n---`,
      '',
      'Of {{ site.name }}.',
      '',
      '* TOC',
      '{:toc}',
      '',
      '### Wärmen {#warm}',
      '',
      '{: .note }',
      'Warm it first.',
      '',
      '> Not on a fire.',
      '{: .prompt-danger }',
      '',
      '<p>A <b>bold</b> word, <code>a | b</code><br>and <sup>2</sup>.</p>',
      '',
      'Call it <pot-name> or <em>pot</em> <a name="lid"></a>.',
      '',
      '<img src="{% asset_path pots/Blue%20pot.PNG %}" width="40" />',
      '',
      '<table><tr><td>Size</td><td>Price &amp; weight</td></tr><tr><td>1 l<br/>2 l</td><td><ul><li>9</li><li>12</li></ul></td></tr></table>',
      '',
      '{% highlight bash %}',
      'kettle --on {{ x }}',
      '{% endhighlight %}',
      '',
      '{% include warm.sh %}',
      '',
      'See [milk](/how-to/milk/#a-jug), [milk too](https://old.example/how-to/milk/), [shop](/shop/), [gone](/how-to/gone/) and {{ nothing }}.',
      '',
      'Tea',
      ': Hot leaves.',
      '',
      '<script>count()</script>',
    ].join('\n'),
    'content/milk.md': `---\ntitle: Milk\n${KNOWN}\n---\n\nIt is white.\n\n## A jug\n\nBlue.\n`,
  });

test('HTML, Liquid and what kramdown adds become Markdown', () => {
  expect(shelf().body('tea-pots')).toMatchInlineSnapshot(`
    "## Wärmen

    > [!NOTE]
    > Warm it first.

    > [!CAUTION]
    > Not on a fire.

    A **bold** word, \`a | b\`\\
    and <sup>2</sup>.

    Call it \\<pot-name> or _pot_ .

    ![](./blue-pot.png)

    | Size | Price & weight |
    | - | - |
    | 1 l<br>2 l | • 9<br>• 12 |

    \`\`\`bash unproven="imported, and not run yet"
    kettle --on {{ x }}
    \`\`\`

    kettle --on

    See [milk](/articles/milk/#a-jug), [milk too](/articles/milk/), [shop](https://old.example/shop/), gone and \`{{ nothing }}\`.

    - **Tea**: Hot leaves."
  `);
});

test('permalinks, redirects, pages without a text and anchors of both rules lead on', () => {
  expect(shelf().ledger()).toMatchInlineSnapshot(`
    {
      "/how-to/": {
        "to": "/",
      },
      "/how-to/all-tea-pots/": {
        "to": "KB-1002",
      },
      "/how-to/all-tea-pots/#lid": {
        "to": "KB-1002#warmen",
      },
      "/how-to/all-tea-pots/#warm": {
        "to": "KB-1002#warmen",
      },
      "/how-to/all/": {
        "to": "/topics/pots/",
      },
      "/how-to/milk/": {
        "to": "KB-1001",
      },
      "/how-to/old-pots.html": {
        "to": "KB-1002",
      },
    }
  `);
});

test('what could not be carried is told with its line', () => {
  expect(shelf().told()).toMatchInlineSnapshot(`
    [
      "content/pots/tea-pots.md:30  the first row of the table is its head now",
      "content/pots/tea-pots.md:30  a list in a cell is lines of its own now",
      "content/pots/tea-pots.md:28  the width 40 of a picture, which has its own now",
      "content/pots/tea-pots.md:43  <script>",
      "content/pots/tea-pots.md:38  {{ nothing }} stands as code, since nothing is put in its place here",
      "content/pots/tea-pots.md:38  /how-to/gone/: it led nowhere",
      "content/pots/tea-pots.md:28  1 picture without a text: say what readers who cannot see should know",
      "content/index.md  1 word of a page that is no article, "Pots"; its address leads to /",
      "content/pots/all.md:5  what list.html puts there",
    ]
  `);
});
