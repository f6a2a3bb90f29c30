import { toMessageUrl } from '#domain/feedback.ts';
import { feedback } from '#links.ts';
import type { Facets } from '#search/card.ts';
import type { Result } from '#search/candidates.ts';
import type { Section } from '#search/sections.ts';
import {
  ask,
  complete,
  cut,
  findSections,
  type FullAnswer,
  pause,
  toFailure,
  toNotes,
  toSearchHref,
  toStatus,
} from './answer.ts';
import { listenForCopy } from '../copying/copy-keys.ts';
import { element, find } from '../element.ts';
import { keepPlace } from './keep-place.ts';
import { prepareSearch } from './library.ts';
import { addRecentSearch, printRecentSearches } from './recent-searches.ts';
import { toFound, toItem, toPageLink, toSections } from './result.ts';
import type { ShortAnswer } from './short-answer.ts';
import { listenToTyping } from './typing.ts';

const FIELDS = ['topic', 'kind'] as const;
// So few results are looked through faster than filtered.
const FEW = 6;
// So far below the window a result gets its sections: who scrolls to it sees it whole.
const AHEAD = '800px 0px';
// Browsers allow few changes of the address in a short time.
const ADDRESS_PAUSE = 250;

/** The results of the search page: follow the field as the reader types; the address holds the question and the filters. */
class SearchPage extends HTMLElement {
  #field = find<HTMLInputElement>(document, 'input[name="q"]');
  #filters = find<HTMLFormElement>(this, '[data-filters]');
  #status = find(this, '[role="status"]');
  #notes = find(this, '[data-notes]');
  #list = find(this, 'ol');
  #nearest = find(this, '[data-nearest]');
  #more = find(this, '[data-more]');
  #recent = find(this, '[data-recent]');
  #index = find(document, '[data-index]');
  #turn = 0;
  #exactly = false;
  #all = false;
  #timer = 0;
  // What the address held when it was last read or written, and whether the reader has typed since.
  #seen = '';
  #typed = false;

