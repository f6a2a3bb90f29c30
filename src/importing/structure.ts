import { markdownToMdast, type MdastNode } from 'satteri';
import { Outline } from '#domain/linking/outline.ts';
import { isShell, parseMeta } from '#domain/proof.ts';
import { checkLanguage } from '#reader/languages.ts';
import { toText as toWords, walk } from '#reader/tree.ts';
import type { Tell } from './shelf.ts';
import {
  type Change,
  change,
  HIDDEN,
  hideCode,
  replaceAll,
  type Replacement,
  type Text,
  toLine,
} from './text.ts';

type Node<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

/** Why commands of another shelf have no proof. */
const UNPROVEN = 'imported, and not run yet';
const UNSEEN = /(?![\n\t])\p{Cc}|[\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** Takes away what no editor shows, and mends what is nearly Markdown. */
export function clean(source: Text): Text {
  const shown = {
    ...source,
    text: source.text.replace(UNSEEN, '').replace(/[\u2028\u2029]/g, ' '),
  };
  // One mark alone opens a heading only where a title stands.
  const spaced = replaceAll(
    shown,
    /^( {0,3}#{2,6}|(?<![\s\S])\s*#)(?=[^\s#!])/gm,
    ([marks]) => `${marks} `,
  );
  const joined = replaceAll(
    spaced,
    /(?<=\])[ \t]*\n?[ \t]+(?=\((?:https?:\/\/|\/)[^\s()]*\))/g,
    () => '',
  );
  const whole = replaceAll(
    joined,
    /\]\(((?:https?:\/\/|\/)[^\s()]*(?:\n[ \t>]*[^\s()]+)+)\)/g,
    ([, url = '']) => `](${url.replace(/\n[ \t>]*/g, '')})`,
  );
  return replaceAll(
    whole,
    /\]\((https?:\/\/[^()\s"]+(?: [^()\s"]+)+)\)/g,
    ([, url = '']) => `](${url.replaceAll(' ', '%20')})`,
  );
}

