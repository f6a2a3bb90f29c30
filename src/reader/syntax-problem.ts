import type { Problem } from '#domain/problem.ts';

/**
 * What an author must mend when the text of an article cannot be parsed. Sätteri hands out its errors as words alone, so that the
 * place and the cause are read from them: https://github.com/bruits/satteri/blob/563954f/crates/satteri-napi-binding/src/lib.rs#L389
 */
export function toSyntaxProblem(error: unknown, file: string, source: string): Problem {
  if (error instanceof RangeError)
    return {
      file,
      code: 'deep-nesting',
      message: 'the text is nested too deeply',
      hint: 'Lists and quotes are a few levels deep at most.',
    };
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column] = /(\d+):(\d+)/.exec(text) ?? [];
  const place = line === undefined ? {} : { line: Number(line), column: Number(column) };
  const fault = { file, code: 'broken-mdx' as const };
  const curly = findCurlyQuote(source, place);
  if (curly !== undefined)
    return {
      ...{ ...fault, ...curly.place },
      message: `broken MDX: the quote ${curly.quote} in a tag`,
      hint: 'Write straight quotes there: "',
    };
  return {
    ...fault,
    ...place,
    message: `broken MDX: ${explain(text)}`,
    hint: advise(source.split('\n')[Number(line) - 1] ?? '', text),
  };
}

// What is pasted from a word processor; the parser names the start of the tag alone.
function findCurlyQuote(
  source: string,
  { line = 1, column = 1 }: { line?: number; column?: number },
): { quote: string; place: { line: number; column: number } } | undefined {
  const lines = source.split('\n');
  // In data the parser stops at the quote itself.
  const own = /^[“”„‟‘’‚‛]/.exec((lines[line - 1] ?? '').slice(column - 1));
  if (own !== null) return { quote: own[0], place: { line, column } };
  const tag = /<\/?\w[^<>]*?=\s*([“”„‟‘’‚‛])/.exec(
    lines
      .slice(line - 1)
      .join('\n')
      .slice(column - 1, column + 400),
  );
  if (tag?.[1] === undefined || /[<>]/.test(tag[0].slice(1))) return undefined;
  const before = [...lines.slice(0, line - 1), (lines[line - 1] ?? '').slice(0, column - 1)].join(
    '\n',
  );
  const until = (before + tag.input.slice(0, tag.index + tag[0].length)).split('\n');
  return { quote: tag[1], place: { line: until.length, column: until.at(-1)?.length ?? 1 } };
}

function advise(line: string, text: string): string {
  const known = HINTS.find(([pattern]) => pattern.test(line));
  if (known !== undefined) return known[1];
  if (/Could not parse expression/.test(text))
    return 'Look for a missing comma, quote or bracket in the data; a { that is meant as text is written \\{.';
  return 'Close every tag, and write { and < as \\{ and &lt; where they are meant as text.';
}

// What MDX reads otherwise than Markdown does, by the line in which it stops.
const HINTS: readonly [RegExp, string][] = [
  [/<!--/, 'Write comments as {/* … */}.'],
  [/<br>/i, 'Write <br />: in MDX each tag is closed.'],
  [/<(?:img|hr|input)\b[^>]*[^/]>/i, 'Write Markdown in place of HTML.'],
  [/<(?:https?:|mailto:|[\w.+-]+@)/i, 'Write [words](address); in MDX < begins a tag.'],
  [
    /\{:?\s*[#.][\w-]/,
    'Delete the braces: the words of a heading make its anchor, and the site has one look.',
  ],
  [
    /\{%|\{\{/,
    'Write what the placeholder stands for, or put it between backticks if it is meant as text.',
  ],
];

function explain(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line
    .replace(/^\d+:\d+:?\s*/, '')
    .replace(
      /^Could not parse expression with oxc: .*/,
      'what stands in the braces is neither data nor code',
    )
    .replace(/, expected a character that can start a name.*/, '')
    .replace(/\s*\(mdx[\w-]*:[\w-]+\)$/, '');
}
