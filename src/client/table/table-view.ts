import { element, find } from '../element.ts';
import { addCopyButtons } from './table-copy.ts';
import { findTable, readView, writeView } from './table-address.ts';

/** Keeps a table in step with its tools and with the address. */
export class TableView {
  #tools: HTMLElement;
  #narrow: MediaQueryList;
  #rows: HTMLTableRowElement[];
  #boxes: HTMLInputElement[];
  #differences: HTMLInputElement;
  #label: HTMLLabelElement;
  #status = element('p', { role: 'status' });
  // The boxes with a tick, the one ticked longest ago first: on a phone it makes room for the next.
  #ticked: HTMLInputElement[];

  constructor(tools: HTMLElement, narrow: MediaQueryList) {
    this.#tools = tools;
    this.#narrow = narrow;
    const table = findTable(tools);
    this.#rows = [...table.querySelectorAll<HTMLTableRowElement>('tr:has(> [scope="row"])')];
    const group = tools.querySelector('[role="group"]');
    this.#boxes = [...(group?.querySelectorAll('input') ?? [])];
    // To begin with, the second was ticked first.
    const [first, second, ...others] = this.#boxes;
    this.#ticked = [second, first, ...others].flatMap((box) => (box?.checked ? [box] : []));
    if (tools.querySelector('[data-differences]') === null)
      group?.after(
        element(
          'label',
          {},
          element('input', { type: 'checkbox', 'data-differences': '' }),
          ' Only differences',
        ),
      );
    this.#differences = find(tools, '[data-differences]');
    this.#label = find(tools, 'label:has([data-differences])');
    tools.append(this.#status);
    addCopyButtons(tools);
    for (const box of this.#boxes)
      box.addEventListener('click', (event) => {
        if (box.ariaDisabled === 'true') event.preventDefault();
      });
    tools.addEventListener('change', () => this.update());
    narrow.onchange = () => this.#show(readView(tools).columns);
    this.#begin();
  }

  /** Takes over what a reader has done with the tools. */
  update(): void {
    this.#ticked = [
      ...this.#ticked.filter(({ checked }) => checked),
      ...this.#boxes.filter((box) => box.checked && !this.#ticked.includes(box)),
    ];
    this.#refresh();
    this.#tell();
    const columns = this.#boxes.filter(this.#isShown).map(({ value }) => value);
    const usual = this.#boxes.filter(this.#isUsual).map(({ value }) => value);
    writeView(this.#tools, {
      columns: columns.join() === usual.join() ? undefined : columns,
      differences: this.#differences.checked,
    });
  }

  #begin() {
    const view = readView(this.#tools);
    this.#differences.checked ||= view.differences;
    if (view.columns === undefined) this.#refresh();
    else this.#show(view.columns);
    if (view.columns === undefined && !view.differences) return;
    this.#tell();
    // What was hidden above it has moved it.
    document.querySelector(':target')?.scrollIntoView();
  }

  #show(columns: readonly string[] | undefined) {
    const chosen = this.#boxes.filter(({ value }) => columns?.includes(value));
    const shown = chosen.length < 2 ? this.#boxes.filter(this.#isUsual) : chosen;
    for (const box of this.#boxes) box.checked = shown.includes(box);
    this.#ticked = shown.toReversed();
    this.#refresh();
  }

  #refresh() {
    while (this.#narrow.matches && this.#ticked.length > 2)
      (this.#ticked.shift() as HTMLInputElement).checked = false;
    for (const box of this.#boxes) {
      // Not disabled, which would take the focus away from the box that was just ticked.
      if (box.checked && this.#ticked.length <= 2) box.setAttribute('aria-disabled', 'true');
      else box.removeAttribute('aria-disabled');
    }
    // With fewer columns, rows are the same that were not; without a choice, the page says it.
    if (this.#boxes.length > 0)
      for (const row of this.#rows) row.toggleAttribute('data-same', this.#isSame(row));
    this.#label.hidden =
      !this.#differences.checked && !this.#rows.some((row) => row.hasAttribute('data-same'));
  }

  #isSame(row: HTMLTableRowElement): boolean {
    const [first, ...others] = [...row.cells]
      .slice(1)
      .filter(this.#isShown)
      .map((cell) => cell.dataset['saying']);
    return first !== undefined && others.every((saying) => saying === first);
  }

  #tell() {
    const count = this.#rows.filter((row) => row.checkVisibility()).length;
    const names = this.#boxes.filter(this.#isShown).map(({ labels }) => labels?.[0]?.textContent);
    const columns = names.length > 0 ? `${names.join(', ')}: ` : '';
    const all = this.#rows.length;
    this.#status.textContent = `${columns}${count === all ? `all ${all}` : `${count} of ${all}`} rows shown`;
  }

  #isShown = (_: unknown, column: number) => this.#boxes[column]?.checked ?? true;
  #isUsual = (_: unknown, column: number) => !this.#narrow.matches || column < 2;
}
