/** The tools of a table. They work without a script; the module that makes more of them is loaded when somebody is about to use one. */
class TableTools extends HTMLElement {
  connectedCallback() {
    const narrow = matchMedia('(width < 40rem)');
    const boxes = this.querySelectorAll<HTMLInputElement>('fieldset input');
    // A phone shows two columns: the boxes say which.
    const fit = () => {
      for (const [index, box] of boxes.entries()) box.checked = !narrow.matches || index < 2;
    };
    const load = (event?: Event) =>
      void import('./table-view.ts')
        .then(({ enhance }) => enhance(this, narrow, event?.type === 'change'))
        .catch(() => undefined);
    if (narrow.matches) fit();
    narrow.onchange = fit;
    if (/[?&]([\w-]+\.)?(columns|differences)\b/.test(location.search)) load();
    for (const type of ['pointerenter', 'focusin', 'change'])
      this.addEventListener(type, load, { once: true });
  }
}

customElements.define('table-tools', TableTools);
