import type { Explanation } from './explanation.ts';

/** Problems of YAML and JSON, and of the fields in them. */
export const fields = {
  'broken-yaml': {
    meaning: 'The text is no YAML from here on.',
    example: 'title: Tea: or coffee',
    remedy:
      'Check the indentation, which is made of spaces, and quote text that holds a colon or starts with a special character.',
  },
  'broken-json': {
    meaning:
      'The ledger, `content/links.lock.json`, or the record of proofs, `content/proofs.lock.json`, is no JSON from here on.',
    example: '"KB-1001": {,',
    remedy: 'Quote every key and text with ", and leave no comma before a closing brace.',
  },
  'broken-frontmatter': {
    meaning: 'An article does not start with its fields, between two lines of three hyphens.',
    example: '# What is water?\n\nWater.',
    remedy: 'Start the file with a line `---`, the fields, and another line `---`.',
  },
  'unsupported-yaml': {
    meaning:
      'YAML offers more than plain data, such as anchors, aliases and tags. Nothing here needs it, and no two programs read it alike.',
    example: 'term: !!str Tea',
    remedy: 'Write the data itself, or quote text that starts with `&`, `*` or `!`.',
  },
  'deep-nesting': {
    meaning: 'Lists, mappings or quotes stand in each other without end.',
    example: '[[[[[[[[',
    remedy: 'Write it flat; content is a few levels deep at most.',
  },
  'repeated-key': {
    meaning: 'A field, or a prop of a component, stands twice; only one of them would be read.',
    example: 'owner: Kitchen\nowner: Cellar',
    remedy: 'Keep one of the two.',
  },
  'unknown-key': {
    meaning: 'There is no field or prop of this name here.',
    example: 'reviewby: 2026-08-10',
    remedy:
      'Correct its spelling or delete it; [fields.md](fields.md) explains all fields there are.',
  },
  'conflicting-keys': {
    meaning: 'A field cannot stand beside the others that are there.',
    example: "{ value: 'no', unknown: nobody knows,",
    remedy: 'Keep one of them.',
  },
  'missing-field': {
    meaning: 'A field that must be there is not.',
    example: '- title: More\n  summary: x',
    remedy: 'Add it; the message says what it must be, and `docs/fields.md` what it is for.',
  },
  'wrong-type': {
    meaning: 'A value is of another type than its field takes: text for a list, for instance.',
    example: 'summary: 42',
    remedy: 'Write what the message asks for, or put a number that is meant as text in quotes.',
  },
  'wrong-value': {
    meaning:
      'A value breaks a rule of its field: of form, of length, or that nothing stands twice.',
    example: 'updated: 2026-02-30',
    remedy: 'Write it as the message says.',
  },
  'unknown-value': {
    meaning: 'A field takes one of a few words, and this is none of them.',
    example: 'kind: comparsion',
    remedy: 'Take one of those that the message lists.',
  },
  'used-twice': {
    meaning: 'An id, a title or a name is used twice, and must tell two things apart.',
    example: 'id: KB-1001\ntitle: What is water?',
    remedy: 'Choose another for the second one; for an article the message has the next free id.',
  },
  'future-date': {
    meaning: 'A day on which something was done is yet to come.',
    example: 'asOf: 2026-04',
    remedy: 'Write the day on which it was done.',
  },
  'date-order': {
    meaning:
      'Two dates are in the wrong order: changed or retired before published, or a next review that does not lie after the last.',
    example: 'updated: 2026-01-09',
    remedy: 'Correct one of the two.',
  },
  'review-due': {
    meaning:
      'An article, a table, a fact or a source was to be checked again by now. This is a warning; it stops nothing.',
    example: 'reviewBy: 2026-02-20',
    remedy: '`npm run stale` lists all of them. Check the facts and set the new dates.',
  },
  'missing-sources': {
    meaning: 'The site requires that each article cites a source, and this one does not.',
    example: 'From the tap. See [tea](/articles/tea/).',
    remedy:
      'Say with `<Cite>` where its facts come from, or take `sources` out of `requires` in `src/site.config.ts`; pages then say that an article has none.',
  },
  'long-title': {
    meaning:
      'A title is longer than the places where it is shown have room for. This is a warning; it stops nothing.',
    example:
      'title: Which of the many drinks that a kitchen serves in the afternoon is tea and which is coffee?',
    remedy: 'Shorten it if it loses nothing.',
  },
  'unfinished-text': {
    meaning: 'A text that `npm run new` wrote as TODO is to be published.',
    example: 'answer: TODO',
    remedy: 'Write it, or set `status: draft`.',
  },
  'wrong-setting': {
    meaning: 'A setting of the site cannot be read.',
    example: 'PUBLIC_FEEDBACK=editors@example.org',
    remedy: 'Set it as the message says.',
  },
} satisfies Record<string, Explanation>;
