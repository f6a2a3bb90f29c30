import { articlePath, toHref } from '../domain/permalink.ts';
import type { Article } from '../schemas/article.ts';
import type { Term } from '../schemas/glossary.ts';
import { toPlain, toStems } from './words.ts';

/** What a list of results shows of an article, and what a query is compared with: a fifth of the weight of its text. */
export interface Card {
  /** `KB-` and its number. */
  id: string;
  /** Its address as links use it, base path included. */
  url: string;
  title: string;
  summary: string;
  topic: string;
  kind: string;
  /** Its own names, and names and aliases of the glossary's terms that it explains best; in small letters, without punctuation. */
  names: string[];
  /** The error messages that it explains, in the same form. */
  errors: string[];
  /** Each question, symptom and search as the stems of its words. */
  phrases: string[];
}

/** What results are filtered by. */
export type Facets = Pick<Card, 'topic' | 'kind'>;

/** The card of an article; `terms` are those that it explains best. */
export function toCard(slug: string, article: Article, terms: readonly Term[]): Card {
  const { id, title, summary, topic, kind, questions, symptoms, errors, searches } = article;
  const names = [slug, title, title.split(': ')[0] ?? '', ...terms.flatMap(({ term, aliases }) => [term, ...aliases])];
  const phrases = [...questions, ...symptoms, ...searches];
  return {
    id,
    url: toHref(articlePath(slug)),
    title,
    summary,
    topic,
    kind,
    names: [...new Set(names.map(toPlain))],
    errors: errors.map(toPlain),
    phrases: [...new Set(phrases.map((phrase) => toStems(phrase).join(' ')))].filter((phrase) => phrase !== ''),
  };
}

/** What the index keeps beside the text of an article, by field; each field's weight is in `ranking.ts`. */
export function toFields({ id, summary, questions, symptoms, errors, searches }: Article, { names }: Card): Record<string, string> {
  const join = (texts: readonly string[]) => texts.map(toPlain).join(' ');
  return {
    id,
    summary,
    names: names.join(' '),
    questions: join(questions),
    symptoms: join([...symptoms, ...searches]),
    errors: join(errors),
  };
}
