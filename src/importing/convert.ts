import { NO_TABLE, parseBody } from '#reader/body.ts';
import type { AnchorRule } from './anchors.ts';
import { cutExcerpt, shorten, takeAnswer, toDescription, toLineOfText } from './fields.ts';
import { toWord } from './frontmatter.ts';
import type { Page, Remark, Shelf, Tell } from './shelf.ts';
import { toTitle } from './shelf.ts';
import { clean, readOutline, translateSigns, translateStructure } from './structure.ts';
import { widenTables } from './tables.ts';
import { translateHtml } from './tags.ts';
import { change, type Text, toLine } from './text.ts';

// No text that people read has more.
const MOST_SIGNS = 100;

/** A page as this site would have it, but for its links. */
export interface Converted {
  page: Page;
  title: string;
  description: string | undefined;
  answer: string | undefined;
  body: Text;
  /** The anchors that it has now, by those that it had; none where what they led to is no section any more. */
  anchors: Map<string, string | undefined>;
  remarks: Remark[];
}

/** Writes a page of another system as Markdown of this site, step by step, and says what could not be carried. */
export function convert(page: Page, shelf: Pick<Shelf, 'translate' | 'anchors'>): Converted {
  const remarks: Remark[] = [];
  const tell = toTell(page, remarks);
  const translated = shelf.translate(clean(page.body), page, tell);
  const outline = readOutline(translated);
  const plain = widenTables(translateSigns(translateHtml(translated, tell), tell), tell);
  const named = toWord(page.fields.title);
  const { text, title } = translateStructure(plain, named && toLineOfText(named), tell);
  const described = toDescription(page);
  const description = described && cutExcerpt(described, text);
  const { answer, origin, body } = takeAnswer(text, description);
  if (origin === 'description') tell('open', 1, 'the answer is only what describes the page');
  if (origin === 'paragraph')
    tell('open', 1, 'the answer is only a paragraph that stands in the text too');
  return {
    page,
    title: shorten(toLineOfText(title ?? '') || toTitle(page.name), 200),
    description,
    answer,
    body,
    anchors: matchAnchors(outline, shelf.anchors, listAnchors(body)),
    remarks,
  };
}

/** Puts what is told of a page where it belongs. */
export function toTell(page: Pick<Page, 'file' | 'line'>, remarks: Remark[]): Tell {
  const file = page.line === undefined ? page.file : page.file.replace(/#[^#]*$/, '');
  return (kind, line, message) =>
    void remarks.push({ file, line: page.line ?? line, kind, message });
}

// The anchors of all headings, each with the line from which the heading comes; the engine alone knows what it makes of one.
function listAnchors(body: Text): { anchor: string; line: number }[] {
  const { anchors } = parseBody(body.text, 'article.md');
  const { headings } = readOutline(body);
  return headings.flatMap(({ line }, index) => {
    const anchor = anchors[index];
    return anchor === undefined || anchor === '' ? [] : [{ anchor, line }];
  });
}

function matchAnchors(
  { headings, marks }: ReturnType<typeof readOutline>,
  rule: AnchorRule,
  now: readonly { anchor: string; line: number }[],
): Map<string, string | undefined> {
  const lines = new Map(now.map(({ anchor, line }) => [line, anchor]));
  const anchors = new Map<string, string | undefined>();
  const put = (old: string, anchor: string | undefined) =>
    anchors.has(old) || anchors.set(old, anchor);
  for (const [index, names] of rule(headings).entries())
    for (const name of names) put(name, lines.get(headings[index]?.line ?? 0));
  // A mark above a heading is that of the heading; any other is within its section.
  for (const { id, line } of marks) {
    const next = now.find((heading) => heading.line >= line && heading.line <= line + 2);
    put(id, (next ?? now.findLast((heading) => heading.line <= line))?.anchor);
  }
  return anchors;
}

/** Makes text of what only another system reads, and tells of it; the reader saw it as text before, or nothing of it. */
export function escapeForeign(source: Text, tell: Tell): Text {
  let body = source;
  // Of one kind, only the first in a text is found.
  for (let times = 0; times < MOST_SIGNS; times += 1) {
    const found = parseBody(body.text, 'article.md').problems.flatMap(
      ({ code, message, line, column }): [number, string][] => {
        const at = toOffset(body.text, line ?? 1) + (column ?? 1) - 1;
        if (message === NO_TABLE) return [[findBar(body.text, at), message]];
        return code === 'foreign-markup' && body.text[at] !== '>' ? [[at, message]] : [];
      },
    );
    if (found.length === 0) break;
    for (const [at, message] of found)
      tell('open', toLine(body, at), `${message}, and is text now`);
    body = change(
      body,
      found.map(([at]) => ({ start: at, end: at, text: '\\' })),
    );
  }
  return body;
}

function findBar(text: string, at: number): number {
  const bar = /(?<!\\)\|/g;
  bar.lastIndex = at;
  return bar.exec(text)?.index ?? at;
}

/** What the engine refuses in a text, at the lines of its source; pictures have been told of. */
export function listRefused(body: Text, tell: Tell): void {
  for (const { line, message, code } of parseBody(body.text, 'article.md').problems) {
    if (code === 'missing-alt-text' || (code === 'broken-image' && message.includes(' ./')))
      continue;
    tell('open', toLine(body, toOffset(body.text, line ?? 1)), message);
  }
}

function toOffset(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count += 1) at = text.indexOf('\n', at) + 1;
  return at;
}
