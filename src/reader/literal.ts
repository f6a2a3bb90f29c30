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

/** Reads data that is written as code, up to the brace that closes it, without running it; undefined for other code. `start` is where it begins. */
export function parseLiteral(text: string, start: number): Literal | undefined {
  const tokens = text
    .slice(start)
    .matchAll(TOKEN)
    .filter(([token]) => !/^(?:\s|\/[*/])/.test(token));
  const places = new Map<string, number>();
  let token = tokens.next().value;
  const take = () => {
    const taken = token;
    token = tokens.next().value;
    if (taken === undefined) throw new SyntaxError('the end');
    return taken;
  };
  const readValue = (path: readonly PropertyKey[]): unknown => {
    const { 0: mark, 1: quoted, 2: number, 3: word, index } = take();
    places.set(JSON.stringify(path), start + index);
    if (quoted !== undefined) return unquote(quoted);
    if (number !== undefined) return Number(number);
    if (word !== undefined && CONSTANTS.has(word)) return CONSTANTS.get(word);
    if (mark === '[') return readList(path);
    if (mark === '{') return readMap(path);
    throw new SyntaxError(mark);
  };
  const readList = (path: readonly PropertyKey[]): unknown[] => {
    const list: unknown[] = [];
    while (token?.[0] !== ']') {
      list.push(readValue([...path, list.length]));
      if (token?.[0] === ',') take();
    }
    take();
    return list;
  };
  const readMap = (path: readonly PropertyKey[]): unknown => {
    const entries: [string, unknown][] = [];
    while (token?.[0] !== '}') {
      const [, quoted, number, word] = take();
      const key = quoted === undefined ? (word ?? number) : unquote(quoted);
      if (key === undefined || take()[0] !== ':') throw new SyntaxError('a key');
      entries.push([key, readValue([...path, key])]);
      if (token?.[0] === ',') take();
    }
    take();
    return Object.fromEntries(entries);
  };
  try {
    const data = readValue([]);
    return token?.[0] === '}' ? { data, at: (path) => findPlace(places, path) } : undefined;
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
