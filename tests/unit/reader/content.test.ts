import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeProject } from '../../fixtures/project.ts';

/** What an author reads after one edit of content that was right. */
function reportAfter(file: string, from: string | RegExp, to: string): string {
  const project = makeProject();
  project.edit(file, from, to);
  return project.report();
}

/** The kinds of what is wrong after one edit. */
function codesAfter(file: string, from: string | RegExp, to: string): string[] {
  const project = makeProject();
  project.edit(file, from, to);
  return project.codes();
}

const TEA = 'articles/tea.mdx';
const TABLE = 'comparisons/tea-vs-coffee.yaml';

test('finds nothing wrong with right content', () => {
  expect(makeProject().report()).toMatchInlineSnapshot(`
    "
    0 problems in 0 files."
  `);
});

test('finds the problems of all files in one go', () => {
  const project = makeProject();
  project.edit(TEA, 'topic: drinks', 'topic: drink');
  project.edit(TABLE, 'source: rumour', 'source: rumor');
  project.edit('sources.yaml', 'read: full', 'read: fully');
  expect(project.report()).toMatchInlineSnapshot(`
    "content/articles/tea.mdx:7:1  unknown topic drink  [unknown-topic]
      Did you mean drinks ?
    content/comparisons/tea-vs-coffee.yaml:29:73  unknown source rumor  [unknown-source]
      Did you mean rumour ?
    content/sources.yaml:6:3  \`read\` is "fully"  [unknown-value]
      Allowed are: full, part, second-hand
    3 problems in 3 files."
  `);
});

