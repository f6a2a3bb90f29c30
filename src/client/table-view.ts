import { type CellState, isSame, type Said } from '../domain/cell.ts';
import { element } from './element.ts';
import { addCopyButtons } from './table-copy.ts';
import { readView, writeView } from './table-address.ts';

const known = new WeakSet<HTMLElement>();

/** Keeps the columns and rows of a table in step with its tools and the address, and says what is shown. */
export function enhance(tools: HTMLElement, narrow: MediaQueryList): void {
  const section = tools.closest('section');
  const table = section?.querySelector('table');
  if (known.has(tools) || !table) return;
  known.add(tools);
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.group)')];
  const heads = [...table.querySelectorAll('thead th')].slice(1).map((head) => head.textContent.trim());
  const boxes = [...tools.querySelectorAll<HTMLInputElement>('fieldset input')];
  const differences = tools.querySelector<HTMLInputElement>('.differences') ?? element('input', { type: 'checkbox', class: 'differences' });
  const label = differences.closest('label') ?? element('label', {}, differences, ' Only differences');
  const status = element('p', { role: 'status' });
  // The boxes with a tick, the one ticked longest ago first: on a phone it makes room for the next.
  let ticked = [boxes[1], boxes[0], ...boxes.slice(2)].filter((box) => box !== undefined && box.checked) as HTMLInputElement[];
  if (label.parentElement !== tools) (tools.querySelector('fieldset') ?? tools).after(label);
  tools.append(status);
  addCopyButtons(tools);

  const isShown = (column: number) => boxes[column]?.checked ?? true;

  function refresh() {
    while (narrow.matches && ticked.length > 2) (ticked.shift() as HTMLInputElement).checked = false;
    for (const box of boxes) {
      // Not disabled, which would take the focus away from the box that was just ticked.
      if (box.checked && ticked.length <= 2) box.setAttribute('aria-disabled', 'true');
      else box.removeAttribute('aria-disabled');
    }
    for (const row of rows)
      row.classList.toggle(
        'same',
        isSame(
          [...row.cells]
            .slice(1)
            .filter((_, column) => isShown(column))
            .map(read),
        ),
      );
    label.hidden = !differences.checked && !rows.some(({ classList }) => classList.contains('same'));
  }

  function tell() {
    const count = rows.filter((row) => row.checkVisibility()).length;
    const columns = boxes.length > 0 ? `${heads.filter((_, column) => isShown(column)).join(', ')}: ` : '';
    status.textContent = `${columns}${count === rows.length ? `all ${count}` : `${count} of ${rows.length}`} rows shown`;
  }

  function show(columns: readonly string[] | undefined) {
    for (const [index, box] of boxes.entries()) box.checked = columns?.includes(box.value) ?? (!narrow.matches || index < 2);
    ticked =
      columns?.flatMap((column) => boxes.find(({ value }) => value === column) ?? []) ?? boxes.filter(({ checked }) => checked).reverse();
    refresh();
  }

  const view = readView(tools);
  const columns = view.columns?.filter(
    (column, index, all) => boxes.some(({ value }) => value === column) && all.indexOf(column) === index,
  );
  if (columns !== undefined && columns.length > 1) show(columns.slice(narrow.matches ? -2 : 0));
  else refresh();
  if (view.differences) differences.checked = true;
  refresh();
  if (view.differences || columns !== undefined) {
    tell();
    document.querySelector(':target')?.scrollIntoView();
  }

  for (const box of boxes) {
    box.addEventListener('click', (event) => {
      if (box.ariaDisabled === 'true') event.preventDefault();
    });
  }
  tools.addEventListener('change', ({ target }) => {
    const box = boxes.find((one) => one === target);
    if (box !== undefined) ticked = [...ticked.filter((one) => one !== box), ...(box.checked ? [box] : [])];
    refresh();
    tell();
    const byDefault = boxes.every((one, index) => one.checked === (!narrow.matches || index < 2));
    writeView(tools, {
      columns: byDefault ? undefined : boxes.filter(({ checked }) => checked).map(({ value }) => value),
      differences: differences.checked,
    });
  });
  narrow.addEventListener('change', () => show(readView(tools).columns));
}

// A cell as it stands on the page.
function read(cell: HTMLTableCellElement): Said {
  const first = cell.firstChild;
  const state = first instanceof HTMLElement ? /^is-(.+)$/.exec(first.className)?.[1] : undefined;
  return {
    state: state as CellState | undefined,
    words: first?.textContent?.trim() ?? '',
    note: cell.querySelector('p')?.textContent?.trim(),
  };
}
