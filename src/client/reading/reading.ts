import { later, onIntent } from '../intent.ts';
import { FOUND_KEY, recall } from '../storage.ts';

// Beside the text the lists are shown whole; that they are open is said too.
const wide = matchMedia('(width >= 75rem)');
const lists = document.querySelectorAll<HTMLDetailsElement>('[data-rail] details');
const fit = () => {
  for (const list of lists) list.open = wide.matches;
};
fit();
wide.onchange = fit;

// A review that may be overdue is looked at.
const today = new Date().toISOString();
if (
  [...document.querySelectorAll<HTMLTimeElement>('[data-review]')].some(
    ({ dateTime }) => dateTime < today,
  )
)
  later(() => import('./review-date.ts'));

// What is arrived at is opened, and the words that led here are marked.
const arrive = () => later(() => import('./arrival.ts').then(({ reveal }) => reveal()));
if (location.hash || recall(FOUND_KEY, 'sessionStorage')) arrive();
window.addEventListener('hashchange', arrive);

// The contents follow the reading.
const follow = () => later(() => import('./contents.ts'));
if (window.scrollY > 0) follow();
else if (lists.length > 0) document.addEventListener('scroll', follow, { once: true });

// Links to copy, code to copy and reports that name the section in view come with the first sign of a reader.
if (document.querySelector('[data-article]'))
  onIntent(() => later(() => import('./reader-tools.ts')), document);
