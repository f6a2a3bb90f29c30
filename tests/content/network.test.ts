import { readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { all, attribute, one } from '../fixtures/html.ts';
import { readShelf } from '../fixtures/shelf.ts';

const { current } = readShelf('content');

const read = (path: string) => parseDocument(readFileSync(`dist${path}index.html`, 'utf8'));
const articlesIn = (node: ReturnType<typeof read> | ReturnType<typeof one>) =>
  new Set(
    all(node, ({ name }) => name === 'a').flatMap(
      (link) => /^\/articles\/([^/]+)\//.exec(attribute(link, 'href') ?? '')?.[1] ?? [],
    ),
  );

// Links in running text only: lists of related articles would make everything seem joined.
const mentions = new Map(
  current.map((slug) => [
    slug,
    articlesIn(
      one(read(`/articles/${slug}/`), (node) => attribute(node, 'data-prose') !== undefined),
    ),
  ]),
);

describe('no article stands alone', () => {
  test('home leads to all of them', () =>
    expect([...articlesIn(read('/'))].toSorted()).toEqual(current));

  test.each(current)('%s is linked from at least two other articles and links to two', (slug) => {
    const from = current.filter((other) => other !== slug && mentions.get(other)?.has(slug));
    const to = [...(mentions.get(slug) ?? [])].filter((other) => other !== slug);
    expect(from.length).toBeGreaterThanOrEqual(2);
    expect(to.length).toBeGreaterThanOrEqual(2);
  });
});
