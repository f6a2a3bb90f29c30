import { expect, test } from 'vitest';
import { importShelf, KNOWN } from '../../../fixtures/importing.ts';

const shelf = () =>
  importShelf({
    'docusaurus.config.js':
      "module.exports = { url: 'https://tea.example', baseUrl: '/help/', i18n: { defaultLocale: 'en' } };\n",
    'static/img/pot.svg': '<svg/>',
    'docs/intro.md': `---\nslug: /\n${KNOWN}\n---\n\n# Tea for all\n\nStart here.\n\nSee [pots](./01-pots/tea-pot.mdx#whats-a-lid) and [the jug](/help/docs/pots/jug).\n`,
    'docs/01-pots/_category_.json':
      '{ "label": "Our pots", "position": 1, "link": { "type": "generated-index", "description": "What we pour from." } }',
    'docs/01-pots/tea-pot.mdx': [
      `---\nid: pot\ntitle: Tea pot\nsidebar_label: Pot\nsidebar_position: 2\n${KNOWN}\n---`,
      "import Tabs from '@theme/Tabs';",
      "import TabItem from '@theme/TabItem';",
      '',
      '{/* not for readers */}',
      '',
      ':::tip[A tip]',
      '',
      'Warm **it**.',
      '',
      ':::danger',
      'Hot!',
      ':::',
      '',
      ':::',
      '',
      "## What's a lid? {#whats-a-lid}",
      '',
      'A lid covers it.',
      '',
      '<Tabs>',
      '  <TabItem value="gas" label="Gas">',
      '    Turn it on.',
      '  </TabItem>',
      '  <TabItem value="wood">',
      '    Light it.',
      '  </TabItem>',
      '</Tabs>',
      '',
      '<img src={require(\'@site/static/img/pot.svg\').default} alt="A pot" style={{ width: 40 }} />',
      '',
      '<Video id="1" />',
      '',
      '```js title="pot.js" {1,3} showLineNumbers',
      'pour();',
      '```',
    ].join('\n'),
    'docs/01-pots/01-jug.md': `---\ntitle: Jug\n${KNOWN}\n---\n\nFor milk.\n\n## Its lid\n\nNone.\n`,
    'docs/_part.md': 'A part of others.\n',
  });

test('categories, numbers and positions order the topics', () => {
  const { system, plan, head } = shelf();
  expect(system).toBe('Docusaurus');
  expect(plan.topics).toContain(
    'title: Our pots\n  summary: What we pour from.\n  articles:\n    - jug\n    - pot\n',
  );
  expect(head('pot')).toContain('short: Pot\n');
  expect(head('intro')).toContain('title: Tea for all\n');
});

test('MDX becomes Markdown', () => {
  expect(shelf().body('pot')).toMatchInlineSnapshot(`
    "<!-- not for readers -->

    > [!TIP] A tip
    > Warm **it**.
    >
    > > [!CAUTION]
    > > Hot!

    ## What's a lid?

    A lid covers it.

    **Gas**

    Turn it on.

    **wood**

    Light it.

    ![A pot](./pot.svg)

    \`\`\`js title="pot.js"
    pour();
    \`\`\`"
  `);
});

test('addresses after slugs and ids lead on, and links to files are those to articles', () => {
  const { ledger, body } = shelf();
  expect(ledger()).toMatchInlineSnapshot(`
    {
      "/help/docs": {
        "to": "KB-1003",
      },
      "/help/docs#tea-for-all": {
        "to": "KB-1003",
      },
      "/help/docs/pots/jug": {
        "to": "KB-1001",
      },
      "/help/docs/pots/pot": {
        "to": "KB-1002",
      },
    }
  `);
  expect(body('intro')).toBe(
    'See [pots](/articles/pot/#whats-a-lid) and [the jug](/articles/jug/).',
  );
});

test('components that are not known are told', () => {
  expect(shelf().told()).toMatchInlineSnapshot(`
    [
      "docs/01-pots/tea-pot.mdx:41  <Video>: what it shows; its text stands without it",
      "docs/01-pots/tea-pot.mdx:1  the answer is only a paragraph that stands in the text too",
    ]
  `);
});