describe('YAML', () => {
  test('broken in frontmatter', () =>
    expect(reportAfter(TEA, 'title: Tea vs coffee', 'title: "Tea')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:3:8  broken YAML: the quote " is not closed  [broken-yaml]
        End the text with ".
      1 problem in 1 file."
    `));
  test('broken in a comparison', () =>
    expect(reportAfter(TABLE, 'subjects:\n', 'subjects:\n\t- id: milk\n')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:8:1  broken YAML: a tab indents the line  [broken-yaml]
        Indent with spaces.
      1 problem in 1 file."
    `));
  test('with a key that stands twice', () =>
    expect(reportAfter('topics.yaml', 'title: Drinks', 'title: Drinks\n  title: More'))
      .toMatchInlineSnapshot(`
        "content/topics.yaml:3:3  broken YAML: the key title stands twice  [repeated-key]
          Keep one of the two.
        1 problem in 1 file."
      `));
  test('that is no list', () =>
    expect(reportAfter('topics.yaml', /[\s\S]+/, 'drinks: true\n')).toMatchInlineSnapshot(`
      "content/topics.yaml:1  must be a list  [wrong-type]
        Start each entry with "- id:"; an empty list is [].
      1 problem in 1 file."
    `));
  test('missing in an article', () =>
    expect(reportAfter(TEA, '---\nid', 'id')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:1  no frontmatter  [broken-frontmatter]
        Start the file with a line ---, the fields, and another line ---.
      1 problem in 1 file."
    `));
  test('with a byte order mark and CRLF is fine', () => {
    const project = makeProject();
    project.edit('articles/water.md', /^/, '\uFEFF');
    project.edit('articles/water.md', /\n/g, '\r\n');
    expect(project.codes()).toEqual([]);
  });
});

describe('frontmatter', () => {
  test('with an unknown key', () =>
    expect(reportAfter(TEA, 'owner:', 'ownr:')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:11:1  unknown key \`ownr\`  [unknown-key]
        Did you mean owner ?
      1 problem in 1 file."
    `));
  test('without a field', () =>
    expect(reportAfter(TEA, /summary: .*\n/, '')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:2:1  \`summary\` is missing  [missing-field]
        It must be text.
      1 problem in 1 file."
    `));
  test('with a wrong type', () =>
    expect(
      reportAfter(TEA, 'questions: [Which one wakes me up?]', 'questions: Which one wakes me up?'),
    ).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:9:1  \`questions\` is "Which one wakes me up?", it must be a list  [wrong-type]
      1 problem in 1 file."
    `));
  test('with an impossible date', () =>
    expect(reportAfter(TEA, 'published: 2026-01-10', 'published: 2026-02-30'))
      .toMatchInlineSnapshot(`
        "content/articles/tea.mdx:12:1  \`published\` must be a day that exists, as YYYY-MM-DD  [wrong-value]
          Found: 2026-02-30
        1 problem in 1 file."
      `));
  test('with a date in the future', () =>
    expect(reportAfter(TEA, 'reviewed: 2026-02-10', 'reviewed: 2026-03-02')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:14:1  reviewed 2026-03-02 lies in the future  [future-date]
        Today is 2026-03-01.
      1 problem in 1 file."
    `));
  test('with dates out of order', () =>
    expect(reportAfter(TEA, 'updated: 2026-02-10', 'updated: 2026-01-09')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:13:1  updated 2026-01-09 lies before published 2026-01-10  [date-order]
        Correct one of the two.
      1 problem in 1 file."
    `));
  test('with a review before the last one', () =>
    expect(reportAfter(TEA, 'reviewBy: 2026-08-10', 'reviewBy: 2026-02-10')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:15:1  reviewBy 2026-02-10 does not lie after reviewed 2026-02-10  [date-order]
        Set the day of the next review.
      1 problem in 1 file."
    `));
  test('with three sentences as an answer', () =>
    expect(reportAfter(TEA, 'from beans.', 'from beans. Both are hot.')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:6:1  \`answer\` must be at most two sentences  [wrong-value]
        Found: Tea is brewed from leaves. Coffee is brewed from beans. Both are hot.
      1 problem in 1 file."
    `));
  test('with a title that is too long', () =>
    expect(reportAfter(TEA, 'title: Tea vs coffee', `title: ${'Tea '.repeat(60)}`))
      .toMatchInlineSnapshot(`
        "content/articles/tea.mdx:3:1  \`title\` is 239 characters long, at most 200 are allowed  [wrong-value]
          Found: Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea Tea…
        1 problem in 1 file."
      `));
  test('with a malformed id', () =>
    expect(reportAfter(TEA, 'id: KB-1001', 'id: KB-1')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:2:1  \`id\` must be a prefix, a hyphen and a number of at least four digits, such as KB-1001  [wrong-value]
        Found: KB-1
      1 problem in 1 file."
    `));
  test('with an id used twice', () =>
    expect(codesAfter('articles/water.md', 'KB-1002', 'KB-1001')).toEqual(['used-twice']));
  test('with a title used twice', () =>
    expect(reportAfter('articles/water.md', 'What is water?', 'Tea vs Coffee'))
      .toMatchInlineSnapshot(`
        "content/articles/water.md:3:1  the title tea vs coffee is used twice  [used-twice]
          It stands first in content/articles/tea.mdx:3. Choose another.
        1 problem in 1 file."
      `));
  test('with a status and a retirement', () =>
    expect(
      reportAfter(
        TEA,
        'status: published',
        'status: published\nretired: { on: 2026-02-11, reason: We drink water now. }',
      ),
    ).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:16:1  \`status\` must be draft or published, and must be left out of a retired article  [wrong-value]
      1 problem in 1 file."
    `));
  test('with an unknown topic', () =>
    expect(reportAfter(TEA, 'topic: drinks', 'topic: drink')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:7:1  unknown topic drink  [unknown-topic]
        Did you mean drinks ?
      1 problem in 1 file."
    `));
  test('with an unknown related article', () =>
    expect(reportAfter(TEA, 'related: [water]', 'related: [watr]')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:10:11  unknown article watr  [unknown-article]
        Did you mean water ?
      1 problem in 1 file."
    `));
  test('with itself as related', () =>
    expect(reportAfter(TEA, 'related: [water]', 'related: [tea]')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:10:11  an article is not related to itself  [self-reference]
        Remove the line.
      1 problem in 1 file."
    `));
});

describe('an article', () => {
  test('with a file name that is no address', () => {
    const project = makeProject();
    writeFileSync(join(project.root, 'content/articles/Hot Milk.md'), '---\n---\n');
    expect(project.codes()).toContain('wrong-file-name');
  });
  test('with an unclosed tag', () =>
    expect(reportAfter(TEA, '</Term>', '')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:21:1  broken MDX: Expected a closing tag for \`<Term>\` (21:1) before the end of \`paragraph\`  [broken-mdx]
        Close every tag, and write { and < as \\{ and &lt; where they are meant as text.
      1 problem in 1 file."
    `));
  test('with an unknown component', () =>
    expect(codesAfter(TEA, /<Comparison .*>/, '<Comparisn id="tea-vs-coffee" />')).toEqual([
      'unknown-component',
    ]));
  test('with an import', () =>
    expect(reportAfter(TEA, '## What is tea?', "import A from './a.astro';\n\n## What is tea?"))
      .toMatchInlineSnapshot(`
        "content/articles/tea.mdx:19:1  articles import and export nothing  [code-in-article]
          The components of content/README.md are there without; let no paragraph begin with either word.
        1 problem in 1 file."
      `));
  test('with an unknown prop', () =>
    expect(reportAfter(TEA, '<Term id=', '<Term name=')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:21:1  <Term>: \`id\` is missing  [missing-field]
        It must be text.
      content/articles/tea.mdx:21:7  <Term>: unknown key \`name\`  [unknown-key]
        Known are: id
      2 problems in 1 file."
    `));
  test('with an unknown term', () =>
    expect(reportAfter(TEA, '<Term id="tea">', '<Term id="tee">')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:21:7  unknown term tee  [unknown-term]
        Did you mean tea ?
      1 problem in 1 file."
    `));
  test('with an unknown source', () =>
    expect(reportAfter(TEA, 'source="book"', 'source="bok"')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:21:51  unknown source bok  [unknown-source]
        Did you mean book ?
      1 problem in 1 file."
    `));
  test('with an unknown criterion', () =>
    expect(reportAfter(TEA, 'criterion="caffeine"', 'criterion="cafeine"')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:27:40  unknown criterion cafeine  [unknown-criterion]
        Did you mean caffeine ?
      1 problem in 1 file."
    `));
  test('with a fact that is unknown', () =>
    expect(reportAfter(TEA, 'criterion="caffeine"', 'criterion="note"')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:27:7  <Fact> names a cell without a value  [fact-without-value]
        Write in words what is not known.
      1 problem in 1 file."
    `));
  test('with a comparison that has its home elsewhere', () =>
    expect(reportAfter(TABLE, 'article: tea', 'article: water')).toMatchInlineSnapshot(`
      "content/articles/tea.mdx:23:1  the whole comparison tea-vs-coffee stands in its home, water  [misplaced-comparison]
        Choose what belongs here with rows={[…]} or subjects={[…]}.
      1 problem in 1 file."
    `));
  test('with two equal headings', () =>
    expect(codesAfter(TEA, '## What is coffee?', '## What is *tea*?')).toEqual([
      'repeated-anchor',
    ]));
  test('with a heading of level 1', () =>
    expect(reportAfter('articles/water.md', '## Where', '# Where')).toMatchInlineSnapshot(`
      "content/articles/water.md:17:1  heading of level 1: Where it comes from  [heading-level]
        The title is the only one; start with ##.
      1 problem in 1 file."
    `));
  test('with a heading without letters', () =>
    expect(codesAfter('articles/water.md', '## Where it comes from', '## …')).toEqual([
      'empty-heading',
    ]));
});

