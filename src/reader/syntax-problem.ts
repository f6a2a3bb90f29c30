import type { Problem } from '#domain/problem.ts';

/**
 * What an author must mend when the text of an article cannot be parsed. Sätteri hands out its errors as words alone, so that the
 * place and the cause are read from them: https://github.com/bruits/satteri/blob/563954f/crates/satteri-napi-binding/src/lib.rs#L389
 */
export function toSyntaxProblem(error: unknown, file: string): Problem {
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
    hint: 'Close every tag, and write { and < as \\{ and &lt; where they are meant as text.',
  };
}

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
