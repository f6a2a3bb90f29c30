import { markdownToMdast, type MdastNode } from 'satteri';
import { walk } from '#reader/tree.ts';
import {
  htmlToMarkdown,
  isDropped,
  isHtmlName,
  isMedia,
  readAttributes,
  toLostWidth,
  toPlain,
} from './html.ts';
import type { Tell } from './shelf.ts';
import { type Change, change, type Text, toLine } from './text.ts';

/** A tag within Markdown. */
interface Tag {
  name: string;
  isClosing: boolean;
  start: number;
  end: number;
  /** The end of the HTML that it stands in, as Markdown sees it. */
  last: number;
}

const TAG = /<(\/?)([a-z][\w-]*)((?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?)\/?>/gi;
// What Markdown has no sign for, or what holds lines: it is written anew as a whole.
const WHOLE = /^(table|ul|ol|dl|pre|blockquote|h[1-6])$/;
// What may have Markdown in it, and is written anew only where it has not.
const FRAME = /^(p|div|center|section|article|figure|aside|address|header|footer)$/;
const MARKS: Record<string, string> = {
  ...{ b: '**', strong: '**' },
  ...{ i: '_', em: '_', cite: '_', dfn: '_', var: '_' },
  ...{ s: '~~', del: '~~', strike: '~~' },
};

/** Writes the HTML in a text as Markdown; what the engine takes as HTML stays. */
export function translateHtml(source: Text, tell: Tell): Text {
  return translateTags(translateBlocks(source, tell), tell);
}

function translateBlocks(source: Text, tell: Tell): Text {
  let end = 0;
  const changes: Change[] = [];
  for (const node of walk(markdownToMdast(source.text))) {
    const start = node.position?.start.offset ?? 0;
    if (node.type !== 'html' || start < end) continue;
    const name = /^<([a-z][\w-]*)/i.exec(node.value)?.[1]?.toLowerCase() ?? '';
    if (!WHOLE.test(name) && !FRAME.test(name)) continue;
    const close = findClose(source.text, name, start);
    const isInside = close !== undefined && close <= (node.position?.end.offset ?? 0);
    if (close === undefined || (FRAME.test(name) && !isInside)) continue;
    const line = toLine(source, start);
    const html = source.text.slice(start, close);
    const before = source.text.slice(source.text.lastIndexOf('\n', start) + 1, start);
    const indent = /^[\s>]*$/.test(before) ? before : ' '.repeat(before.length);
    const written = htmlToMarkdown(html, (kind, at, message) => tell(kind, line + at - 1, message));
    const rest = /^[ \t]*(?:\n|$)/.test(source.text.slice(close)) ? '' : `\n\n${indent}`;
    changes.push({ start, end: close, text: written.replace(/\n(?=.)/g, `\n${indent}`) + rest });
    end = close;
  }
  return change(source, changes);
}

function findClose(text: string, name: string, start: number): number | undefined {
  const tags = new RegExp(`<(/?)${name}(?:\\s[^>]*)?>`, 'gi');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return undefined;
}

function translateTags(source: Text, tell: Tell): Text {
  const changes = [...walk(markdownToMdast(source.text))].flatMap((node) => {
    if (node.type === 'html') return [];
    if (!('children' in node)) return [];
    const children = node.children as MdastNode[];
    const isFlow = /^(?:root|blockquote|listItem)$/.test(node.type);
    const isCell = node.type === 'tableCell';
    const html = children.filter((child) => child.type === 'html');
    if (html.length === 0) return [];
    const tags = html.flatMap((child) => listTags(source, child));
    return toChanges(source, tags, tell, { isFlow, isCell });
  });
  return change(source, changes);
}

function listTags({ text }: Text, { position }: MdastNode): Tag[] {
  const offset = position?.start.offset ?? 0;
  const html = text.slice(offset, position?.end.offset);
  const comments = html.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  return [...comments.matchAll(TAG)].map(({ 0: whole, 1: slash, 2: name = '', index }) => ({
    name: name.toLowerCase(),
    isClosing: slash === '/',
    start: offset + index,
    end: offset + index + whole.length,
    last: position?.end.offset ?? 0,
  }));
}

function toChanges(
  source: Text,
  tags: readonly Tag[],
  tell: Tell,
  { isFlow, isCell }: { isFlow: boolean; isCell: boolean },
): Change[] {
  const { text } = source;
  const partners = pair(tags);
  const changes: Change[] = [];
  let after = 0;
  for (const tag of tags) {
    const { name, isClosing, start, end } = tag;
    if (start < after) continue;
    const line = toLine(source, start);
    const partner = partners.get(tag);
    const put = (replacement: string, from = start, to = end) =>
      void changes.push({ start: from, end: to, text: replacement });
    const isOpening = !isClosing && partner !== undefined;
    if (isDropped(name)) {
      // Browsers too take all that follows for a script that is not closed.
      const isOpen = !isClosing && partner === undefined && /^(script|style)$/.test(name);
      const last = isOpening ? partner.end : isOpen ? tag.last : end;
      if (!isClosing && !/^(col|colgroup|meta|link|style)$/.test(name))
        tell('lost', line, `<${name}>`);
      put('', start, last);
      after = last;
    } else if (isMedia(name)) {
      const src = isClosing ? undefined : readAttributes(text.slice(start, end)).src;
      if (!isClosing) tell('lost', line, `<${name}> is now a link to what it shows`);
      put(src === undefined ? '' : `<${src.startsWith('//') ? 'https:' : ''}${src}>`);
    } else if (!isHtmlName(name)) {
      put(`\\${text.slice(start, end)}`);
    } else if (/^(code|tt|samp)$/.test(name) && isOpening) {
      const codes = text
        .slice(end, partner.start)
        .split(/<br\b[^>]*>/i)
        .map((html) => toCode(toPlain(html)))
        .join('<br>');
      put(isCell ? codes.replace(/(?<!\\)\|/g, '\\|') : codes, start, partner.end);
      after = partner.end;
    } else if (name in MARKS) {
      const inner = isClosing
        ? text.slice(partner?.end ?? start, start)
        : text.slice(end, partner?.start ?? end);
      const mark = /^\s*$|\n\s*\n|^\s*\*\*|^\s*_|[*_]\s*$/.test(inner) ? '' : (MARKS[name] ?? '');
      const before = /\s*$/.exec(text.slice(0, start))?.[0] ?? '';
      const behind = /^\s*/.exec(text.slice(end))?.[0] ?? '';
      if (partner === undefined || mark === '') put('');
      else if (isClosing) put(mark + before, start - before.length, end);
      else put(behind + mark, start, end + behind.length);
    } else if (name === 'a') {
      const opening = isClosing ? partner : tag;
      const href =
        opening === undefined
          ? undefined
          : readAttributes(text.slice(opening.start, opening.end)).href;
      if (href === undefined || partner === undefined) put('');
      else put(isClosing ? `](${toUrl(href)})` : '[');
    } else if (name === 'img') {
      const { src = '', alt = '', width } = readAttributes(text.slice(start, end));
      if (width !== undefined) tell('lost', line, toLostWidth(width));
      put(`![${alt.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ')}](${toUrl(src)})`);
    } else if (name === 'br') {
      put(isFlow && isAlone(text, start, end) ? '' : '<br>');
    } else if (name === 'hr') {
      put(isFlow ? '\n---\n' : '');
    } else if (/^(kbd|sub|sup)$/.test(name)) {
      put(partner === undefined ? '' : `<${isClosing ? '/' : ''}${name}>`);
    } else if (/^(details|summary)$/.test(name)) {
      const [lead, trail] =
        name === 'summary'
          ? ['', isClosing ? '\n\n' : '']
          : isClosing
            ? ['\n\n', '\n']
            : ['', '\n'];
      const isSpaced = /^[ \t]*\n/.test(text.slice(end));
      put(`${lead}<${isClosing ? '/' : ''}${name}>${isSpaced && trail === '\n' ? '' : trail}`);
    } else put('');
  }
  return changes;
}

// The tag that each one closes, or is closed by.
function pair(tags: readonly Tag[]): Map<Tag, Tag> {
  const pairs = new Map<Tag, Tag>();
  const open: Tag[] = [];
  for (const tag of tags) {
    if (!tag.isClosing) {
      open.push(tag);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === tag.name);
    const [partner] = at === -1 ? [] : open.splice(at);
    if (partner === undefined) continue;
    pairs.set(partner, tag).set(tag, partner);
  }
  return pairs;
}

/** A text as code in a line, whatever it holds. */
export function toCode(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return fence + space + text + space + fence;
}

/** An address as Markdown can hold it. */
export function toUrl(href: string): string {
  return href
    .trim()
    .replace(/[\s()<>]/g, (sign) =>
      /[()]/.test(sign)
        ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
        : encodeURIComponent(sign),
    );
}

function isAlone(text: string, start: number, end: number): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(0, start)) && /^[ \t]*(?:\n|$)/.test(text.slice(end));
}
