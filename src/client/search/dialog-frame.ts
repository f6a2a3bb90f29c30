import { suggestPath } from '#domain/linking/permalink.ts';
import { toHref } from '#links.ts';
import { element } from '../element.ts';

/** What is searched for: a combobox whose list is always open, so that focus stays here, the arrows choose, and Enter follows. */
export const field = element('input', {
  class: 'field flex-1 text-large',
  id: 'search-dialog-field',
  type: 'text',
  role: 'combobox',
  'aria-expanded': 'false',
  'aria-controls': 'search-dialog-list',
  'aria-autocomplete': 'list',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'search',
  placeholder: 'Question, term or error',
});

/** The results, each an option. */
export const list = element('div', {
  id: 'search-dialog-list',
  role: 'listbox',
  'aria-label': 'Search results',
  hidden: true,
});

/** What was done with the words of the question. */
export const notes = element('div', {
  class: 'px-10 py-4 font-sans text-small wrap-anywhere empty:hidden',
});

/** How many results there are, or what went wrong. */
export const status = element('p', {
  role: 'status',
  class: 'min-h-[1.6em] shrink-0 px-10 quiet wrap-anywhere',
});

/** The last searches, while nothing is typed. */
export const recent = element('section', {
  class: 'px-10 py-4 font-sans text-small',
  hidden: true,
  'aria-label': 'Recent searches',
});

/** What scrolls. */
export const scroller = element(
  'div',
  {
    class:
      'min-h-0 flex-1 overflow-y-auto overscroll-contain [@media(height<26rem)]:overflow-visible',
  },
  notes,
  recent,
  list,
);

/** The way to the page of results. */
export const all = element('a', { hidden: true }, 'All results and filters');

/** Whether the key / opens the search. */
export const slash = element('input', { type: 'checkbox' });

/** What the keyboard can do, for those who have one. */
export const keys = element(
  'div',
  { class: 'flex basis-full flex-wrap justify-between gap-x-10 pointer-coarse:hidden' },
  element(
    'label',
    {},
    slash,
    ' ',
    element('kbd', {}, '/'),
    ' opens the search, ',
    element('kbd', {}, 'c'),
    ' copies the result in focus',
  ),
);

/** Closes the dialogue. */
export const close = element(
  'button',
  {
    type: 'button',
    class: 'w-28 cursor-pointer font-sans text-xl leading-none',
    'aria-label': 'Close the search',
  },
  '×',
);

/** Follows the chosen result when it is sent. */
export const form = element(
  'form',
  { role: 'search', class: 'flex shrink-0 gap-4 px-8 pt-8 pb-4' },
  element('label', { for: field.id, class: 'sr-only' }, 'Search the knowledge base'),
  field,
  close,
);

const suggestHref = toHref(suggestPath);
// Some sites have no desk: then neither the header nor the footer of any page leads there.
const hasDesk =
  document.querySelector(`body > :is(header, footer) a[href="${suggestHref}"]`) !== null;

/** The whole dialogue, not yet on the page. */
export const dialog = element(
  'dialog',
  {
    class:
      'mx-auto mt-[6vh] max-h-[min(46rem,100dvh-8vh)] w-[min(44rem,100vw-2rem)] max-w-none flex-col overflow-hidden rounded-[6px] border border-edge bg-paper text-inherit backdrop:bg-[oklch(20%_0.02_250/0.55)] open:flex max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-screen max-sm:rounded-none max-sm:border-0',
    'aria-label': 'Search',
  },
  form,
  // In a low window the field alone stays, and all below it scrolls.
  element(
    'div',
    {
      class:
        'flex min-h-0 flex-1 flex-col overscroll-contain [@media(height<26rem)]:block [@media(height<26rem)]:overflow-y-auto',
    },
    status,
    scroller,
    element(
      'footer',
      {
        class:
          'flex shrink-0 flex-wrap justify-between gap-x-10 gap-y-2 border-t border-hairline px-10 py-5 font-sans text-small',
      },
      all,
      hasDesk && element('a', { href: suggestHref, class: 'ms-auto' }, 'Answering a ticket?'),
      keys,
    ),
  ),
);
