// The signs of CommonMark and of GitHub's additions, and how text is kept from being read as such.

/** A piece of a line: text that is escaped when the line is put together, or Markdown that stands as it is. */
export type Piece =
  | { text: string }
  | { code: string }
  | { break: true }
  | { sign: string }
  | { mark: '**' | '_' | '~~'; pieces: readonly Piece[] }
  | { url: string; pieces: readonly Piece[]; image?: boolean };

const SPECIAL =
  /\\(?=[!-/:-@[-`{-~]|\s*$)|[`*[~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[!/?A-Za-z])|&(?=[#A-Za-z])|!(?=\[)|(?<=\])\(/gu;
// What would become a link without being written as one.
const ADDRESS = /(?<=[ps]):(?=\/)|(?<=[Ww])\.(?=[-.\w])|(?<=[+\-.\w])@(?=[-.\w])/g;
const LETTER = /[\p{L}\p{N}]/u;
const LINE_START = /^(#{1,6}(?= |$)|[-+](?= |$)|[-=]{2,}(?=$)|>|\d+(?=[.)](?: |$)))/;

/** A line of Markdown that shows these pieces letter for letter. */
export function toLine(pieces: readonly Piece[]): string {
  const line = toInline(pieces)
    .replace(/ *\n */g, '\n')
    .trim();
  return line
    .split('\n')
    .map((part) =>
      part.replace(LINE_START, (sign) => (/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`)),
    )
    .join('\\\n');
}

/** The same within a cell of a table, which a bar would end. */
export function toCell(pieces: readonly Piece[]): string {
  return toInline(pieces)
    .replace(/\s*\n\s*/g, '<br>')
    .replaceAll('|', '\\|')
    .trim();
}

function toInline(pieces: readonly Piece[], inLabel = false): string {
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    if ('text' in piece) {
      const text = piece.text.replace(/[ \t\n\r\f]+/g, ' ');
      line += escapeText(/[ \n]$/.test(line) ? text.trimStart() : text, inLabel);
    } else if ('code' in piece) line += toCode(piece.code);
    else if ('sign' in piece) line += piece.sign;
    else if ('break' in piece) line = `${line.trimEnd()}\n`;
    else if ('url' in piece) line = join(line, toLink(piece, inLabel));
    else line = addMarked(line, piece, inLabel, pieces[index + 1]);
  }
  return line;
}

// A link after an exclamation mark would be an image.
function join(line: string, next: string): string {
  return (next.startsWith('[') ? line.replace(/!$/, '\\!') : line) + next;
}

function escapeText(text: string, inLabel: boolean): string {
  const escaped = text.replace(SPECIAL, '\\$&').replace(ADDRESS, '\\$&');
  return inLabel ? escaped.replaceAll(']', '\\]') : escaped;
}

function toCode(code: string): string {
  const text = code.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function toLink(
  { url, pieces, image = false }: Extract<Piece, { url: string }>,
  inLabel: boolean,
): string {
  const [first] = pieces;
  if (
    !image &&
    pieces.length === 1 &&
    first !== undefined &&
    'text' in first &&
    first.text === url &&
    /^[a-z][a-z+.-]+:[^\s<>]*$/i.test(url)
  )
    return `<${url}>`;
  const label = toInline(pieces, true);
  const address =
    /[\s<>]/.test(url) || url === ''
      ? `<${url.replace(/[<>\\]/g, '\\$&')}>`
      : url.replace(/[()]|&(?=[#A-Za-z])/g, '\\$&');
  // A link within a link is none.
  return inLabel && !image ? label : `${image ? '!' : ''}[${label}](${address})`;
}

// A mark does not hold with space inside it, nor between punctuation inside and a letter outside.
function addMarked(
  line: string,
  { mark, pieces }: Extract<Piece, { mark: string }>,
  inLabel: boolean,
  next: Piece | undefined,
): string {
  const [, before = '', inner = '', after = ''] =
    /^(\s*)([\s\S]*?)(\s*)$/.exec(toInline(pieces, inLabel)) ?? [];
  if (inner === '') return line + before;
  const follows = after === '' && next !== undefined && 'text' in next ? next.text.charAt(0) : '';
  const holds = (inside = '', outside = '') =>
    !LETTER.test(outside) || (mark !== '_' && LETTER.test(inside));
  const opens = before !== '' || holds(inner.at(0), line.at(-1));
  // No Markdown says it; the words are what matters.
  if (!opens || !holds(inner.at(-1), follows)) return join(line, before + inner + after);
  return `${line}${before}${mark}${inner}${mark}${after}`;
}

/** Lines with a sign in front of the first, and room for it in front of the others, as much as it takes unless told. */
export function indent(text: string, sign: string, room = ' '.repeat(sign.length)): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? sign + line : line === '' ? '' : room + line))
    .join('\n');
}

/** Lines as a quotation. */
export function quote(text: string): string {
  return text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

/** Blocks of which no list goes on in the next one: the second of two in a row has another sign. */
export function separate(blocks: readonly string[]): string[] {
  const result: string[] = [];
  for (const block of blocks) {
    const before = result.at(-1) ?? '';
    if (/^- /.test(before) && /^- /.test(block)) result.push(block.replace(/^-(?= )/gm, '*'));
    else if (/^\d+\. /.test(before) && /^\d+\. /.test(block))
      result.push(block.replace(/^(\d+)\./gm, '$1)'));
    else result.push(block);
  }
  return result;
}

/** A block of code in a language. */
export function fence(code: string, language: string): string {
  const sign = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${sign}${language}\n${code.replace(/\n$/, '')}\n${sign}`;
}

/** A table of cells that are Markdown already; the first row is its head. */
export function toTable(
  rows: readonly (readonly string[])[],
  alignments: readonly (string | undefined)[],
): string {
  const columns = Math.max(...rows.map(({ length }) => length));
  const signs: Record<string, string> = { left: ':-', right: '-:', center: ':-:' };
  const rule = Array.from({ length: columns }, (_, index) => signs[alignments[index] ?? ''] ?? '-');
  const [head = [], ...body] = rows;
  return [head, rule, ...body]
    .map(
      (row) =>
        `|${Array.from({ length: columns }, (_, index) => (row[index] ? ` ${row[index]} ` : ' ')).join('|')}|`,
    )
    .join('\n');
}
