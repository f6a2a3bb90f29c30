import { holds, toComparable, toFixed } from '#domain/message.ts';
import { type Case, isShell } from '#domain/proof.ts';
import { isSession, parseSession } from '#domain/session.ts';
import { isPrinted, listUnprinted } from './printed.ts';

/** How the commands of a case went. */
export interface Outcome {
  /** The code with which they ended; none when what must exist before could not be made. */
  exit: number | undefined;
  /** All that they printed, with a mark before what each command of a session printed. */
  output: string;
  /** What `after` printed when it failed. */
  after: string | undefined;
}

/** Stands before what each command of a session prints. */
export const STEP = '\u001D';

/** What an outcome has against a case; nothing when it holds. */
export function findFaults({ proof, blocks, messages }: Case, outcome: Outcome): string[] {
  const output = outcome.output.replaceAll(STEP, '');
  if (outcome.exit === undefined) return ['what must exist before could not be made'];
  const faults: string[] = [];
  if (proof.exit !== 'any' && outcome.exit !== proof.exit)
    faults.push(`ended with ${outcome.exit} instead of ${proof.exit}`);
  for (const pattern of proof.output)
    if (!new RegExp(pattern, 'm').test(output))
      faults.push(`the output has nothing like ${pattern}`);
  for (const message of messages)
    if (!holds(toComparable(output), toFixed(message)))
      faults.push(`nothing printed the message ${message}`);
  const printed = outcome.output.split(STEP).slice(1);
  for (const { language, text, line } of blocks) {
    if (isSession(text, language))
      for (const step of parseSession(text)) {
        const own = printed.shift() ?? '';
        if (!isPrinted(step.printed, own, proof.vary))
          faults.push(`line ${line}: the page does not print what this does: ${step.command}`);
      }
    else if (!isShell({ language }))
      for (const lost of listUnprinted(text, output, proof.vary))
        faults.push(`line ${line}: nothing printed what the page does: ${lost}`);
  }
  if (outcome.after !== undefined)
    faults.push(`afterwards something is not true:\n${outcome.after}`.trimEnd());
  return faults;
}
