import { expect, test } from 'vitest';
import { importShelf, KNOWN } from '../../../fixtures/importing.ts';

const shelf = () =>
  importShelf({
    'docs/.vitepress/config.mts': "export default { base: '/help/' };\n",
    'docs/index.md': '---\nlayout: home\nhero: { name: Tea }\n---\n',
    'docs/public/pot.png': 'a picture',
    'docs/pots/pour.js': 'pour();\n',
    'docs/pots/lid.md': [
      `---\n${KNOWN}\n---`,
      '# The lid {#top}',
      '',
      '[[toc]]',
      '',
      'It keeps tea hot.',
      '',
      '::: warning Hot',
      'Mind it.',
      ':::',
      '',
      '::: details More',
      'Much more.',
      ':::',
      '',
      '::: code-group',
      '```js [pot.js]',
      'pour();',
      '```',
      ':::',
      '',
      '<<< @/pots/pour.js',
      '',
      '## 2 lids, "both" clay <Badge type="tip" text="new" />',
      '',
      'Version {{ version }}. ![A pot](/pot.png) [Spout](./spout#the-tip), [spout](/pots/spout.html).',
      '',
      '<script setup>',
      "const version = '1';",
      '</script>',
    ].join('\n'),
    'docs/pots/spout.md': `---\n${KNOWN}\n---\n# The spout\n\nIt pours.\n\n## The tip\n\nIt drips.\n`,
  });

test('containers, groups of code and Vue become Markdown', () => {
  const { system, body } = shelf();
  expect(system).toBe('VitePress');
  expect(body('lid')).toMatchInlineSnapshot(`
    "> [!WARNING] Hot
    > Mind it.

    <details>
    <summary>More</summary>

    Much more.

    </details>

    \`\`\`js title="pot.js"
    pour();
    \`\`\`

    \`\`\`js
    pour();
    \`\`\`

    ## 2 lids, "both" clay new

    Version \`{{ version }}\`. ![A pot](./pot.png) [Spout](/articles/spout/#the-tip), [spout](/articles/spout/)."
  `);
});

test('addresses with .html and anchors lead on, and what is lost is told', () => {
  const { ledger, told } = shelf();
  expect(Object.entries(ledger()).map(([key, { to }]) => `${key} ${to}`)).toMatchInlineSnapshot(`
    [
      "/help/ /",
      "/help/pots/lid.html KB-1001",
      "/help/pots/lid.html#_2-lids-both-clay-new KB-1001#section-2-lids-both-clay-new",
      "/help/pots/lid.html#top KB-1001",
      "/help/pots/spout.html KB-1002",
      "/help/pots/spout.html#the-spout KB-1002",
    ]
  `);
  expect(told()).toMatchInlineSnapshot(`
    [
      "docs/pots/lid.md:31  {{ version }} stands as code, since nothing is put in its place here",
    ]
  `);
});
