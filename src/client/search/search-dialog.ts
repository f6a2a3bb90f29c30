import type { Target } from '#domain/linking/copy-target.ts';
import {
  ask,
  complete,
  type FullAnswer,
  pause,
  toFailure,
  toNotes,
  toSearchHref,
  toStatus,
} from './answer.ts';
import { copyOn, prepareTarget, targetOf, toCopyable } from '../copying/copy-keys.ts';
import { toCopyButton } from '../copying/copy-button.ts';
import { element } from '../element.ts';
import '../later.ts';
import {
  all,
  close,
  dialog,
  field,
  form,
  keys,
  list,
  notes,
  recent,
  scroller,
  slash,
  status,
} from './dialog-frame.ts';
import { markFound } from './found.ts';
import { prepareSearch } from './library.ts';
import { keepPlace } from './keep-place.ts';
import { addRecentSearch, printRecentSearches, RECENT_LOOKS } from './recent-searches.ts';
import { isPlain, LOOKS, toFound, toHead, type ToLink, toSections } from './result.ts';
import { keep, recall } from '../storage.ts';
import { listenToTyping } from './typing.ts';

prepareSearch();

// The choice is framed, since the focus stays in the field.
const OPTION =
  'rounded-sm text-inherit no-underline hover:bg-sheet aria-selected:bg-accent-tint aria-selected:[outline:2px_solid_var(--color-accent)] forced-colors:aria-selected:outline-[Highlight]';
const NAME = 'text-accent underline decoration-1 underline-offset-[0.16em]';

const copy = toCopyButton('Copy the highlighted result', () => targetOf(options[active]) as Target);
copy.append(' the highlighted result');
keys.append(copy);
document.body.append(element('div', { class: 'later' }, dialog));

let turn = 0;
let exactly = false;
let options: HTMLAnchorElement[] = [];
let active = -1;

/** Opens the dialogue with what was typed while it was loaded, or with what was last searched for on this page. */
export async function openSearch(typed: () => string): Promise<void> {
  if (dialog.open) return;
  slash.checked = recall('slash') !== false;
  dialog.showModal();
  const text = typed();
  if (text === '') field.select();
  else field.value = text;
  showRecent();
  if (text !== '') void search();
}

async function search(): Promise<void> {
  const query = field.value.trim();
  const current = ++turn;
  if (query === '') {
    print([], [], '');
    return;
  }
  try {
    const answer = await ask(query, { exactly });
    // A newer question has been asked meanwhile: its answer must not be overwritten.
    if (current !== turn) return;
    scroller.style.maxHeight = '';
    print(toGroups(answer), toNotes(answer), toStatus(answer));
    await pause();
    if (current !== turn) return;
    const full = await complete(answer);
    if (current !== turn) return;
    keepPlace(list, scroller, () => print(toGroups(full), toNotes(full), toStatus(full)));
  } catch (error) {
    const failure = toFailure(error);
    if (current === turn) print([], [], failure);
  }
}

function print(groups: HTMLElement[], notices: HTMLElement[], message: string): void {
  const chosen = options[active]?.href;
  list.replaceChildren(...groups);
  notes.replaceChildren(...notices);
  status.textContent = message;
  options = [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  for (const [i, option] of options.entries()) option.id = `search-option-${i}`;
  activate(options.findIndex(({ href }) => href === chosen));
  list.hidden = options.length === 0;
  field.setAttribute('aria-expanded', String(options.length > 0));
  all.hidden = field.value.trim() === '';
  all.href = toSearchHref(field.value, {}, exactly);
  showRecent();
}

function toGroups({ results, nearest, sections, told }: FullAnswer): HTMLElement[] {
  const shown = results.length > 0 ? results : nearest;
  return shown.map((result, i) =>
    element(
      'div',
      {
        role: 'group',
        class: 'border-t border-hairline px-10 py-4 font-sans text-[0.89rem] leading-normal',
        'aria-label': results.length > 0 ? result.card.title : `Nearest: ${result.card.title}`,
      },
      ...toHead(result, told[i] ?? [], toOption),
      ...toSections(result, sections[i] ?? [], told[i] ?? [], toOption),
    ),
  );
}

// All that is said of a place is within its option, which is all that a listbox may hold.
const toOption: ToLink = ({ role, url, name, target, marks, about }) => {
  const option = toFound(
    element(
      'a',
      {
        href: url,
        role: 'option',
        class: `${OPTION} ${role === 'other' ? '' : '-mx-5 block px-5 py-2'}`,
        tabindex: '-1',
        'aria-selected': 'false',
      },
      element('span', { class: `${NAME} ${LOOKS[role]}` }, name),
      ...about.flatMap((part) => [' ', part]),
    ),
    marks,
  );
  option.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    addRecentSearch(field.value);
    // A link to a place on this page leaves the dialogue open otherwise, and one to its beginning would load it again.
    dialog.close();
    if (option.pathname !== location.pathname) return;
    markFound();
    if (option.hash !== '') return;
    event.preventDefault();
    window.scrollTo({ top: 0 });
  });
  return [toCopyable(option, target)];
};

function activate(index: number): void {
  options[active]?.setAttribute('aria-selected', 'false');
  active = index;
  const option = options[active];
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
  // It keeps its place.
  copy.classList.toggle('invisible', option === undefined);
  if (option === undefined) field.removeAttribute('aria-activedescendant');
  else {
    field.setAttribute('aria-activedescendant', option.id);
    prepareTarget(option);
  }
}

function showRecent(): void {
  const toEntry = (query: string) => {
    const button = element('button', { type: 'button', class: RECENT_LOOKS }, query);
    button.addEventListener('click', () => {
      field.value = query;
      field.focus();
      exactly = false;
      void search();
    });
    return button;
  };
  printRecentSearches(recent, toEntry, () => field.focus());
  recent.hidden ||= field.value.trim() !== '';
}

function askAnew(): void {
  exactly = false;
  // Another question: Enter must not open what was chosen for the last one.
  activate(-1);
  void search();
}

function press(event: KeyboardEvent): void {
  // As Ctrl and a click do.
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !all.hidden) {
    event.preventDefault();
    window.open(options[active]?.href ?? all.href, '_blank', 'noopener');
  }
  const last = options.length - 1;
  const to = {
    ArrowDown: active === last ? -1 : active + 1,
    ArrowUp: active === -1 ? last : active - 1,
  }[event.key];
  if (to === undefined || last < 0) return;
  event.preventDefault();
  // What was selected in the field is no longer what a reader wants to copy.
  field.setSelectionRange(field.value.length, field.value.length);
  activate(to);
}

listenToTyping(field, askAnew, press);
// With no text selected there is nothing else to copy.
field.addEventListener('copy', (event) => {
  if (field.selectionStart !== field.selectionEnd) return;
  copyOn(event, options[active], (message) => {
    status.textContent = message;
  });
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const option = options[active];
  if (option !== undefined) option.click();
  else if (field.value.trim() !== '') {
    addRecentSearch(field.value);
    location.assign(toSearchHref(field.value, {}, exactly));
  }
});
notes.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.target.closest('[data-exactly]') === null) return;
  event.preventDefault();
  exactly = true;
  field.focus();
  void search();
});
slash.addEventListener('change', () => keep('slash', slash.checked ? undefined : false));
close.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});
