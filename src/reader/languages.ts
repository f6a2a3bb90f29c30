import { bundledLanguages } from 'shiki/langs';
import { findNearest } from '#domain/nearest.ts';
import type { ProblemCode } from '#domain/problems/codes.ts';

const PLAIN = ['text', 'txt', 'plain', 'plaintext', 'ansi', 'math'];

/** Finds a language of a block of code that nothing colours and, if a shell was meant, nothing copies or proves. */
export function checkLanguage(
  language: string,
  report: (code: ProblemCode, message: string, hint: string) => void,
): void {
  if (language === '' || PLAIN.includes(language) || Object.hasOwn(bundledLanguages, language))
    return;
  const lower = language.toLowerCase();
  const near = Object.hasOwn(bundledLanguages, lower)
    ? lower
    : findNearest(language, Object.keys(bundledLanguages));
  report(
    'unknown-language',
    `unknown language ${language} of a block of code`,
    near === undefined ? 'Write text.' : `Did you mean ${near} ? What is none is text.`,
  );
}
