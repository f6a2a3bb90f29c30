import type { TableView } from './table-view.ts';

/** The tools of a table. They work without a script; the module that makes more of them is loaded when somebody is about to use one. */
class TableTools extends HTMLElement {
  #view: TableView | undefined;

  connectedCallback() {
    const narrow = matchMedia('(width < 40rem)');
    const boxes = this.querySelectorAll<HTMLInputElement>('[role] input');
    // A phone shows two columns: the boxes say which.
    const fit = () => {
      for (const [index, box] of boxes.entries()) box.checked = !narrow.matches || index < 2;
    };
    const load = (event?: Event) =>
      void import('./table-view.ts')
        .then(({ TableView }) => {
          this.#view ??= new TableView(this, narrow);
          // A tool was used before this was loaded.
          if (event?.type === 'change') this.#view.update();
        })
        .catch(console.error);
    if (narrow.matches) fit();
    narrow.onchange = fit;
    if (/[?&]([\w-]+\.)?(columns|differences)\b/.test(location.search)) load();
    for (const type of ['pointerenter', 'focusin', 'change'])
      this.addEventListener(type, load, { once: true });
  }
}

customElements.define('table-tools', TableTools);