describe('a comparison', () => {
  test('with a missing cell', () =>
    expect(reportAfter(TABLE, / {10}coffee: \{ value: 'no'.*\n/, '')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:21:9  criterion leaf has no cell for coffee  [missing-cell]
        If nobody knows, write coffee: { unknown: why, sources: [the source that is silent] }.
      1 problem in 1 file."
    `));
  test('with a cell for nobody', () =>
    expect(reportAfter(TABLE, "tea: { value: 'yes'", "milk: { value: 'yes'"))
      .toMatchInlineSnapshot(`
        "content/comparisons/tea-vs-coffee.yaml:21:9  criterion leaf has no cell for tea  [missing-cell]
          If nobody knows, write tea: { unknown: why, sources: [the source that is silent] }.
        content/comparisons/tea-vs-coffee.yaml:22:11  unknown subject milk  [unknown-subject]
          Known are: coffee, tea
        2 problems in 1 file."
      `));
  test('with an unknown source', () =>
    expect(reportAfter(TABLE, 'source: rumour', 'source: rumor')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:29:73  unknown source rumor  [unknown-source]
        Did you mean rumour ?
      1 problem in 1 file."
    `));
  test('with a cell without a source', () =>
    expect(reportAfter(TABLE, ', sources: [{ source: rumour }]', '')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:29:11  \`sources\` is missing  [missing-field]
        It must be a list, such as [{ source: … }].
      1 problem in 1 file."
    `));
  test('with an empty list of sources', () =>
    expect(reportAfter(TABLE, '[{ source: rumour }]', '[]')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:29:63  \`sources\` needs at least one source  [wrong-value]
      1 problem in 1 file."
    `));
  test('with an unknown key in a cell', () =>
    expect(reportAfter(TABLE, "value: 'no'", "value: 'no', remark: never")).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:23:34  unknown key \`remark\`  [unknown-key]
        Known are: checked, notApplicable, note, sources, text, unknown, value
      1 problem in 1 file."
    `));
  test('with two units', () =>
    expect(reportAfter(TABLE, 'n: 95, unit: mg', 'n: 95, unit: grams')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:27:9  criterion caffeine mixes the units mg and grams  [mixed-units]
        Convert to one unit and keep the original figure in the note.
      1 problem in 1 file."
    `));
  test('with partly and no note', () =>
    expect(reportAfter(TABLE, "value: 'no'", 'value: partial')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:23:21  \`partial\` without a note  [missing-field]
        Add note: what holds and what does not.
      1 problem in 1 file."
    `));
  test('with a value that is no state', () =>
    expect(reportAfter(TABLE, "value: 'no'", 'value: maybe')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:23:21  maybe is no value of a state row  [wrong-cell]
        Allowed is yes, no or partial; or { unknown: why } instead of a value.
      1 problem in 1 file."
    `));
  test('with a value that is no option', () =>
    expect(reportAfter(TABLE, 'value: hot', 'value: hott')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:35:18  hott is no value of a choice row  [wrong-cell]
        Did you mean hot ?
      1 problem in 1 file."
    `));
  test('with words for a figure', () =>
    expect(reportAfter(TABLE, 'value: { n: 95, unit: mg, approx: true }', 'value: much'))
      .toMatchInlineSnapshot(`
        "content/comparisons/tea-vs-coffee.yaml:29:21  much is no value of a quantity row  [wrong-cell]
          Allowed is a figure with its unit, such as { n: 14, unit: capabilities }; or text: with a note:.
        1 problem in 1 file."
      `));
  test('with a check in the future', () =>
    expect(reportAfter(TABLE, "value: 'no'", "value: 'no', checked: 2026-04"))
      .toMatchInlineSnapshot(`
        "content/comparisons/tea-vs-coffee.yaml:23:34  the check date 2026-04 lies in the future  [future-date]
          Today is 2026-03-01.
        1 problem in 1 file."
      `));
  test('with equal ids', () =>
    expect(codesAfter(TABLE, 'id: caffeine', 'id: leaf')).toContain('used-twice'));
  test('with six subjects', () => {
    const subjects = ['a', 'b', 'c', 'd']
      .map((id) => `  - id: ${id}\n    label: ${id}\n    summary: ${id}\n`)
      .join('');
    expect(codesAfter(TABLE, 'groups:', `${subjects}groups:`)).toEqual(['wrong-value']);
  });
  test('with a home that does not exist', () =>
    expect(reportAfter(TABLE, 'article: tea', 'article: teas')).toMatchInlineSnapshot(`
      "content/comparisons/tea-vs-coffee.yaml:3:1  unknown article teas  [unknown-article]
        Did you mean tea ?
        Or delete this table, or name another article as its home.
      1 problem in 1 file."
    `));
});

