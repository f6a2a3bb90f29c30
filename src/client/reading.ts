import { FOUND_KEY } from './found.ts';
import { onIntent } from './intent.ts';
import { recall } from './storage.ts';

// Beside the text the lists are shown whole; that they are open is said too.
for (const list of document.querySelectorAll<HTMLDetailsElement>('.rail details')) list.open = matchMedia('(width >= 75rem)').matches;

// A review that may be overdue is looked at.
const today = new Date().toISOString();
if ([...document.querySelectorAll<HTMLTimeElement>('[data-review]')].some(({ dateTime }) => dateTime < today))
  void import('./review-date.ts');

// What is arrived at is opened, and the words that led here are marked.
const arrive = () => void import('./arrival.ts').then(({ reveal }) => reveal());
if (location.hash || recall(FOUND_KEY, 'sessionStorage')) arrive();
window.addEventListener('hashchange', arrive);

// The contents follow the reading.
const follow = () => void import('./contents.ts');
if (window.scrollY > 0) follow();
else document.addEventListener('scroll', follow, { once: true });

// Links to copy, code to copy and reports that name the section in view come with the first sign of a reader.
onIntent(() => void import('./reader-tools.ts'), document);
