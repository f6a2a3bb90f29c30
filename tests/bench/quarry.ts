import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { toAnchor } from '#domain/linking/anchor.ts';

/** What the real articles are made of, for others to be made of it. */
export interface Quarry {
  /** With `<Term>`, `<Cite>`, links, code and emphasis in them. */
  sentences: string[];
  /** Whole headings, of different anchors. */
  headings: string[];
  /** Fenced blocks of code, with their fences. */
  codes: string[];
  tables: string[];
  /** Lists of at least two items. */
  lists: string[];
  terms: string[];
  questions: string[];
  symptoms: string[];
  searches: string[];
}

/** Takes the real articles of `root` apart; what uses a component that belongs to one article alone is left out. */
export function readQuarry(root: string): Quarry {
  const files = globSync('content/articles/**/*.{md,mdx}', { cwd: root }).toSorted();
  const articles = files.map((file) => {
    const [, head = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(`${root}/${file}`, 'utf8')) ?? [];
    const data = parse(head) as { questions: string[]; symptoms?: string[]; searches?: string[] };
    return { data, blocks: toBlocks(body) };
  });
  const blocks = articles.flatMap((article) => article.blocks);
  const headings = blocks.flatMap((block) => /^##+ (.+)$/.exec(block)?.[1] ?? []);
  return {
    sentences: blocks
      .filter((block) => /^[A-Z`*[<]/.test(block) && !block.startsWith('<'))
      .flatMap(toSentences),
    headings: toDifferent(headings),
    codes: blocks.filter((block) => /^```[\s\S]*\n {0,3}```$/.test(block)),
    tables: blocks.filter((block) => block.startsWith('|') && isPlain(block)),
    lists: blocks.filter((block) => /^- /.test(block) && block.includes('\n- ') && isPlain(block)),
    terms: (parse(readFileSync(`${root}/content/glossary.yaml`, 'utf8')) as { term: string }[]).map(
      ({ term }) => term,
    ),
    questions: toDifferent(articles.flatMap(({ data }) => data.questions)),
    symptoms: toDifferent(articles.flatMap(({ data }) => data.symptoms ?? [])),
    searches: toDifferent(articles.flatMap(({ data }) => data.searches ?? [])),
  };
}

// No article may say the same twice, in whatever letters.
function toDifferent(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [toAnchor(text), text])).values()];
}

function toBlocks(body: string): string[] {
  const blocks: string[] = [];
  let code: string[] | undefined;
  for (const part of body.split(/\n\n+/)) {
    const fences = part.match(/^```/gm)?.length ?? 0;
    if (code !== undefined) code.push(part);
    else if (fences % 2 === 1) code = [part];
    else blocks.push(part.trim());
    if (code !== undefined && code.length > 1 && fences % 2 === 1) {
      blocks.push(code.join('\n\n').trim());
      code = undefined;
    }
  }
  return blocks;
}

function toSentences(paragraph: string): string[] {
  return paragraph
    .replaceAll('\n', ' ')
    .split(/(?<=[.!?](?:<Cite [^>]*>)*) (?=[A-Z`*[<])/)
    .filter(
      (sentence) =>
        /[.!?](<Cite [^>]*>)*$/.test(sentence) && isPlain(sentence) && isBalanced(sentence),
    );
}

// Only the components that any article may use.
function isPlain(text: string): boolean {
  return !/<(?!\/?(?:Term|Cite)\b)[A-Z/]|\]\(#/.test(text);
}

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/`/g) % 2 === 0 &&
    count(/\*\*/g) % 2 === 0 &&
    count(/\[/g) === count(/\]/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/<Term/g) === count(/<\/Term>/g)
  );
}
