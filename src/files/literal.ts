/** Data that is written as code: `[{ label: 'a', value: 1 }]`. */
export interface Literal {
  data: unknown;
  /** Where the value at this path begins. */
  at: (path: readonly PropertyKey[]) => number;
}

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*|('(?:[^'\\\n]|\\['"\\])*'|"(?:[^"\\\n]|\\['"\\])*")|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?![\w.]))|([A-Za-z_$][\w$]*)|([[\]{}:,])|[\s\S]/gi;
const CONSTANTS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads code that is nothing but data, without running it; undefined for all other code. The syntax has been checked before. */
export function parseLiteral(code: string): Literal | undefined {
  const tokens = [...code.matchAll(TOKEN)].filter(([text]) => !/^(?:\s|\/[*/])/.test(text));
  const places = new Map<string, number>();
  let next = 0;
  const peek = () => tokens[next]?.[0];
  const readValue = (path: readonly PropertyKey[]): unknown => {
    const token = tokens[next++];
    if (token === undefined) throw new SyntaxError('nothing');
    places.set(JSON.stringify(path), token.index);
    const [text, quoted, number, word] = token;
    if (quoted !== undefined) return unquote(quoted);
    if (number !== undefined) return Number(number);
    if (word !== undefined && CONSTANTS.has(word)) return CONSTANTS.get(word);
    if (text === '[') return readList(path);
    if (text === '{') return readMap(path);
    throw new SyntaxError(text);
  };
  const readList = (path: readonly PropertyKey[]): unknown[] => {
    const list: unknown[] = [];
    while (peek() !== ']') {
      list.push(readValue([...path, list.length]));
      if (peek() === ',') next++;
    }
    next++;
    return list;
  };
  const readMap = (path: readonly PropertyKey[]): unknown => {
    const entries: [string, unknown][] = [];
    while (peek() !== '}') {
      const [, quoted, number, word] = tokens[next++] ?? [];
      const key = quoted === undefined ? (word ?? number) : unquote(quoted);
      if (key === undefined || tokens[next++]?.[0] !== ':') throw new SyntaxError('a key');
      entries.push([key, readValue([...path, key])]);
      if (peek() === ',') next++;
    }
    next++;
    return Object.fromEntries(entries);
  };
  try {
    const data = readValue([]);
    if (next < tokens.length) return undefined;
    return { data, at: (path) => findPlace(places, path) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1');
}

// A field that is missing is looked for where its mapping begins.
function findPlace(places: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const place = places.get(JSON.stringify(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return places.get('[]') ?? 0;
}
