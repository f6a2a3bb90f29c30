import { toCopyButton } from './copy-button.ts';

const own = document.querySelector('.article-id')?.textContent?.trim();
const h1 = document.querySelector('h1')?.textContent?.trim();

// The article, its headings and the rows of its tables; a row belongs to the article that its table says.
for (const link of document.querySelectorAll<HTMLAnchorElement>(
  '.article-id, .article .anchor, .comparison [scope=row] > a',
)) {
  const { article = own, title = h1 } = link.closest<HTMLElement>('.comparison')?.dataset ?? {};
  const section = link.hash
    ? (link.textContent || link.parentElement?.textContent)?.trim()
    : undefined;
  const anchor = link.hash.slice(1) || undefined;
  if (article && title)
    link.after(
      toCopyButton(`Copy a link to “${section ?? title}”`, () => ({
        id: article,
        title,
        section,
        anchor,
      })),
    );
}
