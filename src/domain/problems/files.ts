import type { Explanation } from './explanation.ts';

/** Problems of whole files, before anything in them is read. */
export const files = {
  'missing-file': {
    meaning: 'A file that an article shows is not there, or the folder `content/` is not.',
    example: '<Errors />',
    remedy: 'Create the file that the message names. Run commands in the root of the project.',
  },
  'unknown-file': {
    meaning: 'Nothing reads a file of this name at this place, so what it holds would never show.',
    example: 'content/articles/juice.txt',
    remedy:
      'Rename or move it as the message says. What is only for authors starts with an underscore; a file beside articles is published when a text links to it.',
  },
  'unused-picture': {
    meaning: 'A picture stands beside the articles, and no text shows it. A warning.',
    example: 'content/articles/cup.png',
    remedy: 'Show it, delete it, or let its name begin with an underscore.',
  },
  'wrong-file-name': {
    meaning: 'The name of a file is the address of its page, and this one cannot be one.',
    example: 'content/articles/hot_chocolate.md',
    remedy: 'Use lower-case letters, digits and single hyphens, starting with a letter.',
  },
  'unreadable-file': {
    meaning:
      'A file cannot be opened: it is a folder or a link of the file system, or its permissions forbid it.',
    example: 'content/articles/milk.md -> nowhere.md',
    remedy: 'Put a plain file or folder in its place, which whoever builds the site may read.',
  },
  'empty-file': {
    meaning: 'A file holds nothing but white space, or an article nothing below its frontmatter.',
    example: 'content/articles/water.md',
    remedy: 'Fill it or delete it; a list without entries is `[]`.',
  },
  'wrong-encoding': {
    meaning: 'A file is not UTF-8, or was saved in another encoding once and lost letters.',
    example: 'From the caf\uFFFD.',
    remedy: 'Write the lost letters again and save the file as UTF-8.',
  },
  'hidden-character': {
    meaning:
      'A character that editors do not show: it breaks the search, or makes a text read other than it is.',
    example: 'From the \u202Etap.',
    remedy: 'Delete it. Lines end as on Unix or Windows.',
  },
  'merge-conflict': {
    meaning: 'Git could not merge two versions, and its marks are still in the file.',
    example: '<<<<<<< HEAD\nowner: Kitchen\n=======\nowner: Cellar\n>>>>>>> theirs',
    remedy:
      'Choose what holds and delete the marks. One that is meant as text stands behind a space.',
  },
} satisfies Record<string, Explanation>;
