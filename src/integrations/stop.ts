import { formatAnnotations, formatProblems, type Problem } from '#domain/problem.ts';

/** Ends a build that has problems, with all of them; where GitHub builds, it shows each at its line too. */
export function stopOn(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  if (process.env['GITHUB_ACTIONS'] === 'true') console.log(formatAnnotations(problems));
  throw withoutTrace(new Error(formatProblems(problems)));
}

/** The same error as Astro prints it when nothing is wrong with a program: its message alone. */
export function withoutTrace(error: unknown): unknown {
  if (error instanceof Error) error.stack = '';
  return error;
}
