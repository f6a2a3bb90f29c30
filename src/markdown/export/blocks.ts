import {
  type Element,
  find,
  findAll,
  isElement,
  type Node,
  toRawText,
  toRole,
  toText,
} from './page.ts';
import { fence, indent, type Piece, quote, separate, toCell, toLine, toTable } from './syntax.ts';

const INLINE =
  /^(a|abbr|b|bdi|br|button|cite|code|data|del|dfn|em|i|img|input|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;
const BOLD = '**';

/** An address on a page as a full one. */
export function resolve(address: string, url: string): string {
  return URL.canParse(address, url) ? new URL(address, url).href : address;
}

/** Whether it is what the page adds for pointers, scripts and searching. */
export function isForPageOnly(element: Element): boolean {
  return element.name === 'script' || 'hidden' in element.attribs || toRole(element) === 'none';
}

function isSilent(element: Element): boolean {
  return (
    isForPageOnly(element) ||
    element.attribs['aria-hidden'] === 'true' ||
    toRole(element) === 'html'
  );
}

/** What nodes of a built page say, as blocks of Markdown; `url` is the full address of the page. */
export function toBlocks(nodes: readonly Node[], url: string): string[] {
  const blocks: string[] = [];
  let line: Piece[] = [];
  const end = () => {
    const text = toLine(line);
    if (text !== '') blocks.push(text);
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isSilent(node)) continue;
    if (!isElement(node) || INLINE.test(node.name)) {
      line.push(...toPieces(node, url));
      continue;
    }
    end();
    blocks.push(...toBlock(node, url));
  }
  end();
  return separate(blocks.filter(Boolean));
}

function toBlock(element: Element, url: string): string[] {
  const { name, attribs, children } = element;
  const label = attribs['aria-label'];
  const pieces = () => children.flatMap((child) => toPieces(child, url));
  switch (name) {
    case 'p':
      return [toLine(toRole(element) === 'aside' ? toAside(element) : pieces())];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [`${'#'.repeat(Number(name.slice(1)))} ${toLine(pieces())}`];
    case 'ul':
    case 'ol':
      return [toList(element, url)];
    case 'dl':
      return [
        findAll(element, (child) => child.name === 'dt')
          .map((term, index) => `- ${toBar(element, term, index)}`)
          .join('\n'),
      ];
    case 'pre':
      return [
        ...children
          .filter((child) => isElement(child) && child.name === 'span' && !isSilent(child))
          .map((name) => toLine([{ mark: BOLD, pieces: [{ text: toText(name) }] }])),
        fence(
          // Below its code may stand when it was run.
          toRawText(children.find((child) => isElement(child) && child.name === 'code') ?? element),
          (attribs['data-language'] ?? 'plaintext').replace(/^plaintext$/, ''),
        ),
      ];
    case 'blockquote':
      return [quote(toBlocks(children, url).join('\n\n'))];
    case 'aside': {
      const [title, ...rest] = children.filter(isElement);
      const strong =
        title === undefined
          ? []
          : [
              toLine([
                { mark: BOLD, pieces: title.children.flatMap((child) => toPieces(child, url)) },
              ]),
            ];
      return [quote([...strong, ...toBlocks(rest, url)].join('\n\n'))];
    }
    case 'table':
      return toTableBlocks(element, url);
    case 'summary':
      return [toLine([{ mark: BOLD, pieces: pieces() }])];
    case 'svg':
      return label === undefined ? [] : [toLine([{ text: `Drawing: ${label}` }])];
    case 'hr':
      return ['---'];
    default:
      if ('data-footnotes' in attribs) return toFootnotes(element, url);
      return [
        ...(name === 'div' && /^(group|img)$/.test(attribs['role'] ?? '') && label !== undefined
          ? [toLine([{ text: `Drawing: ${label}` }])]
          : []),
        ...toBlocks(children, url),
      ];
  }
}

function toList({ name, attribs, children }: Element, url: string): string {
  const items = children.filter(isElement).map((item) => toBlocks(item.children, url));
  const isLoose = items.some(
    (blocks) => blocks.length > 1 && !/^([-*]|\d+[.)]) /.test(blocks[1] ?? ''),
  );
  const first = Number(attribs['start'] ?? 1);
  const toSign = (index: number) => (name === 'ol' ? `${first + index}. ` : '- ');
  const between = isLoose ? '\n\n' : '\n';
  return items
    .map((blocks, index) => indent(blocks.join(between), toSign(index)).trimEnd())
    .join(between);
}

function toFootnotes(section: Element, url: string): string[] {
  const notes = findAll(section, ({ name, parent }) => name === 'li' && parent?.parent === section);
  return notes.map(({ children }, index) =>
    indent(toBlocks(children, url).join('\n\n'), `[^${index + 1}]: `, '    '),
  );
}

function toBar(list: Element, term: Element, index: number): string {
  const value = findAll(list, ({ name }) => name === 'dd')[index];
  return toLine([{ text: `${toText(term)}: ${value === undefined ? '' : toText(value)}` }]);
}

