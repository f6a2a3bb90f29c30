import { complete, toDoubt, toFailure } from './answer.ts';
import { listenForCopy } from '../copying/copy-keys.ts';
import { element, find } from '../element.ts';
import { engine, prepareSearch } from './library.ts';
import { toItem } from './result.ts';
import { listenToTyping } from './typing.ts';

const PAUSE = 120;

/** The suggestions for a ticket. The text stays in this page: it is neither sent nor stored, and an address that brought it loses it at once. */
class TicketSuggestions extends HTMLElement {
  #text = find<HTMLTextAreaElement>(this, 'textarea');
  #status = find(this, '[role="status"]');
  #notes = find(this, '[data-notes]');
  #list = find(this, 'ol');
  #turn = 0;
  #timer = 0;

  connectedCallback() {
    const text = this.#text;
    text.addEventListener('focus', prepareSearch, { once: true });
    text.addEventListener('pointerenter', prepareSearch, { once: true });
    listenToTyping(text, () => {
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
    void this.#suggest();
  }

  async #suggest() {
    const ticket = this.#text.value.trim();
    const turn = ++this.#turn;
    try {
      const answer =
        ticket === '' ? undefined : await complete(await engine.suggest(ticket), Infinity);
      const results = answer?.results ?? [];
      if (turn !== this.#turn) return;
      this.#notes.replaceChildren(...(answer?.unknown ? [answer.unknown] : []));
      const items = results.map((found, i) => {
        // The words of the ticket are not kept for marking them on arrival.
        const result = { ...found, marks: [] };
        const item = toItem(result, answer?.sections[i], answer?.told[i]);
        const words = [...new Set(result.words)].join(', ');
        if (words !== '')
          item.append(element('p', { class: 'mt-3 quiet' }, `Words that matched: ${words}`));
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
      this.#list.hidden = true;
      this.#say(failure);
    }
  }

  #say(message: string) {
    this.#status.textContent = message;
  }
}

customElements.define('ticket-suggestions', TicketSuggestions);
