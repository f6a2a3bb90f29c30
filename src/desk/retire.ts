import { stringify } from 'yaml';
import { articlePath } from '#domain/linking/permalink.ts';
import type { Content } from '#reader/content.ts';
import { readText } from '#reader/text.ts';
import { applyEdits, type Edit } from './edits.ts';
import { listMentions, type Mention } from './mentions.ts';
import { checkArticle, type Refusal } from './move.ts';

/** What an author says of an article that no longer holds. */
export interface Retirement {
  slug: string;
  /** The slug of the article that took its place. */
  successor: string | undefined;
  /** Why, in one sentence for readers. */
  reason: string;
  /** `YYYY-MM-DD`. */
  on: string;
}

/** Finds everything that keeps an article from being retired. */
export function checkRetirement(
  { slug, successor, reason }: Retirement,
  { articles, reading }: Content,
): Refusal[] {
  const { names } = reading.collections.articles;
  const article = articles.get(slug);
  const next = successor === undefined ? undefined : articles.get(successor);
  const refuse = (message: string, hint: string): Refusal[] => [
    { code: 'wrong-value', message, hint },
  ];
  return [
    ...checkArticle(slug, names),
    ...(successor === undefined ? [] : checkArticle(successor, names)),
    ...(slug === successor ? refuse('an article does not succeed itself', 'Name another.') : []),
    ...(article?.isDraft === true
      ? refuse(
          `${slug} is a draft, which no link leads to`,
          'Delete its file and its line of content/topics.yaml.',
        )
      : []),
    ...(article?.data.retired !== undefined
      ? refuse(`${slug} is retired already`, `Since ${article.data.retired.on}.`)
      : []),
    ...(next?.data.status !== undefined && next.data.status !== 'published'
      ? refuse(`${successor} is a draft`, 'Publish it first.')
      : []),
    ...(next?.data.retired !== undefined
      ? refuse(
          `${successor} is retired itself`,
          next.data.retired.successor === undefined
            ? 'Name another.'
            : `Take its successor: --to ${next.data.retired.successor}`,
        )
      : []),
    ...(reason === '' && successor === undefined
      ? refuse('the reason is missing', 'Name --to OTHER, or --reason "One sentence for readers."')
      : []),
    ...(reason.length > 200 ? refuse('the reason is too long', 'At most 200 characters.') : []),
  ];
}

/** Retires an article: it stays at its address and says so, and what names it names its successor. Returns what was done, what was left, and what stays, place by place. */
export function retireArticle(
  retirement: Retirement,
  content: Content,
): { done: Mention[]; left: Mention[]; stays: Mention[]; file: string } {
  const { reading, articles } = content;
  const file = articles.get(retirement.slug)?.file ?? '';
  const edits: Edit[] = [toStatusEdit(reading.root, file, retirement)];
  const done: Mention[] = [];
  const left: Mention[] = [];
  const stays: Mention[] = [];
  for (const mention of listMentions(reading, retirement.slug)) {
    if (mention.file === file) continue;
    // It stays in its topic, and what it shows stays there.
    if (isHome(mention)) {
      stays.push(mention);
      continue;
    }
    const edit = toEdit(mention, retirement, content);
    (edit === undefined ? left : done).push(mention);
    if (edit !== undefined) edits.push(edit);
  }
  applyEdits(reading.root, edits);
  return { done, left, stays, file };
}

function isHome({ of, field, column }: Mention): boolean {
  return (
    of === 'topics' ||
    (field === 'article' &&
      ['choosers', 'comparisons', 'machines'].includes(of) &&
      column === 'article: '.length + 1)
  );
}

function toEdit(
  mention: Mention,
  { slug, successor }: Retirement,
  { articles }: Content,
): Edit | undefined {
  const { file, start, end, value, beside, without } = mention;
  if (successor === undefined) return mention.of === 'articles' ? without : undefined;
  const next = articles.get(successor);
  const isOwn = next?.file === file;
  if (without !== undefined && (isOwn || beside.includes(successor))) return without;
  if (isOwn) return undefined;
  if (value === slug) return { file, start, end, text: successor };
  const [, anchor = ''] = value.split('#');
  const keeps = anchor !== '' && next?.anchors.includes(anchor) === true;
  return { file, start, end, text: `${articlePath(successor)}${keeps ? `#${anchor}` : ''}` };
}

function toStatusEdit(root: string, file: string, { successor, reason, on }: Retirement): Edit {
  const text = readText(root, file).text ?? '';
  const [, open = '', front = ''] = /^(---[ \t]*\n)([\s\S]*?)^---[ \t]*$/m.exec(text) ?? [];
  const line = /^status:.*\n/m.exec(front);
  const start = open.length + (line?.index ?? front.length);
  const retired = { on, reason, ...(successor === undefined ? {} : { successor }) };
  return {
    ...{ file, start, end: start + (line?.[0].length ?? 0) },
    text: stringify({ retired }, { lineWidth: 0 }),
  };
}
