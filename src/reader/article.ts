import { type Article, articleSchema } from '#schemas/article.ts';
import {
  type DocumentFile,
  type DocumentRecord,
  type Documents,
  parseDocument,
  readDocuments,
} from './document.ts';

/** An article: `id` is its slug, `data.id` its number. */
export interface ArticleRecord extends DocumentRecord<Article> {
  /** Whether it is kept off the built site; only the server for development shows it. */
  isDraft: boolean;
}

/** All articles, those that cannot be read too. */
export type Articles = Documents<Article, ArticleRecord>;

/** Reads these files, each of which is an article. */
export function readArticles(root: string, paths: readonly string[]): Articles {
  const { entries, ...articles } = readDocuments(root, paths, articleSchema);
  return {
    ...articles,
    entries: entries.map((entry) => ({ ...entry, isDraft: entry.data.status === 'draft' })),
  };
}

/** Reads an article, with all that is wrong in it. */
export function parseArticle(text: string, file: string): DocumentFile<Article> {
  return parseDocument(text, file, articleSchema);
}