describe('topics, terms and sources', () => {
  test('a topic that lists an unknown article', () =>
    expect(reportAfter('topics.yaml', 'water', 'watre')).toMatchInlineSnapshot(`
      "content/topics.yaml:4:19  unknown article watre  [unknown-article]
        Did you mean water ?
      1 problem in 1 file."
    `));
  test('an article that no topic lists', () =>
    expect(reportAfter('topics.yaml', '[tea, water]', '[tea]')).toMatchInlineSnapshot(`
      "content/topics.yaml:4:3  the topic drinks does not list its article water  [topic-mismatch]
        Add water where it belongs in the reading order.
      1 problem in 1 file."
    `));
  test('a term explained by an unknown article', () =>
    expect(reportAfter('glossary.yaml', 'article: tea', 'article: cuppa')).toMatchInlineSnapshot(`
      "content/glossary.yaml:5:3  unknown article cuppa  [unknown-article]
        Known are: tea, water
      1 problem in 1 file."
    `));
  test('a source without https', () =>
    expect(reportAfter('sources.yaml', 'https://drinks.example/book', 'drinks.example/book'))
      .toMatchInlineSnapshot(`
        "content/sources.yaml:4:3  \`url\` must be an address that starts with https://  [wrong-value]
          Found: drinks.example/book
        1 problem in 1 file."
      `));
});

