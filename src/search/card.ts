import { articlePath } from '#domain/linking/permalink.ts';
import type { Links } from '#domain/site.ts';
import type { Article } from '#schemas/article.ts';
import type { Comparison } from '#schemas/comparison.ts';
import type { Term } from '#schemas/glossary.ts';
import { toPlain, toStems } from './words.ts';

/** What a list of results shows of an article, and what a query is compared with: a fraction of the weight of its text. */
export interface Card {
  /** Its prefix and number, such as KB-1001. */
  id: string;
  /** Its address as links use it, base path included. */
  url: string;
  title: string;
  summary: string;
  topic: string;
  /** The title of its topic. */
  topicTitle: string;
  kind: string;
  /** Its own names, in small letters, without punctuation, and when it has been read those of the glossary's terms that it explains best. */
  names: string[];
  /** The error messages that it explains, in the same form. */
  errors: string[];
  /** Each question, symptom, search and heading as the stems of its words. */
  phrases: string[];
  /** The titles of its comparisons, by id. */
  tables: Record<string, string>;
  /** Each criterion of its comparisons in the same form. */
  criteria: string[];
}

/** A card as it is loaded: its names follow from its address and its title, and those of terms from the lexicon. */
export type StoredCard = Omit<Card, 'names'>;

/** What results are filtered by. */
export type Facets = Pick<Card, 'topic' | 'kind'>;

/** The card of an article; `anchors` are those of its headings, and `comparisons` those that it is the home of. */
export function toCard(
  slug: string,
  article: Article,
  anchors: readonly string[],
  topicTitle: string,
  comparisons: ReadonlyMap<string, Comparison>,
  { toHref }: Pick<Links, 'toHref'>,
): Card {
  const { id, title, summary, topic, kind, questions, symptoms, errors, searches } = article;
  const criteria = [...comparisons.values()].flatMap(({ groups }) =>
    groups.flatMap((group) => group.criteria.map(({ label }) => label)),
  );
  const toPhrases = (texts: readonly string[]) =>
    [...new Set(texts.map((text) => toStems(text).join(' ')))].filter((phrase) => phrase !== '');
  const url = toHref(articlePath(slug));
  return {
    id,
    url,
    title,
    summary,
    topic,
    topicTitle,
    kind,
    names: listOwnNames({ url, title }),
    errors: errors.map(toPlain),
    phrases: toPhrases([...questions, ...symptoms, ...searches, ...anchors]),
    tables: Object.fromEntries([...comparisons].map(([id, table]) => [id, table.title])),
    criteria: toPhrases(criteria),
  };
}

/** What the index keeps beside the text of an article, by field; each field's weight is in `ranking.ts`. `terms` are those that it explains best. */
export function toFields(
  { id, summary, questions, symptoms, errors, searches }: Article,
  { names }: Card,
  terms: readonly Term[],
): Record<string, string> {
  const join = (texts: readonly string[]) => texts.map(toPlain).join(' ');
  return {
    id,
    summary,
    names: [...new Set([...names, ...listNames(terms)])].join(' '),
    questions: join(questions),
    symptoms: join([...symptoms, ...searches]),
    errors: join(errors),
  };
}

/** The names that an article has of its own: the slug in its address, its title, and its title up to the colon. */
export function listOwnNames({ url, title }: Pick<Card, 'url' | 'title'>): string[] {
  const names = [url.split('/').at(-2) ?? '', title, title.split(': ')[0] ?? ''];
  return [...new Set(names.map(toPlain))];
}

/** The names and aliases of terms in the form of `names`. */
export function listNames(terms: readonly Pick<Term, 'term' | 'aliases'>[]): string[] {
  return terms.flatMap(({ term, aliases }) => [term, ...aliases].map(toPlain));
}
