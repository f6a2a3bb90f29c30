import { toCopyButton } from './copy-button.ts';

// The article, its headings and the rows of its tables; a row belongs to the article that its table says.
for (const link of document.querySelectorAll<HTMLAnchorElement>(
  '[rel="bookmark"], [data-prose] :is(h2, h3, h4, h5, h6)[id] > a:last-child, [scope="row"] > a',
)) {
  const { article: id, title } = link.closest<HTMLElement>('[data-article]')?.dataset ?? {};
  if (id === undefined || title === undefined) continue;
  const section = link.hash
    ? (link.textContent || link.parentElement?.textContent)?.trim()
    : undefined;
  const anchor = link.hash.slice(1) || undefined;
  link.after(
    toCopyButton(`Copy a link to “${section ?? title}”`, () => ({ id, title, section, anchor })),
  );
}
