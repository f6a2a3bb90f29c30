import { count } from '#domain/problem.ts';
import { find } from '../element.ts';

/** Shows those entries of a long list that hold all words of a field, in any order, and says how many they are. */
class ListFilter extends HTMLElement {
  connectedCallback() {
    const input = find<HTMLInputElement>(this, 'input');
    const output = find<HTMLOutputElement>(this, 'output');
    const index = this.closest('list-index') ?? document;
    const groups = [...index.querySelectorAll<HTMLElement>('[data-group]')].map((group) => ({
      group,
      entries: [...group.querySelectorAll<HTMLElement>('[data-entry]')].map((entry) => ({
        entry,
        text: fold(entry.textContent),
      })),
    }));
    const update = () => {
      const words = fold(input.value).split(/\s+/);
      let shown = 0;
      for (const { group, entries } of groups) {
        const before = shown;
        for (const { entry, text } of entries) {
          entry.hidden = !words.every((word) => text.includes(word));
          if (!entry.hidden) shown++;
        }
        group.hidden = shown === before;
      }
      // A letter of which nothing is left leads nowhere.
      for (const link of index.querySelectorAll<HTMLAnchorElement>('nav a')) {
        const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        link.parentElement?.toggleAttribute('hidden', target?.closest('[hidden]') !== null);
      }
      const { total = '', unit = '' } = this.dataset;
      const all = count(Number(total), unit);
      output.value = words.some(Boolean) ? `${shown} of ${all}` : all;
    };
    input.addEventListener('input', update);
    // What was typed is there again after a way back.
    if (input.value !== '') update();
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

customElements.define('list-filter', ListFilter);
