import type { Problem } from '#domain/problem.ts';
import { type Page, pageSchema } from '#schemas/page.ts';
import { type Articles, readArticles } from './article.ts';
import { type CollectionName, collections, type Entries, mapCollections } from './collections.ts';
import { type Documents, readDocuments } from './document.ts';
import { type Collection, listEntryFiles, readEntries } from './entries.ts';
import { type LedgerFile, readLedger } from './ledger.ts';
import { readRuns, type Runs } from './runs.ts';
import { checkUnknownFiles } from './unknown-files.ts';

/** Each collection, and of articles and pages what else stands in their files. */
interface Collections extends Omit<EachCollection, 'articles' | 'pages'> {
  articles: Articles;
  pages: Documents<Page>;
}

/** The collections by their names. */
export type EachCollection = { [Name in CollectionName]: Collection<Entries[Name]> };

/** Everything below `content/` as it stands in its files, with the places of all fields. */
export interface Reading {
  root: string;
  collections: Collections;
  ledger: LedgerFile;
  /** What `npm run prove` has run. */
  runs: Runs;
  /** What cannot be read. */
  problems: Problem[];
}

/** Reads everything below `content/`; nothing is checked but the form of each file and entry. */
export function readAll(root: string): Reading {
  const all = mapCollections<EachCollection & Collections>((name) => {
    const { files, schema } = collections[name];
    if (name === 'articles') return readArticles(root, listEntryFiles(root, files));
    if (name === 'pages') return readDocuments(root, listEntryFiles(root, files), pageSchema);
    return readEntries<unknown>(root, files, schema);
  });
  const linked = new Set(
    [...all.articles.files, ...all.pages.files].flatMap(({ links }) =>
      links.flatMap(({ beside }) => beside ?? []),
    ),
  );
  const ledger = readLedger(root);
  const { runs, problems } = readRuns(root);
  return {
    root,
    collections: all,
    ledger,
    runs,
    problems: [
      ...checkUnknownFiles(root, linked),
      ...Object.values(all).flatMap((collection) => collection.problems),
      ...ledger.problems,
      ...problems,
    ],
  };
}
