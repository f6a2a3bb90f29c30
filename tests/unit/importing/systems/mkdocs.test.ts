import { expect, test } from 'vitest';
import { importShelf, KNOWN } from '../../../fixtures/importing.ts';

const shelf = () =>
  importShelf({
    'mkdocs.yml': [
      'site_url: https://tea.example/docs/',
      'nav:',
      '  - Pots:',
      '      - The spout: pots/spout.md',
      '      - pots/lid.md',
      'markdown_extensions:',
      '  - pymdownx.emoji: { emoji_index: !!python/name:material.extensions.emoji.twemoji }',
      'plugins:',
      '  - redirects: { redirect_maps: { old/lid.md: pots/lid.md } }',
    ].join('\n'),
    'docs/pots/lid.md': [
      `---\n${KNOWN}\n---`,
      '# The lid of a pot',
      '',
      'It keeps tea hot.',
      '',
      '!!! warning "Mind it"',
      '    It is hot.',
      '',
      '    - Very.',
      '',
      '    !!! tip',
      '        Use a cloth.',
      '',
      '??? note',
      '    Folded.',
      '',
      '=== "Clay"',
      '',
      '    Heavy.',
      '',
      '=== "Tin"',
      '',
      '    Light.',
      '',
      '## Größe',
      '',
      'Press ++ctrl+c++, ==mark== it, :material-check: done, see [spout](spout.md#the-tip){ .md-button }.',
      '',
      '## Größe',
      '',
      'The HTML of it.',
      '',
      '*[HTML]: Hyper Text',
    ].join('\n'),
    'docs/pots/spout.md': `---\n${KNOWN}\n---\n# The spout\n\nIt pours.\n\n## The tip\n\nIt drips.\n`,
  });

test('admonitions, tabs, keys and marks become Markdown', () => {
  const { system, body } = shelf();
  expect(system).toBe('MkDocs');
  expect(body('lid')).toMatchInlineSnapshot(`
    "> [!WARNING] Mind it
    > It is hot.
    >
    > - Very.
    >
    > > [!TIP]
    > > Use a cloth.

    <details>
    <summary>Note</summary>

    Folded.

    </details>

    **Clay**

    Heavy.

    **Tin**

    Light.

    ## Größe

    Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, **mark** it,  done, see [spout](/articles/spout/#the-tip).

    ## Größe (2)

    The HTML of it."
  `);
});

test('the navigation orders, redirects lead on, and equal anchors count as Python-Markdown counts', () => {
  const { plan, ledger } = shelf();
  expect(plan.articles.map(({ source }) => source)).toEqual([
    'docs/pots/spout.md',
    'docs/pots/lid.md',
  ]);
  expect(Object.entries(ledger()).map(([key, { to }]) => `${key} ${to}`)).toMatchInlineSnapshot(`
    [
      "/docs/old/lid/ KB-1002",
      "/docs/pots/lid/ KB-1002",
      "/docs/pots/lid/#groe KB-1002#grosse",
      "/docs/pots/lid/#groe_1 KB-1002#grosse-2",
      "/docs/pots/lid/#the-lid-of-a-pot KB-1002",
      "/docs/pots/spout/ KB-1001",
      "/docs/pots/spout/#the-spout KB-1001",
    ]
  `);
});

test('icons and abbreviations are told', () => {
  expect(shelf().told()).toMatchInlineSnapshot(`
    [
      "docs/pots/lid.md:32  the icon :material-check:",
      "docs/pots/lid.md:38  the abbreviation HTML: Hyper Text",
      "docs/pots/lid.md:34  a heading that stood twice is now: Größe (2)",
    ]
  `);
});
