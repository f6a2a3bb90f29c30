import { type CellState, isSame, type Said } from '#domain/comparing/cell.ts';
import { element } from '../element.ts';
import { addCopyButtons } from './table-copy.ts';
import { readView, writeView } from './table-address.ts';

const started = new WeakMap<HTMLElement, () => void>();

/** Keeps a table in step with its tools and the address; `changed` when a reader used a tool before this was loaded. */
export function enhance(tools: HTMLElement, narrow: MediaQueryList, changed: boolean): void {
  const table = tools.closest('.comparison')?.querySelector('table');
  if (!table) return;
  const update = started.get(tools) ?? start(tools, table, narrow);
  started.set(tools, update);
  if (changed) update();
}

function start(tools: HTMLElement, table: HTMLTableElement, narrow: MediaQueryList): () => void {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.group)')];
  const heads = [...table.querySelectorAll('thead th')]
    .slice(1)
    .map((head) => head.textContent.trim());
  const fieldset = tools.querySelector('fieldset');
  const boxes = [...(fieldset?.querySelectorAll('input') ?? [])];
  const differences =
    tools.querySelector<HTMLInputElement>('.differences') ??
    element('input', { type: 'checkbox', class: 'differences' });
  const label =
    differences.closest('label') ?? element('label', {}, differences, ' Only differences');
  const status = element('p', { role: 'status' });
  if (!label.isConnected) fieldset?.after(label);
  tools.append(status);
  addCopyButtons(tools);

  // The boxes with a tick, the one ticked longest ago first: on a phone it makes room for the next. To begin with, that is the second.
  let ticked = [boxes[1], boxes[0], ...boxes.slice(2)].filter(
    (box) => box?.checked,
  ) as HTMLInputElement[];
  const isShown = (_: unknown, column: number) => boxes[column]?.checked ?? true;
  const isByDefault = (_: unknown, column: number) => !narrow.matches || column < 2;

  const refresh = () => {
    while (narrow.matches && ticked.length > 2)
      (ticked.shift() as HTMLInputElement).checked = false;
    for (const box of boxes) {
      // Not disabled, which would take the focus away from the box that was just ticked.
      if (box.checked && ticked.length <= 2) box.setAttribute('aria-disabled', 'true');
      else box.removeAttribute('aria-disabled');
    }
    for (const row of rows)
      row.classList.toggle('same', isSame([...row.cells].slice(1).filter(isShown).map(read)));
    label.hidden =
      !differences.checked && !rows.some(({ classList }) => classList.contains('same'));
  };

  const tell = () => {
    const count = rows.filter((row) => row.checkVisibility()).length;
    const columns = boxes.length > 0 ? `${heads.filter(isShown).join(', ')}: ` : '';
    status.textContent = `${columns}${count === rows.length ? `all ${count}` : `${count} of ${rows.length}`} rows shown`;
  };

  const show = (columns: readonly string[] | undefined) => {
    const chosen = boxes.filter(({ value }) => columns?.includes(value));
    const shown = chosen.length < 2 ? boxes.filter(isByDefault) : chosen;
    for (const box of boxes) box.checked = shown.includes(box);
    ticked = shown.toReversed();
    refresh();
  };

  const update = () => {
    ticked = [
      ...ticked.filter(({ checked }) => checked),
      ...boxes.filter((box) => box.checked && !ticked.includes(box)),
    ];
    refresh();
    tell();
    const columns = boxes.filter(isShown).map(({ value }) => value);
    writeView(tools, {
      columns:
        columns.join() ===
        boxes
          .filter(isByDefault)
          .map(({ value }) => value)
          .join()
          ? undefined
          : columns,
      differences: differences.checked,
    });
  };

  for (const box of boxes) {
    box.addEventListener('click', (event) => {
      if (box.ariaDisabled === 'true') event.preventDefault();
    });
  }
  tools.addEventListener('change', update);
  narrow.onchange = () => show(readView(tools).columns);

  const view = readView(tools);
  differences.checked ||= view.differences;
  if (view.columns === undefined) refresh();
  else show(view.columns);
  if (view.columns !== undefined || view.differences) {
    tell();
    // What was hidden above it has moved it.
    document.querySelector(':target')?.scrollIntoView();
  }
  return update;
}

// What a cell says on the page, as the build compares it: a reason stands for words, and who reports it is no note.
function read(cell: HTMLTableCellElement): Said {
  const first = cell.firstChild;
  const state =
    first instanceof HTMLElement
      ? (/^is-(.+)$/.exec(first.className)?.[1] as CellState | undefined)
      : undefined;
  const lines = [...cell.querySelectorAll('p')]
    .map((line) => line.textContent.trim())
    .filter((text) => !text.startsWith('Reported by '));
  const reason = state === 'unknown' || state === 'not-applicable' ? lines.shift() : undefined;
  return { state, words: reason ?? first?.textContent?.trim() ?? '', note: lines[0] };
}
