/** The article that a part of the page belongs to: the one that it names, or else the one of the page. */
export function articleOf(part: Element): { id: string; title: string } | undefined {
  const { article: id, title = document.querySelector('h1')?.textContent.trim() } =
    part.closest<HTMLElement>('[data-article]')?.dataset ?? {};
  return id === undefined || title === undefined ? undefined : { id, title };
}
