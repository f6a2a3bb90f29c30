import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Located, Problem } from '#domain/problem.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';

/** A YAML text as plain data, with the places of its fields and what is wrong with its syntax. */
export interface Yaml {
  data: unknown;
  at: Located<unknown>['at'];
  problems: Problem[];
}

interface Fault {
  offset: number;
  /** The kind of problem, when it is more than a text that cannot be parsed. */
  code?: ProblemCode;
  message: string;
  hint: string;
}

// Names of what every object of JavaScript has: as keys of data they would be taken for it.
const INBORN = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads YAML; `firstLine` is the line of the file at which the text begins, for frontmatter. */
export function parseYaml(text: string, file: string, firstLine = 1): Yaml {
  const lines = new LineCounter();
  const toPlace = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const language = file.endsWith('.json') ? 'JSON' : 'YAML';
  const fail = (faults: readonly Fault[], at = toPlace): Yaml => ({
    data: undefined,
    at: () => at(0),
    problems: faults.map(({ offset, code, message, hint }) => ({
      ...at(offset),
      code: code ?? (language === 'JSON' ? 'broken-json' : 'broken-yaml'),
      message: `broken ${language}: ${message}`,
      hint,
    })),
  });
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = listErrors(document, text);
    if (faults.length === 0) faults.push(...listForeign(document));
    if (faults.length > 0) return fail(faults);
    return {
      data: document.toJS(),
      at: (path) => toPlace(findOffset(document, path)),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail(
      [
        {
          offset: 0,
          code: 'deep-nesting',
          message: 'it is nested too deeply',
          hint: 'Content is a few levels deep at most.',
        },
      ],
      () => ({
        file,
        line: firstLine,
        column: 1,
      }),
    );
  }
}

// After the first fault of syntax, a parser only guesses; keys that stand twice are faults of their own.
function listErrors({ errors }: Document, text: string): Fault[] {
  return errors
    .filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY')
    .map(({ code, message, pos: [offset] }) => {
      const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      const key = /^[^\s:]+/.exec(text.slice(offset))?.[0] ?? '';
      if (code === 'RESOURCE_EXHAUSTION') throw new RangeError(message);
      if (/^ *\t/.test(text.slice(lineStart)))
        return {
          offset: lineStart,
          message: 'a tab indents the line',
          hint: 'Indent with spaces.',
        };
      if (code === 'DUPLICATE_KEY')
        return {
          offset,
          code: 'repeated-key',
          message: `the key ${key} stands twice`,
          hint: 'Keep one of the two.',
        };
      if (code === 'MULTIPLE_DOCS')
        return {
          offset,
          code: 'unsupported-yaml',
          message: 'a second document begins',
          hint: 'Delete the line ---, or make another file of what follows.',
        };
      // The parser tells where the text ends; the author looks for where it began. Its code for this is
      // that of other faults too, so its words tell it apart:
      // https://github.com/eemeli/yaml/blob/v2.9.0/src/compose/resolve-flow-scalar.ts#L101
      const quote = /(?:^|[:[{,-])[ \t]*((["'])(?:(?!\2).)*)$/m.exec(text);
      if (/^Missing closing ["']quote/.test(message) && quote !== null)
        return {
          offset: quote.index + quote[0].indexOf(quote[1] ?? ''),
          message: `the quote ${quote[2]} is not closed`,
          hint: `End the text with ${quote[2]}.`,
        };
      if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^Nested mappings/.test(message))
        return {
          offset,
          message: 'a colon and a space within a text begin another field',
          hint: 'Put the text between quotes.',
        };
      const hint =
        'Check the indentation, and quote text that holds a colon or starts with a special character.';
      return { offset, message: message.replace(/\s+/g, ' '), hint };
    });
}

// What YAML offers beyond plain data. Nothing here needs it, and no two readers of YAML agree on it.
function listForeign(document: Document): Fault[] {
  const faults: Fault[] = [];
  const aliases: Fault[] = [];
  const report = (code: ProblemCode, node: unknown, message: string, hint: string) =>
    void faults.push({ offset: hasRange(node) ? node.range[0] : 0, code, message, hint });
  visit(document, (_key, node) => {
    if (isPair(node)) {
      const { key } = node;
      if (!isScalar(key) || typeof key.value !== 'string')
        report('unsupported-yaml', key, 'a key that is no text', 'Keys are words.');
      else if (INBORN.has(key.value))
        report('unknown-key', key, `the key ${key.value}`, 'No field has this name.');
      else if (key.value === '<<')
        report('unsupported-yaml', key, 'the key <<', 'Write the fields themselves.');
    } else if (isAlias(node))
      aliases.push({
        offset: node.range?.[0] ?? 0,
        code: 'unsupported-yaml',
        message: `the alias *${node.source}`,
        hint: 'Write the text itself.',
      });
    else if (isNode(node)) {
      if (node.anchor !== undefined)
        report(
          'unsupported-yaml',
          node,
          `the anchor &${node.anchor}`,
          'Delete it, or quote text that starts with &.',
        );
      if (node.tag !== undefined)
        report(
          'unsupported-yaml',
          node,
          `the tag ${node.tag.replace('tag:yaml.org,2002:', '!!')}`,
          'Delete it, or quote text that starts with !.',
        );
    }
  });
  // Where an anchor is told, its aliases need not be.
  return faults.some(({ message }) => message.startsWith('the anchor'))
    ? faults
    : [...faults, ...aliases];
}

// The key of a field, or an item of a list; of what is missing, the nearest above it.
function findOffset(document: Document, path: readonly PropertyKey[]): number {
  if (path.length === 0) return 0;
  const parent = document.getIn(path.slice(0, -1), true);
  const step = path.at(-1);
  const node = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === step)?.key
    : document.getIn(path, true);
  return hasRange(node) ? node.range[0] : findOffset(document, path.slice(0, -1));
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
