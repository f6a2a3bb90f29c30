import { find } from '../element.ts';

/** What a reader has chosen to see of a table. */
export interface View {
  /** The subjects shown, by id; undefined for those that are shown anyway. */
  columns?: string[] | undefined;
  differences: boolean;
}

/** The table that these tools belong to, with which they share their parent. */
export function findTable(tools: HTMLElement): HTMLTableElement {
  return find(tools.parentElement ?? document, 'table');
}

/** Reads the view of a table from the address. */
export function readView(tools: HTMLElement): View {
  const { searchParams } = new URL(location.href);
  const prefix = toPrefix(tools);
  return {
    columns: searchParams.get(`${prefix}columns`)?.split(','),
    differences: searchParams.has(`${prefix}differences`),
  };
}

/** Puts the view of a table into the address, where all else keeps its meaning. */
export function writeView(tools: HTMLElement, { columns, differences }: View): void {
  const url = new URL(location.href);
  const prefix = toPrefix(tools);
  for (const name of ['columns', 'differences']) url.searchParams.delete(prefix + name);
  if (differences) url.searchParams.set(`${prefix}differences`, '');
  if (columns !== undefined) url.searchParams.set(`${prefix}columns`, columns.join(','));
  url.search = url.search.replace(/=(?=&|$)/g, '').replaceAll('%2C', ',');
  history.replaceState(history.state, '', url);
}

// The first table of a page needs no name; each other one says which it is.
function toPrefix(tools: HTMLElement): string {
  return tools === document.querySelector('table-tools') ? '' : `${findTable(tools).id}.`;
}
