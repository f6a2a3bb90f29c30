import { expect, test } from 'vitest';
import { importShelf, KNOWN } from '../../../fixtures/importing.ts';

const shelf = () =>
  importShelf({
    'hugo.toml': 'baseURL = "https://tea.example/"\n',
    'static/pot.png': 'a picture',
    'content/pots/_index.md': '---\ntitle: All pots\ndescription: What we pour from.\n---\n',
    'content/pots/Tea-Pot/index.md': [
      '+++',
      'title = "Tea pot"',
      'date = 2024-05-01T10:00:00Z',
      'reviewed = 2024-06-01',
      'reviewBy = 2027-06-01',
      'owner = "Kitchen"',
      'aliases = ["/old-pot/"]',
      'weight = 2',
      '+++',
      '',
      'Pour from it.',
      '',
      '{{< callout type="warning" title="Hot" >}}',
      'Mind **it**.',
      '{{< /callout >}}',
      '',
      '{{% note %}}',
      'Of clay.',
      '{{% /note %}}',
      '',
      '{{< highlight bash "linenos=table" >}}',
      'pour',
      '{{< /highlight >}}',
      '',
      '{{< figure src="/pot.png" alt="A pot" caption="Our pot" >}}',
      '',
      '![The lid](lid.png)',
      '',
      'See [the jug]({{< relref "/pots/jug.md" >}}) and {{< youtube abc >}}.',
      '',
      '{{< counter >}}',
      '',
      '## The Lid & more',
      '',
      'It covers.',
      '',
      '```',
      '{{</* stays */>}}',
      '```',
    ].join('\n'),
    'content/pots/Tea-Pot/lid.png': 'a lid',
    'content/pots/jug.md': `---\ntitle: Jug\nweight: 1\n${KNOWN}\n---\n\nFor milk.\n\nSee [the pot](../tea-pot/#the-lid--more).\n`,
    'content/pots/jug.fr.md': '---\ntitle: Cruche\n---\n\nPour le lait.\n',
  });

test('shortcodes become Markdown', () => {
  const { system, body } = shelf();
  expect(system).toBe('Hugo');
  expect(body('tea-pot')).toMatchInlineSnapshot(`
    "> [!WARNING] Hot
    > Mind **it**.

    > [!NOTE]
    > Of clay.

    \`\`\`bash unproven="imported, and not run yet"
    pour
    \`\`\`

    ![A pot](./pot.png)

    Our pot

    ![The lid](./lid.png)

    See [the jug](/articles/jug/) and <https://www.youtube.com/watch?v=abc>.

    ## The Lid & more

    It covers.

    \`\`\`
    {{< stays >}}
    \`\`\`"
  `);
  expect(body('jug')).toBe('See [the pot](/articles/tea-pot/#the-lid-more).');
});

test('sections, weights, bundles and aliases lead on', () => {
  const { plan, ledger } = shelf();
  expect(plan.topics).toBe(
    '- id: pots\n  title: All pots\n  summary: What we pour from.\n  articles:\n    - jug\n    - tea-pot\n',
  );
  expect(Object.entries(ledger()).map(([key, { to }]) => `${key} ${to}`)).toMatchInlineSnapshot(`
    [
      "/old-pot/ KB-1002",
      "/pots/ /topics/pots/",
      "/pots/jug/ KB-1001",
      "/pots/tea-pot/ KB-1002",
      "/pots/tea-pot/#the-lid--more KB-1002#the-lid-more",
    ]
  `);
});

test('what is not known is told', () => {
  expect(shelf().told()).toMatchInlineSnapshot(`
    [
      "content/pots/jug.fr.md  the language fr",
      "content/pots/Tea-Pot/index.md:31  {{< counter >}}: what it puts there",
    ]
  `);
});
