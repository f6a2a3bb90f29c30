import { isFuture } from './date.ts';
import { findNearest } from './nearest.ts';
import type { ProblemCode } from './problems/codes.ts';

/** A place in a file; lines and columns count from 1. */
export interface Place {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** What can be referred to, each with a code for a reference to nothing. */
type Noun = ProblemCode extends infer Code
  ? Code extends `unknown-${infer N}`
    ? N
    : never
  : never;

/** Something that an author must mend: where, what, and what to do about it. */
export interface Problem extends Place {
  /** Its kind, which `docs/problems.md` explains. */
  code: ProblemCode;
  message: string;
  hint?: string | undefined;
}

/** A piece of content with the file it stands in and a way to find the place of each of its fields. */
export interface Located<T> {
  id: string;
  data: T;
  /** The place of the field at this path, or of the nearest field above it. */
  at: (path: readonly PropertyKey[]) => Place;
}

/** The ids that exist, as far as is known. */
export interface Names {
  has: (id: string) => boolean;
  keys: () => Iterable<string>;
  /** What to do about an id that is missing, where more is known than what is near. */
  explain?: (id: string) => string | undefined;
}

/** Stands for ids in a file that cannot be read: its own problem is enough. */
export const anything: Names = { has: () => true, keys: () => [] };

/** "Did you mean …?" when one of the candidates is near, else the list of what is allowed, if it is short. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates].sort();
  const nearest = findNearest(word, all);
  if (nearest !== undefined) return `Did you mean ${nearest} ?`;
  return all.length > 0 && all.length <= 12 ? `Known are: ${all.join(', ')}` : undefined;
}

/** How problems are told: to people, to GitHub as annotations of a change, to other programs. */
export const formats = ['text', 'github', 'json'] as const;
export type Format = (typeof formats)[number];

/** All problems as text, in the order of files and lines, with a count at the end; advice that holds for several is given once. */
export function formatProblems(problems: readonly Problem[], noun = 'problem'): string {
  const given = new Set<string | undefined>();
  const lines = sortProblems(problems).map(({ hint, ...problem }) => {
    const isGiven = given.has(hint);
    given.add(hint);
    return `${formatPlace(problem)}  ${formatMessage(isGiven ? problem : { ...problem, hint })}`;
  });
  const files = new Set(problems.map(({ file }) => file)).size;
  return `${lines.join('\n')}\n${count(problems.length, noun)} in ${count(files, 'file')}.`;
}

/** Warnings as text; what is due for review has a command that lists it, and takes one line here however much it is. */
export function formatWarnings(warnings: readonly Problem[]): string {
  const { due, others } = splitWarnings(warnings);
  return [...(others.length > 0 ? [formatProblems(others, 'warning')] : []), ...due].join('\n');
}

function splitWarnings(warnings: readonly Problem[]): { due: string[]; others: Problem[] } {
  const others = warnings.filter(({ code }) => code !== 'review-due');
  const overdue = warnings.length - others.length;
  return {
    due: overdue > 0 ? [`${count(overdue, 'review')} overdue: npm run stale lists them.`] : [],
    others,
  };
}

/** What is wrong, with its code, and below it what to do. */
export function formatMessage({ code, message, hint }: Omit<Problem, 'file'>): string {
  return `${message}  [${code}]${hint === undefined ? '' : `\n  ${hint}`}`;
}

/** Problems and warnings as commands of GitHub's workflows, which show each of them at its line of a change; all reviews are one. */
export function formatAnnotations(
  problems: readonly Problem[],
  warnings: readonly Problem[] = [],
): string {
  const toLine = (level: string, { file, line, column, code, message, hint }: Problem) => {
    const properties = Object.entries({ file, line, col: column, title: code })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${level} ${properties.join(',')}::${escapeData([message, hint].filter(Boolean).join('\n'))}`;
  };
  const { due, others } = splitWarnings(warnings);
  return [
    ...sortProblems(problems).map((problem) => toLine('error', problem)),
    ...sortProblems(others).map((problem) => toLine('warning', problem)),
    ...due.map((line) => `::warning title=review-due::${line}`),
  ].join('\n');
}

/** Problems and warnings for other programs: two lists of `{ file, line, column, code, message, hint }`, where line, column and hint may be missing. */
export function formatJson(
  problems: readonly Problem[],
  warnings: readonly Problem[] = [],
): string {
  const toEntry = ({ file, line, column, code, message, hint }: Problem) => ({
    file,
    line,
    column,
    code,
    message,
    hint,
  });
  return JSON.stringify(
    {
      problems: sortProblems(problems).map(toEntry),
      warnings: sortProblems(warnings).map(toEntry),
    },
    null,
    2,
  );
}

// How what is missing is added, where a command or a line does it.
const ADDING: Partial<Record<Noun, string>> = {
  source: 'Or add it: npm run new -- --source "Title" --url https://…',
  term: 'Or add it: npm run new -- --term "Word"',
  topic: 'Or add it to content/topics.yaml.',
};

/** Finds a reference to nothing, told at the place where it stands, with what is meant or else with what there is. */
export function checkKnown(
  noun: Noun,
  id: string,
  known: Names | readonly string[],
  place: Place,
): Problem[] {
  const names: Names = 'has' in known ? known : new Set(known);
  if (names.has(id)) return [];
  const message = `unknown ${noun.replaceAll('-', ' ')} ${id}`;
  const hint = names.explain?.(id) ?? suggest(id, names.keys());
  const add = hint?.startsWith('Did you') ? undefined : ADDING[noun];
  return [
    {
      ...place,
      code: `unknown-${noun}`,
      message,
      hint: [hint, add].filter((part) => part !== undefined).join('\n  ') || undefined,
    },
  ];
}

/** Finds values that must be unique and are not; the second one is reported, with what to do about it. */
export function checkUnique<T>(
  entries: readonly Located<T>[],
  field: string,
  toKey: (entry: Located<T>) => string,
  advice = 'Choose another.',
): Problem[] {
  const first = new Map<string, Located<T>>();
  return entries.flatMap((entry) => {
    const key = toKey(entry);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, entry);
      return [];
    }
    const { file, line } = earlier.at([field]);
    return [
      {
        ...entry.at([field]),
        code: 'used-twice',
        message: `the ${field} ${key} is used twice`,
        hint: `It stands first in ${file}:${line ?? 1}. ${advice}`,
      },
    ];
  });
}

/** Finds a date that lies in the future, where none may; the message calls it `name`. A date that is left out is fine. */
export function checkFuture(
  at: Located<unknown>['at'],
  path: readonly PropertyKey[],
  date: string | undefined,
  today: string,
  name = String(path.at(-1)),
): Problem[] {
  if (date === undefined || !isFuture(date, today)) return [];
  const message = `${name} ${date} lies in the future`;
  return [{ ...at(path), code: 'future-date', message, hint: `Today is ${today}.` }];
}

/** A number with its noun: `1 problem`, `2 problems`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Where a problem stands, as editors and terminals make a link of it: `file:line:column`. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}

/** Problems in the order of files and lines. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
