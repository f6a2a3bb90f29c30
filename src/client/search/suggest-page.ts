import type { Kind } from '#search/parts.ts';
import { complete, findSections, toDoubt, toFailure } from './answer.ts';
import { listenForCopy } from '../copying/copy-keys.ts';
import { element, find } from '../element.ts';
import { engine, prepareSearch } from './library.ts';
import { toItem, toPageLink, toSections } from './result.ts';
import { listenToTyping } from './typing.ts';

const PAUSE = 120;
// So many suggestions come with their sections; those of the others are loaded shortly before they come into view.
const WITH_SECTIONS = 3;
const AHEAD = '200px 0px';
const NAMES: Partial<Record<Kind, string>> = {
  greeting: 'a greeting',
  'sign-off': 'a sign-off',
  signature: 'a signature',
  headers: 'mail headers',
  quoted: 'a quoted message',
  log: 'a log',
  disclaimer: 'a disclaimer',
};

/** The suggestions for a ticket. The text stays in this page: it is neither sent nor stored, and an address that brought it loses it at once. */
class TicketSuggestions extends HTMLElement {
  #text = find<HTMLTextAreaElement>(this, 'textarea');
  #status = find(this, '[role="status"]');
  #notes = find(this, '[data-notes]');
  #leftOut = find(this, '[data-left-out]');
  #list = find(this, 'ol');
  // What of the ticket was left out and is now taken in.
  #takenIn: readonly Kind[] = [];
  #turn = 0;
  #timer = 0;

  connectedCallback() {
    const text = this.#text;
    text.addEventListener('focus', prepareSearch, { once: true });
    text.addEventListener('pointerenter', prepareSearch, { once: true });
    listenToTyping(text, () => {
      this.#takenIn = [];
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#suggest(), PAUSE);
    });
    const form = find(this, 'form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      window.clearTimeout(this.#timer);
      void this.#suggest();
    });
    form.addEventListener('reset', () => {
      this.#takenIn = [];
      window.setTimeout(() => {
        text.focus();
        void this.#suggest();
      });
    });
    listenForCopy((message) => this.#say(message));
    window.addEventListener('hashchange', () => this.#take());
    this.#take();
  }

  // A help desk may open the page with the ticket behind `#t=`, a part of the address that browsers never send.
  #take() {
    if (!location.hash.startsWith('#t=')) return;
    const given = location.hash.slice(3);
    history.replaceState(null, '', location.pathname + location.search);
    // A percent sign that begins no code stands for itself.
    const text = given.replaceAll('+', ' ').replace(/%(?![\da-f]{2})/gi, '%25');
    try {
      this.#text.value = decodeURIComponent(text);
    } catch {
      this.#text.value = given;
    }
    this.#takenIn = [];
    void this.#suggest();
  }

  async #suggest() {
    const ticket = this.#text.value.trim();
    const turn = ++this.#turn;
    try {
      const whole = this.#takenIn.length > 0;
      const answer =
        ticket === ''
          ? undefined
          : await complete(await engine.suggest(ticket, { whole }), WITH_SECTIONS);
      const results = answer?.results ?? [];
      if (turn !== this.#turn) return;
      this.#notes.replaceChildren(...(answer?.unknown ? [answer.unknown] : []));
      this.#sayLeftOut(answer?.leftOut);
      const items = results.map((found, i) => {
        // The words of the ticket are not kept for marking them on arrival.
        const result = { ...found, marks: [] };
        const item = toItem(result, answer?.sections[i], answer?.told[i]);
        const words = [...new Set(result.words)].join(', ');
        const matched = element('p', { class: 'mt-3 quiet' }, `Words that matched: ${words}`);
        matched.hidden = words === '';
        item.append(matched);
        if (i >= WITH_SECTIONS)
          whenSeen(item, async () =>
            matched.before(
              ...toSections(result, await findSections(result), answer?.told[i] ?? [], toPageLink),
            ),
          );
        return item;
      });
      this.#list.replaceChildren(...items);
      this.#list.hidden = items.length === 0;
      this.#say(
        ticket === ''
          ? ''
          : items.length === 0
            ? 'Nothing found for this text.'
            : answer?.doubt !== undefined
              ? toDoubt(answer.doubt)
              : `${items.length} ${items.length === 1 ? 'article' : 'articles'} suggested.`,
      );
    } catch (error) {
      const failure = toFailure(error);
      if (turn !== this.#turn) return;
      this.#list.replaceChildren();
      this.#notes.replaceChildren();
      this.#sayLeftOut();
      this.#list.hidden = true;
      this.#say(failure);
    }
  }

  // Nothing of a ticket is dropped silently, and all of it can be looked up.
  #sayLeftOut(leftOut: readonly Kind[] = []) {
    const isTakenIn = this.#takenIn.length > 0;
    const kinds = isTakenIn ? this.#takenIn : leftOut;
    const names = kinds.map((kind) => NAMES[kind]).join(', ');
    const button = find<HTMLButtonElement>(this.#leftOut, 'button');
    find(this.#leftOut, 'span').textContent =
      names === '' ? '' : `${isTakenIn ? 'Taken in' : 'Left out'}: ${names}.`;
    button.textContent = isTakenIn ? 'Leave it out' : 'Take it in';
    button.onclick = () => {
      this.#takenIn = isTakenIn ? [] : kinds;
      void this.#suggest();
    };
    this.#leftOut.hidden = names === '';
  }

  #say(message: string) {
    this.#status.textContent = message;
  }
}

function whenSeen(item: Element, fill: () => Promise<void>) {
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      void fill();
    },
    { rootMargin: AHEAD },
  );
  seen.observe(item);
}

customElements.define('ticket-suggestions', TicketSuggestions);
