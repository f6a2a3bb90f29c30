import { markFound } from '../search/found.ts';

markFound();

/** Opens what is arrived at, with all that encloses it; not every browser does it by itself. */
export function reveal(): void {
  const target = document.getElementById(location.hash.slice(1));
  let isChanged = false;
  for (let box = target?.closest('details'); box; box = box.parentElement?.closest('details')) {
    isChanged ||= !box.open;
    box.open = true;
  }
  if (isChanged) target?.scrollIntoView();
}
