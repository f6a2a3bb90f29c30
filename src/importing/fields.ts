import { markdownToMdast, type MdastNode } from 'satteri';
import type { Article } from '#schemas/article.ts';
import { articleSchema } from '#schemas/article.ts';
import { toText as toWords, walk } from '#reader/tree.ts';
import { pick, toDay, toWord } from './frontmatter.ts';
import { toPlain } from './html.ts';
import type { Page } from './shelf.ts';
import { change, type Text } from './text.ts';

const LIMITS = { short: 32, summary: 160, answer: 320 };

/** A text as a field holds it: one line, decoded, without the signs of Markdown. */
export function toLineOfText(value: string): string {
  const plain = /[<&]/.test(value) ? toPlain(value) : value;
  return plain
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`|\*\*|\]\(/g, '')
    .replace(/\p{Cc}|\s+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text of at most so many characters, cut behind a word. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const words = cut.includes(' ', most / 2) ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${words.replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** What a page says of itself. */
export function toDescription({ fields }: Page): string | undefined {
  const found =
    toWord(fields.description) ??
    toWord(pick(fields, 'metadata', 'description')) ??
    toWord(fields.summary) ??
    toWord(fields.excerpt) ??
    toWord(fields.lead);
  return found === undefined ? undefined : toLineOfText(found) || undefined;
}

/** What menus call a page, where it says so. */
export function toNavigation({ fields }: Page): string | undefined {
  const found = [
    fields.menu,
    fields.sidebar_label,
    fields.linkTitle,
    fields.nav_title,
    pick(fields, 'sidebar', 'label'),
  ]
    .map(toWord)
    .find((name) => name !== undefined);
  return found === undefined ? undefined : toLineOfText(found);
}

/** Who answers for a page, where it says so. */
export function toOwner({ fields }: Page): string | undefined {
  return toWord(fields.owner) ?? toWord(fields.team);
}

/** The days that a page names; those that it does not are left out. */
export function toDates({
  fields,
}: Page): Partial<Record<'published' | 'updated' | 'reviewed' | 'reviewBy', string>> {
  const find = (...values: unknown[]) => values.map(toDay).find((day) => day !== undefined);
  const meta = (name: string) => pick(fields, 'metadata', name);
  const first = find(
    fields.created_date,
    fields.created,
    fields.created_at,
    fields.publishDate,
    fields.published,
    fields.date,
    meta('article:published_time'),
  );
  const last = find(
    ...[
      fields.last_modified_date,
      fields.last_modified_at,
      fields.lastmod,
      fields.lastUpdated,
      fields.updated,
      fields.updated_at,
      fields.modified,
    ],
    ...[
      fields.edited_at,
      pick(fields, 'last_update', 'date'),
      fields.revision_date,
      meta('article:modified_time'),
    ],
  );
  const reviewed = find(
    fields.audit_date,
    fields.reviewed,
    fields.last_reviewed,
    fields.review_date,
  );
  const due = find(fields.reviewBy, fields.review_by, fields.next_review);
  const days = [first, last].filter((day) => day !== undefined).toSorted();
  const [published, updated] = [days[0], days.at(-1)];
  return {
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    // A check before the first day is none of this text.
    ...(reviewed === undefined || (published !== undefined && reviewed < published)
      ? {}
      : { reviewed, ...(due === undefined || due <= reviewed ? {} : { reviewBy: due }) }),
  };
}

/** Where an answer comes from: the beginning of the text, what describes the page, or a paragraph that is no beginning. */
type Origin = 'text' | 'description' | 'paragraph';

/** The answer out of the first paragraph, whose words then stand there alone; out of what describes the page where that is not possible. */
export function takeAnswer(
  body: Text,
  description: string | undefined,
): { answer?: string; origin?: Origin; body: Text } {
  const tree = markdownToMdast(body.text);
  const children = 'children' in tree ? (tree.children as MdastNode[]) : [];
  const [first, ...rest] = children.filter(
    ({ type, position }) => type !== 'html' || !isComment(body.text, position),
  );
  const sentences = first?.type === 'paragraph' ? listSentences(toWords(first)) : [];
  for (let count = Math.min(2, sentences.length); count > 0; count -= 1) {
    const words = sentences.slice(0, count).join('');
    const answer = toLineOfText(words);
    if (first === undefined || /:$/.test(answer) || !isAnswer(answer)) continue;
    const end = findEnd(first, words.length, body.text);
    if (end === undefined) continue;
    const isWhole = end >= (first.position?.end.offset ?? 0);
    if (isWhole && rest.length === 0) break;
    const start = first.position?.start.offset ?? 0;
    const space = /^\s*/.exec(body.text.slice(end))?.[0].length ?? 0;
    return {
      answer,
      origin: 'text',
      body: change(body, [{ start, end: end + space, text: '' }]),
    };
  }
  const told = description === undefined ? undefined : cutAnswer(description);
  if (told !== undefined) return { answer: told, origin: 'description', body };
  for (const paragraph of children.filter(({ type }) => type === 'paragraph')) {
    const words = toLineOfText(toWords(paragraph));
    const cut = cutAnswer(words.replace(/:$/, '.'));
    const origin = paragraph === first && !words.endsWith(':') ? 'text' : 'paragraph';
    if (cut !== undefined && /\p{L}{2}/u.test(cut)) return { answer: cut, origin, body };
  }
  return { body };
}

/** What describes a page; of an excerpt that a program has made of its text, what goes on behind the first paragraph is left out. */
export function cutExcerpt(description: string, { text }: Text): string {
  const tree = markdownToMdast(text);
  const first = 'children' in tree ? (tree.children as MdastNode[])[0] : undefined;
  const words = first?.type === 'paragraph' ? toLineOfText(toWords(first)) : '';
  return words !== '' && description.length > words.length && description.startsWith(words)
    ? words.replace(/:$/, '.')
    : description;
}

function isComment(text: string, position: MdastNode['position']): boolean {
  return text.slice(position?.start.offset).startsWith('<!--');
}

function cutAnswer(text: string): string | undefined {
  const [one = '', two = ''] = listSentences(text);
  return [one + two, one, shorten(one, LIMITS.answer)].map((words) => words.trim()).find(isAnswer);
}

function isAnswer(text: string): boolean {
  return articleSchema.shape.answer.safeParse(text).success;
}

// A line that ends within a sentence does not end it.
function listSentences(text: string): string[] {
  const line = text.replaceAll('\n', ' ');
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(line)].map(
    ({ segment }) => segment,
  );
}

// Where so many characters of the words of a paragraph end in its source; nothing when more than words would be lost.
function findEnd(paragraph: MdastNode, length: number, text: string): number | undefined {
  const children = 'children' in paragraph ? (paragraph.children as MdastNode[]) : [];
  let left = length;
  for (const child of children) {
    const isPlain = [...walk(child)].every(({ type }) =>
      /^(text|strong|emphasis|inlineCode)$/.test(type),
    );
    if (!isPlain) return undefined;
    const words = toWords(child);
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? 0;
    if (left < words.length)
      return child.type === 'text' && text.slice(start, end) === words ? start + left : undefined;
    left -= words.length;
    if (left === 0) return end;
  }
  return paragraph.position?.end.offset;
}

// What somebody does: "How to", "Steps to", "Using", or a verb that tells to do so.
const ACTION =
  /^(?:how to|steps to|[a-z]+ing|set up|log in|sign up|turn (?:on|off)|access|activate|add|allow|apply|assign|attach|authenticate|back up|block|build|buy|cancel|change|check|choose|clean|clear|clone|collaborate|configure|connect|convert|copy|create|customi[sz]e|deactivate|debug|delete|deploy|disable|download|edit|enable|export|extend|find|force|generate|get|import|improve|increase|install|integrate|invite|join|keep|launch|limit|make|manage|map|migrate|monitor|mount|move|open|optimi[sz]e|pay|prepare|prevent|preview|protect|publish|purge|recover|redirect|reduce|register|remove|rename|renew|replace|request|reset|resize|restart|restore|retrieve|rotate|run|scale|schedule|secure|select|send|share|start|stop|submit|swap|switch|test|track|transfer|uninstall|unlock|update|upgrade|upload|use|validate|verify|view|write)\b/i;

/** The form of an article, as its title, its folders and its lists show it: a guess, since no source says it. */
export function guessKind(title: string, path: readonly string[], body: string): Article['kind'] {
  const words = `${path.join(' ')} ${title}`.toLowerCase();
  if (/troubleshoot|\berrors?\b|\bfix(ing)?\b|not working|cannot|can't/.test(words))
    return 'troubleshooting';
  if (/\breference\b|\bapi\b|glossary/.test(words)) return 'reference';
  if (ACTION.test(title) || /tutorial|guide/i.test(title) || /^ {0,3}1[.)] /m.test(body))
    return 'how-to';
  return 'concept';
}

/** The names that articles have, and for each title the topic of its article. */
export interface Taken {
  titles: Map<string, string>;
  shorts: Set<string>;
}

/** A title that no other article has, and its name in lists; the topic tells two apart, or the section within one topic. */
export function toNames(
  title: string,
  nav: string | undefined,
  id: string,
  { topic, section }: { topic: string; section: string },
  taken: Taken,
): Pick<Article, 'title' | 'short'> {
  const places = taken.titles.get(title.toLowerCase()) === topic ? [section] : [topic, section];
  const titles = [title, ...[...places, id].map((place) => `${title} (${place})`)];
  const unique = titles.find((text) => !taken.titles.has(text.toLowerCase())) ?? title;
  const words = title.split(' ');
  let tail = words.at(-1) ?? '';
  for (
    let at = words.length - 2;
    at >= 0 && tail.length + (words[at]?.length ?? 0) < LIMITS.short - 2;
    at -= 1
  )
    tail = `${words[at]} ${tail}`;
  const shorts = [nav ?? title, title, unique].flatMap((text) => shorten(text, LIMITS.short));
  const short =
    [...shorts, `…${tail}`.slice(0, LIMITS.short), shorten(`${id} ${title}`, LIMITS.short)].find(
      (text) => text !== '' && !taken.shorts.has(text.toLowerCase()),
    ) ?? id;
  taken.titles.set(unique.toLowerCase(), topic);
  taken.shorts.add(short.toLowerCase());
  return { title: unique, short };
}

/** What an article tells, for search results. */
export function toSummary(description: string | undefined, answer: string): string {
  return shorten(description ?? answer, LIMITS.summary);
}
