import { THEME_KEY } from '../domain/theme.ts';
import { onIntent } from './intent.ts';
import { recall } from './storage.ts';

// The control must show the colours that were chosen, here or in another tab; without a choice it is right as it is.
const load = () => void import('./theme.ts');
onIntent(load, document.querySelector('.theme'));
window.addEventListener('storage', load);
window.addEventListener('pageshow', () => recall(THEME_KEY) && load());
