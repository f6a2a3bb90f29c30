import type { Proof } from '#schemas/proof.ts';

/** When and on what commands were run. */
export interface Run {
  /** The version of Docker Engine. */
  engine: string;
  /** `YYYY-MM-DD`. */
  on: string;
}

/** Finds the run of commands; none when they have changed since. */
export type FindRun = (commands: string) => Run | undefined;

/** How a proof went. */
export interface Outcome {
  /** The code with which the commands ended; none when what comes before them failed. */
  exit: number | undefined;
  /** All that they printed, and what comes before printed when it failed. */
  output: string;
  /** What `after` printed when it failed. */
  after: string | undefined;
}

/** The commands of a block with what stands for the words that a reader replaces. */
export function fillIn(text: string, replace: Proof['replace']): string {
  return Object.entries(replace).reduce((all, [word, by]) => all.replaceAll(word, by), text);
}

/** What an outcome has against a proof; nothing when it holds. */
export function findFaults(
  { exit, output }: Pick<Proof, 'exit' | 'output'>,
  outcome: Outcome,
): string[] {
  if (outcome.exit === undefined) return ['what must exist before could not be made'];
  const faults = output
    .filter((pattern) => !new RegExp(pattern, 'm').test(outcome.output))
    .map((pattern) => `the output has nothing like ${pattern}`);
  if (outcome.exit !== exit) faults.unshift(`ended with ${outcome.exit} instead of ${exit}`);
  if (outcome.after !== undefined)
    faults.push(`afterwards something is not true:\n${outcome.after}`.trimEnd());
  return faults;
}
