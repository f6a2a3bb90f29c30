/** A heading as the source has it. */
interface OldHeading {
  /** Its words, without marks. */
  text: string;
  /** The anchor that it names itself, as in `{#id}`. */
  own: string | undefined;
}

/** The anchors that each heading of a page had, by the rule of its system; none where it made none. */
export type AnchorRule = (headings: readonly OldHeading[]) => string[][];

/** What a rule makes of the words of a heading. */
type Slug = (text: string) => string;

/** As GitHub does, and Docusaurus, Starlight, Hugo and Jekyll after it. */
export const github: Slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');

/** As kramdown does by itself. */
export const kramdown: Slug = (text) =>
  text
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replace(/ /g, '-')
    .toLowerCase() || 'section';

/** As Python-Markdown does. */
export const pythonMarkdown: Slug = (text) =>
  text
    .normalize('NFKD')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is left out
    .replace(/[^\u0000-\u007F]/g, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');

/** As VitePress does. */
export const vitePress: Slug = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();

/** As the plug-ins Anchors and Page TOC of Grav do. */
export const grav: Slug = (text) =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The rule in which each of these forms counts; a word that stands twice gets a number behind the mark. */
export function toAnchorRule(slugs: readonly Slug[], mark = '-'): AnchorRule {
  return (headings) => {
    const seen = slugs.map(() => new Map<string, number>());
    return headings.map(({ text, own }) => {
      const made = slugs.map((slug, index) => {
        const word = own ?? slug(text);
        const times = seen[index]?.get(word) ?? 0;
        seen[index]?.set(word, times + 1);
        return times === 0 ? word : `${word}${mark}${times}`;
      });
      return [...new Set(made)].filter((anchor) => anchor !== '' && !/[\s#<>"]/.test(anchor));
    });
  };
}
