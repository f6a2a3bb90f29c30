import {
  type Expression,
  type ObjectExpression,
  parseExpressionAt,
  type SpreadElement,
} from 'acorn';

/** Data that is written as code: `[{ label: 'a', value: 1 }]`. */
export interface Literal {
  data: unknown;
  /** Where the value at this path begins; of a field that is missing, where its mapping does. */
  at: (path: readonly PropertyKey[]) => number;
}

/** Reads data that is written as code, up to the brace that closes it, without running it; undefined for other code. `start` is where it begins. */
export function parseLiteral(text: string, start: number): Literal | undefined {
  try {
    const node = parseExpressionAt(text, start, { ecmaVersion: 'latest' });
    const rest = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/.exec(text.slice(node.end));
    if (text[node.end + (rest?.[0].length ?? 0)] !== '}') return undefined;
    return { data: toData(node), at: (path) => findStart(node, path) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function toData(node: Expression | SpreadElement | null): unknown {
  if (node?.type === 'Literal' && node.regex === undefined && node.bigint === undefined)
    return node.value;
  if (node?.type === 'UnaryExpression' && node.operator === '-') {
    const number = toData(node.argument);
    if (typeof number === 'number') return -number;
  }
  if (node?.type === 'ArrayExpression') return node.elements.map(toData);
  if (node?.type === 'ObjectExpression')
    return Object.fromEntries(listFields(node).map(({ key, value }) => [key, toData(value)]));
  throw new SyntaxError(`${node?.type ?? 'a hole'} is no data`);
}

// Each field with a plain key and a value of its own.
function listFields({ properties }: ObjectExpression): { key: string; value: Expression }[] {
  return properties.map((field) => {
    if (field.type === 'SpreadElement' || field.computed || field.shorthand || field.method)
      throw new SyntaxError('a field that is no data');
    const { key, value } = field;
    return { key: key.type === 'Identifier' ? key.name : String(toData(key)), value };
  });
}

function findStart(node: Expression, [step, ...rest]: readonly PropertyKey[]): number {
  const next =
    node.type === 'ArrayExpression'
      ? (node.elements[Number(step)] as Expression | undefined)
      : node.type === 'ObjectExpression'
        ? listFields(node).findLast(({ key }) => key === step)?.value
        : undefined;
  return step === undefined || next === undefined ? node.start : findStart(next, rest);
}
