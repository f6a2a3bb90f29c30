import { THEME_KEY, themes } from '../domain/theme.ts';
import { keep, recall } from './storage.ts';

const tags = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
const select = document.querySelector<HTMLSelectElement>('.theme select');

// The bar of the browser is coloured by tags that know the system alone: the one that was chosen counts always, the other never.
function show() {
  const choice = String(recall(THEME_KEY) ?? '');
  document.documentElement.dataset['theme'] = choice;
  if (select) select.value = choice;
  for (const [index, theme] of themes.entries()) {
    const tag = tags[index];
    if (tag) tag.media = choice === '' ? `(prefers-color-scheme:${theme})` : choice === theme ? 'all' : 'not all';
  }
}

// Who was faster than this module has chosen already.
if (select?.value && recall(THEME_KEY) === undefined) keep(THEME_KEY, select.value);
show();
select?.addEventListener('change', () => {
  keep(THEME_KEY, select.value || undefined);
  show();
});
// Another tab has chosen, or a page comes back from the browser's memory.
window.addEventListener('storage', show);
window.addEventListener('pageshow', show);
