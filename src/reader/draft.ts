import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, parseDocument, stringify } from 'yaml';
import { type Draft, draftBody, type Taken } from '#domain/checking/draft.ts';
import type { Problem } from '#domain/problem.ts';
import { parseArticle } from './article.ts';
import { collections } from './collections.ts';
import { listFiles, readEntries, toId } from './entries.ts';
import { readLedger } from './ledger.ts';
import { readText } from './text.ts';

const TOPICS = 'content/topics.yaml';

/** Reads what a new article must keep clear of; a fault in another article does not stop an author from starting one. */
export function readTaken(root: string): Taken & { problems: Problem[] } {
  const articles = listFiles(root, 'content/articles/**/*.{md,mdx}').map((file) => ({
    file,
    slug: toId(file),
    text: readText(root, file).text ?? '',
  }));
  const topics = readEntries(root, collections.topics.files, collections.topics.schema);
  const { ledger, problems } = readLedger(root);
  return {
    ids: articles.flatMap(({ text }) => /^id:\s*['"]?([A-Z][A-Z0-9]*-\d+)/m.exec(text)?.[1] ?? []),
    files: new Map(articles.map(({ file, slug }) => [slug, file])),
    titles: new Map(
      articles.flatMap(({ file, slug, text }) => {
        const title = parseArticle(text, file).data?.title;
        return title === undefined ? [] : [[title.toLowerCase(), slug] as const];
      }),
    ),
    topics: [...topics.names.keys()],
    ledger,
    problems: [...topics.problems, ...problems],
  };
}

/** Writes the file of a draft and lists it last in its topic; returns the file. */
export function writeDraft(root: string, { slug, ...article }: Draft): string {
  const file = `content/articles/${slug}.mdx`;
  // Lists that are empty only hide what is to be written.
  const fields = Object.entries(article).filter(
    ([, value]) => !Array.isArray(value) || value.length > 0,
  );
  const topics = addToTopic(readText(root, TOPICS).text ?? '', article.topic, slug);
  mkdirSync(join(root, 'content/articles'), { recursive: true });
  // "wx": never over a file that is there.
  writeFileSync(
    join(root, file),
    `---\n${stringify(Object.fromEntries(fields), { lineWidth: 0 })}---\n\n${draftBody}`,
    { flag: 'wx' },
  );
  writeFileSync(join(root, TOPICS), topics);
  return file;
}

/** The text of `topics.yaml` with an article more; comments and the form of its lists stay. */
export function addToTopic(text: string, topic: string, slug: string): string {
  const document = parseDocument(text);
  const topics: unknown = document.toJS();
  const index = Array.isArray(topics)
    ? topics.findIndex((entry: { id?: unknown } | null) => entry?.id === topic)
    : -1;
  const sections = document.getIn([index, 'sections']);
  const path =
    isSeq(sections) && sections.items.length > 0
      ? [index, 'sections', sections.items.length - 1, 'articles']
      : [index, 'articles'];
  if (document.hasIn(path) && document.getIn(path) !== null) document.addIn(path, slug);
  else document.setIn(path, document.createNode([slug], { flow: true }));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
