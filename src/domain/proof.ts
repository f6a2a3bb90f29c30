import type { Proof } from '#schemas/proof.ts';
import type { Place } from './problem.ts';

/** A block of code of an article that is commands of a shell, or names the proof by which it was printed. */
export interface ShellBlock extends Place {
  /** `console` holds commands behind `$ ` or `# ` and what they print; `text` is only printed. */
  language: string;
  text: string;
  /** The proof that it names. */
  proof: string | undefined;
  /** Why it cannot be proven. */
  unproven: string | undefined;
}

const LANGUAGES = /^(sh|bash|shell|console)$/;

/** What the line that opens a block of code says behind its language. */
export function parseMeta(meta: string): Pick<ShellBlock, 'proof' | 'unproven'> & {
  title: string | undefined;
} {
  const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(meta)?.[1];
  return { proof: read('proof'), unproven: read('unproven'), title: read('title') };
}

/** Whether a block of code holds commands of a shell. */
export function isShell({ language }: Pick<ShellBlock, 'language'>): boolean {
  return LANGUAGES.test(language);
}

/** A proof of an article, with what it proves. */
export interface Case {
  /** The slug of the article. */
  slug: string;
  /** `<slug>#<id>` */
  name: string;
  proof: Proof;
  /** The blocks that name it, in the order in which they are run; none when it shows a fact. */
  blocks: readonly ShellBlock[];
  /** The files that the article shows, by name: the commands find them in their folder. */
  files: ReadonlyMap<string, string>;
  /** The error messages that name it: its output must hold them. */
  messages: readonly string[];
}

/** When and on what a case held. */
export interface Run {
  /** The version of Docker Engine, as it tells it. */
  engine: string;
  /** `YYYY-MM-DD`. */
  on: string;
}

/** Finds the last run of a block of code by its text; none when it, or what proves it, has changed since. */
export type FindRun = (text: string) => Run | undefined;
