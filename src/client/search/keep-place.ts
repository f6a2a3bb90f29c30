/** Prints a list anew; the link that a reader points at stays where it is on the screen, as far as what scrolls can be scrolled. */
export function keepPlace(list: Element, scroller: Element | Window, print: () => void): void {
  const link = list.querySelector<HTMLAnchorElement>('a:hover');
  const top = link?.getBoundingClientRect().top ?? 0;
  print();
  const same = [...list.querySelectorAll('a')].find(({ href }) => href === link?.href);
  if (same) scroller.scrollBy({ top: same.getBoundingClientRect().top - top, behavior: 'instant' });
}
