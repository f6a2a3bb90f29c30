import type { Explanation } from './explanation.ts';

/** Problems of the text of an article. */
export const writing = {
  'broken-mdx': {
    meaning: 'The text is no MDX from here on, most often because of a tag, a `{` or a `<`.',
    example: '<Term id="tea">tea',
    remedy:
      'Close every tag, and write `\\{` and `&lt;` where the characters are meant as text. A comment is `{/* … */}`.',
  },
  'broken-markdown': {
    meaning:
      'Something looks like a link, a heading or a block of code, and readers would see its signs.',
    example: '[tea] (/articles/tea/)',
    remedy: 'Write it as the message says, or a backslash before a sign that is meant as text.',
  },
  'foreign-markup': {
    meaning:
      'Another system reads it as a callout, an anchor, a placeholder or the like; here readers would see its signs.',
    example: ':::note',
    remedy: 'Write what the message says, or put it between backticks if it is meant as text.',
  },
  'surplus-cell': {
    meaning:
      'A row of a table has more cells than its head, most often because of a `|` in code. What is too much is not shown.',
    example: '| `a|b` | either of both |',
    remedy: 'Write `\\|` for a bar that is meant as text, in code too.',
  },
  'unknown-language': {
    meaning:
      'The language of a block of code is not known: it would have no colours, and commands would not be told from what they print.',
    example: '```shh',
    remedy: 'Write the language as the message suggests, or `text`.',
  },
  'unused-footnote': {
    meaning:
      'No statement has the mark of a footnote, or two footnotes have one mark: nobody would see it.',
    example: '[^late]: Said too late.',
    remedy: 'Write its mark behind a statement, or delete it.',
  },
  'raw-html': {
    meaning: 'HTML in an article. It would be without the look and the safety of the site.',
    example: 'A <b onclick="x">word</b>.',
    remedy:
      'Write Markdown, or a component of `content/README.md` in a file that ends in `.mdx`. Allowed are `<br>`, `<kbd>`, `<sub>`, `<sup>` and `<details>` with a `<summary>`, all without attributes.',
  },
  'code-in-article': {
    meaning: 'Code where data or text belongs. Articles are data; nothing in them is run.',
    example: '{process.env.HOME}',
    remedy:
      'Write props as data, `"…"` for text and `{[…]}` for a list, `\\{` where a brace is meant, and no import or export.',
  },
  'component-body': {
    meaning:
      'A component that stands around a text has none, or one that stands alone is wrapped around one.',
    example: '<Cite source="book">see there</Cite>',
    remedy: 'Write `<Cite … />` and the text behind it, or `<Callout …>`, the text, `</Callout>`.',
  },
  'detached-citation': {
    meaning: 'A citation stands in a paragraph of its own, and nobody knows what it proves.',
    example: '<Cite source="book" />',
    remedy: 'Write it directly behind the statement, in the same paragraph.',
  },
  'fact-without-value': {
    meaning: '`<Fact>` prints the value of a cell, and this cell has none.',
    example: 'criterion="note" subject="coffee"',
    remedy: 'Write in words what is not known.',
  },
  'heading-level': {
    meaning: 'A heading is of level 1, which is the title, or leaves a level out.',
    example: '# One',
    remedy: 'Start with `##`, and go down one level at a time.',
  },
  'empty-heading': {
    meaning: 'A heading has no words to make an anchor of.',
    example: '## …',
    remedy: 'Give it words, or delete it.',
  },
  'repeated-anchor': {
    meaning: 'Two headings of a page make one anchor, and a link could not tell them apart.',
    example: '## Where it comes *from*!',
    remedy: 'Reword one of them. Equal headings are told apart by the headings above them.',
  },
  'reserved-anchor': {
    meaning: 'The marks of sources and footnotes lead to this anchor.',
    example: '## Source 1',
    remedy: 'Reword the heading, or name the row by what it compares.',
  },
  'broken-link': {
    meaning:
      'A link leads to a page or an anchor that does not exist, is no address, or could lead elsewhere from another page.',
    example: '[b](/topics/drink/)',
    remedy:
      'Write the path from the root of the site with a slash at its end, such as `/articles/tea/#leaf`, or the file from the place of this one, such as `../tea.md#leaf`; a whole address elsewhere.',
  },
  'broken-image': {
    meaning:
      'An image is no picture beside the text and none of `public/`, or one that cannot be published. Pages load nothing from other sites.',
    example: '![a](https://elsewhere.example/a.png)',
    remedy:
      'Put the file beside the text and write its name: `picture.png`, `pictures/a%20cup.png`. What several articles share may stand in `public/`: `/picture.png`.',
  },
  'nested-link': {
    meaning: 'A link stands within a link; citations, facts and terms are links too.',
    example: '[<Term id="tea">tea</Term>](/articles/water/)',
    remedy: 'Let one of them stand beside the other.',
  },
  'link-without-words': {
    meaning: 'There is nothing to click on, or to read aloud.',
    example: '[](/articles/tea/)',
    remedy: 'Write in the brackets what it leads to.',
  },
  'missing-alt-text': {
    meaning:
      'An image says nothing to readers who cannot see it. A warning, told once for each text: old texts have many, and a page without is better than none.',
    example: '![](cup.png)',
    remedy:
      'Write in the brackets what it shows. One that is there for its looks alone is `![](line.png "decorative")`.',
  },
  'unproven-block': {
    meaning:
      'On a site with proofs, nothing shows that the commands of a block do what the article says.',
    example: 'sh proof="boil" unproven=""',
    remedy:
      'Add a proof and name it, as in `sh proof="boil"`; or say why the commands cannot be run, as in `sh unproven="needs Windows"`.',
  },
  'forbidden-markup': {
    meaning:
      'A built page holds an inline style, handler or script, which the Content Security Policy forbids. Articles cannot cause it; code of the site can.',
    example: '<p style="color:red">',
    remedy: 'Use a class, or a file of its own.',
  },
} satisfies Record<string, Explanation>;
