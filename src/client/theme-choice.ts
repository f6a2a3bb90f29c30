import { THEME_KEY } from '#domain/theme.ts';
import { later, onIntent } from './intent.ts';
import { recall } from './storage.ts';

// The control must show the colours that were chosen, here or in another tab; without a choice it is right as it is.
const load = () => import('./theme.ts');
const select = document.querySelector<HTMLSelectElement>('[data-colours]');
onIntent(() => later(load), select);
select?.addEventListener('change', () => {
  // The module may come after the choice, and begins with the one before.
  const { value } = select;
  later(() => load().then(({ choose }) => choose(value)));
});
window.addEventListener('storage', () => later(load));
window.addEventListener('pageshow', () => recall(THEME_KEY) && later(load));