describe('the ledger', () => {
  test('a heading that was renamed', () =>
    expect(reportAfter(TEA, '## What is coffee?', '## What are coffees?')).toMatchInlineSnapshot(`
      "content/links.lock.json:1:1  KB-1001#what-are-coffees is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "KB-1001#what-are-coffees": {}
      content/links.lock.json:16:3  KB-1001#what-is-coffee was published and is no longer on the site  [lost-address]
        Perhaps it is #what-are-coffees now: npm run move -- tea#what-is-coffee tea#what-are-coffees leads it there. Else bring it back, or set its line to: "KB-1001#what-is-coffee": {"gone":"YYYY-MM-DD"}
      2 problems in 1 file."
    `));
  test('a row that was renamed', () =>
    expect(reportAfter(TABLE, /note\b(?=\n|])/g, 'serving')).toMatchInlineSnapshot(`
      "content/links.lock.json:1:1  KB-1001#tea-vs-coffee--serving is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "KB-1001#tea-vs-coffee--serving": {}
      content/links.lock.json:1:1  /comparisons/tea-vs-coffee/#tea-vs-coffee--serving is not recorded  [unrecorded-address]
        Run npm run links, or add the line: "/comparisons/tea-vs-coffee/#tea-vs-coffee--serving": {}
      content/links.lock.json:7:3  /comparisons/tea-vs-coffee/#tea-vs-coffee--note was published and is no longer on the site  [lost-address]
        Perhaps it is #tea-vs-coffee--serving now: npm run move -- /comparisons/tea-vs-coffee/#tea-vs-coffee--note /comparisons/tea-vs-coffee/#tea-vs-coffee--serving leads it there. Else bring it back, or set its line to: "/comparisons/tea-vs-coffee/#tea-vs-coffee--note": {"gone":"YYYY-MM-DD"}
      content/links.lock.json:15:3  KB-1001#tea-vs-coffee--note was published and is no longer on the site  [lost-address]
        Perhaps it is #tea-vs-coffee--serving now: npm run move -- tea#tea-vs-coffee--note tea#tea-vs-coffee--serving leads it there. Else bring it back, or set its line to: "KB-1001#tea-vs-coffee--note": {"gone":"YYYY-MM-DD"}
      4 problems in 1 file."
    `));
  test('an article that was deleted', () => {
    const project = makeProject();
    rmSync(join(project.root, 'content/articles/water.md'));
    project.edit(TEA, 'related: [water]', 'related: []');
    project.edit('topics.yaml', '[tea, water]', '[tea]');
    expect(project.report()).toMatchInlineSnapshot(`
      "content/links.lock.json:3:3  /articles/water/ was published and is no longer on the site, with KB-1002 and 1 section  [lost-address]
        Bring its file back, as by: git restore ':(glob)content/articles/**/water.md*'
        Then npm run retire -- water --to other ends it; npm run move -- water new-slug renames it.
      1 problem in 1 file."
    `);
  });
  test('an address that moved and still leads somewhere', () => {
    const project = makeProject();
    project.edit(TEA, '## What is coffee?', '## And coffee?');
    project.edit(
      'links.lock.json',
      '"KB-1001#what-is-coffee": {}',
      '"KB-1001#and-coffee": {},\n  "KB-1001#what-is-coffee": {"to":"#and-coffee"}',
    );
    expect(project.codes()).toEqual([]);
  });
  test('a chain', () =>
    expect(
      reportAfter(
        'links.lock.json',
        '{\n',
        '{\n  "/old/": {"to":"/older/"},\n  "/older/": {"to":"KB-1001"},\n',
      ),
    ).toMatchInlineSnapshot(`
      "content/links.lock.json:2:3  /old/ leads to /older/, which has moved on  [broken-redirect]
        It must lead there in one hop: "/old/": {"to":"KB-1001"}
      1 problem in 1 file."
    `));
  test('an entry of an unknown form', () =>
    expect(reportAfter('links.lock.json', '"KB-1001": {}', '"KB-1001": {"now":"KB-1002"}'))
      .toMatchInlineSnapshot(`
        "content/links.lock.json:12:15  unknown key \`now\`  [unknown-key]
          Did you mean to ?
        1 problem in 1 file."
      `));
  test('a draft that was published before', () =>
    expect(codesAfter('articles/water.md', 'status: published', 'status: draft')).toEqual([
      'lost-address',
    ]));
});

