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
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line), column: Number(column) }),
    code: 'broken-mdx',
    message: `broken MDX: ${explain(text)}`,
    hint:
      HINTS.find(([pattern]) => pattern.test(source.split('\n')[Number(line) - 1] ?? ''))?.[1] ??
      'Close every tag, and write { and < as \\{ and &lt; where they are meant as text.',
  };
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
  [/<[A-Z][^>]*[“”‘’]/, 'Write straight quotation marks, " and \', in a tag.'],
];

function explain(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line
    .replace(/^\d+:\d+:?\s*/, '')
    .replace(
      /^Could not parse expression with oxc: .*/,
      'what stands in the braces is neither data nor code',
    )
    .replace(/\s*\(mdx[\w-]*:[\w-]+\)$/, '');
}
