import type { Explanation } from './explanation.ts';

/** Problems of what names something else. */
export const references = {
  'unknown-article': {
    meaning: 'No article has this slug, which is the name of its file without the ending.',
    example: 'successor: watr',
    remedy: 'Correct the slug.',
  },
  'retired-target': {
    meaning:
      'A link, a related article or a term leads to an article that is retired. A warning: the page says itself that it no longer holds.',
    example: 'related: [water]',
    remedy:
      'Name its successor. `npm run retire -- slug --to other` writes all of them when an article is retired.',
  },
  'unknown-proof': {
    meaning: 'A block of commands names a proof that the file of its article does not have.',
    example: 'sh proof="boild"',
    remedy: 'Take an id of `content/proofs/<slug of the article>.yaml`, or add the proof there.',
  },
  'unused-proof': {
    meaning: 'A proof has no fact of its own, and no block of its article names it.',
    example: '- id: boiled',
    remedy: 'Name it behind the language of its block, as in `sh proof="boiled"`, or delete it.',
  },
  'unknown-section': {
    meaning: 'An error message names a heading that its article does not have.',
    example: 'section: what-is-te',
    remedy: 'Write the anchor of a heading: its words in small letters with hyphens.',
  },
  'unknown-error-message': {
    meaning: 'The file of messages of this article has no message of this id.',
    example: "<Errors ids={['no-water', 'no-watr']} />",
    remedy: 'Take an id of `content/errors/<slug of the article>.yaml`, or add the message there.',
  },
  'unknown-topic': {
    meaning: 'No topic has this id.',
    example: 'topic: dishes-from-afar',
    remedy: 'Take an id of `content/topics.yaml`, or add the topic there.',
  },
  'unknown-source': {
    meaning: 'No source has this id.',
    example: '[{ source: bok }]',
    remedy: 'Take an id of `content/sources.yaml`, or add the source there.',
  },
  'unknown-term': {
    meaning: 'The glossary has no term of this id.',
    example: '<Term id="leaves">',
    remedy: 'Take an id of `content/glossary.yaml`, or add the term there.',
  },
  'unknown-comparison': {
    meaning: 'No comparison has this id, which is the name of its file without the ending.',
    example: '<Comparison id="tea-vs-milk" />',
    remedy: 'Take the name of a file in `content/comparisons/`.',
  },
  'unknown-criterion': {
    meaning: 'The comparison has no row of this id.',
    example: "rows={['leave']}",
    remedy: 'Take the id of one of its criteria.',
  },
  'unknown-subject': {
    meaning: 'The comparison has no column of this id.',
    example: 'verdicts:\n  milk: [you are a cat]',
    remedy: 'Take the id of one of its subjects.',
  },
  'unknown-chooser': {
    meaning: 'No chooser has this id, which is the name of its file without the ending.',
    example: '<Chooser id="drink" />',
    remedy: 'Take the name of a file in `content/choosers/`.',
  },
  'unknown-question': {
    meaning: 'A rule of a chooser asks for an answer to a question that the chooser does not ask.',
    example: 'when: { tierd: very }',
    remedy: 'Take the id of one of its questions.',
  },
  'unknown-option': {
    meaning: 'A rule of a chooser asks for an answer that its question does not offer.',
    example: 'when: { tired: vary }',
    remedy: 'Take the id of one of the options of that question.',
  },
  'unknown-state-machine': {
    meaning: 'No state machine has this id, which is the name of its file without the ending.',
    example: '<StateTable id="tea" />',
    remedy: 'Take the name of a file in `content/machines/`.',
  },
  'unknown-state': {
    meaning: 'A transition leads from or to a state that the machine does not have.',
    example: '{ from: hot, to: cool, by: [time] }',
    remedy: 'Take the id of one of its states, or add the state.',
  },
  'unknown-component': {
    meaning: 'There is no component of this name for authors.',
    example: '<Milk />',
    remedy: 'Take one of `docs/fields.md`; capitals count.',
  },
  'unknown-role': {
    meaning: 'A box of a drawing stands for something that the site has no colour for.',
    example: "{ role: 'hots', label: 'Tea' }",
    remedy: 'Take one of the `roles` of `src/site.config.ts`, or add it there.',
  },
  'self-reference': {
    meaning: 'An article names itself as related, or as its own successor.',
    example: 'successor: tea',
    remedy: 'Remove the line.',
  },
  'topic-mismatch': {
    meaning: 'An article and `content/topics.yaml` disagree about its topic.',
    example: 'articles: [tea]',
    remedy: 'List the article in the topic that it names, or set that topic in the article.',
  },
  'listed-twice': {
    meaning: 'A topic lists an article twice.',
    example: '[tea, water, tea]',
    remedy: 'Remove one of the two.',
  },
  'draft-target': {
    meaning:
      'Something that is published leads to a draft, or is shown by a draft alone. Readers do not get drafts.',
    example: '[milk](/articles/milk/)',
    remedy: 'Publish the draft too, or take the reference away.',
  },
  'not-shown': {
    meaning:
      'A comparison, chooser or state machine names an article that does not show it, so that links to it would lead to nothing.',
    example: '<Comparison id="tea-vs-coffee" rows={[\'leaf\']} />',
    remedy: 'Show it whole in that article, with the line of the message.',
  },
  'misplaced-comparison': {
    meaning:
      'A whole comparison stands in another article than the one it names, or twice in it. Its rows have anchors, of which there may be only one.',
    example: 'article: water',
    remedy: 'Choose rows or subjects for the others: `rows={[…]}`, `subjects={[…]}`.',
  },
} satisfies Record<string, Explanation>;
