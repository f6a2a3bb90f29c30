import { markdownToMdast, type MdastNode } from 'satteri';
import { count } from '#domain/problem.ts';
import { walk } from '#reader/tree.ts';
import type { Tell } from './shelf.ts';
import { type Change, change, type Text, toLine } from './text.ts';

const RULE = /^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/;

/** Gives each table as many columns as its longest row has, since others show those too. */
export function widenTables(source: Text, tell: Tell): Text {
  return widenRows(joinHeads(source, tell), tell);
}

// A head and the line below it must have as many cells, or neither makes a table.
function joinHeads(source: Text, tell: Tell): Text {
  const changes = [...walk(markdownToMdast(source.text))].flatMap((node): Change[] => {
    if (node.type !== 'paragraph') return [];
    const start = node.position?.start.offset ?? 0;
    const [head = '', rule = ''] = source.text.slice(start, node.position?.end.offset).split('\n');
    if (!head.includes('|') || !rule.includes('|') || !RULE.test(rule)) return [];
    const [own, below] = [countCells(head), countCells(rule)];
    const end = start + head.length;
    if (below > own) tellOf(below - own, toLine(source, start), tell);
    return [
      ...extend(source.text, end, below - own, ' '),
      ...extend(source.text, end + 1 + rule.length, own - below, ' --- '),
    ];
  });
  return change(source, changes);
}

function widenRows(source: Text, tell: Tell): Text {
  const changes = [...walk(markdownToMdast(source.text))].flatMap((node): Change[] => {
    if (node.type !== 'table') return [];
    const [head, ...rows] = node.children as Extract<MdastNode, { type: 'tableRow' }>[];
    const own = head?.children.length ?? 0;
    const more = Math.max(0, ...rows.map(({ children }) => children.length)) - own;
    if (more <= 0) return [];
    const start = node.position?.start.offset ?? 0;
    const end = toLineEnd(source.text, start);
    tellOf(more, toLine(source, start), tell);
    return [
      ...extend(source.text, end, more, ' '),
      ...extend(source.text, toLineEnd(source.text, end + 1), more, ' --- '),
    ];
  });
  return change(source, changes);
}

function tellOf(more: number, line: number, tell: Tell): void {
  tell('open', line, `a table has longer rows than heads: ${count(more, 'column')} without a head`);
}

function extend(text: string, end: number, count: number, cell: string): Change[] {
  if (count <= 0) return [];
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const isClosed = /(?<!\\)\|\s*$/.test(line);
  return [{ start: end, end, text: `${isClosed ? '' : ' |'}${`${cell}|`.repeat(count)}` }];
}

function toLineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function countCells(line: string): number {
  return line.replace(/^[ \t>]*\|?|(?<!\\)\|?[ \t]*$/g, '').split(/(?<!\\)\|/).length;
}