/** Takes away signs of other systems that say nothing to readers, and writes others as Markdown. */
export function translateSigns(source: Text, tell: Tell): Text {
  let text = replaceOutside(
    source,
    /^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\]|(?:[-*+]|\d+[.)])[ \t]+[^\n]*\n[ \t]*\{:[^}\n]*\btoc\b[^}\n]*\})[ \t]*$/gim,
    () => '',
  );
  text = replaceOutside(text, /^[ \t>]*\{::?[^}\n]*\}[ \t]*$/gm, () => '');
  text = replaceOutside(text, /(?<=[^\s$({])[ \t]*\{:?([^{}\n]+)\}/g, ([, list = '']) =>
    isAttributes(list) ? '' : undefined,
  );
  text = replaceOutside(text, /^\*\[([^\]\n]+)\]:[ \t]+(.*)$/gm, ([, short, long], line) => {
    tell('lost', line, `the abbreviation ${short}: ${long}`);
    return '';
  });
  text = replaceOutside(
    text,
    /^([^\s:#>|*+-][^\n]*)\n\n?((?::[ \t]+[^\n]*(?:\n(?:[ \t]+[^\n]+))*\n?)+)/gm,
    ([, term, body]) => {
      const points = (body ?? '').split(/^:[ \t]+/m).filter((point) => point.trim() !== '');
      return `${points.map((point) => `- **${term?.trim().replace(/^\*\*|\*\*$/g, '')}**: ${point.trim().replace(/\n[ \t]*/g, '\n  ')}`).join('\n')}\n`;
    },
  );
  return replaceOutside(
    text,
    /(?<!\\)(?:\{\{[<%]?[^\n]*?[%>]?\}\}|\{%[^\n]*?%\})/g,
    ([sign], line) => {
      tell('open', line, `${sign} stands as code, since nothing is put in its place here`);
      return `\`${sign.replaceAll('`', "'")}\``;
    },
  );
}

// Here the text is Markdown, so that what is indented is code where Markdown says so.
function replaceOutside(source: Text, pattern: RegExp, toReplacement: Replacement): Text {
  const codes = [...walk(markdownToMdast(source.text))].flatMap(({ type, position }) =>
    type === 'code' ? [[position?.start.offset ?? 0, position?.end.offset ?? 0] as const] : [],
  );
  return replaceAll(source, pattern, (match, line) =>
    codes.some(([start, end]) => match.index >= start && match.index < end)
      ? undefined
      : toReplacement(match, line),
  );
}

// A list as kramdown, Python-Markdown and Docusaurus have it: `#id .class width="50%"`.
function isAttributes(list: string): boolean {
  const words = list
    .replace(/"[^"]*"|'[^']*'/g, 'x')
    .trim()
    .split(/\s+/);
  return words.every((word) => /^(?:[.#][\w:.-]+|[\w-]+=\S+)$/.test(word));
}

/** What of the headings and blocks of code must be other than it is. */
export function translateStructure(
  source: Text,
  title: string | undefined,
  tell: Tell,
): { text: Text; title: string | undefined } {
  const { text } = source;
  const tree = markdownToMdast(text);
  const nodes = [...walk(tree)];
  const changes: Change[] = [];
  const open: { old: number; now: number }[] = [];
  const outline = new Outline();
  const [first] = 'children' in tree ? (tree.children as MdastNode[]) : [];
  let found = title;
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'heading') {
      const words = toWords(node).trim();
      const isTitle =
        node === first && node.depth === 1 && (found === undefined || isSame(words, found));
      if (isTitle && words !== '') {
        found ??= words;
        changes.push({ start, end, text: '' });
        continue;
      }
      while ((open.at(-1)?.old ?? 0) >= node.depth) open.pop();
      const now = Math.min((open.at(-1)?.now ?? 1) + 1, 6);
      if (words !== '') open.push({ old: node.depth, now });
      const mark = words === '' ? '' : toMark(words, now, outline);
      if (mark !== '')
        tell('open', toLine(source, start), `a heading that stood twice is now: ${words}${mark}`);
      changes.push(toHeading(text, node, words === '' ? 0 : now, mark));
    } else if (node.type === 'code') {
      changes.push(...toBlock(source, node, tell));
    } else if (node.type === 'text') {
      changes.push(...escapeBrackets(text, node));
    }
  }
  return { text: change(source, changes), title: found };
}

// A heading of level 0 has no words, only pictures or nothing at all.
function toHeading(text: string, node: Node<'heading'>, depth: number, mark: string): Change {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const children = node.children as MdastNode[];
  const from = children[0]?.position?.start.offset ?? end;
  const to = children.at(-1)?.position?.end.offset ?? end;
  const words = text
    .slice(from, to)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s*\{:?\s*#[^}]*\}\s*$/, '');
  return { start, end, text: depth === 0 ? words : `${'#'.repeat(depth)} ${words}${mark}` };
}

// What must stand behind a heading, so that links can tell it from one before it.
function toMark(words: string, depth: number, outline: Outline): string {
  const above = outline.read(words, depth).parent?.text;
  let mark = '';
  for (let count = 1; outline.read(words + mark, depth).same !== undefined; count += 1)
    mark = count > 1 || above === undefined || above === words ? ` (${count + 1})` : ` (${above})`;
  outline.add(words + mark, depth);
  return mark;
}

function toBlock(source: Text, node: Node<'code'>, tell: Tell): Change[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const own = source.text.slice(start, end);
  const [head, fence = '', info = ''] = /^(`{3,}|~{3,})([^\n]*)/.exec(own) ?? [];
  if (head === undefined) return [];
  const word = /^\s*\{?\s*\.?([\w+#.-]+)/.exec(info)?.[1] ?? '';
  // Some write the first line of the code there.
  let first = '';
  let language = word.toLowerCase().replace(/^language-/, '');
  checkLanguage(language, () => {
    tell(
      'open',
      toLine(source, start),
      `nothing colours the language ${word}, so the block is text`,
    );
    language = 'text';
    if (/^\s*[\w+#.-]+\s+[^\s={}"]+/.test(info)) first = `\n${info}`;
  });
  const { title, proof, unproven } = parseMeta(info);
  const isClaimed = proof !== undefined || unproven !== undefined;
  const meta = [
    ...(title === undefined ? [] : [`title="${title}"`]),
    ...(isShell({ language }) && !isClaimed ? [`unproven="${UNPROVEN}"`] : []),
    ...(isClaimed ? [proof === undefined ? `unproven="${unproven}"` : `proof="${proof}"`] : []),
  ];
  const opening = fence + [language, ...meta].join(' ').trim() + first;
  const isClosed = new RegExp(`\\n[ \\t>]*${fence}+[ \\t]*$`).test(own);
  return [
    ...(opening === head.trimEnd() ? [] : [{ start, end: start + head.length, text: opening }]),
    ...(isClosed ? [] : [{ start: end, end, text: `\n${fence}\n` }]),
  ];
}

// What looks like a reference to nothing is text.
function escapeBrackets(text: string, node: Node<'text'>): Change[] {
  const start = node.position?.start.offset ?? 0;
  const own = text.slice(start, node.position?.end.offset);
  return [...own.matchAll(/(?<!\\)\[(?:\^[^[\]]*\]|[^[\]]+\]\[)/g)].map(({ index }) => ({
    start: start + index,
    end: start + index + 1,
    text: '\\[',
  }));
}

/** Whether two titles have the same words. */
function isSame(a: string, b: string): boolean {
  const toKey = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return toKey(a) === toKey(b);
}

/** An anchor that stood in a text by itself, at a line of the file. */
export interface Mark {
  id: string;
  line: number;
}

/** The headings of a text as its system reads it, and the anchors that stand in it besides. */
export function readOutline(source: Text): {
  headings: { text: string; own: string | undefined; line: number }[];
  marks: Mark[];
} {
  const hidden = hideCode(source.text);
  const headings = [...walk(markdownToMdast(source.text))].flatMap((node) => {
    if (node.type !== 'heading') return [];
    const offset = node.position?.start.offset ?? 0;
    const words = toWords(node).trim();
    const behind = source.text.slice(node.position?.end.offset);
    const own =
      /\{:?\s*#([^\s}]+)[^}]*\}\s*$/.exec(words)?.[1] ??
      /^\n[ \t]*\{:\s*[^}\n]*#([\w:.-]+)/.exec(behind)?.[1];
    return [
      { text: words.replace(/\s*\{:?\s*[#.][^}]*\}\s*$/, ''), own, line: toLine(source, offset) },
    ];
  });
  const marks = [
    ...hidden.matchAll(/<[a-z][\w-]*\s[^>]*?\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi),
  ].map(({ 1: id = '', index }) => ({ id, line: toLine(source, index) }));
  return {
    headings,
    marks: marks.filter(({ id }) => !id.includes(HIDDEN) && !/[\s#<>"]/.test(id)),
  };
}
