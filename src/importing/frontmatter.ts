import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { type Text, toText } from './text.ts';

/** What stands above the text of a page. */
export type Fields = Readonly<Record<string, unknown>>;

const FORMS: readonly [RegExp, (text: string) => unknown][] = [
  [/^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m, (text) => parseYaml(text)],
  [/^\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*(?:\n|$)/m, parseToml],
  [/^(\{\n[\s\S]*?^\})[ \t]*(?:\n|$)/m, (text) => JSON.parse(text)],
];

/** Reads YAML, TOML or JSON above a text; what cannot be read is no field, and stays in the text. */
export function parseFrontmatter(source: string): { fields: Fields; body: Text } {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (const [pattern, parse] of FORMS) {
    const match = pattern.exec(text);
    if (match?.index !== 0) continue;
    const fields = tryParse(parse, match[1] ?? '');
    const line = match[0].split('\n').length;
    return { fields, body: toText(text.slice(match[0].length), line) };
  }
  return { fields: {}, body: toText(text) };
}

/** Reads the fields of a file of settings, in YAML, TOML or JSON. */
export function parseSettings(text: string | undefined, ending = 'yaml'): Fields {
  if (text === undefined) return {};
  return tryParse(
    ending === 'toml' ? parseToml : (yaml) => parseYaml(yaml, { logLevel: 'silent' }),
    text,
  );
}

function tryParse(parse: (text: string) => unknown, text: string): Fields {
  try {
    const data = parse(text);
    return isFields(data) ? data : {};
  } catch {
    return {};
  }
}

/** The value at a path of keys. */
export function pick(fields: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), fields);
}

/** A text, trimmed; nothing when it is none or empty. */
export function toWord(value: unknown): string | undefined {
  const text =
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** A number, also where it is written as a text. */
export function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** One text or a list of them, as a list. */
export function toList(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => toWord(item) ?? []);
}

/** A day as `YYYY-MM-DD`, out of what YAML and TOML take for one; nothing when it names no day. */
export function toDay(value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString() : (toWord(value) ?? '');
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text) ??
    flip(/^(\d{1,2})-(\d{1,2})-(\d{4})/.exec(text)) ??
    [];
  if (year === undefined) return undefined;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${found}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== found
    ? undefined
    : found;
}

// As Grav writes it: 24-12-2023 09:00.
function flip(match: readonly string[] | null): readonly (string | undefined)[] | undefined {
  return match === null ? undefined : [match[0], match[3], match[2], match[1]];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
