import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Located, Problem } from '../domain/problem.ts';

/** A YAML text as plain data, with the places of its fields and what is wrong with its syntax. */
export interface Yaml {
  data: unknown;
  at: Located<unknown>['at'];
  problems: Problem[];
}

/** Reads YAML; `firstLine` is the line of the file at which the text begins, for frontmatter. */
export function parseYaml(text: string, file: string, firstLine = 1): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const toPlace = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  // After the first fault of syntax, a parser only guesses; keys that stand twice are faults of their own.
  const errors = document.errors.filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY');
  const problems = errors.map((error) => ({
    ...toPlace(error.pos[0]),
    message: `broken YAML: ${error.message.replace(/\s+/g, ' ')}`,
    hint: 'Check the indentation, and quote text that holds a colon or starts with a special character.',
  }));
  return {
    data: problems.length === 0 ? document.toJS() : undefined,
    at: (path) => toPlace(findOffset(document.contents, path)),
    problems,
  };
}

function findOffset(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!isScalar(pair?.key) || pair.key.range == null) return offset;
      offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!hasRange(item)) return offset;
      offset = item.range[0];
      node = item;
    } else return offset;
  }
  return offset;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
