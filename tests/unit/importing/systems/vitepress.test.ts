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
  expect(body('lid')).toMatchInlineSnapshot();
});

test('addresses with .html and anchors lead on, and what is lost is told', () => {
  const { ledger, told } = shelf();
  expect(Object.entries(ledger()).map(([key, { to }]) => `${key} ${to}`)).toMatchInlineSnapshot();
  expect(told()).toMatchInlineSnapshot();
});
