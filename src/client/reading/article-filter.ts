import { find } from '../element.ts';

/** Shows those articles of a long list whose names hold all words of a field, in any order, and says how many they are. */
class ArticleFilter extends HTMLElement {
  connectedCallback() {
    const input = find<HTMLInputElement>(this, 'input');
    const output = find<HTMLOutputElement>(this, 'output');
    const index = this.closest('article-index') ?? document;
    const groups = [...index.querySelectorAll<HTMLElement>('[data-group]')].map((group) => ({
      group,
      entries: [...group.querySelectorAll('li')].map((entry) => ({
        entry,
        name: fold(entry.textContent),
      })),
    }));
    const update = () => {
      const words = fold(input.value).split(/\s+/);
      let shown = 0;
      for (const { group, entries } of groups) {
        const before = shown;
        for (const { entry, name } of entries) {
          entry.hidden = !words.every((word) => name.includes(word));
          if (!entry.hidden) shown++;
        }
        group.hidden = shown === before;
      }
      // A letter of which nothing is left leads nowhere.
      for (const link of index.querySelectorAll<HTMLAnchorElement>('nav a')) {
        const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        link.parentElement?.toggleAttribute('hidden', target?.closest('[hidden]') !== null);
      }
      const { total = '' } = this.dataset;
      output.value = words.some(Boolean) ? `${shown} of ${total} articles` : `${total} articles`;
    };
    input.addEventListener('input', update);
    // What was typed is there again after a way back.
    if (input.value !== '') update();
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

customElements.define('article-filter', ArticleFilter);
