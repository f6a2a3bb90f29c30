import { searchPath } from '#domain/linking/permalink.ts';
import { toHref } from '#links.ts';
import type { Result } from '#search/candidates.ts';
import type { Doubt } from '#search/doubt.ts';
import type { Answer, Options } from '#search/engine.ts';
import { correct } from '#search/reading.ts';
import type { Section } from '#search/sections.ts';
import { toTerms, toWords } from '#search/words.ts';
import { element } from '../element.ts';
import { LoadError, report } from '../loading.ts';
import { engine } from './library.ts';
import { findShortAnswer, type ShortAnswer } from './short-answer.ts';

// So many results come with their sections; the text of an article is only loaded for these.
const WITH_SECTIONS = 2;

/** An answer as it is shown. */
export interface FullAnswer extends Answer {
  query: string;
  /** The sections of the first results, in their order; none before they are loaded. */
  sections: Section[][];
  /** What the results answer in short, in their order; none before it is loaded. */
  told: ShortAnswer[][];
  /** What is said of a message that is not known. */
  unknown?: HTMLElement | undefined;
}

/** Asks the engine. */
export async function ask(query: string, options: Options): Promise<FullAnswer> {
  return { ...(await engine.find(query, options)), query, sections: [], told: [] };
}

/** The sections of a result; none when they cannot be had. */
export async function findSections(result: Result): Promise<Section[]> {
  try {
    return await engine.findSections(result);
  } catch (error) {
    report(error);
    return [];
  }
}

/** What to tell a reader whose search failed; a bug is not taken for a lost connection, and can be seen. */
export function toFailure(error: unknown, advice = 'Try again.'): string {
  report(error);
  return `${error instanceof LoadError ? 'The search could not be loaded.' : 'Something went wrong in the search.'} ${advice}`;
}

// Few queries hold a message: what tells of it is loaded for them alone.
async function explain({ recognised, results }: Answer) {
  const { messages = [], isUnknown = false } = recognised ?? {};
  if (recognised === undefined || (messages.length === 0 && !isUnknown)) return undefined;
  const { explainMessages } = await import('./message-answers.ts');
  return explainMessages(recognised, results);
}

/** The answer with what its results answer in short, and with the sections of the first `most` of them; what cannot be loaded is left out. */
export async function complete<T extends Answer>(
  answer: T,
  most = WITH_SECTIONS,
): Promise<T & Pick<FullAnswer, 'sections' | 'told' | 'unknown'>> {
  const [explained, sections] = await Promise.all([
    explain(answer).catch(report),
    Promise.all(answer.results.slice(0, most).map(findSections)),
  ]);
  const told = explained?.answers ?? [];
  if (told[0] === undefined || told[0].length === 0) {
    const short = await findShortAnswer(answer, sections[0]).catch(report);
    if (short) told[0] = [short];
  }
  return { ...answer, sections, told, unknown: explained?.unknown };
}

/** The beginning of a text, at most so many characters long; none of them is cut in half. */
export function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}

/** Waits for a pause in the typing: what is only looked at when a reader stops is not loaded for every letter. */
export function pause(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, 150));
}

/** The address of the search page for a query; `exactly` takes its words as they are written. */
export function toSearchHref(
  query: string,
  filter: Record<string, string | undefined> = {},
  exactly = false,
): string {
  const entries = Object.entries({
    q: query.trim(),
    ...filter,
    exactly: exactly ? '1' : '',
  }).filter(([, value]) => value);
  const parameters = new URLSearchParams(entries as [string, string][]).toString();
  return toHref(searchPath) + (parameters === '' ? '' : `?${parameters}`);
}

/** How many were found, in words, or that they are only the nearest. */
export function toStatus(answer: FullAnswer): string {
  const { query, corrections, total, results, unknownId, doubt } = answer;
  if (unknownId !== undefined && total === 0) return `There is no article ${unknownId}.`;
  const outside = toOutside(doubt);
  if (total === 0 && isTooCommon(query))
    return `“${query}” is too common to search for: add a word that tells more.`;
  if (total === 0) return `Nothing found for “${query}”.${outside && ` ${outside}`}`;
  if (doubt !== undefined) return toDoubt(doubt);
  const shown = total > results.length ? `, ${results.length} shown` : '';
  return `${total === 1 ? '1 result' : `${total} results`} for “${correct(query, corrections)}”${shown}.`;
}

// It has words, and none that tells one article from another.
function isTooCommon(query: string): boolean {
  return toWords(query).length > 0 && toTerms(query).length === 0;
}

/** What is said above results that hardly answer. */
export function toDoubt(doubt: Doubt): string {
  return `${toOutside(doubt) || 'No article answers this well.'} The nearest:`;
}

function toOutside({ subjects }: Doubt = { subjects: [] }): string {
  return subjects.length === 0 ? '' : `Not covered here: ${subjects.join(', ')}.`;
}

/** What stands above the results: that a message is not known, and what became of words that were not found. */
export function toNotes(answer: FullAnswer): HTMLElement[] {
  const { query, unknown, corrections, ignored, namings, unknownId, total } = answer;
  const notes = unknown ? [unknown] : [];
  if (unknownId !== undefined && total > 0)
    notes.push(element('p', { class: 'mb-4' }, `There is no article ${unknownId}.`));
  if (corrections.length > 0) {
    const meant = correct(query, corrections);
    const instead = element(
      'a',
      { href: toSearchHref(query, {}, true), 'data-exactly': true },
      element('em', {}, query),
    );
    notes.push(
      element(
        'p',
        { class: 'mb-4' },
        'Showing results for ',
        element('strong', {}, meant),
        '. Search for ',
        instead,
        ' instead.',
      ),
    );
  }
  for (const { alias, term } of namings) {
    if (alias !== undefined && alias.toLowerCase() !== term.toLowerCase())
      notes.push(
        element('p', {}, `Matches the alias ${alias} of `, element('strong', {}, term), '.'),
      );
  }
  if (ignored.length > 0 && total > 0)
    notes.push(
      element(
        'p',
        { class: 'mb-4' },
        `No article has ${ignored.map((word) => `“${word}”`).join(', ')}.`,
      ),
    );
  return notes;
}