function toPieces(node: Node, url: string): Piece[] {
  if (!isElement(node)) return node.type === 'text' ? [{ text: toRawText(node) }] : [];
  if (isSilent(node)) return [];
  const { name, attribs, children } = node;
  const pieces = () => children.flatMap((child) => toPieces(child, url));
  if (toRole(node) === 'label') return [{ text: `${toText(node)}:` }];
  if (toRole(node) === 'mark') return toMarks(node, url);
  if (toRole(node) === 'marks') return [{ text: ' ' }, ...toMarks(node, url)];
  switch (name) {
    case 'a':
      if ('data-footnote-ref' in attribs) return [{ sign: `[^${toText(node)}]` }];
      if ('data-footnote-backref' in attribs) return [];
      return [{ url: resolve(attribs['href'] ?? '', url), pieces: pieces() }];
    case 'img':
      return [
        {
          url: resolve(attribs['src'] ?? '', url),
          pieces: [{ text: attribs['alt'] ?? '' }],
          image: true,
        },
      ];
    case 'b':
    case 'strong':
      return [{ mark: BOLD, pieces: pieces() }];
    case 'em':
    case 'i':
    case 'mark':
    case 'u':
      return [{ mark: '_', pieces: pieces() }];
    case 'del':
    case 's':
      return [{ mark: '~~', pieces: pieces() }];
    case 'code':
    case 'kbd':
    case 'samp':
    case 'var':
      return [{ code: toRawText(node) }];
    case 'sub':
    case 'sup':
      return find(node, ({ attribs }) => 'data-footnote-ref' in attribs) === undefined
        ? [{ sign: `<${name}>` }, ...pieces(), { sign: `</${name}>` }]
        : pieces();
    case 'input':
      return [{ sign: 'checked' in attribs ? '[x]' : '[ ]' }];
    case 'br':
      return [{ break: true }];
    case 'q':
      return [{ text: '"' }, ...pieces(), { text: '"' }];
    case 'small':
      return [{ text: ` (${toText(node)})` }];
    default:
      return pieces();
  }
}

// The numbers of sources, each a word of its own that leads to its source.
function toMarks(marks: Element, url: string): Piece[] {
  return findAll(marks, ({ name }) => name === 'a').flatMap((link, index) => [
    ...(index > 0 ? [{ text: ' ' }] : []),
    { url: resolve(link.attribs['href'] ?? '', url), pieces: [{ text: `[${toText(link)}]` }] },
  ]);
}

function toAside(element: Element): Piece[] {
  return [{ text: `(${toText(element)})` }];
}

// Tables

function toTableBlocks(table: Element, url: string): string[] {
  const caption = find(table, ({ name }) => name === 'caption');
  const rows = findAll(table, ({ name }) => name === 'tr').map((row) =>
    row.children.filter(isElement).filter(({ name }) => name === 'th' || name === 'td'),
  );
  const alignments: (string | undefined)[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) alignments[index] ??= cell.attribs['data-align'];
  const cells = rows.map((row) =>
    row.flatMap((cell) => [
      toCellText(cell, url),
      ...Array.from({ length: Number(cell.attribs['colspan'] ?? 1) - 1 }, () => ''),
    ]),
  );
  return [
    ...(caption === undefined
      ? []
      : [toLine([{ mark: BOLD, pieces: [{ text: toText(caption) }] }])]),
    ...(cells.length === 0 ? [] : [toTable(cells, alignments)]),
  ];
}

function toCellText(cell: Element, url: string): string {
  const [first = [], ...rest] = toCellLines(cell, url);
  const isHead = /^row/.test(cell.attribs['scope'] ?? '');
  // The label of a row is a link to the row.
  const label = first.flatMap((piece): readonly Piece[] =>
    'url' in piece ? piece.pieces : [piece],
  );
  const lines = [isHead ? [{ mark: BOLD, pieces: label } as const] : first, ...rest];
  return toCell(
    lines.flatMap((line, index): readonly Piece[] => {
      const before = lines[index - 1];
      if (before === undefined) return line;
      const ended = /[.!?:;]$/.test(toPlain(before).trimEnd());
      return [{ text: ended || /^\s*[[(]/.test(toPlain(line)) ? ' ' : '. ' }, ...line];
    }),
  );
}

// What stands inline together is one line, each block another, and a list is one too, since a cell of Markdown is.
function toCellLines(cell: Element, url: string): Piece[][] {
  const lines: Piece[][] = [];
  let open: Piece[] | undefined;
  for (const child of cell.children) {
    if (!isElement(child) || INLINE.test(child.name)) {
      const pieces = toPieces(child, url);
      if (open === undefined && toPlain(pieces).trim() === '') continue;
      if (open === undefined) {
        open = [];
        lines.push(open);
      }
      open.push(...pieces);
      continue;
    }
    if (isSilent(child)) continue;
    open = undefined;
    if (/^[uo]l$/.test(child.name)) {
      const items = child.children.filter(isElement);
      lines.push(
        items.flatMap((item, index) => [
          ...(index > 0 ? [{ text: '; ' }] : []),
          ...toPieces(item, url),
        ]),
      );
    } else lines.push(toRole(child) === 'aside' ? toAside(child) : toPieces(child, url));
  }
  return lines.filter((line) => line.length > 0);
}

function toPlain(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      'text' in piece
        ? piece.text
        : 'code' in piece
          ? piece.code
          : 'sign' in piece
            ? ''
            : 'pieces' in piece
              ? toPlain(piece.pieces)
              : ' ',
    )
    .join('');
}
