import { takeFound } from '../search/found.ts';

// A reader who comes from a result finds the words marked; the module that marks them is loaded only then.
const words = takeFound();
if (words.length > 0) void import('../search/highlights.ts').then(({ mark }) => mark(words));

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
