import { THEME_KEY, themes } from '#domain/theme.ts';
import { keep, recall } from './storage.ts';

const tags = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
const select = document.querySelector<HTMLSelectElement>('[data-colours]');
let choice = read();
show();

/** Gives the page the colours that were chosen, and remembers them; empty for those of the system. */
export function choose(value: string): void {
  choice = value;
  keep(THEME_KEY, value || undefined);
  show();
}

function read(): string {
  return String(recall(THEME_KEY) ?? '');
}

// The bar of the browser is coloured by tags that know the system alone: the one that was chosen counts always, the other never.
function show(): void {
  document.documentElement.dataset['theme'] = choice;
  if (select) select.value = choice;
  for (const [index, theme] of themes.entries()) {
    const tag = tags[index];
    if (tag)
      tag.media =
        choice === '' ? `(prefers-color-scheme:${theme})` : choice === theme ? 'all' : 'not all';
  }
}

// Another tab has chosen, or a page comes back from the browser's memory.
for (const type of ['storage', 'pageshow']) {
  window.addEventListener(type, () => {
    choice = read();
    show();
  });
}
