import { findNumbered } from '#domain/linking/address.ts';
import { decode } from '#domain/linking/decode.ts';
import { type Fileless, findAsked, findByNumber } from '#domain/linking/fileless.ts';
import { movedPath } from '#domain/linking/permalink.ts';
import { toHref } from '#links.ts';
import { repairAddress } from './repair.ts';
import { find } from '../element.ts';
import { report } from '../loading.ts';

/** The page for addresses that do not exist: goes to the one that was meant, or shows what its words find. */
class LostPage extends HTMLElement {
  #status = find(this, '[role="status"]');
  #list = find(this, 'ol');

  async connectedCallback() {
    const moved = await findMoved().catch(() => undefined);
    if (moved !== undefined) {
      location.replace(moved.includes('#') ? moved : moved + location.hash);
      return;
    }
    const { paths, hash, words } = repairAddress(location.pathname);
    const repaired = await findPath(paths);
    if (repaired !== undefined) {
      // In the place of the broken address, so that the way back does not lead into it.
      location.replace(toHref(encodeURI(repaired)) + location.search + (location.hash || hash));
      return;
    }
    if (words !== '') await this.#search(words).catch(report);
  }

  async #search(words: string) {
    const field = find<HTMLInputElement>(document, 'input[name="q"]');
    if (field.value === '') field.value = words;
    // The search is loaded for a lost reader alone.
    const [{ ask }, { toItem }] = await Promise.all([import('./answer.ts'), import('./result.ts')]);
    const { results, nearest } = await ask(words, {});
    const found = (results.length > 0 ? results : nearest).slice(0, 5);
    const items = found.map((result) => toItem(result));
    this.#list.replaceChildren(...items);
    this.#list.hidden = items.length === 0;
    this.#status.textContent = items.length === 0 ? '' : 'The words of the address are found here:';
  }
}

// Where an old address leads that hosts without redirects cannot answer.
async function findMoved(): Promise<string | undefined> {
  const asked = [decode(location.pathname) ?? location.pathname, location.search.slice(1)] as const;
  if (asked[1] === '' && findNumbered(asked[0]) === undefined) return undefined;
  const answer = await fetch(toHref(movedPath));
  const fileless = (await answer.json()) as Fileless;
  return findAsked(fileless, ...asked) ?? findByNumber(fileless, ...asked);
}

// The first of the paths that has a page.
async function findPath(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const href = toHref(encodeURI(path));
    if (href === location.pathname) continue;
    const answer = await fetch(href, { method: 'HEAD' }).catch(() => undefined);
    if (answer?.ok) return path;
  }
  return undefined;
}

customElements.define('lost-page', LostPage);
