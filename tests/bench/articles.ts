import { toAnchor } from '#domain/linking/anchor.ts';
import type { Quarry } from './quarry.ts';
import type { Chance } from './random.ts';

/** An article made of the sentences of real ones; 700 to 1,200 words. */
export interface MadeArticle {
  slug: string;
  id: string;
  title: string;
  short: string;
  summary: string;
  topic: string;
  questions: string[];
  symptoms: string[];
  searches: string[];
  related: string[];
  /** Without components: for a file that ends in `.md`. */
  plain: boolean;
  body: string;
}

// As many articles as a topic usually has.
const TOPIC_SIZE = 25;

const TITLES = [
  'How {} works with {}',
  'Why {} changes {}',
  'When {} needs {}',
  'What {} means for {}',
  'From {} to {}',
];
const KINDS = ['note', 'tip', 'warning'];

/** Makes articles with headings, links, terms, citations, code, tables and callouts; of ten, `plain` use no component. */
export function makeArticles(
  quarry: Quarry,
  count: number,
  plain: number,
  chance: Chance,
): MadeArticle[] {
  const names = makeTitles(quarry.terms, count, chance).map((title) => ({
    title,
    slug: toAnchor(title),
  }));
  return names.map(({ title, slug }, index) => {
    const isPlain = index % 10 < plain;
    const body = makeBody(quarry, chance).replaceAll(
      /\]\(\/[^)]*\)/g,
      () => `](/articles/${chance.one(names).slug}/)`,
    );
    return {
      slug,
      id: `KB-${2001 + index}`,
      title,
      short: `Made article ${index + 1}`,
      summary: chance.one(quarry.questions).slice(0, 140),
      topic: `topic-${Math.floor(index / TOPIC_SIZE) + 1}`,
      questions: chance.some(quarry.questions, 5),
      symptoms: chance.some(quarry.symptoms, 3),
      searches: chance.some(quarry.searches, 12),
      related: chance.some(names, 3).flatMap((other) => (other.slug === slug ? [] : other.slug)),
      plain: isPlain,
      body: isPlain ? toPlain(body) : body,
    };
  });
}

function makeTitles(terms: readonly string[], count: number, chance: Chance): string[] {
  const titles = new Map<string, string>();
  while (titles.size < count) {
    const [first = '', second = ''] = chance.some(terms, 2);
    const title = chance.one(TITLES).replace('{}', first).replace('{}', second);
    if (title.length <= 75) titles.set(toAnchor(title), title);
  }
  return [...titles.values()];
}

function makeBody(quarry: Quarry, chance: Chance): string {
  const words = chance.number(700, 1100);
  const headings = chance.some(quarry.headings, 20);
  const blocks: string[] = [paragraph(quarry, chance)];
  const callout = chance.number(1, 3);
  const table = chance.number(1, 6);
  for (let section = 1; countWords(blocks) < words; section++) {
    blocks.push(`## ${headings[section]}`, paragraph(quarry, chance));
    if (section % 3 === 1) blocks.push(chance.one(quarry.codes));
    blocks.push(paragraph(quarry, chance));
    if (section === callout)
      blocks.push(
        `<Callout kind="${chance.one(KINDS)}" title="Good to know">`,
        paragraph(quarry, chance),
        '</Callout>',
      );
    if (section % 3 === 2) blocks.push(chance.one(quarry.lists));
    if (section === table) blocks.push(chance.one(quarry.tables));
    if (section % 2 === 0)
      blocks.push(`### ${headings[headings.length - section]}`, paragraph(quarry, chance));
  }
  return blocks.join('\n\n');
}

function paragraph({ sentences }: Quarry, chance: Chance): string {
  return chance.some(sentences, chance.number(2, 5)).join(' ');
}

function countWords(blocks: readonly string[]): number {
  return blocks
    .filter((block) => !block.startsWith('```'))
    .join(' ')
    .replaceAll(/<[^>]*>/g, '')
    .split(/\s+/).length;
}

function toPlain(body: string): string {
  return body
    .replaceAll(/<Term id="([^"]+)">([^<]*)<\/Term>/g, '[$2](/glossary/#$1)')
    .replaceAll(/<Cite [^>]*>/g, '')
    .replaceAll(/<\/?Callout[^>]*>\n*/g, '');
}
