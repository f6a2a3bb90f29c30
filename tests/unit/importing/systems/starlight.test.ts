import { expect, test } from 'vitest';
import { importShelf, KNOWN } from '../../../fixtures/importing.ts';

const shelf = () =>
  importShelf({
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default { site: 'https://tea.example', base: '/docs', integrations: [starlight({ locales: { root: {}, fr: {} } })] };\n",
    'src/assets/pot.png': 'a picture',
    'src/content/docs/index.mdx':
      '---\ntitle: Tea\ntemplate: splash\nhero: { tagline: Hot }\n---\n\nWelcome to tea.\n',
    'src/content/docs/fr/pots/lid.md': '---\ntitle: Couvercle\n---\n\nUn couvercle.\n',
    'src/content/docs/pots/lid.mdx': [
      `---\ntitle: The lid\nsidebar: { label: Lid, order: 1 }\n${KNOWN}\n---`,
      "import { Aside, Card, Steps } from '@astrojs/starlight/components';",
      '',
      'It keeps tea hot.',
      '',
      '<Aside type="caution" title="Hot">It is hot.</Aside>',
      '',
      ':::note[Clay]{icon="star"}',
      'It is of clay.',
      ':::',
      '',
      '<Steps>',
      '',
      '1. Lift it.',
      '2. See the [spout](../spout/#the-tip).',
      '',
      '</Steps>',
      '',
      '<Card title="More">Much more.</Card>',
      '',
      '![The pot](../../../assets/pot.png)',
    ].join('\n'),
    'src/content/docs/pots/spout.md': `---\ntitle: The spout\n${KNOWN}\n---\n\nIt pours.\n\n## The tip\n\nIt drips.\n`,
  });

test('asides, steps and cards become Markdown, and pictures of src are copied', () => {
  const { system, body, head } = shelf();
  expect(system).toBe('Starlight');
  expect(head('lid')).toContain('short: Lid\n');
  expect(body('lid')).toMatchInlineSnapshot(`
    "> [!CAUTION] Hot
    > It is hot.

    > [!NOTE] Clay
    > It is of clay.

    1. Lift it.
    2. See the [spout](/articles/spout/#the-tip).

    **More**: Much more.

    ![The pot](./pot.png)"
  `);
});

test('addresses lead on, and other languages and the splash are told', () => {
  const { ledger, told } = shelf();
  expect(Object.entries(ledger()).map(([key, { to }]) => `${key} ${to}`)).toMatchInlineSnapshot(`
    [
      "/docs/ /",
      "/docs/pots/lid/ KB-1001",
      "/docs/pots/spout/ KB-1002",
    ]
  `);
  expect(told()).toMatchInlineSnapshot(`
    [
      "src/content/docs/fr/pots/lid.md  the language fr",
      "src/content/docs/index.mdx  3 words of a page that is no article, "Welcome to tea."; its address leads to /",
    ]
  `);
});
