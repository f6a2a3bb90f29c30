let pointed: string | undefined;
document.addEventListener('pointermove', ({ target }) => {
  pointed = (target as Element).closest('a')?.href;
});
// A pointer that rests while its owner types points at nothing.
document.addEventListener('keydown', () => {
  pointed = undefined;
});

/** Prints a list anew; the link at which a reader points stays where it is on the screen, as far as the box around it can be scrolled. */
export function keepPlace(list: Element, box: HTMLElement, print: () => void): void {
  const toTop = () =>
    [...list.querySelectorAll('a')].find(({ href }) => href === pointed)?.getBoundingClientRect()
      .top;
  const top = toTop();
  // A box that does not get longer can be scrolled; the window can only if the page is longer.
  if (box !== document.documentElement)
    box.style.maxHeight = top === undefined ? '' : `${box.clientHeight}px`;
  print();
  box.scrollBy({ top: (toTop() ?? 0) - (top ?? 0), behavior: 'instant' });
}
