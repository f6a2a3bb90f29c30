import { formatDate } from '#domain/date.ts';
import { type Target, toResultTarget } from '#domain/linking/copy-target.ts';
import { termPath } from '#domain/linking/permalink.ts';
import { toHref } from '#links.ts';
import type { Answer } from '#search/engine.ts';
import type { Section } from '#search/sections.ts';
import { loadDefinition } from '../definition.ts';
import { element } from '../element.ts';
import { loadFacts } from '../facts.ts';
import { toMarked } from './marked.ts';

/** What a result answers in short, and the place that says it: an article, a row of a table, a message or a term. */
export interface ShortAnswer {
  url: string;
  name: string;
  target: Target;
  content: (Node | string)[];
  /** The day or month on which it was last checked. */
  checked?: string | undefined;
}

/** What the first result answers, with the first of its sections; nothing when it does not answer. */
export async function findShortAnswer(
  { answers, definition, results: [first] }: Answer,
  [best]: readonly Section[] = [],
): Promise<ShortAnswer | undefined> {
  if (!answers || first === undefined) return undefined;
  const { card } = first;
  if (definition !== undefined) {
    const { term, definition: meaning } = await loadDefinition(definition.id);
    return {
      url: toHref(termPath(definition.id)),
      name: term,
      target: toResultTarget(card, undefined, `${term}: ${meaning}`),
      content: [meaning],
    };
  }
  const { answer, tables, reviewed } = await loadFacts(card.id);
  if (best?.cells === undefined)
    return {
      url: card.url,
      name: card.title,
      target: toResultTarget(card, undefined, answer),
      content: [answer],
      checked: reviewed,
    };
  const { url, name, title, cells } = best;
  const text = cells.map((part) => part.text).join('');
  const [table = ''] = url.split('#')[1]?.split('--') ?? [];
  return {
    url,
    name: title,
    target: toResultTarget(card, best, `${name} — ${text}.`),
    content: toMarked(cells),
    checked: tables?.[table] ?? reviewed,
  };
}

/** A short answer as a result shows it. */
export function toShortAnswer({ content, checked }: ShortAnswer): HTMLElement {
  return element(
    'div',
    { class: 'answer my-4 font-serif text-body' },
    ...content,
    checked !== undefined &&
      element(
        'span',
        { class: 'block quiet' },
        `checked ${formatDate(checked, document.documentElement.lang)}`,
      ),
  );
}
