import { articleOf } from '../article.ts';
import { toCopyButton } from './copy-button.ts';

// The article, its headings, its error messages and the rows of its tables; a row or message elsewhere says which article it belongs to.
for (const link of document.querySelectorAll<HTMLAnchorElement>(
  '[rel="bookmark"], [data-prose] :is(h2, h3, h4, h5, h6)[id] > a:last-child, [data-message] > p > a:empty, [scope="row"] > a',
)) {
  const article = articleOf(link);
  if (article === undefined) continue;
  const section = link.hash
    ? (link.textContent || link.parentElement?.textContent)?.trim()
    : undefined;
  const anchor = link.hash.slice(1) || undefined;
  link.after(
    toCopyButton(`Copy a link to “${section ?? article.title}”`, () => ({
      ...article,
      section,
      anchor,
    })),
  );
}