  connectedCallback() {
    const field = this.#field;
    field.addEventListener('focus', prepareSearch, { once: true });
    field.addEventListener('pointerenter', prepareSearch, { once: true });
    listenToTyping(
      field,
      () => {
        this.#exactly = false;
        this.#all = false;
        void this.#search(pause);
        window.clearTimeout(this.#timer);
        this.#timer = window.setTimeout(
          () => this.#write(!this.#typed && this.#seen !== ''),
          ADDRESS_PAUSE,
        );
      },
      (event) => {
        if (event.key === 'ArrowDown') this.#focusLink(event, 0);
      },
    );
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      addRecentSearch(field.value);
      this.#go();
    });
    this.#filters.addEventListener('change', () => this.#go());
    this.#list.addEventListener('click', () => addRecentSearch(field.value));
    this.#list.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined)
        this.#focusLink(event, this.#links().indexOf(event.target as HTMLAnchorElement) + step);
    });
    this.#notes.addEventListener('click', (event) => {
      if (!(event.target instanceof Element) || event.target.closest('[data-exactly]') === null)
        return;
      event.preventDefault();
      this.#exactly = true;
      this.#go();
      field.focus();
    });
    this.#more.addEventListener('click', () => {
      const shown = this.#list.children.length;
      this.#all = true;
      // The button goes; the keyboard stays where the reader was.
      void this.#search().then(() => this.#list.children[shown]?.querySelector('a')?.focus());
    });
    // A jump to a place on this page is no other question.
    window.addEventListener('popstate', () => {
      if (location.search !== this.#seen) this.#showAddress();
    });
    listenForCopy((message) => {
      this.#status.textContent = message;
    });
    this.#showAddress();
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll('a')];
  }

  #focusLink(event: KeyboardEvent, index: number) {
    const target = index < 0 ? this.#field : this.#links()[index];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  #toHref() {
    return toSearchHref(this.#field.value, this.#filter(), this.#exactly);
  }

  #filter(): Partial<Facets> {
    const chosen = new FormData(this.#filters);
    return Object.fromEntries(
      FIELDS.flatMap((field) => (chosen.get(field) ? [[field, String(chosen.get(field))]] : [])),
    );
  }

  #go() {
    window.clearTimeout(this.#timer);
    // What was typed already has a place of its own in the history.
    this.#write(!this.#typed);
    this.#typed = false;
    void this.#search();
  }

  #write(isNew: boolean) {
    const href = this.#toHref();
    if (href !== location.pathname + location.search)
      history[isNew ? 'pushState' : 'replaceState'](null, '', href);
    this.#seen = location.search;
    this.#typed = true;
  }

  #showAddress() {
    window.clearTimeout(this.#timer);
    this.#all = false;
    this.#seen = location.search;
    this.#typed = false;
    const address = new URLSearchParams(location.search);
    this.#field.value = address.get('q') ?? '';
    this.#exactly = address.has('exactly');
    for (const field of FIELDS) {
      const radios = [...this.#filters.querySelectorAll<HTMLInputElement>(`[name="${field}"]`)];
      const chosen = radios.find(({ value }) => value === (address.get(field) ?? '')) ?? radios[0];
      if (chosen !== undefined) chosen.checked = true;
    }
    void this.#search();
  }

  // `wait` parts the results from their sections while the reader types.
  async #search(wait?: () => Promise<void>) {
    const query = this.#field.value.trim();
    const turn = ++this.#turn;
    try {
      const answer =
        query === ''
          ? undefined
          : await ask(query, { exactly: this.#exactly, all: this.#all, filter: this.#filter() });
      // A newer question has been asked meanwhile: its answer must not be overwritten.
      if (turn !== this.#turn) return;
      if (answer === undefined || wait !== undefined) this.#print(answer, false);
      await wait?.();
      if (answer === undefined || turn !== this.#turn) return;
      const full = await complete(answer);
      if (turn === this.#turn)
        keepPlace(this.#list, document.documentElement, () => this.#print(full, true));
    } catch (error) {
      const failure = toFailure(error, 'Try again, or use the list below.');
      if (turn !== this.#turn) return;
      this.#print(undefined, false);
      this.#status.textContent = failure;
    }
  }

  // `complete` also loads the sections of results that come into view.
  #print(answer: FullAnswer | undefined, complete: boolean) {
    const focused = this.#links().find((link) => link === document.activeElement)?.href;
    const results = answer?.results ?? [];
    const items = results.map((result, i) =>
      toFilling(result, answer?.sections[i], answer?.told[i]),
    );
    this.#list.replaceChildren(...items.map(({ item }) => item));
    if (complete) for (const { fill } of items) fill();
    // Who has walked into the list stays where they are when more of it arrives.
    if (focused !== undefined)
      this.#links()
        .find(({ href }) => href === focused)
        ?.focus();
    this.#more.hidden = (answer?.total ?? 0) <= results.length;
    this.#notes.replaceChildren(...(answer === undefined ? [] : toNotes(answer)));
    this.#status.textContent = answer === undefined ? '' : toStatus(answer);
    this.#list.hidden = results.length === 0;
    this.#filters.hidden =
      answer === undefined || (answer.total < FEW && Object.values(this.#filter()).length === 0);
    this.#index.hidden = answer !== undefined;
    this.#count(answer);
    this.#printNearest(answer);
    this.#printRecent(answer === undefined);
  }

  #count(answer: FullAnswer | undefined) {
    for (const field of FIELDS) {
      const counts = answer?.counts?.[field];
      const all = [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
      for (const radio of this.#filters.querySelectorAll<HTMLInputElement>(`[name="${field}"]`)) {
        const count = radio.value === '' ? all : (counts?.get(radio.value) ?? 0);
        const shown = radio.parentElement?.querySelector('[data-count]');
        if (shown) shown.textContent = String(count);
        if (radio.parentElement) radio.parentElement.hidden = count === 0 && !radio.checked;
      }
    }
  }

  // Nothing found is no dead end: what comes near, the topics, and a word to the editors.
  #printNearest(answer: FullAnswer | undefined) {
    this.#nearest.hidden = answer === undefined || answer.total > 0;
    const near = answer?.nearest ?? [];
    this.#nearest
      .querySelector('ul')
      ?.replaceChildren(
        ...near.map(({ card: { url, title }, marks }) =>
          element('li', {}, toFound(element('a', { href: url }, title), marks)),
        ),
      );
    const report = this.#nearest.querySelector<HTMLAnchorElement>('a[data-report]');
    if (report === null || answer === undefined) return;
    report.href =
      toMessageUrl(`Nothing found for “${cut(answer.query, 200)}”`, [], feedback) ?? report.href;
  }

  #printRecent(isEmpty: boolean) {
    printRecentSearches(
      this.#recent,
      (query) => element('a', { class: 'wrap-anywhere', href: toSearchHref(query) }, query),
      () => this.#field.focus(),
    );
    this.#recent.hidden ||= !isEmpty;
  }
}

// A result whose sections were not loaded with the first view gets them before it comes into view.
function toFilling(
  result: Result,
  sections: Section[] | undefined,
  answers: ShortAnswer[] = [],
): { item: HTMLLIElement; fill: () => void } {
  const item = toItem(result, sections, answers);
  const add = (loaded: Section[]) => {
    // What comes between must not push away what has the focus.
    const focus = document.activeElement;
    const wasSeen = isSeen(focus);
    item.append(...toSections(result, loaded, answers, toPageLink));
    if (wasSeen && !isSeen(focus)) focus?.scrollIntoView({ block: 'nearest' });
  };
  const fill = () => {
    if (sections !== undefined) return;
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        void findSections(result).then(add);
      },
      { rootMargin: AHEAD },
    );
    seen.observe(item);
  };
  return { item, fill };
}

function isSeen(target: Element | null): boolean {
  const { top, bottom } = target?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  return top >= 0 && bottom <= window.innerHeight;
}

customElements.define('search-page', SearchPage);