describe('what used to slip through', () => {
  test('raw HTML in Markdown', () =>
    expect(codesAfter('articles/water.md', 'From the tap.', '<div>From the tap.</div>')).toEqual([
      'raw-html',
    ]));
  test('a component in Markdown', () =>
    expect(
      codesAfter('articles/water.md', 'From the tap.', '<Cite source="book" /> From the tap.'),
    ).toEqual(['raw-html']));
  test('code in the text', () =>
    expect(codesAfter(TEA, 'comes from leaves.', 'comes from {place}.')).toEqual([
      'code-in-article',
    ]));
  test('a comment in the text is fine', () =>
    expect(codesAfter(TEA, 'comes from leaves.', 'comes from leaves. {/* Really? */}')).toEqual(
      [],
    ));
  test('a prop that must be run to be read', () =>
    expect(codesAfter(TEA, '<Term id="tea">', "<Term id={'te' + 'a'}>")).toEqual([
      'code-in-article',
    ]));
  test('an empty choice of rows', () =>
    expect(
      codesAfter(
        TEA,
        '<Comparison id="tea-vs-coffee" />',
        '<Comparison id="tea-vs-coffee" rows={[]} />',
      ),
    ).toEqual(['wrong-value']));
  test('a citation on a line of its own', () =>
    expect(
      codesAfter(TEA, '## What is coffee?', '<Cite source="book" />\n\n## What is coffee?'),
    ).toEqual(['detached-citation']));
  test('a heading whose anchor the page needs', () =>
    expect(codesAfter('articles/water.md', '## Where it comes from', '## Source 1')).toEqual([
      'reserved-anchor',
    ]));
  test('a title that YAML reads as a date', () =>
    expect(codesAfter('articles/water.md', 'title: What is water?', 'title: 2026-01-10')).toEqual(
      [],
    ));
  test.each(['/../../evil/', '/a//b', 'elsewhere'])('an old address that is none: %s', (key) =>
    expect(codesAfter('links.lock.json', '{\n', `{\n  "${key}": {"to":"KB-1001"},\n`)).toEqual([
      'wrong-address',
    ]),
  );
});
