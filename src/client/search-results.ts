import { toHref } from '../domain/permalink.ts';
import { mergeHits, toExcerptParts, toLikeness, toTerms } from '../domain/query.ts';
import { type Hit, type HitData, loadPagefind } from './pagefind.ts';

const MOST_RESULTS = 10;
const MOST_SECTIONS = 3;
const PAUSE = 120;

/** The results of the search page: follows the field as the reader types, and keeps the question in the address. */
class SearchResults extends HTMLElement {
  #field = document.querySelector<HTMLInputElement>('input[name="q"]');
  #status = this.querySelector('[role="status"]');
  #list = this.querySelector('ol');
  #all = this.querySelector('section');
  #latest = 0;

  connectedCallback() {
    const field = this.#field;
    if (field === null) return;
    let timer = 0;
    field.addEventListener('focus', () => void loadPagefind().catch(() => undefined), { once: true });
    field.addEventListener('input', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        history.replaceState(null, '', toAddress(field.value));
        void this.#show(field.value);
      }, PAUSE);
    });
    field.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      window.clearTimeout(timer);
      if (toAddress(field.value) !== location.pathname + location.search) history.pushState(null, '', toAddress(field.value));
      void this.#show(field.value);
    });
    window.addEventListener('popstate', () => this.#showAddress());
    this.#showAddress();
  }

  #showAddress() {
    const query = new URLSearchParams(location.search).get('q') ?? '';
    if (this.#field !== null) this.#field.value = query;
    void this.#show(query);
  }

  async #show(text: string) {
    const query = text.trim();
    const turn = ++this.#latest;
    try {
      const { total, pages } = query === '' ? { total: 0, pages: [] } : await find(query);
      // A newer question has been asked meanwhile: its answer must not be overwritten.
      if (turn !== this.#latest) return;
      this.#print(query, total, pages);
    } catch {
      if (turn === this.#latest) this.#say('The search could not be loaded. Reload the page, or use the list below.');
    }
  }

  #print(query: string, total: number, pages: HitData[]) {
    this.#list?.replaceChildren(...pages.map(toItem));
    if (this.#list !== null) this.#list.hidden = pages.length === 0;
    if (this.#all !== null) this.#all.hidden = pages.length > 0;
    const count = total === 1 ? '1 result' : `${total} results`;
    const shown = total > pages.length ? `, the first ${pages.length} are shown` : '';
    this.#say(query === '' ? '' : total === 0 ? `Nothing found for “${query}”.` : `${count} for “${query}”${shown}.`);
  }

  #say(message: string) {
    if (this.#status !== null) this.#status.textContent = message;
  }
}

/** The pages that hold the words of a question, best first: what is rare counts more, and most of all a title or question like it. */
async function find(query: string): Promise<{ total: number; pages: HitData[] }> {
  const pagefind = await loadPagefind();
  const terms = toTerms(query);
  const all = (await pagefind.search(terms.length > 0 ? terms.join(' ') : query)).results;
  const searches = terms.length < 2 ? [all] : await Promise.all(terms.map(async (term) => (await pagefind.search(term)).results));
  const pages = new Set(searches.flat().map(({ id }) => id)).size;
  const merged = mergeHits<Hit>(searches, all, pages);
  const shown = await Promise.all(merged.slice(0, MOST_RESULTS).map(async ({ hit, score }) => ({ score, page: await hit.data() })));
  const weigh = ({ score, page }: (typeof shown)[number]) =>
    score * (1 + 3 * toLikeness(terms, [page.meta['title'] ?? '']) + 3 * toLikeness(terms, (page.meta['keywords'] ?? '').split(' · ')));
  return { total: merged.length, pages: shown.sort((a, b) => weigh(b) - weigh(a)).map(({ page }) => page) };
}

function toItem({ url, meta, excerpt, sub_results }: HitData): HTMLLIElement {
  const item = document.createElement('li');
  const sections = sub_results
    .filter((section) => section.url !== url)
    .sort((a, b) => toWeight(b) - toWeight(a))
    .slice(0, MOST_SECTIONS);
  item.append(toLink(url, meta['title'] ?? url));
  const about = document.createElement('p');
  about.append(...(sections.length > 0 || meta['summary'] === undefined ? [meta['summary'] ?? ''] : toMarked(excerpt)));
  item.append(about);
  if (sections.length > 0) {
    const list = document.createElement('ul');
    list.append(
      ...sections.map((section) => {
        const entry = document.createElement('li');
        const text = document.createElement('p');
        text.append(...toMarked(section.excerpt));
        entry.append(toLink(section.url, section.title), text);
        return entry;
      }),
    );
    item.append(list);
  }
  return item;
}

// The weight of the best match: a section or row whose head matches comes before those that only mention it.
function toWeight({ weighted_locations }: HitData['sub_results'][number]): number {
  return Math.max(0, ...weighted_locations.map(({ balanced_score }) => balanced_score));
}

function toLink(url: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  return link;
}

function toMarked(excerpt: string): (string | HTMLElement)[] {
  return toExcerptParts(excerpt).map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function toAddress(query: string): string {
  const path = toHref('/search/');
  return query.trim() === '' ? path : `${path}?${new URLSearchParams({ q: query.trim() }).toString()}`;
}

customElements.define('search-results', SearchResults);
